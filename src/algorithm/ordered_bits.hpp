// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace capgraph::inline v0::detail {

/// A set of numbers below a limit, which gives them back in order: bits, with a bit for each word
/// of them, and so on. Putting k numbers in order takes O(k) steps, however far apart they are.
class ordered_bits {
public:
    explicit ordered_bits(std::size_t limit)
    {
        for (auto& level : levels_) {
            limit = limit / 64 + 1;
            level.resize(limit);
        }
    }

    void insert(std::uint32_t number)
    {
        std::size_t at = number;
        for (auto& level : levels_) {
            level[at / 64] |= std::uint64_t{1} << (at % 64);
            at /= 64;
        }
    }

    /// Calls `take` for each number, ascending, and forgets them all.
    template <class Take>
    void drain(Take&& take)
    {
        auto& top = levels_.back();
        for (std::size_t word = 0; word < top.size(); ++word) {
            drain<depth - 1>(word, take);
        }
    }

private:
    static constexpr std::size_t depth = 3;

    template <std::size_t Level, class Take>
    void drain(std::size_t word, Take& take)
    {
        auto bits = levels_[Level][word];
        levels_[Level][word] = 0;
        for (; bits != 0; bits &= bits - 1) {
            auto const at = 64 * word + static_cast<std::size_t>(std::countr_zero(bits));
            if constexpr (Level == 0) {
                take(static_cast<std::uint32_t>(at));
            } else {
                drain<Level - 1>(at, take);
            }
        }
    }

    std::array<std::vector<std::uint64_t>, depth> levels_; // 2^32 numbers leave 2^14 words on top
};

} // namespace capgraph::inline v0::detail

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace capgraph::inline v0::detail {

/// Where a line ends, and where in it quotes stand: found 64 bytes at a time, so that reading token
/// by token waits for no search.
///
/// Reference: Langdale & Lemire, "Parsing gigabytes of JSON per second", VLDB Journal 28(6), 2019.
class line_index {
public:
    /// Looks through the first line of `text`, which ends in a line break. Returns whether the line
    /// is not too long and has neither backslashes nor control characters, but for a carriage
    /// return at its end.
    [[nodiscard]] bool look_through(std::string_view text) noexcept;

    /// How long the line is, without line break and carriage return.
    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    [[nodiscard]] bool is_ascii() const noexcept { return is_ascii_; }

    /// The place of the first quote from `at` on; `size()` where there is none. Precondition:
    /// `at <= size()`.
    [[nodiscard]] std::size_t quote_from(std::size_t at) const noexcept
    {
        auto block = at / block_bytes;
        auto left = quotes_[block] >> (at % block_bytes);
        while (left == 0) { // the end stops it at last
            left = quotes_[++block];
            at = block_bytes * block;
        }
        return at + static_cast<std::size_t>(std::countr_zero(left));
    }

private:
    static constexpr std::size_t block_bytes = 64;
    static constexpr std::size_t most_blocks = 64;

    /// A bit for each quote, and one for the end of the line.
    std::array<std::uint64_t, most_blocks> quotes_;
    std::size_t size_ = 0;
    bool is_ascii_ = true;
};

} // namespace capgraph::inline v0::detail

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace capgraph::inline v0::detail {

/// A key or a word as it mostly stands in a text: found there in a few steps that are the same for
/// each.
class token_pattern {
public:
    /// How much of a text is looked at.
    static constexpr std::size_t size = 16;

    constexpr token_pattern() = default;
    /// A key with its quotes and a colon.
    [[nodiscard]] static constexpr token_pattern of_key(std::string_view name)
    {
        return {name, "\":"};
    }
    /// A word with its quotes.
    [[nodiscard]] static constexpr token_pattern of_word(std::string_view word)
    {
        return {word, "\""};
    }

    /// Whether it stands at `text`, of which `size` bytes can be read.
    [[nodiscard]] bool is_at(char const* text) const noexcept
    {
        std::array<std::uint64_t, 2> seen;
        std::memcpy(seen.data(), text, size);
        return (((seen[0] & mask_[0]) ^ bytes_[0]) | ((seen[1] & mask_[1]) ^ bytes_[1])) == 0;
    }

private:
    constexpr token_pattern(std::string_view text, std::string_view behind)
    {
        if (1 + text.size() + behind.size() > size) {
            return; // found nowhere
        }
        bytes_ = {};
        std::size_t at = 0;
        put(at++, '"');
        for (auto const part : {text, behind}) {
            for (auto const c : part) {
                put(at++, c);
            }
        }
    }

    constexpr void put(std::size_t at, char c)
    {
        auto const place = at % 8;
        auto const shift = 8 * (std::endian::native == std::endian::little ? place : 7 - place);
        mask_[at / 8] |= std::uint64_t{0xff} << shift;
        bytes_[at / 8] |= static_cast<std::uint64_t>(static_cast<unsigned char>(c)) << shift;
    }

    std::array<std::uint64_t, 2> mask_{};
    std::array<std::uint64_t, 2> bytes_{1, 1}; ///< As long as the mask is 0, found nowhere.
};

} // namespace capgraph::inline v0::detail

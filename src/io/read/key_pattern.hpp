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

/// A key as it mostly stands in a text, with its quotes and a colon: found there in a few steps
/// that are the same for each.
class key_pattern {
public:
    /// How much of a text is looked at.
    static constexpr std::size_t size = 16;

    constexpr key_pattern() = default;
    explicit constexpr key_pattern(std::string_view name)
    {
        if (name.size() + 3 > size) {
            return; // found nowhere
        }
        bytes_ = {};
        put(0, '"');
        for (std::size_t i = 0; i != name.size(); ++i) {
            put(i + 1, name[i]);
        }
        put(name.size() + 1, '"');
        put(name.size() + 2, ':');
    }

    /// Whether it stands at `text`, of which `size` bytes can be read.
    [[nodiscard]] bool is_at(char const* text) const noexcept
    {
        std::array<std::uint64_t, 2> seen;
        std::memcpy(seen.data(), text, size);
        return (((seen[0] & mask_[0]) ^ bytes_[0]) | ((seen[1] & mask_[1]) ^ bytes_[1])) == 0;
    }

private:
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

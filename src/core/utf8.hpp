// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace capgraph::inline v0::detail {

/// Follows a text that comes in pieces, and finds where it stops being UTF-8.
///
/// Reference: RFC 3629: no overlong form, no surrogate, nothing above U+10FFFF.
class utf8_scan {
public:
    /// The place in `piece` of the first byte that cannot go on the text so far; `npos` where there
    /// is none.
    [[nodiscard]] std::size_t find_bad(std::string_view piece) noexcept;

    /// How many bytes of a character are there, when the pieces so far end within one; else 0.
    [[nodiscard]] std::size_t begun() const noexcept { return begun_; }

    void reset() noexcept { *this = {}; }

private:
    bool take(unsigned char byte) noexcept;

    std::size_t begun_ = 0;
    std::size_t needed_ = 0;
    unsigned char least_ = 0x80; ///< Of the next byte.
    unsigned char most_ = 0xbf;
};

/// Whether all of `text` is ASCII, as most is.
[[nodiscard]] inline bool is_all_ascii(std::string_view text) noexcept
{
    constexpr std::uint64_t high = 0x8080808080808080U;
    std::uint64_t seen = 0;
    auto const look_at = [&](std::size_t at) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data() + at, sizeof word);
        seen |= word;
    };
    if (text.size() < 8) {
        for (auto const c : text) {
            seen |= static_cast<unsigned char>(c);
        }
        return (seen & high) == 0;
    }
    for (std::size_t at = 0; at + 8 < text.size(); at += 8) {
        look_at(at);
    }
    look_at(text.size() - 8);
    return (seen & high) == 0;
}

/// Whether all of `text` is UTF-8.
[[nodiscard]] bool is_utf8(std::string_view text) noexcept;

} // namespace capgraph::inline v0::detail

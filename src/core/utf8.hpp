// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
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

/// Whether all of `text` is UTF-8.
[[nodiscard]] bool is_utf8(std::string_view text) noexcept;

} // namespace capgraph::inline v0::detail

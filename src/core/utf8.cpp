// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "utf8.hpp"

#include <cstdint>
#include <cstring>

namespace capgraph::inline v0::detail {

namespace {

/// The place of the first byte that is not ASCII, from `at` on; the size where all are.
std::size_t skip_ascii(std::string_view text, std::size_t at) noexcept
{
    for (std::uint64_t word = 0; text.size() - at >= sizeof word; at += sizeof word) {
        std::memcpy(&word, text.data() + at, sizeof word);
        if ((word & 0x8080808080808080U) != 0) {
            break;
        }
    }
    while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) {
        ++at;
    }
    return at;
}

/// The place of the first byte that begins no character of three bytes such as most Chinese ones,
/// from `at` on.
std::size_t skip_triples(std::string_view text, std::size_t at) noexcept
{
    auto const byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    auto const goes_on = [&](std::size_t i) { return (byte(i) & 0xc0U) == 0x80; };
    // After E0 and ED the second byte is bounded further.
    while (text.size() - at >= 3 && byte(at) - 0xe1U < 0xc && goes_on(at + 1) && goes_on(at + 2)) {
        at += 3;
    }
    return at;
}

} // namespace

bool utf8_scan::take(unsigned char byte) noexcept
{
    if (begun_ != 0) {
        if (byte < least_ || byte > most_) {
            return false;
        }
        least_ = 0x80;
        most_ = 0xbf;
        begun_ = begun_ + 1 == needed_ ? 0 : begun_ + 1;
        return true;
    }
    if (byte < 0x80) {
        return true;
    }
    if (byte < 0xc2 || byte > 0xf4) {
        return false;
    }
    begun_ = 1;
    needed_ = byte < 0xe0 ? 2 : (byte < 0xf0 ? 3 : 4);
    // The four leading bytes after which the second is bounded further.
    least_ = byte == 0xe0 ? 0xa0 : (byte == 0xf0 ? 0x90 : 0x80);
    most_ = byte == 0xed ? 0x9f : (byte == 0xf4 ? 0x8f : 0xbf);
    return true;
}

std::size_t utf8_scan::find_bad(std::string_view piece) noexcept
{
    for (std::size_t at = 0; at < piece.size(); ++at) {
        if (begun_ == 0) {
            at = skip_triples(piece, skip_ascii(piece, at));
            if (at == piece.size()) {
                break;
            }
        }
        if (!take(static_cast<unsigned char>(piece[at]))) {
            return at;
        }
    }
    return std::string_view::npos;
}

bool is_utf8(std::string_view text) noexcept
{
    utf8_scan scan;
    return scan.find_bad(text) == std::string_view::npos && scan.begun() == 0;
}

} // namespace capgraph::inline v0::detail

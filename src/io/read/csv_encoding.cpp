// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "csv_encoding.hpp"

#include "core/utf8.hpp"

#include <algorithm>
#include <array>

namespace capgraph::inline v0::detail {

namespace {

// What the bytes from 0x80 on stand for; 0: nothing.
// Source: the mapping tables of the Unicode Consortium, CP1252.TXT and ROMAN.TXT.
constexpr auto windows_1252_high = std::to_array<char16_t>({
    0x20ac, 0x0000, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x0000, 0x017d, 0x0000, 0x0000, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x0000, 0x017e, 0x0178,
});
constexpr auto macintosh_high = std::to_array<char16_t>({
    0x00c4, 0x00c5, 0x00c7, 0x00c9, 0x00d1, 0x00d6, 0x00dc, 0x00e1, 0x00e0, 0x00e2, 0x00e4, 0x00e3,
    0x00e5, 0x00e7, 0x00e9, 0x00e8, 0x00ea, 0x00eb, 0x00ed, 0x00ec, 0x00ee, 0x00ef, 0x00f1, 0x00f3,
    0x00f2, 0x00f4, 0x00f6, 0x00f5, 0x00fa, 0x00f9, 0x00fb, 0x00fc, 0x2020, 0x00b0, 0x00a2, 0x00a3,
    0x00a7, 0x2022, 0x00b6, 0x00df, 0x00ae, 0x00a9, 0x2122, 0x00b4, 0x00a8, 0x2260, 0x00c6, 0x00d8,
    0x221e, 0x00b1, 0x2264, 0x2265, 0x00a5, 0x00b5, 0x2202, 0x2211, 0x220f, 0x03c0, 0x222b, 0x00aa,
    0x00ba, 0x03a9, 0x00e6, 0x00f8, 0x00bf, 0x00a1, 0x00ac, 0x221a, 0x0192, 0x2248, 0x2206, 0x00ab,
    0x00bb, 0x2026, 0x00a0, 0x00c0, 0x00c3, 0x00d5, 0x0152, 0x0153, 0x2013, 0x2014, 0x201c, 0x201d,
    0x2018, 0x2019, 0x00f7, 0x25ca, 0x00ff, 0x0178, 0x2044, 0x20ac, 0x2039, 0x203a, 0xfb01, 0xfb02,
    0x2021, 0x00b7, 0x201a, 0x201e, 0x2030, 0x00c2, 0x00ca, 0x00c1, 0x00cb, 0x00c8, 0x00cd, 0x00ce,
    0x00cf, 0x00cc, 0x00d3, 0x00d4, 0xf8ff, 0x00d2, 0x00da, 0x00db, 0x00d9, 0x0131, 0x02c6, 0x02dc,
    0x00af, 0x02d8, 0x02d9, 0x02da, 0x00b8, 0x02dd, 0x02db, 0x02c7,
});
static_assert(windows_1252_high.size() == 32 && macintosh_high.size() == 128);

/// The character that `byte` stands for; 0 where it stands for none.
char16_t character(unsigned char byte, csv_encoding encoding) noexcept
{
    auto const high = static_cast<std::size_t>(byte) - 0x80;
    if (byte < 0x80 || encoding == csv_encoding::latin_1) {
        return byte;
    }
    if (encoding == csv_encoding::macintosh) {
        return macintosh_high[high];
    }
    return high < windows_1252_high.size() ? windows_1252_high[high] : byte;
}

bool is_ascii(char c) noexcept
{
    return static_cast<unsigned char>(c) < 0x80;
}

void append_utf8(std::string& text, char16_t c)
{
    auto const add = [&](unsigned value) { text += static_cast<char>(value); };
    auto const value = static_cast<unsigned>(c);
    if (value < 0x80) {
        add(value);
    } else if (value < 0x800) {
        add(0xc0U | (value >> 6U));
        add(0x80U | (value & 0x3fU));
    } else {
        add(0xe0U | (value >> 12U));
        add(0x80U | ((value >> 6U) & 0x3fU));
        add(0x80U | (value & 0x3fU));
    }
}

std::optional<std::size_t> find_bad_utf8(std::string_view text) noexcept
{
    utf8_scan scan;
    if (auto const bad = scan.find_bad(text); bad != std::string_view::npos) {
        return bad;
    }
    return scan.begun() == 0 ? std::nullopt : std::optional{text.size() - scan.begun()};
}

} // namespace

std::optional<std::size_t> find_undecodable(std::string_view text, csv_encoding encoding) noexcept
{
    if (auto const nul = text.find('\0'); nul != std::string_view::npos) {
        return nul;
    }
    if (encoding == csv_encoding::utf_8) {
        return find_bad_utf8(text);
    }
    auto const bad = std::find_if(text.begin(), text.end(), [&](char c) {
        return character(static_cast<unsigned char>(c), encoding) == 0;
    });
    return bad == text.end() ? std::nullopt
                             : std::optional{static_cast<std::size_t>(bad - text.begin())};
}

void make_utf8(std::string& text, std::size_t first, csv_encoding encoding)
{
    if (encoding == csv_encoding::utf_8
        || std::all_of(text.begin() + static_cast<std::ptrdiff_t>(first), text.end(), is_ascii)) {
        return;
    }
    std::string const bytes = text.substr(first);
    text.resize(first);
    for (auto const c : bytes) {
        append_utf8(text, character(static_cast<unsigned char>(c), encoding));
    }
}

} // namespace capgraph::inline v0::detail

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "name_letters.hpp"

#include "core/utf8.hpp"

#include <array>

namespace capgraph::inline v0::detail {

namespace {

using enum letter_role;

struct char_range {
    char32_t first;
    char32_t last;
};

template <std::size_t N>
constexpr bool is_among(std::array<char_range, N> const& ranges, char32_t c) noexcept
{
    for (auto const range : ranges) {
        if (c >= range.first && c <= range.last) {
            return true;
        }
    }
    return false;
}

constexpr auto ideographs = std::to_array<char_range>({{0x3005, 0x3005},
                                                       {0x3007, 0x3007},
                                                       {0x3041, 0x3096},
                                                       {0x30a1, 0x30fa},
                                                       {0x30fc, 0x30ff},
                                                       {0x31f0, 0x31ff},
                                                       {0x3400, 0x4dbf},
                                                       {0x4e00, 0x9fff},
                                                       {0xf900, 0xfaff},
                                                       {0x20000, 0x323af}});

constexpr auto spaces = std::to_array<char_range>({{0x00, 0x20},
                                                   {0x7f, 0xa0},
                                                   {0x1680, 0x1680},
                                                   {0x2000, 0x200a},
                                                   {0x2028, 0x2029},
                                                   {0x202f, 0x202f},
                                                   {0x205f, 0x205f},
                                                   {0x3000, 0x3000}});

constexpr auto invisibles = std::to_array<char_range>({{0xad, 0xad},
                                                       {0x300, 0x36f},
                                                       {0x200b, 0x200f},
                                                       {0x202a, 0x202e},
                                                       {0x2060, 0x206f},
                                                       {0xfe00, 0xfe0f},
                                                       {0xfeff, 0xfeff}});

// Besides ASCII's. The letters among the symbols of Latin-1 (ª, µ, º) stay letters.
constexpr auto punctuations = std::to_array<char_range>(
    {{0xa1, 0xa9},     {0xab, 0xac},     {0xae, 0xb4},     {0xb6, 0xb9},     {0xbb, 0xbf},
     {0xd7, 0xd7},     {0xf7, 0xf7},     {0x2010, 0x2018}, {0x201a, 0x2027}, {0x2030, 0x205e},
     {0x20a0, 0x20cf}, {0x2116, 0x2117}, {0x2120, 0x2122}, {0x2190, 0x23ff}, {0x2500, 0x27bf},
     {0x3001, 0x303f}, {0x30a0, 0x30a0}, {0x30fb, 0x30fb}, {0xfe10, 0xfe1f}, {0xfe30, 0xfe6f},
     {0xff5f, 0xff65}, {0xffe0, 0xffee}});

constexpr auto apostrophes =
    std::to_array<char_range>({{0x27, 0x27}, {0x2bc, 0x2bc}, {0x2019, 0x2019}, {0x60, 0x60}});

/// U+00C0 to U+017F without accents; `*` for what becomes two letters.
constexpr std::string_view latin = "aaaaaa*ceeeeiiiidnooooo ouuuuy**"
                                   "aaaaaa*ceeeeiiiidnooooo ouuuuy*y"
                                   "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkk"
                                   "llllllllllnnnnnnnnnoooooo**rrrrrrssssssssttttttuuuuuuuuuuuu"
                                   "wwyyyzzzzzzs";
static_assert(latin.size() == 0x180 - 0xc0);

/// U+FF66 to U+FF9D of their usual width.
constexpr std::u32string_view wide_kana =
    U"\u30f2\u30a1\u30a3\u30a5\u30a7\u30a9\u30e3\u30e5\u30e7\u30c3\u30fc\u30a2\u30a4\u30a6\u30a8"
    U"\u30aa\u30ab\u30ad\u30af\u30b1\u30b3\u30b5\u30b7\u30b9\u30bb\u30bd\u30bf\u30c1\u30c4\u30c6"
    U"\u30c8\u30ca\u30cb\u30cc\u30cd\u30ce\u30cf\u30d2\u30d5\u30d8\u30db\u30de\u30df\u30e0\u30e1"
    U"\u30e2\u30e4\u30e6\u30e8\u30e9\u30ea\u30eb\u30ec\u30ed\u30ef\u30f3";
static_assert(wide_kana.size() == 0xff9e - 0xff66);

struct pair_of {
    char32_t from;
    char32_t to;
};

/// Accented Greek and Cyrillic letters, large and small.
constexpr auto unaccented = std::to_array<pair_of>(
    {{0x386, 0x3b1}, {0x388, 0x3b5}, {0x389, 0x3b7}, {0x38a, 0x3b9}, {0x38c, 0x3bf}, {0x38e, 0x3c5},
     {0x38f, 0x3c9}, {0x390, 0x3b9}, {0x3aa, 0x3b9}, {0x3ab, 0x3c5}, {0x3ac, 0x3b1}, {0x3ad, 0x3b5},
     {0x3ae, 0x3b7}, {0x3af, 0x3b9}, {0x3b0, 0x3c5}, {0x3c2, 0x3c3}, {0x3ca, 0x3b9}, {0x3cb, 0x3c5},
     {0x3cc, 0x3bf}, {0x3cd, 0x3c5}, {0x3ce, 0x3c9}, {0x400, 0x435}, {0x401, 0x435}, {0x403, 0x433},
     {0x407, 0x456}, {0x40c, 0x43a}, {0x40d, 0x438}, {0x40e, 0x443}, {0x419, 0x438}, {0x439, 0x438},
     {0x450, 0x435}, {0x451, 0x435}, {0x453, 0x433}, {0x457, 0x456}, {0x45c, 0x43a}, {0x45d, 0x438},
     {0x45e, 0x443}});

name_letter folded_ascii(char32_t c) noexcept
{
    if (c >= U'A' && c <= U'Z') {
        return {letter, c - U'A' + U'a'};
    }
    if ((c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9')) {
        return {letter, c};
    }
    return {c == U'.' ? full_stop : (c == U'&' ? ampersand : punctuation), c};
}

name_letter folded_latin(char32_t c) noexcept
{
    auto const base = latin[c - 0xc0];
    if (base != '*') {
        return {letter, static_cast<char32_t>(base)};
    }
    switch (c) {
    case 0xc6:
    case 0xe6:
        return {letter, U'a', U'e'};
    case 0xde:
    case 0xfe:
        return {letter, U't', U'h'};
    case 0xdf:
        return {letter, U's', U's'};
    case 0x132:
    case 0x133:
        return {letter, U'i', U'j'};
    default:
        return {letter, U'o', U'e'};
    }
}

char32_t small_greek_or_cyrillic(char32_t c) noexcept
{
    for (auto const [from, to] : unaccented) {
        if (c == from) {
            return to;
        }
    }
    if ((c >= 0x391 && c <= 0x3a9 && c != 0x3a2) || (c >= 0x410 && c <= 0x42f)) {
        return c + 0x20;
    }
    if (c >= 0x400 && c <= 0x40f) {
        return c + 0x50;
    }
    if (c == 0x4c0) {
        return 0x4cf;
    }
    if (c >= 0x4c1 && c <= 0x4ce) {
        return c % 2 == 1 ? c + 1 : c;
    }
    auto const has_pairs =
        (c >= 0x460 && c <= 0x481) || (c >= 0x48a && c <= 0x4bf) || (c >= 0x4d0 && c <= 0x52f);
    return has_pairs && c % 2 == 0 ? c + 1 : c;
}

name_letter folded_mark(char32_t c) noexcept
{
    if (is_among(apostrophes, c)) {
        return {apostrophe, U'\''};
    }
    if (is_among(spaces, c)) {
        return {space, U' '};
    }
    if (is_among(invisibles, c)) {
        return {invisible, 0};
    }
    return {is_among(punctuations, c) ? punctuation : letter, c};
}

} // namespace

name_letter folded(char32_t c) noexcept
{
    if (c >= 0xff01 && c <= 0xff5e) {
        c -= 0xfee0;
    }
    if (c > 0x20 && c < 0x7f && !is_among(apostrophes, c)) {
        return folded_ascii(c);
    }
    if (is_ideograph(c)) {
        return {ideograph, c};
    }
    if (c >= 0xff66 && c <= 0xff9d) {
        return {ideograph, wide_kana[c - 0xff66]};
    }
    if (c == 0xff9e || c == 0x3099 || c == 0x309b) {
        return {voiced, 0};
    }
    if (c == 0xff9f || c == 0x309a || c == 0x309c) {
        return {half_voiced, 0};
    }
    if (c >= 0xc0 && c < 0x180 && c != 0xd7 && c != 0xf7) {
        return folded_latin(c);
    }
    if (c >= 0x386 && c <= 0x52f) {
        return {letter, small_greek_or_cyrillic(c)};
    }
    return folded_mark(c);
}

char32_t voiced_kana(char32_t kana, letter_role mark) noexcept
{
    auto const is_katakana = kana >= 0x30a1 && kana <= 0x30fa;
    auto const base = is_katakana ? kana - 0x60 : kana; // hiragana
    auto const is_h = base >= 0x306f && base <= 0x307b && (base - 0x306f) % 3 == 0;
    if (mark == half_voiced) {
        return is_h ? kana + 2 : 0;
    }
    if (base == 0x3046) {
        return is_katakana ? 0x30f4 : 0x3094;
    }
    auto const is_k_to_ti = base >= 0x304b && base <= 0x3061 && (base - 0x304b) % 2 == 0;
    auto const is_tu_to_to = base == 0x3064 || base == 0x3066 || base == 0x3068;
    return is_h || is_k_to_ti || is_tu_to_to ? kana + 1 : 0;
}

bool is_ideograph(char32_t c) noexcept
{
    return is_among(ideographs, c);
}

char32_t next_character(std::string_view text, std::size_t& at) noexcept
{
    auto const lead = static_cast<unsigned char>(text[at]);
    std::size_t const size = lead < 0x80 ? 1 : (lead < 0xe0 ? 2 : (lead < 0xf0 ? 3 : 4));
    auto const bytes = text.substr(at, size);
    if (size == 1 || !is_utf8(bytes)) {
        ++at;
        return size == 1 ? lead : char32_t{0xfffd};
    }
    at += size;
    char32_t c = lead & (0xffU >> (size + 1));
    for (auto const byte : bytes.substr(1)) {
        c = (c << 6U) | (static_cast<unsigned char>(byte) & 0x3fU);
    }
    return c;
}

void append_utf8(std::string& out, char32_t c)
{
    auto const add = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (c < 0x80) {
        add(c);
        return;
    }
    if (c < 0x800) {
        add(0xc0 | (c >> 6U));
    } else if (c < 0x10000) {
        add(0xe0 | (c >> 12U));
        add(0x80 | ((c >> 6U) & 0x3fU));
    } else {
        add(0xf0 | (c >> 18U));
        add(0x80 | ((c >> 12U) & 0x3fU));
        add(0x80 | ((c >> 6U) & 0x3fU));
    }
    add(0x80 | (c & 0x3fU));
}

std::u32string characters_of(std::string_view text)
{
    std::u32string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        out.push_back(next_character(text, at));
    }
    return out;
}

} // namespace capgraph::inline v0::detail

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "terminal_text.hpp"

#include <utf8proc.h>

#include <array>
#include <cstdint>
#include <optional>

namespace capgraph::cli {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD"; // U+FFFD
constexpr std::string_view dotted_circle = "\xE2\x97\x8C";
constexpr std::string_view ellipsis = "\xE2\x80\xA6";
constexpr int most_marks = 4; // Vietnamese and Hebrew need three

/// One letter of a text: its bytes, and its code point unless they are not UTF-8.
struct letter {
    std::string_view bytes;
    std::optional<std::int32_t> code;
};

/// The first letter of `text`, which is not empty.
letter first_letter(std::string_view text)
{
    std::int32_t code = 0;
    auto const read = utf8proc_iterate(reinterpret_cast<utf8proc_uint8_t const*>(text.data()),
                                       static_cast<utf8proc_ssize_t>(text.size()), &code);
    if (read <= 0) {
        return {text.substr(0, 1), std::nullopt};
    }
    return {text.substr(0, static_cast<std::size_t>(read)), code};
}

template <class Visit>
void for_each_letter(std::string_view text, Visit visit)
{
    while (!text.empty()) {
        auto const next = first_letter(text);
        text.remove_prefix(next.bytes.size());
        visit(next);
    }
}

bool is_mark(std::int32_t code)
{
    auto const category = utf8proc_category(code);
    return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME;
}

std::size_t width_of(letter const& l)
{
    if (!l.code) {
        return 1;
    }
    return is_mark(*l.code) ? 0 : static_cast<std::size_t>(utf8proc_charwidth(*l.code));
}

bool is_break(std::int32_t code)
{
    auto const category = utf8proc_category(code);
    return (code >= '\t' && code <= '\r') || code == 0x85 || category == UTF8PROC_CATEGORY_ZL
           || category == UTF8PROC_CATEGORY_ZP;
}

/// Shows nothing, and does no harm but to widths.
bool is_invisible(std::int32_t code)
{
    return (code >= 0x200B && code <= 0x200D) || code == 0x2060 || code == 0xFEFF || code == 0xAD
           || (code >= 0xFE00 && code <= 0xFE0F);
}

bool is_control(std::int32_t code)
{
    auto const category = utf8proc_category(code);
    return category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_CF
           || category == UTF8PROC_CATEGORY_CS;
}

/// What stands for `l` on a terminal.
std::string_view shown(letter const& l)
{
    if (!l.code) {
        return replacement;
    }
    if (is_break(*l.code)) {
        return " ";
    }
    if (is_invisible(*l.code)) {
        return "";
    }
    return is_control(*l.code) ? replacement : l.bytes;
}

} // namespace

std::string cleaned(std::string_view text)
{
    std::string out;
    auto marks = 0;
    for_each_letter(text, [&](letter const& l) {
        auto const visible = shown(l);
        if (visible.empty()) {
            return;
        }
        auto const mark = l.code && is_mark(*l.code);
        marks = mark ? marks + 1 : 0;
        if (marks > most_marks) {
            return;
        }
        if (mark && out.empty()) { // else it would sit on what was printed before
            out += dotted_circle;
        }
        out += visible;
    });
    return out;
}

std::size_t display_width(std::string_view text)
{
    std::size_t width = 0;
    for_each_letter(text, [&](letter const& l) { width += width_of(l); });
    return width;
}

std::string shortened(std::string_view text, std::size_t width)
{
    if (display_width(text) <= width) {
        return std::string{text};
    }
    std::size_t used = 1; // the ellipsis
    std::size_t bytes = 0;
    for (auto rest = text; !rest.empty(); rest = text.substr(bytes)) {
        auto const next = first_letter(rest);
        used += width_of(next);
        if (used > width) {
            break;
        }
        bytes += next.bytes.size();
    }
    auto kept = text.substr(0, bytes);
    while (kept.ends_with(' ')) {
        kept.remove_suffix(1);
    }
    return width == 0 ? std::string{} : std::string{kept}.append(ellipsis);
}

std::string wrapped(std::string_view text, std::size_t width)
{
    std::string out;
    std::size_t used = 0;
    while (!text.empty()) {
        auto const word = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(text.size(), word.size() + 1));
        auto const wide = display_width(word);
        if (used != 0) {
            auto const fits = used + 1 + wide <= width;
            out += fits ? ' ' : '\n';
            used = fits ? used + 1 : 0;
        }
        out += word;
        used += wide;
    }
    return out;
}

std::string list_item(std::string_view text)
{
    std::string out = "  ";
    for (auto const c : wrapped(cleaned(text), 96)) {
        out += c;
        out += c == '\n' ? "    " : "";
    }
    return out + '\n';
}

} // namespace capgraph::cli

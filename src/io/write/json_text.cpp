// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "json_text.hpp"

#include "core/utf8.hpp"

#include <capgraph/core/error.hpp>

namespace capgraph::inline v0::detail {

namespace {

/// The letter of JSON's short escapes; 0 where there is none.
char short_escape(char c) noexcept
{
    switch (c) {
    case '"':
    case '\\':
        return c;
    case '\b':
        return 'b';
    case '\f':
        return 'f';
    case '\n':
        return 'n';
    case '\r':
        return 'r';
    case '\t':
        return 't';
    default:
        return '\0';
    }
}

void append_escape(std::string& out, char c)
{
    constexpr std::string_view digits = "0123456789abcdef";
    if (auto const letter = short_escape(c); letter != '\0') {
        out += '\\';
        out += letter;
        return;
    }
    auto const byte = static_cast<unsigned char>(c);
    out += "\\u00";
    out += digits[byte >> 4U];
    out += digits[byte & 0xfU];
}

bool is_plain(char c) noexcept
{
    return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\';
}

} // namespace

void append_string(std::string& out, std::string_view text)
{
    if (!is_utf8(text)) {
        throw error{error_code::bad_encoding, "text that is not UTF-8", "text in UTF-8"};
    }
    out += '"';
    for (auto const c : text) {
        if (is_plain(c)) {
            out += c;
        } else {
            append_escape(out, c);
        }
    }
    out += '"';
}

} // namespace capgraph::inline v0::detail

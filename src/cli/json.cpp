// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "json.hpp"

#include <utf8proc.h>

#include <array>
#include <charconv>
#include <cmath>

namespace capgraph::cli {

namespace {

void append_escaped_unit(std::string& out, std::uint32_t unit)
{
    constexpr std::string_view hexadecimal = "0123456789abcdef";
    out += "\\u";
    for (auto shift = 12U;; shift -= 4U) {
        out += hexadecimal[(unit >> shift) & 0xFU];
        if (shift == 0) {
            return;
        }
    }
}

void append_escaped(std::string& out, std::uint32_t code)
{
    if (code < 0x10000) {
        append_escaped_unit(out, code);
    } else { // a surrogate pair
        append_escaped_unit(out, 0xD800U + ((code - 0x10000U) >> 10U));
        append_escaped_unit(out, 0xDC00U + ((code - 0x10000U) & 0x3FFU));
    }
}

/// What a terminal obeys instead of showing it, or does not show at all.
bool is_hidden(std::int32_t code)
{
    switch (utf8proc_category(code)) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
        return true;
    default:
        return false;
    }
}

std::string quoted(std::string_view text)
{
    std::string out = "\"";
    while (!text.empty()) {
        std::int32_t code = 0;
        auto const read = utf8proc_iterate(reinterpret_cast<utf8proc_uint8_t const*>(text.data()),
                                           static_cast<utf8proc_ssize_t>(text.size()), &code);
        auto const size = read > 0 ? static_cast<std::size_t>(read) : 1;
        if (read <= 0) {
            out += "\xEF\xBF\xBD";
        } else if (code == '"' || code == '\\') {
            out += '\\';
            out += static_cast<char>(code);
        } else if (is_hidden(code)) {
            append_escaped(out, static_cast<std::uint32_t>(code));
        } else {
            out += text.substr(0, size);
        }
        text.remove_prefix(size);
    }
    out += '"';
    return out;
}

std::string number(double value)
{
    if (!std::isfinite(value)) {
        return "null"; // JSON has no word for it
    }
    std::array<char, 32> buffer{};
    auto const end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    return {buffer.data(), end};
}

struct writer {
    std::string operator()(std::monostate) const { return "null"; }
    std::string operator()(bool truth) const { return truth ? "true" : "false"; }
    std::string operator()(std::uint64_t count) const { return std::to_string(count); }
    std::string operator()(double value) const { return number(value); }
    std::string operator()(std::string const& text) const { return quoted(text); }
    std::string operator()(std::vector<std::string> const& texts) const
    {
        std::string out = "[";
        for (auto const& text : texts) {
            out.append(out.size() > 1 ? "," : "").append(quoted(text));
        }
        return out += ']';
    }
};

} // namespace

std::string json_value::text() const
{
    return std::visit(writer{}, value_);
}

std::string to_string(json_object const& object)
{
    std::string out = "{";
    for (auto const& [name, value] : object) {
        if (out.size() > 1) {
            out += ',';
        }
        out.append(quoted(name)).append(":").append(to_string(value));
    }
    return out += '}';
}

} // namespace capgraph::cli

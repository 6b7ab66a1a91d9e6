// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/core/error.hpp>

#include <array>
#include <utility>

namespace capgraph::inline v0 {

namespace {

constexpr std::array<std::string_view, 24> names{"none",
                                                 "unreadable_file",
                                                 "unwritable_file",
                                                 "syntax",
                                                 "bad_encoding",
                                                 "limit_exceeded",
                                                 "duplicate_key",
                                                 "unknown_key",
                                                 "escaped_key",
                                                 "wrong_type",
                                                 "missing_field",
                                                 "bad_value",
                                                 "number_out_of_range",
                                                 "unknown_reference",
                                                 "inconsistent_record",
                                                 "duplicate_statement",
                                                 "not_known_at",
                                                 "unknown_entity",
                                                 "currency_mismatch",
                                                 "overflow",
                                                 "missing_rate",
                                                 "cancelled",
                                                 "over_budget",
                                                 "not_converged"};
static_assert(names.size() == static_cast<std::size_t>(error_code::not_converged) + 1);

/// `text` with its control characters written as JSON escapes: a message is one line, and a NUL
/// would end it.
std::string one_line(std::string_view text)
{
    constexpr std::string_view hexadecimal = "0123456789abcdef";
    std::string line;
    for (auto const c : text) {
        auto const byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 && byte != 0x7f) {
            line += c;
        } else {
            line += "\\u00";
            line += hexadecimal[byte >> 4U];
            line += hexadecimal[byte & 0xfU];
        }
    }
    return line;
}

/// `text`, or its beginning where it is long: hostile input must not flood a log.
std::string excerpt(std::string_view text)
{
    constexpr std::size_t longest = 300;
    if (text.size() <= longest) {
        return std::string{text};
    }
    auto end = longest;
    while (end != 0 && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80) {
        --end; // not within a character
    }
    return std::string{text.substr(0, end)} + "... (" + std::to_string(text.size()) + " bytes)";
}

std::string place(text_position const& p)
{
    auto text = p.file;
    if (p.line != 0) {
        text += (text.empty() ? "line " : ":") + std::to_string(p.line) + ':'
                + std::to_string(p.column);
    }
    if (!text.empty()) {
        text += ": ";
    }
    if (!p.pointer.empty()) {
        text += excerpt(p.pointer) + ": ";
    }
    return text;
}

std::string message(error_code code, std::string const& found, std::string const& expected,
                    std::optional<text_position> const& where)
{
    auto text = where ? place(*where) : std::string{};
    text += to_string(code);
    if (!found.empty()) {
        text += ": found " + excerpt(found);
    }
    if (!expected.empty()) {
        text += (found.empty() ? ": expected " : ", expected ") + excerpt(expected);
    }
    return one_line(text);
}

} // namespace

std::string_view to_string(error_code code) noexcept
{
    auto const i = static_cast<std::size_t>(code);
    return i < names.size() ? names[i] : "unknown";
}

struct error::details {
    std::string found;
    std::string expected;
    std::optional<text_position> where;
};

error::error() : std::runtime_error{"none"}, code_{error_code::none} {}

error::error(error_code code, std::string found, std::string expected,
             std::optional<text_position> where)
    : std::runtime_error{message(code, found, expected, where)}, code_{code},
      details_{std::make_shared<details const>(
          details{std::move(found), std::move(expected), std::move(where)})}
{
}

error::~error() = default;

std::string_view error::found() const noexcept
{
    return details_ ? std::string_view{details_->found} : std::string_view{};
}

std::string_view error::expected() const noexcept
{
    return details_ ? std::string_view{details_->expected} : std::string_view{};
}

text_position const* error::where() const noexcept
{
    return details_ && details_->where ? &*details_->where : nullptr;
}

error error::at(text_position where) const
{
    return error{code_, std::string{found()}, std::string{expected()}, std::move(where)};
}

} // namespace capgraph::inline v0

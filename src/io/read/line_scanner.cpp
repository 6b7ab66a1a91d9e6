// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "line_scanner.hpp"

#include "line_index.hpp"

#include "core/utf8.hpp"

#include <algorithm>
#include <cstdint>
#include <span>

namespace capgraph::inline v0::detail {

namespace {

constexpr std::size_t most_levels = 8;
constexpr std::size_t most_values = 200;
constexpr std::ptrdiff_t longest_number = 40;

char const* skip_space(char const* at) noexcept
{
    while (*at == ' ') { // other space makes a line that is not plain
        ++at;
    }
    return at;
}

char const* skip_digits(char const* at) noexcept
{
    while (*at >= '0' && *at <= '9') {
        ++at;
    }
    return at;
}

/// Where the number that begins at `at` ends; null where it is none, or has an exponent.
char const* end_of_number(char const* at) noexcept
{
    auto const* const whole = *at == '-' ? at + 1 : at;
    auto const* end = skip_digits(whole);
    if (end == whole || (*whole == '0' && end != whole + 1)) {
        return nullptr;
    }
    if (*end == '.') {
        auto const* const fraction = end + 1;
        end = skip_digits(fraction);
        if (end == fraction) {
            return nullptr;
        }
    }
    return end - at <= longest_number ? end : nullptr;
}

} // namespace

/// One line. Each function takes what begins at `at` and returns where it ends, or null. None looks
/// beyond the line break: that is part of nothing. Each string is passed in the index when it is
/// reached.
class line_scanner::run {
public:
    using node = json_tree::node;

    run(char const* line, line_index& index, std::span<node> nodes) noexcept
        : begin_{line}, end_{line + index.size()}, index_{&index}, next_{nodes.data()},
          last_{nodes.data() + nodes.size()}
    {
    }

    /// The object that is the line.
    char const* root(std::size_t levels)
    {
        *next_ = {};
        return within(json_type::object, begin_, *next_++, levels);
    }

private:
    char const* value(char const* at, node& to, std::size_t levels)
    {
        if (*at != '"') {
            return other_value(at, to, levels);
        }
        auto const* const end = end_of_string();
        if (end == nullptr) {
            return nullptr;
        }
        keep(json_type::string, at + 1, end, to);
        return end + 1;
    }

    /// One that is no string.
    char const* other_value(char const* at, node& to, std::size_t levels)
    {
        switch (*at) {
        case '{':
            return within(json_type::object, at, to, levels);
        case '[':
            return within(json_type::array, at, to, levels);
        case 't':
            return word(json_type::boolean, at, at_literal(at, "true"), to);
        case 'f':
            return word(json_type::boolean, at, at_literal(at, "false"), to);
        case 'n':
            return word(json_type::null, at, at_literal(at, "null"), to);
        default:
            return word(json_type::number, at, end_of_number(at), to);
        }
    }

    /// Something in brackets.
    char const* within(json_type type, char const* at, node& to, std::size_t levels)
    {
        if (levels == 0) {
            return nullptr;
        }
        auto const is_object = type == json_type::object;
        auto const close = is_object ? '}' : ']';
        to.type = type;
        at = skip_space(at + 1);
        if (*at != close) {
            at = items(at, is_object, levels - 1);
            if (at == nullptr || *at != close) {
                return nullptr;
            }
        }
        to.size = static_cast<std::uint32_t>(next_ - &to);
        return at + 1;
    }

    /// Members or elements with commas between them.
    char const* items(char const* at, bool are_members, std::size_t levels)
    {
        for (;; at = skip_space(at + 1)) {
            if (next_ == last_) {
                return nullptr;
            }
            auto& to = *next_++;
            to = node{};
            at = are_members ? behind_key(at, to) : at;
            at = at != nullptr ? value(at, to, levels) : nullptr;
            if (at == nullptr) {
                return nullptr;
            }
            at = skip_space(at);
            if (*at != ',') {
                return at;
            }
        }
    }

    /// Takes the key of a member and the colon.
    char const* behind_key(char const* at, node& to) const
    {
        auto const* const end = *at == '"' ? end_of_string() : nullptr;
        if (end == nullptr) {
            return nullptr;
        }
        to.key = between(at + 1, end);
        auto const* const colon = skip_space(end + 1);
        return *colon == ':' ? skip_space(colon + 1) : nullptr;
    }

    /// Where `literal` ends, if it stands at `at`; else null.
    [[nodiscard]] char const* at_literal(char const* at, std::string_view literal) const noexcept
    {
        auto const rest = std::string_view{at, static_cast<std::size_t>(end_ - at)};
        return rest.starts_with(literal) ? at + literal.size() : nullptr;
    }

    /// A number or literal that ends at `end`, if it is one.
    char const* word(json_type type, char const* at, char const* end, node& to) const
    {
        if (end != nullptr) {
            keep(type, at, end, to);
        }
        return end;
    }

    void keep(json_type type, char const* first, char const* last, node& to) const noexcept
    {
        to.type = type;
        to.text = between(first, last);
    }

    /// The quote that ends the string whose first quote was reached; null where there is none.
    [[nodiscard]] char const* end_of_string() const noexcept
    {
        auto const* const end = begin_ + index_->pass_string();
        return end != end_ ? end : nullptr;
    }

    [[nodiscard]] json_tree::span between(char const* first, char const* last) const noexcept
    {
        return {static_cast<std::uint32_t>(first - begin_),
                static_cast<std::uint32_t>(last - first)};
    }

    char const* begin_;
    char const* end_;
    line_index* index_;
    node* next_;
    node* last_;
};

line_scanner::line_scanner(std::size_t depth) noexcept : depth_{std::min(depth, most_levels)} {}

std::size_t line_scanner::scan(std::string_view file, std::string_view text, place const& at,
                               json_tree& tree) const
{
    line_index index;
    if (text.front() != '{' || !index.look_through(text)) {
        return 0;
    }
    auto const line = text.substr(0, index.size());
    if (!index.is_ascii() && !is_utf8(line)) {
        return 0;
    }
    auto const nodes = tree.begin_line(file, line, at, most_values);
    auto const* const end = run{line.data(), index, nodes}.root(depth_);
    if (end == nullptr || skip_space(end) != line.data() + line.size()) {
        return 0;
    }
    return line.size() + (text[line.size()] == '\r' ? 1 : 0);
}

} // namespace capgraph::inline v0::detail

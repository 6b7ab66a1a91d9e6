// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "line_scanner.hpp"

#include "line_index.hpp"

#include "core/utf8.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
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

/// One line. Each function takes what begins at `at` and returns where it ends, or null. None takes
/// what stands beyond the line break: that is part of nothing.
class line_scanner::run {
public:
    using node = json_tree::node;

    /// `line` begins `text`.
    run(std::string_view line, std::string_view text, line_index const& index, json_tree& tree,
        key_finder& keys) noexcept
        : begin_{line.data()}, end_{line.data() + line.size()},
          end_of_text_{text.data() + text.size()}, index_{&index}, tree_{&tree}, finder_{&keys}
    {
        auto const room = tree.room();
        first_ = next_ = room.data();
        last_ = next_ + room.size();
    }

    /// The object that is the line.
    char const* root(std::size_t levels)
    {
        auto& to = *next_++;
        to.key = {};
        auto const* at = levels != 0 ? skip_space(begin_ + 1) : nullptr;
        if (at != nullptr && *at != '}') {
            at = record_members(at, levels - 1);
        }
        if (!keys_.empty()) {
            tree_->note_kind(kind_);
        }
        return close(json_type::object, at, '}', to);
    }

private:
    /// The members of the root, each with the number of its key.
    char const* record_members(char const* at, std::size_t levels)
    {
        for (;; at = skip_space(at + 1)) {
            if (next_ == last_) {
                return nullptr;
            }
            auto& to = *next_++;
            at = behind_record_key(at, to);
            at = at != nullptr ? value(at, to, levels) : nullptr;
            if (at == nullptr) {
                return nullptr;
            }
            if (!keys_.empty()) {
                note_slug(to);
            } else if (&to == first_ + 1) {
                begin_record(to);
            }
            at = skip_space(at);
            if (*at != ',') {
                return at;
            }
        }
    }

    /// Numbers the keys of what follows, if the first member tells the kind, as it does on most
    /// lines.
    void begin_record(node& first)
    {
        auto const kind = first.type == json_type::string && view(first.key) == "type"
                              ? kind_on_line(view(first.text))
                              : std::nullopt;
        if (kind) {
            kind_ = *kind;
            keys_ = record_keys_of(*kind, record_frame::line);
            first.key_number = number_ = finder_->find(kind_, keys_, number_, view(first.key));
        }
    }

    /// Takes the key of a member of the root and the colon.
    char const* behind_record_key(char const* at, node& to)
    {
        auto const number = likely_key(at);
        if (number == key_finder::unknown) {
            return behind_sought_key(at, to);
        }
        auto const size = keys_[number].name.size();
        to.key = between(at + 1, at + 1 + size);
        to.key_number = number;
        finder_->note(kind_, number_, number);
        number_ = number;
        return skip_space(at + size + 3);
    }

    /// The number of the key at `at`, if it is one that may well be next.
    [[nodiscard]] std::uint8_t likely_key(char const* at) const noexcept
    {
        if (end_of_text_ - at >= std::ptrdiff_t{key_pattern::size}) {
            auto guess = finder_->guess(kind_, number_);
            // Most records keep to the order of the keys, and leave some out.
            for (std::uint8_t left_out = 0; left_out != 4; ++left_out) {
                if (guess < keys_.size() && keys_[guess].pattern.is_at(at)) {
                    return guess;
                }
                guess = static_cast<std::uint8_t>(number_ + 1 + left_out);
            }
        }
        return key_finder::unknown;
    }

    /// The same for a key that is another, or not written as most are.
    char const* behind_sought_key(char const* at, node& to)
    {
        at = behind_key(at, to);
        if (at != nullptr && !keys_.empty()) {
            auto const number = finder_->find(kind_, keys_, number_, view(to.key));
            if (number == key_finder::unknown) {
                keys_ = {}; // the line is read again, to say where the key stands
                return at;
            }
            to.key_number = number_ = number;
        }
        return at;
    }

    void note_slug(node const& value) const noexcept
    {
        auto const names = keys_[value.key_number].slug_of;
        if (names && value.type == json_type::string) {
            tree_->note_slug(static_cast<std::size_t>(&value - first_), *names);
        }
    }

    // Most values are strings: for them no call is made.
    [[gnu::always_inline]] char const* value(char const* at, node& to, std::size_t levels)
    {
        to.hint = {};
        if (*at != '"') {
            return other_value(at, to, levels);
        }
        auto const* const end = end_of_string(at);
        return end != nullptr ? text(json_type::string, at + 1, end, to) + 1 : nullptr;
    }

    /// One that is no string.
    [[gnu::noinline]] char const* other_value(char const* at, node& to, std::size_t levels)
    {
        switch (*at) {
        case '{':
            return object(at, to, levels);
        case '[':
            return array(at, to, levels);
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

    char const* object(char const* at, node& to, std::size_t levels)
    {
        at = levels != 0 ? skip_space(at + 1) : nullptr;
        if (at != nullptr && *at != '}') {
            at = members(at, levels - 1);
        }
        return close(json_type::object, at, '}', to);
    }

    char const* array(char const* at, node& to, std::size_t levels)
    {
        at = levels != 0 ? skip_space(at + 1) : nullptr;
        if (at != nullptr && *at != ']') {
            at = elements(at, levels - 1);
        }
        return close(json_type::array, at, ']', to);
    }

    /// What was opened as `to`, if `bracket` stands at `at`.
    char const* close(json_type type, char const* at, char bracket, node& to) const noexcept
    {
        if (at == nullptr || *at != bracket) {
            return nullptr;
        }
        to.type = type;
        to.size = static_cast<std::uint32_t>(next_ - &to);
        to.text = {};
        return at + 1;
    }

    char const* members(char const* at, std::size_t levels)
    {
        for (;; at = skip_space(at + 1)) {
            if (next_ == last_) {
                return nullptr;
            }
            auto& to = *next_++;
            at = behind_key(at, to);
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
    char const* behind_key(char const* at, node& to) const noexcept
    {
        auto const* const end = *at == '"' ? end_of_string(at) : nullptr;
        if (end == nullptr) {
            return nullptr;
        }
        to.key = between(at + 1, end);
        at = skip_space(end + 1);
        return *at == ':' ? skip_space(at + 1) : nullptr;
    }

    char const* elements(char const* at, std::size_t levels)
    {
        for (;; at = skip_space(at + 1)) {
            if (next_ == last_) {
                return nullptr;
            }
            auto& to = *next_++;
            to.key = {};
            at = value(at, to, levels);
            if (at == nullptr) {
                return nullptr;
            }
            at = skip_space(at);
            if (*at != ',') {
                return at;
            }
        }
    }

    /// Where `literal` ends, if it stands at `at`; else null.
    [[nodiscard]] char const* at_literal(char const* at, std::string_view literal) const noexcept
    {
        auto const rest = std::string_view{at, static_cast<std::size_t>(end_ - at)};
        return rest.starts_with(literal) ? at + literal.size() : nullptr;
    }

    /// A number or literal that ends at `end`, if it is one.
    char const* word(json_type type, char const* at, char const* end, node& to) const noexcept
    {
        return end != nullptr ? text(type, at, end, to) : nullptr;
    }

    char const* text(json_type type, char const* first, char const* last, node& to) const noexcept
    {
        to.type = type;
        to.size = 1;
        to.text = between(first, last);
        return last;
    }

    /// The quote that ends the string which begins with the one at `at`; null where there is none.
    [[nodiscard]] char const* end_of_string(char const* at) const noexcept
    {
        auto const* const end =
            begin_ + index_->quote_from(static_cast<std::size_t>(at - begin_) + 1);
        return end != end_ ? end : nullptr;
    }

    [[nodiscard]] std::string_view view(json_tree::span part) const noexcept
    {
        return {begin_ + part.begin, part.size};
    }

    [[nodiscard]] json_tree::span between(char const* first, char const* last) const noexcept
    {
        return {static_cast<std::uint32_t>(first - begin_),
                static_cast<std::uint32_t>(last - first)};
    }

    char const* begin_;
    char const* end_;
    char const* end_of_text_;
    line_index const* index_;
    json_tree* tree_;
    node* first_;
    node* next_;
    node* last_;
    key_finder* finder_;
    record_kind kind_{};
    std::span<record_key_word const> keys_;   ///< None: they are not numbered.
    std::uint8_t number_ = key_finder::begin; ///< Of the last key.
};

line_scanner::line_scanner(std::size_t depth, key_finder& keys) noexcept
    : depth_{std::min(depth, most_levels)}, keys_{&keys}
{
}

std::size_t line_scanner::scan(std::string_view file, std::string_view text, place const& at,
                               json_tree& tree)
{
    line_index index;
    if (text.front() != '{' || !index.look_through(text)) {
        return 0;
    }
    auto const line = text.substr(0, index.size());
    if (!index.is_ascii() && !is_utf8(line)) {
        return 0;
    }
    tree.begin_line(file, line, at, most_values);
    auto const* const end = run{line, text, index, tree, *keys_}.root(depth_);
    if (end == nullptr || skip_space(end) != line.data() + line.size()) {
        return 0;
    }
    return line.size() + (text[line.size()] == '\r' ? 1 : 0);
}

} // namespace capgraph::inline v0::detail

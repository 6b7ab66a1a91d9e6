// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "line_scanner.hpp"

#include "line_index.hpp"
#include "record_keys.hpp"

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
constexpr auto type_pattern = token_pattern::of_key("type");
constexpr std::ptrdiff_t type_key_size = 7; // with quotes and colon

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
        slug_outlook* outlook) noexcept
        : begin_{line.data()}, end_{line.data() + line.size()},
          has_patterns_{text.size() - line.size() >= token_pattern::size}, index_{&index},
          tree_{&tree}, outlook_{outlook}
    {
        auto const room = tree.room();
        next_ = room.data();
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
        if (keys_ != nullptr) {
            members_->seen = seen_;
            tree_->end_members();
        }
        return close(json_type::object, at, '}', to);
    }

private:
    /// The members of the root. If the first tells the kind, as it does on most lines, those behind
    /// it get the numbers of their keys.
    char const* record_members(char const* at, std::size_t levels)
    {
        if (!has_patterns_ || !type_pattern.is_at(at)) {
            return members(at, levels);
        }
        auto& type = *next_++;
        type.key = between(at + 1, at + type_key_size - 2);
        at = value(skip_space(at + type_key_size), type, levels);
        if (at == nullptr || type.type != json_type::string) {
            return nullptr;
        }
        number_keys(type);
        at = skip_space(at);
        if (*at != ',') {
            return at;
        }
        return keys_ != nullptr ? numbered_members(skip_space(at + 1), levels)
                                : members(skip_space(at + 1), levels);
    }

    char const* numbered_members(char const* at, std::size_t levels)
    {
        while (next_ != last_) {
            auto& to = *next_++;
            at = behind_record_key(at, to);
            if (at == nullptr || !notes_member(to)) {
                return nullptr;
            }
            if (*at == '"') {
                at = string(at, to);
                note_slug(to);
            } else {
                at = other_value(at, to, levels);
            }
            if (at == nullptr) {
                return nullptr;
            }
            at = skip_space(at);
            if (*at != ',') {
                return at;
            }
            at = skip_space(at + 1);
        }
        return nullptr;
    }

    void number_keys(node& type)
    {
        if (auto const kind = kind_in_quotes(begin_ + type.text.begin, type.text.size)) {
            keys_ = &record_keys_of(*kind, record_frame::line);
            type.key_number = keys_->type_number;
            members_ = &tree_->begin_members();
            members_->kind = *kind;
            members_->num_references = 0;
            static_cast<void>(notes_member(type)); // the first
        }
    }

    /// Notes a member of the root. Returns whether it is the first of its key.
    [[nodiscard]] bool notes_member(node const& member) noexcept
    {
        auto const bit = std::uint64_t{1} << member.key_number;
        members_->values[member.key_number] = &member;
        auto const is_first = (seen_ & bit) == 0;
        seen_ |= bit;
        return is_first;
    }

    /// Takes the key of a member of the root and the colon.
    [[gnu::always_inline]] char const* behind_record_key(char const* at, node& to) noexcept
    {
        if (*at != '"') {
            return nullptr;
        }
        auto const* const end = end_of_string(at); // if there is none, no pattern is there
        auto const size = static_cast<std::size_t>(end - at - 1);
        auto const number = keys_->numbers->likely_candidate(at + 1, size);
        if (number >= keys_->keys.size() || !keys_->keys[number].pattern.is_at(at)) {
            return behind_sought_key(at, to);
        }
        to.key_number = number;
        return skip_space(end + 2);
    }

    /// The same for a key that is not written as most are, or is too long.
    [[gnu::noinline]] char const* behind_sought_key(char const* at, node& to) noexcept
    {
        at = behind_key(at, to);
        if (at != nullptr) {
            to.key_number = keys_->find(view(to.key));
            if (to.key_number == record_key_list::unknown) {
                return nullptr; // the line is read again, to say where the key stands
            }
        }
        return at;
    }

    /// Takes a colon and what space is around it.
    static char const* behind_colon(char const* at) noexcept
    {
        at = skip_space(at);
        return *at == ':' ? skip_space(at + 1) : nullptr;
    }

    void note_slug(node& value) const noexcept
    {
        auto const& key = keys_->keys[value.key_number];
        if (!key.slug_of) {
            return;
        }
        auto& count = members_->num_references;
        if (key.form == value_form::reference && count != members_->references.size()) {
            members_->references[count++] = value.key_number;
        }
        value.hint = {};
        if (outlook_ != nullptr) {
            outlook_->add(value, *key.slug_of, view(value.text));
        }
    }

    // Most values are strings: for them no call is made.
    [[gnu::always_inline]] char const* value(char const* at, node& to, std::size_t levels)
    {
        to.hint = {};
        return *at == '"' ? string(at, to) : other_value(at, to, levels);
    }

    [[gnu::always_inline]] char const* string(char const* at, node& to) const noexcept
    {
        auto const* const end = end_of_string(at);
        to.text = between(at + 1, end);
        to.size = 1;
        to.type = json_type::string;
        return end != end_ ? end + 1 : nullptr;
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
        auto const* const end = *at == '"' ? end_of_string(at) : end_;
        if (end == end_) {
            return nullptr;
        }
        to.key = between(at + 1, end);
        return behind_colon(end + 1);
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

    /// The quote that ends the string which begins with the one at `at`; the end of the line where
    /// there is none.
    [[nodiscard]] char const* end_of_string(char const* at) const noexcept
    {
        return begin_ + index_->quote_from(static_cast<std::size_t>(at - begin_) + 1);
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
    bool has_patterns_; ///< So much can be read behind the line as a pattern looks at.
    line_index const* index_;
    json_tree* tree_;
    slug_outlook* outlook_;
    node* next_;
    node* last_;
    record_key_list const* keys_ = nullptr; ///< None: they are not numbered.
    json_tree::numbered_members* members_ = nullptr;
    std::uint64_t seen_ = 0;
};

line_scanner::line_scanner(std::size_t depth, slug_outlook* outlook) noexcept
    : depth_{std::min(depth, most_levels)}, outlook_{outlook}
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
    auto const* const end = run{line, text, index, tree, outlook_}.root(depth_);
    if (end == nullptr || skip_space(end) != line.data() + line.size()) {
        return 0;
    }
    return line.size() + (text[line.size()] == '\r' ? 1 : 0);
}

} // namespace capgraph::inline v0::detail

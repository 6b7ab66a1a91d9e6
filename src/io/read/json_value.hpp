// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "place.hpp"

#include <capgraph/core/error.hpp>
#include <capgraph/core/text_position.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace capgraph::inline v0::detail {

enum class json_type : std::uint8_t { null, boolean, number, string, array, object };

/// What a value of that type is called in messages, such as "an array".
[[nodiscard]] std::string_view name_of(json_type type) noexcept;

class json_value;

/// The values of one record as they stand in the text, each with its place; filled in their order.
class json_tree {
public:
    /// Forgets all values, and says of which text the next ones are, and where in it they hang.
    void clear(std::string_view file, std::string pointer);

    void add_key(std::string_view key, place at);
    void add_scalar(json_type type, std::string_view text, place at);
    void open(json_type type, place at);
    void close();

    /// Precondition: a value was added.
    [[nodiscard]] json_value root() const noexcept;
    /// How far the pointers of the values are those of the text.
    [[nodiscard]] std::string const& pointer() const noexcept { return pointer_; }

private:
    friend class json_value;

    struct span {
        std::size_t begin = 0;
        std::size_t size = 0;
    };
    struct node {
        json_type type{};
        std::size_t end = 0; ///< Behind the last node within.
        span key;
        span text;
        place key_at;
        place at;
    };

    [[nodiscard]] span keep(std::string_view text);
    node& add(json_type type, place at);

    std::string file_;
    std::string pointer_;
    std::string text_;
    std::vector<node> nodes_;
    std::vector<std::size_t> open_;
    span key_;
    place key_at_;
};

/// One value of a tree: cheap to copy, and as short-lived as the tree.
class json_value {
public:
    json_value(json_tree const& tree, std::size_t index) noexcept : tree_{&tree}, index_{index} {}

    [[nodiscard]] json_type type() const noexcept { return node().type; }
    /// What a string says, or a number or literal as it is written.
    [[nodiscard]] std::string_view text() const noexcept { return view(node().text); }
    /// The key of a member of an object.
    [[nodiscard]] std::string_view key() const noexcept { return view(node().key); }

    [[nodiscard]] place at() const noexcept { return node().at; }
    [[nodiscard]] text_position position() const;
    /// Where the key of a member stands.
    [[nodiscard]] text_position key_position() const;

    /// What stands there, for messages: text is quoted and cut short.
    [[nodiscard]] std::string described() const;

    /// The members or elements, in order.
    class iterator {
    public:
        iterator(json_tree const& tree, std::size_t index) noexcept : tree_{&tree}, index_{index} {}
        [[nodiscard]] json_value operator*() const noexcept { return {*tree_, index_}; }
        iterator& operator++() noexcept
        {
            index_ = tree_->nodes_[index_].end;
            return *this;
        }
        friend bool operator==(iterator const&, iterator const&) = default;

    private:
        json_tree const* tree_;
        std::size_t index_;
    };
    [[nodiscard]] iterator begin() const noexcept { return {*tree_, index_ + 1}; }
    [[nodiscard]] iterator end() const noexcept { return {*tree_, node().end}; }
    [[nodiscard]] bool is_empty() const noexcept { return node().end == index_ + 1; }

private:
    [[nodiscard]] json_tree::node const& node() const noexcept { return tree_->nodes_[index_]; }
    [[nodiscard]] std::string_view view(json_tree::span s) const noexcept
    {
        return std::string_view{tree_->text_}.substr(s.begin, s.size);
    }
    [[nodiscard]] std::string pointer() const;

    json_tree const* tree_;
    std::size_t index_;
};

/// The error for `value`, found there where something else is due.
[[nodiscard]] error error_at(json_value value, error_code code, std::string expected);
/// The error for a value of the wrong type.
[[nodiscard]] error wrong_type(json_value value, std::string expected);
[[nodiscard]] error wrong_type(json_type type, std::string_view text, std::string expected,
                               text_position where);

/// The error for a member whose key its object has already.
[[nodiscard]] error duplicate_key(json_value member);

/// `text` in quotes, cut short between two characters.
[[nodiscard]] std::string in_quotes(std::string_view text);

} // namespace capgraph::inline v0::detail

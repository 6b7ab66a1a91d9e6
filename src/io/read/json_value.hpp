// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "place.hpp"

#include <capgraph/core/error.hpp>
#include <capgraph/core/text_position.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace capgraph::inline v0::detail {

enum class json_type : std::uint8_t { null, boolean, number, string, array, object };

/// What a value of that type is called in messages, such as "an array".
[[nodiscard]] std::string_view name_of(json_type type) noexcept;

class json_value;

/// What a record may have at most, whatever its limit.
inline constexpr std::size_t most_record_bytes = std::size_t{1} << 31U;

/// The values of one record as they stand in the text; filled in their order.
///
/// Values are added with their places; or, to save the time, as parts of one line without. Asking
/// such a tree for the place of a value throws `no_places`: the line is then to be read again.
class json_tree {
public:
    /// Thrown where a place is asked for that was not noted.
    struct no_places {};

    /// Forgets all values, and says of which text the next ones are, and where in it they hang.
    void clear(std::string_view file, std::string pointer);
    void add_key(std::string_view key, place at);
    void add_scalar(json_type type, std::string_view text, place at);
    void open(json_type type, place at);

    /// Forgets all values; the next ones, without places, are those of `line`, which begins at
    /// `at`.
    void clear_to_line(std::string_view file, std::string_view line, place at);
    void add_key(std::string_view key) { key_ = keep(key); }
    void add_scalar(json_type type, std::string_view text) { add(type).text = keep(text); }
    void open(json_type type)
    {
        open_.push_back(nodes_.size());
        add(type);
    }

    void close()
    {
        nodes_[open_.back()].end = static_cast<std::uint32_t>(nodes_.size());
        open_.pop_back();
    }

    /// Precondition: a value was added.
    [[nodiscard]] json_value root() const noexcept;
    /// Where the record stands.
    [[nodiscard]] std::string_view file() const noexcept { return file_; }
    [[nodiscard]] std::string const& pointer() const noexcept { return pointer_; }
    [[nodiscard]] place at() const noexcept { return line_ == nullptr ? places_[0].at : line_at_; }

private:
    friend class json_value;

    /// A record has at most 2^31 bytes: see `most_record_bytes`.
    struct span {
        std::uint32_t begin = 0; ///< In the line or, with `own`, in `text_`.
        std::uint32_t size = 0;
    };
    struct node {
        span key;
        span text;
        std::uint32_t end; ///< Behind the last node within.
        json_type type;
    };
    struct places {
        place key;
        place at;
    };
    static constexpr auto own = std::uint32_t{1} << 31U;

    [[nodiscard]] std::string_view view(span s) const noexcept
    {
        auto const* const base = (s.begin & own) != 0 ? text_.data() : line_;
        return {base + (s.begin & ~own), s.size};
    }
    [[nodiscard]] span keep(std::string_view text)
    {
        auto const is_before = std::less<>{};
        if (line_ != nullptr && !is_before(text.data(), line_)
            && is_before(text.data(), line_ + line_size_)) {
            return {static_cast<std::uint32_t>(text.data() - line_),
                    static_cast<std::uint32_t>(text.size())};
        }
        return keep_own(text);
    }
    [[nodiscard]] span keep_own(std::string_view text);
    node& add(json_type type)
    {
        nodes_.push_back({key_, {}, static_cast<std::uint32_t>(nodes_.size() + 1), type});
        key_ = {};
        return nodes_.back();
    }
    void clear(std::string_view file, std::string pointer, std::string_view line);

    std::string file_;
    std::string pointer_;
    std::string text_;
    std::vector<node> nodes_;
    std::vector<places> places_; ///< Of each node; none in a line.
    std::vector<std::size_t> open_;
    span key_;
    place key_at_;
    char const* line_ = nullptr;
    std::size_t line_size_ = 0;
    place line_at_;
};

/// One value of a tree: cheap to copy, and as short-lived as the tree.
class json_value {
public:
    json_value(json_tree const& tree, std::size_t index) noexcept : tree_{&tree}, index_{index} {}

    [[nodiscard]] json_type type() const noexcept { return node().type; }
    /// What a string says, or a number or literal as it is written.
    [[nodiscard]] std::string_view text() const noexcept { return tree_->view(node().text); }
    /// The key of a member of an object.
    [[nodiscard]] std::string_view key() const noexcept { return tree_->view(node().key); }

    /// Throws: `json_tree::no_places`, as do those below.
    [[nodiscard]] place at() const { return places().at; }
    /// The place of a string: found also in a line, unless it is written with escapes.
    [[nodiscard]] place string_at() const;
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
    [[nodiscard]] json_tree::places const& places() const
    {
        return tree_->line_ == nullptr ? tree_->places_[index_] : throw json_tree::no_places{};
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

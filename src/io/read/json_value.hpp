// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "place.hpp"

#include "ledger/slug_hint.hpp"

#include <capgraph/core/error.hpp>
#include <capgraph/core/text_position.hpp>
#include <capgraph/model/record.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
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
    json_tree() = default;
    json_tree(json_tree const&) = delete; // points at its own nodes, which moving leaves in place
    json_tree& operator=(json_tree const&) = delete;
    json_tree(json_tree&&) noexcept = default;
    json_tree& operator=(json_tree&&) noexcept = default;
    ~json_tree() = default;

    /// Thrown where a place is asked for that was not noted.
    struct no_places {};
    /// A part of the text. A record has at most 2^31 bytes: see `most_record_bytes`.
    struct span {
        std::uint32_t begin = 0; ///< In the line or, with `own`, in `text_`.
        std::uint32_t size = 0;
    };

    /// Forgets all values, and says of which text the next ones are, and where in it they hang. The
    /// name of the file must outlive them.
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
        auto const number = open_.back();
        nodes_[number].size = static_cast<std::uint32_t>(nodes_.size() - number);
        open_.pop_back();
    }

    /// One value. Each object or array is followed by what is within.
    struct node {
        span key;
        span text;
        slug_hint hint;         ///< What is known of a slug, for who will look it up.
        std::uint32_t size = 1; ///< In nodes, those within included.
        json_type type{};
        std::uint8_t key_number = 0; ///< Among the keys of the record's kind: see `members`.
    };
    /// The members of a record of a known kind, by the numbers of their keys.
    struct numbered_members {
        static constexpr std::size_t most_keys = 32;
        static constexpr std::size_t most_references = 8;

        record_kind kind{};
        std::uint64_t seen = 0;                               ///< A bit for each key that is there.
        std::array<node const*, most_keys> values;            ///< Of those.
        std::array<std::uint8_t, most_references> references; ///< Keys, in the order of the text.
        std::size_t num_references = 0;
    };
    /// Forgets all values, and makes room for `most` values of `line`, all of them parts of it.
    void begin_line(std::string_view file, std::string_view line, place const& at, std::size_t most)
    {
        file_ = file;
        line_ = line.data();
        line_size_ = line.size();
        line_at_ = at;
        has_members_ = false;
        if (nodes_.size() < most) {
            nodes_.resize(most);
        }
    }
    /// That room; who began the line fills it.
    [[nodiscard]] std::span<node> room() noexcept { return nodes_; }
    [[nodiscard]] char const* line() const noexcept { return line_; }

    /// The members of the root, if all have the numbers of their keys; else null. Then every text
    /// is a part of the line, behind which as many bytes can be read as a `token_pattern` looks at;
    /// the numbers tell the keys of the members, and `key` is not to be asked for them.
    [[nodiscard]] numbered_members const* members() const noexcept
    {
        return has_members_ ? &members_ : nullptr;
    }
    [[nodiscard]] numbered_members& begin_members() noexcept { return members_; }
    void end_members() noexcept { has_members_ = true; }

    /// Precondition: a value was added.
    [[nodiscard]] json_value root() const noexcept;
    /// The value of that number.
    [[nodiscard]] json_value value(std::size_t number) const noexcept;
    /// Where the record stands.
    [[nodiscard]] std::string_view file() const noexcept { return file_; }
    [[nodiscard]] std::string const& pointer() const noexcept { return pointer_; }
    [[nodiscard]] place at() const noexcept { return line_ == nullptr ? places_[0].at : line_at_; }

private:
    friend class json_value;

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
        auto& added = nodes_.emplace_back();
        added.key = std::exchange(key_, {});
        added.type = type;
        return added;
    }
    void reset(std::string_view file, std::string_view line);

    std::string_view file_;
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
    numbered_members members_;
    bool has_members_ = false;
};

/// One value of a tree: cheap to copy, and as short-lived as the tree.
class json_value {
    using node = json_tree::node;

public:
    json_value(json_tree const& tree, node const& at) noexcept : tree_{&tree}, node_{&at} {}

    [[nodiscard]] json_type type() const noexcept { return node_->type; }
    /// What a string says, or a number or literal as it is written.
    [[nodiscard]] std::string_view text() const noexcept { return tree_->view(node_->text); }
    /// The key of a member of an object.
    [[nodiscard]] std::string_view key() const noexcept { return tree_->view(node_->key); }
    /// The number of that key: see `json_tree::members`.
    [[nodiscard]] std::uint8_t key_number() const noexcept { return node_->key_number; }
    /// What is known of it as a slug.
    [[nodiscard]] slug_hint hint() const noexcept { return node_->hint; }

    /// Throws: `json_tree::no_places`, as do those below.
    [[nodiscard]] place at() const { return places().at; }
    /// The place of a string: found also in a line, unless it is written with escapes.
    [[nodiscard]] place string_at() const;
    /// Throws: what `string_at` would.
    void require_string_at() const
    {
        auto const is_there =
            type() == json_type::string && (node_->text.begin & json_tree::own) == 0;
        if (tree_->line_ != nullptr && !is_there) {
            throw json_tree::no_places{};
        }
    }
    [[nodiscard]] text_position position() const;
    /// Where the key of a member stands.
    [[nodiscard]] text_position key_position() const;

    /// What stands there, for messages: text is quoted and cut short.
    [[nodiscard]] std::string described() const;

    /// The members or elements, in order.
    class iterator {
    public:
        iterator(json_tree const& tree, node const* at) noexcept : tree_{&tree}, node_{at} {}
        [[nodiscard]] json_value operator*() const noexcept { return {*tree_, *node_}; }
        iterator& operator++() noexcept
        {
            node_ += node_->size;
            return *this;
        }
        friend bool operator==(iterator const&, iterator const&) = default;

    private:
        json_tree const* tree_;
        node const* node_;
    };
    [[nodiscard]] iterator begin() const noexcept { return {*tree_, node_ + 1}; }
    [[nodiscard]] iterator end() const noexcept { return {*tree_, node_ + node_->size}; }
    [[nodiscard]] bool is_empty() const noexcept { return node_->size == 1; }

    /// Its number in the tree: see `json_tree::value`.
    [[nodiscard]] std::size_t number() const noexcept
    {
        return static_cast<std::size_t>(node_ - tree_->nodes_.data());
    }

private:
    [[nodiscard]] json_tree::places const& places() const
    {
        return tree_->line_ == nullptr ? tree_->places_[number()] : throw json_tree::no_places{};
    }
    [[nodiscard]] std::string pointer() const;

    json_tree const* tree_;
    node const* node_;
};

inline json_value json_tree::value(std::size_t number) const noexcept
{
    return {*this, nodes_[number]};
}

inline json_value json_tree::root() const noexcept
{
    return value(0);
}

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

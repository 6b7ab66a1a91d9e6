// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "json_value.hpp"
#include "plain_sum_reader.hpp"
#include "record_keys.hpp"

#include "ledger/pending_statements.hpp"
#include "ledger/row_subject.hpp"

#include <capgraph/core/id.hpp>
#include <capgraph/model/record.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace capgraph::inline v0::detail {

/// Takes records whose values are as plain as most are, straight from the tree of a line to the row
/// of a ledger. All others, right or wrong, go the way of `read_value` and `complete`, which say
/// what is wrong: it asks for as much as these, or more, and makes keys as `key_of` does.
///
/// One piece of code for the records of all kinds, driven by their keys: code of its own for each
/// kind and field does not fit into the processor's first cache.
class plain_record_reader {
public:
    explicit plain_record_reader(pending_statements& to) noexcept : pending_{&to} {}

    /// Takes the record of a tree that has `members`. Returns whether it did; if not, nothing was
    /// added but names.
    [[nodiscard]] bool takes(json_tree const& tree);

private:
    using members = json_tree::numbered_members;
    using node = json_tree::node;

    [[nodiscard]] std::string_view text(node const& value) const noexcept
    {
        return {line_ + value.text.begin, value.text.size};
    }
    /// The string that is said under a key, as a text; empty where it is none.
    [[nodiscard]] std::string_view name(unsigned key) const noexcept
    {
        auto const& value = *members_->values[key];
        return value.type == json_type::string ? text(value) : std::string_view{};
    }
    [[nodiscard]] bool has(unsigned key) const noexcept { return (seen_ >> key & 1U) != 0; }
    [[nodiscard]] bool is_read(unsigned key) const noexcept { return (read_ >> key & 1U) != 0; }
    void keep(unsigned key, std::uint32_t number) noexcept
    {
        numbers_[key] = number;
        read_ |= std::uint64_t{1} << key;
    }

    [[nodiscard]] bool resolves_references();
    [[nodiscard]] bool has_word(unsigned key);
    [[nodiscard]] bool has_flag(unsigned key);
    void fill_in(unsigned key, unsigned number) noexcept;
    [[nodiscard]] bool describes(row_subject& about);
    [[nodiscard]] bool describes_named(row_subject& about) const;
    [[nodiscard]] bool describes_valuation(row_subject& about);
    [[nodiscard]] bool describes_holding(row_subject& about);
    void seek_key(row_subject& about) const;
    [[nodiscard]] bool reads_head(statement_head& head);
    [[nodiscard]] bool writes_fields(row_writer& to);
    [[nodiscard]] bool writes(row_writer& to, unsigned key);
    [[nodiscard]] bool writes_sum(row_writer& to, unsigned key);
    [[nodiscard]] bool writes_text(row_writer& to, unsigned key, value_form form);
    [[nodiscard]] bool writes_part(row_writer& to, unsigned key);
    [[nodiscard]] bool writes_texts(row_writer& to, node const& list);

    pending_statements* pending_;
    plain_sum_reader sums_;

    // Of the record at hand.
    json_tree const* tree_ = nullptr;
    char const* line_ = nullptr;
    members const* members_ = nullptr;
    record_key_list const* keys_ = nullptr;
    std::uint64_t seen_ = 0; ///< A bit for each key that it has, or is taken to have.
    std::uint64_t read_ = 0; ///< Those whose `numbers_` are read.
    /// Of what is named, of words, of flags: by key.
    std::array<std::uint32_t, members::most_keys> numbers_;
    std::array<record_id, members::most_references> named_;
};

} // namespace capgraph::inline v0::detail

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "csv_row_reader.hpp"

#include <capgraph/core/text_position.hpp>
#include <capgraph/io/read/csv.hpp>
#include <capgraph/ledger/ledger.hpp>
#include <capgraph/ledger/ledger_builder.hpp>
#include <capgraph/ledger/view.hpp>
#include <capgraph/model/statement.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace capgraph::inline v0::detail {

/// Makes statements of rows and hands them to a builder.
///
/// What is said of entities waits for the end, when it shows who was a company and who was not: a
/// kind said twice would contradict itself.
class csv_statements {
public:
    /// All must outlive it.
    /// Throws: `error` with `unknown_reference` for a source that `target` does not describe.
    csv_statements(ledger& target, csv_mapping const& mapping, read_csv_options const& options);

    /// Takes a row, which stands at `where`.
    /// Throws: `error` without a place, with `inconsistent_record`, when the round was said to be
    ///   another company's; nothing is taken then.
    void take(csv_facts const& facts, text_position const& where);
    /// Appends all. Throws: as `ledger_builder::commit`. Returns the number of statements.
    std::size_t commit();

private:
    struct entity_row {
        entity_id id;
        std::string slug;
        bool is_company = false;
        bool is_described = false;  ///< By the ledger, before this table.
        std::set<std::string> said; ///< Names and countries, behind a letter that tells which.
    };
    struct round_row {
        std::uint32_t company; ///< In `entities_`.
        std::string said;      ///< By the last row that said anything of it.
    };
    struct entity_statement {
        std::uint32_t entity; ///< In `entities_`.
        std::string name;     ///< An alias, unless the statement is the entity's first.
        std::string country;
        place at;
        bool is_first = false;
    };

    std::uint32_t take_party(csv_party_facts const& party, bool is_company,
                             text_position const& where);
    std::uint32_t row_of(csv_party_facts const& party);
    record_id take_round(csv_facts const& facts, std::string const& slug, std::uint32_t company,
                         provenance const& said);
    void require_same_company(csv_facts const& facts, std::string const& slug);
    [[nodiscard]] provenance said_at(text_position const& where) const;
    void add(entity_statement const& said);

    csv_mapping const* mapping_;
    ledger const* target_;
    std::optional<view> before_; ///< The target as it was, unless it was empty.
    ledger_builder builder_;
    provenance said_;
    std::string name_;
    bool has_round_;
    bool has_investor_;
    std::vector<std::uint32_t> entity_places_; ///< In `entities_`, by id.
    std::vector<entity_row> entities_;
    std::vector<std::uint32_t> round_places_; ///< In `rounds_`, by id.
    std::vector<round_row> rounds_;
    std::vector<entity_statement> waiting_;
};

} // namespace capgraph::inline v0::detail

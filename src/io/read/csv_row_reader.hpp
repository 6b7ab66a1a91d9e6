// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "csv_columns.hpp"
#include "csv_tokenizer.hpp"

#include <capgraph/core/amount.hpp>
#include <capgraph/core/date.hpp>
#include <capgraph/core/error.hpp>
#include <capgraph/io/read/csv_mapping.hpp>
#include <capgraph/model/field.hpp>
#include <capgraph/model/funding_round.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace capgraph::inline v0::detail {

/// One side of an investment; empty is unknown.
struct csv_party_facts {
    std::string_view slug;
    std::string_view name;
    std::string_view country;
};

/// What a row says. Its text lives as long as the row.
struct csv_facts {
    csv_party_facts company;
    csv_party_facts investor; ///< All empty where the table has none.
    std::string_view round_id;
    std::string_view label;
    field<round_kind> kind;
    field<date> announced;
    field<date> closed;
    field<amount> total;
    field<amount> cheque;
};

/// Reads the cells of a row as a mapping has it.
class csv_row_reader {
public:
    /// All must outlive the reader.
    csv_row_reader(csv_mapping const& mapping, csv_columns const& columns, std::string const& name)
        : mapping_{&mapping}, columns_{&columns}, name_{&name}
    {
    }

    /// What `row`, which has a cell for each column, says, so far as it can be read.
    [[nodiscard]] csv_facts read(csv_row const& row);
    /// What was wrong with the row read last, in the order of its cells.
    [[nodiscard]] std::vector<error> const& errors() const noexcept { return errors_; }

    /// The place of a cell.
    [[nodiscard]] text_position position(csv_row const& row, std::size_t column) const;

private:
    /// The cell as it stands; empty where it is blank or there is none.
    [[nodiscard]] std::string_view exact(csv_meaning meaning) const;
    void refuse(csv_meaning meaning, error const& why);
    template <class Read>
    void read_cell(csv_meaning meaning, Read&& read);
    [[nodiscard]] csv_party_facts read_party(csv_meaning name, csv_meaning slug,
                                             csv_meaning country, std::string_view role);
    void read_round(csv_facts& facts);
    void read_sums(csv_facts& facts);

    csv_mapping const* mapping_;
    csv_columns const* columns_;
    std::string const* name_;
    csv_row const* row_ = nullptr;
    std::vector<error> errors_;
};

} // namespace capgraph::inline v0::detail

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

// Tables for the tests of the reader, and their mappings.

#include <capgraph/core/money.hpp>
#include <capgraph/io/read/csv.hpp>
#include <capgraph/io/write/json.hpp>
#include <capgraph/ledger/ledger.hpp>
#include <capgraph/ledger/view.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace capgraph::test {

/// company, investor, when, usd: that of Crunchbase, with shorter names.
inline csv_mapping four_columns()
{
    csv_mapping mapping;
    mapping.company.name = "company";
    mapping.investor.name = "investor";
    mapping.round.announced = "when";
    mapping.round.amount = "usd";
    mapping.currency = "USD";
    return mapping;
}

inline std::string const four_header = "company,investor,when,usd\n";

/// Each column that a mapping can name, by name.
inline csv_mapping all_columns()
{
    csv_mapping mapping;
    mapping.company = {.name = "c", .slug = "c_id", .country = "c_land"};
    mapping.investor = {
        .name = "i", .slug = "i_id", .country = "i_land", .kind = entity_kind::fund};
    mapping.round = {.id = "r",
                     .kind = "r_kind",
                     .label = "label",
                     .announced = "announced",
                     .closed = "closed",
                     .amount = "total"};
    mapping.cheque = "cheque";
    mapping.currency_column = "cur";
    mapping.thousands_separator = ',';
    mapping.hedges = {{"about", qualifier::about},       {"over", qualifier::over},
                      {"at least", qualifier::at_least}, {"+", qualifier::at_least},
                      {"up to", qualifier::up_to},       {" to ", qualifier::between},
                      {"n/a", qualifier::undisclosed}};
    mapping.round_kinds = {{"Seed", round_kind::primary}};
    return mapping;
}

inline std::string const all_header =
    "c,c_id,c_land,i,i_id,i_land,r,r_kind,label,announced,closed,total,cheque,cur\n";

inline money usd(std::string_view sum)
{
    return make_money(sum, "USD");
}

/// The statements of a kind, in their order.
template <class Record>
std::vector<Record> said_in(ledger const& book)
{
    std::vector<Record> all;
    for (std::size_t i = 0; i < book.num_statements(); ++i) {
        auto const id = static_cast<statement_id>(i);
        if (book.at(id).kind == kind_of<Record>) {
            all.push_back(book.said_by<Record>(id));
        }
    }
    return all;
}

/// All statements and where they stood, one a line: all there is to know of a ledger.
inline std::string contents_of(ledger const& book)
{
    auto all = to_json(book, {.layout = json_layout::lines});
    for (std::size_t i = 0; i < book.num_statements(); ++i) {
        auto const where = *book.at(static_cast<statement_id>(i)).said.where;
        all += where.file + ' ' + std::to_string(where.byte) + ':' + std::to_string(where.line)
               + ':' + std::to_string(where.column) + where.pointer + '\n';
    }
    return all;
}

} // namespace capgraph::test

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "csv_listener.hpp"

#include <algorithm>

namespace capgraph::inline v0::detail {

text_position csv_listener::position(place at) const
{
    return {options_->name, at.byte, at.line, at.column, {}};
}

bool csv_listener::take_first(csv_row const& row)
{
    try {
        columns_.emplace(*mapping_, row, options_->name);
    } catch (error const& e) {
        throw fatal_error{e}; // no row can be read
    }
    reader_.emplace(*mapping_, *columns_, options_->name);
    return mapping_->dialect.header == csv_header::present;
}

void csv_listener::count(csv_row const& row)
{
    counter_.add([&] { return position(row.at); });
}

void csv_listener::on_row(csv_row const& row)
{
    if (!columns_ && take_first(row)) {
        return;
    }
    count(row);
    if (row.cells.size() != columns_->size()) {
        refuse(row, {wrong_width(row)});
    } else {
        take(row);
    }
}

void csv_listener::take(csv_row const& row)
{
    auto const facts = reader_->read(row);
    if (!reader_->errors().empty()) {
        refuse(row, reader_->errors());
        return;
    }
    try {
        statements_->take(facts, position(row.at));
    } catch (error const& e) {
        auto const column = columns_->find(csv_meaning::round_id);
        refuse(row, {e.at(column ? reader_->position(row, *column) : position(row.at))});
        return;
    }
    ++num_rows_;
}

error csv_listener::wrong_width(csv_row const& row) const
{
    auto const n = columns_->size();
    auto const is_longer = row.cells.size() > n;
    return {error_code::syntax,
            "a row of " + std::to_string(row.cells.size())
                + (row.cells.size() == 1 ? " cell" : " cells"),
            std::to_string(n) + ", as in the first row",
            is_longer ? reader_->position(row, n) : position(row.at)};
}

void csv_listener::on_bad_row(csv_row const& row, error const& why)
{
    if (!columns_) {
        throw fatal_error{why}; // what the columns mean, or how many there are, stays unknown
    }
    count(row);
    auto const byte = why.where()->byte;
    auto const next = std::upper_bound(
        row.cells.begin(), row.cells.end(), byte,
        [](std::uint64_t value, csv_cell const& cell) { return value < cell.at.byte; });
    auto where = *why.where();
    where.pointer =
        reader_->position(row, static_cast<std::size_t>(next - row.cells.begin()) - 1).pointer;
    refuse(row, {why.at(where)});
}

void csv_listener::refuse(csv_row const& row, std::vector<error> const& why)
{
    ++num_refused_;
    if (*rejects_) {
        (*rejects_)({why.front(), row.raw});
        return;
    }
    for (auto const& e : why) {
        errors_->report(e);
    }
}

} // namespace capgraph::inline v0::detail

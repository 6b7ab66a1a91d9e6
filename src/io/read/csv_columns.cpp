// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "csv_columns.hpp"

#include "nearest.hpp"

#include <capgraph/core/money.hpp>

#include <algorithm>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace capgraph::inline v0::detail {

namespace {

constexpr int most_power = 18;

[[noreturn]] void refuse(std::string const& why)
{
    throw std::invalid_argument{"capgraph::csv_mapping: " + why};
}

void require_sound(csv_dialect const& dialect)
{
    auto const is_sign = [](char c) { return c > '\0' && c <= '\x7e' && c != '\n' && c != '\r'; };
    if (!is_sign(dialect.delimiter) || (dialect.quote != '\0' && !is_sign(dialect.quote))
        || dialect.delimiter == dialect.quote) {
        refuse("delimiter and quote must be two signs of ASCII");
    }
}

void require_words(csv_mapping const& mapping)
{
    auto const is_empty = [](auto const& word) { return word.word.empty(); };
    if (std::any_of(mapping.hedges.begin(), mapping.hedges.end(), is_empty)
        || std::any_of(mapping.round_kinds.begin(), mapping.round_kinds.end(), is_empty)) {
        refuse("a word that is empty");
    }
}

void require_figures(csv_mapping const& mapping)
{
    auto const has_sum = mapping.round.amount.is_mapped() || mapping.cheque.is_mapped();
    if (has_sum && mapping.currency.empty() && !mapping.currency_column.is_mapped()) {
        refuse("a sum without any currency");
    }
    auto const separator = mapping.thousands_separator;
    auto const is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (separator == mapping.decimal_point || is_digit(separator) || is_digit(mapping.decimal_point)
        || mapping.decimal_point == '\0') {
        refuse("thousands_separator and decimal_point must be two signs that are no digits");
    }
    if (mapping.power_of_ten < -most_power || mapping.power_of_ten > most_power) {
        refuse("a power_of_ten beyond 18");
    }
    if (!mapping.currency.empty()) {
        try {
            static_cast<void>(currency{mapping.currency});
        } catch (error const& e) {
            refuse(e.what());
        }
    }
}

/// The place of the one cell of the header that says `name`.
std::size_t find_name(std::string_view name, csv_row const& header, std::string const& file)
{
    auto const says = [&](csv_cell const& cell) { return cell.text == name; };
    auto const found = std::find_if(header.cells.begin(), header.cells.end(), says);
    auto const position = [&](place at) {
        return text_position{file, at.byte, at.line, at.column, {}};
    };
    if (found == header.cells.end()) {
        std::vector<std::string_view> names;
        for (auto const& cell : header.cells) {
            names.push_back(cell.text);
        }
        throw error{error_code::missing_field, "a header without '" + std::string{name} + '\'',
                    one_of(names, name), position(header.at)};
    }
    auto const again = std::find_if(found + 1, header.cells.end(), says);
    if (again != header.cells.end()) {
        throw error{error_code::duplicate_key, '\'' + std::string{name} + "' a second time",
                    "a header that names the column once", position(again->at)};
    }
    return static_cast<std::size_t>(found - header.cells.begin());
}

std::size_t find_number(std::size_t number, csv_row const& first, std::string const& file)
{
    if (number > first.cells.size()) {
        throw error{error_code::missing_field,
                    "a row of " + std::to_string(first.cells.size()) + " cells",
                    "a column " + std::to_string(number),
                    text_position{file, first.at.byte, first.at.line, first.at.column, {}}};
    }
    return number - 1;
}

} // namespace

csv_column const& column_of(csv_mapping const& mapping, csv_meaning meaning) noexcept
{
    std::array<csv_column const*, num_csv_meanings> const columns{
        &mapping.company.name,    &mapping.company.slug,   &mapping.company.country,
        &mapping.investor.name,   &mapping.investor.slug,  &mapping.investor.country,
        &mapping.round.id,        &mapping.round.kind,     &mapping.round.label,
        &mapping.round.announced, &mapping.round.closed,   &mapping.round.amount,
        &mapping.cheque,          &mapping.currency_column};
    return *columns[static_cast<std::size_t>(meaning)];
}

bool has_investor(csv_mapping const& mapping) noexcept
{
    return mapping.investor.name.is_mapped() || mapping.investor.slug.is_mapped();
}

bool has_round(csv_mapping const& mapping) noexcept
{
    auto const& round = mapping.round;
    return round.id.is_mapped() || round.kind.is_mapped() || round.label.is_mapped()
           || round.announced.is_mapped() || round.closed.is_mapped() || round.amount.is_mapped();
}

void require_sound(csv_mapping const& mapping)
{
    require_sound(mapping.dialect);
    require_words(mapping);
    if (!mapping.company.name.is_mapped() && !mapping.company.slug.is_mapped()) {
        refuse("no column for the company");
    }
    if (!has_investor(mapping)
        && (mapping.cheque.is_mapped() || mapping.investor.country.is_mapped())) {
        refuse("no column for the investor, but for what it says of one");
    }
    require_figures(mapping);
    for (std::size_t i = 0; i < num_csv_meanings; ++i) {
        auto const& column = column_of(mapping, static_cast<csv_meaning>(i));
        if (mapping.dialect.header == csv_header::absent && !column.name().empty()) {
            refuse("the column '" + std::string{column.name()} + "' of a table without a header");
        }
    }
}

csv_columns::csv_columns(csv_mapping const& mapping, csv_row const& first, std::string const& name)
{
    for (std::size_t i = 0; i < num_csv_meanings; ++i) {
        auto const& column = column_of(mapping, static_cast<csv_meaning>(i));
        if (column.is_mapped()) {
            places_[i] = column.number() == 0 ? find_name(column.name(), first, name)
                                              : find_number(column.number(), first, name);
        }
    }
    for (auto const& cell : first.cells) {
        auto const is_named = mapping.dialect.header == csv_header::present && !cell.text.empty();
        labels_.push_back(is_named ? std::string{cell.text}
                                   : "column " + std::to_string(labels_.size() + 1));
    }
}

} // namespace capgraph::inline v0::detail

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "csv_row_reader.hpp"

#include "csv_value.hpp"

#include <algorithm>
#include <optional>

namespace capgraph::inline v0::detail {

text_position csv_row_reader::position(csv_row const& row, std::size_t column) const
{
    auto const at = row.cells[column].at;
    auto const is_known = column < columns_->size();
    return {*name_, at.byte, at.line, at.column,
            is_known ? columns_->label(column) : "column " + std::to_string(column + 1)};
}

std::string_view csv_row_reader::exact(csv_meaning meaning) const
{
    auto const column = columns_->find(meaning);
    auto const text = column ? row_->cells[*column].text : std::string_view{};
    return trimmed(text).empty() ? std::string_view{} : text;
}

void csv_row_reader::refuse(csv_meaning meaning, error const& why)
{
    errors_.push_back(why.at(position(*row_, *columns_->find(meaning))));
}

/// Calls `read` with what the cell says, if it says anything.
template <class Read>
void csv_row_reader::read_cell(csv_meaning meaning, Read&& read)
{
    auto const text = trimmed(exact(meaning));
    if (text.empty()) {
        return;
    }
    try {
        read(text);
    } catch (error const& e) {
        refuse(meaning, e);
    }
}

csv_party_facts csv_row_reader::read_party(csv_meaning name, csv_meaning slug, csv_meaning country,
                                           std::string_view role)
{
    csv_party_facts party;
    party.name = exact(name);
    party.slug = exact(slug);
    auto const due = columns_->find(name) ? name : slug;
    if (exact(due).empty()) {
        refuse(due, {error_code::missing_field, "an empty cell",
                     (due == name ? "the name of the " : "the slug of the ") + std::string{role}});
    }
    party.slug = party.slug.empty() ? party.name : party.slug;
    party.name = party.name.empty() ? party.slug : party.name;
    read_cell(country, [&](std::string_view text) {
        party.country = read_csv_country(text, mapping_->country_code);
    });
    return party;
}

void csv_row_reader::read_round(csv_facts& facts)
{
    facts.round_id = exact(csv_meaning::round_id);
    facts.label = trimmed(exact(csv_meaning::round_label));
    read_cell(csv_meaning::round_kind,
              [&](std::string_view text) { facts.kind = read_csv_round_kind(text, *mapping_); });
    read_cell(csv_meaning::announced, [&](std::string_view text) {
        facts.announced = read_csv_date(text, mapping_->date_order);
    });
    read_cell(csv_meaning::closed, [&](std::string_view text) {
        facts.closed = read_csv_date(text, mapping_->date_order);
    });
}

void csv_row_reader::read_sums(csv_facts& facts)
{
    std::optional<currency> unit;
    auto has_bad_currency = false;
    if (!mapping_->currency.empty()) {
        unit = currency{mapping_->currency};
    }
    read_cell(csv_meaning::currency, [&](std::string_view text) {
        has_bad_currency = true;
        unit = currency{text};
        has_bad_currency = false;
    });
    auto const read_sum = [&](csv_meaning meaning, field<amount>& sum) {
        read_cell(meaning, [&](std::string_view text) {
            if (has_bad_currency) {
                return; // one error is enough
            }
            if (!unit) {
                throw error{error_code::missing_field, "a sum without a currency",
                            "a code of ISO 4217 in the column of currencies"};
            }
            sum = read_csv_amount(text, *unit, *mapping_);
        });
    };
    read_sum(csv_meaning::amount, facts.total);
    read_sum(csv_meaning::cheque, facts.cheque);
}

csv_facts csv_row_reader::read(csv_row const& row)
{
    row_ = &row;
    errors_.clear();
    csv_facts facts;
    facts.company = read_party(csv_meaning::company_name, csv_meaning::company_slug,
                               csv_meaning::company_country, "company");
    if (has_investor(*mapping_)) {
        facts.investor = read_party(csv_meaning::investor_name, csv_meaning::investor_slug,
                                    csv_meaning::investor_country, "investor");
    }
    read_round(facts);
    read_sums(facts);
    std::stable_sort(errors_.begin(), errors_.end(), [](error const& a, error const& b) {
        return a.where()->byte < b.where()->byte;
    });
    return facts;
}

} // namespace capgraph::inline v0::detail

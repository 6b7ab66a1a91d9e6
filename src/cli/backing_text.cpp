// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "backing_text.hpp"

#include "figures.hpp"
#include "parts.hpp"
#include "terminal_text.hpp"

#include <capgraph/model/funding_round.hpp>
#include <capgraph/network/status_of.hpp>

#include <algorithm>
#include <string>

namespace capgraph::cli {

namespace {

char const* meaning_of(state_measure measure)
{
    switch (measure) {
    case state_measure::organs:
        return "organs of a state only";
    case state_measure::labelled:
        return "organs of a state, and whoever is reported to be controlled or backed by one";
    case state_measure::look_through:
        return "organs of a state, and of all others the part that organs own in the end";
    case state_measure::consolidated:
        return "organs of a state, and whom they control";
    }
    return "";
}

/// `2 of 4`; `2 of 4+` where others are or may be there whom no source names. By measures that take
/// investors in part, the part.
std::string heads_text(capgraph::state_backing const& part)
{
    if (part.investors.empty()) {
        return "none named";
    }
    if (part.measure == state_measure::look_through
        || part.measure == state_measure::consolidated) {
        return percent_text(part.headcount);
    }
    auto const text =
        count_text(part.state_investors.size()) + " of " + count_text(part.investors.size());
    return part.headcount.lower == part.headcount.upper ? text : text + '+';
}

/// The sum in its own currency, as it was told there.
std::string money_of(subject const& s, backing_row const& row)
{
    if (!row.round) {
        return {};
    }
    auto const r = s.facts().at<funding_round>(*row.round);
    if (!r.amount || !counts(s.facts(), r.status)) {
        return "unknown";
    }
    return r.amount->is_disclosed() ? money_text(r.amount->renderings().front()) : "undisclosed";
}

} // namespace

std::string measure_text(backing_choice const& asked)
{
    auto text = std::string{"The state: "} + meaning_of(asked.measure);
    if (!asked.country.empty()) {
        text += "; the state of " + cleaned(asked.country);
    }
    if (asked.level) {
        text += "; of " + std::string{to_string(*asked.level)} + " level";
    }
    auto const reads_owners = asked.measure == state_measure::look_through
                              || asked.measure == state_measure::consolidated;
    if (reads_owners) {
        text += asked.unknown == unknown_choice::impossible
                    ? ". What nobody is said to hold is not the state's"
                    : ". What nobody is said to hold may be the state's";
    }
    return text
           + (asked.unnamed == unnamed_money::possible
                  ? ". Investors that no source names may have paid."
                  : ". Whom no source names or counts is taken not to have paid.");
}

row_kinds kinds_of(std::vector<backing_row> const& rows)
{
    auto const is_round = [](backing_row const& row) { return row.round.has_value(); };
    return {!std::all_of(rows.begin(), rows.end(), is_round),
            std::any_of(rows.begin(), rows.end(), is_round)};
}

std::vector<column> columns_for(backing_choice const& asked, row_kinds kinds)
{
    auto const* const subject = !kinds.rounds     ? "company"
                                : kinds.companies ? "company / round"
                                                  : "round";
    std::vector<column> out{{subject, alignment::left, 24}};
    if (kinds.rounds) {
        out.push_back({"money", alignment::left, 22});
    }
    out.push_back({"headcount", alignment::right});
    auto const add = [&](char const* header) {
        out.push_back({header, alignment::right});
        out.push_back({"known", alignment::right});
    };
    if (asked.denominator == backing_denominator::post_money) {
        add("of post-money");
        return out;
    }
    if (asked.denominator != backing_denominator::external) {
        add("of total");
    }
    if (asked.denominator != backing_denominator::total) {
        add("of external");
    }
    return out;
}

std::vector<std::string> cells_of(subject const& s, backing_row const& row, row_kinds kinds)
{
    auto const* const indent = kinds.companies ? "  " : "";
    std::vector<std::string> cells{row.round            ? indent + s.slug(*row.round)
                                   : !row.group.empty() ? row.group
                                                        : s.name(row.company)};
    if (kinds.rounds) {
        cells.push_back(money_of(s, row));
    }
    auto const& first = row.answers.front();
    cells.push_back(first.part ? heads_text(*first.part) : "");
    for (auto const& answer : row.answers) {
        auto const& part = answer.part;
        cells.push_back(part ? percent_text(part->capital)
                             : std::string{to_string(answer.reason.code())});
        cells.push_back(part ? percent_text(part->capital.coverage) : "");
    }
    return cells;
}

std::string state_investors_text(subject const& s, std::vector<backing_row> const& rows)
{
    auto const whole = !rows.front().round;
    std::string out;
    for (auto const& row : rows) {
        auto const& part = row.answers.front().part;
        if (!part || part->state_investors.empty() || (whole && row.round)) {
            continue;
        }
        auto const in = row.round            ? s.slug(*row.round)
                        : !row.group.empty() ? row.group
                                             : s.name(row.company);
        auto const line = "The state in " + in + ": " + names_of(s, part->state_investors) + '.';
        out += '\n' + wrapped(cleaned(line), 100);
    }
    return out.empty() ? out : out + '\n';
}

std::string stakes_text(subject const& s, std::vector<backing_row> const& rows)
{
    std::string out;
    for (auto const& row : rows) {
        if (row.chain && !row.chain->links.empty()) {
            out += '\n' + wrapped(cleaned("By stakes: " + chain_text(s, *row.chain) + '.'), 100);
        }
        if (row.equity && row.equity->coverage > share{}) {
            auto const line = "Of the equity of " + s.name(row.company) + " the state has "
                              + percent_text(*row.equity) + ", the holders of "
                              + percent_text(row.equity->coverage) + " being told.";
            out += '\n' + wrapped(cleaned(line), 100);
        }
    }
    return out.empty() ? out : out + '\n';
}

std::string reasons_text(subject const& s, std::vector<backing_row> const& rows)
{
    std::string out;
    for (auto const& row : rows) {
        for (auto const& answer : row.answers) {
            if (!answer.part) {
                auto const of = row.round            ? s.slug(*row.round)
                                : !row.group.empty() ? row.group
                                                     : s.slug(row.company);
                out.append("\nNo answer for ").append(cleaned(of)).append(", ");
                out.append(to_string(answer.denominator)).append(": ");
                out += cleaned(answer.reason.what());
            }
        }
    }
    return out.empty() ? out : out + '\n';
}

} // namespace capgraph::cli

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "backing_text.hpp"

#include "figures.hpp"
#include "parts.hpp"
#include "terminal_text.hpp"

#include <capgraph/model/funding_round.hpp>
#include <capgraph/network/status_of.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <ostream>
#include <string>
#include <vector>

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

/// `2 of 4`; `2–3 of 4` where it is not known of one whether it counts; `2 of 4+` where others are
/// or may be there whom no source names. By measures that take investors in part, the part.
std::string heads_text(capgraph::state_backing const& part)
{
    if (part.investors.empty()) {
        return "none named";
    }
    if (part.measure == state_measure::look_through
        || part.measure == state_measure::consolidated) {
        return percent_text(part.headcount);
    }
    auto const all = part.investors.size();
    auto const least = part.state_investors.size();
    auto most = least;
    auto const are_all_named = part.headcount.coverage == share{1.0};
    if (are_all_named) {
        most = static_cast<std::size_t>(
            std::llround(part.headcount.upper.fraction() * static_cast<double>(all)));
    }
    auto text = count_text(least);
    text += most > least ? "\xE2\x80\x93" + count_text(most) : ""; // U+2013
    return text + " of " + count_text(all) + (are_all_named ? "" : "+");
}

/// `the state of CN at central level`, as it is asked for.
std::string state_text(backing_choice const& asked)
{
    auto text = std::string{"the state"};
    text += asked.country.empty() ? "" : " of " + asked.country;
    return text + (asked.level ? " at " + std::string{to_string(*asked.level)} + " level" : "");
}

std::string name_of(subject const& s, backing_row const& row)
{
    return row.round ? s.slug(*row.round) : !row.group.empty() ? row.group : s.name(row.company);
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
    cells.push_back(first.investors() != nullptr ? heads_text(*first.investors()) : "");
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
        auto const* const part = row.answers.front().investors();
        if (part == nullptr || part->state_investors.empty() || (whole && row.round)) {
            continue;
        }
        auto const line =
            "The state in " + name_of(s, row) + ": " + names_of(s, part->state_investors) + '.';
        out += '\n' + wrapped(cleaned(line), 100);
    }
    return out.empty() ? out : out + '\n';
}

std::string stakes_text(subject const& s, backing_choice const& asked,
                        std::vector<backing_row> const& rows)
{
    auto const whole = !rows.front().round;
    std::string out;
    auto const add = [&](std::string const& line) { out += '\n' + wrapped(cleaned(line), 100); };
    for (auto const& row : rows) {
        for (auto const& chain : row.investor_chains) {
            if (!whole || !row.round) {
                add("By an investor: " + chain_text(s, chain, row.company) + '.');
            }
        }
        if (row.chain && !row.chain->links.empty()) {
            add("By stakes: " + chain_text(s, *row.chain) + '.');
        }
        if (row.equity && row.equity->coverage > share{}) {
            add("Of the equity of " + s.name(row.company) + ' ' + state_text(asked) + " has "
                + percent_text(*row.equity) + ", the holders of "
                + percent_text(row.equity->coverage) + " being told.");
        }
        if (!row.without_room.empty()) {
            add(clash_text(s, row.without_room, row.company));
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

exit_code ended(backing_choice const& asked, std::vector<backing_row> const& rows,
                std::ostream& err)
{
    if (!lacks_answer(asked, rows)) {
        return fine;
    }
    std::string last;
    for (auto const& answer : rows.front().answers) {
        if (!answer.part && answer.reason.what() != last) {
            last = answer.reason.what();
            err << "capgraph: " << cleaned(last) << '\n';
        }
    }
    return findings;
}

std::string over_total_text(subject const& s, std::vector<backing_row> const& rows)
{
    std::vector<record_id> over;
    for (auto const& row : rows) {
        for (auto const& answer : row.answers) {
            if (answer.part) {
                over.insert(over.end(), answer.part->over_total.begin(),
                            answer.part->over_total.end());
            }
        }
    }
    std::string out;
    std::sort(over.begin(), over.end());
    over.erase(std::unique(over.begin(), over.end()), over.end());
    for (auto const id : over) {
        auto const line =
            "The cheques of " + s.slug(id) + " come to more than its total: they are taken for it.";
        out += '\n' + wrapped(cleaned(line), 100);
    }
    return out.empty() ? out : out + '\n';
}

} // namespace capgraph::cli

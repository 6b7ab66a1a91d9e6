// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "subcommands.hpp"

#include "backing_rows.hpp"
#include "figures.hpp"
#include "parts.hpp"
#include "report.hpp"
#include "table.hpp"
#include "terminal_text.hpp"

#include <capgraph/model/funding_round.hpp>
#include <capgraph/network/status_of.hpp>

#include <algorithm>
#include <ostream>
#include <string>
#include <utility>

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

/// What the rows are about: companies stand before their rounds where there are both.
struct row_kinds {
    bool companies = false;
    bool rounds = false;
};

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

/// Who counts as the state in which company, or in which round where rounds stand alone; nothing
/// where none does anywhere.
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

/// How companies hang on the state, and how much of their equity it has; nothing where nothing is
/// known of either.
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

void print_text(std::ostream& out, subject const& s, invocation const& what,
                std::vector<backing_row> rows)
{
    auto const all = keep_top(rows, what);
    out << view_text(what) << '\n' << wrapped(measure_text(what.backing), 100) << "\n\n";
    if (rows.empty()) {
        out << "No companies.\n";
        return;
    }
    auto const kinds = kinds_of(rows);
    table t{columns_for(what.backing, kinds)};
    for (auto const& row : rows) {
        t.add(cells_of(s, row, kinds));
    }
    out << to_string(t);
    if (rows.size() < all) {
        out << "... and " << count_text(all - rows.size(), "row", "rows") << " more\n";
    }
    out << state_investors_text(s, rows) << stakes_text(s, rows) << reasons_text(s, rows);
}

json_object options_of(backing_choice const& asked)
{
    auto const or_null = [](std::string const& text) {
        return text.empty() ? json_value{} : json_value{text};
    };
    return {{"company", or_null(asked.company)},
            {"round", or_null(asked.round)},
            {"measure", to_string(asked.measure)},
            {"denominator",
             asked.denominator ? json_value{to_string(*asked.denominator)} : json_value{}},
            {"unnamed", to_string(asked.unnamed)},
            {"best", to_string(asked.best)},
            {"country", or_null(asked.country)},
            {"level", asked.level ? json_value{to_string(*asked.level)} : json_value{}},
            {"unknown_owners", to_string(asked.unknown.value_or(unknown_choice::possible))},
            {"heads", to_string(asked.heads)}};
}

std::vector<json_object> objects_of(subject const& s, backing_choice const& asked,
                                    std::vector<backing_row> const& rows)
{
    std::vector<json_object> objects;
    for (auto const& row : rows) {
        for (auto const& answer : row.answers) {
            objects.push_back(to_json(s, asked.measure, row, answer));
        }
    }
    return objects;
}

/// The rows as known on each of several days.
exit_code print_over(subject const& s, invocation const& what, std::ostream& out)
{
    std::vector<json_object> objects;
    std::vector<column> columns{{"known on", alignment::left}};
    auto const kept = columns_for(what.backing, {true, true});
    columns.insert(columns.end(), kept.begin(), kept.end());
    table t{columns};
    for (auto const& day : what.backing.over) {
        auto then = what;
        then.seen.known_at = parse_date(day);
        subject const seen{{s.data.book.copy(), s.data.title, 0},
                           network_of(view{s.data.book, then.seen}, then)};
        std::vector<backing_row> rows;
        try {
            rows = backing_rows(seen, then);
        } catch (error const& e) {
            if (e.code() != error_code::not_known_at) {
                throw;
            }
            t.add({day, "not known yet"});
            continue;
        }
        keep_top(rows, what);
        for (auto const& row : rows) {
            auto cells = cells_of(seen, row, {true, true});
            cells.insert(cells.begin(), &row == rows.data() ? day : "");
            t.add(std::move(cells));
        }
        for (auto& object : objects_of(seen, what.backing, rows)) {
            object.insert(object.begin(), {"known_at", day});
            objects.push_back(std::move(object));
        }
    }
    if (what.json) {
        print_json(out, what, options_of(what.backing), objects);
    } else {
        out << view_text(what) << '\n'
            << wrapped(measure_text(what.backing), 100) << "\n\n"
            << to_string(t);
    }
    return fine;
}

} // namespace

exit_code state_backing(invocation const& what, streams const& io)
{
    auto const s = read_subject(what, io.in);
    if (!what.backing.over.empty()) {
        return print_over(s, what, io.out);
    }
    auto rows = backing_rows(s, what);
    if (!what.json) {
        print_text(io.out, s, what, std::move(rows));
        return fine;
    }
    keep_top(rows, what);
    print_json(io.out, what, options_of(what.backing), objects_of(s, what.backing, rows));
    return fine;
}

} // namespace capgraph::cli

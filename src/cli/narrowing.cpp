// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "subcommands.hpp"

#include "backing_json.hpp"
#include "backing_rows.hpp"
#include "backing_text.hpp"
#include "failure.hpp"
#include "figures.hpp"
#include "parts.hpp"
#include "rate_option.hpp"
#include "report.hpp"
#include "subject.hpp"
#include "table.hpp"
#include "terminal_text.hpp"

#include <capgraph/query/narrowing.hpp>

#include <ostream>
#include <string>

namespace capgraph::cli {

namespace {

std::string points_text(double width)
{
    return percent_text(share{std::min(1.0, std::max(0.0, width))});
}

std::string figure_text(subject const& s, capgraph::narrowing const& row)
{
    switch (row.what) {
    case unknown_figure::cheque:
        return "cheque of " + s.name(row.investor) + " in " + s.slug(*row.round);
    case unknown_figure::total:
        return "money of " + s.slug(*row.round);
    case unknown_figure::stake:
        break;
    }
    return "stake of " + s.name(row.investor) + " in " + s.name(row.owned);
}

std::string range_text(capgraph::narrowing const& row)
{
    if (row.part) {
        return part_text(*row.part);
    }
    if (!row.sum) {
        return {};
    }
    return row.sum->upper ? money_text(row.sum->lower) + " to " + money_text(*row.sum->upper)
                          : "from " + money_text(row.sum->lower);
}

void print_text(std::ostream& out, invocation const& what, subject const& s, narrowing_list all)
{
    out << view_text(what) << '\n'
        << wrapped(measure_text(what.backing), 100) << '\n'
        << wrapped("The state's part of the money is known to within " + points_text(all.width)
                       + ". What is left of that if one more figure were known, and turned out to "
                         "be the least or the most it can be:",
                   100)
        << "\n\n";
    auto const found = keep_top(all.figures, what);
    if (all.figures.empty()) {
        out << "No figure that is unknown would narrow it.\n";
        return;
    }
    table t{{{"figure", alignment::left, 56},
             {"can be", alignment::left, 28},
             {"if least", alignment::right},
             {"if most", alignment::right}}};
    for (auto const& row : all.figures) {
        t.add({figure_text(s, row), range_text(row), points_text(row.width_if_least),
               points_text(row.width_if_most)});
    }
    out << to_string(t);
    if (all.is_cut) {
        out << "There are more figures than were tried.\n";
    }
    if (all.figures.size() < found) {
        out << "... and " << count_text(found - all.figures.size(), "figure", "figures")
            << " more\n";
    }
}

json_object to_json(subject const& s, capgraph::narrowing const& row)
{
    auto const is_stake = row.what == unknown_figure::stake;
    auto const is_of_somebody = row.what != unknown_figure::total;
    json_object out{
        {"what", to_string(row.what)},
        {"text", figure_text(s, row)},
        {"round", row.round ? json_value{s.slug(*row.round)} : json_value{}},
        {"investor", is_of_somebody ? json_value{s.slug(row.investor)} : json_value{}},
        {"investor_name", is_of_somebody ? json_value{s.name(row.investor)} : json_value{}},
        {"owned", is_stake ? json_value{s.slug(row.owned)} : json_value{}},
        {"owned_name", is_stake ? json_value{s.name(row.owned)} : json_value{}},
        {"range", range_text(row)}};
    auto const& sum = row.sum;
    out.push_back({"sum_currency", sum ? json_value{sum->lower.unit().code()} : json_value{}});
    out.push_back({"sum_lower", sum ? json_value{exact_text(sum->lower)} : json_value{}});
    out.push_back(
        {"sum_upper", sum && sum->upper ? json_value{exact_text(*sum->upper)} : json_value{}});
    out.push_back({"part_lower", row.part ? json_value{row.part->lower} : json_value{}});
    out.push_back({"part_upper", row.part ? json_value{row.part->upper} : json_value{}});
    out.push_back({"width_if_least", row.width_if_least});
    out.push_back({"width_if_most", row.width_if_most});
    return out;
}

narrowing_list found_for(subject const& s, backing_choice const& asked)
{
    narrowing_options options;
    options.backing = backing_options(asked);
    try {
        return asked.round.empty() ? narrowing_of(s.net, entity_meant(s, asked.company), options)
                                   : narrowing_of(s.net, round_meant(s, asked.round), options);
    } catch (error const& e) {
        throw with_hint(e);
    }
}

} // namespace

exit_code narrowing(invocation const& what, streams const& io)
{
    auto asked = what.backing;
    asked.denominator = asked.denominator.value_or(backing_denominator::total);
    if (asked.company.empty() == asked.round.empty()) {
        throw bad_usage{"narrowing: expected either a company, or a round with --round"};
    }
    auto const s = read_subject(what, io.in);
    auto all = found_for(s, asked);
    if (!what.json) {
        print_text(io.out, what, s, std::move(all));
        return fine;
    }
    keep_top(all.figures, what);
    auto options = options_of(asked);
    options.push_back({"width", all.width});
    options.push_back({"is_cut", all.is_cut});
    print_json(io.out, what, options,
               objects_of(all.figures, [&](auto const& row) { return to_json(s, row); }));
    return fine;
}

} // namespace capgraph::cli

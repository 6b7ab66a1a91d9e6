// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "subcommands.hpp"

#include "figures.hpp"
#include "report.hpp"
#include "table.hpp"
#include "terminal_text.hpp"
#include "ties.hpp"

#include <capgraph/query/next_round_candidates.hpp>
#include <capgraph/query/partnerships.hpp>
#include <capgraph/query/recurring_syndicates.hpp>

#include <ostream>
#include <string>
#include <utility>

namespace capgraph::cli {

namespace {

struct answer {
    subject const& s;
    invocation const& what;
    streams const& io;
    co_investment_scope scope;

    /// Begins a table: the view, and what follows in a sentence.
    void head(std::string const& sentence) const
    {
        io.out << view_text(what) << '\n'
               << scope_text(what.ties) << wrapped(sentence, 100) << "\n\n";
    }

    void print(table const& t, std::size_t shown, std::size_t all) const
    {
        if (!t.empty()) {
            io.out << to_string(t);
        }
        if (shown < all) {
            io.out << "... and " << count_text(all - shown) << " more\n";
        }
    }
};

exit_code print_syndicates(answer const& a)
{
    recurring_syndicates_options options;
    options.min_times = a.what.ties.min_times.value_or(2);
    options.min_investors = a.what.ties.min_investors.value_or(2);
    auto found = find_recurring_syndicates(a.s.net, a.scope, options,
                                           {.memory_budget = a.what.ties.memory_budget});
    auto const all = keep_top(found.syndicates, a.what);
    auto const by_round = a.scope.unit == co_investment_unit::same_round;
    if (a.what.json) {
        auto more = scope_json(a.what.ties);
        more.push_back({"min_times", options.min_times});
        more.push_back({"min_investors", options.min_investors});
        more.push_back({"is_cut", found.is_cut});
        print_json(a.io.out, a.what, more,
                   objects_of(found.syndicates, [&](recurring_syndicate const& row) {
                       json_object out{{"investor_ids", slug_list<entity_id>(a.s, row.investors)},
                                       {"investor_names", name_list(a.s, row.investors)},
                                       {"times", row.times},
                                       {"company_ids", slug_list<entity_id>(a.s, row.companies)},
                                       {"company_names", name_list(a.s, row.companies)}};
                       out.push_back({"round_ids", slug_list<record_id>(a.s, row.rounds)});
                       return out;
                   }));
        return fine;
    }
    a.head(count_text(all, "syndicate recurs", "syndicates recur")
           + (found.is_cut ? ", or more: those that meet most often." : "."));
    table t{{{"times", alignment::right},
             {"investors", alignment::left, 56},
             {by_round ? "rounds" : "companies", alignment::left, 36}}};
    for (auto const& row : found.syndicates) {
        t.add({count_text(row.times), names_of(a.s, row.investors),
               by_round ? slugs_of<record_id>(a.s, row.rounds) : names_of(a.s, row.companies)});
    }
    a.print(t, found.syndicates.size(), all);
    return fine;
}

std::vector<std::string> date_list(std::vector<date> const& dates)
{
    std::vector<std::string> out;
    for (auto const d : dates) {
        out.push_back(d == date{} ? "unknown" : to_string(d));
    }
    return out;
}

std::string dates_text(std::vector<date> const& dates)
{
    std::string out;
    for (auto const& day : date_list(dates)) {
        append_listed(out, day);
    }
    return out;
}

exit_code print_repeats(answer const& a)
{
    auto found =
        repeat_partnerships(a.s.net, a.scope, {.min_times = a.what.ties.min_times.value_or(2)},
                            {.memory_budget = a.what.ties.memory_budget});
    auto const all = keep_top(found, a.what);
    if (a.what.json) {
        auto more = scope_json(a.what.ties);
        more.push_back({"min_times", a.what.ties.min_times.value_or(2)});
        print_json(a.io.out, a.what, more, objects_of(found, [&](partnership const& row) {
                       json_object out;
                       add_entity(out, a.s, "investor", row.first);
                       add_entity(out, a.s, "co_investor", row.second);
                       out.push_back({"times", row.times});
                       out.push_back({"round_ids", slug_list<record_id>(a.s, row.rounds)});
                       out.push_back({"dates", date_list(row.dates)});
                       return out;
                   }));
        return fine;
    }
    a.head(count_text(all, "pair met again.", "pairs met again."));
    table t{{{"investor", alignment::left, 30},
             {"co-investor", alignment::left, 30},
             {"times", alignment::right},
             {"when", alignment::left, 30}}};
    for (auto const& row : found) {
        t.add({a.s.name(row.first), a.s.name(row.second), count_text(row.times),
               dates_text(row.dates)});
    }
    a.print(t, found.size(), all);
    return fine;
}

/// `12`, or `3–12` where dates leave it open.
std::string bounds_text(count_bounds const& c)
{
    return c.lower == c.upper ? count_text(c.lower)
                              : count_text(c.lower) + "–" + count_text(c.upper);
}

exit_code print_years(answer const& a)
{
    auto found =
        partnerships_by_year(a.s.net, a.scope, {.memory_budget = a.what.ties.memory_budget});
    auto const all = keep_top(found, a.what);
    if (a.what.json) {
        print_json(a.io.out, a.what, scope_json(a.what.ties),
                   objects_of(found, [](partnership_year const& row) {
                       return json_object{{"year", static_cast<double>(row.year)},
                                          {"pairs_lower", row.pairs.lower},
                                          {"pairs_upper", row.pairs.upper},
                                          {"first_time_lower", row.first_time.lower},
                                          {"first_time_upper", row.first_time.upper}};
                   }));
        return fine;
    }
    a.head("Pairs of investors that sat in one round, by year. Figures with a dash are bounds: not "
           "all days are known.");
    table t{{{"year", alignment::right},
             {"pairs", alignment::right},
             {"for the first time", alignment::right}}};
    for (auto const& row : found) {
        t.add({std::to_string(row.year), bounds_text(row.pairs), bounds_text(row.first_time)});
    }
    a.print(t, found.size(), all);
    return fine;
}

exit_code print_candidates(answer const& a)
{
    auto const company = entity_meant(a.s, a.what.ties.candidates);
    auto const top = a.what.top.value_or(20);
    auto const found = next_round_candidates(a.s.net, company, a.scope, top);
    if (a.what.json) {
        auto more = scope_json(a.what.ties);
        more.push_back({"candidates", a.s.slug(company)});
        print_json(a.io.out, a.what, more, objects_of(found, [&](round_candidate const& row) {
                       json_object out;
                       add_entity(out, a.s, "investor", row.investor);
                       out.push_back({"score", row.score});
                       out.push_back({"through_ids", slug_list<entity_id>(a.s, row.through)});
                       return out;
                   }));
        return fine;
    }
    a.head(found.empty()
               ? "Nobody co-invests with the backers of " + a.s.name(company) + '.'
               : "Who co-invests with the backers of " + a.s.name(company)
                     + ", by Adamic and Adar: candidates by how the network hangs together, "
                       "not a forecast, and nothing that any source has said.");
    table t{{{"candidate", alignment::left, 40},
             {"score", alignment::right},
             {"through", alignment::left, 44}}};
    for (auto const& row : found) {
        t.add({a.s.name(row.investor), score_text(row.score, false), names_of(a.s, row.through)});
    }
    a.print(t, 0, 0);
    return fine;
}

} // namespace

exit_code syndicates(invocation const& what, streams const& io)
{
    auto const s = read_subject(what, io.in);
    auto asked = what;
    if (what.ties.repeats || what.ties.by_year) {
        asked.unit = co_investment_unit::same_round; // which is what they count
    }
    answer const a{s, asked, io, groups_meant(s, asked).scope()};
    if (what.ties.repeats) {
        return print_repeats(a);
    }
    if (what.ties.by_year) {
        return print_years(a);
    }
    return what.ties.candidates.empty() ? print_syndicates(a) : print_candidates(a);
}

} // namespace capgraph::cli

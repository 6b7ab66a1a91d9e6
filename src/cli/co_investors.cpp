// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "subcommands.hpp"

#include "figures.hpp"
#include "report.hpp"
#include "subject.hpp"
#include "table.hpp"
#include "terminal_text.hpp"

#include <capgraph/query/co_investors_of.hpp>

#include <algorithm>
#include <ostream>
#include <utility>

namespace capgraph::cli {

namespace {

/// Whom the investor backs, by slug.
std::vector<entity_id> backed_by(subject const& s, entity_id investor)
{
    std::vector<entity_id> out;
    if (auto const place = s.net.find_investor(investor)) {
        auto const [first, last] = adjacent_vertices(*place, s.net.two_mode());
        std::for_each(first, last, [&](std::uint32_t vertex) {
            out.push_back(s.net.companies()[vertex - s.net.investors().size()]);
        });
    }
    return out;
}

/// Who the investor is once rolled up and joined with those that are the same.
entity_id counted_as(subject const& s, entity_id investor)
{
    auto const place = s.net.find_investor(investor);
    return place ? s.net.investors()[*place] : s.facts().representative(investor);
}

void print_text(std::ostream& out, subject const& s, invocation const& what, entity_id investor,
                std::vector<co_investor> rows)
{
    auto const by_round = *what.unit == co_investment_unit::same_round;
    auto const backed = backed_by(s, investor);
    auto const name = s.name(counted_as(s, investor));
    out << view_text(what) << '\n'
        << wrapped(cleaned(name
                           + (backed.empty() ? " backs no company."
                                             : " backs " + names_of(s, backed) + '.')),
                   100)
        << "\n\n";
    auto const all = keep_top(rows, what);
    if (rows.empty()) {
        out << "No co-investors.\n";
        return;
    }
    table t{{{"co-investor", alignment::left, 48},
             {by_round ? "rounds" : "companies", alignment::right},
             {"which", alignment::left, 38}}};
    for (auto const& row : rows) {
        t.add({s.name(row.investor), count_text(row.shared),
               by_round ? slugs_of<record_id>(s, row.rounds, ", ") : names_of(s, row.companies)});
    }
    out << to_string(t);
    if (rows.size() < all) {
        out << "... and " << count_text(all - rows.size(), "co-investor", "co-investors")
            << " more\n";
    }
}

json_object to_json(subject const& s, invocation const& what, entity_id of, co_investor const& row)
{
    json_object out{{"investor", s.slug(of)},
                    {"investor_name", s.name(of)},
                    {"co_investor", s.slug(row.investor)},
                    {"co_investor_name", s.name(row.investor)},
                    {"shared", row.shared},
                    {"company_ids", slugs_of<entity_id>(s, row.companies)},
                    {"company_names", names_of(s, row.companies, "; ")}};
    if (*what.unit == co_investment_unit::same_round) {
        out.push_back({"round_ids", slugs_of<record_id>(s, row.rounds)});
    }
    return out;
}

} // namespace

exit_code co_investors(invocation const& what, streams const& io)
{
    auto const s = read_subject(what, io.in);
    auto const investor = entity_meant(s, what.investor);
    auto rows = co_investors_of(s.net, investor, {.unit = *what.unit});
    if (!what.json) {
        print_text(io.out, s, what, investor, std::move(rows));
        return fine;
    }
    keep_top(rows, what);
    auto const of = counted_as(s, investor);
    auto const to_object = [&](co_investor const& row) { return to_json(s, what, of, row); };
    print_json(io.out, what,
               {{"investor", s.slug(investor)},
                {"companies_backed", slugs_of<entity_id>(s, backed_by(s, investor))}},
               objects_of(rows, to_object));
    return fine;
}

} // namespace capgraph::cli

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "co_investment_kinds.hpp"

#include "figures.hpp"
#include "report.hpp"
#include "table.hpp"
#include "ties.hpp"

#include <capgraph/query/lead_network.hpp>

#include <algorithm>
#include <ostream>
#include <tuple>
#include <vector>

namespace capgraph::cli {

namespace {

struct lead_row {
    std::uint32_t lead = 0; ///< In `network::investors()`, as `other`.
    std::uint32_t other = 0;
    double rounds = 0.0;
};

std::vector<lead_row> rows_of(lead_network const& g)
{
    std::vector<lead_row> rows;
    auto const [first, last] = edges(g);
    for (auto e = first; e != last; ++e) {
        rows.push_back({source(*e, g), target(*e, g), g.weight(*e)});
    }
    std::sort(rows.begin(), rows.end(), [](lead_row const& a, lead_row const& b) {
        return std::tuple{b.rounds, a.lead, a.other} < std::tuple{a.rounds, b.lead, b.other};
    });
    return rows;
}

} // namespace

exit_code print_leads(subject const& s, invocation const& what, streams const& io)
{
    auto scope = groups_meant(s, what).scope();
    auto const g = project_leads(s.net, scope, {.memory_budget = what.ties.memory_budget});
    auto rows = rows_of(g);
    auto const all = keep_top(rows, what);
    if (what.json) {
        auto more = scope_json(what.ties);
        more.push_back({"leads", true});
        print_json(io.out, what, more, objects_of(rows, [&](lead_row const& row) {
                       json_object out;
                       add_entity(out, s, "lead", g.investors()[row.lead]);
                       add_entity(out, s, "investor", g.investors()[row.other]);
                       out.push_back({"rounds", static_cast<std::uint64_t>(row.rounds)});
                       return out;
                   }));
        return fine;
    }
    io.out << view_text(what) << '\n'
           << scope_text(what.ties)
           << count_text(all, "investor was led by another", "times an investor was led by another")
           << (all == 0 ? ".\n" : ":\n\n");
    table t{{{"lead", alignment::left, 40},
             {"investor", alignment::left, 40},
             {"rounds", alignment::right}}};
    for (auto const& row : rows) {
        t.add({s.name(g.investors()[row.lead]), s.name(g.investors()[row.other]),
               count_text(static_cast<std::uint64_t>(row.rounds))});
    }
    if (!t.empty()) {
        io.out << to_string(t);
    }
    if (rows.size() < all) {
        io.out << "... and " << count_text(all - rows.size(), "pair", "pairs") << " more\n";
    }
    return fine;
}

} // namespace capgraph::cli

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// Who brokers between the state's funds and the private ones among the backers of the Chinese labs?

#include <capgraph.hpp>

#include <cstddef>
#include <cstdint>
#include <iomanip>
#include <iostream>
#include <vector>

namespace {

/// Pairs of investors, and how many of them are of the state's and a private one.
struct pairs {
    std::size_t all = 0;
    std::size_t mixed = 0;

    void add(bool is_mixed)
    {
        ++all;
        mixed += is_mixed ? 1U : 0U;
    }
};

/// Of the partners of `broker` those who do not back a company together without it.
pairs apart_but_for(std::uint32_t broker, capgraph::co_investment_network const& g,
                    std::vector<bool> const& is_state)
{
    pairs out;
    auto const partners = g.view().row(broker);
    for (auto const u : partners) {
        for (auto const v : partners) {
            if (u < v && !edge(u, v, g).second) {
                out.add(is_state[u] != is_state[v]);
            }
        }
    }
    return out;
}

} // namespace

int main()
{
    auto const book = capgraph::read_json_file("data/chinese_ai_labs.json");
    auto const n = capgraph::network{capgraph::view{book}};
    auto const g = capgraph::project_co_investment(n);
    std::vector<bool> is_state;
    for (auto const member : g.members()) {
        is_state.push_back(capgraph::is_state(n, member, capgraph::state_measure::labelled));
    }
    pairs ties;
    auto const [first, last] = edges(g);
    for (auto e = first; e != last; ++e) {
        ties.add(is_state[source(*e, g)] != is_state[target(*e, g)]);
    }
    std::cout << ties.mixed << " of " << ties.all
              << " pairs of co-investors are of the state's and a private one.\n\n"
              << "betweenness  constraint  pairs of partners who meet only here: all  mixed\n";

    auto const constraint = capgraph::burt_constraint(g);
    for (auto const& row : capgraph::ranking(capgraph::betweenness_centrality(g), {.top = 8})) {
        auto const found = apart_but_for(row.vertex, g, is_state);
        std::cout << std::fixed << std::setprecision(3) << std::setw(11) << row.score
                  << std::setw(12) << *constraint[row.vertex] << std::setw(43) << found.all
                  << std::setw(7) << found.mixed << "  "
                  << (is_state[row.vertex] ? "state    " : "private  ")
                  << n.facts().name_of(g.members()[row.vertex]) << '\n';
    }
}

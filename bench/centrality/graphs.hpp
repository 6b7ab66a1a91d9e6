// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

// What is measured on: co-investment networks, and a graph without structure. All unweighted.

#include "for_each_edge.hpp"
#include "projection/inputs.hpp"
#include "random_numbers.hpp"

#include <capgraph/algorithm/connected_components.hpp>
#include <capgraph/algorithm/projection.hpp>
#include <capgraph/graph/csr_graph.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

namespace bench {

/// Who is tied to whom, unweighted, without those tied to nobody: libraries disagree on what these
/// get.
inline capgraph::undirected_csr_graph tied_investors(two_mode const& made)
{
    auto rows = capgraph::projection(made.investors, made.groups());
    rows.weights.clear();
    auto const all = capgraph::undirected_csr_graph::from_rows(std::move(rows));
    std::vector<std::uint32_t> place(num_vertices(all));
    std::uint32_t count = 0;
    for (std::uint32_t v = 0; v < place.size(); ++v) {
        place[v] = count;
        count += all.view().row(v).empty() ? 0U : 1U;
    }
    std::vector<capgraph::edge_ends> ends;
    for_each_edge(all, [&](std::uint32_t u, std::uint32_t v) {
        ends.push_back({place[u], place[v]});
    });
    return capgraph::undirected_csr_graph{count, ends};
}

/// G(n, m): m edges drawn alike from all pairs, each at most once. Precondition: m is far below
/// n (n - 1) / 2.
inline capgraph::undirected_csr_graph random_graph(std::uint32_t n, std::size_t m,
                                                   std::uint64_t seed)
{
    random_numbers random{seed};
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    while (pairs.size() < m) {
        while (pairs.size() < m) {
            auto const u = random.below(n);
            auto const v = random.below(n);
            if (u != v) {
                pairs.emplace_back(std::min(u, v), std::max(u, v));
            }
        }
        std::ranges::sort(pairs);
        pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    }
    std::vector<capgraph::edge_ends> ends;
    for (auto const& [u, v] : pairs) {
        ends.push_back({u, v});
    }
    return capgraph::undirected_csr_graph{n, ends};
}

/// The arcs that searches from all vertices pass, each once a source.
inline double traversed_arcs(capgraph::undirected_csr_graph const& g)
{
    auto const parts = capgraph::connected_components(g);
    std::vector<double> sizes(num_vertices(g));
    std::vector<double> arcs(num_vertices(g));
    for (std::uint32_t v = 0; v < num_vertices(g); ++v) {
        sizes[parts.component_of[v]] += 1.0;
        arcs[parts.component_of[v]] += static_cast<double>(g.view().row(v).size());
    }
    return std::inner_product(sizes.begin(), sizes.end(), arcs.begin(), 0.0);
}

} // namespace bench

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/algorithm/counted_edges.hpp>
#include <capgraph/algorithm/for_each_arc.hpp>
#include <capgraph/graph/concepts.hpp>

#include <cmath>
#include <cstddef>
#include <stdexcept>
#include <vector>

namespace capgraph::inline v0 {

struct strength_options {
    counted_edges edges = counted_edges::out;
};

/// How much the edges of each vertex weigh together, `weight(e)` being the weight of edge e.
///
/// Returns one score per vertex, indexed by vertex. Parallel edges add up, self-loops do not count,
/// an isolated vertex scores 0.
///
/// Complexity: O(V + E) time, O(V) space.
/// Throws: `std::invalid_argument` for a weight that is negative, NaN or infinite; `std::bad_alloc`;
///   what `weight` throws.
/// Reference: Barrat, Barthelemy, Pastor-Satorras and Vespignani, "The architecture of complex
///   weighted networks", PNAS 101(11), 2004.
template <indexed_graph Graph, edge_weight_function<Graph> Weight>
[[nodiscard]] std::vector<double> strength(Graph const& g, Weight const& weight,
                                           strength_options const& options = {})
{
    auto const n = static_cast<std::size_t>(num_vertices(g));
    std::vector<double> score(n, 0.0);
    detail::for_each_arc(g, [&](std::size_t u, std::size_t v, edge_t<Graph> const& e) {
        auto const w = static_cast<double>(weight(e));
        if (!(w >= 0.0 && std::isfinite(w))) {
            throw std::invalid_argument{
                "capgraph::strength: a weight is negative, NaN or infinite"};
        }
        if (u != v) {
            score[options.edges == counted_edges::out ? u : v] += w;
        }
    });
    return score;
}

/// The same by the weights that `g` carries; the number of edges when it carries none.
template <indexed_graph Graph>
[[nodiscard]] std::vector<double> strength(Graph const& g, strength_options const& options = {})
{
    if constexpr (detail::carries_weights<Graph>) {
        return strength(
            g, [&g](edge_t<Graph> const& e) { return g.weight(e); }, options);
    } else {
        return strength(
            g, [](edge_t<Graph> const&) { return 1.0; }, options);
    }
}

} // namespace capgraph::inline v0

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/algorithm/held_bytes.hpp>
#include <capgraph/core/export.hpp>
#include <capgraph/graph/concepts.hpp>
#include <capgraph/graph/csr_view.hpp>
#include <capgraph/graph/direction.hpp>
#include <capgraph/graph/pack.hpp>
#include <capgraph/run/run_options.hpp>

#include <cstdint>
#include <vector>

namespace capgraph::inline v0 {

struct pagerank_options {
    /// How often the walk goes on along an edge; else it starts anew. In [0, 1).
    double damping = 0.85;
    /// Where it starts anew, in proportion: one entry a vertex; empty for everywhere alike.
    std::vector<double> restart = {};
    /// How far the scores x may miss: the entries of the next step differ by no more in all.
    double tolerance = 1e-12;
    std::uint64_t max_iterations = 100'000;
};

namespace detail {

CAPGRAPH_EXPORT std::vector<double> pagerank(csr_view g, direction kind,
                                             pagerank_options const& options,
                                             run_options const& run, std::uint64_t held);

} // namespace detail

/// How often a random walk along the edges is at each vertex.
///
/// Returns one score per vertex, indexed by vertex; they sum to 1. The walk leaves a vertex by an
/// edge in proportion to the weights, as the graph carries them (1 each when it carries none).
/// Self-loops are ignored; an edge of weight 0 is none; parallel edges add up. In a directed graph
/// it follows edges from source to target. Where no edge leads on it starts anew, as `restart`
/// says, personalised or not (so does NetworkX; igraph does when not personalised). Scores do not
/// change with the unit of the weights, nor with that of `restart`.
///
/// Complexity: O(I (V + E)) time for I iterations; O(V + E) space. Of the residual each leaves at
///   most d = `damping` in a directed graph; in an undirected one whose strengths are of moderate
///   ratio, in the long run, (1 - sqrt(1 - d^2)) / d, which is 0.56 for 0.85. Where they differ by
///   so many orders of magnitude that steps beyond the plain ones do harm, plain ones are taken
///   again.
/// Throws: `std::invalid_argument` for a weight that is negative, NaN or infinite, for a damping not
///   in [0, 1), for such a tolerance, and for a `restart` with another number of entries than
///   vertices, with one that is negative, NaN or infinite, or with none above 0; `error` with
///   `not_converged`, naming the residual reached, with `cancelled` or with `over_budget`; what
///   `pack` throws; `std::bad_alloc`.
/// Reference: Brin and Page, "The anatomy of a large-scale hypertextual Web search engine", Computer
///   Networks 30(1-7), 1998; Gleich, "PageRank beyond the Web", SIAM Review 57(3), 2015; Golub and
///   Varga, "Chebyshev semi-iterative methods, successive overrelaxation iterative methods, and
///   second order Richardson iterative methods", Numerische Mathematik 3, 1961.
template <indexed_graph Graph>
[[nodiscard]] std::vector<double> pagerank(Graph const& g, pagerank_options const& options = {},
                                           run_options const& run = {})
{
    auto const kind = undirected_graph<Graph> ? direction::undirected : direction::directed;
    auto const rows = pack(g);
    return detail::pagerank(rows, kind, options, run, detail::held_bytes(rows));
}

/// The same by weights of the caller's: `weight(e)` is that of edge e, alike from both its ends.
template <indexed_graph Graph, edge_weight_function<Graph> Weight>
[[nodiscard]] std::vector<double> pagerank(Graph const& g, Weight const& weight,
                                           pagerank_options const& options = {},
                                           run_options const& run = {})
{
    auto const kind = undirected_graph<Graph> ? direction::undirected : direction::directed;
    auto const rows = pack(g, weight);
    return detail::pagerank(rows, kind, options, run, detail::held_bytes(rows));
}

} // namespace capgraph::inline v0

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/algorithm/held_bytes.hpp>
#include <capgraph/algorithm/two_sides.hpp>
#include <capgraph/core/export.hpp>
#include <capgraph/graph/concepts.hpp>
#include <capgraph/graph/csr_view.hpp>
#include <capgraph/graph/direction.hpp>
#include <capgraph/graph/pack.hpp>
#include <capgraph/run/run_options.hpp>

#include <cstdint>
#include <vector>

namespace capgraph::inline v0 {

/// How `betweenness_centrality` scales its scores.
enum class betweenness_normalization {
    none,     ///< The sum over pairs as it is.
    pairs,    ///< Divided by the number of pairs of other vertices.
    two_mode, ///< Divided by the most that a vertex of its side can have in a two-mode graph.
};

struct betweenness_options {
    betweenness_normalization scale = betweenness_normalization::pairs;
    /// For `two_mode`: the vertices [0, first_side) are one side, the others the other.
    std::uint64_t first_side = 0;
};

namespace detail {

CAPGRAPH_EXPORT std::vector<double> betweenness_centrality(csr_view g, direction kind,
                                                           betweenness_options const& options,
                                                           run_options const& run,
                                                           std::uint64_t held);

} // namespace detail

/// How often each vertex lies between two others.
///
/// Returns one score per vertex, indexed by vertex: the sum, over pairs of other vertices, of the
/// fraction of their shortest paths that pass through it. Pairs are unordered in an undirected
/// graph (half of what tools report that count both directions) and ordered in a directed one; a
/// pair without a path adds nothing. Path length is the number of edges. Parallel edges are merged
/// first, so they make no more paths; self-loops are ignored. An isolated vertex scores 0, and so
/// does every vertex of a graph of fewer than three. Path counts beyond the range of double are
/// counted in a wider format, never lost.
///
/// Complexity: O(V * E) time; O(E) space for merged edges, 8 V bytes for each of at most 16 sums
///   and 24 V for each thread; threads are left out before the memory budget is passed.
/// Throws: `std::invalid_argument` when `two_mode` is asked of a directed graph, of one with an
///   edge within a side, or with more vertices on the first side than in all; `error` with
///   `cancelled` or `over_budget`; what `pack` throws; `std::bad_alloc`.
/// Reference: Freeman, "A set of measures of centrality based on betweenness", Sociometry 40(1),
///   1977; Brandes, "A faster algorithm for betweenness centrality", Journal of Mathematical
///   Sociology 25(2), 2001; for two-mode graphs Borgatti and Everett, "Network analysis of 2-mode
///   data", Social Networks 19(3), 1997.
template <indexed_graph Graph>
[[nodiscard]] std::vector<double> betweenness_centrality(Graph const& g,
                                                         betweenness_options const& options = {},
                                                         run_options const& run = {})
{
    if (options.scale == betweenness_normalization::two_mode) {
        detail::require_two_sides(g, options.first_side);
    }
    auto const kind = undirected_graph<Graph> ? direction::undirected : direction::directed;
    auto const rows = pack(g);
    return detail::betweenness_centrality(rows, kind, options, run, detail::held_bytes(rows));
}

} // namespace capgraph::inline v0

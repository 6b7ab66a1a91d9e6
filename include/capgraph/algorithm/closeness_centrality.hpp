// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/algorithm/counted_edges.hpp>
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

/// How `closeness_centrality` scales its scores.
enum class closeness_normalization {
    none,     ///< One over the sum of the distances to what the vertex reaches.
    reached,  ///< One over their mean: the number of vertices reached over that sum.
    all,      ///< `reached` times the part of the other vertices reached (Wasserman and Faust).
    two_mode, ///< The least sum possible over that sum, times the part of the others reached.
};

struct closeness_options {
    closeness_normalization scale = closeness_normalization::all;
    /// In a directed graph: `out` counts along the edges that leave the vertex, as igraph does when
    /// not told, `in` along those that arrive, as NetworkX does.
    counted_edges edges = counted_edges::out;
    /// For `two_mode`: the vertices [0, first_side) are one side, the others the other.
    std::uint64_t first_side = 0;
};

namespace detail {

// Along lengths where `g` is weighted.
CAPGRAPH_EXPORT std::vector<double> closeness_centrality(csr_view g, direction kind,
                                                         closeness_options const& options,
                                                         run_options const& run,
                                                         std::uint64_t held);

} // namespace detail

/// How near each vertex is to those it reaches.
///
/// Returns one score per vertex, indexed by vertex, from the lengths of the shortest paths in
/// edges, whatever weights `g` carries. Parallel edges and self-loops change nothing. A vertex that
/// reaches no other scores 0. In a connected graph `reached` and `all` agree; in others `reached`
/// compares only within what the vertex reaches, so that a pair apart scores 1, and `all` is what
/// NetworkX returns. `two_mode` is, in a connected graph, that of Borgatti and Everett: the least
/// sum of a vertex that reaches a vertices of its own side and b of the other is 2 a + b.
///
/// Sums of distances are whole numbers: vertices that are alike score alike to the last bit.
///
/// Complexity: O(V * E / 512) time where the searches of 512 sources run over the same edges, as in
///   graphs of small distances, O(V * E) at worst; O(V + E) space and some 230 bytes a vertex for
///   each thread, 60 where the memory budget allows no more; threads are left out before the budget
///   is passed.
/// Throws: `std::invalid_argument` when `two_mode` is asked of a directed graph, of one with an
///   edge within a side, or with more vertices on the first side than in all; `error` with
///   `cancelled` or `over_budget`; what `pack` throws; `std::bad_alloc`.
/// Reference: Freeman, "Centrality in social networks", Social Networks 1(3), 1978; Wasserman and
///   Faust, "Social Network Analysis", 1994; Borgatti and Everett, "Network analysis of 2-mode
///   data", Social Networks 19(3), 1997; the method is Then et al., "The more the merrier:
///   efficient multi-source graph traversal", PVLDB 8(4), 2014.
/// See: `harmonic_centrality`, which needs no convention for what is out of reach.
template <indexed_graph Graph>
[[nodiscard]] std::vector<double> closeness_centrality(Graph const& g,
                                                       closeness_options const& options = {},
                                                       run_options const& run = {})
{
    if (options.scale == closeness_normalization::two_mode) {
        detail::require_two_sides(g, options.first_side);
    }
    auto const kind = undirected_graph<Graph> ? direction::undirected : direction::directed;
    auto const rows = pack(g);
    csr_view const view = rows;
    return detail::closeness_centrality(view.unweighted(), kind, options, run,
                                        detail::held_bytes(rows));
}

/// The same by lengths: `length(e)` is that of edge e, and of parallel edges the shortest counts.
///
/// Complexity: O(V (V + E) log E) time; O(V + E) space and up to 16 bytes an arc for each thread.
/// Throws: the same; `std::invalid_argument`, too, for a length that is not positive and finite, and
///   when `two_mode` is asked.
template <indexed_graph Graph, edge_weight_function<Graph> Length>
[[nodiscard]] std::vector<double> closeness_centrality(Graph const& g, Length const& length,
                                                       closeness_options const& options = {},
                                                       run_options const& run = {})
{
    auto const kind = undirected_graph<Graph> ? direction::undirected : direction::directed;
    auto const rows = pack(g, length);
    return detail::closeness_centrality(rows, kind, options, run, detail::held_bytes(rows));
}

} // namespace capgraph::inline v0

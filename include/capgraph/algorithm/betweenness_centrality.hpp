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
    pairs,    ///< Divided by the number of pairs of other vertices; with endpoints, of all.
    two_mode, ///< Divided by the most that a vertex of its side can have in a two-mode graph.
};

/// What `betweenness_centrality` makes use of in an undirected graph to search less of it. The
/// scores are the same but for rounding.
struct betweenness_reductions {
    bool cut_vertices = true; ///< Pieces that one vertex holds together are searched apart.
    bool twins = true;        ///< Neighbours with the same neighbours are searched from once.
    bool sides = true;        ///< No path leads over a vertex whose neighbours know each other.
};

struct betweenness_options {
    betweenness_normalization scale = betweenness_normalization::pairs;
    /// For `two_mode`: the vertices [0, first_side) are one side, the others the other.
    std::uint64_t first_side = 0;
    /// Whether a path counts for its two ends, too.
    bool endpoints = false;
    betweenness_reductions reductions{};
};

namespace detail {

CAPGRAPH_EXPORT std::vector<double> betweenness_centrality(csr_view g, direction kind,
                                                           betweenness_options const& options,
                                                           run_options const& run,
                                                           std::uint64_t held);

// Precondition: `g` has weights, the lengths.
CAPGRAPH_EXPORT std::vector<double> betweenness_by_lengths(csr_view g, direction kind,
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
/// Co-investment networks are unions of cliques: most vertices are twins of another, or lie between
/// nobody, and the searches are few (`betweenness_reductions`). Eight sources are searched from at
/// once, with AVX-512 or AVX2 where there is one; the scores are the same to the last bit.
///
/// Complexity: O(V * E) time at worst; O(E) space, some 20 bytes an arc, and 500 V bytes for each
///   thread. Before the memory budget is passed, threads are left out, then all of this but 24 V
///   bytes for each thread, and O(E) where edges have to be merged; 8 V for each of at most 16
///   sums.
/// Throws: `std::invalid_argument` when `two_mode` is asked of a directed graph, of one with an
///   edge within a side, with more vertices on the first side than in all, or with endpoints;
///   `error` with `cancelled` or `over_budget`; what `pack` throws; `std::bad_alloc`.
/// Reference: Freeman, "A set of measures of centrality based on betweenness", Sociometry 40(1),
///   1977; Brandes, "A faster algorithm for betweenness centrality", Journal of Mathematical
///   Sociology 25(2), 2001; Sariyuce, Saule, Kaya and Catalyurek, "Shattering and compressing
///   networks for betweenness centrality", SIAM Data Mining 2013; for two-mode graphs Borgatti and
///   Everett, "Network analysis of 2-mode data", Social Networks 19(3), 1997.
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

/// The same by lengths: `length(e)` is that of edge e, and of parallel edges the shortest counts,
/// as one path.
///
/// Paths tie when their lengths are equal. Sums of whole numbers, or of binary fractions, are exact
/// and so are ties, as long as V times the longest edge is at most 2^53 of the last bits that the
/// lengths have. Sums of others, as of 1/2 and 1/12, are rounded: they tie with the shortest when
/// they are longer by no more than 10^-12 of it. (NetworkX and Boost.Graph compare the bits, igraph
/// has a tolerance.) Lengths lost in a sum, being smaller than its last bit, may lead either way.
/// Nothing is reduced: `reductions` are left aside.
///
/// Complexity: O(V (V + E) log E) time; O(V + E) space and, for each thread, 32 bytes a vertex and
///   16 an arc.
/// Throws: the same; `std::invalid_argument`, too, for a length that is not positive and finite,
///   and when `two_mode` is asked.
/// Reference: Brandes 2001; Dijkstra, "A note on two problems in connexion with graphs", Numerische
///   Mathematik 1, 1959.
template <indexed_graph Graph, edge_weight_function<Graph> Length>
[[nodiscard]] std::vector<double> betweenness_centrality(Graph const& g, Length const& length,
                                                         betweenness_options const& options = {},
                                                         run_options const& run = {})
{
    auto const kind = undirected_graph<Graph> ? direction::undirected : direction::directed;
    auto const rows = pack(g, length);
    return detail::betweenness_by_lengths(rows, kind, options, run, detail::held_bytes(rows));
}

} // namespace capgraph::inline v0

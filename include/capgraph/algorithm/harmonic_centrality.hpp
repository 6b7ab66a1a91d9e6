// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/algorithm/counted_edges.hpp>
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

/// How `harmonic_centrality` scales its scores.
enum class harmonic_normalization {
    none,   ///< The sum as it is.
    others, ///< Divided by n - 1, the number of other vertices.
};

struct harmonic_options {
    harmonic_normalization scale = harmonic_normalization::others;
    /// In a directed graph: `out` counts along the edges that leave the vertex, as igraph does when
    /// not told, `in` along those that arrive, as NetworkX does.
    counted_edges edges = counted_edges::out;
};

namespace detail {

// Along lengths where `g` is weighted.
CAPGRAPH_EXPORT std::vector<double> harmonic_centrality(csr_view g, direction kind,
                                                        harmonic_options const& options,
                                                        run_options const& run, std::uint64_t held);

} // namespace detail

/// How near each vertex is to all others: the sum of one over each distance.
///
/// Returns one score per vertex, indexed by vertex. A distance is the number of edges of the
/// shortest path, whatever weights `g` carries; a vertex out of reach adds 0, so that graphs of
/// several components need no convention. Parallel edges and self-loops change nothing; an isolated
/// vertex scores 0. NetworkX does not divide by n - 1, igraph does when asked.
///
/// The sum is taken exactly and rounded once: vertices that are alike score alike to the last bit.
///
/// Complexity: as `closeness_centrality`.
/// Throws: `error` with `cancelled` or `over_budget`; what `pack` throws; `std::bad_alloc`.
/// Reference: Marchiori and Latora, "Harmony in the small-world", Physica A 285(3), 2000; Boldi and
///   Vigna, "Axioms for centrality", Internet Mathematics 10(3), 2014; the method is Then et al.,
///   "The more the merrier: efficient multi-source graph traversal", PVLDB 8(4), 2014.
template <indexed_graph Graph>
[[nodiscard]] std::vector<double> harmonic_centrality(Graph const& g,
                                                      harmonic_options const& options = {},
                                                      run_options const& run = {})
{
    auto const kind = undirected_graph<Graph> ? direction::undirected : direction::directed;
    auto const rows = pack(g);
    csr_view const view = rows;
    return detail::harmonic_centrality(view.unweighted(), kind, options, run,
                                       detail::held_bytes(rows));
}

/// The same by lengths: `length(e)` is that of edge e, and of parallel edges the shortest counts.
///
/// Complexity: O(V (V + E) log E) time; O(V + E) space and up to 16 bytes an arc for each thread.
/// Throws: the same; `std::invalid_argument`, too, for a length that is not positive and finite.
template <indexed_graph Graph, edge_weight_function<Graph> Length>
[[nodiscard]] std::vector<double> harmonic_centrality(Graph const& g, Length const& length,
                                                      harmonic_options const& options = {},
                                                      run_options const& run = {})
{
    auto const kind = undirected_graph<Graph> ? direction::undirected : direction::directed;
    auto const rows = pack(g, length);
    return detail::harmonic_centrality(rows, kind, options, run, detail::held_bytes(rows));
}

} // namespace capgraph::inline v0

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/algorithm/held_bytes.hpp>
#include <capgraph/core/export.hpp>
#include <capgraph/graph/concepts.hpp>
#include <capgraph/graph/csr_view.hpp>
#include <capgraph/graph/pack.hpp>
#include <capgraph/run/run_options.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace capgraph::inline v0 {

/// What `average_clustering` does with vertices of fewer than two neighbours.
enum class low_degree {
    counts_as_zero, ///< They count with 0, as in NetworkX.
    left_out,       ///< They are left out of the average.
};

/// Over what `average_clustering` takes the mean.
struct average_clustering_options {
    low_degree fewer_than_two = low_degree::counts_as_zero; ///< Of vertices without a pair.
};

namespace detail {

CAPGRAPH_EXPORT std::vector<std::uint64_t> triangle_counts(csr_view g, run_options const& run,
                                                           std::uint64_t held);
CAPGRAPH_EXPORT std::vector<double> clustering_coefficient(csr_view g, run_options const& run,
                                                           std::uint64_t held);
CAPGRAPH_EXPORT std::optional<double> average_clustering(csr_view g,
                                                         average_clustering_options const& options,
                                                         run_options const& run,
                                                         std::uint64_t held);
CAPGRAPH_EXPORT std::optional<double> transitivity(csr_view g, run_options const& run,
                                                   std::uint64_t held);

} // namespace detail

/// In how many triangles each vertex is: of its pairs of neighbours those that are neighbours.
///
/// Returns one count per vertex, indexed by vertex; a graph has a third of their sum. Here and
/// below neighbours are distinct other vertices: parallel edges count as one, self-loops not at
/// all, and weights are ignored.
///
/// Each triangle is met once, from its vertex of lowest degree, over edges that lead to higher
/// degrees, of which no vertex has more than sqrt(2 E).
///
/// Complexity: O(E^1.5) time; O(V + E) space, 13 V bytes of it for each thread; threads are left
///   out before the memory budget is passed.
/// Throws: `error` with `cancelled` or `over_budget`; what `pack` throws; `std::bad_alloc`.
/// Reference: Schank and Wagner, "Finding, counting and listing all triangles in large graphs",
///   WEA 2005; Latapy, "Main-memory triangle computations for very large (sparse (power-law))
///   graphs", Theoretical Computer Science 407, 2008.
template <undirected_graph Graph>
[[nodiscard]] std::vector<std::uint64_t> triangle_counts(Graph const& g,
                                                         run_options const& run = {})
{
    auto const rows = pack(g);
    return detail::triangle_counts(rows, run, detail::held_bytes(rows));
}

/// The part of each vertex's pairs of neighbours that are neighbours themselves, in [0, 1].
///
/// Returns one score per vertex, indexed by vertex. One of fewer than two neighbours, which has no
/// pair, scores 0 (igraph says NaN, or 0 when asked).
///
/// Complexity, Throws: as `triangle_counts`.
/// Reference: Watts and Strogatz, "Collective dynamics of 'small-world' networks", Nature 393,
///   1998.
template <undirected_graph Graph>
[[nodiscard]] std::vector<double> clustering_coefficient(Graph const& g,
                                                         run_options const& run = {})
{
    auto const rows = pack(g);
    return detail::clustering_coefficient(rows, run, detail::held_bytes(rows));
}

/// The mean of `clustering_coefficient` over the vertices; none when there is none to count.
///
/// Complexity, Throws: as `triangle_counts`.
template <undirected_graph Graph>
[[nodiscard]] std::optional<double>
average_clustering(Graph const& g, average_clustering_options const& options = {},
                   run_options const& run = {})
{
    auto const rows = pack(g);
    return detail::average_clustering(rows, options, run, detail::held_bytes(rows));
}

/// The part of all paths of two edges whose ends are neighbours, in [0, 1]: three times the
/// triangles by those paths, the global clustering coefficient. None when there is no such path.
///
/// Complexity, Throws: as `triangle_counts`.
/// Reference: Newman, Watts and Strogatz, "Random graph models of social networks", PNAS 99, 2002.
template <undirected_graph Graph>
[[nodiscard]] std::optional<double> transitivity(Graph const& g, run_options const& run = {})
{
    auto const rows = pack(g);
    return detail::transitivity(rows, run, detail::held_bytes(rows));
}

} // namespace capgraph::inline v0

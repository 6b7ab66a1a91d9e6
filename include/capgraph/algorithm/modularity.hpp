// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/algorithm/held_bytes.hpp>
#include <capgraph/algorithm/two_sides.hpp>
#include <capgraph/core/export.hpp>
#include <capgraph/graph/concepts.hpp>
#include <capgraph/graph/csr_view.hpp>
#include <capgraph/graph/pack.hpp>
#include <capgraph/run/run_options.hpp>

#include <cstdint>
#include <optional>
#include <span>

namespace capgraph::inline v0 {

struct modularity_options {
    /// How much the edges that chance would make count against those that are there: above 1 for
    /// smaller communities, below 1 for larger ones; 0 and up.
    double resolution = 1.0;
};

namespace detail {

// Of one mode, or of two where there is a first side.
CAPGRAPH_EXPORT std::optional<double> modularity(csr_view g,
                                                 std::optional<std::uint64_t> first_side,
                                                 std::span<std::uint32_t const> communities,
                                                 modularity_options const& options,
                                                 run_options const& run, std::uint64_t held);
CAPGRAPH_EXPORT bool communities_are_connected(csr_view g,
                                               std::span<std::uint32_t const> communities,
                                               run_options const& run, std::uint64_t held);

} // namespace detail

/// How much more of the edges is within communities than chance would have there: the sum over
/// communities of L/m - r (K/2m)^2, at most 1. `communities[v]` is that of vertex v, any number.
///
/// m is what all edges weigh together and L those within the community; K is what the edges at its
/// vertices weigh, those within twice; r is the resolution. Edges weigh what the graph carries, 1
/// each when it carries nothing; parallel edges add up. A self-loop is within its community and
/// counts twice in K, as in igraph and NetworkX. None when no edge weighs anything.
///
/// Complexity: O(V log V + E) time, O(V) space.
/// Throws: `std::invalid_argument` unless there is one community for each vertex, for a resolution
///   that is negative, NaN or infinite, for a weight that is, and where the weights add up to
///   infinity; `error` with `cancelled` or `over_budget`; what `pack` throws; `std::bad_alloc`.
/// Reference: Newman, "Modularity and community structure in networks", PNAS 103(23), 2006; the
///   resolution is that of Reichardt and Bornholdt, "Statistical mechanics of community detection",
///   Physical Review E 74, 2006.
/// See: `communities`, which looks for the highest.
template <undirected_graph Graph>
[[nodiscard]] std::optional<double>
modularity(Graph const& g, std::span<std::uint32_t const> communities,
           modularity_options const& options = {}, run_options const& run = {})
{
    auto const rows = pack(g);
    return detail::modularity(rows, {}, communities, options, run, detail::held_bytes(rows));
}

/// The same by weights of the caller's: `weight(e)` is that of edge e, alike from both its ends.
template <undirected_graph Graph, edge_weight_function<Graph> Weight>
[[nodiscard]] std::optional<double>
modularity(Graph const& g, Weight const& weight, std::span<std::uint32_t const> communities,
           modularity_options const& options = {}, run_options const& run = {})
{
    auto const rows = pack(g, weight);
    return detail::modularity(rows, {}, communities, options, run, detail::held_bytes(rows));
}

/// The same of a two-mode graph, in which chance joins vertices of different sides only: the sum
/// over communities of L/m - r R B/m^2. The vertices [0, first_side) are one side, the others the
/// other.
///
/// R is what the edges at its vertices of the first side weigh, B at those of the second. A
/// community has vertices of both sides; one that has not holds no edge.
///
/// Complexity: as `modularity`. Throws: as that; `std::invalid_argument`, too, when `first_side` is
///   more than all vertices, or an edge joins two vertices of a side.
/// Reference: Barber, "Modularity and community detection in bipartite networks", Physical Review E
///   76, 2007.
/// See: `bipartite_communities`, which looks for the highest.
template <undirected_graph Graph>
[[nodiscard]] std::optional<double> bipartite_modularity(Graph const& g, std::uint64_t first_side,
                                                         std::span<std::uint32_t const> communities,
                                                         modularity_options const& options = {},
                                                         run_options const& run = {})
{
    detail::require_two_sides(g, first_side);
    auto const rows = pack(g);
    return detail::modularity(rows, first_side, communities, options, run,
                              detail::held_bytes(rows));
}

/// The same by weights of the caller's: `weight(e)` is that of edge e, alike from both its ends.
template <undirected_graph Graph, edge_weight_function<Graph> Weight>
[[nodiscard]] std::optional<double>
bipartite_modularity(Graph const& g, Weight const& weight, std::uint64_t first_side,
                     std::span<std::uint32_t const> communities,
                     modularity_options const& options = {}, run_options const& run = {})
{
    detail::require_two_sides(g, first_side);
    auto const rows = pack(g, weight);
    return detail::modularity(rows, first_side, communities, options, run,
                              detail::held_bytes(rows));
}

/// Whether each community hangs together by edges within it. `communities[v]` is that of vertex v,
/// any number.
///
/// An edge that weighs 0 holds nothing together.
///
/// Complexity: O(V log V + E) time, O(V) space.
/// Throws: `std::invalid_argument` unless there is one community for each vertex; `error` with
///   `cancelled` or `over_budget`; what `pack` throws; `std::bad_alloc`.
template <undirected_graph Graph>
[[nodiscard]] bool communities_are_connected(Graph const& g,
                                             std::span<std::uint32_t const> communities,
                                             run_options const& run = {})
{
    auto const rows = pack(g);
    return detail::communities_are_connected(rows, communities, run, detail::held_bytes(rows));
}

} // namespace capgraph::inline v0

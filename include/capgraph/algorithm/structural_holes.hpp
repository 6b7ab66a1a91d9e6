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

namespace detail {

CAPGRAPH_EXPORT std::vector<std::optional<double>>
burt_constraint(csr_view g, run_options const& run, std::uint64_t held);
CAPGRAPH_EXPORT std::vector<std::optional<double>>
burt_hierarchy(csr_view g, run_options const& run, std::uint64_t held);
CAPGRAPH_EXPORT std::vector<double> burt_effective_size(csr_view g, run_options const& run,
                                                        std::uint64_t held);
CAPGRAPH_EXPORT std::vector<std::optional<double>>
burt_efficiency(csr_view g, run_options const& run, std::uint64_t held);

} // namespace detail

/// How much each vertex is bound to its contacts because these know each other: the sum over its
/// contacts w of (p[v, w] + the sum over third vertices q of p[v, q] p[q, w])^2, where p[v, w] is
/// the part of v's ties that is with w.
///
/// Here and below the tie between two vertices is as strong as the weights of all edges between
/// them together, as the graph carries them, 1 each when it carries none; a tie of 0 is none,
/// self-loops are ignored. A directed graph is asked as `undirected(g)`, both directions added up.
///
/// Returns one score per vertex, indexed by vertex; none for an isolated vertex, which has no
/// contact to be bound to (igraph and NetworkX say NaN). Above 1 where few contacts are close.
///
/// Each tie is met once: what its ends share is found from the end of more contacts by a walk along
/// the other's, and serves both ends.
///
/// Complexity: O(sum over ties of the lower degree of their ends), at most O(E^1.5), time; O(V + E)
///   space, 8 V bytes of it for each thread; threads are left out before the memory budget is
///   passed.
/// Throws: `std::invalid_argument` for a weight that is negative, NaN or infinite, and where the
///   weights at a vertex add up to infinity; `error` with `cancelled` or `over_budget`; what `pack`
///   throws; `std::bad_alloc`.
/// Reference: Burt, "Structural Holes", Harvard University Press, 1992, chapter 2.
template <undirected_graph Graph>
[[nodiscard]] std::vector<std::optional<double>> burt_constraint(Graph const& g,
                                                                 run_options const& run = {})
{
    auto const rows = pack(g);
    return detail::burt_constraint(rows, run, detail::held_bytes(rows));
}

/// The same by weights of the caller's: `weight(e)` is that of edge e, alike from both its ends.
template <undirected_graph Graph, edge_weight_function<Graph> Weight>
[[nodiscard]] std::vector<std::optional<double>>
burt_constraint(Graph const& g, Weight const& weight, run_options const& run = {})
{
    auto const rows = pack(g, weight);
    return detail::burt_constraint(rows, run, detail::held_bytes(rows));
}

/// How much of each vertex's constraint comes from few of its contacts, in [0, 1]: with N contacts
/// and r the constraint of each divided by their mean, the sum of r ln r divided by N ln N.
///
/// Returns one score per vertex, indexed by vertex: 0 where all contacts bind alike; none for a
/// vertex of fewer than two contacts, of which there is nothing to compare.
///
/// Complexity, Throws, Reference: as `burt_constraint`.
template <undirected_graph Graph>
[[nodiscard]] std::vector<std::optional<double>> burt_hierarchy(Graph const& g,
                                                                run_options const& run = {})
{
    auto const rows = pack(g);
    return detail::burt_hierarchy(rows, run, detail::held_bytes(rows));
}

/// The same by weights of the caller's: `weight(e)` is that of edge e, alike from both its ends.
template <undirected_graph Graph, edge_weight_function<Graph> Weight>
[[nodiscard]] std::vector<std::optional<double>>
burt_hierarchy(Graph const& g, Weight const& weight, run_options const& run = {})
{
    auto const rows = pack(g, weight);
    return detail::burt_hierarchy(rows, run, detail::held_bytes(rows));
}

/// How many contacts each vertex has that are not redundant: the sum over its contacts w of 1 - the
/// sum over third vertices q of p[v, q] m[w, q], where m[w, q] is the tie of w and q divided by the
/// strongest of w.
///
/// Returns one score per vertex, indexed by vertex. Unweighted it is the number of contacts less
/// the mean number of ties that each has to the others (Borgatti 1997). An isolated vertex, without
/// contacts, has 0 (NetworkX: NaN).
///
/// Complexity, Throws, Reference: as `burt_constraint`; Borgatti, "Structural holes: unpacking
///   Burt's redundancy measures", Connections 20(1), 1997.
template <undirected_graph Graph>
[[nodiscard]] std::vector<double> burt_effective_size(Graph const& g, run_options const& run = {})
{
    auto const rows = pack(g);
    return detail::burt_effective_size(rows, run, detail::held_bytes(rows));
}

/// The same by weights of the caller's: `weight(e)` is that of edge e, alike from both its ends.
template <undirected_graph Graph, edge_weight_function<Graph> Weight>
[[nodiscard]] std::vector<double> burt_effective_size(Graph const& g, Weight const& weight,
                                                      run_options const& run = {})
{
    auto const rows = pack(g, weight);
    return detail::burt_effective_size(rows, run, detail::held_bytes(rows));
}

/// The part of each vertex's contacts that is not redundant, in [0, 1]: `burt_effective_size`
/// divided by their number; none for an isolated vertex.
///
/// Complexity, Throws, Reference: as `burt_effective_size`.
template <undirected_graph Graph>
[[nodiscard]] std::vector<std::optional<double>> burt_efficiency(Graph const& g,
                                                                 run_options const& run = {})
{
    auto const rows = pack(g);
    return detail::burt_efficiency(rows, run, detail::held_bytes(rows));
}

/// The same by weights of the caller's: `weight(e)` is that of edge e, alike from both its ends.
template <undirected_graph Graph, edge_weight_function<Graph> Weight>
[[nodiscard]] std::vector<std::optional<double>>
burt_efficiency(Graph const& g, Weight const& weight, run_options const& run = {})
{
    auto const rows = pack(g, weight);
    return detail::burt_efficiency(rows, run, detail::held_bytes(rows));
}

} // namespace capgraph::inline v0

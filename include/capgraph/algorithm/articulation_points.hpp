// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/algorithm/held_bytes.hpp>
#include <capgraph/core/export.hpp>
#include <capgraph/graph/concepts.hpp>
#include <capgraph/graph/csr_view.hpp>
#include <capgraph/graph/edge_ends.hpp>
#include <capgraph/graph/pack.hpp>
#include <capgraph/run/run_options.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace capgraph::inline v0 {

/// The largest parts of a graph that no single vertex holds together.
struct biconnected_partition {
    /// Where each component begins in `members`; one more at the end.
    std::vector<std::uint64_t> offsets{0};
    /// Of each component, ascending; one of several components is in each of them.
    std::vector<std::uint32_t> members;

    [[nodiscard]] std::size_t count() const noexcept { return offsets.size() - 1; }

    /// The vertices of a component. Precondition: `component < count()`.
    [[nodiscard]] std::span<std::uint32_t const> row(std::size_t component) const noexcept
    {
        return std::span{members}.subspan(
            static_cast<std::size_t>(offsets[component]),
            static_cast<std::size_t>(offsets[component + 1] - offsets[component]));
    }

    friend bool operator==(biconnected_partition const&, biconnected_partition const&) = default;
};

namespace detail {

CAPGRAPH_EXPORT biconnected_partition biconnected_components(csr_view g, run_options const& run,
                                                             std::uint64_t held);
CAPGRAPH_EXPORT std::vector<std::uint32_t> articulation_points(csr_view g, run_options const& run,
                                                               std::uint64_t held);
CAPGRAPH_EXPORT std::vector<edge_ends> bridges(csr_view g, run_options const& run,
                                               std::uint64_t held);

} // namespace detail

/// The biconnected components of `g`: each pair of neighbours is in exactly one, and two edges
/// share one when a cycle leads over both.
///
/// Components are ordered by their members, as words in a dictionary; two have at most one vertex
/// in common. Here and below parallel edges are merged first and self-loops ignored: a doubled edge
/// is no cycle (igraph and Boost.Graph take it for one). An isolated vertex is in no component.
///
/// Complexity: O(V + E) time, O(V) space, and O(E) where edges have to be merged; no
///   recursion.
/// Throws: `error` with `cancelled` or `over_budget`; what `pack` throws; `std::bad_alloc`.
/// Reference: Hopcroft and Tarjan, "Efficient algorithms for graph manipulation", Communications
///   of the ACM 16(6), 1973.
template <undirected_graph Graph>
[[nodiscard]] biconnected_partition biconnected_components(Graph const& g,
                                                           run_options const& run = {})
{
    auto const rows = pack(g);
    return detail::biconnected_components(rows, run, detail::held_bytes(rows));
}

/// The vertices without which the rest of their connected component would fall apart, ascending:
/// those in more than one biconnected component.
///
/// Complexity, Throws, Reference: as `biconnected_components`.
template <undirected_graph Graph>
[[nodiscard]] std::vector<std::uint32_t> articulation_points(Graph const& g,
                                                             run_options const& run = {})
{
    auto const rows = pack(g);
    return detail::articulation_points(rows, run, detail::held_bytes(rows));
}

/// The pairs of neighbours that no path joins but the edge between them, from the lower end to the
/// higher, ascending: the biconnected components of two vertices.
///
/// Complexity, Throws, Reference: as `biconnected_components`.
template <undirected_graph Graph>
[[nodiscard]] std::vector<edge_ends> bridges(Graph const& g, run_options const& run = {})
{
    auto const rows = pack(g);
    return detail::bridges(rows, run, detail::held_bytes(rows));
}

} // namespace capgraph::inline v0

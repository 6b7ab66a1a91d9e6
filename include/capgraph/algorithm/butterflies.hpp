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
#include <vector>

namespace capgraph::inline v0 {

/// The cycles of four vertices in a two-mode graph: two of either side, each joined to both of the
/// other.
struct butterfly_counts {
    /// Of the graph.
    std::uint64_t total = 0;
    /// Those that each vertex is in: together four times the total.
    std::vector<std::uint64_t> of_vertex;

    friend bool operator==(butterfly_counts const&, butterfly_counts const&) = default;
};

namespace detail {

CAPGRAPH_EXPORT butterfly_counts butterflies(csr_view g, run_options const& run,
                                             std::uint64_t held);

} // namespace detail

/// Counts the butterflies of a two-mode graph, in all and at each vertex; the vertices [0,
/// first_side) are one side, the others the other.
///
/// Parallel edges count as one, weights are ignored. Each butterfly is met once, from its vertex of
/// highest degree (of equal ones the highest number), so that a hub of many leaves costs nothing.
/// Counts are exact.
///
/// Complexity: O(sum over edges of the lower degree of their ends), at most O(E^1.5), time; O(V +
///   E) space, 16 V bytes of it for each thread; threads are left out before the memory budget is
///   passed.
/// Throws: `std::invalid_argument` when `first_side` is more than all vertices, or an edge joins
///   two vertices of a side; `error` with `overflow` when a count passes 2^64 - 1, with `cancelled`
///   or `over_budget`; what `pack` throws; `std::bad_alloc`.
/// Reference: Wang, Lin, Qin, Zhang and Zhang, "Vertex priority based butterfly counting for
///   large-scale bipartite networks", PVLDB 12(10), 2019.
template <undirected_graph Graph>
[[nodiscard]] butterfly_counts butterflies(Graph const& g, std::uint64_t first_side,
                                           run_options const& run = {})
{
    detail::require_two_sides(g, first_side);
    auto const rows = pack(g);
    return detail::butterflies(rows, run, detail::held_bytes(rows));
}

} // namespace capgraph::inline v0

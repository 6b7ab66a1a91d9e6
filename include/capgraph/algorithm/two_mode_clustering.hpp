// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/algorithm/butterflies.hpp>
#include <capgraph/algorithm/held_bytes.hpp>
#include <capgraph/algorithm/neighbourhood_overlap.hpp>
#include <capgraph/algorithm/two_sides.hpp>
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
two_mode_clustering(csr_view g, overlap_coefficient coefficient, run_options const& run,
                    std::uint64_t held);
CAPGRAPH_EXPORT std::vector<std::optional<double>>
two_mode_redundancy(csr_view g, run_options const& run, std::uint64_t held);
CAPGRAPH_EXPORT std::optional<double>
robins_alexander_clustering(csr_view g, run_options const& run, std::uint64_t held);

} // namespace detail

/// How much of its neighbourhood each vertex shares with those of its side that it shares anything
/// with: the mean of `neighbourhood_overlap` over all of them.
///
/// Here and below the vertices [0, first_side) are one side of a two-mode graph and the others the
/// other; parallel edges count as one, weights are ignored.
///
/// Returns one score per vertex of either side, indexed by vertex; none for a vertex that shares
/// nothing with anyone (NetworkX says 0).
///
/// Complexity: O(sum over vertices of the square of their degrees) time; O(V + E) space, 8 V bytes
///   of it for each thread; threads are left out before the memory budget is passed.
/// Throws: `std::invalid_argument` when `first_side` is more than all vertices, or an edge joins
///   two vertices of a side; `error` with `cancelled` or `over_budget`; what `pack` throws;
///   `std::bad_alloc`.
/// Reference: Latapy, Magnien and Del Vecchio, "Basic notions for the analysis of large two-mode
///   networks", Social Networks 30(1), 2008.
template <undirected_graph Graph>
[[nodiscard]] std::vector<std::optional<double>>
two_mode_clustering(Graph const& g, std::uint64_t first_side,
                    overlap_coefficient coefficient = overlap_coefficient::dot,
                    run_options const& run = {})
{
    detail::require_two_sides(g, first_side);
    auto const rows = pack(g);
    return detail::two_mode_clustering(rows, coefficient, run, detail::held_bytes(rows));
}

/// The part of each vertex's pairs of neighbours that have another neighbour in common, in [0, 1]:
/// the pairs that the projection would still have without the vertex.
///
/// Returns one score per vertex of either side, indexed by vertex; none for a vertex of fewer than
/// two neighbours (NetworkX refuses it).
///
/// Complexity, Throws, Reference: as `two_mode_clustering`; space for each thread is 16 V bytes.
template <undirected_graph Graph>
[[nodiscard]] std::vector<std::optional<double>>
two_mode_redundancy(Graph const& g, std::uint64_t first_side, run_options const& run = {})
{
    detail::require_two_sides(g, first_side);
    auto const rows = pack(g);
    return detail::two_mode_redundancy(rows, run, detail::held_bytes(rows));
}

/// The part of all paths of three edges that close to a cycle of four, in [0, 1]: four times the
/// `butterflies` by those paths. None when there is no such path.
///
/// Complexity, Throws: as `butterflies`.
/// Reference: Robins and Alexander, "Small worlds among interlocking directors", Computational &
///   Mathematical Organization Theory 10(1), 2004.
template <undirected_graph Graph>
[[nodiscard]] std::optional<double>
robins_alexander_clustering(Graph const& g, std::uint64_t first_side, run_options const& run = {})
{
    detail::require_two_sides(g, first_side);
    auto const rows = pack(g);
    return detail::robins_alexander_clustering(rows, run, detail::held_bytes(rows));
}

} // namespace capgraph::inline v0

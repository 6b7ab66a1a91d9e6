// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/algorithm/distinct_arcs.hpp>
#include <capgraph/algorithm/two_sides.hpp>
#include <capgraph/graph/concepts.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>

namespace capgraph::inline v0 {

struct density_options {
    /// For a two-mode graph: the vertices [0, first_side) are one side, the others the other.
    std::optional<std::uint64_t> first_side = {};
};

/// The part of the possible edges that are there, in [0, 1].
///
/// Possible are the unordered pairs of vertices, the ordered pairs in a directed graph; in a
/// two-mode graph the pairs of one vertex of each side (in both directions when it is directed).
/// Parallel edges count as one, self-loops not at all. Where no edge is possible the density is 0.
///
/// Complexity: O(V + E) time, O(V) space.
/// Throws: `std::invalid_argument` when `first_side` is more than all vertices, or when an edge
///   joins two vertices of a side; `std::out_of_range` when the vertices of `g` have gaps;
///   `std::bad_alloc`.
template <indexed_graph Graph>
[[nodiscard]] double density(Graph const& g, density_options const& options = {})
{
    auto const n = static_cast<double>(num_vertices(g));
    auto ordered_pairs = n * (n - 1.0);
    if (options.first_side) {
        detail::require_two_sides(g, *options.first_side);
        auto const first = static_cast<double>(*options.first_side);
        ordered_pairs = 2.0 * first * (n - first);
    }
    std::uint64_t arcs = 0; // each edge of an undirected graph is two
    detail::for_each_distinct_arc(g, [&](std::size_t, std::size_t) { ++arcs; });
    return arcs == 0 ? 0.0 : static_cast<double>(arcs) / ordered_pairs;
}

} // namespace capgraph::inline v0

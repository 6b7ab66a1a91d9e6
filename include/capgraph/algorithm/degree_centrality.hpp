// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/algorithm/counted_edges.hpp>
#include <capgraph/algorithm/distinct_arcs.hpp>
#include <capgraph/algorithm/two_sides.hpp>
#include <capgraph/graph/concepts.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace capgraph::inline v0 {

/// How `degree_centrality` scales its scores.
enum class degree_normalization {
    none,     ///< The number of neighbours.
    others,   ///< Divided by n - 1, the number of other vertices.
    two_mode, ///< Divided by the number of vertices on the other side of a two-mode graph.
};

struct degree_options {
    degree_normalization scale = degree_normalization::others;
    counted_edges edges = counted_edges::out;
    /// For `two_mode`: the vertices [0, first_side) are one side, the others the other.
    std::uint64_t first_side = 0;
};

/// How many neighbours each vertex has.
///
/// Returns one score per vertex, indexed by vertex. Neighbours are distinct other vertices:
/// parallel edges count as one, self-loops not at all, so that normalised scores lie in [0, 1]. An
/// isolated vertex scores 0, and so does one that can have no neighbour.
///
/// Complexity: O(V + E) time, O(V) space.
/// Throws: `std::invalid_argument` when `two_mode` is asked of a graph that has more vertices on
///   the first side than in all, or an edge within a side; `std::out_of_range` when the
///   vertices of `g` have gaps; `std::bad_alloc`.
/// Reference: Freeman, "Centrality in social networks", Social Networks 1(3), 1978; for two-mode
///   graphs Borgatti and Everett, "Network analysis of 2-mode data", Social Networks 19(3), 1997.
/// See: `strength`, which adds up weights.
template <indexed_graph Graph>
[[nodiscard]] std::vector<double> degree_centrality(Graph const& g,
                                                    degree_options const& options = {})
{
    auto const n = static_cast<std::size_t>(num_vertices(g));
    auto const two_mode = options.scale == degree_normalization::two_mode;
    if (two_mode) {
        detail::require_two_sides(g, options.first_side);
    }
    std::vector<double> score(n, 0.0);
    detail::for_each_distinct_arc(g, [&](std::size_t u, std::size_t v) {
        score[options.edges == counted_edges::out ? u : v] += 1.0;
    });
    if (options.scale == degree_normalization::none) {
        return score;
    }
    for (std::size_t v = 0; v < n; ++v) {
        auto const second_side = n - options.first_side;
        auto const possible = !two_mode                ? n - 1
                              : v < options.first_side ? second_side
                                                       : options.first_side;
        score[v] /= possible == 0 ? 1.0 : static_cast<double>(possible);
    }
    return score;
}

} // namespace capgraph::inline v0

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/algorithm/articulation_points.hpp>
#include <capgraph/graph/csr_view.hpp>
#include <capgraph/run/checkpoint.hpp>

#include <cstdint>
#include <vector>

namespace capgraph::inline v0::detail {

// A graph cut where single vertices hold it together: what lies between two vertices of a block
// lies in the block, and what lies between two blocks is known without a search.
struct graph_blocks {
    biconnected_partition parts; // in each the vertex that all above it is reached by first
    // Beside `parts.members`: so many vertices, itself among them, are reached by way of it.
    std::vector<double> weights;
    std::vector<std::uint64_t> others; // in the connected component of each vertex
    // How many ordered pairs each vertex lies between that no one block has.
    std::vector<double> scores;

    // Bytes for each vertex, what it is made with included.
    static constexpr std::uint64_t space = 96;
};

// Precondition: `g` is simple and undirected.
//
// Complexity: O(V + E).
[[nodiscard]] graph_blocks cut_into_blocks(csr_view g, checkpoint const& check);

// Its connected components, uncut.
[[nodiscard]] graph_blocks uncut_blocks(csr_view g, checkpoint const& check);

} // namespace capgraph::inline v0::detail

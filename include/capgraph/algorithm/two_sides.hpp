// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/algorithm/for_each_arc.hpp>
#include <capgraph/graph/concepts.hpp>

#include <cstddef>
#include <cstdint>
#include <stdexcept>

namespace capgraph::inline v0::detail {

// A two-mode graph has its edges between [0, first_side) and [first_side, n), and only there.
//
// Throws: std::invalid_argument when it has not.
template <indexed_graph Graph>
void require_two_sides(Graph const& g, std::uint64_t first_side)
{
    auto const n = static_cast<std::size_t>(num_vertices(g));
    if (first_side > n) {
        throw std::invalid_argument{"capgraph: first_side has more vertices than the graph"};
    }
    for_each_arc(g, [&](std::size_t u, std::size_t v, edge_t<Graph> const&) {
        if ((u < first_side) == (v < first_side)) {
            throw std::invalid_argument{"capgraph: an edge within one side of a two-mode graph"};
        }
    });
}

} // namespace capgraph::inline v0::detail

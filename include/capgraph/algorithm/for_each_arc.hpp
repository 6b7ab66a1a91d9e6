// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/graph/concepts.hpp>

#include <cstddef>
#include <stdexcept>

namespace capgraph::inline v0::detail {

// Calls visit(u, v, e) for each edge e out of each vertex u to its target v: in an undirected graph
// twice an edge, once from either end. Vertices come one after the other; one that `vertices(g)`
// leaves out, as boost::filtered_graph does, is as good as isolated.
//
// Throws: std::out_of_range for a vertex beyond [0, num_vertices(g)), as a graph with gaps has.
template <indexed_graph Graph, class Visit>
void for_each_arc(Graph const& g, Visit visit)
{
    auto const n = static_cast<std::size_t>(num_vertices(g));
    for (auto [vertex, last_vertex] = vertices(g); vertex != last_vertex; ++vertex) {
        auto const u = static_cast<std::size_t>(*vertex);
        for (auto [edge, last_edge] = out_edges(*vertex, g); edge != last_edge; ++edge) {
            auto const v = static_cast<std::size_t>(target(*edge, g));
            if (u >= n || v >= n) {
                throw std::out_of_range{"capgraph: the vertices of a graph have gaps"};
            }
            visit(u, v, *edge);
        }
    }
}

} // namespace capgraph::inline v0::detail

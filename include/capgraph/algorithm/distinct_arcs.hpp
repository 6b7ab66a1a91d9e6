// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/algorithm/for_each_arc.hpp>
#include <capgraph/graph/concepts.hpp>

#include <cstddef>
#include <vector>

namespace capgraph::inline v0::detail {

// Calls visit(u, v) once for each pair of vertices u != v with an edge from u to v, however many
// there are; for an undirected graph thus twice a pair. O(V + E) time, O(V) space, nothing sorted.
template <indexed_graph Graph, class Visit>
void for_each_distinct_arc(Graph const& g, Visit visit)
{
    auto const never = static_cast<std::size_t>(num_vertices(g));
    std::vector<std::size_t> last_seen_from(never, never);
    for_each_arc(g, [&](std::size_t u, std::size_t v, edge_t<Graph> const&) {
        if (u != v && last_seen_from[v] != u) {
            last_seen_from[v] = u;
            visit(u, v);
        }
    });
}

} // namespace capgraph::inline v0::detail

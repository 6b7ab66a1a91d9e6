// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/graph/csr_graph.hpp>

#include <cstdint>

namespace bench {

/// Calls `tell(u, v)` for each edge, u < v.
template <class Tell>
void for_each_edge(capgraph::undirected_csr_graph const& g, Tell const& tell)
{
    for (std::uint32_t u = 0; u < num_vertices(g); ++u) {
        for (auto const v : g.view().row(u)) {
            if (u < v) {
                tell(u, v);
            }
        }
    }
}

} // namespace bench

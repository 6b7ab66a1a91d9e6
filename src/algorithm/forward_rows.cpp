// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "algorithm/forward_rows.hpp"

#include "algorithm/degree_order.hpp"

#include <cstddef>
#include <utility>

namespace capgraph::inline v0::detail {

forward_rows make_forward_rows(csr_view g, checkpoint const& check)
{
    auto const n = g.num_vertices();
    auto order = order_by_degree(g);
    std::vector<std::uint32_t> rank_of(n);
    for (std::uint32_t rank = 0; rank < n; ++rank) {
        rank_of[order.vertices[rank]] = rank;
    }
    forward_rows result;
    result.offsets.assign(n + 1, 0);
    result.targets.resize(static_cast<std::size_t>(g.num_arcs() / 2));
    paced_poll pace{check};
    std::size_t end = 0;
    for (std::uint32_t rank = 0; rank < n; ++rank) {
        auto const v = order.vertices[rank];
        pace.steps(g.degree(v) + 1);
        for (auto const w : g.row(v)) {
            if (rank_of[w] > rank) {
                result.targets[end++] = rank_of[w];
            }
        }
        result.offsets[std::size_t{rank} + 1] = end;
    }
    result.vertex_of_rank = std::move(order.vertices);
    return result;
}

} // namespace capgraph::inline v0::detail

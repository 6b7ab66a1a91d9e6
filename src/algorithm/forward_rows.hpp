// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/graph/csr_view.hpp>
#include <capgraph/run/checkpoint.hpp>

#include <cstdint>
#include <vector>

namespace capgraph::inline v0::detail {

// The edges of a simple graph, each once, from the end of lower degree (of equal ones the lower
// number) to the other. Vertices go by their rank in that order, so that a row has but targets of
// higher rank: at most sqrt(2 E) of them.
struct forward_rows {
    std::vector<std::uint32_t> vertex_of_rank;
    std::vector<std::uint64_t> offsets;
    std::vector<std::uint32_t> targets;

    [[nodiscard]] csr_view view() const noexcept { return {offsets, targets, {}}; }

    // Bytes that it and its making take of a graph.
    [[nodiscard]] static std::uint64_t space(csr_view g) noexcept
    {
        return 20 * std::uint64_t{g.num_vertices()} + g.num_arcs() / 2 * sizeof(std::uint32_t);
    }
};

// Precondition: `g` is simple. Complexity: O(V + E).
[[nodiscard]] forward_rows make_forward_rows(csr_view g, checkpoint const& check);

} // namespace capgraph::inline v0::detail

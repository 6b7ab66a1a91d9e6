// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/graph/csr_view.hpp>

#include <cstdint>
#include <vector>

namespace capgraph::inline v0::detail {

// The vertices by ascending degree, those of one degree by number.
struct degree_order {
    std::vector<std::uint32_t> vertices;
    // Where the vertices of each degree begin; one more at the end. Empty without a vertex.
    std::vector<std::uint32_t> first_of_degree;

    // Bytes for each vertex at most: a degree in a simple graph is below their number.
    static constexpr std::uint64_t space = 2 * sizeof(std::uint32_t);
};

// Precondition: `g` is simple. Complexity: O(V).
[[nodiscard]] degree_order order_by_degree(csr_view g);

} // namespace capgraph::inline v0::detail

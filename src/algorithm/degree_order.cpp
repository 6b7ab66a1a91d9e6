// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "algorithm/degree_order.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace capgraph::inline v0::detail {

degree_order order_by_degree(csr_view g)
{
    auto const n = static_cast<std::uint32_t>(g.num_vertices());
    if (n == 0) {
        return {};
    }
    std::uint64_t largest = 0;
    for (std::uint32_t v = 0; v < n; ++v) {
        largest = std::max(largest, g.degree(v));
    }
    degree_order result;
    auto& first = result.first_of_degree;
    first.assign(static_cast<std::size_t>(largest) + 2, 0);
    for (std::uint32_t v = 0; v < n; ++v) {
        ++first[static_cast<std::size_t>(g.degree(v)) + 1];
    }
    std::partial_sum(first.begin(), first.end(), first.begin());
    result.vertices.resize(n);
    for (std::uint32_t v = 0; v < n; ++v) {
        result.vertices[first[static_cast<std::size_t>(g.degree(v))]++] = v;
    }
    // Each start has moved to that of the next degree.
    std::shift_right(first.begin(), first.end(), 1);
    first.front() = 0;
    return result;
}

} // namespace capgraph::inline v0::detail

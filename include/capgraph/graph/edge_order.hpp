// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/export.hpp>
#include <capgraph/graph/direction.hpp>
#include <capgraph/graph/edge_ends.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace capgraph::inline v0 {

/// Where each edge of `basic_csr_graph<D>{vertex_count, edges}` stood in `edges`, by the edge's
/// number.
///
/// With it, figures that came along with the edges are brought into the order of the graph's own.
///
/// Complexity: O(V + E).
/// Throws: `std::length_error`, `std::out_of_range` as the graph's constructor; `std::bad_alloc`.
template <direction D>
[[nodiscard]] CAPGRAPH_EXPORT std::vector<std::uint64_t>
edge_order(std::size_t vertex_count, std::span<edge_ends const> edges);

/// @cond instantiated in the library
extern template CAPGRAPH_EXPORT std::vector<std::uint64_t>
    edge_order<direction::directed>(std::size_t, std::span<edge_ends const>);
extern template CAPGRAPH_EXPORT std::vector<std::uint64_t>
    edge_order<direction::undirected>(std::size_t, std::span<edge_ends const>);
/// @endcond

} // namespace capgraph::inline v0

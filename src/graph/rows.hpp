// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/graph/csr_view.hpp>
#include <capgraph/graph/edge_ends.hpp>
#include <capgraph/graph/packed_graph.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

// How rows are made, for both kinds of graph. All in O(V + E).
namespace capgraph::inline v0 {
namespace detail {

/// The ascending rows of `edges`; equal targets of a row in the order of the input.
/// Throws: as the constructors of both graphs.
[[nodiscard]] packed_graph rows_of(std::size_t vertex_count, std::span<edge_ends const> edges,
                                   std::span<double const> weights);

/// The ascending symmetric rows of `edges`, each of which makes an arc either way.
/// Throws: as the constructors of both graphs.
[[nodiscard]] packed_graph symmetric_rows_of(std::size_t vertex_count,
                                             std::span<edge_ends const> edges,
                                             std::span<double const> weights);

/// The reversed rows: row t holds every s whose row in `rows` holds t, ascending whatever order
/// they had; equal ones in the order in which they stand in row s.
[[nodiscard]] packed_graph reversed_rows(csr_view rows);

/// Reversed rows of which each arc knows where it stands in the rows as they were.
struct traced_rows {
    std::vector<std::uint64_t> offsets;
    std::vector<std::uint32_t> sources;
    std::vector<std::uint64_t> arcs;
};
[[nodiscard]] traced_rows traced_reversed_rows(csr_view rows);

} // namespace detail
} // namespace capgraph::inline v0

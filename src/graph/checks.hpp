// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/graph/csr_view.hpp>
#include <capgraph/graph/edge_ends.hpp>
#include <capgraph/run/checkpoint.hpp>

#include <cstddef>
#include <span>
#include <string>

namespace capgraph::inline v0 {
namespace detail {

/// Throws: `std::length_error` unless the vertices and one number more fit 32 bits.
void check_vertex_count(std::size_t vertex_count);

/// Throws: `std::out_of_range` for an end that is no vertex, naming the edge.
void check_ends(std::size_t vertex_count, std::span<edge_ends const> edges);

/// Throws: `std::invalid_argument` for a NaN, or when there are some but not `count`; `what` they
/// are the weights of is named.
void check_weights(std::string const& what, std::size_t count, std::span<double const> weights);

/// Throws: as the constructors of both graphs.
void check_edges(std::size_t vertex_count, std::span<edge_ends const> edges,
                 std::span<double const> weights);

/// Advances by a unit a vertex. Throws: as `csr_graph::from_rows`; `error` with `cancelled`.
void check_rows(csr_view rows, checkpoint& check);

} // namespace detail
} // namespace capgraph::inline v0

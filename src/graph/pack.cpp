// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/graph/pack.hpp>

#include "checks.hpp"
#include "rows.hpp"

#include <stdexcept>
#include <string>
#include <utility>

namespace capgraph::inline v0 {
namespace detail {

void throw_no_vertex(std::size_t v, std::size_t vertex_count)
{
    throw std::out_of_range{"capgraph::pack: vertex " + std::to_string(v) + " in a graph of "
                            + std::to_string(vertex_count) + " vertices"};
}

row_packer::row_packer(std::size_t vertex_count, std::size_t expected_arcs)
    : vertex_count_{vertex_count}
{
    check_vertex_count(vertex_count);
    rows_.offsets.reserve(vertex_count + 1);
    rows_.targets.reserve(expected_arcs);
}

void row_packer::begin_row(std::size_t v)
{
    if (v < rows_.offsets.size()) {
        throw std::out_of_range{"capgraph::pack: vertex " + std::to_string(v)
                                + " comes twice, or after a higher one"};
    }
    rows_.offsets.resize(std::size_t{checked_vertex(v, vertex_count_)} + 1, rows_.targets.size());
}

packed_graph row_packer::packed() &&
{
    rows_.offsets.resize(vertex_count_ + 1, rows_.targets.size());
    check_weights("arc", rows_.targets.size(), rows_.weights);
    if (is_ascending_) {
        return std::move(rows_);
    }
    // Reversed twice, the rows are the same, but ascending.
    auto const reversed = reversed_rows(rows_.view());
    return reversed_rows(reversed.view());
}

packed_graph pack_edges(std::size_t vertex_count, std::vector<edge_ends> const& edges,
                        std::vector<double> const& weights)
{
    return symmetric_rows_of(vertex_count, edges, weights);
}

} // namespace detail
} // namespace capgraph::inline v0

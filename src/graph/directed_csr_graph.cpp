// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/graph/directed_csr_graph.hpp>

#include "checks.hpp"
#include "rows.hpp"

#include <capgraph/run/checkpoint.hpp>

#include <stdexcept>
#include <string>

namespace capgraph::inline v0 {

csr_graph::basic_csr_graph(std::size_t vertex_count, std::span<edge_ends const> edges,
                           std::span<double const> weights)
    : basic_csr_graph{detail::rows_of(vertex_count, edges, weights), trusted{}}
{
}

csr_graph csr_graph::from_rows(packed_graph rows)
{
    run_options const unasked;
    checkpoint check{unasked, "checking rows", 0};
    detail::check_rows(rows.view(), check);
    return {std::move(rows), trusted{}};
}

csr_graph::basic_csr_graph(packed_graph rows, trusted)
{
    if (rows.view().num_vertices() == 0) {
        return;
    }
    rows_ = std::move(rows);
    auto in = detail::traced_reversed_rows(rows_.view());
    in_offsets_ = std::move(in.offsets);
    in_sources_ = std::move(in.sources);
    in_arcs_ = std::move(in.arcs);
}

directed_edge csr_graph::edge_at(std::uint64_t index) const
{
    if (index >= num_edges(*this)) {
        throw std::out_of_range{"capgraph: no edge " + std::to_string(index) + " in a graph of "
                                + std::to_string(num_edges(*this))};
    }
    auto const& offsets = rows_.offsets;
    auto const next = std::upper_bound(offsets.begin(), offsets.end(), index);
    auto const row = static_cast<std::uint32_t>(next - offsets.begin() - 1);
    return {row, rows_.targets[index], index};
}

} // namespace capgraph::inline v0

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/graph/undirected_csr_graph.hpp>

#include "checks.hpp"
#include "rows.hpp"

#include <capgraph/run/checkpoint.hpp>

#include <stdexcept>
#include <string>

namespace capgraph::inline v0 {

namespace {

std::span<std::uint32_t const>::iterator first_owned(csr_view rows, std::uint32_t v)
{
    return std::ranges::lower_bound(rows.row(v), v);
}

[[noreturn]] void throw_asymmetric(std::uint32_t v, std::uint32_t w)
{
    throw std::invalid_argument{"capgraph: the rows are not symmetric between " + std::to_string(v)
                                + " and " + std::to_string(w)};
}

/// Ascending rows are symmetric when, read in order, their arcs are those of every row in order.
void check_symmetry(csr_view rows, checkpoint& check)
{
    std::vector<std::uint64_t> next(rows.offsets.begin(), rows.offsets.end());
    auto const n = static_cast<std::uint32_t>(rows.num_vertices());
    for (std::uint32_t v = 0; v != n; ++v) {
        std::uint64_t loops = 0;
        for (auto k = rows.offsets[v]; k != rows.offsets[std::size_t{v} + 1]; ++k) {
            auto const w = rows.targets[k];
            auto const back = next[w]++;
            auto const mate = v == w && loops % 2 == 1 ? k - 1 : back;
            loops += v == w ? 1U : 0U;
            if (back >= rows.offsets[std::size_t{w} + 1] || rows.targets[back] != v
                || (rows.is_weighted() && rows.weights[mate] != rows.weights[k])) {
                throw_asymmetric(v, w);
            }
        }
        if (loops % 2 == 1) {
            throw_asymmetric(v, v);
        }
        check.advance();
    }
}

} // namespace

undirected_csr_graph::basic_csr_graph(std::size_t vertex_count, std::span<edge_ends const> edges,
                                      std::span<double const> weights)
    : basic_csr_graph{detail::symmetric_rows_of(vertex_count, edges, weights), trusted{}}
{
}

undirected_csr_graph undirected_csr_graph::from_rows(packed_graph rows, run_options const& run)
{
    checkpoint check{run, "checking rows", 2 * rows.view().num_vertices()};
    detail::check_rows(rows.view(), check);
    check_symmetry(rows.view(), check);
    check.finish();
    return {std::move(rows), trusted{}};
}

undirected_csr_graph::basic_csr_graph(packed_graph trusted_rows, trusted)
{
    if (trusted_rows.view().num_vertices() == 0) {
        return;
    }
    rows_ = std::move(trusted_rows);
    auto const rows = view();
    auto const n = static_cast<std::uint32_t>(rows.num_vertices());
    first_edge_.resize(rows.offsets.size());
    for (std::uint32_t v = 0; v != n; ++v) {
        auto const row = rows.row(v);
        auto const owned = first_owned(rows, v);
        auto const upper = std::upper_bound(owned, row.end(), v);
        auto const count = (upper - owned) / 2 + (row.end() - upper);
        first_edge_[std::size_t{v} + 1] = first_edge_[v] + static_cast<std::uint64_t>(count);
    }
}

std::uint64_t undirected_csr_graph::search_index(std::uint32_t low, std::uint32_t high,
                                                 std::uint64_t arc) const noexcept
{
    auto const rows = view();
    // Among parallel edges, which one is it?
    auto const high_row = rows.row(high);
    auto const first = std::ranges::lower_bound(high_row, low) - high_row.begin();
    auto const nth = arc - rows.offsets[high] - static_cast<std::uint64_t>(first);
    if (low == high) {
        return first_edge_[low] + nth / 2;
    }
    auto const low_row = rows.row(low);
    auto const until_end = low_row.end() - std::ranges::lower_bound(low_row, high);
    return first_edge_[std::size_t{low} + 1] - static_cast<std::uint64_t>(until_end) + nth;
}

undirected_edge undirected_csr_graph::edge_at(std::uint64_t index) const
{
    if (index >= num_edges(*this)) {
        throw std::out_of_range{"capgraph: no edge " + std::to_string(index) + " in a graph of "
                                + std::to_string(num_edges(*this))};
    }
    auto const next = std::upper_bound(first_edge_.begin(), first_edge_.end(), index);
    auto const v = static_cast<std::uint32_t>(next - first_edge_.begin() - 1);
    auto const rows = view();
    auto const row = rows.row(v);
    auto const nth = static_cast<std::ptrdiff_t>(index - first_edge_[v]);
    auto const loops = static_cast<std::ptrdiff_t>(std::ranges::count(row, v)) / 2;
    auto const at = (first_owned(rows, v) - row.begin()) + nth + std::min(nth, loops);
    return {*this, v, row[static_cast<std::size_t>(at)],
            rows.offsets[v] + static_cast<std::uint64_t>(at)};
}

} // namespace capgraph::inline v0

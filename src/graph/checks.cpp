// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "checks.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <stdexcept>
#include <string>

namespace capgraph::inline v0 {
namespace detail {

void check_weights(std::string const& what, std::size_t count, std::span<double const> weights)
{
    if (weights.empty()) {
        return;
    }
    if (weights.size() != count) {
        throw std::invalid_argument{"capgraph: " + std::to_string(weights.size()) + " weights for "
                                    + std::to_string(count) + " " + what + "s"};
    }
    auto const broken = std::ranges::find_if(weights, [](double w) { return std::isnan(w); });
    if (broken != weights.end()) {
        throw std::invalid_argument{"capgraph: the weight of " + what + " "
                                    + std::to_string(broken - weights.begin())
                                    + " is not a number"};
    }
}

void check_vertex_count(std::size_t vertex_count)
{
    if (vertex_count > std::numeric_limits<std::uint32_t>::max()) {
        throw std::length_error{"capgraph: " + std::to_string(vertex_count)
                                + " vertices don't fit 32 bits"};
    }
}

void check_ends(std::size_t vertex_count, std::span<edge_ends const> edges)
{
    // The greatest end alone decides; only a failure looks for the edge to name.
    std::uint32_t greatest = 0;
    for (auto const& e : edges) {
        greatest = std::max({greatest, e.source, e.target});
    }
    if (edges.empty() || greatest < vertex_count) {
        return;
    }
    auto const broken = std::ranges::find_if(
        edges, [&](edge_ends const& e) { return std::max(e.source, e.target) >= vertex_count; });
    throw std::out_of_range{"capgraph: edge " + std::to_string(broken - edges.begin()) + " joins "
                            + std::to_string(broken->source) + " and "
                            + std::to_string(broken->target) + ", in a graph of "
                            + std::to_string(vertex_count) + " vertices"};
}

void check_edges(std::size_t vertex_count, std::span<edge_ends const> edges,
                 std::span<double const> weights)
{
    check_vertex_count(vertex_count);
    check_ends(vertex_count, edges);
    check_weights("edge", edges.size(), weights);
}

namespace {

bool has_no_nan(std::span<double const> weights, std::uint64_t first, std::size_t count)
{
    return weights.size() < first + count
           || std::ranges::none_of(weights.subspan(first, count),
                                   [](double w) { return std::isnan(w); });
}

} // namespace

void check_rows(csr_view rows, checkpoint& check)
{
    auto const n = rows.num_vertices();
    check_vertex_count(n);
    auto const first = rows.offsets.empty() ? 0 : rows.offsets.front();
    auto const last = rows.offsets.empty() ? 0 : rows.offsets.back();
    if (first != 0 || last != rows.num_arcs() || !std::ranges::is_sorted(rows.offsets)) {
        throw std::invalid_argument{
            "capgraph: row offsets must ascend from 0 to the number of targets"};
    }
    auto is_weighed = rows.weights.empty() || rows.weights.size() == rows.targets.size();
    for (std::uint32_t v = 0; v < n; ++v) {
        auto const row = rows.row(v);
        if (!std::ranges::is_sorted(row)) {
            throw std::invalid_argument{"capgraph: row " + std::to_string(v) + " is not ascending"};
        }
        if (!row.empty() && row.back() >= n) {
            throw std::out_of_range{"capgraph: row " + std::to_string(v) + " leads to "
                                    + std::to_string(row.back()) + ", in a graph of "
                                    + std::to_string(n) + " vertices"};
        }
        is_weighed = is_weighed && has_no_nan(rows.weights, rows.offsets[v], row.size());
        check.advance();
    }
    if (!is_weighed) {
        check_weights("arc", rows.targets.size(), rows.weights);
    }
}

} // namespace detail
} // namespace capgraph::inline v0

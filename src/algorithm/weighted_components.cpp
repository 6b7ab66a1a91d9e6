// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "algorithm/weighted_components.hpp"

#include <capgraph/algorithm/connected_components.hpp>

#include <algorithm>
#include <cstddef>
#include <limits>

namespace capgraph::inline v0::detail {

namespace {

// Joins the ends of each edge that counts; returns the sum of each row.
std::vector<double> join_rows(csr_view g, double scale, checkpoint const& check, vertex_sets& sets)
{
    paced_poll pace{check};
    std::vector<double> row_sum(g.num_vertices(), 0.0);
    for (std::uint32_t u = 0; u < g.num_vertices(); ++u) {
        auto const row = g.row(u);
        auto const weights = g.weights_of(u);
        for (std::size_t k = 0; k < row.size(); ++k) {
            pace.step();
            auto const weight = weights.empty() ? 1.0 : weights[k] * scale;
            if (row[k] != u && weight > 0.0) {
                row_sum[u] += weight;
                if (row[k] < u) { // once an edge
                    sets.join(u, row[k]);
                }
            }
        }
    }
    return row_sum;
}

} // namespace

weighted_components::weighted_components(csr_view g, double scale, checkpoint const& check)
{
    constexpr auto none = std::numeric_limits<std::uint32_t>::max();
    auto const n = static_cast<std::uint32_t>(g.num_vertices());
    vertex_sets sets{n};
    auto const row_sum = join_rows(g, scale, check, sets);
    std::vector<std::uint32_t> label(n, none);
    for (std::uint32_t v = 0; v < n; ++v) {
        if (row_sum[v] > 0.0) {
            auto& of_lowest = label[sets.lowest(v)];
            if (of_lowest == none) {
                of_lowest = static_cast<std::uint32_t>(ends_.size());
                ends_.push_back(0);
                largest_row_.push_back(0.0);
                mean_row_.push_back(0.0);
            }
            label[v] = of_lowest;
            ++ends_[label[v]];
            largest_row_[label[v]] = std::max(largest_row_[label[v]], row_sum[v]);
            mean_row_[label[v]] += row_sum[v];
        }
    }
    std::size_t begin = 0;
    for (std::size_t c = 0; c < ends_.size(); ++c) {
        auto const size = ends_[c];
        mean_row_[c] /= static_cast<double>(size);
        ends_[c] = begin; // moves to its end while the members are put down
        begin += size;
    }
    members_.resize(begin);
    for (std::uint32_t v = 0; v < n; ++v) {
        if (label[v] != none) {
            members_[ends_[label[v]]++] = v;
        }
    }
}

std::vector<std::size_t> weighted_components::candidates() const
{
    std::vector<std::size_t> result;
    auto const floor = count() == 0 ? 0.0 : *std::max_element(mean_row_.begin(), mean_row_.end());
    for (std::size_t c = 0; c < count(); ++c) {
        if (largest_row_[c] >= floor * (1.0 - 1e-9)) { // rounding, and ties
            result.push_back(c);
        }
    }
    return result;
}

} // namespace capgraph::inline v0::detail

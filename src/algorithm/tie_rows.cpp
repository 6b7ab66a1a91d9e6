// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "algorithm/tie_rows.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <stdexcept>

namespace capgraph::inline v0::detail {

namespace {

void require_weights(csr_view g, checkpoint const& check)
{
    paced_poll pace{check};
    for (std::uint32_t v = 0; v < g.num_vertices(); ++v) {
        pace.steps(g.degree(v) + 1);
        double sum = 0.0;
        for (auto const w : g.weights_of(v)) {
            if (!(w >= 0.0 && std::isfinite(w))) {
                throw std::invalid_argument{"capgraph: a weight that is negative, NaN or infinite"};
            }
            sum += w;
        }
        if (!std::isfinite(sum)) {
            throw std::invalid_argument{"capgraph: weights that add up to infinity"};
        }
    }
}

// Calls visit(u, v, weight) for each tie of each vertex; rows ascend, so parallel arcs are
// neighbours.
template <class Visit>
void for_each_tie(csr_view g, checkpoint const& check, Visit visit)
{
    paced_poll pace{check};
    for (std::uint32_t u = 0; u < g.num_vertices(); ++u) {
        auto const row = g.row(u);
        auto const weights = g.weights_of(u);
        pace.steps(row.size() + 1);
        for (std::size_t i = 0; i < row.size();) {
            auto const v = row[i];
            double sum = 0.0;
            for (; i < row.size() && row[i] == v; ++i) {
                sum += weights.empty() ? 1.0 : weights[i];
            }
            if (u != v && sum > 0.0) {
                visit(u, v, sum);
            }
        }
    }
}

} // namespace

tie_rows::tie_rows(csr_view g, memory_budget& budget, checkpoint const& check) : view_{g}
{
    require_weights(g, check);
    std::uint64_t ties = 0;
    for_each_tie(g, check, [&](std::uint32_t, std::uint32_t, double) { ++ties; });
    if (ties != g.num_arcs()) {
        charge_ = budget.charge((g.num_vertices() + 1) * sizeof(std::uint64_t)
                                + ties * (sizeof(std::uint32_t) + sizeof(double)));
        targets_.reserve(static_cast<std::size_t>(ties));
        weights_.reserve(static_cast<std::size_t>(ties));
        copy(g, check);
    }
    if (std::ranges::adjacent_find(view_.weights, std::not_equal_to{}) == view_.weights.end()) {
        view_ = view_.unweighted();
    }
}

void tie_rows::copy(csr_view g, checkpoint const& check)
{
    auto const n = g.num_vertices();
    offsets_.assign(n + 1, 0);
    for_each_tie(g, check, [&](std::uint32_t u, std::uint32_t v, double weight) {
        targets_.push_back(v);
        weights_.push_back(weight);
        offsets_[std::size_t{u} + 1] = targets_.size();
    });
    for (std::size_t v = 0; v < n; ++v) {
        offsets_[v + 1] = std::max(offsets_[v], offsets_[v + 1]);
    }
    view_ = {offsets_, targets_, weights_};
}

} // namespace capgraph::inline v0::detail

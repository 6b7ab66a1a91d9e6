// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "algorithm/shortest_rows.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <limits>

namespace capgraph::inline v0::detail {

namespace {

// visit(u, v, length) for each arc but self-loops, the shortest of parallel ones. Rows ascend, so
// these are neighbours.
template <class Visit>
void for_each_shortest_arc(csr_view g, checkpoint const& check, Visit visit)
{
    paced_poll pace{check};
    for (std::uint32_t u = 0; u < g.num_vertices(); ++u) {
        auto const row = g.row(u);
        auto const lengths = g.weights_of(u);
        pace.steps(row.size() + 1);
        for (std::size_t k = 0; k < row.size();) {
            auto const v = row[k];
            auto shortest = lengths[k];
            for (++k; k < row.size() && row[k] == v; ++k) {
                shortest = std::min(shortest, lengths[k]);
            }
            if (v != u) {
                visit(u, v, shortest);
            }
        }
    }
}

// The exponent of the last bit of a positive double that is set.
int last_bit(double x)
{
    constexpr auto digits = std::numeric_limits<double>::digits;
    int exponent = 0;
    auto const whole = static_cast<std::uint64_t>(std::ldexp(std::frexp(x, &exponent), digits));
    return exponent - digits + std::countr_zero(whole);
}

} // namespace

shortest_rows::shortest_rows(csr_view g, memory_budget& budget, checkpoint const& check) : view_{g}
{
    std::uint64_t arcs = 0;
    for_each_shortest_arc(g, check, [&](std::uint32_t, std::uint32_t, double) { ++arcs; });
    if (arcs != g.num_arcs()) {
        copy(g, arcs, budget, check);
    }
}

void shortest_rows::copy(csr_view g, std::uint64_t arcs, memory_budget& budget,
                         checkpoint const& check)
{
    auto const n = g.num_vertices();
    charge_ = budget.charge((n + 1) * sizeof(std::uint64_t)
                            + arcs * (sizeof(std::uint32_t) + sizeof(double)));
    offsets_.assign(n + 1, 0);
    targets_.reserve(arcs);
    lengths_.reserve(arcs);
    for_each_shortest_arc(g, check, [&](std::uint32_t u, std::uint32_t v, double length) {
        targets_.push_back(v);
        lengths_.push_back(length);
        ++offsets_[std::size_t{u} + 1];
    });
    for (std::size_t v = 0; v < n; ++v) {
        offsets_[v + 1] += offsets_[v];
    }
    view_ = {offsets_, targets_, lengths_};
}

double tie_tolerance_of(csr_view g, checkpoint const& check)
{
    paced_poll pace{check};
    auto longest = 0.0;
    auto last = std::numeric_limits<int>::max() / 2;
    for (auto const length : g.weights) {
        pace.step();
        longest = std::max(longest, length);
        last = std::min(last, last_bit(length));
    }
    // No path is longer than all vertices at the longest arc; up to 2^53 last bits are told
    // exactly.
    auto const most = static_cast<double>(g.num_vertices()) * longest;
    constexpr auto digits = std::numeric_limits<double>::digits;
    constexpr auto rounded = 1e-12;
    return most <= std::ldexp(1.0, last + digits) ? 0.0 : rounded;
}

} // namespace capgraph::inline v0::detail

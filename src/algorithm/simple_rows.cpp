// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "algorithm/simple_rows.hpp"

namespace capgraph::inline v0::detail {

namespace {

// Rows ascend, so parallel arcs are neighbours.
template <class Visit>
void for_each_simple_arc(csr_view g, checkpoint const& check, Visit visit)
{
    paced_poll pace{check};
    for (std::uint32_t u = 0; u < g.num_vertices(); ++u) {
        auto previous = u;
        for (auto const v : g.row(u)) {
            pace.step();
            if (v != u && v != previous) {
                visit(u, v);
                previous = v;
            }
        }
    }
}

} // namespace

simple_rows::simple_rows(csr_view g, memory_budget& budget, checkpoint const& check)
    : view_{g.unweighted()}
{
    std::uint64_t arcs = 0;
    for_each_simple_arc(view_, check, [&](std::uint32_t, std::uint32_t) { ++arcs; });
    if (arcs != g.num_arcs()) {
        copy(view_, arcs, budget, check);
    }
}

void simple_rows::copy(csr_view g, std::uint64_t arcs, memory_budget& budget,
                       checkpoint const& check)
{
    auto const n = g.num_vertices();
    charge_ = budget.charge((n + 1) * sizeof(std::uint64_t) + arcs * sizeof(std::uint32_t));
    offsets_.assign(n + 1, 0);
    targets_.reserve(arcs);
    for_each_simple_arc(g, check, [&](std::uint32_t u, std::uint32_t v) {
        targets_.push_back(v);
        offsets_[u + 1] = targets_.size();
    });
    for (std::size_t v = 0; v < n; ++v) {
        offsets_[v + 1] = offsets_[v + 1] == 0 ? offsets_[v] : offsets_[v + 1];
    }
    view_ = {offsets_, targets_, {}};
}

} // namespace capgraph::inline v0::detail

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "algorithm/arc_rows.hpp"

#include "graph/large_array.hpp"

#include <cmath>
#include <cstddef>
#include <numeric>
#include <stdexcept>
#include <string>

namespace capgraph::inline v0::detail {

namespace {

// visit(u, v, k) for each arc that counts, from u to v, at position k.
template <class Visit>
void for_each_proper_arc(csr_view g, checkpoint const& check, Visit visit)
{
    paced_poll pace{check};
    for (std::uint32_t u = 0; u < g.num_vertices(); ++u) {
        pace.step();
        for (auto k = g.offsets[u]; k < g.offsets[std::size_t{u} + 1]; ++k) {
            pace.step();
            if (g.targets[k] != u && (!g.is_weighted() || g.weights[k] != 0.0)) {
                visit(u, g.targets[k], k);
            }
        }
    }
}

} // namespace

arc_rows::arc_rows(csr_view g, direction kind, counted_edges edges, memory_budget& budget,
                   checkpoint const& check)
    : view_{g}
{
    auto const turned = kind == direction::directed && edges == counted_edges::in;
    std::uint64_t arcs = 0;
    for_each_proper_arc(g, check, [&](std::uint32_t, std::uint32_t, std::uint64_t) { ++arcs; });
    if (turned || arcs != g.num_arcs()) {
        auto const n = g.num_vertices();
        auto const each = sizeof(std::uint32_t) + (g.is_weighted() ? sizeof(double) : 0);
        charge_ = budget.charge((n + 1) * sizeof(std::uint64_t) + arcs * each);
        allot(targets_, arcs, [&] { check.poll(); });
        allot(weights_, g.is_weighted() ? arcs : 0, [&] { check.poll(); });
        copy(g, turned, budget, check);
    }
}

void arc_rows::copy(csr_view g, bool turned, memory_budget& budget, checkpoint const& check)
{
    auto const n = g.num_vertices();
    auto const charge = budget.charge(n + 1, sizeof(std::uint64_t)); // offsets that move on
    offsets_.assign(n + 1, 0);
    for_each_proper_arc(g, check, [&](std::uint32_t u, std::uint32_t v, std::uint64_t) {
        ++offsets_[(turned ? v : u) + std::size_t{1}];
    });
    std::partial_sum(offsets_.begin(), offsets_.end(), offsets_.begin());
    check.poll();
    auto next = offsets_;
    for_each_proper_arc(g, check, [&](std::uint32_t u, std::uint32_t v, std::uint64_t k) {
        auto const at = next[turned ? v : u]++;
        targets_[at] = turned ? u : v;
        if (g.is_weighted()) {
            weights_[at] = g.weights[k];
        }
    });
    view_ = {offsets_, targets_, weights_};
}

void check_weights(csr_view g, allowed_weights allowed, std::string_view caller,
                   checkpoint const& check)
{
    paced_poll pace{check};
    auto const zero_too = allowed == allowed_weights::not_negative;
    for (auto const weight : g.weights) {
        pace.step();
        if (!(std::isfinite(weight) && (weight > 0.0 || (zero_too && weight == 0.0)))) {
            throw std::invalid_argument{std::string{caller}
                                        + (zero_too
                                               ? ": a weight is negative, NaN or infinite"
                                               : ": a length is negative, zero, NaN or infinite")};
        }
    }
}

} // namespace capgraph::inline v0::detail

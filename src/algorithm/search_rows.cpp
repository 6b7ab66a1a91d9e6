// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "algorithm/search_rows.hpp"

#include "algorithm/arc_rows.hpp"

#include <limits>

namespace capgraph::inline v0::detail {

namespace {

constexpr auto unmet = std::numeric_limits<std::uint32_t>::max(); // 2^32 - 1 vertices end before

} // namespace

search_rows::search_rows(csr_view g, direction kind, counted_edges edges, memory_budget& budget,
                         checkpoint const& check)
    : directed_{kind == direction::directed}
{
    auto const ways = directed_ ? 2U : 1U;
    auto const n = g.num_vertices();
    charge_ = budget.charge(
        3 * n * sizeof(std::uint32_t)
        + ways * ((n + 1) * sizeof(std::uint64_t) + g.num_arcs() * sizeof(std::uint32_t)));
    arc_rows const out{g.unweighted(), kind, counted_edges::out, budget, check};
    arc_rows const in{g.unweighted(), kind, counted_edges::in, budget, check};
    number_vertices(out.view(), in.view(), check);
    auto const backwards = edges == counted_edges::in;
    ahead_ = numbered_anew(backwards ? in.view() : out.view(), check);
    if (directed_) {
        behind_ = numbered_anew(backwards ? out.view() : in.view(), check);
    }
}

void search_rows::number_vertices(csr_view out, csr_view in, checkpoint const& check)
{
    paced_poll pace{check};
    auto const n = static_cast<std::uint32_t>(out.num_vertices());
    old_number_.reserve(n);
    new_number_.assign(n, unmet);
    auto const meet = [&](std::uint32_t v) {
        pace.step();
        if (new_number_[v] == unmet) {
            new_number_[v] = static_cast<std::uint32_t>(old_number_.size());
            old_number_.push_back(v);
        }
    };
    for (std::uint32_t root = 0; root < n; ++root) {
        auto next = old_number_.size();
        meet(root);
        for (; next < old_number_.size(); ++next) {
            for (auto const v : out.row(old_number_[next])) {
                meet(v);
            }
            for (auto const v : directed_ ? in.row(old_number_[next]) : in.targets.first(0)) {
                meet(v);
            }
        }
        if (ends_.empty() || ends_.back() != next) {
            ends_.push_back(static_cast<std::uint32_t>(next));
        }
    }
}

search_rows::rows search_rows::numbered_anew(csr_view g, checkpoint const& check) const
{
    paced_poll pace{check};
    rows result;
    result.offsets.reserve(old_number_.size() + 1);
    result.offsets.push_back(0);
    result.targets.reserve(g.num_arcs());
    for (auto const old : old_number_) {
        auto previous = unmet;
        for (auto const target : g.row(old)) {
            pace.step();
            if (target != previous) { // rows ascend: parallel arcs are neighbours
                result.targets.push_back(new_number_[target]);
                previous = target;
            }
        }
        result.offsets.push_back(result.targets.size());
    }
    return result;
}

} // namespace capgraph::inline v0::detail

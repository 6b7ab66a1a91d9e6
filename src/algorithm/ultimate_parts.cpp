// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/ultimate_parts.hpp>

#include "greatest_parts.hpp"
#include "local_equations.hpp"
#include "undefined_parts.hpp"
#include "visits.hpp"

#include "../run/without_progress.hpp"

#include <capgraph/run/checkpoint.hpp>

#include <algorithm>
#include <cstddef>
#include <stdexcept>
#include <string>

namespace capgraph::inline v0 {

namespace {

using vertices = std::span<std::uint32_t const>;

/// How often, going up from `target` to an owner at odds of the least of its stake, one is at each
/// vertex, if chains end at those that are `final`.
std::vector<double> visits_above(stake_matrix const& w, std::uint32_t target,
                                 std::vector<bool> const& is_final, run_options const& run)
{
    detail::equations eq;
    eq.offsets.push_back(0);
    for (std::uint32_t v = 0; v < w.num_vertices(); ++v) {
        if (!is_final[v]) {
            for (auto const& e : w.owners_of(v)) {
                if (e.lower > 0.0) {
                    eq.terms.push_back({e.vertex, e.lower});
                }
            }
        }
        eq.offsets.push_back(eq.terms.size());
        eq.constants.push_back(0.0);
    }
    checkpoint check{run, "ultimate owners", eq.size()};
    return detail::visits(eq, target, {}, check);
}

void check(stake_matrix const& w, std::uint32_t target, vertices ends, vertices open)
{
    auto const is_none = [&](std::uint32_t v) { return v >= w.num_vertices(); };
    if (is_none(target) || std::any_of(ends.begin(), ends.end(), is_none)
        || std::any_of(open.begin(), open.end(), is_none)) {
        throw std::out_of_range{"capgraph::ultimate_parts_of: a vertex that is none of "
                                + std::to_string(w.num_vertices())};
    }
}

double sum_over(vertices some, std::vector<double> const& x)
{
    auto sum = 0.0;
    for (auto const v : some) {
        sum += x[v];
    }
    return sum;
}

} // namespace

ultimate_parts ultimate_parts_of(stake_matrix const& w, std::uint32_t target, vertices ends,
                                 ultimate_options const& options, run_options const& run)
{
    check(w, target, ends, options.open);
    auto free = detail::undefined_in(w, ends, {});
    free.insert(free.end(), options.open.begin(), options.open.end());
    std::sort(free.begin(), free.end());
    free.erase(std::unique(free.begin(), free.end()), free.end());
    std::vector<bool> is_final(w.num_vertices());
    for (auto const v : ends) {
        is_final[v] = true;
    }
    std::erase_if(free, [&](std::uint32_t v) { return is_final[v]; });
    for (auto const v : free) {
        is_final[v] = true;
    }
    auto const at = visits_above(w, target, is_final, run);
    auto const anybodys = sum_over(free, at);
    auto const known = std::min(1.0, sum_over(ends, at));
    auto const rest = std::max(0.0, 1.0 - known);

    ultimate_parts out;
    detail::iteration_limits const limits;
    auto const quiet = detail::without_progress(run);
    auto const is_open = options.unknown == unknown_owners::possible;
    auto const work = ends.size() * (w.num_vertices() + w.num_stakes());
    auto const is_searched = !is_open && !w.is_exact() && work <= options.most_work;
    out.is_sharp = is_open || w.is_exact() || is_searched;
    for (auto const v : ends) {
        auto upper = at[v] + (is_open || !w.is_exact() ? rest : anybodys);
        if (is_searched) {
            auto ones = free;
            ones.push_back(v);
            detail::fixed_values fixed{ones, {ends.begin(), ends.end()}};
            upper = detail::greatest_parts(w, fixed, {}, limits, quiet)[target];
        }
        out.parts.push_back({std::min(1.0, at[v]), std::clamp(upper, std::min(1.0, at[v]), 1.0)});
    }
    out.unknown = {is_open ? 0.0 : std::max(0.0, rest - anybodys), rest};
    if (!is_open && !w.is_exact()) {
        auto ones = free;
        ones.insert(ones.end(), ends.begin(), ends.end());
        out.unknown.lower = 1.0 - detail::greatest_parts(w, {ones, {}}, {}, limits, run)[target];
    }
    return out;
}

} // namespace capgraph::inline v0

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/first_passage.hpp>

#include "../run/without_progress.hpp"
#include "within_budget.hpp"

#include <capgraph/algorithm/walk_sum.hpp>
#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/memory_budget.hpp>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <utility>
#include <vector>

namespace capgraph::inline v0 {

namespace {

struct ends {
    double lower = 0.0;
    double upper = 0.0;
};

/// Less is what rounding left of stakes that make the whole.
constexpr double least_way_out = 1e-14;

bool contains(std::span<std::uint32_t const> all, std::uint32_t v)
{
    return std::binary_search(all.begin(), all.end(), v);
}

/// The part of `holder` that it holds itself, through whom it holds `parts` of.
ends part_of_itself(stake_matrix const& w, std::uint32_t holder, held_parts const& parts,
                    checkpoint const& check)
{
    if (contains(w.overfull(), holder)) {
        return {0.0, 1.0};
    }
    auto const owners = w.owners_of(holder);
    auto const uppers = w.uppers_of(holder);
    std::vector<std::pair<double, double>> rooms; // the part of an owner, and room for its stake
    ends out;
    auto left = 1.0;
    paced_poll pace{check};
    for (std::size_t k = 0; k < owners.size(); ++k) {
        pace.step();
        auto const& e = owners[k];
        out.lower += e.lower * parts.lower(e.vertex);
        out.upper += e.lower * parts.upper(e.vertex);
        left -= e.lower;
        if (!uppers.empty() && uppers[k] > e.lower) {
            rooms.emplace_back(parts.upper(e.vertex), uppers[k] - e.lower);
        }
    }
    std::sort(rooms.begin(), rooms.end(), [](auto a, auto b) { return a.first > b.first; });
    for (auto const& [part, room] : rooms) {
        auto const more = std::clamp(left, 0.0, room);
        out.upper += more * part;
        left -= more;
    }
    if (!uppers.empty() && out.upper > 1.0 - least_way_out) {
        out.upper = 1.0;
    }
    out.lower = std::min(out.lower, 1.0);
    return {out.lower, std::clamp(out.upper, out.lower, 1.0)};
}

struct passage {
    std::vector<double> lower;
    std::vector<double> upper; ///< Empty where all ends meet.
    ends back;                 ///< To the holder itself.
    bool is_sharp = true;
};

/// With the part of the holder itself in its place.
passage passage_of(stake_matrix const& w, std::uint32_t holder, run_options const& run)
{
    memory_budget budget{run.memory_budget};
    auto const charged = budget.charge(w.num_vertices(), 2 * sizeof(double)); // the copy made below
    auto const parts = detail::look_through_within(budget, w, {&holder, 1}, {}, run);
    auto const quiet = detail::without_progress(run);
    checkpoint const check{quiet, "first passage", 0};
    passage out{{parts.lowers().begin(), parts.lowers().end()},
                {},
                part_of_itself(w, holder, parts, check),
                parts.is_sharp()};
    if (parts.uppers().data() != parts.lowers().data() || out.back.lower != out.back.upper) {
        out.upper.assign(parts.uppers().begin(), parts.uppers().end());
        out.upper[holder] = out.back.upper;
    }
    out.lower[holder] = out.back.lower;
    return out;
}

held_parts made_of(passage p)
{
    if (p.lower == p.upper) {
        p.upper.clear();
    }
    return held_parts{std::move(p.lower), std::move(p.upper), p.is_sharp};
}

/// How often one is at the holder, having come there once, if it comes back at odds of `back`.
double visits(double back)
{
    return back < 1.0 ? 1.0 / (1.0 - back) : std::numeric_limits<double>::infinity();
}

} // namespace

held_parts first_passage(stake_matrix const& w, std::uint32_t holder, run_options const& run)
{
    return made_of(passage_of(w, holder, run));
}

held_parts walk_sum(stake_matrix const& w, std::uint32_t holder, run_options const& run)
{
    auto p = passage_of(w, holder, run);
    auto const is_undefined = contains(w.closed(), holder) || contains(w.overfull(), holder);
    if (is_undefined && p.upper.empty()) {
        p.upper = p.lower;
    }
    for (std::size_t v = 0; v < p.lower.size(); ++v) {
        if (p.upper.empty()) {
            p.lower[v] *= p.lower[v] > 0.0 ? visits(p.back.lower) : 1.0;
        } else if (is_undefined && p.upper[v] > 0.0) {
            p.lower[v] = 0.0;
            p.upper[v] = 1.0;
        } else if (p.upper[v] > 0.0) {
            p.lower[v] = p.lower[v] > 0.0 ? p.lower[v] * visits(p.back.lower) : 0.0;
            p.upper[v] *= visits(p.back.upper);
        }
    }
    return made_of(std::move(p));
}

} // namespace capgraph::inline v0

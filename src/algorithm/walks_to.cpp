// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "walks_to.hpp"

#include "../run/without_progress.hpp"

#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/memory_budget.hpp>

#include <span>
#include <utility>

namespace capgraph::inline v0::detail {

counted_visits visits_above(stake_matrix const& w, std::uint32_t target,
                            std::function<bool(std::uint32_t)> const& is_final, solving const& with,
                            checkpoint& check)
{
    equations up{with.budget};
    up.offsets.reserve(w.num_vertices() + 1);
    up.constants.reserve(w.num_vertices());
    paced_poll pace{check};
    for (std::uint32_t v = 0; v < w.num_vertices(); ++v) {
        auto const owners = is_final(v) ? std::span<stake_entry const>{} : w.owners_of(v);
        pace.steps(1 + owners.size());
        for (auto const& e : owners) {
            if (e.lower > 0.0) {
                up.terms.push_back({e.vertex, e.lower});
            }
        }
        up.close(0.0);
    }
    return visits(up, target, with, check);
}

std::optional<std::vector<double>> walks_to(stake_matrix const& w, std::uint32_t target,
                                            run_options const& run)
{
    if (!w.is_exact() || !w.overfull().empty() || !w.closed().empty()) {
        return std::nullopt;
    }
    auto const quiet = without_progress(run);
    memory_budget budget{run.memory_budget};
    checkpoint check{quiet, "walks", w.num_vertices()};
    auto found = visits_above(
        w, target, [](std::uint32_t) { return false; }, {quiet, budget}, check);
    if (found.unfollowed > 0.0) {
        return std::nullopt;
    }
    return std::move(found.at).take();
}

std::vector<bool> on_no_cycle(stake_matrix const& w)
{
    std::vector<bool> out(w.num_vertices(), true);
    for (auto const v : w.between_cycles()) {
        out[v] = false;
    }
    for (auto const v : w.own_holders()) {
        out[v] = false;
    }
    return out;
}

} // namespace capgraph::inline v0::detail

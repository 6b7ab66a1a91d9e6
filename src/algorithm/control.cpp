// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/control.hpp>

#include "growing_set.hpp"

#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/memory_budget.hpp>

#include <algorithm>
#include <queue>
#include <stdexcept>
#include <string>
#include <utility>

namespace capgraph::inline v0 {

namespace {

using detail::growing_set;

/// Why the member at `place` was taken in, those before it being members.
control_step step_of(voting_power const& power, growing_set& set, std::uint32_t place)
{
    auto const& w = power.votes();
    control_step step;
    step.controlled = set.members()[place];
    step.declared_by = set.declared_by(place);
    for (auto const& e : w.owners_of(step.controlled)) {
        auto const at = set.place_of(e.vertex);
        if (at != 0 && at <= place) {
            step.votes.push_back({e.vertex, e.lower, w.most_of(step.controlled, e.vertex)});
        }
    }
    return step;
}

/// The steps that lead to `target`, backwards from it: a step rests on those before it alone.
control_derivation derived(voting_power const& power, growing_set& set, std::uint32_t target,
                           std::size_t most_steps, checkpoint const& check)
{
    control_derivation out;
    std::priority_queue<std::uint32_t> open;
    auto const needs = [&](std::uint32_t v) {
        auto const place = set.place_of(v);
        if (place > set.group_size() && place <= set.members().size()) {
            open.push(place - 1);
        }
    };
    needs(target);
    while (!open.empty()) {
        check.poll();
        if (out.steps.size() == most_steps) {
            out.is_cut = true;
            break;
        }
        auto const place = open.top();
        while (!open.empty() && open.top() == place) {
            open.pop();
        }
        auto step = step_of(power, set, place);
        if (step.declared_by) {
            needs(*step.declared_by);
        } else {
            for (auto const& v : step.votes) {
                needs(v.holder);
            }
        }
        out.steps.push_back(std::move(step));
    }
    std::reverse(out.steps.begin(), out.steps.end());
    return out;
}

/// Whether nothing is only possible.
bool is_all_certain(voting_power const& power, control_options const& options)
{
    auto const& declared = power.declared();
    return power.votes().is_exact() && options.unknown == unknown_owners::impossible
           && std::all_of(declared.begin(), declared.end(),
                          [](auto const& d) { return d.is_certain; });
}

} // namespace

controlled_set detail::controlled_by(voting_power const& power,
                                     std::span<std::uint32_t const> group,
                                     control_options const& options, checkpoint const& check,
                                     memory_budget& budget)
{
    growing_set certain{power, options, true, check, budget};
    certain.grow(group);
    auto followers = std::move(certain).followers();
    if (is_all_certain(power, options)) {
        return {followers, std::move(followers)};
    }
    growing_set possible{power, options, false, check, budget};
    possible.grow(group);
    return {std::move(followers), std::move(possible).followers()};
}

controlled_set control_of(voting_power const& power, std::span<std::uint32_t const> group,
                          control_options const& options, run_options const& run)
{
    checkpoint check{run, "control", 1};
    memory_budget budget{run.memory_budget};
    auto found = detail::controlled_by(power, group, options, check, budget);
    check.finish();
    return found;
}

control_derivation why_controlled(voting_power const& power, std::span<std::uint32_t const> group,
                                  std::uint32_t target, derivation_options const& derivation,
                                  control_options const& options, run_options const& run)
{
    if (target >= power.votes().num_vertices()) {
        throw std::out_of_range{"capgraph::why_controlled: vertex " + std::to_string(target)
                                + " of " + std::to_string(power.votes().num_vertices())};
    }
    checkpoint check{run, "why controlled", 1};
    memory_budget budget{run.memory_budget};
    growing_set set{power, options, derivation.certainly, check, budget};
    set.grow(group);
    auto out = derived(power, set, target, derivation.most_steps, check);
    check.finish();
    return out;
}

} // namespace capgraph::inline v0

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/set_rule.hpp>

#include "../run/without_progress.hpp"

#include <algorithm>
#include <unordered_set>
#include <vector>

namespace capgraph::inline v0 {

namespace {

/// Adds those of `more` that are not there yet, nor listed.
void add(std::vector<std::uint32_t>& all, std::unordered_set<std::uint32_t>& seen,
         std::vector<std::uint32_t> const& more)
{
    std::copy_if(more.begin(), more.end(), std::back_inserter(all),
                 [&](std::uint32_t v) { return seen.insert(v).second; });
}

} // namespace

controlled_set belongs_to(voting_power const& power, std::span<std::uint32_t const> listed,
                          set_rule const& rule, run_options const& run)
{
    control_options options;
    options.threshold = rule.threshold;
    options.is_strict = rule.is_strict;
    options.takes_declared = rule.takes_control;
    options.drops_treasury = false;
    if (rule.adds_up) {
        return control_of(power, listed, options, run);
    }
    auto const quiet = detail::without_progress(run);
    controlled_set all;
    std::unordered_set<std::uint32_t> certain{listed.begin(), listed.end()};
    auto possible = certain;
    for (auto const& each : listed) {
        auto const one = control_of(power, {&each, 1}, options, quiet);
        add(all.certainly, certain, one.certainly);
        add(all.possibly, possible, one.possibly);
    }
    return all;
}

} // namespace capgraph::inline v0

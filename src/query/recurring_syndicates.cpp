// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/recurring_syndicates.hpp>

#include <capgraph/algorithm/closed_sets.hpp>
#include <capgraph/query/co_investment_groups.hpp>

#include <utility>

namespace capgraph::inline v0 {

namespace {

recurring_syndicate named(co_investment_groups const& all, closed_set const& set)
{
    recurring_syndicate out;
    out.times = set.support;
    for (auto const member : set.members) {
        out.investors.push_back(all.members()[member]);
    }
    for (auto const g : set.groups) { // by company
        if (out.companies.empty() || out.companies.back() != all.entity_of(g)) {
            out.companies.push_back(all.entity_of(g));
        }
        if (auto const round = all.round_of(g)) {
            out.rounds.push_back(*round);
        }
    }
    return out;
}

} // namespace

recurring_syndicates find_recurring_syndicates(network const& n, co_investment_scope scope,
                                               recurring_syndicates_options const& options,
                                               run_options const& run)
{
    scope.side = co_investment_side::investors;
    co_investment_groups const all{n, std::move(scope)};
    auto const found = closed_sets(all.members().size(), all.groups(),
                                   {.min_support = options.min_times,
                                    .min_members = options.min_investors,
                                    .at_most = options.at_most,
                                    .with_groups = true},
                                   run);
    recurring_syndicates out;
    out.is_cut = found.is_cut;
    out.syndicates.reserve(found.sets.size());
    for (auto const& set : found.sets) {
        out.syndicates.push_back(named(all, set));
    }
    return out;
}

} // namespace capgraph::inline v0

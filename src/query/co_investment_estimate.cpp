// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/co_investment_estimate.hpp>

#include "kept_groups.hpp"

namespace capgraph::inline v0 {

co_investment_estimate estimate_co_investment(co_investment_groups const& all,
                                              co_investment_options const& options,
                                              projection_estimate_options const& precision,
                                              run_options const& run)
{
    detail::kept_groups const kept{all.groups(), all.memberships(), options.hub_cap};
    auto const groups = kept.groups();
    co_investment_estimate out;
    out.members = all.members().size();
    for (std::size_t g = 0; g < groups.size(); ++g) {
        auto const k = groups.size_of(g);
        out.meetings += k < 2 ? 0 : k * (k - 1) / 2; // below 2^63, as members have 32 bits
    }
    out.edges = estimate_projection(groups, kept.memberships(), precision, run);
    auto const bytes = [&](std::uint64_t pairs) {
        return projection_bytes(out.members, groups, pairs);
    };
    out.min_bytes = bytes(out.edges.min);
    out.max_bytes = bytes(out.edges.max);
    out.at_most_bytes = bytes(out.edges.at_most);
    return out;
}

co_investment_estimate estimate_co_investment(network const& n, co_investment_scope const& scope,
                                              co_investment_options const& options,
                                              projection_estimate_options const& precision,
                                              run_options const& run)
{
    return estimate_co_investment(co_investment_groups{n, scope}, options, precision, run);
}

} // namespace capgraph::inline v0

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "deals_in_scope.hpp"
#include "first_date.hpp"
#include "round_date.hpp"

#include <capgraph/query/co_investment_significance.hpp>

#include <optional>

namespace capgraph::inline v0 {

std::vector<std::int32_t> years_of_groups(network const& n, co_investment_groups const& all)
{
    std::vector<detail::first_date> first(all.num_groups());
    auto const add = [&](std::size_t group, std::optional<record_id> round) {
        first[group].add(round ? detail::date_of(n.facts().at<funding_round>(*round)) : date{});
    };
    if (all.scope().unit == co_investment_unit::same_round) {
        for (std::size_t g = 0; g < all.num_groups(); ++g) {
            add(g, all.round_of(g));
        }
    } else {
        auto const is_by_company = all.scope().side == co_investment_side::investors;
        for (auto const& i : detail::deals_in(n, all.scope())) {
            add(is_by_company ? i.company : i.investor, i.round);
        }
    }
    std::vector<std::int32_t> out;
    out.reserve(first.size());
    for (auto const& each : first) {
        out.push_back(each.year().value_or(0));
    }
    return out;
}

} // namespace capgraph::inline v0

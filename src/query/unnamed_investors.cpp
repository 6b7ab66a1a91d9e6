// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "unnamed_investors.hpp"

#include <capgraph/model/funding_round.hpp>

#include <algorithm>

namespace capgraph::inline v0::detail {

namespace {

std::uint64_t beyond(std::uint64_t said, std::uint64_t found)
{
    return said > found ? said - found : 0;
}

/// How many there are more than are named: of investors in all, or of leads whose tie to a state is
/// all that is told of them.
std::uint64_t missing_from(network const& n, funding_round const& r,
                           std::vector<entity_id> const& named)
{
    auto const count = r.investor_count ? bounds_of(*r.investor_count).lower : 0;
    return std::max(beyond(count, named.size()), unnamed_leads(n, r, named));
}

unnamed_investors unnamed_in(network const& n, funding_round const& r,
                             std::vector<entity_id> const& named, unnamed_money policy)
{
    unnamed_investors out;
    auto const count = r.investor_count ? bounds_of(*r.investor_count) : interval<std::uint32_t>{};
    out.at_least = missing_from(n, r, named);
    out.at_most = out.at_least;
    out.hedged = count.hedged;
    if (policy == unnamed_money::possible && !r.investors_complete.value_or(false)) {
        out.at_most = std::nullopt;
        if (count.upper) {
            auto const most = std::uint64_t{*count.upper};
            out.at_most =
                std::max(out.at_least, most - std::min<std::uint64_t>(most, named.size()));
        }
    }
    return out;
}

} // namespace

std::uint64_t unnamed_leads(network const& n, funding_round const& r,
                            std::vector<entity_id> const& named)
{
    if (!r.lead_group) {
        return 0;
    }
    auto const leads = r.lead_group->count ? bounds_of(*r.lead_group->count).lower : 1;
    auto const tied = std::count_if(named.begin(), named.end(), [&](entity_id id) {
        return is_state(n, id, state_measure::labelled);
    });
    return beyond(leads, static_cast<std::uint64_t>(tied));
}

unnamed_investors unnamed_in(network const& n, syndicate const& s, unnamed_money policy)
{
    return unnamed_in(n, counted_round(n.facts(), s.round), investors_among(s.members), policy);
}

unnamed_investors unnamed_in(network const& n, std::vector<syndicate> const& rounds,
                             std::vector<entity_id> const& named, unnamed_money policy)
{
    unnamed_investors out;
    for (auto const& s : rounds) {
        auto const r = n.facts().at<funding_round>(s.round);
        auto const here = unnamed_in(n, r, investors_among(s.members), policy);
        out.at_least = std::max(out.at_least, missing_from(n, r, named));
        out.hedged |= here.hedged;
        out.at_most = out.at_most && here.at_most ? std::optional{*out.at_most + *here.at_most}
                                                  : std::nullopt;
    }
    if (policy == unnamed_money::possible) {
        out.at_most = std::nullopt; // in rounds that are not known
    }
    return out;
}

bool others_may_pay(network const& n, syndicate const& s, unnamed_money policy)
{
    auto const more = unnamed_in(n, s, policy);
    return !more.at_most || *more.at_most > 0;
}

} // namespace capgraph::inline v0::detail

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/network/status_of.hpp>

#include <capgraph/model/funding_round.hpp>

namespace capgraph::inline v0 {

bool counts(view const& facts, field<deal_status> const& status)
{
    auto const least = facts.options().min_status;
    return status ? has_reached(*status, least) : least == deal_status::rumored;
}

field<deal_status> status_of(view const& facts, participation const& p)
{
    if (p.status || !p.round) {
        return p.status;
    }
    auto const in = facts.find<funding_round>(*p.round);
    return in ? in->status : field<deal_status>{};
}

} // namespace capgraph::inline v0

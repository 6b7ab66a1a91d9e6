// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "diagnosis.hpp"

#include <algorithm>

namespace capgraph::inline v0::detail {

namespace {

/// Whether each day of `inner` lies in `outer`.
bool lies_within(date inner, date outer)
{
    auto const begins =
        !outer.has_first() || (inner.has_first() && outer.first_day() <= inner.first_day());
    auto const ends =
        !outer.has_last() || (inner.has_last() && inner.last_day() <= outer.last_day());
    return begins && ends;
}

bool is_of_a_state(diagnosis const& d, entity_id investor)
{
    auto const all = d.seen().same_as(investor);
    return std::any_of(all.begin(), all.end(), [&](entity_id id) {
        auto const& each = d.at(id);
        return each.state_link || each.kind == entity_kind::government
               || each.kind == entity_kind::state_body;
    });
}

bool is_of_the_kind(diagnosis const& d, deal const& each, absent_thing of)
{
    return of == absent_thing::outside_investors ? !each.said->is.internal.value_or(false)
                                                 : is_of_a_state(d, each.investor);
}

} // namespace

void diagnose_absences(diagnosis& d)
{
    std::map<entity_id, std::vector<deal const*>> of_company;
    for (auto const& each : d.deals()) {
        if (each.is_closed()) {
            of_company[each.company].push_back(&each);
        }
    }
    for (auto const& a : d.all<absence>()) {
        if (!a.is.interval) {
            d.add("absence-without-interval", {{a.id, {}}},
                  "no " + std::string{to_string(*a.is.of)} + " in " + d.named(*a.is.entity)
                      + ", without 'interval'",
                  "when there were none");
            continue;
        }
        std::vector<part> parts{{a.id, "interval"}};
        for (auto const* const each : of_company[d.self(*a.is.entity)]) {
            if (is_of_the_kind(d, *each, *a.is.of) && lies_within(each->day, *a.is.interval)) {
                parts.push_back({each->said->id, {}});
            }
        }
        if (parts.size() > 1) {
            d.add("absence-contradicted", parts,
                  std::to_string(parts.size() - 1) + ' ' + std::string{to_string(*a.is.of)} + " in "
                      + d.named(*a.is.entity) + " within " + to_string(*a.is.interval),
                  "none, as is said");
        }
    }
}

} // namespace capgraph::inline v0::detail

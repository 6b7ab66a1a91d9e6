// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "diagnosis.hpp"

#include <algorithm>
#include <limits>
#include <set>

namespace capgraph::inline v0::detail {

namespace {

bool is_on_the_list(deal const& each, funding_round const& r)
{
    return each.status != deal_status::withdrawn
           && (!each.status || !r.status || r.status == deal_status::withdrawn
               || has_reached(*each.status, *r.status));
}

std::size_t count_named(diagnosis const& d, known<funding_round> const& r, bool only_leads)
{
    std::set<entity_id> named;
    for (auto const* const each : d.deals_of(r.id)) {
        auto const is_no_lead = each->said->is.role == participation_role::participant;
        if (is_on_the_list(*each, r.is) && !(only_leads && is_no_lead)) {
            named.insert(each->investor);
        }
    }
    return named.size();
}

void check_counts(diagnosis& d, known<funding_round> const& r)
{
    if (!r.is.investor_count || !r.is.investor_count->is_disclosed()) {
        return;
    }
    auto const count = bounds_of(*r.is.investor_count);
    auto const named = count_named(d, r, false);
    auto const text = std::to_string(named) + " named investors in the round " + d.named(r.id);
    if (count.upper && !count.hedged && named > *count.upper) {
        d.add("more-investors-than-counted", {{r.id, "investor_count"}}, text,
              "at most " + std::to_string(*count.upper));
    }
    if (r.is.investors_complete.value_or(false) && !count.hedged && named < count.lower) {
        d.add("fewer-investors-than-counted",
              {{r.id, "investor_count"}, {r.id, "investors_complete"}},
              text + ", whose list is complete", "at least " + std::to_string(count.lower));
    }
}

void check_leads(diagnosis& d, known<funding_round> const& r)
{
    if (!r.is.lead_group || !r.is.investors_complete.value_or(false)) {
        return;
    }
    auto const& count = r.is.lead_group->count;
    auto const leads = std::max<std::size_t>(1, count ? bounds_of(*count).lower : 1);
    auto const possible = count_named(d, r, true);
    if (possible < leads) {
        d.add("lead-outside-list", {{r.id, "lead_group"}, {r.id, "investors_complete"}},
              std::to_string(possible) + " named investors that may lead the round " + d.named(r.id)
                  + ", whose list is complete",
              "at least " + std::to_string(leads));
    }
}

void check_company(diagnosis& d, known<funding_round> const& r)
{
    auto const& company = d.at(*r.is.company);
    if (company.kind == entity_kind::person || company.kind == entity_kind::government) {
        d.add("round-of-person", {{r.id, "company"}, {d.record_of(*r.is.company), "kind"}},
              "the round " + d.named(r.id) + " of the " + std::string{to_string(*company.kind)}
                  + ' ' + d.named(*r.is.company),
              "the round of a company or a fund");
    }
}

} // namespace

void diagnose_rounds(diagnosis& d)
{
    for (auto const& r : d.all<funding_round>()) {
        check_counts(d, r);
        check_leads(d, r);
        check_company(d, r);
        if (r.is.status != deal_status::closed) {
            continue;
        }
        if (r.is.kind == round_kind::ambition) {
            d.add("closed-ambition", {{r.id, "kind"}, {r.id, "status"}},
                  "the ambition " + d.named(r.id) + " closed",
                  "another kind of round, or an earlier status");
        }
        if (r.is.amount && r.is.amount->is_disclosed()
            && r.is.amount_basis == amount_basis::target) {
            d.add("target-of-closed-round", {{r.id, "amount_basis"}, {r.id, "status"}},
                  "a target as the amount of the closed round " + d.named(r.id),
                  "the amount that was raised");
        }
    }
}

} // namespace capgraph::inline v0::detail

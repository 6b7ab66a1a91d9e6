// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "diagnosis.hpp"
#include "missing.hpp"
#include "superiors.hpp"

#include <algorithm>

namespace capgraph::inline v0::detail {

namespace {

bool is_linked(diagnosis const& d, known<entity> const& e)
{
    auto const names = d.seen().same_as(d.id_of(e));
    return std::any_of(names.begin(), names.end(),
                       [&](entity_id id) { return d.at(id).state_link.has_value(); });
}

void check_link(diagnosis& d, known<entity> const& e, state_link const& link)
{
    auto const complain = [&](std::string_view rule, std::string found, std::string expected) {
        d.add(rule, {{e.id, "state_link"}}, std::move(found), std::move(expected));
    };
    auto const who = quoted(e.is.slug);
    auto const is_organ = link.link == state_tie::organ;
    if (is_organ && (!link.level || link.country.empty())) {
        complain("state-link-incomplete",
                 "the organ " + who + " without its state's "
                     + (link.level             ? "country"
                        : link.country.empty() ? "level and country"
                                               : "level"),
                 "both: which state it is, and where in it");
    }
    if (is_organ && (e.is.kind == entity_kind::company || e.is.kind == entity_kind::fund_manager)) {
        complain("organ-is-company",
                 with_article(to_string(*e.is.kind)) + ' ' + who + " that is an organ of a state",
                 "the link \"controlled\", or the kind \"state_body\"");
    }
    if (e.is.kind == entity_kind::person) {
        complain("person-with-state-link", "the person " + who + " with a link to a state",
                 "an organisation");
    }
    if (e.is.country && !link.country.empty() && *e.is.country != link.country) {
        d.add("state-link-country", {{e.id, "state_link"}, {e.id, "country"}},
              who + " of " + std::string{*e.is.country} + " with a link to the state of "
                  + std::string{link.country},
              "one country, unless a foreign state is behind it");
    }
}

void check_ultimate(diagnosis& d)
{
    for (auto const& h : d.all<holding>()) {
        auto const& owned = d.at(*h.is.owned);
        if (owned.ultimate.value_or(false) && !h.is.indirect.value_or(false) && still_holds(d, h.is)
            && !d.are_one(*h.is.owner, *h.is.owned)) {
            d.add("ultimate-but-owned", {{d.record_of(*h.is.owned), "ultimate"}, {h.id, {}}},
                  d.named(*h.is.owned) + ", where chains should end, owned by "
                      + d.named(*h.is.owner),
                  "an end without owners");
        }
    }
}

} // namespace

void diagnose_states(diagnosis& d)
{
    for (auto const& e : d.all<entity>()) {
        auto const is_state =
            e.is.kind == entity_kind::government || e.is.kind == entity_kind::state_body;
        if (e.is.state_link) {
            check_link(d, e, *e.is.state_link);
        } else if (is_state && !is_linked(d, e)) {
            d.add("government-without-state-link", {{e.id, "kind"}},
                  "the " + std::string{to_string(*e.is.kind)} + ' ' + quoted(e.is.slug)
                      + " without 'state_link'",
                  "its link: which state it is of, and where in it; it is counted as an organ of "
                  "its country's");
        }
    }
    check_ultimate(d);
}

} // namespace capgraph::inline v0::detail

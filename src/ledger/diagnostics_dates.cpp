// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "diagnosis.hpp"

#include <algorithm>

namespace capgraph::inline v0::detail {

namespace {

void check_order(diagnosis& d, known<funding_round> const& r)
{
    if (r.is.closed && r.is.announced && is_before(*r.is.closed, *r.is.announced)) {
        d.add("closed-before-announced", {{r.id, "closed"}, {r.id, "announced"}},
              "the round " + d.named(r.id) + " closed " + to_string(*r.is.closed)
                  + " and announced " + to_string(*r.is.announced),
              "the announcement first, or at once");
    }
}

void check_status(diagnosis& d, known<funding_round> const& r)
{
    auto const is_open = r.is.status && *r.is.status != deal_status::closed;
    if (r.is.closed && is_open) {
        d.add("closed-date-of-open-round", {{r.id, "closed"}, {r.id, "status"}},
              "the round " + d.named(r.id) + ", " + std::string{to_string(*r.is.status)}
                  + ", with a day of closing",
              "no such day, or the status \"closed\"");
    }
    auto const words = d.seen().statements_of(r.id);
    auto const is_dated = r.is.closed || r.is.announced
                          || std::any_of(words.begin(), words.end(), [&](statement_id id) {
                                 return d.state().rows->head_of(index_of(id)).as_of.has_value();
                             });
    if (r.is.status == deal_status::closed && !is_dated) {
        d.add("closed-without-date", {{r.id, "status"}},
              "the closed round " + d.named(r.id) + " without a day",
              "'announced', 'closed', or the moment spoken of ('as_of')");
    }
}

void check_founding(diagnosis& d, known<funding_round> const& r)
{
    auto const& company = d.at(*r.is.company);
    auto const is_earlier = [&](field<date> const& day) {
        return day && company.founded && is_before(*day, *company.founded);
    };
    if (is_earlier(r.is.announced) || is_earlier(r.is.closed)) {
        auto const day = is_earlier(r.is.announced) ? r.is.announced : r.is.closed;
        d.add("round-before-founding",
              {{r.id, "announced"}, {r.id, "closed"}, {d.record_of(*r.is.company), "founded"}},
              "the round " + d.named(r.id) + " of " + to_string(*day) + " and "
                  + d.named(*r.is.company) + " founded " + to_string(*company.founded),
              "a company before its rounds");
    }
}

template <class Record>
void check_validity(diagnosis& d, std::string_view what)
{
    for (auto const& each : d.all<Record>()) {
        auto const& from = each.is.valid_from;
        auto const& until = each.is.valid_until;
        if (from && until && is_before(*until, *from)) {
            d.add("valid-until-before-from", {{each.id, "valid_from"}, {each.id, "valid_until"}},
                  std::string{what} + " from " + to_string(*from) + " until " + to_string(*until),
                  "an end that is not before the beginning");
        }
    }
}

} // namespace

void diagnose_dates(diagnosis& d)
{
    for (auto const& r : d.all<funding_round>()) {
        check_order(d, r);
        check_status(d, r);
        check_founding(d, r);
    }
    check_validity<holding>(d, "a holding");
    check_validity<relation>(d, "a relation");
}

} // namespace capgraph::inline v0::detail

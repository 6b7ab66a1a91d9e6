// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "diagnosis.hpp"
#include "superiors.hpp"

#include <algorithm>
#include <set>

namespace capgraph::inline v0::detail {

namespace {

/// Who founded, runs or owns whom, by who stands for them.
struct inner_circle {
    std::set<std::pair<entity_id, entity_id>> owners; ///< Founders and parents, and the company.
    std::set<std::pair<entity_id, entity_id>> others; ///< Officers and other holders likewise.
};

inner_circle inner_circle_of(diagnosis const& d)
{
    inner_circle out;
    for (auto const& r : d.all<relation>()) {
        auto const from = d.self(*r.is.from);
        auto const to = d.self(*r.is.to);
        if (r.is.type == relation_type::founder_of || r.is.type == relation_type::parent_of) {
            out.owners.emplace(from, to);
        } else if (r.is.type == relation_type::officer_of) {
            out.others.emplace(from, to);
        } else if (r.is.type == relation_type::unit_of) {
            out.others.emplace(to, from);
        }
    }
    for (auto const& h : d.all<holding>()) {
        out.others.emplace(d.self(*h.is.owner), d.self(*h.is.owned));
    }
    return out;
}

std::string in_words(diagnosis const& d, deal const& each)
{
    auto const& said = each.said->is;
    auto const who = d.named(*said.investor);
    return said.round
               ? who + " in the round " + d.named(*said.round) + " of " + d.named(each.company)
               : who + " in " + d.named(each.company);
}

void check_ends(diagnosis& d, deal const& each, superiors const& above)
{
    if (each.investor == each.company) {
        d.add("self-investment", {{each.said->id, {}}}, in_words(d, each), "another investor");
    } else if (above.is_above(each.company, each.investor)) {
        d.add("backs-own-parent", {{each.said->id, {}}}, in_words(d, each) + ", which is above it",
              "an investor from outside, or a self-holding");
    }
}

void check_internal(diagnosis& d, deal const& each, inner_circle const& circle)
{
    auto const pair = std::pair{each.investor, each.company};
    auto const& internal = each.said->is.internal;
    auto const is_owner = circle.owners.contains(pair);
    if (internal.value_or(false) && !is_owner && !circle.others.contains(pair)) {
        d.add("internal-without-tie", {{each.said->id, "internal"}},
              "internal money of " + in_words(d, each),
              "a founder, an officer, a parent or a holder");
    } else if (!internal.value_or(false) && is_owner && each.round != nullptr) {
        d.add("founder-money-not-internal", {{each.said->id, "internal"}},
              in_words(d, each) + ", founded or owned by it", "'internal', if it is");
    }
}

void check_founding(diagnosis& d, deal const& each)
{
    auto const& founded = d.at(*each.said->is.investor).founded;
    if (founded && each.is_closed() && is_before(each.day, *founded)) {
        d.add("investor-not-yet-founded",
              {{each.said->id, {}}, {d.record_of(*each.said->is.investor), "founded"}},
              in_words(d, each) + " by " + to_string(each.day) + " and founded "
                  + to_string(*founded),
              "an investor before its deals");
    }
}

void check_existing(diagnosis& d)
{
    std::map<std::pair<entity_id, entity_id>, deal const*> first;
    for (auto const& each : d.deals()) {
        auto& earliest = first[{each.investor, each.company}];
        if (each.is_closed() && (earliest == nullptr || ends_before(each.day, earliest->day))) {
            earliest = &each;
        }
    }
    for (auto const& each : d.deals()) {
        auto const* const earliest = first[{each.investor, each.company}];
        auto const& existing = each.said->is.existing_backer;
        if (existing && !*existing && earliest != nullptr && is_before(earliest->day, each.day)) {
            d.add("existing-backer-denied",
                  {{each.said->id, "existing_backer"}, {earliest->said->id, "status"}},
                  in_words(d, each) + " as a new backer",
                  "an existing one since " + to_string(earliest->day));
        }
    }
}

} // namespace

void diagnose_investors(diagnosis& d)
{
    superiors const above{d};
    auto const circle = inner_circle_of(d);
    for (auto const& each : d.deals()) {
        check_ends(d, each, above);
        check_internal(d, each, circle);
        check_founding(d, each);
    }
    check_existing(d);
}

} // namespace capgraph::inline v0::detail

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "cycles.hpp"
#include "diagnosis.hpp"
#include "missing.hpp"
#include "superiors.hpp"

#include <algorithm>
#include <set>

namespace capgraph::inline v0::detail {

namespace {

bool is_hierarchy(relation const& r)
{
    return r.type == relation_type::parent_of || r.type == relation_type::unit_of;
}

std::string in_words(diagnosis const& d, relation const& r)
{
    return d.named(*r.from) + ' ' + std::string{to_string(*r.type)} + ' ' + d.named(*r.to);
}

void check_kinds(diagnosis& d, known<relation> const& r)
{
    auto const complain = [&](std::string_view rule, entity_id about, std::string_view expected) {
        auto const kind = std::string{to_string(*d.at(about).kind)};
        d.add(rule, {{r.id, {}}, {d.record_of(about), "kind"}},
              in_words(d, r.is) + ", where " + d.named(about) + " is " + with_article(kind),
              std::string{expected});
    };
    auto const from = *d.at(*r.is.from).kind;
    auto const to = *d.at(*r.is.to).kind;
    auto const is_post =
        r.is.type == relation_type::founder_of || r.is.type == relation_type::officer_of;
    if (r.is.type == relation_type::manager_of && to != entity_kind::fund) {
        complain("manager-of-no-fund", *r.is.to, "a fund");
    }
    if (is_post && from != entity_kind::person) {
        complain(r.is.type == relation_type::founder_of ? "founder-not-person"
                                                        : "officer-not-person",
                 *r.is.from, "a person");
    }
    if (is_post && to == entity_kind::person) {
        complain("post-with-person", *r.is.to, "an organisation");
    }
}

std::string_view cycle_rule(std::vector<known<relation> const*> const& all)
{
    auto const are_all = [&](relation_type type) {
        return std::all_of(all.begin(), all.end(),
                           [=](auto const* r) { return r->is.type == type; });
    };
    if (are_all(relation_type::parent_of)) {
        return "parent-cycle";
    }
    return are_all(relation_type::unit_of) ? "unit-cycle" : "hierarchy-cycle";
}

void check_cycles(diagnosis& d)
{
    std::vector<arc> arcs;
    std::vector<known<relation> const*> steps;
    for (auto const& r : d.all<relation>()) {
        auto upper = static_cast<std::uint32_t>(index_of(d.self(*r.is.from)));
        auto lower = static_cast<std::uint32_t>(index_of(d.self(*r.is.to)));
        if (is_hierarchy(r.is) && still_holds(d, r.is) && upper != lower) {
            r.is.type == relation_type::unit_of ? std::swap(upper, lower) : void();
            arcs.push_back({upper, lower});
            steps.push_back(&r);
        }
    }
    for (auto const& group : cycles_among(arcs)) {
        std::vector<known<relation> const*> round_trip;
        std::vector<part> parts;
        std::set<std::string> words;
        for (auto const i : group) {
            round_trip.push_back(steps[i]);
            parts.push_back({steps[i]->id, {}});
            words.insert(in_words(d, steps[i]->is));
        }
        d.add(cycle_rule(round_trip), parts,
              *words.begin() + ", and " + std::to_string(words.size() - 1) + " more that lead back",
              "a hierarchy with an end");
    }
}

/// Who has two of what `type` says, none above the other.
void check_two(diagnosis& d, relation_type type, superiors const& above)
{
    auto const is_unit = type == relation_type::unit_of;
    std::map<entity_id, std::vector<known<relation> const*>> below;
    for (auto const& r : d.all<relation>()) {
        if (r.is.type == type && still_holds(d, r.is) && !d.are_one(*r.is.from, *r.is.to)) {
            below[d.self(is_unit ? *r.is.from : *r.is.to)].push_back(&r);
        }
    }
    for (auto const& [entity, all] : below) {
        std::vector<entity_id> uppers;
        for (auto const* const r : all) {
            uppers.push_back(d.self(is_unit ? *r->is.to : *r->is.from));
        }
        auto const nearest = above.nearest(d, uppers);
        if (nearest.size() < 2) {
            continue;
        }
        std::vector<part> parts;
        for (auto const* const r : all) {
            parts.push_back({r->id, {}});
        }
        d.add(is_unit ? "unit-of-two" : "two-parents", parts,
              std::to_string(nearest.size()) + (is_unit ? " wholes of " : " parents of ")
                  + d.named(entity) + ", none of them above another",
              "one, or one above the others");
    }
}

} // namespace

void diagnose_relations(diagnosis& d)
{
    for (auto const& r : d.all<relation>()) {
        check_kinds(d, r);
        if (d.are_one(*r.is.from, *r.is.to)) {
            d.add("relation-to-itself", {{r.id, {}}}, in_words(d, r.is), "two entities");
        }
    }
    check_cycles(d);
    superiors const above{d};
    check_two(d, relation_type::parent_of, above);
    check_two(d, relation_type::unit_of, above);
}

} // namespace capgraph::inline v0::detail

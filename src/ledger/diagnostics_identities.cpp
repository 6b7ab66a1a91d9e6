// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "diagnosis.hpp"

#include <algorithm>
#include <set>

namespace capgraph::inline v0::detail {

namespace {

/// What may be one under two names: a firm, a person, or a state.
int family_of(entity_kind kind)
{
    switch (kind) {
    case entity_kind::person:
        return 1;
    case entity_kind::government:
    case entity_kind::state_body:
        return 2;
    default:
        return 0;
    }
}

void check_kinds(diagnosis& d, known<same_as> const& s)
{
    std::set<int> families;
    std::set<std::string> kinds;
    std::vector<part> parts{{s.id, {}}};
    for (auto const id : *s.is.entities) {
        families.insert(family_of(*d.at(id).kind));
        kinds.insert(std::string{to_string(*d.at(id).kind)});
        parts.push_back({d.record_of(id), "kind"});
    }
    if (families.size() > 1) {
        d.add("joined-kinds-differ", parts,
              "a " + *kinds.begin() + " and a " + *kinds.rbegin() + " that are said to be one",
              "entities of one kind");
    }
}

void check_countries(diagnosis& d, known<same_as> const& s)
{
    std::set<std::string> countries;
    std::vector<part> parts{{s.id, {}}};
    for (auto const id : *s.is.entities) {
        if (auto const& country = d.at(id).country) {
            countries.insert(std::string{*country});
            parts.push_back({d.record_of(id), "country"});
        }
    }
    if (countries.size() > 1) {
        d.add("joined-countries-differ", parts,
              "entities of " + *countries.begin() + " and " + *countries.rbegin()
                  + " that are said to be one",
              "entities of one country");
    }
}

void check_twice(diagnosis& d, known<same_as> const& s)
{
    std::set<entity_id> met;
    for (auto const id : *s.is.entities) {
        if (!met.insert(id).second) {
            d.add("joined-to-itself", {{s.id, {}}}, d.named(id) + " twice in 'ids'",
                  "each entity once");
            return;
        }
    }
}

/// Identifiers are of one entity each, whatever it is called.
void check_identifiers(diagnosis& d)
{
    std::map<identifier, std::vector<known<entity> const*>> holders;
    for (auto const& e : d.all<entity>()) {
        for (auto const& each : e.is.identifiers.value_or({})) {
            holders[each].push_back(&e);
        }
    }
    for (auto const& [id, all] : holders) {
        std::set<entity_id> who;
        std::vector<part> parts;
        for (auto const* const e : all) {
            who.insert(d.self(d.id_of(*e)));
            parts.push_back({e->id, "identifiers"});
        }
        if (who.size() > 1) {
            d.add("identifier-of-two", parts,
                  "the " + std::string{id.scheme} + " '" + std::string{id.value} + "' of "
                      + std::to_string(who.size()) + " entities",
                  "one entity, or several that are joined by 'same_as'");
        }
    }
}

} // namespace

void diagnose_identities(diagnosis& d)
{
    for (auto const& s : d.all<same_as>()) {
        check_twice(d, s);
        check_kinds(d, s);
        check_countries(d, s);
    }
    check_identifiers(d);
}

} // namespace capgraph::inline v0::detail

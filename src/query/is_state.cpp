// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/state_backing.hpp>

#include <capgraph/model/entity.hpp>

#include <algorithm>

namespace capgraph::inline v0 {

namespace {

bool is_of(state_link const& link, std::string_view country)
{
    return country.empty() || link.country.empty() || link.country == country;
}

/// A government or a state body is an organ of its country's state, with or without a `state_link`.
field<state_tie> tie_by_kind(entity const& e, std::string_view country)
{
    auto const is_organ = e.kind == entity_kind::government || e.kind == entity_kind::state_body;
    auto const own = state_link{state_tie::organ, {}, e.country.value_or({})};
    return is_organ && is_of(own, country) ? field<state_tie>{state_tie::organ}
                                           : field<state_tie>{};
}

/// The strongest tie of any of the entities that are the same as `id` to the state of `country`.
field<state_tie> tie_of(view const& facts, entity_id id, std::string_view country)
{
    field<state_tie> strongest;
    for (auto const each : facts.same_as(id)) {
        auto const e = facts.at(each);
        auto tie = tie_by_kind(e, country);
        if (!tie && e.state_link && is_of(*e.state_link, country)) {
            tie = e.state_link->link;
        }
        if (tie && (!strongest || *tie > *strongest)) {
            strongest = tie;
        }
    }
    return strongest;
}

bool is_organ(view const& facts, entity_id id, std::string_view country)
{
    return tie_of(facts, id, country) == field<state_tie>{state_tie::organ};
}

bool is_controlled_by_organ(network const& n, entity_id id, std::string_view country)
{
    auto const vertex = n.find_entity(id);
    if (!vertex) {
        return false;
    }
    auto const [first, last] = in_edges(*vertex, n.ownership());
    return std::any_of(first, last, [&](auto const& e) {
        auto const& s = n.stakes()[n.ownership().index_of(e)];
        return s.is_control && is_organ(n.facts(), n.entities()[s.owner], country);
    });
}

} // namespace

bool is_state(network const& n, entity_id entity, state_measure measure, std::string_view country)
{
    if (measure == state_measure::organs) {
        return is_organ(n.facts(), entity, country);
    }
    return tie_of(n.facts(), entity, country).has_value()
           || is_controlled_by_organ(n, entity, country);
}

} // namespace capgraph::inline v0

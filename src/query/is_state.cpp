// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/state_backing.hpp>

#include "state_ties.hpp"

#include <capgraph/model/entity.hpp>

#include <algorithm>

namespace capgraph::inline v0 {

namespace detail {

namespace {

bool is_of(state_link const& link, asked_state const& asked)
{
    return asked.country.empty() || link.country.empty() || link.country == asked.country;
}

/// A government or a state body is an organ of its country's state, with or without a `state_link`.
field<state_link> link_of(entity const& e, asked_state const& asked)
{
    auto const is_organ = e.kind == entity_kind::government || e.kind == entity_kind::state_body;
    auto own = state_link{state_tie::organ, {}, e.country.value_or({})};
    if (is_organ && e.state_link && e.state_link->link == state_tie::organ) {
        own.level = e.state_link->level;
    }
    if (is_organ && is_of(own, asked)) {
        return own;
    }
    return e.state_link && is_of(*e.state_link, asked) ? e.state_link : field<state_link>{};
}

void strengthen(field<state_tie>& strongest, state_tie tie)
{
    if (!strongest || tie > *strongest) {
        strongest = tie;
    }
}

} // namespace

told_tie tie_of(view const& facts, entity_id id, asked_state const& asked)
{
    told_tie out;
    for (auto const each : facts.same_as(id)) {
        auto const link = link_of(facts.at(each), asked);
        if (!link || (asked.level && link->level && *link->level != *asked.level)) {
            continue;
        }
        strengthen(out.possible, link->link);
        if (!asked.level || link->level) {
            strengthen(out.certain, link->link);
        }
    }
    return out;
}

told_label label_of(network const& n, entity_id id, asked_state const& asked)
{
    auto const tie = tie_of(n.facts(), id, asked);
    told_label out{tie.certain.has_value(), tie.possible.has_value()};
    auto const vertex = n.find_entity(id);
    if (out.is_certain || !vertex) {
        return out;
    }
    auto const [first, last] = in_edges(*vertex, n.ownership());
    std::for_each(first, last, [&](auto const& e) {
        auto const& s = n.stakes()[n.ownership().index_of(e)];
        if (s.is_control) {
            auto const owner = tie_of(n.facts(), n.entities()[s.owner], asked);
            out.is_certain |= owner.certain == field<state_tie>{state_tie::organ};
            out.is_possible |= owner.possible == field<state_tie>{state_tie::organ};
        }
    });
    return out;
}

part_bounds part_by_ties(network const& n, entity_id id, state_scope const& scope)
{
    asked_state const asked{scope.country, scope.level};
    if (scope.measure == state_measure::labelled) {
        auto const label = label_of(n, id, asked);
        return {label.is_certain ? 1.0 : 0.0, label.is_possible ? 1.0 : 0.0};
    }
    auto const organ = field<state_tie>{state_tie::organ};
    auto const tie = tie_of(n.facts(), id, asked);
    return {tie.certain == organ ? 1.0 : 0.0, tie.possible == organ ? 1.0 : 0.0};
}

} // namespace detail

bool is_state(network const& n, entity_id entity, state_measure measure, std::string_view country)
{
    state_scope const scope{.measure = measure, .country = country};
    auto const by_ties = measure == state_measure::organs || measure == state_measure::labelled;
    auto const part =
        by_ties ? detail::part_by_ties(n, entity, scope) : state_parts{n, scope}.of(entity);
    return part.lower > 0.0;
}

} // namespace capgraph::inline v0

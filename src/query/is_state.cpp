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

/// The strongest tie of any of the entities that are the same as `id` to the state of `country`.
field<state_tie> tie_of(view const& facts, entity_id id, std::string_view country)
{
    field<state_tie> strongest;
    for (auto const each : facts.same_as(id)) {
        auto const link = facts.at(each).state_link;
        if (link && is_of(*link, country) && (!strongest || link->link > *strongest)) {
            strongest = link->link;
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

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/network/ownership_network.hpp>

#include "told_stakes.hpp"

#include <capgraph/core/error.hpp>
#include <capgraph/model/entity.hpp>

#include <algorithm>
#include <iterator>
#include <stdexcept>
#include <string>
#include <utility>

namespace capgraph::inline v0 {

namespace {

bool ends_chains(view const& facts, entity_id id)
{
    auto const names = facts.same_as(id);
    return std::any_of(names.begin(), names.end(), [&](entity_id each) {
        auto const e = facts.at(each);
        return e.kind == entity_kind::person || e.kind == entity_kind::government
               || e.kind == entity_kind::state_body || e.ultimate.value_or(false);
    });
}

} // namespace

ownership_network::ownership_network(network const& n, ownership_options const& options)
    : network_{&n}, options_{options}, is_ultimate_(n.entities().size())
{
    if (!(options.rounding >= 0.0 && options.rounding < 1.0)) {
        throw std::invalid_argument{"capgraph::ownership_network: rounding "
                                    + std::to_string(options.rounding)
                                    + ", expected one in [0, 1)"};
    }
    for (std::uint32_t v = 0; v < is_ultimate_.size(); ++v) {
        if (ends_chains(n.facts(), n.entities()[v])) {
            is_ultimate_[v] = true;
            ultimate_.push_back(v);
        }
    }
    auto told = detail::told_in(n, options, is_ultimate_);
    stake_matrix_options const settled{options.rounding};
    capital_ = stake_matrix{n.entities().size(), told.capital, settled};
    power_ = voting_power{stake_matrix{n.entities().size(), told.votes, settled},
                          std::move(told.declared)};
    by_class_ = std::move(told.by_class);
    auto const over = capital_.overfull();
    std::copy_if(told.untold.begin(), told.untold.end(), std::back_inserter(without_room_),
                 [&](untold_stake const& s) {
                     constexpr auto rounding = 1e-12; // of parts that are binary fractions
                     return capital_.most_of(s.owned, s.owner) <= rounding
                            && !std::binary_search(over.begin(), over.end(), s.owned);
                 });
}

std::uint32_t ownership_network::vertex_of(entity_id entity) const
{
    if (auto const v = network_->find_entity(entity)) {
        return *v;
    }
    throw error{error_code::not_known_at,
                "'" + std::string{network_->facts().slug_of(entity)}
                    + "', of whom nothing is known",
                "an entity that the view knows"};
}

} // namespace capgraph::inline v0

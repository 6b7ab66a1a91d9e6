// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/network_statistics.hpp>

#include <capgraph/algorithm/connected_components.hpp>
#include <capgraph/algorithm/density.hpp>
#include <capgraph/model/participation.hpp>
#include <capgraph/network/status_of.hpp>

#include <algorithm>

namespace capgraph::inline v0 {

namespace {

std::size_t num_retractions(view const& facts)
{
    std::size_t out = 0;
    for (auto const id : facts.records(record_kind::retraction)) {
        out += facts.statements_of(id).size();
    }
    return out;
}

} // namespace

network_statistics network_statistics_of(network const& n)
{
    auto const& facts = n.facts();
    network_statistics out;
    out.statements = facts.num_statements() - num_retractions(facts);
    out.entities = n.entities().size();
    out.investors = n.investors().size();
    out.companies = n.companies().size();
    out.rounds = n.rounds().size();
    out.holdings = n.stakes().size();
    out.ties = num_edges(n.two_mode());
    out.participations =
        static_cast<std::size_t>(std::count_if(n.investments().begin(), n.investments().end(),
                                               [](investment const& i) { return !i.is_prior; }));
    for (auto const id : facts.records(record_kind::participation)) {
        auto const status = status_of(facts, facts.at<participation>(id));
        ++(status ? out.by_status[static_cast<std::size_t>(*status)] : out.without_status);
    }
    out.density = density(n.two_mode(), {.first_side = out.investors});
    auto const parts = connected_components(n.two_mode());
    out.components = parts.count();
    out.largest_component = parts.largest() ? parts.sizes[*parts.largest()] : 0;
    return out;
}

} // namespace capgraph::inline v0

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/co_investment_network.hpp>

#include "kept_groups.hpp"
#include "pair_weights.hpp"
#include "refuse_early.hpp"

#include <capgraph/algorithm/projection.hpp>

#include <cmath>
#include <stdexcept>
#include <utility>

namespace capgraph::inline v0 {

namespace {

packed_graph project(co_investment_groups const& all, co_investment_options const& options,
                     run_options const& run)
{
    detail::refuse_early(all, options, run);
    detail::pair_weights const weights{all, options.weight};
    auto const members = all.members().size();
    detail::kept_groups const kept{all.groups(), all.memberships(), options.hub_cap};
    if (kept.are_all()) {
        auto graph = projection(members, all.groups(), {weights.of_groups()}, run);
        weights.finish(graph, run);
        return graph;
    }
    auto graph = projection(members, kept.groups(), {}, run);
    weights.weigh_anew(graph, run);
    return graph;
}

} // namespace

std::uint64_t num_co_investment_pairs(co_investment_groups const& all, run_options const& run)
{
    return num_projected_pairs(all.members().size(), all.groups(), run);
}

std::uint64_t num_co_investment_pairs(network const& n, co_investment_scope const& scope,
                                      run_options const& run)
{
    return num_co_investment_pairs(co_investment_groups{n, scope}, run);
}

co_investment_network project_co_investment(co_investment_groups const& all,
                                            co_investment_options const& options,
                                            run_options const& run)
{
    if (std::isnan(options.min_weight)) {
        throw std::invalid_argument{"capgraph::project_co_investment: min_weight is no number"};
    }
    auto graph = project(all, options, run);
    detail::keep_heavy(graph, options.min_weight, options.top_k, run);
    return {undirected_csr_graph::from_rows(std::move(graph), run),
            {all.members().begin(), all.members().end()},
            all.scope(),
            options.weight};
}

co_investment_network project_co_investment(network const& n, co_investment_scope const& scope,
                                            co_investment_options const& options,
                                            run_options const& run)
{
    return project_co_investment(co_investment_groups{n, scope}, options, run);
}

} // namespace capgraph::inline v0

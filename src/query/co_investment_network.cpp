// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/co_investment_network.hpp>

#include "pair_weights.hpp"
#include "syndicates.hpp"

#include <capgraph/algorithm/projection.hpp>
#include <capgraph/run/memory_budget.hpp>

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <utility>

namespace capgraph::inline v0 {

namespace {

using detail::syndicates;

group_rows rows_of(syndicates const& s)
{
    return {s.offsets, s.members};
}

constexpr std::uint64_t bytes_of_arc = sizeof(std::uint32_t) + sizeof(double);

/// Refuses what the largest group alone makes too much, before its pairs are counted one by one.
void refuse_early(syndicates const& s, run_options const& run)
{
    std::uint64_t largest = 0;
    for (std::size_t group = 0; group < s.size(); ++group) {
        largest = std::max(largest, s.offsets[group + 1] - s.offsets[group]);
    }
    auto const at_least = largest < 2 ? 0 : largest * (largest - 1); // below 2^64: 32-bit members
    memory_budget budget{run.memory_budget};
    (void)budget.charge(at_least, bytes_of_arc);
}

/// The groups of at most `cap` investors.
syndicates without_hubs(syndicates const& s, std::size_t cap)
{
    syndicates out;
    for (std::size_t g = 0; g < s.size(); ++g) {
        auto const row = rows_of(s).row(g);
        if (row.size() <= cap) {
            out.members.insert(out.members.end(), row.begin(), row.end());
            out.offsets.push_back(out.members.size());
            out.company.push_back(s.company[g]);
        }
    }
    return out;
}

packed_graph project(syndicates const& all, std::size_t investors,
                     co_investment_options const& options, run_options const& run)
{
    detail::pair_weights const weights{all, investors, options.weight};
    auto const is_capped = std::any_of(all.offsets.begin() + 1, all.offsets.end(),
                                       [&, last = std::uint64_t{0}](std::uint64_t end) mutable {
                                           return end - std::exchange(last, end) > options.hub_cap;
                                       });
    if (!is_capped) {
        refuse_early(all, run);
        auto graph = projection(investors, rows_of(all), {weights.of_groups()}, run);
        weights.finish(graph);
        return graph;
    }
    auto const few = without_hubs(all, options.hub_cap);
    refuse_early(few, run);
    auto graph = projection(investors, rows_of(few), {}, run);
    weights.weigh_anew(graph, run);
    return graph;
}

} // namespace

std::uint64_t num_co_investment_pairs(network const& n, co_investment_options const& options,
                                      run_options const& run)
{
    auto const groups = detail::syndicates_of(n, options.unit);
    return num_projected_pairs(n.investors().size(), rows_of(groups), run);
}

co_investment_network project_co_investment(network const& n, co_investment_options const& options,
                                            run_options const& run)
{
    if (std::isnan(options.min_weight)) {
        throw std::invalid_argument{"capgraph::project_co_investment: min_weight is no number"};
    }
    auto const groups = detail::syndicates_of(n, options.unit);
    auto graph = project(groups, n.investors().size(), options, run);
    detail::keep_heavy(graph, options.min_weight, options.top_k);
    return {undirected_csr_graph::from_rows(std::move(graph)),
            {n.investors().begin(), n.investors().end()},
            options.unit,
            options.weight};
}

} // namespace capgraph::inline v0

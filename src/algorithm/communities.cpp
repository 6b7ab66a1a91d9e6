// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/communities.hpp>

#include "algorithm/leiden.hpp"
#include "algorithm/modularity_within.hpp"
#include "algorithm/null_model.hpp"
#include "algorithm/tie_rows.hpp"
#include "graph/charged_vector.hpp"

#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/memory_budget.hpp>

#include <cstddef>
#include <stdexcept>
#include <string>

namespace capgraph::inline v0::detail {

namespace {

constexpr auto name = "capgraph::communities";

// What each tie of `ties`, rows without weights that are made of `g`, weighs.
double weight_of_each(csr_view g, csr_view ties)
{
    for (std::uint32_t u = 0; u < ties.num_vertices(); ++u) {
        if (ties.degree(u) > 0) {
            double sum = 0.0;
            for (std::size_t i = 0; i < g.row(u).size(); ++i) {
                auto const weight = g.is_weighted() ? g.weights_of(u)[i] : 1.0;
                sum += g.row(u)[i] == ties.row(u)[0] ? weight : 0.0;
            }
            return sum;
        }
    }
    return 1.0;
}

// The communities numbered from 0 by their lowest vertex, and how many vertices each has.
community_partition numbered(charged_vector<std::uint32_t> const& labels, memory_budget& budget,
                             checkpoint const& check)
{
    constexpr auto unused = ~std::uint32_t{0};
    charged_vector<std::uint32_t> number{budget};
    number.assign(labels.size(), unused);
    community_partition result;
    result.community_of.reserve(labels.size());
    paced_poll pace{check};
    for (auto const label : labels) {
        pace.step();
        if (number[label] == unused) {
            number[label] = static_cast<std::uint32_t>(result.sizes.size());
            result.sizes.push_back(0);
        }
        result.community_of.push_back(number[label]);
        ++result.sizes[number[label]];
    }
    return result;
}

} // namespace

community_partition communities(csr_view g, std::optional<std::uint64_t> first_side,
                                community_options const& options, run_options const& run,
                                std::uint64_t held)
{
    if (options.rounds == 0) {
        throw std::invalid_argument{std::string{name} + ": no round"};
    }
    auto const n = g.num_vertices();
    memory_budget budget{run.memory_budget};
    auto const held_charge = budget.charge(held);
    auto const result_charge = budget.charge(n, sizeof(std::uint32_t) + sizeof(std::uint64_t));
    checkpoint check{run, "communities", std::uint64_t{n} * options.rounds};
    null_model const null{g, first_side, options.resolution, name, budget, check};
    community_partition result;
    {
        tie_rows const ties{g, budget, check};
        auto const view = ties.view();
        leiden_rows const rows{view.offsets, view.targets, view.weights,
                               view.is_weighted() ? 1.0 : weight_of_each(g, view),
                               null.vertices().values()};
        result =
            numbered(leiden(rows, null, {options.rounds, run.seed}, budget, check), budget, check);
    }
    numbered_communities const found{result.community_of, result.count()};
    result.modularity = modularity_within(g, first_side, null, found, budget, check);
    result.are_connected = communities_are_connected_within(g, found, budget, check);
    check.finish();
    return result;
}

} // namespace capgraph::inline v0::detail

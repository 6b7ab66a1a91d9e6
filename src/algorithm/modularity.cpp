// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/modularity.hpp>

#include "algorithm/modularity_within.hpp"
#include "algorithm/null_model.hpp"
#include "graph/charged_vector.hpp"

#include <capgraph/algorithm/connected_components.hpp>
#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/memory_budget.hpp>

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <stdexcept>
#include <utility>
#include <vector>

namespace capgraph::inline v0::detail {

namespace {

void require_one_each(csr_view g, std::span<std::uint32_t const> communities)
{
    if (communities.size() != g.num_vertices()) {
        throw std::invalid_argument{"capgraph: not one community for each vertex"};
    }
}

// The numbers in use, ascending, each once. By digits, as that can be cancelled at any time.
charged_vector<std::uint32_t> numbers_in_use(std::span<std::uint32_t const> numbers,
                                             memory_budget& budget, checkpoint const& check)
{
    constexpr auto digit_bits = 11U;
    constexpr auto digits = std::size_t{1} << digit_bits;
    charged_vector<std::uint32_t> known{budget};
    known.append(numbers);
    charged_vector<std::uint32_t> other{budget, numbers.size()};
    paced_poll pace{check};
    for (auto shift = 0U; shift < 32U; shift += digit_bits) {
        std::vector<std::size_t> next(digits + 1, 0);
        for (auto const number : known) {
            pace.step();
            ++next[((number >> shift) % digits) + 1];
        }
        std::partial_sum(next.begin(), next.end(), next.begin());
        for (auto const number : known) {
            pace.step();
            other[next[(number >> shift) % digits]++] = number;
        }
        std::swap(known, other);
    }
    known.shrink(static_cast<std::size_t>(std::unique(known.begin(), known.end()) - known.begin()));
    return known;
}

// The communities numbered from 0, in the order of their own numbers.
class community_numbers {
public:
    community_numbers(std::span<std::uint32_t const> communities, memory_budget& budget,
                      checkpoint const& check)
        : of_{budget}
    {
        auto const known = numbers_in_use(communities, budget, check);
        count_ = known.size();
        of_.reserve(communities.size());
        paced_poll pace{check};
        for (auto const community : communities) {
            pace.step();
            auto const place = std::lower_bound(known.begin(), known.end(), community);
            of_.push_back(static_cast<std::uint32_t>(place - known.begin()));
        }
    }

    [[nodiscard]] numbered_communities all() const noexcept { return {of_.values(), count_}; }

private:
    charged_vector<std::uint32_t> of_;
    std::size_t count_ = 0;
};

// What the arcs within each community weigh, those from vertices of the first side.
charged_vector<double> weights_within(csr_view g, std::size_t first_side,
                                      numbered_communities communities, memory_budget& budget,
                                      checkpoint const& check)
{
    charged_vector<double> within{budget, communities.count};
    paced_poll pace{check};
    for (std::uint32_t u = 0; u < first_side; ++u) {
        pace.steps(g.degree(u) + 1);
        auto const row = g.row(u);
        auto const weights = g.weights_of(u);
        auto const own = communities.of[u];
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (communities.of[row[i]] == own) {
                within[own] += weights.empty() ? 1.0 : weights[i];
            }
        }
    }
    return within;
}

} // namespace

std::optional<double> modularity_within(csr_view g, std::optional<std::uint64_t> first_side,
                                        null_model const& null, numbered_communities communities,
                                        memory_budget& budget, checkpoint const& check)
{
    if (null.is_without_edges()) {
        return std::nullopt;
    }
    auto const sources = static_cast<std::size_t>(first_side.value_or(g.num_vertices()));
    auto const within = weights_within(g, sources, communities, budget, check);
    charged_vector<side_weights> at{budget, communities.count};
    paced_poll pace{check};
    for (std::size_t v = 0; v < g.num_vertices(); ++v) {
        pace.step();
        at[communities.of[v]] += null.vertices()[v];
    }
    double sum = 0.0;
    for (std::size_t c = 0; c < communities.count; ++c) {
        sum += null.excess(within[c], at[c]);
    }
    return sum;
}

bool communities_are_connected_within(csr_view g, numbered_communities communities,
                                      memory_budget& budget, checkpoint const& check)
{
    auto const charge = budget.charge(g.num_vertices(), sizeof(std::uint32_t));
    paced_poll pace{check};
    vertex_sets pieces{g.num_vertices()};
    auto count = g.num_vertices();
    for (std::uint32_t u = 0; u < g.num_vertices(); ++u) {
        pace.steps(g.degree(u) + 1);
        auto const row = g.row(u);
        auto const weights = g.weights_of(u);
        for (std::size_t i = 0; i < row.size(); ++i) {
            auto const v = row[i];
            if (communities.of[u] == communities.of[v] && (weights.empty() || weights[i] > 0.0)
                && pieces.lowest(u) != pieces.lowest(v)) {
                pieces.join(u, v);
                --count;
            }
        }
    }
    return count == communities.count;
}

std::optional<double> modularity(csr_view g, std::optional<std::uint64_t> first_side,
                                 std::span<std::uint32_t const> communities,
                                 modularity_options const& options, run_options const& run,
                                 std::uint64_t held)
{
    require_one_each(g, communities);
    memory_budget budget{run.memory_budget};
    auto const held_charge = budget.charge(held);
    checkpoint check{run, "modularity", 1};
    null_model const null{g, first_side, options.resolution, "capgraph::modularity", budget, check};
    community_numbers const numbers{communities, budget, check};
    auto const result = modularity_within(g, first_side, null, numbers.all(), budget, check);
    check.finish();
    return result;
}

bool communities_are_connected(csr_view g, std::span<std::uint32_t const> communities,
                               run_options const& run, std::uint64_t held)
{
    require_one_each(g, communities);
    memory_budget budget{run.memory_budget};
    auto const held_charge = budget.charge(held);
    checkpoint check{run, "connected communities", 1};
    community_numbers const numbers{communities, budget, check};
    auto const result = communities_are_connected_within(g, numbers.all(), budget, check);
    check.finish();
    return result;
}

} // namespace capgraph::inline v0::detail

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/export.hpp>
#include <capgraph/core/id.hpp>
#include <capgraph/graph/csr_graph.hpp>
#include <capgraph/network/network.hpp>
#include <capgraph/query/co_investment_unit.hpp>
#include <capgraph/query/co_investment_weight.hpp>
#include <capgraph/run/run_options.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

namespace capgraph::inline v0 {

/// Who backs the same companies: a graph of investors with its investors.
///
/// An undirected graph without loops or parallel edges; vertex v is `investors()[v]`, and an edge
/// weighs by how much its two ends share. Runs Boost.Graph's
/// algorithms as `undirected_csr_graph` does.
class co_investment_network : public undirected_csr_graph {
public:
    /// No investors.
    co_investment_network() noexcept = default;

    /// Precondition: as many investors as vertices.
    co_investment_network(undirected_csr_graph graph, std::vector<entity_id> investors,
                          co_investment_unit unit,
                          co_investment_weight weight = co_investment_weight::shared)
        : undirected_csr_graph{std::move(graph)},
          investors_{std::move(investors)}, unit_{unit}, weight_{weight}
    {
    }

    /// The investor of each vertex, by slug.
    [[nodiscard]] std::span<entity_id const> investors() const noexcept { return investors_; }
    [[nodiscard]] co_investment_unit unit() const noexcept { return unit_; }
    [[nodiscard]] co_investment_weight weighted_by() const noexcept { return weight_; }

    friend bool operator==(co_investment_network const&, co_investment_network const&) = default;

private:
    std::vector<entity_id> investors_;
    co_investment_unit unit_ = co_investment_unit::same_company;
    co_investment_weight weight_ = co_investment_weight::shared;
};

struct co_investment_options {
    co_investment_unit unit = co_investment_unit::same_company;
    co_investment_weight weight = co_investment_weight::shared;
    /// An edge that weighs less is left out.
    double min_weight = 0.0;
    /// An edge stays when it is among so many of the heaviest of either of its ends, ties by slug.
    std::size_t top_k = std::numeric_limits<std::size_t>::max();
    /// Pairs that meet in larger groups alone are left out. What the others weigh counts all
    /// groups.
    std::size_t hub_cap = std::numeric_limits<std::size_t>::max();
};

/// How many pairs of investors back the same company, or sit in the same round: as many edges as
/// `project_co_investment` would make, without making them.
///
/// Complexity: O(sum of k^2) over groups of k investors, in space linear in the network.
/// Throws: `error` with `cancelled`.
[[nodiscard]] CAPGRAPH_EXPORT std::uint64_t
num_co_investment_pairs(network const& n, co_investment_options const& options = {},
                        run_options const& run = {});

/// The network of who backs the same companies, or sits in the same rounds.
///
/// Its vertices are all investors of `n`, in the same order; who shares nothing with anyone is an
/// isolated vertex. A pair that shares several rounds of one company shares one company.
///
/// Complexity: O(sum of k^2) over groups of k investors: a round of 100,000 investors has 5 billion
///   pairs. With a `hub_cap` over the groups that it leaves, and for each pair the groups of one
///   end. Memory: 36 bytes a pair at the most, charged to the budget as they are made; refused at
///   once where the largest group alone is too much.
/// Throws: `error` with `cancelled` or `over_budget`; `std::bad_alloc`; `std::invalid_argument` for
///   a `min_weight` that is no number.
/// Reference: Hochberg, Ljungqvist and Lu, "Whom You Know Matters: Venture Capital Networks and
///   Investment Performance", Journal of Finance 62(1), 2007.
/// See: `co_investors_of`, which asks for one investor and builds nothing.
[[nodiscard]] CAPGRAPH_EXPORT co_investment_network project_co_investment(
    network const& n, co_investment_options const& options = {}, run_options const& run = {});

} // namespace capgraph::inline v0

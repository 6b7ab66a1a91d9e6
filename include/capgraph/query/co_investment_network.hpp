// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/export.hpp>
#include <capgraph/core/id.hpp>
#include <capgraph/graph/csr_graph.hpp>
#include <capgraph/network/network.hpp>
#include <capgraph/query/co_investment_unit.hpp>
#include <capgraph/run/run_options.hpp>

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace capgraph::inline v0 {

/// Who backs the same companies: a graph of investors with its investors.
///
/// An undirected graph without loops or parallel edges; vertex v is `investors()[v]`, and an edge
/// weighs the number of companies (or rounds) that its two ends share. Runs Boost.Graph's
/// algorithms as `undirected_csr_graph` does.
class co_investment_network : public undirected_csr_graph {
public:
    /// No investors.
    co_investment_network() noexcept = default;

    /// Precondition: as many investors as vertices.
    co_investment_network(undirected_csr_graph graph, std::vector<entity_id> investors,
                          co_investment_unit unit)
        : undirected_csr_graph{std::move(graph)}, investors_{std::move(investors)}, unit_{unit}
    {
    }

    /// The investor of each vertex, by slug.
    [[nodiscard]] std::span<entity_id const> investors() const noexcept { return investors_; }
    [[nodiscard]] co_investment_unit unit() const noexcept { return unit_; }

    friend bool operator==(co_investment_network const&, co_investment_network const&) = default;

private:
    std::vector<entity_id> investors_;
    co_investment_unit unit_ = co_investment_unit::same_company;
};

struct co_investment_options {
    co_investment_unit unit = co_investment_unit::same_company;
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
///   pairs. Memory: 24 bytes a pair, charged to the budget before they are made.
/// Throws: `error` with `cancelled` or `over_budget`; `std::bad_alloc`.
/// Reference: Hochberg, Ljungqvist and Lu, "Whom You Know Matters: Venture Capital Networks and
///   Investment Performance", Journal of Finance 62(1), 2007.
/// See: `co_investors_of`, which asks for one investor and builds nothing.
[[nodiscard]] CAPGRAPH_EXPORT co_investment_network project_co_investment(
    network const& n, co_investment_options const& options = {}, run_options const& run = {});

} // namespace capgraph::inline v0

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/export.hpp>
#include <capgraph/core/id.hpp>
#include <capgraph/graph/csr_graph.hpp>
#include <capgraph/network/network.hpp>
#include <capgraph/query/co_investment_groups.hpp>
#include <capgraph/query/co_investment_options.hpp>
#include <capgraph/query/co_investment_scope.hpp>
#include <capgraph/run/run_options.hpp>

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace capgraph::inline v0 {

/// Who backs the same companies: a graph of investors with its investors.
///
/// An undirected graph without loops or parallel edges; vertex v is `members()[v]`, and an edge
/// weighs by how much its two ends share. On the side of the companies these are the vertices. Runs
/// Boost.Graph's algorithms as `undirected_csr_graph` does.
class co_investment_network : public undirected_csr_graph {
public:
    /// No investors.
    co_investment_network() noexcept = default;

    /// Precondition: as many members as vertices.
    co_investment_network(undirected_csr_graph graph, std::vector<entity_id> members,
                          co_investment_scope scope, co_investment_weight weight)
        : undirected_csr_graph{std::move(graph)}, members_{std::move(members)},
          scope_{std::move(scope)}, weight_{weight}
    {
    }

    /// The investor of each vertex, by slug; on the side of the companies, the company.
    [[nodiscard]] std::span<entity_id const> members() const noexcept { return members_; }
    [[nodiscard]] co_investment_scope const& scope() const noexcept { return scope_; }
    [[nodiscard]] co_investment_weight weighted_by() const noexcept { return weight_; }

    friend bool operator==(co_investment_network const&, co_investment_network const&) = default;

private:
    std::vector<entity_id> members_;
    co_investment_scope scope_;
    co_investment_weight weight_ = co_investment_weight::shared;
};

/// How many pairs share a group: as many edges as `project_co_investment` would make of all ties,
/// without making them.
///
/// Complexity: O(sum of k^2) over groups of k members, in space linear in the groups.
/// Throws: `error` with `cancelled`.
/// See: `estimate_co_investment`, which is linear.
[[nodiscard]] CAPGRAPH_EXPORT std::uint64_t num_co_investment_pairs(co_investment_groups const& all,
                                                                    run_options const& run = {});
/// Of the groups of `n`.
[[nodiscard]] CAPGRAPH_EXPORT std::uint64_t
num_co_investment_pairs(network const& n, co_investment_scope const& scope = {},
                        run_options const& run = {});

/// The network of who backs the same companies, or sits in the same rounds.
///
/// Its vertices are all members, in the same order; who shares nothing with anyone is an isolated
/// vertex. A pair that shares several rounds of one company shares one company.
///
/// Complexity: O(sum of k^2) over groups of k members: a round of 100,000 investors has 5 billion
///   pairs. With a `hub_cap` over the groups that it leaves, and for each pair the groups of one
///   end. Memory: 24 bytes a pair and the indices, charged to the budget as they are made. A budget
///   that `estimate_co_investment` says cannot do refuses before any is.
/// Throws: `error` with `cancelled` or `over_budget`; `std::bad_alloc`; `std::invalid_argument` for
///   a `min_weight` that is no number.
/// Reference: Hochberg, Ljungqvist and Lu, "Whom You Know Matters: Venture Capital Networks and
///   Investment Performance", Journal of Finance 62(1), 2007.
/// See: `co_investors_of`, which asks for one investor and builds nothing.
[[nodiscard]] CAPGRAPH_EXPORT co_investment_network
project_co_investment(co_investment_groups const& all, co_investment_options const& options = {},
                      run_options const& run = {});
/// Of the groups of `n`.
[[nodiscard]] CAPGRAPH_EXPORT co_investment_network
project_co_investment(network const& n, co_investment_scope const& scope = {},
                      co_investment_options const& options = {}, run_options const& run = {});

} // namespace capgraph::inline v0

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/export.hpp>
#include <capgraph/core/id.hpp>
#include <capgraph/core/money.hpp>
#include <capgraph/graph/csr_graph.hpp>
#include <capgraph/network/network.hpp>
#include <capgraph/query/co_investment_estimate.hpp>
#include <capgraph/query/co_investment_money_options.hpp>
#include <capgraph/query/co_investment_scope.hpp>
#include <capgraph/run/run_options.hpp>

#include <span>
#include <utility>
#include <vector>

namespace capgraph::inline v0 {

/// Who puts in money beside whom: a graph of investors with its investors, weighted as
/// `co_investment_money_options::weight` says.
class co_investment_money_network : public undirected_csr_graph {
public:
    /// No investors.
    co_investment_money_network() noexcept = default;

    /// Precondition: as many investors as vertices, and as many sums as edges.
    co_investment_money_network(undirected_csr_graph graph, std::vector<entity_id> investors,
                                std::vector<side_by_side_money> sums, currency unit,
                                std::vector<record_id> without_rate = {})
        : undirected_csr_graph{std::move(graph)}, investors_{std::move(investors)},
          sums_{std::move(sums)}, without_rate_{std::move(without_rate)}, unit_{unit}
    {
    }

    /// The investor of each vertex, by slug.
    [[nodiscard]] std::span<entity_id const> investors() const noexcept { return investors_; }
    /// Of each edge, by `index_of`.
    [[nodiscard]] std::span<side_by_side_money const> sums() const noexcept { return sums_; }
    [[nodiscard]] currency unit() const noexcept { return unit_; }
    /// The rounds of the scope that lack a rate, by company, then by slug: left out, or known only
    /// as far as no rate is needed, as `co_investment_money_options::unrated` says.
    [[nodiscard]] std::span<record_id const> without_rate() const noexcept { return without_rate_; }

    friend bool operator==(co_investment_money_network const&,
                           co_investment_money_network const&) = default;

private:
    std::vector<entity_id> investors_;
    std::vector<side_by_side_money> sums_;
    std::vector<record_id> without_rate_;
    currency unit_;
};

/// The network of money put in side by side. The scope's unit is the round and its side the
/// investors', whatever it says. Only rounds in which money came in for new shares count, each
/// once; one that tells no sum has bounds [0, infinity).
///
/// Sums are read as state backing reads them: told in the currency, else by the round's own implied
/// rate, else by a rate for its day.
/// Complexity: O(sum of k^2) over rounds of k investors; with a `hub_cap` over those that it leaves,
///   and for each pair of them the larger rounds of one end. Memory, charged: 136 bytes a pair, 64
///   a participation and 24 a round. A budget that the estimate says cannot do refuses first.
/// Throws: `std::invalid_argument` for a `min_weight` that is no number; `error` with
///   `missing_rate`, `overflow`, `cancelled`, `over_budget`.
/// See: `co_investors_by_money`, which asks for one investor and builds nothing.
[[nodiscard]] CAPGRAPH_EXPORT co_investment_money_network project_co_investment_money(
    network const& n, co_investment_scope scope = {},
    co_investment_money_options const& options = {}, run_options const& run = {});

/// What that would make, and in how much memory, before anything is built.
///
/// Complexity: linear in the participations. Throws: as `estimate_co_investment`; where rounds
///   without a rate are left out, `error` with `overflow` too.
[[nodiscard]] CAPGRAPH_EXPORT co_investment_estimate estimate_co_investment_money(
    network const& n, co_investment_scope scope = {},
    co_investment_money_options const& options = {},
    projection_estimate_options const& precision = {}, run_options const& run = {});

} // namespace capgraph::inline v0

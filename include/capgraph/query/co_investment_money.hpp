// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/export.hpp>
#include <capgraph/core/id.hpp>
#include <capgraph/core/money.hpp>
#include <capgraph/graph/csr_graph.hpp>
#include <capgraph/network/exchange_rates.hpp>
#include <capgraph/network/network.hpp>
#include <capgraph/query/co_investment_scope.hpp>
#include <capgraph/query/state_backing.hpp>
#include <capgraph/run/run_options.hpp>

#include <limits>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace capgraph::inline v0 {

/// The money that two investors put in beside each other, in major units of one currency: of each
/// round that both are in, the lesser of their two cheques.
struct side_by_side_money {
    /// Over every way in which the undisclosed cheques of a round can fall within its total: sharp
    /// for each round, and so for their sum.
    double lower = 0.0;
    double upper = std::numeric_limits<double>::infinity();
    /// Where of each round the remainder of the total is spread equally (`equal_split`); null
    /// where a shared round has no total that is one figure.
    std::optional<double> best{};

    friend bool operator==(side_by_side_money const&, side_by_side_money const&) = default;
};

/// Who puts in money beside whom: a graph of investors with its investors, weighted by `lower` or,
/// where there is one and it is asked for, by `best`.
class co_investment_money_network : public undirected_csr_graph {
public:
    /// No investors.
    co_investment_money_network() noexcept = default;

    /// Precondition: as many investors as vertices, and as many sums as edges.
    co_investment_money_network(undirected_csr_graph graph, std::vector<entity_id> investors,
                                std::vector<side_by_side_money> sums, currency unit)
        : undirected_csr_graph{std::move(graph)},
          investors_{std::move(investors)}, sums_{std::move(sums)}, unit_{unit}
    {
    }

    /// The investor of each vertex, by slug.
    [[nodiscard]] std::span<entity_id const> investors() const noexcept { return investors_; }
    /// Of each edge, by `index_of`.
    [[nodiscard]] std::span<side_by_side_money const> sums() const noexcept { return sums_; }
    [[nodiscard]] currency unit() const noexcept { return unit_; }

    friend bool operator==(co_investment_money_network const&,
                           co_investment_money_network const&) = default;

private:
    std::vector<entity_id> investors_;
    std::vector<side_by_side_money> sums_;
    currency unit_;
};

struct co_investment_money_options {
    /// In which currency.
    currency unit{"USD"};
    /// The caller's rates, before those of the data; must outlive the call. Null: none.
    exchange_rates const* rates = nullptr;
    /// Whether investors whom no source names may have paid; never where a round is complete.
    unnamed_money unnamed = unnamed_money::impossible;
    /// Edges weigh `best` where there is one, else `lower`.
    bool equal_split = false;
};

/// The network of money put in side by side. The scope's unit is the round and its side the
/// investors', whatever it says. Only rounds in which money came in for new shares count, each
/// once; one that tells no sum has bounds [0, infinity).
///
/// Sums are read as state backing reads them: told in the currency, else by the round's own implied
/// rate, else by a rate for its day.
/// Complexity: O(sum of k^2) over rounds of k investors. Memory, charged: 120 bytes a pair. A budget
///   that the estimate says cannot do refuses first.
/// Throws: `error` with `missing_rate`, `overflow`, `cancelled`, `over_budget`.
[[nodiscard]] CAPGRAPH_EXPORT co_investment_money_network project_co_investment_money(
    network const& n, co_investment_scope scope = {},
    co_investment_money_options const& options = {}, run_options const& run = {});

} // namespace capgraph::inline v0

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/export.hpp>
#include <capgraph/core/id.hpp>
#include <capgraph/graph/csr_graph.hpp>
#include <capgraph/network/network.hpp>
#include <capgraph/query/co_investment_scope.hpp>
#include <capgraph/run/run_options.hpp>

#include <span>
#include <utility>
#include <vector>

namespace capgraph::inline v0 {

/// Who leads whom: a directed graph of investors with its investors.
///
/// An edge goes from who led a round to each other investor of it that did not lead it too, and
/// weighs by the rounds of which that is so. Rounds without a known lead say nothing. Vertex v is
/// `investors()[v]`; who neither leads nor follows is an isolated vertex. Runs Boost.Graph's
/// algorithms as `csr_graph` does.
class lead_network : public csr_graph {
public:
    /// No investors.
    lead_network() = default;

    /// Precondition: as many investors as vertices.
    lead_network(csr_graph graph, std::vector<entity_id> investors)
        : csr_graph{std::move(graph)}, investors_{std::move(investors)}
    {
    }

    /// The investor of each vertex, by slug: those of the network.
    [[nodiscard]] std::span<entity_id const> investors() const noexcept { return investors_; }

    friend bool operator==(lead_network const&, lead_network const&) = default;

private:
    std::vector<entity_id> investors_;
};

/// The network of who leads whom. The scope's unit is the round and its side the investors',
/// whatever it says.
///
/// Complexity: O(sum of l k) over rounds of k investors of whom l lead. Memory: 48 bytes an edge,
///   charged to the budget.
/// Throws: `error` with `cancelled`, `over_budget`; `std::bad_alloc`.
[[nodiscard]] CAPGRAPH_EXPORT lead_network project_leads(network const& n,
                                                         co_investment_scope scope = {},
                                                         run_options const& run = {});

} // namespace capgraph::inline v0

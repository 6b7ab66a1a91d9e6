// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/graph/packed_graph.hpp>
#include <capgraph/query/co_investment_groups.hpp>
#include <capgraph/query/co_investment_weight.hpp>
#include <capgraph/run/run_options.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace capgraph::inline v0::detail {

/// How two members weigh: a sum over the groups that they share, and what becomes of it.
///
/// A new weight is a case in `share_of` or in `finished`.
class pair_weights {
public:
    /// `all` must outlive it.
    pair_weights(co_investment_groups const& all, co_investment_weight weight);

    /// What each group adds; empty: 1.
    [[nodiscard]] std::span<double const> of_groups() const noexcept { return of_groups_; }
    [[nodiscard]] double of_group(std::uint32_t group) const noexcept
    {
        return of_groups_.empty() ? 1.0 : of_groups_[group];
    }

    /// What a sum over all that `a` and `b` share makes them weigh: the same either way round.
    [[nodiscard]] double finished(double sum, std::uint32_t a, std::uint32_t b) const;

    /// Makes sums over all groups what the weight is. Throws: `error` with `cancelled`.
    void finish(packed_graph& sums, run_options const& run) const;

    /// Weighs pairs that are known to share a group, by all that they share.
    void weigh_anew(packed_graph& pairs, run_options const& run) const;

private:
    co_investment_groups const* all_;
    co_investment_weight weight_;
    std::vector<double> of_groups_;
};

/// Leaves out edges that weigh less than `least`, then those that are not among the `top_k`
/// heaviest of either end, ties by the lower neighbour. Throws: `error` with `cancelled`.
void keep_heavy(packed_graph& graph, double least, std::size_t top_k, run_options const& run);

} // namespace capgraph::inline v0::detail

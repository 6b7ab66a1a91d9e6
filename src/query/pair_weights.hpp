// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "syndicates.hpp"

#include <capgraph/graph/packed_graph.hpp>
#include <capgraph/query/co_investment_weight.hpp>
#include <capgraph/run/run_options.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace capgraph::inline v0::detail {

/// How pairs of investors weigh: a sum over the groups that they share, and what becomes of it.
class pair_weights {
public:
    /// `groups` must outlive it.
    pair_weights(syndicates const& groups, std::size_t investors, co_investment_weight weight);

    /// What each group adds; empty: 1.
    [[nodiscard]] std::span<double const> of_groups() const noexcept { return of_groups_; }

    /// Makes sums over all groups what the weight is.
    void finish(packed_graph& sums) const;

    /// Weighs pairs that are known to share a group, by all that they share.
    void weigh_anew(packed_graph& pairs, run_options const& run) const;

private:
    [[nodiscard]] double finished(double sum, std::uint32_t a, std::uint32_t b) const;

    syndicates const* groups_;
    co_investment_weight weight_;
    std::vector<double> of_groups_;
    std::vector<std::uint32_t> count_of_; ///< The groups that each investor is in.
};

/// Leaves out edges that weigh less than `least`, then those that are not among the `top_k`
/// heaviest of either end, ties by the lower neighbour.
void keep_heavy(packed_graph& graph, double least, std::size_t top_k);

} // namespace capgraph::inline v0::detail

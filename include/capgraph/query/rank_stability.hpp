// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/export.hpp>
#include <capgraph/core/id.hpp>
#include <capgraph/model/deal_status.hpp>
#include <capgraph/network/network.hpp>
#include <capgraph/query/co_investment_network.hpp>
#include <capgraph/run/run_options.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace capgraph::inline v0 {

/// One score for each vertex of a network, as centralities give them: the higher, the better.
using network_scores = std::function<std::vector<double>(co_investment_network const&)>;

struct rank_stability_options {
    /// A deal that has come less far is doubtful: it is in some worlds and not in others.
    deal_status certain_from = deal_status::closed;
    /// How likely a doubtful deal is real, each by itself: in [0, 1].
    double chance = 0.5;
    /// In which of the first places one has to be.
    std::size_t top_k = 10;
    /// So many doubtful deals, and no more, are tried in all ways: at most 20.
    std::size_t exact_up_to = 10;
    /// How many worlds are drawn (`run.seed`) where there are more; 1 and up.
    std::uint64_t worlds = 1000;
    co_investment_options weights{};
};

/// How an investor's rank moves from world to world.
struct stable_rank {
    entity_id investor{};
    double in_top = 0.0;    ///< The part of the worlds in which it is among the top k.
    double mean_rank = 0.0; ///< By the chances of the worlds.
    std::uint64_t best_rank = 0;
    std::uint64_t worst_rank = 0;
    std::uint64_t rank_without = 0; ///< Without any doubtful deal.
    std::uint64_t rank_with = 0;    ///< With all of them.

    friend bool operator==(stable_rank const&, stable_rank const&) = default;
};

struct rank_stability {
    /// All investors: those most often among the top k first, then by mean rank, then by slug.
    std::vector<stable_rank> ranks;
    std::uint64_t doubtful = 0; ///< Deals: a round at one status, or an investment in none.
    std::uint64_t worlds = 0;
    bool is_exact = false; ///< All worlds were tried, each weighing its chance.

    friend bool operator==(rank_stability const&, rank_stability const&) = default;
};

/// Whose rank survives doubt: how the ranking by `scores` of the co-investment network moves when
/// doubtful deals are in or out.
///
/// `n` should be of a view that takes doubtful deals (`min_status`). Investors of one round whose
/// deals have come equally far are in or out together. All investors of `n` are vertices in every
/// world; equal scores share a rank (1, 2, 2, 4).
///
/// Complexity: a projection and a call of `scores` for each world.
/// Throws: `std::invalid_argument` for options out of their ranges, or for scores that are not one
///   for each vertex; `error` with `cancelled`; what `project_co_investment` and `scores` throw.
[[nodiscard]] CAPGRAPH_EXPORT rank_stability
rank_stability_of(network const& n, network_scores const& scores, co_investment_scope scope = {},
                  rank_stability_options const& options = {}, run_options const& run = {});

} // namespace capgraph::inline v0

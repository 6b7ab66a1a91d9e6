// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/export.hpp>
#include <capgraph/query/co_investment_groups.hpp>
#include <capgraph/query/co_investment_options.hpp>
#include <capgraph/run/run_options.hpp>

#include <cstdint>
#include <vector>

namespace capgraph::inline v0 {

/// That a member is tied to another.
struct co_investment_tie {
    std::uint32_t other = 0;  ///< In `co_investment_groups::members()`.
    std::uint64_t shared = 0; ///< The groups that both are in.
    double weight = 0.0;      ///< As `co_investment_options::weight` says.

    friend bool operator==(co_investment_tie const&, co_investment_tie const&) = default;
};

/// Whom `member` is tied to, the heaviest first, equal ones by slug. A tie weighs what its edge in
/// the network would, to the last bit, but no network is built: a group of 100,000 is no special
/// case.
///
/// Complexity: O(sum of k over the groups of k that it is in, + t log t in the ties), in space
///   linear in the members.
/// Throws: `std::out_of_range` for no member; `std::invalid_argument` for a `min_weight` that is no
///   number; `error` with `cancelled`.
[[nodiscard]] CAPGRAPH_EXPORT std::vector<co_investment_tie>
co_investment_ties_of(co_investment_groups const& all, std::uint32_t member,
                      co_investment_options const& options = {}, run_options const& run = {});

/// The groups that both are in, ascending.
///
/// Complexity: linear in the groups of either. Throws: `std::out_of_range` for no member.
[[nodiscard]] CAPGRAPH_EXPORT std::vector<std::uint32_t>
groups_shared_by(co_investment_groups const& all, std::uint32_t member, std::uint32_t other);

} // namespace capgraph::inline v0

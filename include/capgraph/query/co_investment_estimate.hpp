// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/algorithm/projection_estimate.hpp>
#include <capgraph/core/export.hpp>
#include <capgraph/network/network.hpp>
#include <capgraph/query/co_investment_groups.hpp>
#include <capgraph/query/co_investment_options.hpp>
#include <capgraph/query/co_investment_scope.hpp>
#include <capgraph/run/run_options.hpp>

#include <cstddef>
#include <cstdint>

namespace capgraph::inline v0 {

/// How large a co-investment network would be.
struct co_investment_estimate {
    std::size_t members = 0;         ///< Its vertices.
    std::uint64_t meetings = 0;      ///< Pairs, counted once for each group that they share.
    projection_estimate edges{};     ///< Before a threshold or a top k leaves any out.
    std::uint64_t min_bytes = 0;     ///< At the peak, for `edges.min`,
    std::uint64_t max_bytes = 0;     ///< for `edges.max`,
    std::uint64_t at_most_bytes = 0; ///< and for `edges.at_most`.

    friend bool operator==(co_investment_estimate const&, co_investment_estimate const&) = default;
};

/// What `project_co_investment` would make, and in how much memory, before anything is built.
///
/// Complexity: linear in the participations. Throws: as `estimate_projection`.
[[nodiscard]] CAPGRAPH_EXPORT co_investment_estimate estimate_co_investment(
    co_investment_groups const& all, co_investment_options const& options = {},
    projection_estimate_options const& precision = {}, run_options const& run = {});
/// Of the groups of `n`.
[[nodiscard]] CAPGRAPH_EXPORT co_investment_estimate estimate_co_investment(
    network const& n, co_investment_scope const& scope = {},
    co_investment_options const& options = {}, projection_estimate_options const& precision = {},
    run_options const& run = {});

} // namespace capgraph::inline v0

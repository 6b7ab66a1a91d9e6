// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/algorithm/look_through.hpp>
#include <capgraph/core/export.hpp>
#include <capgraph/graph/stake_matrix.hpp>
#include <capgraph/run/run_options.hpp>

#include <cstdint>

namespace capgraph::inline v0 {

/// What `holder` holds of each vertex through chains of any length, those that come back to it
/// too: the row of `holder` in (I - W)^-1 W.
///
/// No part of a whole where `holder` owns itself in part: what it holds of itself is counted each
/// time it comes round, and the sum can pass 1. Where nobody owns the holder it is look-through.
/// Where `holder` is one of companies that wholly own each other, or is wholly owned by such, what
/// it holds of anything is [0, 1]; so is anybody's part of other such companies. An upper end is
/// infinite where stakes within their bounds make the holder come back to itself for certain.
///
/// Sharp bounds over the stakes' intervals. Complexity and throws: as `look_through`.
/// Reference: Brioschi, Buzzacchi & Colombo, "Risk capital financing and the separation of
///   ownership and control in business groups", Journal of Banking and Finance 13, 1989.
[[nodiscard]] CAPGRAPH_EXPORT held_parts walk_sum(stake_matrix const& w, std::uint32_t holder,
                                                  run_options const& run = {});

} // namespace capgraph::inline v0

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/algorithm/look_through.hpp>
#include <capgraph/core/export.hpp>
#include <capgraph/graph/stake_matrix.hpp>
#include <capgraph/run/run_options.hpp>

#include <cstdint>

namespace capgraph::inline v0 {

/// The part of each vertex that `holder` holds through chains that don't pass through `holder`
/// before they end there: diag(V)^-1 (V - I), V = (I - W)^-1, by the row of `holder`.
///
/// Going up from a company, each time to one of its owners at odds of its stake, it is the chance
/// to come to `holder`; of `holder` itself, to come back. So it is a part of the whole, which
/// `walk_sum` need not be. Companies that wholly own each other get [0, 1], unless `holder` is one
/// of them.
///
/// Sharp bounds over the stakes' intervals. Complexity and throws: as `look_through`.
/// Reference: Baldone, Brioschi & Paleari, "Ownership measures among firms connected by
///   cross-shareholdings", 1998; Vitali, Glattfelder & Battiston, "The network of global corporate
///   control", PLoS ONE 6(10), 2011.
[[nodiscard]] CAPGRAPH_EXPORT held_parts first_passage(stake_matrix const& w, std::uint32_t holder,
                                                       run_options const& run = {});

} // namespace capgraph::inline v0

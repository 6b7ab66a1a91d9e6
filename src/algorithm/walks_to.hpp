// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "visits.hpp"

#include <capgraph/graph/stake_matrix.hpp>
#include <capgraph/run/run_options.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace capgraph::inline v0::detail {

/// How often one is at each vertex, going up from `target` to an owner at odds of the least of its
/// stake, where one goes no further than to those that are final.
///
/// Precondition: the closed and the overfull companies of `w` that one comes to are final.
[[nodiscard]] counted_visits visits_above(stake_matrix const& w, std::uint32_t target,
                                          std::function<bool(std::uint32_t)> const& is_final,
                                          solving const& with, checkpoint& check);

/// What each vertex but `target` holds of it through all chains: a column of the matrix of which
/// `walk_sum` finds a row. Only where that is one figure for each, as stakes are exact and all is
/// defined; nothing otherwise.
///
/// Complexity, throws: as `visits`, silent.
[[nodiscard]] std::optional<std::vector<double>>
walks_to(stake_matrix const& w, std::uint32_t target, run_options const& run);

/// Of each vertex, whether surely no chain leads from it back to itself. Then what it holds by
/// walks and by first passage is the same.
[[nodiscard]] std::vector<bool> on_no_cycle(stake_matrix const& w);

} // namespace capgraph::inline v0::detail

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "capital_bounds.hpp"

#include <capgraph/core/interval.hpp>
#include <capgraph/core/share.hpp>

#include <optional>
#include <span>

namespace capgraph::inline v0::detail {

/// A whole that money came into, in minor units of its currency.
struct given_whole {
    double lower = 0.0;
    std::optional<double> upper{};
    /// Whether the money comes on top of it: a worth before, not after.
    bool is_before = false;
    bool hedged = false;
};

/// The infimum and the supremum of the state's part of the money of several rounds, as one ratio of
/// sums, over all that the rounds can be; [0, 1] where there is no money at all. Of others' money,
/// of whom nobody says whose it is, the state has nothing or all.
///
/// A linear-fractional programme: for a ratio tried, the money that gains most by it is put first
/// wherever the limits, which nest, let it; the ratio of that is tried next, until it gains
/// nothing. Money without limit whose part is above any ratio is approached, not reached.
///
/// Complexity: O(k log k) for k cheques, a few times.
/// Reference: Dinkelbach, "On nonlinear fractional programming", Management Science 13(7), 1967.
[[nodiscard]] interval<share> capital_ratio(std::span<capital_region const> rounds);

/// The state's part not of the money, but of a whole that is told.
[[nodiscard]] interval<share> capital_ratio(std::span<capital_region const> rounds,
                                            given_whole const& whole);

} // namespace capgraph::inline v0::detail

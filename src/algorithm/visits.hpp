// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "local_equations.hpp"

#include <cstdint>

namespace capgraph::inline v0::detail {

/// How often one is at each place, at the least.
struct counted_visits {
    charged_vector<double> at;
    /// Of the one that set out, the part that was not followed to where it goes in the end: so much
    /// more there may be where one goes no further, at all such places together. 0 where the rest
    /// is within the tolerance.
    double unfollowed = 0.0;
};

/// How often one is at each place, going from place i to an unknown of equation i at odds of its
/// weight, until none is chosen: from `start`, where one is once to begin with. The row of `start`
/// in (I - P)^-1. Constants are not read.
///
/// Strong components in turn, each after those that lead to it: small ones by elimination without a
/// subtraction, large ones from below, until what is still on its way there is within the
/// tolerance, or elimination takes no more work than that did. What comes into places that are
/// never left, being of rounding alone, is there without end: such are to have no terms.
///
/// Precondition: weights above 0, of each equation together at most 1.
/// Complexity, throws and reference: as `solve`.
[[nodiscard]] counted_visits visits(equations const& all, std::uint32_t start, solving const& with,
                                    checkpoint& check);

} // namespace capgraph::inline v0::detail

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "local_equations.hpp"

#include <cstdint>
#include <vector>

namespace capgraph::inline v0 {

class checkpoint;

namespace detail {

/// How often one is at each place, going from place i to an unknown of equation i at odds of its
/// weight, until none is chosen: from `start`, where one is once to begin with. The row of `start`
/// in (I - P)^-1. Constants are not read.
///
/// Strong components in turn, each after those that lead to it: small ones by elimination without a
/// subtraction, large ones from below, until they gain nothing. What comes into places that are
/// never left, being of rounding alone, is there without end: such are to have no terms.
///
/// Precondition: weights above 0, of each equation together at most 1.
/// Complexity and throws: as `solve`. Reference: as `solve`.
[[nodiscard]] std::vector<double> visits(equations const& all, std::uint32_t start,
                                         iteration_limits const& limits, checkpoint& check);

} // namespace detail
} // namespace capgraph::inline v0

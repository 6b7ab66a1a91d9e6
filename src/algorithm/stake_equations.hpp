// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "local_equations.hpp"

#include <capgraph/graph/stake_matrix.hpp>

#include <cstdint>
#include <span>

namespace capgraph::inline v0::detail {

/// Vertices whose values are given.
struct fixed_values {
    std::span<std::uint32_t const> ones;
    std::span<std::uint32_t const> zeros; ///< A vertex among `ones` too is one.
};

/// The least x with x_j = sum of W[i, j] x_i, the lower ends of W, where x is not given.
///
/// Companies above and below all cycles are settled in the order that `w` keeps, which is exact;
/// those on cycles, and between them, are solved as equations.
///
/// Precondition: the closed and the overfull companies of `w` are among the given.
/// Throws: `error` with `cancelled`, `over_budget`.
[[nodiscard]] enclosures least_parts(stake_matrix const& w, fixed_values const& fixed,
                                     solving const& with);

} // namespace capgraph::inline v0::detail

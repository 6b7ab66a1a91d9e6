// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace capgraph::inline v0 {

class checkpoint;

namespace detail {

/// One unknown on the right of an equation.
struct equation_term {
    std::uint32_t unknown = 0;
    double weight = 0.0;
};

/// The equations x_i = constant_i + sum of weight * x_unknown, and how much of the whole of i is
/// neither in a term nor lost to rounding: 1 - sum of weights.
struct equations {
    std::vector<std::uint64_t> offsets; ///< Of the terms of each; one more at the end.
    std::vector<equation_term> terms;
    std::vector<double> constants;

    [[nodiscard]] std::size_t size() const noexcept { return constants.size(); }
    [[nodiscard]] std::span<equation_term const> terms_of(std::uint32_t i) const noexcept
    {
        return std::span{terms}.subspan(offsets[i], offsets[i + 1U] - offsets[i]);
    }
};

/// The unknowns of a component that is still solved by elimination.
inline constexpr std::size_t most_eliminated = 256;

struct iteration_limits {
    double tolerance = 1e-12;
    std::uint64_t sweeps = 100'000;
};

/// The least solution, within [0, 1]: strong components in turn, each after those it needs;
/// small ones by elimination without a subtraction, large ones by sweeps from below and from above
/// until both meet.
///
/// A component whose terms make up the whole and that has no constant is 0.
///
/// Complexity: O(n + m), beside k^3 / 3 in each component of up to 256 unknowns and one pass over
///   its terms for each sweep in larger ones.
/// Throws: `error` with `not_converged`, `cancelled`.
/// Reference: Grassmann, Taksar & Heyman, "Regenerative analysis and steady state distributions for
///   Markov chains", Operations Research 33(5), 1985.
[[nodiscard]] std::vector<double> solve(equations const& all, iteration_limits const& limits,
                                        checkpoint& check);

} // namespace detail
} // namespace capgraph::inline v0

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/export.hpp>

#include <cstdint>

namespace capgraph::inline v0 {

/// How many of `drawn` things out of a population are marked, when `marked` of it are: X.
///
/// Two rows of a table with as many columns as the population, with `marked` and `drawn` ones each,
/// share X columns by chance. Probabilities are natural logarithms: no underflow, however small;
/// -infinity for what is impossible and 0 for what is certain, and for these alone as far as a
/// double can tell. What is near 1 is as exact as what is near 0.
///
/// ln P is right to 1e-13 and some ulps of itself: P to about 1e-12 where it is 1e-300. It is
/// summed from its largest term outward, and that term is taken from how far k is from what was to
/// be expected (Loader 2000), which loses no digits in ln(n!) of a large n and needs no table.
///
/// Complexity: O(standard deviation of X) at the worst, some steps in the far tail; O(1) space.
/// Reference: Tumminello et al., "Statistically validated networks in bipartite complex systems",
///   PLoS ONE 6(3), 2011; Loader, "Fast and accurate computation of binomial probabilities", 2000.
class CAPGRAPH_EXPORT hypergeometric {
public:
    /// The largest population.
    static constexpr std::uint64_t most = std::uint64_t{1} << 32U;

    /// Throws: `std::invalid_argument` for a population above `most`.
    explicit hypergeometric(std::uint64_t population);

    /// How many things there are.
    [[nodiscard]] std::uint64_t population() const noexcept { return population_; }

    /// ln P(X = k). Throws: `std::out_of_range` when more is marked or drawn than there is.
    [[nodiscard]] double log_probability(std::uint64_t k, std::uint64_t marked,
                                         std::uint64_t drawn) const;
    /// ln P(X >= k). Throws: as `log_probability`.
    [[nodiscard]] double log_upper(std::uint64_t k, std::uint64_t marked,
                                   std::uint64_t drawn) const;
    /// ln P(X <= k). Throws: as `log_probability`.
    [[nodiscard]] double log_lower(std::uint64_t k, std::uint64_t marked,
                                   std::uint64_t drawn) const;

private:
    std::uint64_t population_;
};

} // namespace capgraph::inline v0

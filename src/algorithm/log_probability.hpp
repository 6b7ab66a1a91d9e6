// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

namespace capgraph::inline v0::detail {

/// ln(1 - p) of ln p <= 0, whichever of the two is near 1. Never -0.
[[nodiscard]] double log_complement(double log_p) noexcept;

/// ln(n!) - (n ln n - n): half the logarithm of 2 pi n and a little. Right to an ulp or two, where
/// ln(n!) itself, for n of a billion, is known to a hundred thousandth only.
[[nodiscard]] double stirling_rest(std::uint64_t n) noexcept;

/// x ln(x / expected) - difference, for x >= 0, expected > 0 and difference = x - expected: what
/// the unlikelihood of x grows by. Right to some ulps even where x is near what was expected.
///
/// Reference: Loader, "Fast and accurate computation of binomial probabilities", 2000.
[[nodiscard]] double deviance(double x, double expected, double difference) noexcept;

/// A sum of parts that is rounded about once.
///
/// Reference: Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen",
///   ZAMM 54(1), 1974.
class exact_sum {
public:
    void add(double part) noexcept;
    [[nodiscard]] double value() const noexcept { return sum_ + lost_; }

private:
    double sum_ = 0.0;
    double lost_ = 0.0;
};

} // namespace capgraph::inline v0::detail

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

namespace capgraph::inline v0::detail {

/// ln P(X >= k) and ln P(X <= k) of a Poisson variable, for an integer k >= 0 and a mean above 0.
[[nodiscard]] double log_poisson_upper(double k, double mean) noexcept;
[[nodiscard]] double log_poisson_lower(double k, double mean) noexcept;

/// ln P(Z >= x) of a standard normal variable.
[[nodiscard]] double log_normal_upper(double x) noexcept;

/// ln of the upper tail at x, normal but for the skewness: Q(x) - skewness (1 - x^2) phi(x) / 6,
/// kept within [0, 1].
[[nodiscard]] double log_refined_upper(double x, double skewness) noexcept;

} // namespace capgraph::inline v0::detail

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "tail_approximations.hpp"

#include "log_probability.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numbers>

namespace capgraph::inline v0::detail {

namespace {

double log_poisson_term(double k, double mean) noexcept
{
    return -deviance(k, mean, k - mean) - stirling_rest(static_cast<std::uint64_t>(k));
}

/// The terms from k on, which fall, by the one at k.
double poisson_above(double k, double mean) noexcept
{
    auto sum = 1.0;
    auto term = 1.0;
    for (auto j = k + 1.0; term * mean > 1e-17 * sum * (j - mean); j += 1.0) {
        term *= mean / j;
        sum += term;
    }
    return sum;
}

/// The terms from k down, which fall, by the one at k.
double poisson_below(double k, double mean) noexcept
{
    auto sum = 1.0;
    auto term = 1.0;
    for (auto j = k; j > 0.0 && term > 0.0; j -= 1.0) {
        term *= j / mean;
        sum += term;
        if (term * j < 1e-17 * sum * (mean - j)) {
            break;
        }
    }
    return sum;
}

double log_density(double x) noexcept
{
    return -0.5 * x * x - 0.5 * std::log(2.0 * std::numbers::pi);
}

/// Q(x) / phi(x), for x >= 0.
double mills_ratio(double x) noexcept
{
    if (x < 30.0) {
        return 0.5 * std::erfc(x / std::numbers::sqrt2) / std::exp(log_density(x));
    }
    auto const y = 1.0 / (x * x);
    auto sum = 1.0;
    auto term = 1.0;
    for (auto odd = 1.0; odd < 14.0; odd += 2.0) {
        term *= -odd * y;
        sum += term;
    }
    return sum / x;
}

/// ln(phi(x) times ratio), of a ratio that may be below 0.
double log_times_density(double x, double ratio) noexcept
{
    return ratio > 0.0 ? std::min(0.0, log_density(x) + std::log(ratio))
                       : -std::numeric_limits<double>::infinity();
}

} // namespace

double log_poisson_upper(double k, double mean) noexcept
{
    if (k <= 0.0) {
        return 0.0;
    }
    if (k > mean) {
        return std::min(0.0, log_poisson_term(k, mean) + std::log(poisson_above(k, mean)));
    }
    return log_complement(log_poisson_lower(k - 1.0, mean));
}

double log_poisson_lower(double k, double mean) noexcept
{
    if (k < mean) {
        return std::min(0.0, log_poisson_term(k, mean) + std::log(poisson_below(k, mean)));
    }
    return log_complement(log_poisson_upper(k + 1.0, mean));
}

double log_normal_upper(double x) noexcept
{
    return x >= 0.0 ? log_times_density(x, mills_ratio(x)) : log_complement(log_normal_upper(-x));
}

double log_refined_upper(double x, double skewness) noexcept
{
    auto const correction = skewness * (1.0 - x * x) / 6.0;
    if (x >= 0.0) {
        return log_times_density(x, mills_ratio(x) - correction);
    }
    return log_complement(log_times_density(x, mills_ratio(-x) + correction));
}

} // namespace capgraph::inline v0::detail

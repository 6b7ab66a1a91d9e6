// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "log_probability.hpp"

#include <array>
#include <cmath>
#include <numbers>

namespace capgraph::inline v0::detail {

double log_complement(double log_p) noexcept
{
    auto const log_half = -std::numbers::ln2;
    auto const log_rest =
        log_p > log_half ? std::log(-std::expm1(log_p)) : std::log1p(-std::exp(log_p));
    return log_rest + 0.0; // no -0
}

double stirling_rest(std::uint64_t n) noexcept
{
    // From ln(n!) in 40 digits.
    static constexpr std::array<double, 16> small{
        0.0,
        1.0,
        1.3068528194400546,
        1.4959226032237258,
        1.6328763858683832,
        1.7403021806115442,
        1.828694396641771,
        1.9037903176782212,
        1.9690705693065629,
        2.0268062840554952,
        2.0785616431350586,
        2.12545984509181,
        2.168334698205882,
        2.207822206123445,
        2.244418568125061,
        2.2785183673077407,
    };
    if (n < small.size()) {
        return small[n];
    }
    auto const x = static_cast<double>(n);
    auto const y = 1.0 / (x * x);
    auto const series =
        (1.0 / 12 - y * (1.0 / 360 - y * (1.0 / 1260 - y * (1.0 / 1680 - y * (1.0 / 1188))))) / x;
    return 0.5 * std::log(2.0 * std::numbers::pi * x) + series;
}

double deviance(double x, double expected, double difference) noexcept
{
    if (x <= 0.0) {
        return -difference;
    }
    auto const v = difference / (x + expected);
    if (std::abs(v) > 0.25) {
        return x * std::log(x / expected) - difference;
    }
    // ln(x / expected) is 2 artanh(v), whose first term all but undoes the difference.
    auto const square = v * v;
    auto power = 2.0 * x * v * square;
    auto rest = 0.0;
    for (auto odd = 3.0; std::abs(power) > 1e-20 * std::abs(difference * v); odd += 2.0) {
        rest += power / odd;
        power *= square;
    }
    return difference * v + rest;
}

void exact_sum::add(double part) noexcept
{
    auto const next = sum_ + part;
    lost_ += std::abs(sum_) >= std::abs(part) ? (sum_ - next) + part : (part - next) + sum_;
    sum_ = next;
}

} // namespace capgraph::inline v0::detail

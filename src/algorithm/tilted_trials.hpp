// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/algorithm/poisson_binomial.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace capgraph::inline v0::detail {

/// Trials with chances within (0, 1), ascending, and what was found of them once.
struct uncertain_trials {
    std::span<trial_class const> classes;
    std::span<double const> log_odds;
    std::span<double const> log_none; ///< One more than classes.
    std::uint64_t count = 0;
};

/// Trials whose odds were all multiplied by one factor, so that the mean is about where one looks.
///
/// ln P(X = j) is ln(term j) + log_factor - j log_tilt.
class tilted_trials {
public:
    /// With a mean of about `target`, above 0 and below the number of trials.
    tilted_trials(uncertain_trials const& trials, double target);

    [[nodiscard]] double log_tilt() const noexcept { return log_tilt_; }
    [[nodiscard]] double log_factor() const noexcept { return log_factor_; }
    /// Past `k`, how many terms may count in the sum from k on.
    [[nodiscard]] std::uint64_t reach() const noexcept;

    /// Terms 0, 1, ... count - 1; sets `log_factor`.
    [[nodiscard]] std::vector<double> terms(std::size_t count);

private:
    void tilt(double target);
    void weigh(double log_tilt);
    /// How many classes, from the least likely, go into the power series.
    [[nodiscard]] std::size_t num_light() const;
    [[nodiscard]] std::vector<double> power_sums(std::size_t light, std::size_t count) const;
    [[nodiscard]] std::vector<double> light_terms(std::size_t light, std::size_t count);
    [[nodiscard]] std::vector<double> binomial(std::size_t at, std::size_t count) const;
    [[nodiscard]] double log_scale(std::size_t at) const;

    uncertain_trials trials_;
    std::vector<double> odds_; ///< Tilted.
    double log_tilt_ = 0.0;
    double log_factor_ = 0.0;
    double mean_ = 0.0;
    double variance_ = 0.0;
};

} // namespace capgraph::inline v0::detail

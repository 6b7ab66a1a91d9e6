// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/export.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace capgraph::inline v0 {

/// So many trials with the same chance.
struct trial_class {
    double probability = 0.0;       ///< In [0, 1].
    std::uint64_t multiplicity = 1; ///< How many trials.

    friend bool operator==(trial_class const&, trial_class const&) = default;
};

/// How the tail of a `poisson_binomial` is found.
enum class tail_method {
    exact,          ///< Summed, as exact as doubles are.
    poisson,        ///< Of a Poisson variable of the same mean: for many small chances.
    normal,         ///< Of a normal one of the same mean and variance, corrected for continuity.
    refined_normal, ///< That, corrected for skewness too (Volkova 1996): better, not in the far
                    ///< tail.
};

/// How many of independent trials, each with its own chance, succeed: X.
///
/// Probabilities are natural logarithms: no underflow, however small; -infinity for what is
/// impossible and 0 for what is certain. The exact tails are right to about 1e-12 of P, and some
/// ulps of ln P. Chances are tilted until about k successes are to be expected, so that what is
/// summed is what the distribution is made of, not its rests. Trials with small chances are then
/// added up together as a power series, whose terms alternate a little (Newton's identities); the
/// others are multiplied in class by class, all terms positive.
///
/// An approximation is one: where the exact probability is 0 or 1 it says so too, elsewhere
/// `refined_normal` may give -infinity or 0, as its formula leaves [0, 1] in far tails.
///
/// Complexity: of a tail at k, O(c s + k s) for c classes of chances that are small once tilted, s of
///   some tens; O(k m) more for each other class of m trials. Space: O(c + k).
/// Reference: Hong, "On computing the distribution function for the Poisson binomial distribution",
///   Computational Statistics & Data Analysis 59, 2013; Volkova, "A refinement of the central limit
///   theorem for sums of independent random indicators", Theory of Probability and Its
///   Applications 40(4), 1996.
class CAPGRAPH_EXPORT poisson_binomial {
public:
    /// Throws: `std::invalid_argument` for a chance outside [0, 1], NaN too, and for 2^53 trials.
    explicit poisson_binomial(std::span<trial_class const> classes);

    /// How many trials in all.
    [[nodiscard]] std::uint64_t trials() const noexcept { return trials_; }
    /// The expected number of successes.
    [[nodiscard]] double mean() const noexcept { return static_cast<double>(certain_) + mean_; }
    /// The variance of that number.
    [[nodiscard]] double variance() const noexcept { return variance_; }

    /// ln P(X >= k).
    [[nodiscard]] double log_upper(std::uint64_t k, tail_method method = tail_method::exact) const;
    /// ln P(X <= k).
    [[nodiscard]] double log_lower(std::uint64_t k, tail_method method = tail_method::exact) const;
    /// ln P(X >= k), exactly, of k = 0, 1, ... k_max at once: about the work of two of them.
    [[nodiscard]] std::vector<double> log_upper_to(std::uint64_t k_max) const;

private:
    [[nodiscard]] double approximate_upper(double k, tail_method method) const;
    [[nodiscard]] double approximate_lower(double k, tail_method method) const;

    std::vector<trial_class> open_; ///< Those with a chance within (0, 1), ascending.
    std::vector<double> log_odds_;  ///< Beside `open_`.
    std::vector<double> log_none_;  ///< ln of none succeeding, of the first 0, 1, ... of `open_`.
    double log_every_ = 0.0;        ///< ln of all of `open_` succeeding.
    double mean_ = 0.0;             ///< Of `open_`.
    double variance_ = 0.0;
    double third_moment_ = 0.0;   ///< About the mean.
    std::uint64_t certain_ = 0;   ///< Trials that must succeed.
    std::uint64_t uncertain_ = 0; ///< Trials in `open_`.
    std::uint64_t trials_ = 0;
};

} // namespace capgraph::inline v0

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/poisson_binomial.hpp>

#include "log_probability.hpp"
#include "tail_approximations.hpp"
#include "tilted_trials.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <string>

namespace capgraph::inline v0 {

namespace {

using detail::tilted_trials;
using detail::uncertain_trials;

constexpr auto impossible = -std::numeric_limits<double>::infinity();
constexpr auto most_trials = std::uint64_t{1} << 53U;
/// A term below it has lost digits, or is about to.
constexpr auto least_term = 1e-250;

/// What is likelier is told by what it is not. A tail beyond the mean is so only next to it: mean
/// and median are less than 1 apart.
constexpr auto log_likely = -0.5;

double real(std::uint64_t n) noexcept
{
    return static_cast<double>(n);
}

/// ln of a tail that begins or ends at `j`, of its sum in tilted terms.
double tail_at(tilted_trials const& tilted, std::uint64_t j, double sum)
{
    return std::min(0.0, std::log(sum) + tilted.log_factor() - real(j) * tilted.log_tilt());
}

/// Whether `j` is so far from where the tilt leads that digits were lost.
bool is_lost(tilted_trials const& tilted, std::uint64_t j, double term, double tail)
{
    auto const cancelled = std::abs(tilted.log_factor()) + std::abs(real(j) * tilted.log_tilt());
    return term < least_term || cancelled > 500.0 - 4.0 * tail;
}

/// Upper tails from `first` to `last`, both above the mean and below the number of trials.
/// Returns where what it found begins: `first`, unless digits were lost on the way there.
std::uint64_t upper_tails(uncertain_trials const& trials, std::uint64_t first, std::uint64_t last,
                          double* out)
{
    tilted_trials tilted{trials, real(last)};
    auto const count = std::min(trials.count, last + tilted.reach()) + 1;
    auto const terms = tilted.terms(static_cast<std::size_t>(count));
    auto const fall = std::exp(-tilted.log_tilt());
    auto sum = 0.0;
    for (auto j = count; j-- > first;) {
        auto const term = terms[static_cast<std::size_t>(j)];
        sum = term + sum * fall;
        if (j > last) {
            continue;
        }
        auto const tail = tail_at(tilted, j, sum);
        if (j != last && is_lost(tilted, j, term, tail)) {
            return j + 1;
        }
        out[j - first] = tail;
    }
    return first;
}

/// Lower tails from `first` to `last`, both at most the mean and above 0. Returns as `upper_tails`.
std::uint64_t lower_tails(uncertain_trials const& trials, std::uint64_t first, std::uint64_t last,
                          double* out)
{
    tilted_trials tilted{trials, real(last)};
    auto const terms = tilted.terms(static_cast<std::size_t>(last) + 1);
    auto const fall = std::exp(tilted.log_tilt());
    auto sum = 0.0;
    auto begin = first;
    for (std::uint64_t j = 0; j <= last; ++j) {
        auto const term = terms[static_cast<std::size_t>(j)];
        sum = term + sum * fall;
        if (j < first) {
            continue;
        }
        auto const tail = tail_at(tilted, j, sum);
        if (j != last && is_lost(tilted, j, term, tail)) {
            begin = j + 1;
        }
        out[j - first] = tail;
    }
    return begin;
}

/// Fills `out` with the tails from `first` to `last`, tilting anew for those that underflow.
template <class Tails>
void fill(uncertain_trials const& trials, std::uint64_t first, std::uint64_t last, double* out,
          Tails tails)
{
    for (auto end = last + 1; end > first;) {
        end = tails(trials, first, end - 1, out);
    }
}

} // namespace

poisson_binomial::poisson_binomial(std::span<trial_class const> classes)
{
    for (auto const& c : classes) {
        if (!(c.probability >= 0.0 && c.probability <= 1.0)) {
            throw std::invalid_argument{"capgraph::poisson_binomial: a chance of "
                                        + std::to_string(c.probability)};
        }
        if (c.multiplicity >= most_trials - trials_) {
            throw std::invalid_argument{"capgraph::poisson_binomial: 2^53 trials and more"};
        }
        trials_ += c.multiplicity;
        if (c.probability == 1.0) {
            certain_ += c.multiplicity;
        } else if (c.probability > 0.0 && c.multiplicity > 0) {
            uncertain_ += c.multiplicity;
            open_.push_back(c);
        }
    }
    std::sort(open_.begin(), open_.end(), [](trial_class const& a, trial_class const& b) {
        return a.probability != b.probability ? a.probability < b.probability
                                              : a.multiplicity < b.multiplicity;
    });
    detail::exact_sum none;
    detail::exact_sum every;
    detail::exact_sum mean;
    log_none_.push_back(0.0);
    for (auto const& c : open_) {
        auto const m = real(c.multiplicity);
        auto const p = c.probability;
        log_odds_.push_back(std::log(p) - std::log1p(-p));
        none.add(m * std::log1p(-p));
        every.add(m * std::log(p));
        mean.add(m * p);
        log_none_.push_back(none.value());
        variance_ += m * p * (1.0 - p);
        third_moment_ += m * p * (1.0 - p) * (1.0 - 2.0 * p);
    }
    log_every_ = every.value();
    mean_ = mean.value();
}

double poisson_binomial::log_upper(std::uint64_t k, tail_method method) const
{
    if (k <= certain_) {
        return 0.0;
    }
    if (k > certain_ + uncertain_) {
        return impossible;
    }
    auto const n = k - certain_;
    if (method != tail_method::exact) {
        return approximate_upper(real(n), method);
    }
    if (n == uncertain_) {
        return log_every_;
    }
    if (real(n) <= mean_) {
        return detail::log_complement(log_lower(k - 1));
    }
    auto found = 0.0;
    upper_tails({open_, log_odds_, log_none_, uncertain_}, n, n, &found);
    return found > log_likely ? detail::log_complement(log_lower(k - 1)) : found;
}

double poisson_binomial::log_lower(std::uint64_t k, tail_method method) const
{
    if (k < certain_) {
        return impossible;
    }
    if (k >= certain_ + uncertain_) {
        return 0.0;
    }
    auto const n = k - certain_;
    if (method != tail_method::exact) {
        return approximate_lower(real(n), method);
    }
    if (n == 0) {
        return log_none_.back();
    }
    if (real(n) > mean_) {
        return detail::log_complement(log_upper(k + 1));
    }
    auto found = 0.0;
    lower_tails({open_, log_odds_, log_none_, uncertain_}, n, n, &found);
    return found > log_likely ? detail::log_complement(log_upper(k + 1)) : found;
}

std::vector<double> poisson_binomial::log_upper_to(std::uint64_t k_max) const
{
    auto const size = static_cast<std::size_t>(k_max) + 1;
    std::vector<double> found(size, impossible);
    auto const sure = static_cast<std::size_t>(std::min(k_max, certain_));
    std::fill_n(found.begin(), sure + 1, 0.0);
    if (k_max <= certain_ || uncertain_ == 0) {
        return found;
    }
    uncertain_trials const trials{open_, log_odds_, log_none_, uncertain_};
    auto const last = std::min(k_max - certain_, uncertain_);
    auto* const out = found.data() + certain_; // of n = 0, 1, ... last
    auto const middle = std::min(last, static_cast<std::uint64_t>(mean_));
    if (middle >= 1) {
        // Of 1, 2, ... middle, by what lies below each.
        out[1] = log_none_.back();
        fill(trials, 1, middle - 1, out + 2, lower_tails);
        std::transform(out + 1, out + middle + 1, out + 1, detail::log_complement);
    }
    auto const inner = std::min(last, uncertain_ - 1);
    fill(trials, middle + 1, inner, out + middle + 1, upper_tails);
    if (middle < inner) {
        out[middle + 1] = log_upper(certain_ + middle + 1); // which may be likely
    }
    if (last == uncertain_) {
        out[last] = log_every_;
    }
    return found;
}

double poisson_binomial::approximate_upper(double k, tail_method method) const
{
    if (method == tail_method::poisson) {
        return detail::log_poisson_upper(k, mean_);
    }
    auto const deviation = std::sqrt(variance_);
    auto const x = (k - 0.5 - mean_) / deviation;
    return method == tail_method::normal
               ? detail::log_normal_upper(x)
               : detail::log_refined_upper(x, third_moment_ / (variance_ * deviation));
}

double poisson_binomial::approximate_lower(double k, tail_method method) const
{
    if (method == tail_method::poisson) {
        return detail::log_poisson_lower(k, mean_);
    }
    // The other side of the mirror.
    auto const deviation = std::sqrt(variance_);
    auto const x = (mean_ - k - 0.5) / deviation;
    return method == tail_method::normal
               ? detail::log_normal_upper(x)
               : detail::log_refined_upper(x, -third_moment_ / (variance_ * deviation));
}

} // namespace capgraph::inline v0

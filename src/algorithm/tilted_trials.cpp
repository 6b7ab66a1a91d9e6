// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "tilted_trials.hpp"

#include "log_probability.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace capgraph::inline v0::detail {

namespace {

double real(std::uint64_t n) noexcept
{
    return static_cast<double>(n);
}

/// Multiplies the polynomial `terms` by `factor`, as far as it is long.
void multiply(std::vector<double>& terms, std::vector<double> const& factor)
{
    if (factor.size() == 2) {
        for (auto n = terms.size(); --n != 0;) {
            terms[n] = factor[0] * terms[n] + factor[1] * terms[n - 1];
        }
        terms[0] *= factor[0];
        return;
    }
    std::vector<double> product(terms.size());
    for (std::size_t j = 0; j < factor.size(); ++j) {
        auto const f = factor[j];
        if (f != 0.0) {
            for (std::size_t n = 0; n + j < terms.size(); ++n) {
                product[n + j] += f * terms[n];
            }
        }
    }
    terms.swap(product);
}

} // namespace

tilted_trials::tilted_trials(uncertain_trials const& trials, double target)
    : trials_{trials}, odds_(trials.classes.size())
{
    tilt(target);
}

void tilted_trials::weigh(double log_tilt)
{
    log_tilt_ = log_tilt;
    mean_ = 0.0;
    variance_ = 0.0;
    for (std::size_t c = 0; c < odds_.size(); ++c) {
        // exp(700) is as good as certain, and its square is never taken.
        auto const odds = std::exp(std::min(700.0, trials_.log_odds[c] + log_tilt));
        auto const m = real(trials_.classes[c].multiplicity);
        auto const chance = odds / (1.0 + odds);
        odds_[c] = odds;
        mean_ += m * chance;
        variance_ += m * chance / (1.0 + odds);
    }
}

void tilted_trials::tilt(double target)
{
    auto const count = real(trials_.count);
    auto const is_near = [&] {
        return std::abs(mean_ - target) <= 0.1 * std::sqrt(variance_) + 0.01;
    };
    weigh(0.0);
    // Beyond these, all or none succeed but for the 40 they keep off.
    auto const margin = std::log(count) + 40.0;
    auto low = -trials_.log_odds.back() - margin;
    auto high = -trials_.log_odds.front() + margin;
    auto const is_upward = mean_ < target;
    (is_upward ? low : high) = 0.0;
    auto last_miss = std::numeric_limits<double>::infinity();
    for (int round = 0; round < 200 && !is_near(); ++round) {
        auto const is_low = mean_ < target;
        (is_low ? low : high) = log_tilt_;
        // Near the ends the logarithm of the mean, or of its rest, is all but straight.
        auto const rest = target < 0.5 * count ? mean_ : count - mean_;
        auto const due = target < 0.5 * count ? target : count - target;
        auto const miss = std::abs(std::log(rest / due));
        auto const step = (is_low ? miss : -miss) * rest / variance_;
        auto const next = log_tilt_ + step;
        auto const is_good = next > low && next < high && miss < 0.5 * last_miss;
        last_miss = miss;
        weigh(is_good ? next : 0.5 * (low + high));
    }
    if (is_upward == (log_tilt_ < 0.0)) {
        weigh(0.0);
    }
}

std::uint64_t tilted_trials::reach() const noexcept
{
    // Bernstein: past it lies less than 1e-18 of the largest term.
    auto const small = 43.0 + 0.5 * std::log(variance_ + 1.0);
    auto const wide = small / 3.0 + std::sqrt(small * small / 9.0 + 2.0 * small * variance_);
    auto const steep = log_tilt_ > 0.0 ? small / log_tilt_ : wide;
    return static_cast<std::uint64_t>(std::min(wide, steep)) + 2;
}

std::size_t tilted_trials::num_light() const
{
    // The series loses as many digits as exp(sum of m odds^2) has.
    constexpr double most_odds = 0.2;
    constexpr double most_loss = 4.0;
    auto loss = 0.0;
    std::size_t light = 0;
    for (; light < odds_.size() && odds_[light] <= most_odds; ++light) {
        loss += real(trials_.classes[light].multiplicity) * odds_[light] * odds_[light];
        if (loss > most_loss) {
            break;
        }
    }
    return light;
}

/// Sums of m odds^j, j = 1, 2, ... while they count.
std::vector<double> tilted_trials::power_sums(std::size_t light, std::size_t count) const
{
    std::vector<double> sums;
    std::vector<double> powers(light);
    for (std::size_t c = 0; c < light; ++c) {
        powers[c] = real(trials_.classes[c].multiplicity);
    }
    auto bound = 1.0; // 4^j, as a term may be so much less than the one before
    while (sums.size() + 1 < count) {
        auto sum = 0.0;
        for (std::size_t c = 0; c < light; ++c) {
            powers[c] *= odds_[c];
            sum += powers[c];
        }
        bound *= 4.0;
        if (!sums.empty() && sum * bound < 1e-18 * sums.front()) {
            break;
        }
        sums.push_back(sum);
    }
    return sums;
}

/// The coefficients of the product of (1 + odds z)^m, by Newton's identities.
std::vector<double> tilted_trials::light_terms(std::size_t light, std::size_t count)
{
    constexpr int step = 512;
    auto const large = std::ldexp(1.0, step);
    auto const sums = power_sums(light, count);
    std::vector<double> terms(count);
    terms[0] = 1.0;
    int scale = 0;
    std::uint64_t trials = 0;
    for (std::size_t c = 0; c < light; ++c) {
        trials += trials_.classes[c].multiplicity;
    }
    for (std::size_t n = 1; n < count && n <= trials; ++n) {
        auto sum = 0.0;
        auto sign = 1.0;
        for (std::size_t j = 1; j <= std::min(n, sums.size()); ++j, sign = -sign) {
            sum += sign * sums[j - 1] * terms[n - j];
        }
        terms[n] = std::max(0.0, sum / static_cast<double>(n)); // rounded, it may be below
        if (terms[n] > large) {
            scale += step;
            for (std::size_t i = 0; i <= n; ++i) {
                terms[i] = std::ldexp(terms[i], -step);
            }
        }
    }
    log_factor_ += trials_.log_none[light] + scale * std::numbers::ln2;
    return terms;
}

/// The binomial distribution of one class, from its likeliest number outward.
std::vector<double> tilted_trials::binomial(std::size_t at, std::size_t count) const
{
    auto const trials = trials_.classes[at].multiplicity;
    auto const odds = odds_[at];
    auto const mode =
        std::min(trials, static_cast<std::uint64_t>((real(trials) + 1.0) * (odds / (1.0 + odds))));
    std::vector<double> found(static_cast<std::size_t>(std::min<std::uint64_t>(trials + 1, count)));
    auto sum = 0.0;
    auto const put = [&](std::uint64_t n, double term) {
        sum += term;
        if (n < found.size()) {
            found[static_cast<std::size_t>(n)] = term;
        }
    };
    put(mode, 1.0);
    auto term = 1.0;
    for (auto n = mode; n < trials && term > 1e-25; ++n) {
        term *= real(trials - n) / real(n + 1) * odds;
        put(n + 1, term);
    }
    term = 1.0;
    for (auto n = mode; n > 0 && term > 0.0; --n) {
        term *= real(n) / real(trials - n + 1) / odds;
        put(n - 1, term);
    }
    for (auto& f : found) {
        f /= sum;
    }
    return found;
}

/// ln of what tilting one class multiplied its probabilities by, all in all.
double tilted_trials::log_scale(std::size_t at) const
{
    auto const p = trials_.classes[at].probability;
    auto const m = real(trials_.classes[at].multiplicity);
    if (p > 0.5 || log_tilt_ > 600.0) {
        // (1 - p)(1 + odds), where the odds may be large.
        return m
               * (trials_.log_odds[at] + log_tilt_ > 0.0
                      ? std::log(p) + log_tilt_ + std::log1p(1.0 / odds_[at])
                      : std::log1p(-p) + std::log1p(odds_[at]));
    }
    return m * std::log1p(p * std::expm1(log_tilt_));
}

std::vector<double> tilted_trials::terms(std::size_t count)
{
    log_factor_ = 0.0;
    auto const light = num_light();
    auto found = light_terms(light, count);
    exact_sum scale;
    for (auto c = light; c < odds_.size(); ++c) {
        multiply(found, binomial(c, count));
        scale.add(log_scale(c));
    }
    log_factor_ += scale.value();
    return found;
}

} // namespace capgraph::inline v0::detail

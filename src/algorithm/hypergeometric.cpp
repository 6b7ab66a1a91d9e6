// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/hypergeometric.hpp>

#include "log_probability.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <string>

namespace capgraph::inline v0 {

namespace {

constexpr auto impossible = -std::numeric_limits<double>::infinity();

/// One draw: what can be of it, and its terms.
class draw {
public:
    draw(std::uint64_t population, std::uint64_t marked, std::uint64_t drawn)
        : all_{population}, marked_{marked}, drawn_{drawn}
    {
        if (marked > population || drawn > population) {
            throw std::out_of_range{"capgraph::hypergeometric: "
                                    + std::to_string(std::max(marked, drawn)) + " of "
                                    + std::to_string(population)};
        }
    }

    [[nodiscard]] std::uint64_t least() const noexcept
    {
        return marked_ > all_ - drawn_ ? marked_ - (all_ - drawn_) : 0;
    }
    [[nodiscard]] std::uint64_t most() const noexcept { return std::min(marked_, drawn_); }
    /// About the likeliest number.
    [[nodiscard]] double mode() const noexcept
    {
        return std::floor((real(marked_) + 1.0) * (real(drawn_) + 1.0) / (real(all_) + 2.0));
    }

    /// ln P(X = k), for a k between `least` and `most`.
    [[nodiscard]] double log_term(std::uint64_t k) const noexcept;
    /// ln P(X >= k) for a possible k above the mode, where terms fall.
    [[nodiscard]] double log_above(std::uint64_t k) const noexcept;
    /// ln P(X <= k) for a possible k below the mode.
    [[nodiscard]] double log_below(std::uint64_t k) const noexcept;

private:
    static double real(std::uint64_t n) noexcept { return static_cast<double>(n); }
    /// Of those neither marked nor drawn, when k are both.
    [[nodiscard]] std::uint64_t neither(std::uint64_t k) const noexcept
    {
        return (all_ - marked_) - (drawn_ - k);
    }

    std::uint64_t all_;
    std::uint64_t marked_;
    std::uint64_t drawn_;
};

double draw::log_term(std::uint64_t k) const noexcept
{
    if (least() == most()) {
        return 0.0;
    }
    // Some are marked and some are not, some drawn and some not: all products are below 2^64.
    auto const found = k * all_;
    auto const due = marked_ * drawn_;
    auto const distance = found >= due ? real(found - due) : -real(due - found);
    auto const difference = distance / real(all_);
    auto const unmarked = all_ - marked_;
    auto const undrawn = all_ - drawn_;
    auto const cell = [&](std::uint64_t n, std::uint64_t row, std::uint64_t column, double d) {
        auto const expected = real(row) * real(column) / real(all_);
        return detail::stirling_rest(n) + detail::deviance(real(n), expected, d);
    };
    auto const unlikely = cell(k, marked_, drawn_, difference)
                          + cell(marked_ - k, marked_, undrawn, -difference)
                          + cell(drawn_ - k, unmarked, drawn_, -difference)
                          + cell(neither(k), unmarked, undrawn, difference);
    return detail::stirling_rest(marked_) + detail::stirling_rest(unmarked)
           + detail::stirling_rest(drawn_) + detail::stirling_rest(undrawn)
           - detail::stirling_rest(all_) - unlikely;
}

/// 1 + r(0) + r(0) r(1) + ..., of at most `count` ratios that fall, to where the rest counts no
/// more.
template <class Ratio>
double falling_sum(std::uint64_t count, Ratio ratio_of)
{
    auto sum = 1.0;
    auto term = 1.0;
    for (std::uint64_t i = 0; i < count; ++i) {
        auto const ratio = ratio_of(i);
        term *= ratio;
        sum += term;
        // What is left is less than a geometric series.
        if (ratio < 1.0 && term * ratio < 1e-17 * sum * (1.0 - ratio)) {
            break;
        }
    }
    return sum;
}

double draw::log_above(std::uint64_t k) const noexcept
{
    auto const sum = falling_sum(most() - k, [&](std::uint64_t i) {
        auto const j = k + i;
        return real(marked_ - j) * real(drawn_ - j) / (real(j + 1) * real(neither(j) + 1));
    });
    return std::min(0.0, log_term(k) + std::log(sum));
}

double draw::log_below(std::uint64_t k) const noexcept
{
    auto const sum = falling_sum(k - least(), [&](std::uint64_t i) {
        auto const j = k - i;
        return real(j) * real(neither(j)) / (real(marked_ - j + 1) * real(drawn_ - j + 1));
    });
    return std::min(0.0, log_term(k) + std::log(sum));
}

} // namespace

hypergeometric::hypergeometric(std::uint64_t population) : population_{population}
{
    if (population > most) {
        throw std::invalid_argument{"capgraph::hypergeometric: a population of "
                                    + std::to_string(population) + ", expected at most "
                                    + std::to_string(most)};
    }
}

double hypergeometric::log_probability(std::uint64_t k, std::uint64_t marked,
                                       std::uint64_t drawn) const
{
    draw const x{population_, marked, drawn};
    if (k < x.least() || k > x.most()) {
        return impossible;
    }
    return std::min(0.0, x.log_term(k));
}

double hypergeometric::log_upper(std::uint64_t k, std::uint64_t marked, std::uint64_t drawn) const
{
    draw const x{population_, marked, drawn};
    if (k <= x.least()) {
        return 0.0;
    }
    if (k > x.most()) {
        return impossible;
    }
    return static_cast<double>(k) > x.mode() ? x.log_above(k)
                                             : detail::log_complement(x.log_below(k - 1));
}

double hypergeometric::log_lower(std::uint64_t k, std::uint64_t marked, std::uint64_t drawn) const
{
    draw const x{population_, marked, drawn};
    if (k >= x.most()) {
        return 0.0;
    }
    if (k < x.least()) {
        return impossible;
    }
    return static_cast<double>(k) < x.mode() ? x.log_below(k)
                                             : detail::log_complement(x.log_above(k + 1));
}

} // namespace capgraph::inline v0

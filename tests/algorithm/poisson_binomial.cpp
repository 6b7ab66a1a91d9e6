// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/poisson_binomial.hpp>

#include "support/catch2.hpp"
#include "support/effort.hpp"

#include <boost/multiprecision/cpp_bin_float.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <random>
#include <stdexcept>
#include <vector>

using namespace capgraph;

namespace {

// Its exponent has 31 bits: it underflows at no chance a double can be.
using boost::multiprecision::cpp_bin_float_50;
using trials = std::vector<trial_class>;

constexpr auto impossible = -std::numeric_limits<double>::infinity();

/// The distribution by its definition: one trial after another, in fifty digits.
std::vector<cpp_bin_float_50> by_definition(trials const& classes)
{
    std::vector<cpp_bin_float_50> p{1};
    for (auto const& c : classes) {
        cpp_bin_float_50 const yes{c.probability};
        cpp_bin_float_50 const no = 1 - yes;
        for (std::uint64_t i = 0; i < c.multiplicity; ++i) {
            p.emplace_back(0);
            for (auto n = p.size(); --n != 0;) {
                p[n] = p[n] * no + p[n - 1] * yes;
            }
            p[0] *= no;
        }
    }
    return p;
}

double log_of(cpp_bin_float_50 const& p, cpp_bin_float_50 const& rest)
{
    if (p == 0) {
        return impossible;
    }
    return static_cast<double>(p < 0.5 ? log(p) : log1p(-rest));
}

/// ln P(X >= k), for each k up to one too many.
std::vector<double> upper_by_definition(std::vector<cpp_bin_float_50> const& p)
{
    std::vector<double> upper(p.size() + 1, impossible);
    for (std::size_t k = 0; k <= p.size(); ++k) {
        cpp_bin_float_50 above = 0;
        cpp_bin_float_50 below = 0;
        for (auto n = p.size(); n-- > k;) {
            above += p[n];
        }
        for (std::size_t n = 0; n < k; ++n) {
            below += p[n];
        }
        upper[k] = log_of(above, below);
    }
    return upper;
}

/// Of p, relatively: 1e-12 and some ulps of ln p; near 1, of 1 - p.
bool is_close(double found, double expected)
{
    if (found == expected) {
        return true;
    }
    auto const slack = 1e-12 + 4e-15 * std::abs(expected);
    return std::abs(found - expected) <= std::min(slack, 2e-12 * std::abs(expected) + 1e-300);
}

/// Each tail by each way against the definition.
void check_all(trials const& classes)
{
    auto const p = by_definition(classes);
    auto const upper = upper_by_definition(p);
    auto reversed = p;
    std::reverse(reversed.begin(), reversed.end());
    auto lower = upper_by_definition(reversed);
    std::reverse(lower.begin(), lower.end()); // lower[k + 1] is P(X <= k)
    poisson_binomial const x{classes};
    REQUIRE(x.trials() + 1 == p.size());
    auto const at_once = x.log_upper_to(p.size());
    REQUIRE(at_once.size() == p.size() + 1);
    for (std::size_t k = 0; k <= p.size(); ++k) {
        CAPTURE(k, upper[k], 1e12 * (x.log_upper(k) - upper[k]), 1e12 * (at_once[k] - upper[k]));
        CHECK(is_close(x.log_upper(k), upper[k]));
        CHECK(is_close(at_once[k], upper[k]));
        if (k < p.size()) {
            CAPTURE(1e12 * lower[k + 1], 1e12 * (x.log_lower(k) - lower[k + 1]));
            CHECK(is_close(x.log_lower(k), lower[k + 1]));
        }
    }
    auto const fewer = x.log_upper_to(p.size() / 2);
    for (std::size_t k = 0; k < fewer.size(); ++k) {
        CAPTURE(k);
        CHECK(is_close(fewer[k], upper[k]));
    }
}

} // namespace

TEST_CASE("poisson_binomial: of no trial is nothing for certain", "[algorithm][poisson_binomial]")
{
    poisson_binomial const none{{}};
    CHECK(none.trials() == 0);
    CHECK(none.log_upper(0) == 0.0);
    CHECK(none.log_upper(1) == impossible);
    CHECK(none.log_lower(0) == 0.0);
    CHECK(none.log_upper_to(2) == std::vector<double>{0.0, impossible, impossible});
}

TEST_CASE("poisson_binomial: certain trials only shift, and impossible ones do nothing",
          "[algorithm][poisson_binomial]")
{
    trials const sure{{1.0, 3}, {0.0, 2}};
    poisson_binomial const x{sure};
    for (auto const method : {tail_method::exact, tail_method::poisson, tail_method::normal,
                              tail_method::refined_normal}) {
        CHECK(x.log_upper(3, method) == 0.0);
        CHECK(x.log_upper(4, method) == impossible);
        CHECK(x.log_lower(2, method) == impossible);
        CHECK(x.log_lower(3, method) == 0.0);
    }
    CHECK(x.mean() == 3.0);
    CHECK(x.variance() == 0.0);
    check_all({{1.0, 2}, {0.25, 3}, {0.0, 1}, {0.7, 1}});
}

TEST_CASE("poisson_binomial: one and two trials are what they are", "[algorithm][poisson_binomial]")
{
    trials const one{{0.25, 1}};
    CHECK(poisson_binomial{one}.log_upper(1) == std::log(0.25));
    CHECK(std::exp(poisson_binomial{one}.log_lower(0)) == Approx(0.75).epsilon(1e-15));
    trials const two{{0.25, 1}, {0.5, 1}};
    CHECK(std::exp(poisson_binomial{two}.log_upper(1)) == Approx(0.625).epsilon(1e-15));
    CHECK(std::exp(poisson_binomial{two}.log_upper(2)) == Approx(0.125).epsilon(1e-15));
}

TEST_CASE("poisson_binomial: what is no chance is refused", "[algorithm][poisson_binomial]")
{
    for (double const p : {-0.1, 1.1, std::numeric_limits<double>::quiet_NaN()}) {
        trials const bad{{p, 1}};
        CHECK_THROWS_AS(poisson_binomial{bad}, std::invalid_argument);
    }
    trials const many{{0.5, std::uint64_t{1} << 52U}, {0.25, std::uint64_t{1} << 52U}};
    CHECK_THROWS_AS(poisson_binomial{many}, std::invalid_argument);
}

// Nine trials; the exact tails were computed in exact fractions, the others are what the pb() of
// an R package for network backbones prints, a refined normal approximation.
TEST_CASE("poisson_binomial: gives the published tails of nine trials",
          "[algorithm][poisson_binomial][oracle]")
{
    trials nine;
    for (double const p : {0.123, 0.234, 0.345, 0.456, 0.567, 0.678, 0.789, 0.801, 0.911}) {
        nine.push_back({p, 1});
    }
    poisson_binomial const x{nine};
    CHECK(std::exp(x.log_lower(5)) == Approx(0.679134512566435).epsilon(1e-13));
    CHECK(std::exp(x.log_upper(5)) == Approx(0.6283853861234727).epsilon(1e-13));
    auto const refined = tail_method::refined_normal;
    CHECK(std::abs(std::exp(x.log_lower(5, refined)) - 0.6773302) < 5e-8);
    CHECK(std::abs(std::exp(x.log_upper(5, refined)) - 0.6268476) < 5e-8);
    check_all(nine);
}

TEST_CASE("poisson_binomial: agrees with the definition on random trials",
          "[algorithm][poisson_binomial][oracle]")
{
    for (std::uint64_t seed = 0; seed < 60U * static_cast<std::uint64_t>(test::effort()); ++seed) {
        CAPTURE(seed);
        std::mt19937_64 draw{seed};
        trials classes(1 + draw() % 9);
        // Down to 1e-3, to 1e-300, or up to 1 - 1e-9.
        auto const spread = std::vector<double>{3.0, 300.0, 9.0}[seed % 3];
        for (auto& c : classes) {
            auto const tenths = static_cast<double>(draw() % 1000) / 1000.0;
            c.probability = std::pow(10.0, -spread * tenths - 1e-4);
            if (seed % 3 == 2 && draw() % 2 == 0) {
                c.probability = 1.0 - c.probability;
            }
            auto const most = draw() % 4 == 0 ? 60U : 6U;
            c.multiplicity = 1 + draw() % most;
        }
        check_all(classes);
    }
}

TEST_CASE("poisson_binomial: no tail underflows", "[algorithm][poisson_binomial]")
{
    check_all({{1e-300, 30}, {3e-301, 4}});
    check_all({{4.9e-324, 5}, {0.5, 1}, {1e-200, 3}});
    check_all({{0.999999, 40}, {1e-9, 40}});
    // C(20000, 100) (1e-300)^100, below 1e-29700; the next term adds 2e-298 of it.
    trials const many{{1e-300, 20000}};
    auto const log_choose = std::lgamma(20001.0) - std::lgamma(101.0) - std::lgamma(19901.0);
    CHECK(poisson_binomial{many}.log_upper(100)
          == Approx(log_choose - 30000.0 * std::log(10.0)).epsilon(1e-13));
    // 20000 trials that all but succeed: 100 successes at most.
    trials const likely{{0.75, 20000}};
    poisson_binomial const x{likely};
    auto const expected = static_cast<double>(log(by_definition({{0.75, 2000}})[0]) * 10);
    CHECK(x.log_lower(0) == Approx(expected).epsilon(1e-14));
    CHECK(x.log_lower(100) > x.log_lower(99));
    CHECK(x.log_upper(100) == 0.0);
}

TEST_CASE("poisson_binomial: equal trials are a binomial, in the tails and the middle",
          "[algorithm][poisson_binomial][oracle]")
{
    for (double const p : {0.01, 0.2, 0.5, 0.93}) {
        CAPTURE(p);
        check_all({{p, 300}});
        // The same, class by class.
        check_all(trials(120, {p, 1}));
    }
}

TEST_CASE("poisson_binomial: a large middle keeps its digits", "[algorithm][poisson_binomial]")
{
    // Of 2n + 1 fair trials, n + 1 or more succeed half of the time.
    trials const fair{{0.5, 20001}};
    CHECK(std::exp(poisson_binomial{fair}.log_upper(10001)) == Approx(0.5).epsilon(1e-12));
    CHECK(std::exp(poisson_binomial{fair}.log_lower(10000)) == Approx(0.5).epsilon(1e-12));
    // And n of n small chances p and n of 1 - p mirror each other.
    trials const mirrored{{0.003, 5000}, {0.997, 5000}, {0.5, 2}};
    auto const x = poisson_binomial{mirrored};
    CHECK(x.log_upper(5020) == Approx(x.log_lower(10002 - 5020)).epsilon(1e-11));
}

TEST_CASE(
    "poisson_binomial: the tails at once are those one by one, whatever the number of classes",
    "[algorithm][poisson_binomial]")
{
    for (std::uint64_t seed = 0; seed < 6U * static_cast<std::uint64_t>(test::effort()); ++seed) {
        CAPTURE(seed);
        std::mt19937_64 draw{seed};
        trials classes(500);
        auto const scale = std::vector<double>{1e-9, 1e-6, 1e-4}[seed % 3];
        for (auto& c : classes) {
            c = {scale * static_cast<double>(1 + draw() % 1000) / 100.0, 1 + draw() % 20000};
        }
        classes.push_back({0.9, 2});
        classes.push_back({0.3, 5});
        poisson_binomial const x{classes};
        auto const at_once = x.log_upper_to(100);
        for (std::size_t k = 0; k < at_once.size(); k += 9) {
            CAPTURE(k, at_once[k], x.log_upper(k));
            CHECK(is_close(at_once[k], x.log_upper(k)));
        }
        std::reverse(classes.begin(), classes.end());
        CHECK(poisson_binomial{classes}.log_upper(40) == x.log_upper(40));
    }
}

TEST_CASE("poisson_binomial: the tails are complete", "[algorithm][poisson_binomial]")
{
    for (std::uint64_t seed = 0; seed < 50U * static_cast<std::uint64_t>(test::effort()); ++seed) {
        CAPTURE(seed);
        std::mt19937_64 draw{seed};
        trials classes(1 + draw() % 200);
        for (auto& c : classes) {
            c = {static_cast<double>(draw() % 1000) / 999.0, 1 + draw() % 3};
        }
        poisson_binomial const x{classes};
        auto const k = draw() % (x.trials() + 1);
        CHECK(std::exp(x.log_lower(k)) + std::exp(x.log_upper(k + 1))
              == Approx(1.0).epsilon(1e-12));
        CHECK(x.log_upper(k + 1) <= x.log_upper(k));
    }
}

TEST_CASE("poisson_binomial: approximations have the closed forms of what they take",
          "[algorithm][poisson_binomial][approximation]")
{
    // Mean 2, variance 1, no skewness.
    trials const fair{{0.5, 4}};
    poisson_binomial const x{fair};
    // 1 - e^-2 (1 + 2), and e^-2 (1 + 2 + 2)
    CHECK(std::exp(x.log_upper(2, tail_method::poisson)) == Approx(1 - 3 * std::exp(-2.0)));
    CHECK(std::exp(x.log_lower(2, tail_method::poisson)) == Approx(5 * std::exp(-2.0)));
    CHECK(std::exp(x.log_upper(3, tail_method::normal))
          == Approx(0.5 * std::erfc(0.5 / std::sqrt(2.0))));
    CHECK(x.log_upper(3, tail_method::refined_normal) == x.log_upper(3, tail_method::normal));
    CHECK(x.log_lower(1, tail_method::normal) == x.log_upper(3, tail_method::normal));
}

TEST_CASE(
    "poisson_binomial: approximations are near where they should be, and go far in logarithms",
    "[algorithm][poisson_binomial][approximation]")
{
    trials const rare{{1e-5, 20000}, {3e-5, 9000}};
    poisson_binomial const few{rare}; // Le Cam: off by at most 1e-5
    for (std::uint64_t k = 0; k < 6; ++k) {
        auto const off =
            std::exp(few.log_upper(k, tail_method::poisson)) - std::exp(few.log_upper(k));
        CHECK(std::abs(off) < 1.1e-5);
    }
    trials const usual{{0.2, 400}, {0.4, 300}};
    poisson_binomial const many{usual};
    double normal = 0.0;
    double refined = 0.0;
    for (std::uint64_t k = 160; k < 240; ++k) {
        auto const exact = std::exp(many.log_upper(k));
        normal =
            std::max(normal, std::abs(std::exp(many.log_upper(k, tail_method::normal)) - exact));
        refined = std::max(
            refined, std::abs(std::exp(many.log_upper(k, tail_method::refined_normal)) - exact));
    }
    CHECK(normal < 5e-3);
    CHECK(refined < 2e-4); // of second order
    CHECK(refined < normal / 10);
    // 42 standard deviations out, ln Q(x) is about -x^2 / 2 - ln(x sqrt(2 pi)) - 1 / x^2.
    auto const deviation = std::sqrt(many.variance());
    auto const z = (690.0 - 0.5 - many.mean()) / deviation;
    CHECK(many.log_upper(690, tail_method::normal)
          == Approx(-z * z / 2 - std::log(z * std::sqrt(2 * std::acos(-1.0))) - 1 / (z * z))
                 .epsilon(1e-8));
    CHECK(few.log_upper(29000, tail_method::poisson) < -1e5);
    CHECK(std::isfinite(few.log_upper(29000, tail_method::poisson)));
}

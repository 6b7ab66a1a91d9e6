// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/multiple_tests.hpp>

#include "support/catch2.hpp"
#include "support/effort.hpp"
#include "support/polls.hpp"

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

constexpr auto zero = -std::numeric_limits<double>::infinity(); // ln 0
constexpr auto not_a_number = std::numeric_limits<double>::quiet_NaN();

std::vector<double> logs(std::vector<double> p)
{
    for (auto& x : p) {
        x = std::log(x);
    }
    return p;
}

/// How many the procedure rejects at the rate `q`: the largest i with p(i) <= i q / tests.
std::size_t num_rejected(std::vector<double> p, std::uint64_t tests, double q)
{
    std::sort(p.begin(), p.end());
    auto i = p.size();
    while (i != 0 && p[i - 1] > static_cast<double>(i) * q / static_cast<double>(tests)) {
        --i;
    }
    return i;
}

} // namespace

TEST_CASE("log_bonferroni: multiplies by the tests and stops at 1", "[algorithm][multiple_tests]")
{
    CHECK(log_bonferroni(std::log(0.001), 20) == Approx(std::log(0.02)));
    CHECK(log_bonferroni(std::log(0.2), 20) == 0.0);
    CHECK(log_bonferroni(-1e6, 1) == -1e6);
    CHECK(log_bonferroni(zero, 1000) == zero);
    CHECK(log_bonferroni(0.0, 1) == 0.0);
    CHECK(log_bonferroni(-5000.0, std::uint64_t{1} << 63U)
          == Approx(-5000.0 + 63 * std::log(2.0)).epsilon(1e-15));
}

TEST_CASE("log_bonferroni: refuses what is no probability", "[algorithm][multiple_tests]")
{
    CHECK_THROWS_AS(log_bonferroni(0.1, 2), std::invalid_argument);
    CHECK_THROWS_AS(log_bonferroni(not_a_number, 2), std::invalid_argument);
    CHECK_THROWS_AS(log_bonferroni(-1.0, 0), std::invalid_argument);
}

TEST_CASE("log_benjamini_hochberg: of nothing is nothing and of one is itself",
          "[algorithm][multiple_tests]")
{
    CHECK(log_benjamini_hochberg({}, 0).empty());
    CHECK(log_benjamini_hochberg({}, 9).empty());
    std::vector<double> const one{-3.0};
    CHECK(log_benjamini_hochberg(one, 1) == one);
    CHECK(log_benjamini_hochberg(one, 10).front() == Approx(-3.0 + std::log(10.0)));
}

TEST_CASE("log_benjamini_hochberg: refuses what is no probability and tests that are missing",
          "[algorithm][multiple_tests]")
{
    std::vector<double> const two{-3.0, -1.0};
    CHECK_THROWS_AS(log_benjamini_hochberg(two, 1), std::invalid_argument);
    std::vector<double> const bad{-3.0, not_a_number};
    CHECK_THROWS_AS(log_benjamini_hochberg(bad, 2), std::invalid_argument);
    std::vector<double> const large{1e-9};
    CHECK_THROWS_AS(log_benjamini_hochberg(large, 1), std::invalid_argument);
}

// The fifteen p-values of the paper's example (thrombolysis, section 3.2): at the rate 0.05 its
// procedure rejects the four smallest, Bonferroni's three.
TEST_CASE("log_benjamini_hochberg: rejects four of the fifteen of the paper",
          "[algorithm][multiple_tests][oracle]")
{
    std::vector<double> const p{0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344,
                                0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.000};
    auto const adjusted = log_benjamini_hochberg(logs(p), p.size());
    for (std::size_t i = 0; i < p.size(); ++i) {
        CAPTURE(i);
        CHECK((adjusted[i] <= std::log(0.05)) == (i < 4));
        CHECK((log_bonferroni(std::log(p[i]), p.size()) <= std::log(0.05)) == (i < 3));
    }
    // 15 * 0.0095 / 4, and 15 * 0.0344 / 8, which is less than 15 * 0.0298 / 7 and 15 * 0.0278 / 6
    CHECK(std::exp(adjusted[3]) == Approx(0.035625));
    CHECK(std::exp(adjusted[4]) == Approx(15 * 0.0201 / 5));
    CHECK(std::exp(adjusted[5]) == Approx(15 * 0.0298 / 7));
    CHECK(std::exp(adjusted[6]) == Approx(15 * 0.0298 / 7));
    CHECK(adjusted.back() == 0.0);
}

TEST_CASE("log_benjamini_hochberg: rejects at every rate what the procedure rejects",
          "[algorithm][multiple_tests][oracle]")
{
    for (std::uint64_t seed = 0; seed < 200U * static_cast<std::uint64_t>(test::effort()); ++seed) {
        CAPTURE(seed);
        std::mt19937_64 draw{seed};
        std::vector<double> p(draw() % 40);
        for (auto& x : p) {
            // Many ties.
            x = std::pow(10.0, -static_cast<double>(draw() % 12));
            x *= draw() % 2 == 0 ? 1.0 : 0.5;
        }
        auto const tests = p.size() + draw() % 100;
        auto const adjusted = log_benjamini_hochberg(logs(p), tests);
        for (double const q : {1e-9, 0.00123, 0.0123, 0.0517, 0.317}) {
            auto const found = std::count_if(adjusted.begin(), adjusted.end(),
                                             [&](double a) { return a <= std::log(q); });
            CHECK(static_cast<std::size_t>(found) == num_rejected(p, tests, q));
        }
        for (std::size_t i = 0; i < p.size(); ++i) {
            CHECK(adjusted[i] >= std::log(p[i]));
            CHECK(adjusted[i] <= log_bonferroni(std::log(p[i]), tests));
            for (std::size_t j = 0; j < p.size(); ++j) {
                CHECK((p[i] > p[j] || adjusted[i] <= adjusted[j]));
            }
        }
    }
}

TEST_CASE("log_benjamini_hochberg: follows the values wherever they stand",
          "[algorithm][multiple_tests]")
{
    std::vector<double> const values{-700.0, zero, -1e5, -0.5, -700.0, -3.0};
    std::vector<std::size_t> order{3, 0, 5, 1, 4, 2};
    std::vector<double> turned;
    turned.reserve(order.size());
    for (auto const i : order) {
        turned.push_back(values[i]);
    }
    auto const plain = log_benjamini_hochberg(values, 1000);
    auto const moved = log_benjamini_hochberg(turned, 1000);
    for (std::size_t i = 0; i < order.size(); ++i) {
        CHECK(moved[i] == plain[order[i]]);
    }
    CHECK(plain[1] == zero);
    CHECK(plain[0] == plain[4]);
    CHECK(plain[2] == Approx(-1e5 + std::log(500.0)).epsilon(1e-15));
}

TEST_CASE("log_benjamini_hochberg: looks up whether to go on while it sorts",
          "[algorithm][multiple_tests]")
{
    std::vector<double> values(20000);
    for (std::size_t i = 0; i < values.size(); ++i) {
        values[i] = -static_cast<double>(i * 7919 % values.size());
    }
    auto const ask = [&](run_options const& run) {
        return log_benjamini_hochberg(values, values.size(), run);
    };
    CHECK(test::polls_of(ask)["adjusting p-values"] >= 20000 * 14 / 4096); // n log n comparisons
    test::check_stops_within("adjusting p-values", ask);
}

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/hypergeometric.hpp>

#include "support/catch2.hpp"
#include "support/effort.hpp"

#include <boost/multiprecision/cpp_bin_float.hpp>
#include <boost/multiprecision/cpp_int.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <stdexcept>
#include <vector>

using namespace capgraph;

namespace {

using boost::multiprecision::cpp_bin_float_50;
using boost::multiprecision::cpp_int;

constexpr auto impossible = -std::numeric_limits<double>::infinity();

/// Rows of Pascal's triangle up to n, exactly.
std::vector<std::vector<cpp_int>> binomials(std::size_t n)
{
    std::vector<std::vector<cpp_int>> rows(n + 1);
    for (std::size_t i = 0; i <= n; ++i) {
        rows[i].assign(i + 1, 1);
        for (std::size_t k = 1; k < i; ++k) {
            rows[i][k] = rows[i - 1][k - 1] + rows[i - 1][k];
        }
    }
    return rows;
}

double log_ratio(cpp_int const& part, cpp_int const& whole)
{
    if (part == 0) {
        return impossible;
    }
    if (part == whole) {
        return 0.0;
    }
    return static_cast<double>(log(cpp_bin_float_50{part} / cpp_bin_float_50{whole}));
}

/// ln(n!) in fifty digits, by Stirling's series.
cpp_bin_float_50 log_factorial(std::uint64_t n)
{
    return boost::multiprecision::lgamma(cpp_bin_float_50{n} + 1);
}

/// ln P(X >= k) in fifty digits, term by term to where they no longer count.
double slow_log_upper(std::uint64_t n, std::uint64_t k, std::uint64_t marked, std::uint64_t drawn)
{
    auto const choose = [](std::uint64_t a, std::uint64_t b) {
        return log_factorial(a) - log_factorial(b) - log_factorial(a - b);
    };
    cpp_bin_float_50 term =
        exp(choose(marked, k) + choose(n - marked, drawn - k) - choose(n, drawn));
    cpp_bin_float_50 sum = 0;
    for (auto j = k; j <= std::min(marked, drawn); ++j) {
        sum += term;
        if (term < sum * 1e-22 && j * n > marked * drawn) {
            break;
        }
        term *= cpp_bin_float_50{marked - j} * (drawn - j);
        term /= cpp_bin_float_50{j + 1} * (n - marked - drawn + j + 1);
    }
    return static_cast<double>(log(sum));
}

/// Of p, relatively: 1e-12 and some ulps of ln p.
bool is_close(double found, double expected)
{
    if (found == expected) {
        return true;
    }
    auto const slack = 2e-13 + 2e-15 * std::abs(expected);
    // Near 1, ln p is -(1 - p): as exact by itself.
    return std::abs(found - expected) <= std::min(slack, 1e-12 * std::abs(expected) + 1e-300);
}

} // namespace

TEST_CASE("hypergeometric: nobody of nobody is certain", "[algorithm][hypergeometric]")
{
    hypergeometric const none{0};
    CHECK(none.log_upper(0, 0, 0) == 0.0);
    CHECK(none.log_upper(1, 0, 0) == impossible);
    CHECK(none.log_lower(0, 0, 0) == 0.0);
    CHECK(none.log_probability(0, 0, 0) == 0.0);
    hypergeometric const one{1};
    CHECK(one.log_upper(1, 1, 1) == 0.0);
    CHECK(one.log_lower(0, 1, 1) == impossible);
    CHECK(one.log_lower(0, 1, 0) == 0.0);
}

TEST_CASE("hypergeometric: what is certain is 0 and what cannot be is -infinity",
          "[algorithm][hypergeometric]")
{
    hypergeometric const ten{10};
    CHECK(ten.log_upper(3, 7, 6) == 0.0); // 7 and 6 of 10 share 3 or more
    CHECK(ten.log_upper(4, 7, 6) < 0.0);
    CHECK(ten.log_upper(7, 7, 6) == impossible);
    CHECK(ten.log_lower(2, 7, 6) == impossible);
    CHECK(ten.log_lower(6, 7, 6) == 0.0);
    CHECK(ten.log_upper(5, 10, 5) == 0.0);
    CHECK(ten.log_lower(std::numeric_limits<std::uint64_t>::max(), 5, 5) == 0.0);
    CHECK(ten.log_upper(std::numeric_limits<std::uint64_t>::max(), 5, 5) == impossible);
}

TEST_CASE("hypergeometric: more than there is is refused", "[algorithm][hypergeometric]")
{
    hypergeometric const ten{10};
    CHECK_THROWS_AS(ten.log_upper(0, 11, 1), std::out_of_range);
    CHECK_THROWS_AS(ten.log_lower(0, 1, 11), std::out_of_range);
    CHECK_THROWS_AS(ten.log_probability(0, 1, 11), std::out_of_range);
    CHECK_THROWS_AS(hypergeometric{hypergeometric::most + 1}, std::invalid_argument);
    CHECK(hypergeometric{hypergeometric::most}.population() == hypergeometric::most);
}

// Agents 0, 1, 2 of a published test of row-fixed backbones, whose p-values it prints in three
// digits; as fractions they are these. Rows: x.xx, .x.., x..x of four columns.
TEST_CASE("hypergeometric: gives the published p-values of three rows of four columns",
          "[algorithm][hypergeometric][oracle]")
{
    std::array<std::array<int, 4>, 3> const table{{{1, 0, 1, 1}, {0, 1, 0, 0}, {1, 0, 0, 1}}};
    std::array<std::array<double, 3>, 3> const upper{
        {{0.25, 1, 0.5}, {1, 0.25, 1}, {0.5, 1, 1.0 / 6}}};
    std::array<std::array<double, 3>, 3> const lower{{{1, 0.25, 1}, {0.25, 1, 0.5}, {1, 0.5, 1}}};
    hypergeometric const four{4};
    for (std::size_t i = 0; i < 3; ++i) {
        for (std::size_t j = 0; j < 3; ++j) {
            std::uint64_t both = 0;
            std::uint64_t a = 0;
            std::uint64_t b = 0;
            for (std::size_t c = 0; c < 4; ++c) {
                a += table[i][c] != 0 ? 1U : 0U;
                b += table[j][c] != 0 ? 1U : 0U;
                both += table[i][c] != 0 && table[j][c] != 0 ? 1U : 0U;
            }
            CAPTURE(i, j);
            CHECK(std::exp(four.log_upper(both, a, b)) == Approx(upper[i][j]).epsilon(1e-14));
            CHECK(std::exp(four.log_lower(both, a, b)) == Approx(lower[i][j]).epsilon(1e-14));
        }
    }
}

TEST_CASE("hypergeometric: agrees with exact fractions for every k of every small draw",
          "[algorithm][hypergeometric][oracle]")
{
    auto const choose = binomials(40);
    std::size_t wrong = 0;
    for (std::size_t n : {1U, 2U, 3U, 5U, 8U, 17U, 31U, 40U}) {
        hypergeometric const x{n};
        for (std::size_t marked = 0; marked <= n; ++marked) {
            for (std::size_t drawn = 0; drawn <= n; ++drawn) {
                auto const& whole = choose[n][drawn];
                cpp_int below = 0;
                for (std::size_t k = 0; k <= n; ++k) {
                    cpp_int const here = k <= marked && k <= drawn && drawn - k <= n - marked
                                             ? choose[marked][k] * choose[n - marked][drawn - k]
                                             : cpp_int{0};
                    wrong +=
                        is_close(x.log_upper(k, marked, drawn), log_ratio(whole - below, whole))
                            ? 0U
                            : 1U;
                    below += here;
                    wrong +=
                        is_close(x.log_lower(k, marked, drawn), log_ratio(below, whole)) ? 0U : 1U;
                    wrong += is_close(x.log_probability(k, marked, drawn), log_ratio(here, whole))
                                 ? 0U
                                 : 1U;
                }
            }
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("hypergeometric: agrees with fifty digits on large populations and far tails",
          "[algorithm][hypergeometric][oracle]")
{
    for (std::uint64_t seed = 0; seed < 25U * static_cast<std::uint64_t>(test::effort()); ++seed) {
        std::mt19937_64 draw{seed};
        auto const n = std::uint64_t{1000} << draw() % 23U;
        auto const marked = 1 + draw() % std::min<std::uint64_t>(n - 1, 30000);
        auto const drawn = 1 + draw() % std::min<std::uint64_t>(n - 1, 30000);
        auto const low = std::max(marked * drawn / n, marked + drawn > n ? marked + drawn - n : 0);
        auto const most = draw() % 2 == 0 ? 20U : 500U;
        auto const k = std::min({marked, drawn, low + 1 + draw() % most});
        CAPTURE(seed, n, marked, drawn, k);
        auto const expected = slow_log_upper(n, k, marked, drawn);
        CAPTURE(expected);
        CHECK(is_close(hypergeometric{n}.log_upper(k, marked, drawn), expected));
        // Those who are drawn and not marked: the other side.
        CHECK(is_close(hypergeometric{n}.log_lower(drawn - k, n - marked, drawn), expected));
    }
}

TEST_CASE("hypergeometric: no tail underflows", "[algorithm][hypergeometric]")
{
    // All of the 2^31 marked are drawn: one in C(2^32, 2^31), whose logarithm is Stirling's.
    auto const half = hypergeometric::most / 2;
    hypergeometric const x{hypergeometric::most};
    auto const n = static_cast<double>(hypergeometric::most);
    auto const expected = -n * std::log(2.0) + 0.5 * std::log(std::acos(-1.0) * n / 2);
    CHECK(x.log_upper(half, half, half) == Approx(expected).epsilon(1e-15));
    CHECK(x.log_lower(0, half, half) == Approx(expected).epsilon(1e-15));
    // One in C(20000, 40), below 1e-120.
    CHECK(hypergeometric{20000}.log_upper(40, 40, 40)
          == Approx(static_cast<double>(log_factorial(40) + log_factorial(19960)
                                        - log_factorial(20000)))
                 .epsilon(1e-14));
}

TEST_CASE("hypergeometric: the tails are symmetric and complete", "[algorithm][hypergeometric]")
{
    for (std::uint64_t seed = 0; seed < 300U * static_cast<std::uint64_t>(test::effort()); ++seed) {
        CAPTURE(seed);
        std::mt19937_64 draw{seed};
        auto const n = 1 + draw() % 5000;
        auto const a = draw() % (n + 1);
        auto const b = draw() % (n + 1);
        auto const k = draw() % (std::min(a, b) + 2);
        hypergeometric const x{n};
        CHECK(is_close(x.log_upper(k, a, b), x.log_upper(k, b, a)));
        CHECK(x.log_upper(k + 1, a, b) <= x.log_upper(k, a, b));
        CHECK(x.log_lower(k + 1, a, b) >= x.log_lower(k, a, b));
        auto const both = std::exp(x.log_lower(k, a, b)) + std::exp(x.log_upper(k + 1, a, b));
        CHECK(both == Approx(1.0).epsilon(1e-13));
    }
}

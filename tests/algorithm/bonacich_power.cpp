// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/bonacich_power.hpp>

#include <capgraph/algorithm/eigenvector_centrality.hpp>
#include <capgraph/core/error.hpp>

#include "algorithm/dense_solve.hpp"
#include "algorithm/run_laws.hpp"
#include "algorithm/sample_graphs.hpp"
#include "support/catch2.hpp"
#include "support/effort.hpp"
#include "support/oracles.hpp"

#include <boost/graph/adjacency_list.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <string>
#include <vector>

using namespace capgraph;
using scores = std::vector<double>;

namespace {

template <class Graph>
concept has_power = requires(Graph const& g)
{
    bonacich_power(g);
};

static_assert(has_power<undirected_csr_graph>);
static_assert(has_power<test::boost_undirected>);
static_assert(!has_power<csr_graph>);
static_assert(!has_power<int>);

bonacich_options raw(double beta, double alpha = 1.0)
{
    return {.beta = beta, .alpha = alpha, .scale = bonacich_normalization::none};
}

/// (I - beta A) x = A 1
scores by_definition(test::dense_matrix const& a, double beta)
{
    return test::dense_solve(test::one_less(beta, a), test::row_sums(a));
}

} // namespace

TEST_CASE("bonacich_power: graphs of up to two vertices", "[algorithm][bonacich]")
{
    CHECK(bonacich_power(undirected_csr_graph{}).empty());
    CHECK(bonacich_power(undirected_csr_graph{1, {}}) == scores{0.0});
    CHECK(bonacich_power(undirected_csr_graph{1, {{0, 0}}}) == scores{0.0});
    CHECK(bonacich_power(undirected_csr_graph{3, {}}) == scores(3, 0.0));
    CHECK(test::agree(bonacich_power(undirected_csr_graph{2, {{0, 1}}}), {1.0, 1.0}));
    // x = 1 - x/2
    CHECK(test::agree(bonacich_power(undirected_csr_graph{2, {{0, 1}}}, raw(-0.5)),
                      scores(2, 2.0 / 3)));
}

TEST_CASE("bonacich_power: without beta it is the strength", "[algorithm][bonacich]")
{
    auto const g = test::randomly_weighted(test::random_graph(12, 150, 2), 2);
    auto expected = test::row_sums(g.symmetric_matrix());
    CHECK(test::agree(bonacich_power(g.undirected(), raw(0.0)), expected));
    for (auto& entry : expected) {
        entry *= -2.5;
    }
    CHECK(test::agree(bonacich_power(g.undirected(), raw(0.0, -2.5)), expected));
}

TEST_CASE("bonacich_power: power over those who have nobody else", "[algorithm][bonacich]")
{
    // A path of five, where the middle is the most central but the second ones hold the ends:
    // e = 1 + b s, s = 2 + b (e + m), m = 2 + 2 b s.
    auto const beta = GENERATE(-0.5, -0.25, 0.25, 0.5);
    auto const second = (2.0 + 3.0 * beta) / (1.0 - 3.0 * beta * beta);
    auto const end = 1.0 + beta * second;
    auto const middle = 2.0 + 2.0 * beta * second;
    auto const score = bonacich_power(test::path(5).undirected(), raw(beta));
    CHECK(test::agree(score, {end, second, middle, second, end}));
    CHECK((score[2] > score[1]) == (beta > 0.0));
}

TEST_CASE("bonacich_power: agrees with the linear equations on random graphs",
          "[algorithm][oracle]")
{
    auto const count = 50 * static_cast<unsigned>(test::effort());
    for (unsigned seed = 0; seed < count; ++seed) {
        CAPTURE(seed);
        auto const g = test::randomly_weighted(
            test::random_graph(2 + seed % 15, 40 + 5 * (seed % 50), seed), seed);
        auto const a = g.symmetric_matrix();
        auto const sums = test::row_sums(a);
        auto const largest = *std::max_element(sums.begin(), sums.end());
        auto const beta = (0.2 * (seed % 10) - 0.9) / std::max(largest, 0.1);
        auto const expected = by_definition(a, beta);
        CHECK(test::agree(bonacich_power(g.undirected(), raw(beta)), expected));
        CHECK(test::agree(bonacich_power(g.undirected(), {.beta = beta}),
                          test::with_squares(expected, static_cast<double>(g.n))));
    }
}

TEST_CASE("bonacich_power: near the bound it is the eigenvector", "[algorithm][bonacich]")
{
    auto const g = test::complete(4).beside(test::path(3));
    auto joined = g;
    joined.edges.push_back({3, 4});
    auto const a = joined.symmetric_matrix();
    auto const decomposition = test::eigen_by_definition(a);
    auto const radius = static_cast<double>(
        *std::max_element(decomposition.values.begin(), decomposition.values.end()));
    auto const score =
        bonacich_power(joined.undirected(),
                       {.beta = 0.99999 / radius, .tolerance = 1e-9, .max_iterations = 10'000'000});
    CHECK(test::agree(test::with_squares(score, 1.0), eigenvector_centrality(joined.undirected()),
                      1e-4));
    // When absent, beta is 0.75/rho.
    CHECK(test::agree(bonacich_power(joined.undirected()),
                      bonacich_power(joined.undirected(), {.beta = 0.75 / radius})));
}

TEST_CASE("bonacich_power: a beta not below the bound is refused by name", "[algorithm][bonacich]")
{
    auto const beta = GENERATE(0.5, -0.5, 3.0, -1e300);
    try {
        auto const score = bonacich_power(test::cycle(5).undirected(), {.beta = beta});
        FAIL("no error but " << score.size() << " scores");
    } catch (std::invalid_argument const& e) {
        CHECK(std::string{e.what()}.find("not below 1/rho = 0.5 in size") != std::string::npos);
    }
    CHECK_NOTHROW(bonacich_power(test::cycle(5).undirected(), {.beta = 0.499}));
    CHECK_NOTHROW(bonacich_power(test::cycle(5).undirected(), {.beta = -0.499}));
}

TEST_CASE("bonacich_power: loops and edges of weight zero are none and parallel ones add up",
          "[algorithm][bonacich]")
{
    undirected_csr_graph const told{
        3, {{0, 1}, {1, 0}, {1, 2}, {2, 2}, {0, 2}}, {1.0, 1.0, 1.0, 5.0, 0.0}};
    undirected_csr_graph const same{3, {{0, 1}, {1, 2}}, {2.0, 1.0}};
    CHECK(test::agree(bonacich_power(told, raw(0.3)), bonacich_power(same, raw(0.3))));
}

TEST_CASE("bonacich_power: what is no weight or option is refused", "[algorithm][bonacich]")
{
    auto const g = test::path(3).undirected();
    for (auto const bad :
         {std::numeric_limits<double>::infinity(), std::numeric_limits<double>::quiet_NaN()}) {
        CAPTURE(bad);
        CHECK_THROWS_AS(bonacich_power(g, [=](auto const&) { return bad; }), std::invalid_argument);
        CHECK_THROWS_AS(bonacich_power(g, {.beta = bad}), std::invalid_argument);
        CHECK_THROWS_AS(bonacich_power(g, {.alpha = bad}), std::invalid_argument);
        CHECK_THROWS_AS(bonacich_power(g, {.tolerance = bad}), std::invalid_argument);
    }
    CHECK_THROWS_AS(bonacich_power(g, [](auto const&) { return -1.0; }), std::invalid_argument);
    CHECK_THROWS_AS(bonacich_power(g, {.alpha = 0.0}), std::invalid_argument);
    CHECK_THROWS_AS(bonacich_power(g, {.tolerance = -1.0}), std::invalid_argument);
}

TEST_CASE("bonacich_power: an iteration that ends too soon says how far it came",
          "[algorithm][bonacich]")
{
    auto const g = test::path(50).undirected();
    CHECK(test::thrown_code([&] { return bonacich_power(g, {.beta = 0.49, .max_iterations = 7}); })
          == error_code::not_converged);
}

TEST_CASE("bonacich_power: is the same on every type of graph", "[algorithm][bonacich]")
{
    auto const g = test::random_graph(20, 150, 11);
    CHECK(bonacich_power(g.as<test::boost_undirected>()) == bonacich_power(g.undirected()));
}

TEST_CASE("bonacich_power: relabelling permutes the scores", "[algorithm][property]")
{
    auto const seed = GENERATE(range(0U, 10U));
    CAPTURE(seed);
    auto const g = test::randomly_weighted(test::random_graph(25, 100, seed), seed);
    auto const to = test::random_permutation(g.n, seed);
    CHECK(test::agree(bonacich_power(g.relabelled(to).undirected()),
                      test::relabelled(bonacich_power(g.undirected()), to), 1e-9));
}

TEST_CASE("bonacich_power: keeps the laws of a run", "[algorithm][bonacich]")
{
    auto const large = test::randomly_weighted(test::random_graph(700, 300, 1), 1).undirected();
    test::check_threads_change_nothing(
        [&](run_options const& run) { return bonacich_power(large, {}, run); });
    auto const g = test::random_graph(100, 60, 1).undirected();
    auto const ask = [&](run_options const& run) { return bonacich_power(g, {}, run); };
    test::check_is_cancelled(ask);
    test::check_reports_progress(ask);
    test::check_is_refused_above_budget(ask, 100 * 20, 100 * 300);
}

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/katz_centrality.hpp>

#include <capgraph/core/error.hpp>
#include <capgraph/graph/reversed.hpp>

#include "algorithm/dense_solve.hpp"
#include "algorithm/published_graphs.hpp"
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
concept has_katz = requires(Graph const& g)
{
    katz_centrality(g);
};

static_assert(has_katz<undirected_csr_graph>);
static_assert(has_katz<csr_graph>);
static_assert(has_katz<test::boost_directed>);
static_assert(!has_katz<boost::adjacency_list<boost::vecS, boost::listS>>);
static_assert(!has_katz<int>);

katz_options raw(double alpha, double beta = 1.0)
{
    return {.alpha = alpha, .beta = beta, .scale = katz_normalization::none};
}

/// What a call with too large an alpha says, or nothing.
template <class Graph>
std::string refusal(Graph const& g, double alpha)
{
    try {
        static_cast<void>(katz_centrality(g, {.alpha = alpha}));
        return "";
    } catch (std::invalid_argument const& e) {
        return e.what();
    }
}

/// By the powers of the matrix, all positive and squared again and again: |A^(2^k)|^(1/2^k).
double radius_by_powers(test::dense_matrix a)
{
    auto const n = a.size();
    double radius = 1.0;
    double power = 1.0;
    for (int k = 0; k < 30; ++k) {
        double largest = 0.0;
        for (auto const& row : a) {
            largest = std::max(largest, *std::max_element(row.begin(), row.end()));
        }
        if (largest == 0.0) {
            return 0.0;
        }
        radius *= std::pow(largest, 1.0 / power);
        auto square = test::zero_matrix(n);
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t j = 0; j < n; ++j) {
                for (std::size_t m = 0; m < n; ++m) {
                    square[i][j] += a[i][m] / largest * (a[m][j] / largest);
                }
            }
        }
        a = square;
        power *= 2.0;
    }
    return radius;
}

} // namespace

TEST_CASE("katz_centrality: graphs of up to two vertices", "[algorithm][katz]")
{
    CHECK(katz_centrality(csr_graph{}).empty());
    CHECK(katz_centrality(undirected_csr_graph{}).empty());
    CHECK(katz_centrality(csr_graph{1, {}}) == scores{1.0});
    CHECK(katz_centrality(undirected_csr_graph{1, {{0, 0}}}, raw(0.5, 3.0)) == scores{3.0});
    CHECK(katz_centrality(csr_graph{2, {{0, 1}}}, raw(0.5)) == scores{1.0, 1.5});
    CHECK(katz_centrality(
              csr_graph{2, {{0, 1}}},
              {.alpha = 7.0, .scale = katz_normalization::none, .edges = counted_edges::out})
          == scores{8.0, 1.0});
    // x = 1 + x/2
    CHECK(test::agree(katz_centrality(undirected_csr_graph{2, {{0, 1}}}, raw(0.5)), {2.0, 2.0}));
}

TEST_CASE("katz_centrality: a hub may have a hundred thousand leaves", "[algorithm][katz]")
{
    // hub = 1 + alpha n leaf, leaf = 1 + alpha hub; alpha is 0.85 of one over the root of n.
    auto const n = GENERATE(30'000.0, 100'000.0);
    auto const alpha = 0.85 / std::sqrt(n);
    auto const hub = (1.0 + alpha * n) / (1.0 - 0.85 * 0.85);
    auto const score = katz_centrality(test::star(static_cast<std::uint32_t>(n)).undirected(),
                                       {.scale = katz_normalization::none});
    CHECK(score[0] == Approx(hub).epsilon(1e-9));
    CHECK(score[1] == Approx(1.0 + alpha * hub).epsilon(1e-9));
}

TEST_CASE("katz_centrality: a path of three as NetworkX has it (C16)", "[algorithm][katz]")
{
    auto const g = test::path(3).undirected();
    auto const score = [&](double alpha) { return katz_centrality(g, {.alpha = alpha}); };
    CHECK(test::agree(score(0.1), {0.5598852584152165, 0.6107839182711449, 0.5598852584152162}));
    CHECK(test::agree(score(0.2), {0.5454545454545454, 0.6363636363636365, 0.5454545454545454}));
    CHECK(test::agree(score(0.5), {0.5144957746691622, 0.6859943117075809, 0.5144957746691622},
                      1e-6)); // as exact as it is published
    CHECK(test::agree(score(0.6), {0.5069794004195823, 0.6970966755769258, 0.5069794004195823}));
    CHECK(refusal(g, 0.7).empty());
    for (auto const alpha : {0.70710679, 0.8, 1.0, 1e300}) {
        CAPTURE(alpha);
        CHECK(refusal(g, alpha).find("1/rho = 0.707106781186") != std::string::npos);
    }
}

TEST_CASE("katz_centrality: Krackhardt's kite as NetworkX has it (C05)", "[algorithm][katz]")
{
    CHECK(test::agree(katz_centrality(test::kite().undirected(), {.alpha = 0.1}),
                      {0.33066, 0.33066, 0.3006, 0.390672, 0.3006, 0.359532, 0.359532, 0.288727,
                       0.243068, 0.21682},
                      3e-6));
}

TEST_CASE("katz_centrality: regular graphs have a geometric series", "[algorithm][katz]")
{
    auto const n = GENERATE(3U, 6U, 11U);
    // of degree n - 1: 1/(1 - alpha (n - 1))
    CHECK(test::agree(katz_centrality(test::complete(n).undirected(), raw(0.5 / (n - 1), 4.0)),
                      scores(n, 8.0)));
    CHECK(test::agree(katz_centrality(test::cycle(n).directed(), raw(0.75)), scores(n, 4.0)));
    CHECK(refusal(test::cycle(n).directed(), 1.0).find("1/rho = 1 in size") != std::string::npos);
    // When absent, alpha is 0.85/rho: 1/0.15.
    CHECK(test::agree(
        katz_centrality(test::complete(n).undirected(), {.scale = katz_normalization::none}),
        scores(n, 1.0 / 0.15)));
}

TEST_CASE("katz_centrality: no alpha is too large without a cycle", "[algorithm][katz]")
{
    // x(v) = 1 + 3 x(v - 1): (3^(v + 1) - 1)/2
    CHECK(katz_centrality(test::path(5).directed(), raw(3.0)) == scores{1, 4, 13, 40, 121});
}

TEST_CASE("katz_centrality: agrees with the linear equations on random graphs",
          "[algorithm][oracle]")
{
    auto const count = 50 * static_cast<unsigned>(test::effort());
    for (unsigned seed = 0; seed < count; ++seed) {
        CAPTURE(seed);
        auto const g = test::randomly_weighted(
            test::random_graph(1 + seed % 10, 20 + 5 * (seed % 50), seed), seed);
        for (auto const part : {0.3, 0.95}) {
            CAPTURE(part);
            auto const a = g.matrix();
            auto const radius = radius_by_powers(a);
            auto const alpha = radius > 0.0 ? part / radius : part;
            CHECK(test::agree(
                katz_centrality(g.directed(), raw(alpha)),
                test::dense_solve(test::one_less(alpha, test::transposed(a)), scores(g.n, 1.0))));
            auto out = raw(alpha);
            out.edges = counted_edges::out;
            CHECK(test::agree(katz_centrality(g.directed(), out),
                              test::dense_solve(test::one_less(alpha, a), scores(g.n, 1.0))));
            auto const s = g.symmetric_matrix();
            auto const symmetric_radius = radius_by_powers(s);
            auto const beta = symmetric_radius > 0.0 ? part / symmetric_radius : part;
            CHECK(test::agree(katz_centrality(g.undirected(), raw(beta)),
                              test::dense_solve(test::one_less(beta, s), scores(g.n, 1.0))));
        }
    }
}

TEST_CASE("katz_centrality: refuses just what is not below the bound", "[algorithm][oracle]")
{
    auto const count = 50 * static_cast<unsigned>(test::effort());
    for (unsigned seed = 0; seed < count; ++seed) {
        CAPTURE(seed);
        auto const g = test::randomly_weighted(
            test::random_graph(2 + seed % 10, 100 + 5 * (seed % 50), seed), seed);
        if (auto const radius = radius_by_powers(g.matrix()); radius > 0.0) {
            CHECK(refusal(g.directed(), 0.99 / radius).empty());
            CHECK_FALSE(refusal(g.directed(), 1.0001 / radius).empty());
        }
        if (auto const radius = radius_by_powers(g.symmetric_matrix()); radius > 0.0) {
            CHECK(refusal(g.undirected(), 0.99 / radius).empty());
            CHECK_FALSE(refusal(g.undirected(), 1.0001 / radius).empty());
        }
    }
}

TEST_CASE("katz_centrality: backwards is the same on the reversed graph", "[algorithm][property]")
{
    auto const g = test::random_graph(20, 60, 12).directed();
    auto options = raw(0.1);
    auto const in = katz_centrality(g, options);
    options.edges = counted_edges::out;
    CHECK(katz_centrality(reversed(g), options) == in);
}

TEST_CASE("katz_centrality: loops and edges of weight zero are none and parallel ones add up",
          "[algorithm][katz]")
{
    undirected_csr_graph const told{
        3, {{0, 1}, {1, 0}, {1, 2}, {2, 2}, {0, 2}}, {1.0, 1.0, 1.0, 5.0, 0.0}};
    undirected_csr_graph const same{3, {{0, 1}, {1, 2}}, {2.0, 1.0}};
    CHECK(test::agree(katz_centrality(told, raw(0.3)), katz_centrality(same, raw(0.3))));
}

TEST_CASE("katz_centrality: what is no weight or option is refused", "[algorithm][katz]")
{
    auto const g = test::path(3).undirected();
    for (auto const bad : {-1.0, std::numeric_limits<double>::infinity(),
                           std::numeric_limits<double>::quiet_NaN()}) {
        CAPTURE(bad);
        CHECK_THROWS_AS(katz_centrality(g, [=](auto const&) { return bad; }),
                        std::invalid_argument);
        CHECK_THROWS_AS(katz_centrality(g, {.alpha = bad}), std::invalid_argument);
        CHECK_THROWS_AS(katz_centrality(g, {.beta = bad}), std::invalid_argument);
        CHECK_THROWS_AS(katz_centrality(g, {.tolerance = bad}), std::invalid_argument);
    }
    CHECK_THROWS_AS(katz_centrality(g, {.beta = 0.0}), std::invalid_argument);
}

TEST_CASE("katz_centrality: an iteration that ends too soon says how far it came",
          "[algorithm][katz]")
{
    try {
        auto const score = katz_centrality(test::path(50).undirected(),
                                           {.alpha = 0.49, .tolerance = 1e-9, .max_iterations = 7});
        FAIL("no error but " << score.size() << " scores");
    } catch (error const& e) {
        CHECK(e.code() == error_code::not_converged);
        CHECK(std::string{e.found()}.find("after 7 iterations") != std::string::npos);
        CHECK(std::string{e.expected()} == "at most 1e-09");
    }
}

TEST_CASE("katz_centrality: is the same on every type of graph", "[algorithm][katz]")
{
    auto const g = test::random_graph(20, 150, 11);
    CHECK(katz_centrality(g.as<test::boost_undirected>()) == katz_centrality(g.undirected()));
    CHECK(katz_centrality(g.as<test::boost_directed>()) == katz_centrality(g.directed()));
}

TEST_CASE("katz_centrality: relabelling permutes the scores", "[algorithm][property]")
{
    auto const seed = GENERATE(range(0U, 10U));
    CAPTURE(seed);
    auto const g = test::randomly_weighted(test::random_graph(25, 100, seed), seed);
    auto const to = test::random_permutation(g.n, seed);
    CHECK(test::agree(katz_centrality(g.relabelled(to).directed()),
                      test::relabelled(katz_centrality(g.directed()), to), 1e-8));
    CHECK(test::agree(katz_centrality(g.relabelled(to).undirected()),
                      test::relabelled(katz_centrality(g.undirected()), to), 1e-8));
}

TEST_CASE("katz_centrality: keeps the laws of a run", "[algorithm][katz]")
{
    auto const large = test::randomly_weighted(test::random_graph(700, 300, 1), 1);
    test::check_threads_change_nothing(
        [&, g = large.directed()](run_options const& run) { return katz_centrality(g, {}, run); });
    test::check_threads_change_nothing([&, g = large.undirected()](run_options const& run) {
        return katz_centrality(g, {.tolerance = 1e-4}, run);
    });
    auto const g = test::random_graph(100, 60, 1);
    auto const directed = g.directed();
    auto const undirected = g.undirected();
    auto const ask = [&](run_options const& run) { return katz_centrality(directed, {}, run); };
    auto const ask_undirected = [&](run_options const& run) {
        return katz_centrality(undirected, {}, run);
    };
    test::check_is_cancelled(ask);
    test::check_is_cancelled(ask_undirected);
    test::check_reports_progress(ask);
    test::check_reports_progress(ask_undirected);
    test::check_is_refused_above_budget(ask, 100 * 20, 100 * 300);
    test::check_is_refused_above_budget(ask_undirected, 100 * 20, 100 * 300);
}

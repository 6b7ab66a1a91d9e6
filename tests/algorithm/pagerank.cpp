// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/pagerank.hpp>

#include <capgraph/core/error.hpp>
#include <capgraph/graph/undirected.hpp>

#include "algorithm/dense_solve.hpp"
#include "algorithm/run_laws.hpp"
#include "algorithm/sample_graphs.hpp"
#include "support/catch2.hpp"
#include "support/effort.hpp"
#include "support/oracles.hpp"

#include <boost/graph/adjacency_list.hpp>

#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <string>
#include <vector>

using namespace capgraph;
using scores = std::vector<double>;

namespace {

template <class Graph>
concept has_pagerank = requires(Graph const& g)
{
    pagerank(g);
};

static_assert(has_pagerank<undirected_csr_graph>);
static_assert(has_pagerank<csr_graph>);
static_assert(has_pagerank<test::boost_directed>);
static_assert(!has_pagerank<boost::adjacency_list<boost::vecS, boost::listS>>);
static_assert(!has_pagerank<int>);

/// (I - damping P^T) x = (1 - damping) restart, each row of P summing to 1: where there is no edge
/// it is `restart`.
scores by_definition(test::dense_matrix a, double damping, scores restart)
{
    auto const n = a.size();
    auto const total = std::accumulate(restart.begin(), restart.end(), 0.0);
    for (auto& part : restart) {
        part /= total;
    }
    for (auto& row : a) {
        auto const sum = std::accumulate(row.begin(), row.end(), 0.0);
        for (std::size_t v = 0; v < n; ++v) {
            row[v] = sum > 0.0 ? row[v] / sum : restart[v];
        }
    }
    for (auto& part : restart) {
        part *= 1.0 - damping;
    }
    return test::dense_solve(test::one_less(damping, test::transposed(a)), restart);
}

} // namespace

TEST_CASE("pagerank: graphs of up to two vertices", "[algorithm][pagerank]")
{
    CHECK(pagerank(csr_graph{}).empty());
    CHECK(pagerank(undirected_csr_graph{}).empty());
    CHECK(pagerank(csr_graph{1, {}}) == scores{1.0});
    CHECK(pagerank(csr_graph{1, {{0, 0}}}) == scores{1.0});
    CHECK(pagerank(csr_graph{2, {}}) == scores{0.5, 0.5});
    CHECK(pagerank(undirected_csr_graph{2, {{0, 1}}}) == scores{0.5, 0.5});
    // x0 = (0.15 + 0.85 x1)/2, x1 = 1 - x0: x0 = 1/(2 + 0.85)
    CHECK(test::agree(pagerank(csr_graph{2, {{0, 1}}}), {1.0 / 2.85, 1.85 / 2.85}));
}

TEST_CASE("pagerank: regular graphs have equal scores", "[algorithm][pagerank]")
{
    auto const n = GENERATE(3U, 4U, 7U);
    CHECK(test::agree(pagerank(test::cycle(n).undirected()), scores(n, 1.0 / n)));
    CHECK(test::agree(pagerank(test::cycle(n).directed()), scores(n, 1.0 / n)));
    CHECK(test::agree(pagerank(test::complete(n).undirected()), scores(n, 1.0 / n)));
}

TEST_CASE("pagerank: the hub of a star", "[algorithm][pagerank]")
{
    // h = (1 - d)/(n + 1) + d (1 - h)
    auto const n = GENERATE(1U, 2U, 9U);
    auto const damping = GENERATE(0.0, 0.5, 0.85, 0.99);
    auto const hub = ((1.0 - damping) / (n + 1) + damping) / (1.0 + damping);
    scores expected(n + 1, (1.0 - hub) / n);
    expected[0] = hub;
    CHECK(test::agree(pagerank(test::star(n).undirected(), {.damping = damping}), expected));
}

TEST_CASE("pagerank: agrees with the linear equations on random graphs", "[algorithm][oracle]")
{
    auto const count = 50 * static_cast<unsigned>(test::effort());
    for (unsigned seed = 0; seed < count; ++seed) {
        CAPTURE(seed);
        auto const g = test::randomly_weighted(
            test::random_graph(1 + seed % 20, 20 + 5 * (seed % 50), seed), seed);
        auto const damping = 0.1 * (seed % 10);
        scores restart(g.n);
        for (std::size_t v = 0; v < g.n; ++v) {
            restart[v] = static_cast<double>((v + seed) % 3);
        }
        restart[0] += 1.0;
        pagerank_options const options{.damping = damping, .restart = restart};
        CHECK(test::agree(pagerank(g.directed(), options),
                          by_definition(g.matrix(), damping, restart)));
        CHECK(test::agree(pagerank(g.undirected(), options),
                          by_definition(g.symmetric_matrix(), damping, restart)));
        CHECK(
            test::agree(pagerank(g.directed()), by_definition(g.matrix(), 0.85, scores(g.n, 1.0))));
        auto plain = g;
        plain.weights.clear();
        CHECK(test::agree(pagerank(plain.directed()),
                          by_definition(plain.matrix(), 0.85, scores(g.n, 1.0))));
    }
}

TEST_CASE("pagerank: scores sum to one and none is negative", "[algorithm][property]")
{
    auto const seed = GENERATE(range(0U, 10U));
    CAPTURE(seed);
    auto const score = pagerank(test::random_graph(60, 20, seed).directed());
    CHECK(std::accumulate(score.begin(), score.end(), 0.0) == Approx(1.0).epsilon(1e-12));
    for (auto const entry : score) {
        CHECK(entry > 0.0);
    }
}

TEST_CASE("pagerank: a personal walk stays where it can get to", "[algorithm][pagerank]")
{
    auto const g = test::cycle(3).beside(test::cycle(4)).directed();
    auto const score = pagerank(g, {.restart = {0, 0, 0, 2, 0, 0, 0}});
    CHECK(score[0] == 0.0);
    CHECK(score[2] == 0.0);
    // 1, d, d^2, d^3 steps further round: 1/(1 + d + d^2 + d^3) of all
    CHECK(score[3] == Approx(1.0 / (1.0 + 0.85 + 0.85 * 0.85 + 0.85 * 0.85 * 0.85)));
}

TEST_CASE("pagerank: loops and edges of weight zero are none and parallel ones add up",
          "[algorithm][pagerank]")
{
    csr_graph const told{3, {{0, 1}, {0, 1}, {0, 2}, {1, 1}, {1, 0}, {2, 0}}, {1, 1, 1, 9, 1, 0}};
    csr_graph const same{3, {{0, 1}, {0, 2}, {1, 0}}, {2, 1, 1}};
    CHECK(test::agree(pagerank(told), pagerank(same)));
}

TEST_CASE("pagerank: the unit of weight does not matter", "[algorithm][pagerank]")
{
    auto const factor = GENERATE(1e-300, 3.0, 1e306);
    auto const g = test::randomly_weighted(test::random_graph(12, 200, 5), 5);
    auto other = g;
    for (auto& weight : other.weights) {
        weight *= factor;
    }
    CHECK(test::agree(pagerank(other.directed()), pagerank(g.directed())));
    CHECK(test::agree(pagerank(g.directed(), {.restart = scores(g.n, factor)}),
                      pagerank(g.directed())));
}

TEST_CASE("pagerank: the caller's weights come before the graph's own", "[algorithm][pagerank]")
{
    auto const g = test::randomly_weighted(test::random_graph(12, 200, 4), 4);
    auto plain = g;
    plain.weights.clear();
    CHECK(test::agree(pagerank(g.directed(), [](auto const&) { return 2.0; }),
                      pagerank(plain.directed())));
}

TEST_CASE("pagerank: what is no weight or option is refused", "[algorithm][pagerank]")
{
    auto const g = test::path(3).directed();
    auto const nan = std::numeric_limits<double>::quiet_NaN();
    auto const infinity = std::numeric_limits<double>::infinity();
    for (auto const bad : {-1.0, infinity, nan}) {
        CAPTURE(bad);
        CHECK_THROWS_AS(pagerank(g, [=](auto const&) { return bad; }), std::invalid_argument);
        CHECK_THROWS_AS(pagerank(g, {.damping = bad}), std::invalid_argument);
        CHECK_THROWS_AS(pagerank(g, {.restart = {1.0, bad, 1.0}}), std::invalid_argument);
        CHECK_THROWS_AS(pagerank(g, {.tolerance = bad}), std::invalid_argument);
    }
    CHECK_THROWS_AS(pagerank(g, {.damping = 1.0}), std::invalid_argument);
    CHECK_THROWS_AS(pagerank(g, {.restart = {1.0, 1.0}}), std::invalid_argument);
    CHECK_THROWS_AS(pagerank(g, {.restart = {0.0, 0.0, 0.0}}), std::invalid_argument);
}

TEST_CASE("pagerank: an iteration that ends too soon says how far it came", "[algorithm][pagerank]")
{
    try {
        auto const score =
            pagerank(test::path(50).undirected(), {.tolerance = 1e-9, .max_iterations = 7});
        FAIL("no error but " << score.size() << " scores");
    } catch (error const& e) {
        CHECK(e.code() == error_code::not_converged);
        CHECK(std::string{e.found()}.find("after 7 iterations") != std::string::npos);
        CHECK(std::string{e.expected()} == "at most 1e-09");
    }
}

TEST_CASE("pagerank: undirected graphs take a third of the steps and say the same",
          "[algorithm][pagerank]")
{
    // Long paths, some of them in two modes with isolated vertices beside: they mix slowly.
    auto const g = test::path(3000).beside(test::star(500)).beside({.n = 7, .edges = {}});
    auto both_ways = g;
    for (auto const& e : g.edges) {
        both_ways.edges.push_back({e.target, e.source});
    }
    scores restart(g.n, 1.0);
    restart[10] = 1000.0;
    auto const quick = pagerank(g.undirected(), {.restart = restart, .max_iterations = 60});
    CHECK(test::agree(quick, pagerank(both_ways.directed(), {.restart = restart})));
    CHECK(test::thrown_code([&] {
              return pagerank(both_ways.directed(), {.restart = restart, .max_iterations = 120});
          })
          == error_code::not_converged);
}

TEST_CASE("pagerank: weights that grow by orders of magnitude along a path",
          "[algorithm][pagerank]")
{
    auto const ratio = GENERATE(2.0, 10.0, 100.0);
    auto g = test::path(60);
    for (std::size_t i = 0; i < g.edges.size(); ++i) {
        g.weights.push_back(std::pow(ratio, static_cast<double>(i)));
    }
    auto const damping = GENERATE(0.85, 0.99);
    CHECK(test::agree(pagerank(g.undirected(), {.damping = damping}),
                      by_definition(g.symmetric_matrix(), damping, scores(g.n, 1.0))));
}

TEST_CASE("pagerank: of a hub with a hundred thousand neighbours", "[algorithm][pagerank]")
{
    auto const n = GENERATE(30'000U, 100'000U);
    auto const hub = (0.15 / (n + 1) + 0.85) / 1.85;
    auto const score = pagerank(test::star(n).undirected(), {.max_iterations = 300});
    CHECK(score[0] == Approx(hub).epsilon(1e-11));
    CHECK(score[n] == Approx((1.0 - hub) / n).epsilon(1e-11));
}

TEST_CASE("pagerank: is the same on every type of graph", "[algorithm][pagerank]")
{
    auto const g = test::random_graph(20, 150, 11);
    CHECK(pagerank(g.as<test::boost_undirected>()) == pagerank(g.undirected()));
    CHECK(pagerank(g.as<test::boost_directed>()) == pagerank(g.directed()));
    auto const directed = g.directed();
    CHECK(pagerank(undirected(directed)) == pagerank(g.undirected()));
}

TEST_CASE("pagerank: relabelling permutes the scores", "[algorithm][property]")
{
    auto const seed = GENERATE(range(0U, 10U));
    CAPTURE(seed);
    auto const g = test::randomly_weighted(test::random_graph(25, 100, seed), seed);
    auto const to = test::random_permutation(g.n, seed);
    CHECK(test::agree(pagerank(g.relabelled(to).directed()),
                      test::relabelled(pagerank(g.directed()), to)));
}

TEST_CASE("pagerank: keeps the laws of a run", "[algorithm][pagerank]")
{
    // Some six blocks of arcs.
    auto const large = test::randomly_weighted(test::random_graph(700, 300, 1), 1).directed();
    test::check_threads_change_nothing(
        [&](run_options const& run) { return pagerank(large, {}, run); });
    auto const g = test::random_graph(100, 60, 1).directed();
    auto const ask = [&](run_options const& run) { return pagerank(g, {}, run); };
    test::check_is_cancelled(ask);
    test::check_reports_progress(ask);
    test::check_is_refused_above_budget(ask, 100 * 40, 100 * 200);
}

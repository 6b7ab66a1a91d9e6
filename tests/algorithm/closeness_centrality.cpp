// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/closeness_centrality.hpp>

#include <capgraph/graph/reversed.hpp>

#include "algorithm/davis.hpp"
#include "algorithm/path_lengths.hpp"
#include "algorithm/published_graphs.hpp"
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
#include <vector>

using namespace capgraph;
using scores = std::vector<double>;

namespace {

template <class Graph>
concept has_closeness = requires(Graph const& g)
{
    closeness_centrality(g);
};

static_assert(has_closeness<undirected_csr_graph>);
static_assert(has_closeness<csr_graph>);
static_assert(has_closeness<test::boost_undirected>);
static_assert(!has_closeness<boost::adjacency_list<boost::vecS, boost::listS>>);
static_assert(!has_closeness<int>);

closeness_options scaled(closeness_normalization scale, counted_edges edges = counted_edges::out)
{
    return {.scale = scale, .edges = edges};
}

constexpr auto none = closeness_normalization::none;
constexpr auto reached = closeness_normalization::reached;
constexpr auto all = closeness_normalization::all;

closeness_options two_mode(std::uint64_t first_side)
{
    return {.scale = closeness_normalization::two_mode, .first_side = first_side};
}

/// From the distances of Floyd and Warshall.
scores by_definition(test::dense_matrix const& lengths, closeness_normalization scale,
                     bool turned = false)
{
    auto const d = test::shortest_lengths(lengths);
    scores score(d.size(), 0.0);
    for (std::size_t v = 0; v < d.size(); ++v) {
        auto const distances = test::distances_of(d, v, turned);
        auto const sum = std::accumulate(distances.begin(), distances.end(), 0.0);
        auto const count = static_cast<double>(distances.size());
        if (count > 0.0) {
            score[v] = scale == none      ? 1.0 / sum
                       : scale == reached ? count / sum
                                          : count / sum * count / static_cast<double>(d.size() - 1);
        }
    }
    return score;
}

template <class Graph>
auto weight_of(Graph const& g)
{
    return [&g](edge_t<Graph> const& e) { return g.weight(e); };
}

/// Several batches of sources, several components.
test::sample_graph large_graph()
{
    return test::random_graph(500, 5, 2).beside(test::path(90)).beside(test::complete(20));
}

/// Of the Southern Women, women first, as Borgatti and Everett have it (two digits), recomputed
/// with NetworkX.
scores const davis_two_mode_closeness{0.8,
                                      0.7272727272727273,
                                      0.8,
                                      0.7272727272727273,
                                      0.6,
                                      0.6666666666666666,
                                      0.6666666666666666,
                                      0.6666666666666666,
                                      0.7058823529411765,
                                      0.7058823529411765,
                                      0.6857142857142857,
                                      0.7272727272727273,
                                      0.7741935483870968,
                                      0.8,
                                      0.7272727272727273,
                                      0.6486486486486487,
                                      0.5853658536585366,
                                      0.5853658536585366,
                                      0.5238095238095238,
                                      0.5238095238095238,
                                      0.5641025641025641,
                                      0.5365853658536586,
                                      0.5945945945945946,
                                      0.6875,
                                      0.7333333333333333,
                                      0.8461538461538461,
                                      0.7857142857142857,
                                      0.55,
                                      0.5365853658536586,
                                      0.5641025641025641,
                                      0.5238095238095238,
                                      0.5238095238095238};

} // namespace

TEST_CASE("closeness_centrality: graphs of up to two vertices", "[algorithm][closeness]")
{
    auto const scale = GENERATE(none, reached, all);
    CHECK(closeness_centrality(undirected_csr_graph{}, scaled(scale)).empty());
    CHECK(closeness_centrality(undirected_csr_graph{1, {}}, scaled(scale)) == scores{0.0});
    CHECK(closeness_centrality(undirected_csr_graph{1, {{0, 0}}}, scaled(scale)) == scores{0.0});
    CHECK(closeness_centrality(undirected_csr_graph{2, {}}, scaled(scale)) == scores{0.0, 0.0});
    CHECK(closeness_centrality(undirected_csr_graph{2, {{0, 1}}}, scaled(scale))
          == scores{1.0, 1.0});
    CHECK(closeness_centrality(csr_graph{2, {{0, 1}}}, scaled(scale)) == scores{1.0, 0.0});
    CHECK(closeness_centrality(csr_graph{2, {{0, 1}}}, scaled(scale, counted_edges::in))
          == scores{0.0, 1.0});
}

TEST_CASE("closeness_centrality: closed forms", "[algorithm][closeness]")
{
    auto const n = GENERATE(3U, 8U, 65U, 600U);
    SECTION("the hub of a star is next to all")
    {
        // A leaf: 1 to the hub, 2 to each of the n - 1 other leaves.
        scores expected(n + 1, n / (2.0 * n - 1.0));
        expected[0] = 1.0;
        CHECK(test::agree(closeness_centrality(test::star(n).undirected()), expected));
    }
    SECTION("all are next to all in a complete graph")
    {
        CHECK(closeness_centrality(test::complete(n).undirected()) == scores(n, 1.0));
        CHECK(closeness_centrality(test::complete(n).undirected(), scaled(none))
              == scores(n, 1.0 / (n - 1)));
    }
    SECTION("a path")
    {
        scores both(n);
        scores ahead(n, 0.0);
        for (std::size_t v = 0; v < n; ++v) {
            auto const right = static_cast<double>(n - 1 - v);
            auto const left = static_cast<double>(v);
            both[v] = 2.0 / (left * (left + 1.0) + right * (right + 1.0));
            ahead[v] = right > 0.0 ? 2.0 / (right + 1.0) : 0.0; // one over the mean
        }
        CHECK(test::agree(closeness_centrality(test::path(n).undirected(), scaled(none)), both));
        CHECK(test::agree(closeness_centrality(test::path(n).directed(), scaled(reached)), ahead));
    }
}

TEST_CASE("closeness_centrality: Krackhardt's kite as NetworkX has it (C05)",
          "[algorithm][closeness]")
{
    auto const scale = GENERATE(reached, all);
    CHECK(test::agree(
        closeness_centrality(test::kite().undirected(), scaled(scale)),
        {0.529412, 0.529412, 0.5, 0.6, 0.5, 0.642857, 0.642857, 0.6, 0.428571, 0.310345}, 1e-6));
}

TEST_CASE("closeness_centrality: components differ in what they are compared with",
          "[algorithm][closeness]")
{
    // A pair, and a path of three, of five vertices.
    auto const g = test::path(2).beside(test::path(3)).undirected();
    CHECK(test::agree(closeness_centrality(g, scaled(none)), {1, 1, 1.0 / 3, 1.0 / 2, 1.0 / 3}));
    CHECK(test::agree(closeness_centrality(g, scaled(reached)), {1, 1, 2.0 / 3, 1, 2.0 / 3}));
    CHECK(test::agree(closeness_centrality(g),
                      {1.0 / 4, 1.0 / 4, 2.0 / 3 * 2 / 4, 2.0 / 4, 2.0 / 3 * 2 / 4}));
}

TEST_CASE("closeness_centrality: two modes compare with the least sum possible",
          "[algorithm][closeness]")
{
    SECTION("the Southern Women as Borgatti and Everett have them (C01)")
    {
        CHECK(test::agree(
            closeness_centrality(test::davis().undirected(), two_mode(test::davis_women)),
            davis_two_mode_closeness));
    }
    SECTION("the small graphs of NetworkX's tests (C02)")
    {
        // 0 - 2 - 1 - 3: a path of four, its sides {0, 1} and {2, 3}
        undirected_csr_graph const path{4, {{0, 2}, {2, 1}, {1, 3}}};
        CHECK(test::agree(closeness_centrality(path, two_mode(2)), {2.0 / 3, 1.0, 1.0, 2.0 / 3}));
        undirected_csr_graph const square{4, {{0, 2}, {0, 3}, {1, 2}, {1, 3}}};
        CHECK(closeness_centrality(square, two_mode(2)) == scores(4, 1.0));
        CHECK(closeness_centrality(test::complete_bipartite(3, 3).undirected(), two_mode(3))
              == scores(6, 1.0));
    }
    SECTION("Opsahl's example, recomputed with NetworkX (C04)")
    {
        CHECK(test::agree(closeness_centrality(test::opsahl().undirected(), two_mode(6)),
                          {0.470588, 0.8, 0.444444, 0.421053, 0.571429, 0.347826, 0.615385,
                           0.571429, 0.571429, 0.666667, 0.666667, 0.444444},
                          1e-6));
    }
    SECTION("a pair apart is as near as can be, to one of three")
    {
        undirected_csr_graph const pairs{4, {{0, 2}, {1, 3}}};
        CHECK(test::agree(closeness_centrality(pairs, two_mode(2)), scores(4, 1.0 / 3)));
    }
    SECTION("sides alone")
    {
        CHECK(closeness_centrality(undirected_csr_graph{3, {}}, two_mode(3)) == scores(3, 0.0));
        CHECK(closeness_centrality(undirected_csr_graph{}, two_mode(0)).empty());
    }
}

TEST_CASE("closeness_centrality: no two-mode score passes one", "[algorithm][property]")
{
    auto const seed = GENERATE(range(0U, 20U));
    CAPTURE(seed);
    auto const g = test::random_two_mode(2 + seed % 7, 3 + seed % 5, 300, seed);
    for (auto const score : closeness_centrality(g.undirected(), two_mode(2 + seed % 7))) {
        CHECK(score <= 1.0);
        CHECK(score >= 0.0);
    }
}

TEST_CASE("closeness_centrality: two modes are refused where there are none",
          "[algorithm][closeness]")
{
    CHECK_THROWS_AS(closeness_centrality(test::path(2).directed(), two_mode(1)),
                    std::invalid_argument);
    CHECK_THROWS_AS(closeness_centrality(test::cycle(3).undirected(), two_mode(1)),
                    std::invalid_argument);
    CHECK_THROWS_AS(closeness_centrality(test::path(2).undirected(), two_mode(3)),
                    std::invalid_argument);
    CHECK_THROWS_AS(closeness_centrality(
                        test::path(2).undirected(), [](auto const&) { return 1.0; }, two_mode(1)),
                    std::invalid_argument);
}

TEST_CASE("closeness_centrality: agrees with the definition on random graphs",
          "[algorithm][oracle]")
{
    auto const scale = GENERATE(none, reached, all);
    auto const count = 40 * static_cast<unsigned>(test::effort());
    for (unsigned seed = 0; seed < count; ++seed) {
        CAPTURE(seed);
        auto const g = test::random_graph(1 + seed % 40, 5 + 3 * (seed % 50), seed);
        auto const directed = test::lengths_of(g, false);
        CHECK(test::agree(closeness_centrality(g.directed(), scaled(scale)),
                          by_definition(directed, scale)));
        CHECK(test::agree(closeness_centrality(g.directed(), scaled(scale, counted_edges::in)),
                          by_definition(directed, scale, true)));
        CHECK(test::agree(closeness_centrality(g.undirected(), scaled(scale)),
                          by_definition(test::lengths_of(g, true), scale)));
    }
}

TEST_CASE("closeness_centrality: by lengths agrees with the definition on random graphs",
          "[algorithm][oracle]")
{
    auto const scale = GENERATE(none, reached, all);
    auto const count = 30 * static_cast<unsigned>(test::effort());
    for (unsigned seed = 0; seed < count; ++seed) {
        CAPTURE(seed);
        auto const g = test::randomly_weighted(
            test::random_graph(1 + seed % 25, 20 + 5 * (seed % 30), seed), seed);
        auto const directed = g.directed();
        auto const lengths = test::lengths_of(g, false);
        CHECK(test::agree(closeness_centrality(directed, weight_of(directed), scaled(scale)),
                          by_definition(lengths, scale)));
        CHECK(test::agree(
            closeness_centrality(directed, weight_of(directed), scaled(scale, counted_edges::in)),
            by_definition(lengths, scale, true)));
        auto const undirected = g.undirected();
        CHECK(test::agree(closeness_centrality(undirected, weight_of(undirected), scaled(scale)),
                          by_definition(test::lengths_of(g, true), scale)));
    }
}

TEST_CASE("closeness_centrality: several batches of several components agree with lengths of one",
          "[algorithm][oracle]")
{
    auto const one = [](auto const&) { return 1.0; };
    auto const g = large_graph();
    CHECK(closeness_centrality(g.undirected()) == closeness_centrality(g.undirected(), one));
    auto const options = scaled(all, GENERATE(counted_edges::out, counted_edges::in));
    CHECK(closeness_centrality(g.directed(), options)
          == closeness_centrality(g.directed(), one, options));
}

TEST_CASE("closeness_centrality: weights that a graph carries are no lengths",
          "[algorithm][closeness]")
{
    auto const g = test::random_graph(15, 150, 7);
    CHECK(closeness_centrality(test::randomly_weighted(g, 7).undirected())
          == closeness_centrality(g.undirected()));
}

TEST_CASE("closeness_centrality: parallel edges and loops change nothing", "[algorithm][closeness]")
{
    undirected_csr_graph const simple{4, {{0, 1}, {1, 3}, {0, 2}, {2, 3}}, {1, 2, 3, 4}};
    undirected_csr_graph const multiple{
        4, {{0, 1}, {1, 0}, {1, 3}, {0, 2}, {2, 3}, {0, 0}, {3, 3}}, {1, 5, 2, 3, 4, 1, 1}};
    CHECK(closeness_centrality(multiple) == closeness_centrality(simple));
    CHECK(closeness_centrality(multiple, weight_of(multiple))
          == closeness_centrality(simple, weight_of(simple)));
}

TEST_CASE("closeness_centrality: lengths that are not positive and finite are refused",
          "[algorithm][closeness]")
{
    auto const length = GENERATE(0.0, -1.0, std::numeric_limits<double>::infinity(),
                                 std::numeric_limits<double>::quiet_NaN());
    CHECK_THROWS_AS(
        closeness_centrality(test::path(3).undirected(), [=](auto const&) { return length; }),
        std::invalid_argument);
}

TEST_CASE("closeness_centrality: backwards is the same on the reversed graph",
          "[algorithm][property]")
{
    auto const g = test::random_graph(40, 40, 12).directed();
    CHECK(closeness_centrality(reversed(g))
          == closeness_centrality(g, scaled(all, counted_edges::in)));
}

TEST_CASE("closeness_centrality: is the same on every type of graph", "[algorithm][closeness]")
{
    auto const g = test::random_graph(20, 150, 11);
    CHECK(closeness_centrality(g.as<test::boost_undirected>())
          == closeness_centrality(g.undirected()));
    CHECK(closeness_centrality(g.as<test::boost_directed>()) == closeness_centrality(g.directed()));
}

TEST_CASE("closeness_centrality: relabelling permutes the scores to the last bit",
          "[algorithm][property]")
{
    auto const seed = GENERATE(range(0U, 2U));
    CAPTURE(seed);
    auto const g = large_graph();
    auto const to = test::random_permutation(g.n, seed);
    CHECK(closeness_centrality(g.relabelled(to).undirected())
          == test::relabelled(closeness_centrality(g.undirected()), to));
    CHECK(closeness_centrality(g.relabelled(to).directed())
          == test::relabelled(closeness_centrality(g.directed()), to));
}

TEST_CASE("closeness_centrality: keeps the laws of a run", "[algorithm][closeness]")
{
    auto const g = large_graph().undirected();
    auto const ask = [&](run_options const& run) { return closeness_centrality(g, {}, run); };
    auto const by_length = [&](run_options const& run) {
        return closeness_centrality(
            g, [&](auto const& e) { return (source(e, g) + target(e, g)) % 7 + 1.0; }, {}, run);
    };
    test::check_threads_change_nothing(ask);
    test::check_threads_change_nothing(by_length);
    test::check_is_cancelled(ask);
    test::check_is_cancelled(by_length);
    test::check_reports_progress(ask);
    test::check_reports_progress(by_length);
    test::check_is_refused_above_budget(ask, 610 * 76, 610 * 150);
    test::check_is_refused_above_budget(by_length, 610 * 36, 610 * 300);
}

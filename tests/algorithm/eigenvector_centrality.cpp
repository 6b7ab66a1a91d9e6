// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/eigenvector_centrality.hpp>

#include <capgraph/core/error.hpp>
#include <capgraph/graph/undirected.hpp>

#include "algorithm/davis.hpp"
#include "algorithm/published_graphs.hpp"
#include "algorithm/sample_graphs.hpp"
#include "algorithm/thrown_code.hpp"
#include "support/catch2.hpp"
#include "support/effort.hpp"
#include "support/oracles.hpp"

#include <boost/graph/adjacency_list.hpp>

#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>
#include <stdexcept>
#include <string>
#include <vector>

using namespace capgraph;
using scores = std::vector<double>;

namespace {

template <class Graph>
concept has_eigenvector = requires(Graph const& g)
{
    eigenvector_centrality(g);
};

static_assert(has_eigenvector<undirected_csr_graph>);
static_assert(has_eigenvector<test::boost_undirected>);
static_assert(!has_eigenvector<csr_graph>, "a directed graph has two matrices to choose from");
static_assert(
    !has_eigenvector<boost::adjacency_list<boost::vecS, boost::listS, boost::undirectedS>>);
static_assert(!has_eigenvector<int>);

constexpr eigenvector_options highest_is_one{.scale = eigenvector_normalization::maximum};

double length(scores const& x)
{
    return std::sqrt(std::inner_product(x.begin(), x.end(), x.begin(), 0.0));
}

// |A x - lambda x| / lambda for a unit vector x.
double residual(test::dense_matrix const& a, scores const& x)
{
    scores ax(x.size(), 0.0);
    for (std::size_t v = 0; v < x.size(); ++v) {
        ax[v] = std::inner_product(a[v].begin(), a[v].end(), x.begin(), 0.0);
    }
    auto const lambda = std::inner_product(x.begin(), x.end(), ax.begin(), 0.0);
    for (std::size_t v = 0; v < x.size(); ++v) {
        ax[v] -= lambda * x[v];
    }
    return length(ax) / lambda;
}

} // namespace

TEST_CASE("eigenvector_centrality: graphs of up to two vertices", "[algorithm][eigenvector]")
{
    CHECK(eigenvector_centrality(undirected_csr_graph{}).empty());
    CHECK(eigenvector_centrality(undirected_csr_graph{1, {}}) == scores{0.0});
    CHECK(eigenvector_centrality(undirected_csr_graph{2, {}}) == scores{0.0, 0.0});
    CHECK(test::agree(eigenvector_centrality(undirected_csr_graph{2, {{0, 1}}}),
                      scores(2, 1.0 / std::sqrt(2.0))));
    CHECK(eigenvector_centrality(undirected_csr_graph{2, {{0, 1}}}, highest_is_one)
          == scores{1.0, 1.0});
}

TEST_CASE("eigenvector_centrality: without edges that count every score is zero",
          "[algorithm][eigenvector]")
{
    CHECK(eigenvector_centrality(undirected_csr_graph{4, {}}) == scores(4, 0.0));
    CHECK(eigenvector_centrality(undirected_csr_graph{2, {{0, 0}, {1, 1}}}) == scores(2, 0.0));
    CHECK(eigenvector_centrality(undirected_csr_graph{2, {{0, 1}}, {0.0}}) == scores(2, 0.0));
}

TEST_CASE("eigenvector_centrality: a leaf of a star has 1/sqrt(leaves) of the hub",
          "[algorithm][eigenvector]")
{
    auto const leaves = GENERATE(1U, 2U, 3U, 50U);
    scores expected(leaves + 1, 1.0 / std::sqrt(static_cast<double>(leaves)));
    expected[0] = 1.0;
    CHECK(test::agree(eigenvector_centrality(test::star(leaves).undirected(), highest_is_one),
                      expected));
}

TEST_CASE("eigenvector_centrality: a hub may have a hundred thousand leaves",
          "[algorithm][eigenvector]")
{
    auto const leaves = GENERATE(30'000U, 100'000U);
    auto const score = eigenvector_centrality(test::star(leaves).undirected());
    CHECK(score[0] == Approx(std::sqrt(0.5)).epsilon(1e-9));
    CHECK(score[leaves] == Approx(std::sqrt(0.5 / leaves)).epsilon(1e-9));
}

TEST_CASE("eigenvector_centrality: a tolerance below rounding is refused and gives no zeros",
          "[algorithm][eigenvector]")
{
    CHECK(test::thrown_code([] {
              return eigenvector_centrality(test::star(2000).undirected(),
                                            {.tolerance = 1e-300, .max_iterations = 2000});
          })
          == error_code::not_converged);
}

TEST_CASE("eigenvector_centrality: a path has the half wave of a sine", "[algorithm][eigenvector]")
{
    auto const n = GENERATE(2U, 3U, 4U, 10U, 101U, 1000U);
    scores expected(n);
    for (std::size_t v = 0; v < n; ++v) {
        expected[v] = std::sin(std::numbers::pi * static_cast<double>(v + 1) / (n + 1));
    }
    auto const norm = length(expected);
    for (auto& entry : expected) {
        entry /= norm;
    }
    CHECK(test::agree(eigenvector_centrality(test::path(n).undirected()), expected, 1e-8));
}

TEST_CASE("eigenvector_centrality: regular graphs have equal scores", "[algorithm][eigenvector]")
{
    auto const n = GENERATE(3U, 4U, 7U);
    CHECK(eigenvector_centrality(test::cycle(n).undirected(), highest_is_one) == scores(n, 1.0));
    CHECK(eigenvector_centrality(test::complete(n).undirected(), highest_is_one) == scores(n, 1.0));
}

TEST_CASE("eigenvector_centrality: the sides of a complete bipartite graph share alike",
          "[algorithm][eigenvector]")
{
    auto const m = GENERATE(1U, 2U, 5U);
    auto const k = GENERATE(1U, 3U, 8U);
    scores expected(m + k);
    for (std::size_t v = 0; v < m + k; ++v) {
        expected[v] = std::sqrt(0.5 / (v < m ? m : k)); // half of the squares on each side
    }
    CHECK(
        test::agree(eigenvector_centrality(test::complete_bipartite(m, k).undirected()), expected));
}

TEST_CASE("eigenvector_centrality: published examples", "[algorithm][eigenvector]")
{
    SECTION("Krackhardt's kite as NetworkX has it")
    {
        CHECK(test::agree(eigenvector_centrality(test::kite().undirected()),
                          {0.352209, 0.352209, 0.285835, 0.481021, 0.285835, 0.397691, 0.397691,
                           0.195861, 0.048073, 0.011163},
                          2e-6));
    }
    SECTION("Zachary's karate club as NetworkX and igraph have it")
    { // oracle C07
        auto const score = eigenvector_centrality(test::karate_club().undirected());
        CHECK(score[33] == Approx(0.373363).margin(1e-6));
        CHECK(score[0] == Approx(0.355491).margin(1e-6));
        CHECK(score[2] == Approx(0.317193).margin(1e-6));
        CHECK(score[32] == Approx(0.308644).margin(1e-6));
    }
    SECTION("the Southern Women by events shared, recomputed with NetworkX")
    {
        CHECK(test::agree(eigenvector_centrality(test::davis_projection().undirected()),
                          {test::davis_projection_eigenvector.begin(),
                           test::davis_projection_eigenvector.end()}));
    }
}

TEST_CASE("eigenvector_centrality: agrees with the definition on random graphs",
          "[algorithm][oracle]")
{
    auto const count = 60 * static_cast<unsigned>(test::effort());
    for (unsigned seed = 0; seed < count; ++seed) {
        CAPTURE(seed);
        auto const g = test::randomly_weighted(
            test::random_graph(3 + seed % 14, 30 + 7 * (seed % 40), seed), seed);
        auto const score = eigenvector_centrality(g.undirected());
        CHECK(test::agree(score, test::eigenvector_by_definition(g.symmetric_matrix()), 1e-8));
    }
}

TEST_CASE("eigenvector_centrality: two-mode graphs agree with the definition",
          "[algorithm][oracle]")
{
    auto const seed = GENERATE(range(0U, 20U));
    CAPTURE(seed);
    auto const g = test::random_two_mode(4 + seed % 5, 6, 150 + 20 * seed, seed);
    CHECK(test::agree(eigenvector_centrality(g.undirected()),
                      test::eigenvector_by_definition(g.symmetric_matrix()), 1e-8));
}

TEST_CASE("eigenvector_centrality: the component of the largest eigenvalue takes all",
          "[algorithm][eigenvector]")
{
    // A triangle, 2, beats a path of five, sqrt(3), and an isolated vertex.
    auto const g = test::path(5).beside(test::cycle(3)).beside({.n = 1, .edges = {}});
    CHECK(eigenvector_centrality(g.undirected(), highest_is_one)
          == scores{0, 0, 0, 0, 0, 1, 1, 1, 0});
}

TEST_CASE("eigenvector_centrality: components that tie share as equal scores would",
          "[algorithm][eigenvector]")
{
    SECTION("two triangles are alike")
    {
        auto const g = test::cycle(3).beside(test::cycle(3)).undirected();
        CHECK(test::agree(eigenvector_centrality(g), scores(6, 1.0 / std::sqrt(6.0))));
    }
    SECTION("a star of four leaves beside a square")
    {
        // Both have 2. Of ones the star keeps (3/4)(2, 1, 1, 1, 1), the square all.
        auto const g = test::star(4).beside(test::cycle(4));
        CHECK(test::agree(eigenvector_centrality(g.undirected(), highest_is_one),
                          {1, .5, .5, .5, .5, 2.0 / 3, 2.0 / 3, 2.0 / 3, 2.0 / 3}));
        CHECK(test::agree(eigenvector_centrality(g.undirected()),
                          test::eigenvector_by_definition(g.symmetric_matrix())));
    }
}

TEST_CASE("eigenvector_centrality: parallel edges add up and loops don't count",
          "[algorithm][eigenvector]")
{
    undirected_csr_graph const parallel{3, {{0, 1}, {1, 0}, {1, 2}, {2, 2}}};
    undirected_csr_graph const weighted{3, {{0, 1}, {1, 2}}, {2.0, 1.0}};
    CHECK(test::agree(eigenvector_centrality(parallel), eigenvector_centrality(weighted)));
    // [0 2 0; 2 0 1; 0 1 0] has sqrt(5) for (2, sqrt(5), 1)
    CHECK(test::agree(eigenvector_centrality(weighted, highest_is_one),
                      {2.0 / std::sqrt(5.0), 1.0, 1.0 / std::sqrt(5.0)}));
}

TEST_CASE("eigenvector_centrality: an edge of weight zero joins nothing",
          "[algorithm][eigenvector]")
{
    undirected_csr_graph const g{5, {{0, 1}, {1, 2}, {2, 3}, {3, 4}}, {1.0, 1.0, 0.0, 1.0}};
    CHECK(test::agree(eigenvector_centrality(g, highest_is_one),
                      {std::sqrt(0.5), 1.0, std::sqrt(0.5), 0.0, 0.0}));
}

TEST_CASE("eigenvector_centrality: the caller's weights come before the graph's own",
          "[algorithm][eigenvector]")
{
    auto const g = test::randomly_weighted(test::random_graph(12, 200, 4), 4);
    auto const one = [](edge_t<undirected_csr_graph> const&) { return 1.0; };
    auto plain = g;
    plain.weights.clear();
    CHECK(eigenvector_centrality(g.undirected(), one)
          == eigenvector_centrality(plain.undirected()));
}

TEST_CASE("eigenvector_centrality: the unit of weight does not matter", "[algorithm][eigenvector]")
{
    // Weights near both ends of double: their squares and sums would leave it.
    auto const factor = GENERATE(1e-300, 3.0, 1e300);
    auto const g = test::randomly_weighted(test::random_graph(12, 200, 5), 5);
    auto other = g;
    for (auto& weight : other.weights) {
        weight *= factor;
    }
    CHECK(test::agree(eigenvector_centrality(other.undirected()),
                      eigenvector_centrality(g.undirected())));
}

TEST_CASE("eigenvector_centrality: weights that are negative or infinite or NaN are refused",
          "[algorithm][eigenvector]")
{
    auto const weight = GENERATE(-1.0, std::numeric_limits<double>::infinity(),
                                 std::numeric_limits<double>::quiet_NaN());
    auto const g = test::path(3).undirected();
    CHECK_THROWS_AS(
        eigenvector_centrality(g, [=](edge_t<undirected_csr_graph> const&) { return weight; }),
        std::invalid_argument);
}

TEST_CASE("eigenvector_centrality: a tolerance that is negative or NaN is refused",
          "[algorithm][eigenvector]")
{
    auto const tolerance = GENERATE(-1e-9, std::numeric_limits<double>::infinity(),
                                    std::numeric_limits<double>::quiet_NaN());
    CHECK_THROWS_AS(eigenvector_centrality(test::path(3).undirected(), {.tolerance = tolerance}),
                    std::invalid_argument);
}

TEST_CASE("eigenvector_centrality: keeps the tolerance it promises", "[algorithm][property]")
{
    auto const tolerance = GENERATE(1e-3, 1e-6, 1e-12);
    auto const seed = GENERATE(range(0U, 5U));
    CAPTURE(seed, tolerance);
    auto const g = test::randomly_weighted(test::random_graph(30, 150, seed), seed);
    auto const score = eigenvector_centrality(g.undirected(), {.tolerance = tolerance});
    CHECK(residual(g.symmetric_matrix(), score) <= tolerance * 1.001);
    CHECK(length(score) == Approx(1.0));
}

TEST_CASE("eigenvector_centrality: an iteration that ends too soon says how far it came",
          "[algorithm][eigenvector]")
{
    try {
        auto const score = eigenvector_centrality(test::path(100).undirected(),
                                                  {.tolerance = 1e-9, .max_iterations = 7});
        FAIL("no error but " << score.size() << " scores");
    } catch (error const& e) {
        CHECK(e.code() == error_code::not_converged);
        CHECK(std::string{e.found()}.find("after 7 iterations") != std::string::npos);
        CHECK(std::string{e.expected()} == "at most 1e-09");
    }
}

TEST_CASE("eigenvector_centrality: is the same on every type of graph", "[algorithm][eigenvector]")
{
    auto const g = test::random_graph(20, 150, 11);
    auto const expected = eigenvector_centrality(g.undirected());
    CHECK(eigenvector_centrality(g.as<test::boost_undirected>()) == expected);
    auto const directed = g.directed();
    CHECK(eigenvector_centrality(undirected(directed)) == expected);
}

TEST_CASE("eigenvector_centrality: relabelling permutes the scores", "[algorithm][property]")
{
    auto const seed = GENERATE(range(0U, 10U));
    CAPTURE(seed);
    auto const g = test::randomly_weighted(test::random_graph(25, 100, seed), seed);
    auto const to = test::random_permutation(g.n, seed);
    CHECK(test::agree(eigenvector_centrality(g.relabelled(to).undirected()),
                      test::relabelled(eigenvector_centrality(g.undirected()), to), 1e-9));
}

TEST_CASE("eigenvector_centrality: an isolated vertex leaves the scores alone",
          "[algorithm][property]")
{
    auto const g = test::random_graph(15, 150, 3);
    auto expected = eigenvector_centrality(g.undirected());
    expected.push_back(0.0);
    CHECK(eigenvector_centrality(g.beside({.n = 1, .edges = {}}).undirected()) == expected);
}

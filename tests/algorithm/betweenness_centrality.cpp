// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/betweenness_centrality.hpp>

#include <capgraph/graph/boost_graph.hpp>
#include <capgraph/graph/reversed.hpp>

#include "algorithm/davis.hpp"
#include "algorithm/published_graphs.hpp"
#include "algorithm/sample_graphs.hpp"
#include "support/catch2.hpp"
#include "support/effort.hpp"
#include "support/oracles.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/betweenness_centrality.hpp>

#include <cmath>
#include <numeric>
#include <stdexcept>
#include <utility>
#include <vector>

using namespace capgraph;
using scores = std::vector<double>;

namespace {

template <class Graph>
concept has_betweenness = requires(Graph const& g)
{
    betweenness_centrality(g);
};

static_assert(has_betweenness<undirected_csr_graph>);
static_assert(has_betweenness<csr_graph>);
static_assert(has_betweenness<test::boost_undirected>);
static_assert(!has_betweenness<boost::adjacency_list<boost::vecS, boost::listS>>);
static_assert(!has_betweenness<int>);

constexpr betweenness_options raw{.scale = betweenness_normalization::none};

betweenness_options two_mode(std::uint64_t first_side)
{
    return {.scale = betweenness_normalization::two_mode, .first_side = first_side};
}

scores halved(scores score)
{
    for (auto& entry : score) {
        entry /= 2.0;
    }
    return score;
}

} // namespace

TEST_CASE("betweenness_centrality: graphs too small to have a middle score zero",
          "[algorithm][betweenness]")
{
    auto const scale = GENERATE(betweenness_normalization::none, betweenness_normalization::pairs);
    CHECK(betweenness_centrality(undirected_csr_graph{}, {.scale = scale}).empty());
    CHECK(betweenness_centrality(undirected_csr_graph{1, {}}, {.scale = scale}) == scores(1, 0.0));
    CHECK(betweenness_centrality(undirected_csr_graph{2, {{0, 1}}}, {.scale = scale})
          == scores(2, 0.0));
    CHECK(betweenness_centrality(csr_graph{2, {{0, 1}, {1, 0}}}, {.scale = scale})
          == scores(2, 0.0));
    CHECK(betweenness_centrality(undirected_csr_graph{5, {}}, {.scale = scale}) == scores(5, 0.0));
}

TEST_CASE("betweenness_centrality: the hub of a star lies between every pair of leaves",
          "[algorithm][betweenness]")
{
    auto const leaves = GENERATE(2U, 3U, 4U, 10U);
    auto expected = scores(leaves + 1, 0.0);
    expected[0] = 1.0;
    CHECK(betweenness_centrality(test::star(leaves).undirected()) == expected);
    expected[0] = leaves * (leaves - 1) / 2.0;
    CHECK(betweenness_centrality(test::star(leaves).undirected(), raw) == expected);
}

TEST_CASE("betweenness_centrality: a vertex of a path lies between all before and all behind",
          "[algorithm][betweenness]")
{
    auto const n = GENERATE(3U, 4U, 9U);
    auto const undirected = betweenness_centrality(test::path(n).undirected(), raw);
    auto const directed = betweenness_centrality(test::path(n).directed(), raw);
    for (std::size_t v = 0; v < n; ++v) {
        auto const pairs = static_cast<double>(v * (n - 1 - v));
        CHECK(undirected[v] == pairs);
        CHECK(directed[v] == pairs); // one way only
    }
    // Of (n - 1)(n - 2) ordered pairs: [0, 1/2, 0] for n = 3.
    CHECK(betweenness_centrality(test::path(3).directed()) == scores{0.0, 0.5, 0.0});
}

TEST_CASE("betweenness_centrality: all vertices of a cycle are alike", "[algorithm][betweenness]")
{
    auto const n = GENERATE(3U, 4U, 5U, 6U, 9U);
    // Odd: (n - 1)(n - 3)/8. Even: (n - 2)^2/8, as opposite vertices have two paths.
    auto const expected = n % 2 == 1 ? (n - 1) * (n - 3) / 8.0 : (n - 2) * (n - 2) / 8.0;
    CHECK(
        test::agree(betweenness_centrality(test::cycle(n).undirected(), raw), scores(n, expected)));
}

TEST_CASE("betweenness_centrality: nobody is needed in a complete graph",
          "[algorithm][betweenness]")
{
    auto const n = GENERATE(3U, 8U);
    CHECK(betweenness_centrality(test::complete(n).undirected(), raw) == scores(n, 0.0));
}

TEST_CASE("betweenness_centrality: pairs of one side of a complete bipartite graph share the other",
          "[algorithm][betweenness]")
{
    auto const m = GENERATE(1U, 2U, 5U);
    auto const k = GENERATE(2U, 3U, 4U);
    auto const score = betweenness_centrality(test::complete_bipartite(m, k).undirected(), raw);
    for (std::size_t v = 0; v < m + k; ++v) {
        auto const [own, other] = v < m ? std::pair{m, k} : std::pair{k, m};
        CHECK(score[v] == Approx(other * (other - 1) / 2.0 / own));
    }
}

TEST_CASE("betweenness_centrality: parallel edges and loops change nothing",
          "[algorithm][betweenness]")
{
    // 0 - 1 - 3 and 0 - 2 - 3: doubling 0 - 1 must not make its way count twice.
    undirected_csr_graph const simple{4, {{0, 1}, {1, 3}, {0, 2}, {2, 3}}};
    undirected_csr_graph const multiple{
        4, {{0, 1}, {1, 0}, {1, 3}, {0, 2}, {2, 3}, {0, 0}, {3, 3}, {3, 3}}};
    CHECK(betweenness_centrality(multiple, raw) == scores(4, 0.5));
    CHECK(betweenness_centrality(simple, raw) == scores(4, 0.5));
    csr_graph const directed{4, {{0, 1}, {0, 1}, {1, 3}, {0, 2}, {2, 3}, {2, 2}}};
    CHECK(betweenness_centrality(directed, raw) == scores{0.0, 0.5, 0.5, 0.0});
}

TEST_CASE("betweenness_centrality: weights are ignored", "[algorithm][betweenness]")
{
    auto const g = test::random_graph(15, 150, 7);
    CHECK(betweenness_centrality(test::randomly_weighted(g, 7).undirected())
          == betweenness_centrality(g.undirected()));
}

TEST_CASE("betweenness_centrality: published examples", "[algorithm][betweenness]")
{
    SECTION("Krackhardt's kite as NetworkX has it")
    {
        scores const expected{5.0 / 6, 5.0 / 6, 0, 11.0 / 3, 0, 25.0 / 3, 25.0 / 3, 14, 8, 0};
        CHECK(test::agree(betweenness_centrality(test::kite().undirected(), raw), expected));
    }
    SECTION("Zachary's karate club as NetworkX and igraph have it")
    {
        auto const score = betweenness_centrality(test::karate_club().undirected(), raw);
        CHECK(score[0] == Approx(231.071429).margin(1e-6));
        CHECK(score[33] == Approx(160.551587).margin(1e-6));
        CHECK(score[32] == Approx(76.690476).margin(1e-6));
        CHECK(score[2] == Approx(75.850794).margin(1e-6));
        CHECK(score[31] == Approx(73.009524).margin(1e-6));
    }
    SECTION("NetworKit counts both directions of a pair and we one")
    {
        auto const score = betweenness_centrality(test::networkit_six().undirected(), raw);
        CHECK(score == halved({0.0, 0.0, 15.0, 3.0, 3.0, 1.0}));
        // (6 - 1)(6 - 2)/2 = 10 pairs
        CHECK(test::agree(betweenness_centrality(test::networkit_six().undirected()),
                          {0.0, 0.0, 0.75, 0.15, 0.15, 0.05}));
    }
    SECTION("Neo4j's manual in both its directed and its undirected form")
    {
        auto const g = test::data_science_seven();
        CHECK(betweenness_centrality(g.directed(), raw) == scores{0, 0, 8, 3, 3, 5, 0});
        CHECK(betweenness_centrality(g.undirected(), raw) == scores{0, 0, 9.5, 3, 3, 5.5, 0});
    }
    SECTION("a path of three beside a path of four in NetworkX")
    {
        auto const g = test::path(3).beside(test::path(4)).undirected();
        CHECK(betweenness_centrality(g, raw) == scores{0, 1, 0, 0, 2, 2, 0});
    }
    SECTION("a ladder of three rungs in NetworkX")
    {
        undirected_csr_graph const ladder{6,
                                          {{0, 1}, {0, 2}, {1, 3}, {2, 3}, {2, 4}, {3, 5}, {4, 5}}};
        CHECK(test::agree(betweenness_centrality(ladder, raw),
                          {5.0 / 6, 5.0 / 6, 10.0 / 3, 10.0 / 3, 5.0 / 6, 5.0 / 6}));
    }
}

TEST_CASE("betweenness_centrality: with endpoints a path counts for its ends, as in NetworkX",
          "[algorithm][betweenness]")
{
    betweenness_options const raw_ends{.scale = betweenness_normalization::none, .endpoints = true};
    CHECK(betweenness_centrality(test::path(3).undirected(), raw_ends) == scores{2, 3, 2});
    CHECK(test::agree(betweenness_centrality(test::complete(5).undirected(), {.endpoints = true}),
                      scores(5, 0.4)));
    CHECK(betweenness_centrality(test::path(3).directed()) == scores{0, 0.5, 0});
    CHECK(betweenness_centrality(undirected_csr_graph{1, {}}, {.endpoints = true}) == scores{0});
    CHECK_THROWS_AS(
        betweenness_centrality(
            test::path(2).undirected(),
            {.scale = betweenness_normalization::two_mode, .first_side = 1, .endpoints = true}),
        std::invalid_argument);
}

TEST_CASE("betweenness_centrality: endpoints add the others that a vertex reaches or is reached by",
          "[algorithm][property]")
{
    auto const seed = GENERATE(range(0U, 40U));
    CAPTURE(seed);
    betweenness_options const raw_ends{.scale = betweenness_normalization::none, .endpoints = true};
    auto const g = test::random_graph(14, 20 + 2 * seed, seed);
    auto const d = test::distances_by_definition(g.matrix());
    auto expected = betweenness_centrality(g.directed(), raw);
    for (std::size_t u = 0; u < g.n; ++u) {
        for (std::size_t v = 0; v < g.n; ++v) {
            expected[v] += u != v && std::isfinite(d[u][v]) ? 1.0 : 0.0;
            expected[u] += u != v && std::isfinite(d[u][v]) ? 1.0 : 0.0;
        }
    }
    CHECK(test::agree(betweenness_centrality(g.directed(), raw_ends), expected));
}

TEST_CASE("betweenness_centrality: two modes divide by the most possible on a side",
          "[algorithm][betweenness]")
{
    SECTION("the Southern Women as Borgatti and Everett have them")
    {
        auto const g = test::davis().undirected();
        CHECK(test::agree(betweenness_centrality(g, raw),
                          {test::davis_betweenness.begin(), test::davis_betweenness.end()}));
        CHECK(test::agree(
            betweenness_centrality(g, two_mode(test::davis_women)),
            {test::davis_two_mode_betweenness.begin(), test::davis_two_mode_betweenness.end()}));
    }
    SECTION("Opsahl's example, recomputed with NetworkX")
    {
        auto const score = betweenness_centrality(test::opsahl().undirected(), two_mode(6));
        CHECK(test::agree(score,
                          {0.02, 0.79, 0.0, 0.0, 0.37, 0.0, 0.28, 0.08, 0.2, 0.21, 0.21, 0.2}));
    }
    SECTION("a square and a complete bipartite graph of six")
    {
        undirected_csr_graph const square{4, {{0, 2}, {0, 3}, {1, 2}, {1, 3}}};
        CHECK(test::agree(betweenness_centrality(square, two_mode(2)), scores(4, 0.25)));
        CHECK(test::agree(
            betweenness_centrality(test::complete_bipartite(3, 3).undirected(), two_mode(3)),
            scores(6, 0.125)));
    }
    SECTION("the hub of a star has all there is")
    {
        auto const leaves = GENERATE(2U, 5U);
        auto const score = betweenness_centrality(test::star(leaves).undirected(), two_mode(1));
        CHECK(score[0] == 1.0);
        CHECK(score[1] == 0.0);
    }
    SECTION("a side alone scores zero")
    {
        CHECK(betweenness_centrality(undirected_csr_graph{3, {}}, two_mode(0)) == scores(3, 0.0));
        CHECK(betweenness_centrality(undirected_csr_graph{3, {}}, two_mode(3)) == scores(3, 0.0));
        CHECK(betweenness_centrality(undirected_csr_graph{}, two_mode(0)).empty());
    }
}

TEST_CASE("betweenness_centrality: no two-mode score passes one", "[algorithm][property]")
{
    auto const seed = GENERATE(range(0U, 20U));
    CAPTURE(seed);
    auto const g = test::random_two_mode(2 + seed % 7, 3 + seed % 5, 300, seed);
    for (auto const score : betweenness_centrality(g.undirected(), two_mode(2 + seed % 7))) {
        CHECK(score <= 1.0 + 1e-12);
    }
}

TEST_CASE("betweenness_centrality: two modes are refused where there are none",
          "[algorithm][betweenness]")
{
    CHECK_THROWS_AS(betweenness_centrality(test::path(2).directed(), two_mode(1)),
                    std::invalid_argument);
    CHECK_THROWS_AS(betweenness_centrality(test::cycle(3).undirected(), two_mode(1)),
                    std::invalid_argument);
    CHECK_THROWS_AS(betweenness_centrality(test::path(2).undirected(), two_mode(3)),
                    std::invalid_argument);
}

TEST_CASE("betweenness_centrality: agrees with the definition on random graphs",
          "[algorithm][oracle]")
{
    auto const count = 60 * static_cast<unsigned>(test::effort());
    for (unsigned seed = 0; seed < count; ++seed) {
        CAPTURE(seed);
        auto const g = test::random_graph(4 + seed % 11, 30 + 5 * (seed % 60), seed);
        CHECK(test::agree(betweenness_centrality(g.directed(), raw),
                          test::betweenness_by_definition(g.matrix())));
        CHECK(test::agree(betweenness_centrality(g.undirected(), raw),
                          halved(test::betweenness_by_definition(g.symmetric_matrix()))));
    }
}

TEST_CASE("betweenness_centrality: agrees with Boost.Graph on random graphs", "[algorithm][oracle]")
{
    auto const seed = GENERATE(range(0U, 10U));
    CAPTURE(seed);
    // Boost.Graph takes parallel edges for several paths, so it gets none.
    auto const g = test::random_two_mode(30, 40, 60, seed).undirected();
    scores of_boost(num_vertices(g), 0.0);
    auto const index = get(boost::vertex_index, g);
    boost::brandes_betweenness_centrality(
        g, boost::make_iterator_property_map(of_boost.begin(), index));
    CHECK(test::agree(betweenness_centrality(g, raw), of_boost));
}

TEST_CASE("betweenness_centrality: is the same on every type of graph", "[algorithm][betweenness]")
{
    auto const g = test::random_graph(20, 150, 11);
    CHECK(betweenness_centrality(g.as<test::boost_undirected>())
          == betweenness_centrality(g.undirected()));
    CHECK(betweenness_centrality(g.as<test::boost_directed>())
          == betweenness_centrality(g.directed()));
}

TEST_CASE("betweenness_centrality: paths walked backwards have the same middles",
          "[algorithm][property]")
{
    auto const g = test::random_graph(25, 100, 12).directed();
    CHECK(test::agree(betweenness_centrality(reversed(g)), betweenness_centrality(g)));
}

TEST_CASE("betweenness_centrality: relabelling permutes the scores", "[algorithm][property]")
{
    auto const seed = GENERATE(range(0U, 10U));
    CAPTURE(seed);
    auto const g = test::random_graph(25, 100, seed);
    auto const to = test::random_permutation(g.n, seed);
    CHECK(test::agree(betweenness_centrality(g.relabelled(to).undirected()),
                      test::relabelled(betweenness_centrality(g.undirected()), to)));
}

TEST_CASE("betweenness_centrality: graphs side by side keep their unnormalised scores",
          "[algorithm][property]")
{
    auto const a = test::random_graph(15, 150, 1);
    auto const b = test::random_graph(10, 200, 2);
    auto expected = betweenness_centrality(a.directed(), raw);
    auto const more = betweenness_centrality(b.directed(), raw);
    expected.insert(expected.end(), more.begin(), more.end());
    CHECK(betweenness_centrality(a.beside(b).directed(), raw) == expected);
}

TEST_CASE("betweenness_centrality: an isolated vertex leaves unnormalised scores alone",
          "[algorithm][property]")
{
    auto const g = test::random_graph(15, 150, 3);
    auto expected = betweenness_centrality(g.undirected(), raw);
    expected.push_back(0.0);
    CHECK(betweenness_centrality(g.beside({.n = 1, .edges = {}}).undirected(), raw) == expected);
}

TEST_CASE("betweenness_centrality: all scores sum to the inner vertices of shortest paths",
          "[algorithm][property]")
{
    auto const seed = GENERATE(range(0U, 10U));
    CAPTURE(seed);
    auto const g = test::random_graph(25, 20 + 10 * seed, seed);
    auto const score = betweenness_centrality(g.directed(), raw);
    CHECK(std::accumulate(score.begin(), score.end(), 0.0)
          == Approx(test::inner_vertices_by_definition(g.matrix())));
}

TEST_CASE("betweenness_centrality: more paths than a double can count lose nothing",
          "[algorithm][betweenness]")
{
    // k diamonds in a row: joints 0, 3, 6 ...; 2^k shortest paths from end to end, 2^1100 > 1e331.
    //
    //      1     4
    //     / \   / \      each stroke an edge
    //    0   3     6 ...
    //     \ /   \ /
    //      2     5
    constexpr std::uint32_t k = 1100;
    test::sample_graph g{.n = 3 * k + 1, .edges = {}};
    for (std::uint32_t i = 0; i < k; ++i) {
        for (auto const middle : {3 * i + 1, 3 * i + 2}) {
            g.edges.push_back({3 * i, middle});
            g.edges.push_back({middle, 3 * i + 3});
        }
    }
    scores expected(g.n);
    for (std::size_t i = 0; i <= k; ++i) {
        // Before joint i lie 3i vertices, behind it 3(k - i); the middles of a diamond meet half
        // the time over each of its joints.
        auto const local = (i > 0 ? 0.5 : 0.0) + (i < k ? 0.5 : 0.0);
        expected[3 * i] = static_cast<double>(3 * i * 3 * (k - i)) + local;
        if (i < k) {
            // Half of the pairs of one of the 3i + 1 before and one of the 3(k - i - 1) + 1 behind.
            auto const pairs = static_cast<double>((3 * i + 1) * (3 * (k - i - 1) + 1));
            expected[3 * i + 1] = expected[3 * i + 2] = pairs / 2.0;
        }
    }
    CHECK(test::agree(betweenness_centrality(g.undirected(), raw), expected, 1e-12));
}

TEST_CASE("betweenness_centrality: unlike path counts beyond a double add up",
          "[algorithm][betweenness]")
{
    // Layers of two, a(i) = 2i and b(i) = 2i + 1: both lead to a(i + 1), a(i) to b(i + 1) as well.
    // Path counts are the numbers of Fibonacci, beyond 1e308 from layer 1475 on.
    constexpr std::uint32_t layers = 1600;
    test::sample_graph g{.n = std::size_t{2} * layers, .edges = {}};
    for (std::uint32_t a = 0; a + 2 < g.n; a += 2) {
        g.edges.insert(g.edges.end(), {{a, a + 2}, {a, a + 3}, {a + 1, a + 2}});
    }
    // Layers k > 1 apart make 4 ordered pairs with k - 1 vertices between the ends.
    double expected = 0.0;
    for (std::uint32_t k = 1; k < layers; ++k) {
        expected += 4.0 * (layers - k) * (k - 1);
    }
    auto const score = betweenness_centrality(g.directed(), raw);
    CHECK(std::accumulate(score.begin(), score.end(), 0.0) == Approx(expected).epsilon(1e-12));
}

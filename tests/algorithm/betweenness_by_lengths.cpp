// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/betweenness_centrality.hpp>

#include <capgraph/graph/boost_graph.hpp>
#include <capgraph/graph/reversed.hpp>

#include "algorithm/path_lengths.hpp"
#include "algorithm/published_graphs.hpp"
#include "algorithm/run_laws.hpp"
#include "algorithm/sample_graphs.hpp"
#include "support/catch2.hpp"
#include "support/effort.hpp"
#include "support/oracles.hpp"

#include <boost/graph/betweenness_centrality.hpp>
#include <boost/property_map/function_property_map.hpp>

#include <limits>
#include <random>
#include <stdexcept>
#include <vector>

using namespace capgraph;
using scores = std::vector<double>;

namespace {

constexpr betweenness_options raw{.scale = betweenness_normalization::none};

template <class Graph>
auto weight_of(Graph const& g)
{
    return [&g](edge_t<Graph> const& e) { return g.weight(e); };
}

template <class Graph>
scores along(Graph const& g, betweenness_options const& options = raw)
{
    return betweenness_centrality(g, weight_of(g), options);
}

auto const one = [](auto const&) { return 1.0; };

/// The same edges with whole lengths 1 to `most`: the fewer, the more paths tie.
test::sample_graph with_lengths(test::sample_graph g, unsigned most, unsigned seed)
{
    std::mt19937_64 random{seed};
    g.weights.clear();
    for (std::size_t i = 0; i < g.edges.size(); ++i) {
        g.weights.push_back(static_cast<double>(random() % most + 1));
    }
    return g;
}

test::sample_graph random_lengths(unsigned seed)
{
    auto const g = test::random_graph(3 + seed % 12, 30 + 5 * (seed % 60), seed);
    return with_lengths(g, 1 + seed % 4, seed);
}

scores halved(scores score)
{
    for (auto& entry : score) {
        entry /= 2.0;
    }
    return score;
}

} // namespace

TEST_CASE("betweenness_centrality: by lengths, graphs of up to two vertices score zero",
          "[algorithm][betweenness]")
{
    CHECK(betweenness_centrality(undirected_csr_graph{}, one).empty());
    CHECK(betweenness_centrality(undirected_csr_graph{1, {}}, one) == scores(1, 0.0));
    CHECK(betweenness_centrality(undirected_csr_graph{1, {{0, 0}}}, one) == scores(1, 0.0));
    CHECK(betweenness_centrality(undirected_csr_graph{2, {{0, 1}}}, one) == scores(2, 0.0));
    CHECK(betweenness_centrality(csr_graph{2, {{0, 1}, {1, 0}}}, one) == scores(2, 0.0));
    CHECK(betweenness_centrality(undirected_csr_graph{5, {}}, one) == scores(5, 0.0));
}

TEST_CASE("betweenness_centrality: by lengths, the shorter way round is taken and equal ones share",
          "[algorithm][betweenness]")
{
    // A square 0 - 1 - 3 - 2 - 0: from 0 to 3 over 1, over 2, or over both.
    auto const square = [](double over_two) {
        return along(
            undirected_csr_graph{4, {{0, 1}, {1, 3}, {0, 2}, {2, 3}}, {1.0, 2.0, 1.0, over_two}});
    };
    // 1 and 2 meet over 0.
    CHECK(square(2.0) == scores{1.0, 0.5, 0.5, 0.0});
    CHECK(square(3.0) == scores{1.0, 1.0, 0.0, 0.0});
    CHECK(square(1.0) == scores{1.0, 0.0, 1.0, 0.0});
    // Where 2 - 3 is 5 long, 2 goes to 3 over 0 and 1, too.
    CHECK(square(5.0) == scores{2.0, 2.0, 0.0, 0.0});
}

TEST_CASE("betweenness_centrality: by lengths, the example of Neo4j's manual (C11)",
          "[algorithm][betweenness]")
{
    auto g = test::data_science_seven();
    g.weights = {1.0, 1.0, 1.0, 1.3, 1.0, 0.5, 1.0};
    CHECK(along(g.directed()) == scores{0, 0, 8, 0, 6, 5, 0});
}

TEST_CASE("betweenness_centrality: by lengths, of parallel edges the shortest counts as one",
          "[algorithm][betweenness]")
{
    undirected_csr_graph const simple{4, {{0, 1}, {1, 3}, {0, 2}, {2, 3}}, {1, 2, 2, 1}};
    undirected_csr_graph const multiple{
        4,
        {{0, 1}, {1, 0}, {0, 1}, {1, 3}, {0, 2}, {2, 3}, {0, 0}, {3, 3}, {3, 1}},
        {1, 1, 9, 2, 2, 1, 1, 0.5, 7}};
    CHECK(along(multiple) == along(simple));
    CHECK(along(simple)[1] == 0.5);
    csr_graph const directed{
        4, {{0, 1}, {0, 1}, {1, 3}, {0, 2}, {2, 3}, {2, 2}}, {4, 1, 2, 2, 1, 1}};
    CHECK(along(directed) == scores{0.0, 0.5, 0.5, 0.0});
}

TEST_CASE("betweenness_centrality: by lengths agrees with the definition on random graphs",
          "[algorithm][oracle]")
{
    for (unsigned seed = 0; seed < test::law_cases(); ++seed) {
        CAPTURE(seed);
        auto const g = random_lengths(seed);
        CHECK(test::agree(along(g.directed()), test::betweenness_along(test::lengths_of(g, false)),
                          1e-12));
        CHECK(test::agree(along(g.undirected()),
                          halved(test::betweenness_along(test::lengths_of(g, true))), 1e-12));
    }
}

TEST_CASE("betweenness_centrality: by lengths of one is that by edges", "[algorithm][property]")
{
    for (unsigned seed = 0; seed < test::law_cases(); ++seed) {
        CAPTURE(seed);
        auto const g = test::random_graph(3 + seed % 40, 10 + 5 * (seed % 40), seed);
        CHECK(test::agree(betweenness_centrality(g.undirected(), one),
                          betweenness_centrality(g.undirected()), 1e-12));
        CHECK(test::agree(betweenness_centrality(g.directed(), one),
                          betweenness_centrality(g.directed()), 1e-12));
    }
}

TEST_CASE("betweenness_centrality: by lengths agrees with Boost.Graph on random graphs",
          "[algorithm][oracle]")
{
    auto const seed = GENERATE(range(0U, 20U));
    CAPTURE(seed);
    // Boost.Graph takes parallel edges for several paths, so it gets none.
    auto const g = with_lengths(test::random_two_mode(30, 40, 80, seed), 3, seed).undirected();
    scores of_boost(num_vertices(g), 0.0);
    using edge = edge_t<undirected_csr_graph>;
    auto const lengths = boost::make_function_property_map<edge, double>(weight_of(g));
    boost::brandes_betweenness_centrality(
        g, boost::centrality_map(
               boost::make_iterator_property_map(of_boost.begin(), get(boost::vertex_index, g)))
               .weight_map(lengths)
               .vertex_index_map(get(boost::vertex_index, g)));
    CHECK(test::agree(along(g), of_boost, 1e-12));
}

TEST_CASE("betweenness_centrality: sums that are rounded tie as the lengths they stand for",
          "[algorithm][betweenness]")
{
    // 0 - 1 - 3 and 0 - 2 - 3 by tenths: 0.1 + 0.7, which in binary is not 0.4 + 0.4.
    CHECK(0.1 + 0.7 != 0.4 + 0.4);
    using lengths = std::vector<double>;
    auto const square = [](lengths const& of) {
        test::sample_graph const g{
            .n = 4, .edges = {{0, 1}, {1, 3}, {0, 2}, {2, 3}}, .weights = of};
        return along(g.undirected());
    };
    CHECK(square(lengths{0.1, 0.7, 0.4, 0.4}) == square(lengths{1, 7, 4, 4}));
    CHECK(square(lengths{0.1, 0.7, 0.4, 0.4 + 1e-9})[1] == 1.0); // longer, not rounded
    // One over how many companies a pair shares: 7/12 both ways.
    CHECK(1.0 / 2 + 1.0 / 12 != 1.0 / 3 + 1.0 / 4);
    CHECK(square(lengths{1.0 / 2, 1.0 / 12, 1.0 / 3, 1.0 / 4}) == square(lengths{6, 1, 4, 3}));
}

TEST_CASE("betweenness_centrality: whole lengths and binary fractions are told apart to the last",
          "[algorithm][betweenness]")
{
    // Ways of 2^50 and 2^50 + 1, of a part in 10^15; and the same in quarters.
    auto const unit = GENERATE(1.0, 0.25, 0x1p-60);
    auto const long_way = 0x1p49 * unit;
    undirected_csr_graph const g{
        4, {{0, 1}, {1, 3}, {0, 2}, {2, 3}}, {long_way, long_way, long_way, long_way + unit}};
    CHECK(along(g)[1] == 1.0);
    CHECK(along(g)[2] == 0.0);
}

TEST_CASE("betweenness_centrality: lengths that vanish in a sum make no circle",
          "[algorithm][betweenness]")
{
    // 1e-300 is lost in 1: all of 1, 2 and 3 seem as far from 0.
    undirected_csr_graph const g{
        4, {{0, 1}, {1, 2}, {2, 3}, {3, 1}}, {1.0, 1e-300, 1e-300, 1e-300}};
    auto const score = along(g);
    CHECK(score[0] == 0.0);
    CHECK(score[1] >= 1.0); // all to 0 come over it
    CHECK(score[1] <= 2.0);
}

TEST_CASE("betweenness_centrality: a distance beyond double is no path", "[algorithm][betweenness]")
{
    undirected_csr_graph const g{3, {{0, 1}, {1, 2}}, {1.5e308, 1.5e308}};
    CHECK(along(g) == scores(3, 0.0));
}

TEST_CASE("betweenness_centrality: more ways of a length than a double can count lose nothing",
          "[algorithm][betweenness]")
{
    // Layers of two, each vertex leading to both of the next: 2^(k - 2) paths from end to end.
    constexpr std::uint32_t k = 1040;
    test::sample_graph g{.n = std::size_t{2} * k, .edges = {}};
    for (std::uint32_t v = 0; v + 2 < g.n; v += 2) {
        g.edges.insert(g.edges.end(), {{v, v + 2}, {v, v + 3}, {v + 1, v + 2}, {v + 1, v + 3}});
    }
    auto const d = g.directed();
    CHECK(test::agree(betweenness_centrality(
                          d, [](auto const&) { return 3.0; }, raw),
                      betweenness_centrality(d, raw), 1e-12));
}

TEST_CASE("betweenness_centrality: lengths that are not positive and finite are refused",
          "[algorithm][betweenness]")
{
    auto const length = GENERATE(0.0, -1.0, std::numeric_limits<double>::infinity(),
                                 std::numeric_limits<double>::quiet_NaN());
    CHECK_THROWS_AS(
        betweenness_centrality(test::path(3).undirected(), [=](auto const&) { return length; }),
        std::invalid_argument);
    CHECK_THROWS_AS(
        betweenness_centrality(csr_graph{1, {{0, 0}}}, [=](auto const&) { return length; }),
        std::invalid_argument);
}

TEST_CASE("betweenness_centrality: two modes have no maximum by lengths",
          "[algorithm][betweenness]")
{
    CHECK_THROWS_AS(
        betweenness_centrality(test::path(2).undirected(), one,
                               {.scale = betweenness_normalization::two_mode, .first_side = 1}),
        std::invalid_argument);
}

TEST_CASE("betweenness_centrality: by lengths, relabelling permutes and turning round keeps",
          "[algorithm][property]")
{
    auto const seed = GENERATE(range(0U, 20U));
    CAPTURE(seed);
    auto const g = with_lengths(test::random_graph(25, 100, seed), 4, seed);
    auto const to = test::random_permutation(g.n, seed);
    CHECK(test::agree(along(g.relabelled(to).undirected()),
                      test::relabelled(along(g.undirected()), to)));
    auto const directed = g.directed();
    auto const turned = reversed(directed);
    CHECK(test::agree(along(turned), along(directed)));
    auto const boost_graph = g.as<test::boost_undirected>();
    CHECK(betweenness_centrality(boost_graph, one) == betweenness_centrality(g.undirected(), one));
}

TEST_CASE("betweenness_centrality: by lengths keeps the laws of a run", "[algorithm][betweenness]")
{
    auto const g = test::random_graph(200, 30, 1).undirected();
    auto const ask = [&](run_options const& run) {
        return betweenness_centrality(
            g, [&](auto const& e) { return (source(e, g) + target(e, g)) % 7 + 1.0; }, {}, run);
    };
    test::check_threads_change_nothing(ask);
    test::check_is_cancelled(ask);
    test::check_reports_progress(ask);
    // A thread of 32 bytes a vertex and 16 an arc, of some 2300; sums, and a copy.
    test::check_is_refused_above_budget(ask, 32 * 200 + 16 * 2300, 200'000);
}

TEST_CASE("betweenness_centrality: by lengths, endpoints add the others that are reached",
          "[algorithm][betweenness]")
{
    betweenness_options const ends{.scale = betweenness_normalization::none, .endpoints = true};
    auto const g = test::path(3).beside(test::path(2)).undirected();
    auto const length = [](auto const&) { return 0.5; };
    CHECK(betweenness_centrality(g, length, ends) == std::vector<double>{2, 3, 2, 1, 1});
}

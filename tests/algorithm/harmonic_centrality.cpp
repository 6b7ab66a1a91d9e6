// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/harmonic_centrality.hpp>

#include <capgraph/graph/reversed.hpp>

#include "algorithm/path_lengths.hpp"
#include "algorithm/published_graphs.hpp"
#include "algorithm/run_laws.hpp"
#include "algorithm/sample_graphs.hpp"
#include "support/catch2.hpp"
#include "support/effort.hpp"
#include "support/oracles.hpp"

#include <boost/graph/adjacency_list.hpp>

#include <limits>
#include <numeric>
#include <stdexcept>
#include <vector>

using namespace capgraph;
using scores = std::vector<double>;

namespace {

template <class Graph>
concept has_harmonic = requires(Graph const& g)
{
    harmonic_centrality(g);
};

static_assert(has_harmonic<undirected_csr_graph>);
static_assert(has_harmonic<csr_graph>);
static_assert(has_harmonic<test::boost_undirected>);
static_assert(!has_harmonic<boost::adjacency_list<boost::vecS, boost::listS>>);
static_assert(!has_harmonic<int>);

constexpr harmonic_options raw{.scale = harmonic_normalization::none};
constexpr harmonic_options raw_in{.scale = harmonic_normalization::none,
                                  .edges = counted_edges::in};

/// From the distances of Floyd and Warshall.
scores by_definition(test::dense_matrix const& lengths, bool turned = false)
{
    auto const d = test::shortest_lengths(lengths);
    scores score(d.size(), 0.0);
    for (std::size_t v = 0; v < d.size(); ++v) {
        for (auto const distance : test::distances_of(d, v, turned)) {
            score[v] += 1.0 / distance;
        }
    }
    return score;
}

template <class Graph>
auto weight_of(Graph const& g)
{
    return [&g](edge_t<Graph> const& e) { return g.weight(e); };
}

// Several batches of sources, several components.
test::sample_graph large_graph()
{
    return test::random_graph(500, 5, 1)
        .beside(test::path(90))
        .beside(test::complete(20))
        .beside({.n = 3, .edges = {}});
}

} // namespace

TEST_CASE("harmonic_centrality: graphs of up to two vertices", "[algorithm][harmonic]")
{
    auto const scale = GENERATE(harmonic_normalization::none, harmonic_normalization::others);
    CHECK(harmonic_centrality(undirected_csr_graph{}, {.scale = scale}).empty());
    CHECK(harmonic_centrality(undirected_csr_graph{1, {}}, {.scale = scale}) == scores{0.0});
    CHECK(harmonic_centrality(undirected_csr_graph{1, {{0, 0}}}, {.scale = scale}) == scores{0.0});
    CHECK(harmonic_centrality(undirected_csr_graph{2, {}}, {.scale = scale}) == scores{0.0, 0.0});
    CHECK(harmonic_centrality(undirected_csr_graph{2, {{0, 1}}}, {.scale = scale})
          == scores{1.0, 1.0});
    CHECK(harmonic_centrality(csr_graph{2, {{0, 1}}}, {.scale = scale}) == scores{1.0, 0.0});
    CHECK(harmonic_centrality(csr_graph{2, {{0, 1}}}, {.scale = scale, .edges = counted_edges::in})
          == scores{0.0, 1.0});
}

TEST_CASE("harmonic_centrality: closed forms", "[algorithm][harmonic]")
{
    auto const n = GENERATE(3U, 9U, 70U, 600U);
    SECTION("the hub of a star is next to all, a leaf to one")
    {
        scores expected(n + 1, 1.0 + (n - 1) / 2.0);
        expected[0] = n;
        CHECK(harmonic_centrality(test::star(n).undirected(), raw) == expected);
        for (auto& score : expected) {
            score /= n;
        }
        CHECK(harmonic_centrality(test::star(n).undirected()) == expected);
    }
    SECTION("all are next to all in a complete graph")
    {
        CHECK(harmonic_centrality(test::complete(n).undirected()) == scores(n + 0, 1.0));
    }
    SECTION("a path has the harmonic numbers of both its sides")
    {
        scores number(n, 0.0);
        for (std::size_t k = 1; k < n; ++k) {
            number[k] = number[k - 1] + 1.0 / static_cast<double>(k);
        }
        scores both(n);
        scores ahead(n);
        for (std::size_t v = 0; v < n; ++v) {
            ahead[v] = number[n - 1 - v];
            both[v] = number[v] + ahead[v];
        }
        CHECK(test::agree(harmonic_centrality(test::path(n).undirected(), raw), both, 1e-14));
        CHECK(test::agree(harmonic_centrality(test::path(n).directed(), raw), ahead, 1e-14));
        CHECK(test::agree(harmonic_centrality(test::path(n).directed(), raw_in),
                          {ahead.rbegin(), ahead.rend()}, 1e-14));
    }
}

TEST_CASE("harmonic_centrality: published examples", "[algorithm][harmonic]")
{
    SECTION("Krackhardt's kite (C05)")
    {
        CHECK(test::agree(harmonic_centrality(test::kite().undirected(), raw),
                          {6.083333, 6.083333, 5.583333, 7.083333, 5.583333, 6.833333, 6.833333,
                           6.0, 4.666667, 3.416667},
                          1e-6));
    }
    SECTION("NetworKit's graph of six (C08)")
    {
        CHECK(test::agree(harmonic_centrality(test::networkit_six().undirected(), raw),
                          {17.0 / 6, 17.0 / 6, 4.5, 3.5, 3.5, 19.0 / 6}));
    }
    SECTION("NetworkX's weighted directed graph counts distances to a vertex (C17)")
    {
        // a to f are 0 to 5.
        csr_graph const g{
            6, {{0, 1}, {3, 2}, {0, 2}, {4, 5}, {5, 2}, {0, 5}}, {10.0, 5.0, 1.0, 2.0, 1.0, 3.0}};
        CHECK(test::agree(harmonic_centrality(g, weight_of(g), raw_in),
                          {0.0, 0.1, 1.0 + 1.0 / 5 + 1.0 + 1.0 / 3, 0.0, 0.0, 1.0 / 2 + 1.0 / 3}));
    }
}

TEST_CASE("harmonic_centrality: agrees with the definition on random graphs", "[algorithm][oracle]")
{
    auto const count = 60 * static_cast<unsigned>(test::effort());
    for (unsigned seed = 0; seed < count; ++seed) {
        CAPTURE(seed);
        auto const g = test::random_graph(1 + seed % 40, 5 + 3 * (seed % 50), seed);
        auto const directed = test::lengths_of(g, false);
        CHECK(test::agree(harmonic_centrality(g.directed(), raw), by_definition(directed)));
        CHECK(
            test::agree(harmonic_centrality(g.directed(), raw_in), by_definition(directed, true)));
        CHECK(test::agree(harmonic_centrality(g.undirected(), raw),
                          by_definition(test::lengths_of(g, true))));
    }
}

TEST_CASE("harmonic_centrality: by lengths agrees with the definition on random graphs",
          "[algorithm][oracle]")
{
    auto const count = 40 * static_cast<unsigned>(test::effort());
    for (unsigned seed = 0; seed < count; ++seed) {
        CAPTURE(seed);
        auto const g = test::randomly_weighted(
            test::random_graph(1 + seed % 25, 20 + 5 * (seed % 30), seed), seed);
        auto const directed = g.directed();
        auto const lengths = test::lengths_of(g, false);
        CHECK(test::agree(harmonic_centrality(directed, weight_of(directed), raw),
                          by_definition(lengths)));
        CHECK(test::agree(harmonic_centrality(directed, weight_of(directed), raw_in),
                          by_definition(lengths, true)));
        auto const undirected = g.undirected();
        CHECK(test::agree(harmonic_centrality(undirected, weight_of(undirected), raw),
                          by_definition(test::lengths_of(g, true))));
    }
}

TEST_CASE("harmonic_centrality: several batches of several components agree with lengths of one",
          "[algorithm][oracle]")
{
    // Dijkstra's algorithm from each vertex shares no code with the batches.
    auto const one = [](auto const&) { return 1.0; };
    auto const g = large_graph();
    CHECK(test::agree(harmonic_centrality(g.undirected(), raw),
                      harmonic_centrality(g.undirected(), one, raw), 1e-13));
    auto const edges = GENERATE(counted_edges::out, counted_edges::in);
    harmonic_options const options{.scale = harmonic_normalization::none, .edges = edges};
    CHECK(test::agree(harmonic_centrality(g.directed(), options),
                      harmonic_centrality(g.directed(), one, options), 1e-13));
}

TEST_CASE("harmonic_centrality: weights that a graph carries are no lengths",
          "[algorithm][harmonic]")
{
    auto const g = test::random_graph(15, 150, 7);
    CHECK(harmonic_centrality(test::randomly_weighted(g, 7).undirected())
          == harmonic_centrality(g.undirected()));
}

TEST_CASE("harmonic_centrality: parallel edges and loops change nothing", "[algorithm][harmonic]")
{
    undirected_csr_graph const simple{4, {{0, 1}, {1, 3}, {0, 2}, {2, 3}}, {1, 2, 3, 4}};
    undirected_csr_graph const multiple{
        4, {{0, 1}, {1, 0}, {1, 3}, {0, 2}, {2, 3}, {0, 0}, {3, 3}}, {1, 5, 2, 3, 4, 1, 1}};
    CHECK(harmonic_centrality(multiple) == harmonic_centrality(simple));
    CHECK(harmonic_centrality(multiple, weight_of(multiple))
          == harmonic_centrality(simple, weight_of(simple)));
}

TEST_CASE("harmonic_centrality: lengths that are not positive and finite are refused",
          "[algorithm][harmonic]")
{
    auto const length = GENERATE(0.0, -1.0, std::numeric_limits<double>::infinity(),
                                 std::numeric_limits<double>::quiet_NaN());
    CHECK_THROWS_AS(
        harmonic_centrality(test::path(3).undirected(), [=](auto const&) { return length; }),
        std::invalid_argument);
}

TEST_CASE("harmonic_centrality: backwards is the same on the reversed graph",
          "[algorithm][property]")
{
    auto const g = test::random_graph(40, 40, 12).directed();
    CHECK(harmonic_centrality(reversed(g), raw) == harmonic_centrality(g, raw_in));
}

TEST_CASE("harmonic_centrality: is the same on every type of graph", "[algorithm][harmonic]")
{
    auto const g = test::random_graph(20, 150, 11);
    CHECK(harmonic_centrality(g.as<test::boost_undirected>())
          == harmonic_centrality(g.undirected()));
    CHECK(harmonic_centrality(g.as<test::boost_directed>()) == harmonic_centrality(g.directed()));
}

TEST_CASE("harmonic_centrality: relabelling permutes the scores to the last bit",
          "[algorithm][property]")
{
    auto const seed = GENERATE(range(0U, 2U));
    CAPTURE(seed);
    auto const g = large_graph();
    auto const to = test::random_permutation(g.n, seed);
    CHECK(harmonic_centrality(g.relabelled(to).undirected())
          == test::relabelled(harmonic_centrality(g.undirected()), to));
    CHECK(harmonic_centrality(g.relabelled(to).directed())
          == test::relabelled(harmonic_centrality(g.directed()), to));
}

TEST_CASE("harmonic_centrality: graphs side by side keep their sums", "[algorithm][property]")
{
    auto const a = test::random_graph(35, 60, 1);
    auto const b = test::random_graph(20, 100, 2);
    auto expected = harmonic_centrality(a.directed(), raw);
    auto const more = harmonic_centrality(b.directed(), raw);
    expected.insert(expected.end(), more.begin(), more.end());
    CHECK(harmonic_centrality(a.beside(b).directed(), raw) == expected);
}

TEST_CASE("harmonic_centrality: keeps the laws of a run", "[algorithm][harmonic]")
{
    auto const g = large_graph().undirected();
    auto const ask = [&](run_options const& run) { return harmonic_centrality(g, {}, run); };
    auto const by_length = [&](run_options const& run) {
        return harmonic_centrality(
            g, [&](auto const& e) { return (source(e, g) + target(e, g)) % 7 + 1.0; }, {}, run);
    };
    test::check_threads_change_nothing(ask);
    test::check_threads_change_nothing(by_length);
    test::check_is_cancelled(ask);
    test::check_is_cancelled(by_length);
    test::check_reports_progress(ask);
    test::check_reports_progress(by_length);
    // 16 bytes a vertex for sums, 40 a search of 64 targets at once, 12 and 8 for rows.
    test::check_is_refused_above_budget(ask, 613 * 76, 613 * 150);
    test::check_is_refused_above_budget(by_length, 613 * 36, 613 * 300);
}

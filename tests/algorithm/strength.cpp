// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/strength.hpp>

#include "algorithm/sample_graphs.hpp"
#include "support/catch2.hpp"

#include <boost/graph/adjacency_list.hpp>

#include <limits>
#include <stdexcept>
#include <vector>

using namespace capgraph;
using scores = std::vector<double>;

namespace {

template <class Graph, class Weight>
concept has_strength = requires(Graph const& g, Weight w)
{
    strength(g, w);
};

static_assert(has_strength<csr_graph, double (*)(edge_t<csr_graph>)>);
static_assert(has_strength<csr_graph, strength_options>);
static_assert(!has_strength<csr_graph, char const* (*)(edge_t<csr_graph>)>);
static_assert(!has_strength<int, strength_options>);

} // namespace

TEST_CASE("strength: graphs of up to two vertices", "[algorithm][strength]")
{
    CHECK(strength(undirected_csr_graph{}).empty());
    CHECK(strength(undirected_csr_graph{1, {}}) == scores{0.0});
    CHECK(strength(undirected_csr_graph{2, {{0, 1}}, {2.5}}) == scores{2.5, 2.5});
}

TEST_CASE("strength: weights of parallel edges add up and loops don't count",
          "[algorithm][strength]")
{
    undirected_csr_graph const g{3, {{0, 1}, {1, 0}, {1, 2}, {1, 1}}, {1.0, 2.0, 4.0, 100.0}};
    CHECK(strength(g) == scores{3.0, 7.0, 4.0});
}

TEST_CASE("strength: an edge of a graph without weights weighs one", "[algorithm][strength]")
{
    CHECK(strength(test::star(3).undirected()) == scores{3.0, 1.0, 1.0, 1.0});
    CHECK(strength(test::star(3).as<test::boost_undirected>()) == scores{3.0, 1.0, 1.0, 1.0});
}

TEST_CASE("strength: directed edges count where they leave or where they arrive",
          "[algorithm][strength]")
{
    csr_graph const g{3, {{0, 1}, {0, 2}, {2, 0}}, {1.0, 2.0, 4.0}};
    CHECK(strength(g) == scores{3.0, 0.0, 4.0});
    CHECK(strength(g, {.edges = counted_edges::in}) == scores{4.0, 1.0, 2.0});
}

TEST_CASE("strength: the caller's weights come before the graph's own", "[algorithm][strength]")
{
    csr_graph const g{2, {{0, 1}}, {7.0}};
    CHECK(strength(g, [](edge_t<csr_graph> const&) { return 0.5; }) == scores{0.5, 0.0});
    CHECK(strength(g, [](edge_t<csr_graph> const&) { return 3; }, {.edges = counted_edges::in})
          == scores{0.0, 3.0});
}

TEST_CASE("strength: a weight that is NaN is refused", "[algorithm][strength]")
{
    auto const g = test::star(3).undirected();
    auto const nan = [](edge_t<undirected_csr_graph> const&) {
        return std::numeric_limits<double>::quiet_NaN();
    };
    CHECK_THROWS_AS(strength(g, nan), std::invalid_argument);
}

TEST_CASE("strength: all strengths together are the weights counted at both ends",
          "[algorithm][property]")
{
    auto const seed = GENERATE(range(0U, 10U));
    CAPTURE(seed);
    auto const g = test::randomly_weighted(test::random_graph(15, 150, seed), seed);
    auto const a = g.symmetric_matrix();
    auto const score = strength(g.undirected());
    for (std::size_t v = 0; v < g.n; ++v) {
        // Eighths: sums are exact in any order.
        CHECK(score[v] == std::accumulate(a[v].begin(), a[v].end(), 0.0));
    }
}

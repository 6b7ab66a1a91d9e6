// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/degree_centrality.hpp>

#include "algorithm/davis.hpp"
#include "algorithm/sample_graphs.hpp"
#include "support/catch2.hpp"
#include "support/oracles.hpp"

#include <boost/graph/adjacency_list.hpp>

#include <stdexcept>
#include <vector>

using namespace capgraph;
using scores = std::vector<double>;

namespace {

template <class Graph>
concept has_degree_centrality = requires(Graph const& g)
{
    degree_centrality(g);
};

static_assert(has_degree_centrality<undirected_csr_graph>);
static_assert(has_degree_centrality<csr_graph>);
static_assert(has_degree_centrality<test::boost_undirected>);
static_assert(!has_degree_centrality<boost::adjacency_list<boost::vecS, boost::listS>>);
static_assert(!has_degree_centrality<int>);

constexpr degree_options raw{.scale = degree_normalization::none};

scores degrees_by_definition(test::dense_matrix const& a, counted_edges edges)
{
    scores degree(a.size(), 0.0);
    for (std::size_t u = 0; u < a.size(); ++u) {
        for (std::size_t v = 0; v < a.size(); ++v) {
            degree[u] += (edges == counted_edges::out ? a[u][v] : a[v][u]) != 0.0 ? 1.0 : 0.0;
        }
    }
    return degree;
}

} // namespace

TEST_CASE("degree_centrality: graphs of up to two vertices", "[algorithm][degree]")
{
    CHECK(degree_centrality(undirected_csr_graph{}).empty());
    CHECK(degree_centrality(undirected_csr_graph{1, {}}) == scores{0.0});
    CHECK(degree_centrality(undirected_csr_graph{1, {{0, 0}}}) == scores{0.0});
    CHECK(degree_centrality(undirected_csr_graph{2, {}}) == scores{0.0, 0.0});
    CHECK(degree_centrality(undirected_csr_graph{2, {{1, 0}}}) == scores{1.0, 1.0});
}

TEST_CASE("degree_centrality: the hub of a star knows all and a leaf one", "[algorithm][degree]")
{
    CHECK(degree_centrality(test::star(4).undirected(), raw) == scores{4.0, 1.0, 1.0, 1.0, 1.0});
    CHECK(degree_centrality(test::star(4).undirected()) == scores{1.0, 0.25, 0.25, 0.25, 0.25});
}

TEST_CASE("degree_centrality: everyone knows everyone in a complete graph", "[algorithm][degree]")
{
    auto const n = GENERATE(2U, 3U, 7U);
    CHECK(degree_centrality(test::complete(n).undirected()) == scores(n, 1.0));
}

TEST_CASE("degree_centrality: parallel edges are one neighbour and loops none",
          "[algorithm][degree]")
{
    undirected_csr_graph const g{3, {{0, 1}, {1, 0}, {0, 1}, {0, 0}, {2, 2}}};
    CHECK(degree_centrality(g, raw) == scores{1.0, 1.0, 0.0});
    CHECK(degree_centrality(g) == scores{0.5, 0.5, 0.0});
}

TEST_CASE("degree_centrality: directed edges count where they leave or where they arrive",
          "[algorithm][degree]")
{
    csr_graph const g{3, {{0, 1}, {0, 2}, {0, 2}, {2, 0}}};
    CHECK(degree_centrality(g, raw) == scores{2.0, 0.0, 1.0});
    CHECK(degree_centrality(g, {.scale = degree_normalization::none, .edges = counted_edges::in})
          == scores{1.0, 1.0, 1.0});
    CHECK(degree_centrality(g, {.edges = counted_edges::in}) == scores{0.5, 0.5, 0.5});
}

TEST_CASE("degree_centrality: two modes divide by the size of the other side",
          "[algorithm][degree]")
{
    // 0 and 1 on the first side; 2, 3 and 4 on the second.
    undirected_csr_graph const g{5, {{0, 2}, {0, 3}, {0, 4}, {1, 2}}};
    CHECK(degree_centrality(g, {.scale = degree_normalization::two_mode, .first_side = 2})
          == scores{1.0, 1.0 / 3.0, 1.0, 0.5, 0.5});
}

TEST_CASE("degree_centrality: a side alone has nobody to know", "[algorithm][degree]")
{
    undirected_csr_graph const g{3, {}};
    auto const first = GENERATE(0U, 3U);
    CHECK(degree_centrality(g, {.scale = degree_normalization::two_mode, .first_side = first})
          == scores(3, 0.0));
}

TEST_CASE("degree_centrality: a graph of more than two sides is refused", "[algorithm][degree]")
{
    auto const two_mode = [](std::uint64_t first_side) {
        return degree_options{.scale = degree_normalization::two_mode, .first_side = first_side};
    };
    undirected_csr_graph const triangle{3, {{0, 1}, {1, 2}, {2, 0}}};
    CHECK_THROWS_AS(degree_centrality(triangle, two_mode(1)), std::invalid_argument);
    undirected_csr_graph const loop{2, {{0, 1}, {1, 1}}};
    CHECK_THROWS_AS(degree_centrality(loop, two_mode(1)), std::invalid_argument);
    CHECK_THROWS_AS(degree_centrality(undirected_csr_graph{2, {}}, two_mode(3)),
                    std::invalid_argument);
}

TEST_CASE("degree_centrality: agrees with Borgatti and Everett on the women of Davis",
          "[algorithm][degree]")
{
    auto const degree =
        degree_centrality(test::davis().undirected(), {.scale = degree_normalization::two_mode,
                                                       .first_side = test::davis_women});
    for (std::size_t v = 0; v < degree.size(); ++v) {
        CAPTURE(v);
        CHECK(degree[v] == Approx(test::davis_two_mode_degree[v]).epsilon(1e-12));
    }
}

TEST_CASE("degree_centrality: agrees with the definition on random graphs", "[algorithm][oracle]")
{
    auto const seed = GENERATE(range(0U, 20U));
    auto const edges = GENERATE(counted_edges::out, counted_edges::in);
    CAPTURE(seed);
    auto const g = test::random_graph(12, 50 + 40 * seed, seed);
    degree_options const options{.scale = degree_normalization::none, .edges = edges};
    CHECK(degree_centrality(g.directed(), options) == degrees_by_definition(g.matrix(), edges));
    CHECK(degree_centrality(g.undirected(), options)
          == degrees_by_definition(g.symmetric_matrix(), edges));
}

TEST_CASE("degree_centrality: is the same on every type of graph", "[algorithm][degree]")
{
    auto const g = test::random_graph(12, 200, 3);
    CHECK(degree_centrality(g.as<test::boost_undirected>()) == degree_centrality(g.undirected()));
    CHECK(degree_centrality(g.as<test::boost_directed>()) == degree_centrality(g.directed()));
}

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/density.hpp>

#include "algorithm/davis.hpp"
#include "algorithm/sample_graphs.hpp"
#include "support/catch2.hpp"

#include <boost/graph/adjacency_list.hpp>

#include <stdexcept>

using namespace capgraph;

namespace {

template <class Graph>
concept has_density = requires(Graph const& g)
{
    density(g);
};

static_assert(has_density<undirected_csr_graph>);
static_assert(!has_density<boost::adjacency_list<boost::vecS, boost::listS>>);
static_assert(!has_density<int>);

} // namespace

TEST_CASE("density: no edge is possible below two vertices", "[algorithm][density]")
{
    CHECK(density(undirected_csr_graph{}) == 0.0);
    CHECK(density(undirected_csr_graph{1, {}}) == 0.0);
    CHECK(density(undirected_csr_graph{1, {{0, 0}}}) == 0.0);
    CHECK(density(csr_graph{}) == 0.0);
    CHECK(density(csr_graph{1, {{0, 0}}}) == 0.0);
}

TEST_CASE("density: two vertices are joined or not", "[algorithm][density]")
{
    CHECK(density(undirected_csr_graph{2, {}}) == 0.0);
    CHECK(density(undirected_csr_graph{2, {{0, 1}}}) == 1.0);
    CHECK(density(csr_graph{2, {{0, 1}}}) == 0.5);
    CHECK(density(csr_graph{2, {{0, 1}, {1, 0}}}) == 1.0);
}

TEST_CASE("density: star and path and cycle and complete graph", "[algorithm][density]")
{
    auto const n = GENERATE(3U, 4U, 10U);
    CHECK(density(test::star(n - 1).undirected()) == Approx(2.0 / n));    // n - 1 edges
    CHECK(density(test::path(n).undirected()) == Approx(2.0 / n));        // n - 1 edges
    CHECK(density(test::cycle(n).undirected()) == Approx(2.0 / (n - 1))); // n edges
    CHECK(density(test::complete(n).undirected()) == 1.0);
    CHECK(density(test::complete(n).directed()) == 0.5);
}

TEST_CASE("density: parallel edges are one and loops none", "[algorithm][density]")
{
    CHECK(density(undirected_csr_graph{3, {{0, 1}, {1, 0}, {0, 1}, {2, 2}}}) == Approx(1.0 / 3.0));
    CHECK(density(csr_graph{3, {{0, 1}, {0, 1}, {1, 0}, {2, 2}}}) == Approx(2.0 / 6.0));
}

TEST_CASE("density: in a two-mode graph only pairs across are possible", "[algorithm][density]")
{
    CHECK(density(test::complete_bipartite(3, 4).undirected(), {.first_side = 3}) == 1.0);
    CHECK(density(test::complete_bipartite(3, 4).directed(), {.first_side = 3}) == 0.5);
    undirected_csr_graph const g{5, {{0, 2}, {0, 2}, {1, 4}}};
    CHECK(density(g, {.first_side = 2}) == Approx(2.0 / 6.0));
    // 89 of 18 * 14 attendances.
    CHECK(density(test::davis().undirected(), {.first_side = test::davis_women})
          == Approx(89.0 / 252.0));
}

TEST_CASE("density: a side alone leaves no edge possible", "[algorithm][density]")
{
    undirected_csr_graph const g{3, {}};
    CHECK(density(g, {.first_side = 0}) == 0.0);
    CHECK(density(g, {.first_side = 3}) == 0.0);
}

TEST_CASE("density: a graph of more than two sides is refused", "[algorithm][density]")
{
    undirected_csr_graph const g{3, {{0, 1}, {1, 2}}};
    CHECK_THROWS_AS(density(g, {.first_side = 2}), std::invalid_argument);
    CHECK_THROWS_AS(density(g, {.first_side = 4}), std::invalid_argument);
    CHECK_NOTHROW(density(undirected_csr_graph{3, {{0, 1}, {0, 2}}}, {.first_side = 1}));
}

TEST_CASE("density: is the same on every type of graph", "[algorithm][density]")
{
    auto const g = test::random_graph(12, 200, 5);
    CHECK(density(g.as<test::boost_undirected>()) == density(g.undirected()));
    CHECK(density(g.as<test::boost_directed>()) == density(g.directed()));
}

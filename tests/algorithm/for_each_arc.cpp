// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/for_each_arc.hpp>

#include <capgraph/algorithm/betweenness_centrality.hpp>
#include <capgraph/algorithm/connected_components.hpp>
#include <capgraph/algorithm/degree_centrality.hpp>

#include "algorithm/sample_graphs.hpp"
#include "support/catch2.hpp"

#include <boost/graph/filtered_graph.hpp>

#include <functional>
#include <stdexcept>
#include <utility>
#include <vector>

using namespace capgraph;
using arcs = std::vector<std::pair<std::size_t, std::size_t>>;

namespace {

template <class Graph>
arcs arcs_of(Graph const& g)
{
    arcs found;
    detail::for_each_arc(
        g, [&](std::size_t u, std::size_t v, edge_t<Graph> const&) { found.emplace_back(u, v); });
    return found;
}

// Says one vertex fewer than it walks over.
struct graph_with_gaps : test::boost_undirected {
    using test::boost_undirected::boost_undirected;

    friend std::size_t num_vertices(graph_with_gaps const& g)
    {
        return num_vertices(static_cast<test::boost_undirected const&>(g)) - 1;
    }
};

} // namespace

TEST_CASE("for_each_arc: meets directed edges once and undirected ones twice", "[algorithm]")
{
    test::sample_graph const g{.n = 3, .edges = {{0, 1}, {2, 1}, {2, 1}}};
    CHECK(arcs_of(g.directed()) == arcs{{0, 1}, {2, 1}, {2, 1}});
    CHECK(arcs_of(g.undirected()) == arcs{{0, 1}, {1, 0}, {1, 2}, {1, 2}, {2, 1}, {2, 1}});
    CHECK(arcs_of(undirected_csr_graph{}).empty());
}

TEST_CASE("for_each_arc: a vertex that a filter of Boost.Graph hides counts as isolated",
          "[algorithm]")
{
    auto const g = test::path(4).as<test::boost_undirected>();
    std::function<bool(std::size_t)> const is_kept = [](std::size_t v) { return v != 0; };
    boost::filtered_graph const hiding{g, boost::keep_all{}, is_kept};
    CHECK(arcs_of(hiding) == arcs{{1, 2}, {2, 1}, {2, 3}, {3, 2}});
    CHECK(degree_centrality(hiding, {.scale = degree_normalization::none})
          == std::vector<double>{0.0, 1.0, 2.0, 1.0});
    CHECK(connected_components(hiding).sizes == std::vector<std::uint64_t>{1, 3});
    CHECK(betweenness_centrality(hiding, {.scale = betweenness_normalization::none})
          == std::vector<double>{0.0, 0.0, 1.0, 0.0});
}

TEST_CASE("for_each_arc: a vertex beyond the number of vertices is refused", "[algorithm]")
{
    graph_with_gaps g(3);
    add_edge(0, 2, g);
    CHECK_THROWS_AS(arcs_of(g), std::out_of_range);
    CHECK_THROWS_AS(degree_centrality(g), std::out_of_range);
    CHECK_THROWS_AS(connected_components(g), std::out_of_range);
    CHECK_THROWS_AS(betweenness_centrality(g), std::out_of_range);
}

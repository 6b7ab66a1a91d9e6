// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/graph/boost_graph.hpp>

#include <capgraph/graph/directed_csr_graph.hpp>
#include <capgraph/graph/filtered.hpp>
#include <capgraph/graph/reversed.hpp>

#include "boost_mirror.hpp"
#include "support/catch2.hpp"
#include "support/effort.hpp"
#include "support/graphs.hpp"

#include <boost/graph/bellman_ford_shortest_paths.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/depth_first_search.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/reverse_graph.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/graph/topological_sort.hpp>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <iterator>
#include <limits>
#include <vector>

// Boost.Graph's algorithms for directed graphs, run on csr_graph and its views as they are: with
// known answers, and with the answers that an adjacency_list of the same edges gives.

using namespace capgraph;

namespace {

constexpr auto unreached = std::numeric_limits<double>::max();

template <class Graph>
typename Graph::vertex_descriptor vertex(Graph const&, std::size_t v)
{
    return static_cast<typename Graph::vertex_descriptor>(v);
}

template <class Graph>
std::vector<int> hops_from_0(Graph const& g)
{
    std::vector<int> hops(num_vertices(g), -1);
    hops.at(0) = 0;
    std::vector<boost::default_color_type> colour;
    boost::queue<typename Graph::vertex_descriptor> queue;
    boost::breadth_first_search(g, vertex(g, 0), queue,
                                boost::make_bfs_visitor(boost::record_distances(
                                    test::by_vertex(g, hops), boost::on_tree_edge{})),
                                test::by_vertex(g, colour));
    return hops;
}

template <class Graph>
std::vector<std::size_t> strong_components_of(Graph const& g)
{
    std::vector<std::size_t> component;
    auto const count = boost::strong_components(g, test::by_vertex(g, component));
    CHECK(count == (component.empty() ? 0 : *std::ranges::max_element(component) + 1));
    return test::renumbered(component);
}

template <class Graph>
std::vector<double> dijkstra_from_0(Graph const& g)
{
    std::vector<double> distance;
    std::vector<typename Graph::vertex_descriptor> predecessor;
    boost::dijkstra_shortest_paths(
        g, vertex(g, 0), test::by_vertex(g, predecessor), test::by_vertex(g, distance),
        get(boost::edge_weight, g), get(boost::vertex_index, g), std::less<double>{},
        boost::closed_plus<double>{unreached}, unreached, 0.0, boost::dijkstra_visitor<>{});
    return distance;
}

template <class Graph>
std::vector<double> bellman_ford_from_0(Graph const& g)
{
    std::vector<double> distance(num_vertices(g), unreached);
    distance.at(0) = 0.0;
    std::vector<typename Graph::vertex_descriptor> predecessor;
    CHECK(boost::bellman_ford_shortest_paths(
        g, static_cast<int>(num_vertices(g)), get(boost::edge_weight, g),
        test::by_vertex(g, predecessor), test::by_vertex(g, distance),
        boost::closed_plus<double>{unreached}, std::less<double>{}, boost::bellman_visitor<>{}));
    return distance;
}

/// Vertices in the order in which a depth-first search leaves them.
template <class Graph>
std::vector<std::size_t> left_in_order(Graph const& g)
{
    struct recorder : boost::default_dfs_visitor {
        std::vector<std::size_t>* order;
        explicit recorder(std::vector<std::size_t>& o) : order{&o} {}
        void finish_vertex(typename Graph::vertex_descriptor v, Graph const&) const
        {
            order->push_back(v);
        }
    };
    std::vector<std::size_t> order;
    std::vector<boost::default_color_type> colour;
    boost::depth_first_search(g, recorder{order}, test::by_vertex(g, colour));
    return order;
}

test::edge_list random_graph(std::size_t seed)
{
    return test::random_weighted_multigraph(static_cast<std::uint32_t>(3 + seed % 20), 2 * seed,
                                            seed);
}

} // namespace

TEST_CASE("boost_graph: breadth_first_search counts hops", "[graph][boost]")
{
    CHECK(hops_from_0(test::as_directed(test::path(4))) == std::vector<int>{0, 1, 2, 3});
    CHECK(hops_from_0(test::as_directed(test::star(3))) == std::vector<int>{0, 1, 1, 1});
    auto const cycle = test::as_directed(test::cycle(4));
    CHECK(hops_from_0(cycle) == std::vector<int>{0, 1, 2, 3});
    CHECK(hops_from_0(reversed(cycle)) == std::vector<int>{0, 3, 2, 1});
    CHECK(hops_from_0(filtered_vertices(cycle, [](std::uint32_t v) { return v != 2; }))
          == std::vector<int>{0, 1, -1, -1});
}

TEST_CASE("boost_graph: breadth_first_search agrees with adjacency_list", "[graph][boost][oracle]")
{
    auto const seed = static_cast<std::size_t>(GENERATE(range(0, 20 * test::effort())));
    CAPTURE(seed);
    auto const list = random_graph(seed);
    CHECK(hops_from_0(test::as_directed(list))
          == hops_from_0(test::mirrored<test::directed_mirror>(list)));
}

TEST_CASE("boost_graph: depth_first_search leaves vertices in the same order as in adjacency_list",
          "[graph][boost][oracle]")
{
    auto const seed = static_cast<std::size_t>(GENERATE(range(0, 20 * test::effort())));
    CAPTURE(seed);
    auto list = random_graph(seed);
    std::ranges::sort(list.edges); // an adjacency_list walks in the order of the input
    CHECK(left_in_order(test::as_directed(list))
          == left_in_order(test::mirrored<test::directed_mirror>(list)));
}

TEST_CASE("boost_graph: strong_components of known graphs", "[graph][boost]")
{
    using classes = std::vector<std::size_t>;
    CHECK(strong_components_of(csr_graph{}).empty());
    CHECK(strong_components_of(test::as_directed(test::path(3))) == classes{0, 1, 2});
    CHECK(strong_components_of(test::as_directed(test::cycle(3))) == classes{0, 0, 0});
    // Two cycles and a bridge from one to the other.
    csr_graph const g(5, {{0, 1}, {1, 0}, {1, 2}, {2, 3}, {3, 4}, {4, 2}});
    CHECK(strong_components_of(g) == classes{0, 0, 1, 1, 1});
    CHECK(strong_components_of(reversed(g)) == classes{0, 0, 1, 1, 1});
    auto const cut = [](directed_edge const& e) { return !(e.source == 4 && e.target == 2); };
    CHECK(strong_components_of(filtered_edges(g, cut)) == classes{0, 0, 1, 2, 3});
}

TEST_CASE("boost_graph: strong_components agrees with adjacency_list", "[graph][boost][oracle]")
{
    auto const seed = static_cast<std::size_t>(GENERATE(range(0, 20 * test::effort())));
    CAPTURE(seed);
    auto const list = random_graph(seed);
    auto const g = test::as_directed(list);
    auto const expected = strong_components_of(test::mirrored<test::directed_mirror>(list));
    CHECK(strong_components_of(g) == expected);
    CHECK(strong_components_of(reversed(g)) == expected);
    CHECK(strong_components_of(boost::make_reverse_graph(g)) == expected);
}

TEST_CASE("boost_graph: dijkstra_shortest_paths of a known graph", "[graph][boost]")
{
    // 0 -> 1 -> 2 costs 1 + 2; straight on it is 4; of the parallel ways to 1 the cheaper counts.
    csr_graph const g(4, {{0, 2}, {0, 1}, {1, 2}, {0, 1}}, {4, 7, 2, 1});
    CHECK(dijkstra_from_0(g) == std::vector<double>{0, 1, 3, unreached});
    csr_graph const unweighted(4, {{0, 2}, {0, 1}, {1, 2}, {0, 1}});
    CHECK(dijkstra_from_0(unweighted) == std::vector<double>{0, 1, 1, unreached});
}

TEST_CASE("boost_graph: dijkstra and bellman_ford agree with adjacency_list",
          "[graph][boost][oracle]")
{
    auto const seed = static_cast<std::size_t>(GENERATE(range(0, 20 * test::effort())));
    CAPTURE(seed);
    auto const list = random_graph(seed);
    auto const mirror = test::mirrored<test::directed_mirror>(list);
    auto const g = test::as_directed(list);
    CHECK(dijkstra_from_0(g) == dijkstra_from_0(mirror));
    CHECK(bellman_ford_from_0(g) == dijkstra_from_0(mirror));
    CHECK(dijkstra_from_0(reversed(g)) == dijkstra_from_0(boost::make_reverse_graph(mirror)));
}

TEST_CASE("boost_graph: topological_sort puts every source before its targets", "[graph][boost]")
{
    auto const seed = static_cast<std::size_t>(GENERATE(range(0, 10)));
    CAPTURE(seed);
    // Edges lead from the lower number to the higher: no cycle.
    auto const g = test::as_directed(test::random_simple_graph(15, 0.3, seed));
    std::vector<std::uint32_t> last_first;
    boost::topological_sort(g, std::back_inserter(last_first));
    REQUIRE(last_first.size() == 15);
    std::vector<std::size_t> place(15);
    for (std::size_t i = 0; i != 15; ++i) {
        place.at(last_first[i]) = i;
    }
    for (auto [e, last] = edges(g); e != last; ++e) {
        CHECK(place[source(*e, g)] > place[target(*e, g)]);
    }
    auto const cycle = test::as_directed(test::cycle(3));
    CHECK_THROWS_AS(boost::topological_sort(cycle, std::back_inserter(last_first)),
                    boost::not_a_dag);
}

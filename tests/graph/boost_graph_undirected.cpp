// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/graph/boost_graph.hpp>

#include <capgraph/graph/csr_graph.hpp>
#include <capgraph/graph/undirected.hpp>

#include "boost_mirror.hpp"
#include "support/catch2.hpp"
#include "support/effort.hpp"
#include "support/graphs.hpp"

#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/biconnected_components.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/core_numbers.hpp>
#include <boost/graph/isomorphism.hpp>
#include <boost/graph/kruskal_min_spanning_tree.hpp>
#include <boost/graph/prim_minimum_spanning_tree.hpp>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <set>
#include <vector>

// Boost.Graph's algorithms for undirected graphs, run on undirected_csr_graph and undirected_view
// as they are: with known answers, and with the answers that an adjacency_list of the same edges
// gives.

using namespace capgraph;

namespace {

template <class Graph>
std::vector<std::size_t> components_of(Graph const& g)
{
    std::vector<std::size_t> component;
    boost::connected_components(g, test::by_vertex(g, component));
    return test::renumbered(component);
}

template <class Graph>
std::vector<std::size_t> cores_of(Graph const& g)
{
    std::vector<std::size_t> core;
    boost::core_numbers(g, test::by_vertex(g, core));
    return core;
}

template <class Graph>
std::vector<double> betweenness_of(Graph const& g)
{
    std::vector<double> centrality;
    boost::brandes_betweenness_centrality(g, test::by_vertex(g, centrality));
    return centrality;
}

template <class Graph>
std::vector<std::size_t> articulation_points_of(Graph const& g)
{
    std::vector<std::size_t> points;
    boost::articulation_points(g, std::back_inserter(points));
    return test::sorted(points);
}

/// For each biconnected component, its edges by their ends and weights.
template <class Graph>
auto blocks_of(Graph const& g)
{
    std::vector<std::size_t> block;
    auto const count = boost::biconnected_components(g, test::by_edge(g, block));
    std::vector<std::multiset<std::vector<double>>> blocks(count);
    for (auto [it, last] = edges(g); it != last; ++it) {
        auto const u = static_cast<double>(source(*it, g));
        auto const v = static_cast<double>(target(*it, g));
        blocks.at(block.at(get(boost::edge_index, g, *it)))
            .insert({std::min(u, v), std::max(u, v), get(boost::edge_weight, g, *it)});
    }
    return test::sorted(blocks);
}

template <class Graph>
double kruskal_weight(Graph const& g)
{
    std::vector<typename Graph::edge_descriptor> tree;
    boost::kruskal_minimum_spanning_tree(g, std::back_inserter(tree));
    double sum = 0.0;
    for (auto const& e : tree) {
        sum += get(boost::edge_weight, g, e);
    }
    return sum;
}

template <class Graph>
std::vector<std::size_t> prim_of(Graph const& g)
{
    std::vector<std::size_t> parent;
    boost::prim_minimum_spanning_tree(g, test::by_vertex(g, parent));
    return parent;
}

test::edge_list random_graph(std::size_t seed)
{
    return test::random_weighted_multigraph(static_cast<std::uint32_t>(2 + seed % 15), seed, seed);
}

/// Vertex v under the name 7 v + 3 mod n; 7 must not divide n.
test::edge_list renamed(test::edge_list list)
{
    auto const n = static_cast<std::uint32_t>(list.vertices);
    for (auto& e : list.edges) {
        e = {(7 * e.target + 3) % n, (7 * e.source + 3) % n};
    }
    return list;
}

/// Two cycles of five, side by side: 3-regular like the Petersen graph, but of girth 4.
test::edge_list prism()
{
    test::edge_list g{10, {}, {}};
    for (std::uint32_t v = 0; v != 5; ++v) {
        g.edges.push_back({v, (v + 1) % 5});
        g.edges.push_back({5 + v, 5 + (v + 1) % 5});
        g.edges.push_back({v, 5 + v});
    }
    return g;
}

} // namespace

TEST_CASE("boost_graph: connected_components of known graphs", "[graph][boost]")
{
    using classes = std::vector<std::size_t>;
    CHECK(components_of(undirected_csr_graph{}).empty());
    CHECK(components_of(test::as_undirected(test::edgeless(3))) == classes{0, 1, 2});
    CHECK(components_of(test::as_undirected(test::path(3))) == classes{0, 0, 0});
    auto const g = csr_graph(5, {{4, 0}, {1, 3}});
    CHECK(components_of(undirected(g)) == classes{0, 1, 2, 1, 0});
}

TEST_CASE("boost_graph: articulation_points and biconnected_components of known graphs",
          "[graph][boost]")
{
    auto const triangles = test::as_undirected(test::two_triangles());
    CHECK(articulation_points_of(triangles) == std::vector<std::size_t>{2, 3});
    CHECK(blocks_of(triangles).size() == 3); // either triangle and the bridge
    auto const path = test::as_undirected(test::path(4));
    CHECK(articulation_points_of(path) == std::vector<std::size_t>{1, 2});
    CHECK(blocks_of(path).size() == 3);
    CHECK(articulation_points_of(test::as_undirected(test::petersen())).empty());
}

TEST_CASE("boost_graph: core_numbers of known graphs", "[graph][boost]")
{
    CHECK(cores_of(test::as_undirected(test::complete(4))) == std::vector<std::size_t>(4, 3));
    CHECK(cores_of(test::as_undirected(test::star(4))) == std::vector<std::size_t>(5, 1));
    CHECK(cores_of(test::as_undirected(test::petersen())) == std::vector<std::size_t>(10, 3));
    CHECK(cores_of(test::as_undirected(test::two_triangles())) == std::vector<std::size_t>(6, 2));
}

TEST_CASE("boost_graph: brandes_betweenness_centrality of known graphs", "[graph][boost]")
{
    // The hub lies between every pair of its n leaves: n (n - 1) / 2.
    CHECK(betweenness_of(test::as_undirected(test::star(4))) == std::vector<double>{6, 0, 0, 0, 0});
    // Vertex v of a path lies between v vertices on one side and n - 1 - v on the other.
    CHECK(betweenness_of(test::as_undirected(test::path(5))) == std::vector<double>{0, 3, 4, 3, 0});
    auto const directed_path = test::as_directed(test::path(5));
    CHECK(betweenness_of(undirected(directed_path)) == std::vector<double>{0, 3, 4, 3, 0});
    CHECK(betweenness_of(directed_path) == std::vector<double>{0, 3, 4, 3, 0});
}

TEST_CASE("boost_graph: algorithms for undirected graphs agree with adjacency_list",
          "[graph][boost][oracle]")
{
    auto const seed = static_cast<std::size_t>(GENERATE(range(0, 40 * test::effort())));
    CAPTURE(seed);
    auto const list = random_graph(seed);
    auto const mirror = test::mirrored<test::undirected_mirror>(list);
    auto const directed = test::as_directed(list);

    auto const check = [&](auto const& g) {
        CHECK(components_of(g) == components_of(mirror));
        CHECK(articulation_points_of(g) == articulation_points_of(mirror));
        CHECK(cores_of(g) == cores_of(mirror));
        CHECK(kruskal_weight(g) == kruskal_weight(mirror));
        auto const betweenness = betweenness_of(g);
        auto const expected = betweenness_of(mirror);
        for (std::size_t v = 0; v != expected.size(); ++v) {
            CHECK(betweenness[v] == Approx(expected[v]).margin(1e-9));
        }
    };
    check(test::as_undirected(list));
    check(undirected(directed));
}

TEST_CASE("boost_graph: biconnected_components agrees with adjacency_list on simple graphs",
          "[graph][boost][oracle]")
{
    // Not on multigraphs: Boost leaves one of two parallel tree edges without a component.
    auto const seed = static_cast<std::size_t>(GENERATE(range(0, 20 * test::effort())));
    CAPTURE(seed);
    auto const list = test::random_simple_graph(14, 0.15, seed);
    auto const expected = blocks_of(test::mirrored<test::undirected_mirror>(list));
    auto const directed = test::as_directed(list);
    CHECK(blocks_of(test::as_undirected(list)) == expected);
    CHECK(blocks_of(undirected(directed)) == expected);
}

TEST_CASE("boost_graph: prim_minimum_spanning_tree finds the tree where there is but one",
          "[graph][boost][oracle]")
{
    auto const seed = static_cast<std::size_t>(GENERATE(range(0, 10 * test::effort())));
    CAPTURE(seed);
    // The weights of a complete graph, all different.
    auto list = test::complete(7);
    test::splitmix random{seed};
    for (std::size_t i = 0; i != list.edges.size(); ++i) {
        list.weights.push_back(static_cast<double>(i));
        std::swap(list.weights[i], list.weights[random.below(i + 1)]);
    }
    auto const expected = prim_of(test::mirrored<test::undirected_mirror>(list));
    CHECK(prim_of(test::as_undirected(list)) == expected);
    auto const directed = test::as_directed(list);
    CHECK(prim_of(undirected(directed)) == expected);
}

TEST_CASE("boost_graph: isomorphism tells graphs of the same degrees apart", "[graph][boost]")
{
    auto const g = test::as_undirected(test::petersen());
    auto const same = test::as_undirected(renamed(test::petersen()));
    auto const other = test::as_undirected(prism());
    std::vector<std::uint32_t> to;
    REQUIRE(boost::isomorphism(g, same, boost::isomorphism_map(test::by_vertex(g, to))));
    for (auto [it, last] = edges(g); it != last; ++it) {
        CHECK(edge(to[source(*it, g)], to[target(*it, g)], same).second);
    }
    CHECK_FALSE(boost::isomorphism(g, other));

    auto const cycle = test::as_directed(test::cycle(8));
    CHECK(boost::isomorphism(cycle, test::as_directed(renamed(test::cycle(8)))));
    CHECK_FALSE(boost::isomorphism(cycle, test::as_directed(test::path(8))));
}

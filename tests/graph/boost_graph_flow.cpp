// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/graph/boost_graph.hpp>

#include <capgraph/graph/directed_csr_graph.hpp>
#include <capgraph/graph/merge_parallel_edges.hpp>
#include <capgraph/graph/residual.hpp>

#include "boost_mirror.hpp"
#include "support/catch2.hpp"
#include "support/effort.hpp"
#include "support/graphs.hpp"

#include <boost/graph/boykov_kolmogorov_max_flow.hpp>
#include <boost/graph/edmonds_karp_max_flow.hpp>
#include <boost/graph/push_relabel_max_flow.hpp>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <vector>

// Boost.Graph's flow algorithms, run on a residual_view: no edge is copied, no reverse edge stored.

using namespace capgraph;

namespace {

/// Capacities by edge of the view: the weights forward, nothing back.
std::vector<long> capacities(residual_view const& r)
{
    std::vector<long> capacity;
    for (auto [it, last] = edges(r); it != last; ++it) {
        auto const weight = r.base().weight(r.base_edge(*it));
        capacity.push_back(r.is_reverse(*it) ? 0 : static_cast<long>(weight));
    }
    return capacity;
}

long push_relabel(csr_graph const& g, std::uint32_t s, std::uint32_t t)
{
    auto const r = residual(g);
    auto capacity = capacities(r);
    std::vector<long> left;
    return boost::push_relabel_max_flow(r, s, t, test::by_edge(r, capacity), test::by_edge(r, left),
                                        get(boost::edge_reverse, r), get(boost::vertex_index, r));
}

long boykov_kolmogorov(csr_graph const& g, std::uint32_t s, std::uint32_t t)
{
    auto const r = residual(g);
    auto capacity = capacities(r);
    std::vector<long> left;
    std::vector<directed_edge> predecessor;
    std::vector<boost::default_color_type> colour;
    std::vector<long> distance;
    return boost::boykov_kolmogorov_max_flow(
        r, test::by_edge(r, capacity), test::by_edge(r, left), get(boost::edge_reverse, r),
        test::by_vertex(r, predecessor), test::by_vertex(r, colour), test::by_vertex(r, distance),
        get(boost::vertex_index, r), s, t);
}

long edmonds_karp(csr_graph const& g, std::uint32_t s, std::uint32_t t)
{
    auto const r = residual(g);
    auto capacity = capacities(r);
    std::vector<long> left;
    std::vector<directed_edge> predecessor;
    std::vector<boost::default_color_type> colour;
    return boost::edmonds_karp_max_flow(r, s, t, test::by_edge(r, capacity), test::by_edge(r, left),
                                        get(boost::edge_reverse, r), test::by_vertex(r, colour),
                                        test::by_vertex(r, predecessor));
}

/// The least that leaves any set of vertices with `s` and without `t` (Ford & Fulkerson 1956), by
/// trying all of them.
long least_cut(test::edge_list const& list, std::uint32_t s, std::uint32_t t)
{
    auto least = std::numeric_limits<long>::max();
    for (std::uint32_t set = 0; set != 1U << list.vertices; ++set) {
        auto const has = [&](std::uint32_t v) { return (set >> v & 1U) != 0; };
        if (!has(s) || has(t)) {
            continue;
        }
        long leaving = 0;
        for (std::size_t i = 0; i != list.edges.size(); ++i) {
            auto const [u, v] = list.edges[i];
            leaving += has(u) && !has(v) ? static_cast<long>(list.weights[i]) : 0;
        }
        least = std::min(least, leaving);
    }
    return least;
}

void check_flow(test::edge_list const& list, std::uint32_t s, std::uint32_t t, long expected)
{
    auto const g = test::as_directed(list);
    CHECK(push_relabel(g, s, t) == expected);
    // Boost's boykov_kolmogorov_max_flow loses flow at parallel edges, also on an adjacency_list.
    auto const simple = merge_parallel_edges(g, {.loops = self_loops::drop});
    CHECK(boykov_kolmogorov(simple, s, t) == expected);
    CHECK(edmonds_karp(g, s, t) == expected);
}

} // namespace

TEST_CASE("boost_graph: max flow along a path is its narrowest edge", "[graph][boost]")
{
    auto list = test::path(4);
    list.weights = {5, 2, 7};
    check_flow(list, 0, 3, 2);
    check_flow(list, 3, 0, 0);
}

TEST_CASE("boost_graph: max flow adds up over disjoint ways and parallel edges", "[graph][boost]")
{
    // 0 -> 1 -> 3 carries 3, 0 -> 2 -> 3 carries 4, and 2 straight on.
    check_flow({4, {{0, 1}, {1, 3}, {0, 2}, {2, 3}, {0, 3}, {0, 3}}, {3, 9, 8, 4, 1, 1}}, 0, 3, 9);
}

TEST_CASE("boost_graph: max flow may have to take flow back", "[graph][boost]")
{
    // The way 0 -> 1 -> 2 -> 3 blocks both others until 1 -> 2 is taken back.
    check_flow({4, {{0, 1}, {0, 2}, {1, 2}, {1, 3}, {2, 3}}, {1, 1, 1, 1, 1}}, 0, 3, 2);
}

TEST_CASE("boost_graph: max flow is the least cut", "[graph][boost][oracle]")
{
    auto const seed = static_cast<std::size_t>(GENERATE(range(0, 30 * test::effort())));
    CAPTURE(seed);
    auto const list =
        test::random_weighted_multigraph(static_cast<std::uint32_t>(2 + seed % 7), seed, seed);
    check_flow(list, 0, 1, least_cut(list, 0, 1));
}

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/graph/filtered.hpp>

#include <capgraph/graph/boost_graph.hpp>
#include <capgraph/graph/csr_graph.hpp>
#include <capgraph/graph/reversed.hpp>
#include <capgraph/graph/undirected.hpp>

#include "boost_mirror.hpp"
#include "support/catch2.hpp"
#include "support/effort.hpp"
#include "support/graphs.hpp"

#include <cstdint>
#include <vector>

using namespace capgraph;

namespace {

/// The list without the edges that a view of it hides.
template <class KeepEnds>
test::edge_list thinned(test::edge_list const& list, KeepEnds keep)
{
    test::edge_list result{list.vertices, {}, {}};
    for (std::size_t i = 0; i != list.edges.size(); ++i) {
        if (keep(list.edges[i], list.weights[i])) {
            result.edges.push_back(list.edges[i]);
            result.weights.push_back(list.weights[i]);
        }
    }
    return result;
}

template <class View, class Graph>
void check_same(View const& view, Graph const& expected)
{
    REQUIRE(num_vertices(view) == num_vertices(expected));
    CHECK(num_edges(view) == num_edges(expected));
    for (std::uint32_t v = 0; v != num_vertices(expected); ++v) {
        CAPTURE(v);
        CHECK(test::arcs_out(v, view) == test::arcs_out(v, expected));
        CHECK(test::arcs_in(v, view) == test::arcs_in(v, expected));
        CHECK(out_degree(v, view) == out_degree(v, expected));
        CHECK(in_degree(v, view) == in_degree(v, expected));
        CHECK(degree(v, view) == degree(v, expected));
        auto const same = [](std::uint32_t w) { return w; };
        CHECK(test::collected(adjacent_vertices(v, view), same)
              == test::collected(adjacent_vertices(v, expected), same));
    }
    auto const weights = [](auto const& g) {
        return test::sorted(test::collected(edges(g), [&](auto const& e) { return g.weight(e); }));
    };
    CHECK(weights(view) == weights(expected));
}

} // namespace

TEST_CASE("filtered_edges: what is hidden is gone, numbers stay", "[graph][filtered]")
{
    csr_graph const g(3, {{0, 1}, {0, 2}, {1, 2}});
    auto const f = filtered_edges(g, [](directed_edge const& e) { return e.index != 1; });
    CHECK(num_edges(f) == 2);
    auto const indices = test::collected(edges(f), [&](auto const& e) { return f.index_of(e); });
    CHECK(indices == std::vector<std::uint64_t>{0, 2});
    CHECK(out_degree(0, f) == 1);
    CHECK(&f.base() == &g);
}

TEST_CASE("filtered_edges: nothing hidden is the graph, all hidden has no edge",
          "[graph][filtered]")
{
    auto const g = test::as_directed(test::two_triangles());
    check_same(filtered_edges(g, [](directed_edge const&) { return true; }), g);
    check_same(filtered_edges(g, [](directed_edge const&) { return false; }), csr_graph(6, {}));
    csr_graph const empty;
    CHECK(num_vertices(filtered_edges(empty, [](directed_edge const&) { return true; })) == 0);
}

TEST_CASE("filtered_vertices: a hidden vertex stays as an isolated one", "[graph][filtered]")
{
    csr_graph const g(3, {{0, 1}, {1, 2}, {0, 2}});
    auto const f = filtered_vertices(g, [](std::uint32_t v) { return v != 1; });
    CHECK(num_vertices(f) == 3);
    CHECK(test::collected(vertices(f), [](auto v) { return v; })
          == std::vector<std::uint32_t>{0, 1, 2});
    CHECK(degree(1, f) == 0);
    CHECK(num_edges(f) == 1);
    CHECK(out_degree(0, f) == 1);
}

TEST_CASE("filtered: is the graph of the edges left, for every kind of graph",
          "[graph][filtered][oracle]")
{
    auto const seed = static_cast<std::size_t>(GENERATE(range(0, 10 * test::effort())));
    CAPTURE(seed);
    auto const list = test::random_weighted_multigraph(7, 5 * seed, seed);
    auto const keep_vertex = [&](std::uint32_t v) { return v != seed % 7; };
    auto const left = thinned(list, [&](edge_ends const& e, double weight) {
        return weight > 3 && keep_vertex(e.source) && keep_vertex(e.target);
    });
    auto const heavy = [](auto const& g) {
        return [&g](auto const& e) { return g.weight(e) > 3; };
    };

    auto const g = test::as_directed(list);
    auto const u = test::as_undirected(list);
    auto const turned = reversed(g);
    auto const blurred = undirected(g);
    auto const expected = test::as_directed(left);
    check_same(filtered(g, heavy(g), keep_vertex), expected);
    check_same(filtered(u, heavy(u), keep_vertex), test::as_undirected(left));
    check_same(filtered(turned, heavy(turned), keep_vertex), reversed(expected));
    check_same(filtered(blurred, heavy(blurred), keep_vertex), undirected(expected));
}

TEST_CASE("filtered: a view of a view hides what either hides", "[graph][filtered]")
{
    auto const g = test::as_directed(test::complete(5));
    auto const no_0 = filtered_vertices(g, [](std::uint32_t v) { return v != 0; });
    auto const no_0_nor_4 = filtered_vertices(no_0, [](std::uint32_t v) { return v != 4; });
    CHECK(num_edges(no_0) == 6);       // complete(4)
    CHECK(num_edges(no_0_nor_4) == 3); // complete(3)
}

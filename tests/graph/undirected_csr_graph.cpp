// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/graph/undirected_csr_graph.hpp>

#include <capgraph/graph/boost_graph.hpp>
#include <capgraph/graph/edge_order.hpp>

#include "boost_mirror.hpp"
#include "support/catch2.hpp"
#include "support/effort.hpp"
#include "support/graphs.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <limits>
#include <stdexcept>
#include <utility>
#include <vector>

using namespace capgraph;

namespace {

edge_ends ends_of(undirected_edge const& e)
{
    return {std::min(e.source(), e.target()), std::max(e.source(), e.target())};
}

} // namespace

TEST_CASE("undirected_csr_graph: without vertices there is nothing", "[graph][undirected]")
{
    undirected_csr_graph const made_of_nothing;
    CHECK(made_of_nothing == undirected_csr_graph(0, {}));
    CHECK(num_vertices(made_of_nothing) == 0);
    CHECK(num_edges(made_of_nothing) == 0);
    CHECK(edges(made_of_nothing).first == edges(made_of_nothing).second);
    CHECK(undirected_csr_graph::from_rows({}) == made_of_nothing);
}

TEST_CASE("undirected_csr_graph: a self-loop counts twice in the degree and once among the edges",
          "[graph][undirected]")
{
    undirected_csr_graph const g(1, {{0, 0}});
    CHECK(num_edges(g) == 1);
    CHECK(degree(0, g) == 2);
    CHECK(out_degree(0, g) == 2);
    CHECK(in_degree(0, g) == 2);
    auto const all = test::collected(edges(g), [](auto const& e) { return e.index(); });
    CHECK(all == std::vector<std::uint64_t>{0});
    auto const met = test::collected(out_edges(0, g), [](auto const& e) { return e.index(); });
    CHECK(met == std::vector<std::uint64_t>{0, 0});
    CHECK(g.edge_at(0).index() == 0);
}

TEST_CASE("undirected_csr_graph: an edge is the same from both ends", "[graph][undirected]")
{
    undirected_csr_graph const g(2, {{1, 0}});
    REQUIRE(degree(0, g) == 1);
    REQUIRE(degree(1, g) == 1);
    auto const from_0 = *out_edges(0, g).first;
    auto const from_1 = *out_edges(1, g).first;
    CHECK(from_0 == from_1);
    CHECK(from_0.source() == 0);
    CHECK(from_1.source() == 1);
    CHECK(from_1.target() == 0);
    CHECK(hash_value(from_0) == std::hash<undirected_edge>{}(from_1));
    CHECK((from_0 <=> from_1) == std::strong_ordering::equal);

    auto const into_0 = *in_edges(0, g).first;
    CHECK(into_0 == from_0);
    CHECK(source(into_0, g) == 1);
    CHECK(target(into_0, g) == 0);
}

TEST_CASE("undirected_csr_graph: which way an edge is written makes no difference",
          "[graph][undirected]")
{
    undirected_csr_graph const g(4, {{0, 1}, {2, 1}, {3, 0}}, {1, 2, 3});
    undirected_csr_graph const turned(4, {{0, 3}, {1, 2}, {1, 0}}, {3, 2, 1});
    CHECK(g == turned);
}

TEST_CASE("undirected_csr_graph: closed forms of degrees", "[graph][undirected]")
{
    auto const n = GENERATE(3U, 4U, 9U);
    auto const cycle = test::as_undirected(test::cycle(n));
    auto const complete = test::as_undirected(test::complete(n));
    auto const star = test::as_undirected(test::star(n));
    auto const bipartite = test::as_undirected(test::complete_bipartite(n, 2));
    CHECK(degree(0, star) == n);
    CHECK(num_edges(bipartite) == 2UL * n);
    CHECK(degree(n, bipartite) == n);
    for (std::uint32_t v = 0; v != n; ++v) {
        CHECK(degree(v, cycle) == 2);
        CHECK(degree(v, complete) == n - 1);
        CHECK(degree(v + 1, star) == 1);
        CHECK(degree(v, bipartite) == 2);
    }
    auto const petersen = test::as_undirected(test::petersen());
    for (std::uint32_t v = 0; v != 10; ++v) {
        CHECK(degree(v, petersen) == 3);
    }
}

TEST_CASE("undirected_csr_graph: agrees with adjacency_list on random multigraphs",
          "[graph][undirected][oracle]")
{
    auto const seed = static_cast<std::size_t>(GENERATE(range(0, 25 * test::effort())));
    CAPTURE(seed);
    auto const size = static_cast<std::uint32_t>(1 + seed % 12);
    auto const list = test::random_weighted_multigraph(size, 4 * seed, seed);
    auto const g = test::as_undirected(list);
    auto const mirror = test::mirrored<test::undirected_mirror>(list);

    REQUIRE(num_vertices(g) == num_vertices(mirror));
    REQUIRE(num_edges(g) == num_edges(mirror));
    for (std::uint32_t v = 0; v != size; ++v) {
        CAPTURE(v);
        CHECK(test::arcs_out(v, g) == test::arcs_out(v, mirror));
        CHECK(test::arcs_in(v, g) == test::arcs_in(v, mirror));
        CHECK(out_degree(v, g) == out_degree(v, mirror));
        CHECK(degree(v, g) == degree(v, mirror));
        for (std::uint32_t w = 0; w != size; ++w) {
            CHECK(edge(v, w, g).second == edge(v, w, mirror).second);
        }
    }
}

TEST_CASE("undirected_csr_graph: every edge has one number, however it is met",
          "[graph][undirected][oracle]")
{
    auto const seed = static_cast<std::size_t>(GENERATE(range(0, 25 * test::effort())));
    CAPTURE(seed);
    // Distinct weights tell parallel edges apart.
    auto list =
        test::random_multigraph(static_cast<std::uint32_t>(1 + seed % 7), 3 * seed, 100 + seed);
    for (std::size_t i = 0; i != list.edges.size(); ++i) {
        list.weights.push_back(static_cast<double>(i));
    }
    auto const g = test::as_undirected(list);
    auto const order = edge_order<direction::undirected>(list.vertices, list.edges);
    REQUIRE(order.size() == num_edges(g));

    std::uint64_t next = 0;
    for (auto [it, last] = edges(g); it != last; ++it, ++next) {
        CHECK(g.index_of(*it) == next);
        CHECK(g.edge_at(next) == *it);
        CHECK(ends_of(g.edge_at(next)) == ends_of(*it));
        CHECK(g.weight(g.edge_at(next)) == g.weight(*it));
    }
    CHECK(next == num_edges(g));

    std::vector<int> meetings(num_edges(g));
    auto const check = [&](undirected_edge const& e) {
        auto const index = g.index_of(e);
        REQUIRE(index < order.size());
        ++meetings[index];
        CHECK(index == e.index());
        CHECK(g.weight(e) == static_cast<double>(order[index]));
        CHECK(ends_of(e) == ends_of(g.edge_at(index)));
        CHECK(e == g.edge_at(index));
    };
    for (std::uint32_t v = 0; v != num_vertices(g); ++v) {
        for (auto [it, last] = out_edges(v, g); it != last; ++it) {
            CHECK((*it).source() == v);
            check(*it);
        }
        for (auto [it, last] = in_edges(v, g); it != last; ++it) {
            CHECK((*it).target() == v);
            check(*it);
        }
    }
    CHECK(std::ranges::all_of(meetings, [](int m) { return m == 4; })); // two ends, two walks
}

TEST_CASE("undirected_edge: order is that of the numbers", "[graph][undirected]")
{
    auto const g = test::as_undirected(test::random_multigraph(4, 30, 5));
    std::vector<undirected_edge> met;
    for (std::uint32_t v = 0; v != 4; ++v) {
        for (auto [it, last] = out_edges(v, g); it != last; ++it) {
            met.push_back(*it);
        }
    }
    for (auto const& a : met) {
        for (auto const& b : met) {
            CHECK((a <=> b) == (a.index() <=> b.index()));
            CHECK((a == b) == (a.index() == b.index()));
        }
    }
    CHECK(undirected_edge{} == undirected_edge{});
    CHECK_FALSE(undirected_edge{} == met.front());
}

TEST_CASE("undirected_csr_graph: edge finds an edge from either end", "[graph][undirected]")
{
    undirected_csr_graph const g(3, {{0, 2}, {2, 0}, {1, 1}});
    REQUIRE(edge(0, 2, g).second);
    REQUIRE(edge(2, 0, g).second);
    CHECK(edge(0, 2, g).first == edge(2, 0, g).first);
    CHECK(edge(2, 0, g).first.index() == 0);
    CHECK(edge(1, 1, g).second);
    CHECK_FALSE(edge(0, 1, g).second);
}

TEST_CASE("undirected_csr_graph: its rows make it again", "[graph][undirected]")
{
    auto const seed = static_cast<std::size_t>(GENERATE(range(0, 10)));
    CAPTURE(seed);
    auto const g = test::as_undirected(test::random_weighted_multigraph(6, 5 * seed, seed));
    auto const rows = g.view();
    CHECK(undirected_csr_graph::from_rows({{rows.offsets.begin(), rows.offsets.end()},
                                           {rows.targets.begin(), rows.targets.end()},
                                           {rows.weights.begin(), rows.weights.end()}})
          == g);
}

TEST_CASE("undirected_csr_graph: rows that are not symmetric are refused", "[graph][undirected]")
{
    using rows = packed_graph;
    auto const refused = [](rows r) {
        CHECK_THROWS_AS(undirected_csr_graph::from_rows(std::move(r)), std::invalid_argument);
    };
    CHECK_NOTHROW(undirected_csr_graph::from_rows(rows{{0, 1, 2}, {1, 0}, {}}));
    refused({{0, 1, 1}, {1}, {}});                    // no way back
    refused({{0, 1, 1}, {0}, {}});                    // half a self-loop
    refused({{0, 3, 3}, {0, 0, 0}, {}});              // one loop and a half
    refused({{0, 2, 3}, {1, 1, 0}, {}});              // two forth, one back
    refused({{0, 1, 2, 3}, {1, 2, 0}, {}});           // a directed cycle
    refused({{0, 1, 2}, {1, 0}, {1, 2}});             // another weight back
    refused({{0, 2}, {0, 0}, {1, 2}});                // another weight at the other end of a loop
    refused({{0, 2, 4}, {1, 1, 0, 0}, {1, 2, 2, 1}}); // the weights of parallel edges crossed
    refused({{0, 1, 2}, {1, 0}, {1, std::numeric_limits<double>::quiet_NaN()}});
    refused({{0, 2, 1}, {1, 0}, {}});
    CHECK_THROWS_AS(undirected_csr_graph::from_rows(rows{{0, 1, 2}, {1, 2}, {}}),
                    std::out_of_range);
}

TEST_CASE("undirected_csr_graph: broken input is refused as by csr_graph", "[graph][undirected]")
{
    CHECK_THROWS_AS(undirected_csr_graph(2, {{0, 2}}), std::out_of_range);
    CHECK_THROWS_AS(undirected_csr_graph(std::size_t{1} << 32U, {}), std::length_error);
    CHECK_THROWS_AS(undirected_csr_graph(2, {{0, 1}}, {1, 2}), std::invalid_argument);
    CHECK_THROWS_WITH(undirected_csr_graph(2, {{0, 1}}, {std::numeric_limits<double>::quiet_NaN()}),
                      "capgraph: the weight of edge 0 is not a number");
    CHECK_THROWS_AS(undirected_csr_graph(2, {{0, 1}}).edge_at(1), std::out_of_range);
}

TEST_CASE("undirected_csr_graph: a copy is equal and has edges of its own", "[graph][undirected]")
{
    undirected_csr_graph g(3, {{0, 1}, {1, 2}});
    auto const copy = g;
    CHECK(copy == g);
    CHECK_FALSE(copy.edge_at(0) == g.edge_at(0));
    CHECK(copy.edge_at(0).index() == g.edge_at(0).index());
    g = undirected_csr_graph{};
    CHECK(num_edges(copy) == 2);
}

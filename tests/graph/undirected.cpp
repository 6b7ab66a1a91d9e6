// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/graph/undirected.hpp>

#include <capgraph/graph/boost_graph.hpp>

#include "boost_mirror.hpp"
#include "support/catch2.hpp"
#include "support/effort.hpp"
#include "support/graphs.hpp"

#include <vector>

using namespace capgraph;

TEST_CASE("undirected: an edge is the same from both ends", "[graph][undirected]")
{
    csr_graph const g(2, {{0, 1}}, {3});
    auto const u = undirected(g);
    REQUIRE(degree(0, u) == 1);
    REQUIRE(degree(1, u) == 1);
    auto const from_0 = *out_edges(0, u).first;
    auto const from_1 = *out_edges(1, u).first;
    CHECK(from_0 == from_1);
    CHECK(source(from_1, u) == 1);
    CHECK(target(from_1, u) == 0);
    CHECK(source(*in_edges(1, u).first, u) == 0);
    CHECK(u.weight(from_1) == 3);
    CHECK(num_edges(u) == 1);
    CHECK(&u.base() == &g);
}

TEST_CASE("undirected: a self-loop is met twice", "[graph][undirected]")
{
    csr_graph const g(1, {{0, 0}});
    auto const u = undirected(g);
    CHECK(degree(0, u) == 2);
    CHECK(num_edges(u) == 1);
    auto const indices =
        test::collected(out_edges(0, u), [&](auto const& e) { return u.index_of(e); });
    CHECK(indices == std::vector<std::uint64_t>{0, 0});
}

TEST_CASE("undirected: the edges out come first, then those in", "[graph][undirected]")
{
    csr_graph const g(4, {{1, 0}, {1, 3}, {0, 1}, {2, 1}});
    auto const u = undirected(g);
    auto const neighbours = test::collected(adjacent_vertices(1, u), [](auto v) { return v; });
    CHECK(neighbours == std::vector<std::uint32_t>{0, 3, 0, 2});
    auto const targets =
        test::collected(out_edges(1, u), [&](auto const& e) { return target(e, u); });
    CHECK(targets == neighbours);
    auto const [first, last] = out_edges(1, u);
    CHECK(last - first == 4);
    CHECK(target(first[3], u) == 2);
}

TEST_CASE("undirected: agrees with adjacency_list on random multigraphs",
          "[graph][undirected][oracle]")
{
    auto const seed = static_cast<std::size_t>(GENERATE(range(0, 15 * test::effort())));
    CAPTURE(seed);
    auto const list = test::random_weighted_multigraph(7, 3 * seed, seed);
    auto const g = test::as_directed(list);
    auto const u = undirected(g);
    auto const mirror = test::mirrored<test::undirected_mirror>(list);

    CHECK(num_edges(u) == num_edges(mirror));
    std::vector<int> meetings(num_edges(u));
    for (std::uint32_t v = 0; v != 7; ++v) {
        CHECK(test::arcs_out(v, u) == test::arcs_out(v, mirror));
        CHECK(test::arcs_in(v, u) == test::arcs_in(v, mirror));
        CHECK(out_degree(v, u) == degree(v, mirror));
        CHECK(in_degree(v, u) == degree(v, mirror));
        for (auto [it, last] = out_edges(v, u); it != last; ++it) {
            ++meetings[u.index_of(*it)];
        }
    }
    CHECK(std::ranges::all_of(meetings, [](int m) { return m == 2; }));
}

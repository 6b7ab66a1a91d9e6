// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/graph/reversed.hpp>

#include <capgraph/graph/boost_graph.hpp>

#include "boost_mirror.hpp"
#include "support/catch2.hpp"
#include "support/effort.hpp"
#include "support/graphs.hpp"

#include <utility>

using namespace capgraph;

TEST_CASE("reversed: an edge leads from its target to its source", "[graph][reversed]")
{
    csr_graph const g(2, {{0, 1}}, {3});
    auto const r = reversed(g);
    REQUIRE(out_degree(1, r) == 1);
    CHECK(out_degree(0, r) == 0);
    CHECK(in_degree(0, r) == 1);
    auto const e = *out_edges(1, r).first;
    CHECK(source(e, r) == 1);
    CHECK(target(e, r) == 0);
    CHECK(e == g.edge_at(0));
    CHECK(r.weight(e) == 3);
    CHECK(&r.base() == &g);
}

TEST_CASE("reversed: of nothing is nothing", "[graph][reversed]")
{
    csr_graph const g;
    auto const r = reversed(g);
    CHECK(num_vertices(r) == 0);
    CHECK(edges(r).first == edges(r).second);
}

TEST_CASE("reversed: is the graph of the reversed edges", "[graph][reversed][oracle]")
{
    auto const seed = static_cast<std::size_t>(GENERATE(range(0, 15 * test::effort())));
    CAPTURE(seed);
    auto list = test::random_weighted_multigraph(7, 3 * seed, seed);
    auto const g = test::as_directed(list);
    auto const r = reversed(g);
    for (auto& e : list.edges) {
        std::swap(e.source, e.target);
    }
    auto const expected = test::as_directed(list);

    CHECK(num_edges(r) == num_edges(expected));
    for (std::uint32_t v = 0; v != 7; ++v) {
        CHECK(test::arcs_out(v, r) == test::arcs_out(v, expected));
        CHECK(test::arcs_in(v, r) == test::arcs_in(v, expected));
        CHECK(out_degree(v, r) == out_degree(v, expected));
        CHECK(in_degree(v, r) == in_degree(v, expected));
        CHECK(degree(v, r) == degree(v, expected));
        auto const same = [](std::uint32_t w) { return w; };
        CHECK(test::collected(adjacent_vertices(v, r), same)
              == test::collected(adjacent_vertices(v, expected), same));
    }
    auto const ends = [&](auto const& e) { return std::pair{source(e, r), target(e, r)}; };
    auto const expected_ends = [&](auto const& e) { return std::pair{e.source, e.target}; };
    CHECK(test::sorted(test::collected(edges(r), ends))
          == test::sorted(test::collected(edges(expected), expected_ends)));
}

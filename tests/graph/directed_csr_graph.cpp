// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/graph/directed_csr_graph.hpp>

#include <capgraph/graph/boost_graph.hpp>

#include "boost_mirror.hpp"
#include "support/catch2.hpp"
#include "support/effort.hpp"
#include "support/graphs.hpp"

#include <cmath>
#include <cstdint>
#include <functional>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <utility>
#include <vector>

using namespace capgraph;

namespace {

constexpr auto no_number = std::numeric_limits<double>::quiet_NaN();

std::vector<std::uint64_t> first_numbers(std::uint64_t n)
{
    std::vector<std::uint64_t> numbers(n);
    std::iota(numbers.begin(), numbers.end(), std::uint64_t{0});
    return numbers;
}

edge_ends ends_of(directed_edge const& e)
{
    return {e.source, e.target};
}

} // namespace

TEST_CASE("csr_graph: without vertices there is nothing", "[graph][csr_graph]")
{
    csr_graph const made_of_nothing;
    csr_graph const made_of_no_edges(0, {});
    CHECK(made_of_nothing == made_of_no_edges);
    CHECK(num_vertices(made_of_nothing) == 0);
    CHECK(num_edges(made_of_nothing) == 0);
    CHECK(vertices(made_of_nothing).first == vertices(made_of_nothing).second);
    CHECK(edges(made_of_nothing).first == edges(made_of_nothing).second);
    CHECK(made_of_nothing.view().num_vertices() == 0);
    CHECK(csr_graph::from_rows({}) == made_of_nothing);
    CHECK(csr_graph::from_rows({{0}, {}, {}}) == made_of_nothing);
}

TEST_CASE("csr_graph: one vertex may have an edge to itself, in and out", "[graph][csr_graph]")
{
    csr_graph const alone(1, {});
    CHECK(out_degree(0, alone) == 0);
    CHECK(in_degree(0, alone) == 0);
    CHECK(edges(alone).first == edges(alone).second);

    csr_graph const loop(1, {{0, 0}});
    CHECK(num_edges(loop) == 1);
    CHECK(out_degree(0, loop) == 1);
    CHECK(in_degree(0, loop) == 1);
    CHECK(degree(0, loop) == 2);
    CHECK(edge(0, 0, loop).second);
}

TEST_CASE("csr_graph: an edge is met at its source going out and at its target coming in",
          "[graph][csr_graph]")
{
    csr_graph const g(2, {{1, 0}});
    REQUIRE(out_degree(1, g) == 1);
    REQUIRE(in_degree(0, g) == 1);
    CHECK(out_degree(0, g) == 0);
    CHECK(in_degree(1, g) == 0);

    auto const out = *out_edges(1, g).first;
    auto const in = *in_edges(0, g).first;
    CHECK(out == in);
    CHECK(ends_of(out) == edge_ends{1, 0});
    CHECK(ends_of(in) == edge_ends{1, 0});
    CHECK(source(in, g) == 1);
    CHECK(target(out, g) == 0);
}

TEST_CASE("csr_graph: rows ascend and parallel edges keep their order", "[graph][csr_graph]")
{
    csr_graph const g(3, {{0, 2}, {0, 1}, {2, 1}, {0, 2}, {0, 0}, {0, 1}}, {1, 2, 3, 4, 5, 6});
    csr_graph const same(3, {{0, 0}, {0, 1}, {0, 1}, {0, 2}, {0, 2}, {2, 1}}, {5, 2, 6, 1, 4, 3});
    CHECK(g == same);

    auto const row = g.view().row(0);
    CHECK(std::vector<std::uint32_t>(row.begin(), row.end())
          == std::vector<std::uint32_t>{0, 1, 1, 2, 2});
    auto const weights = g.view().weights_of(0);
    CHECK(std::vector<double>(weights.begin(), weights.end())
          == std::vector<double>{5, 2, 6, 1, 4});
    auto const in_row = g.in_view().row(1);
    CHECK(std::vector<std::uint32_t>(in_row.begin(), in_row.end())
          == std::vector<std::uint32_t>{0, 0, 2});
}

TEST_CASE("csr_graph: closed forms of degrees", "[graph][csr_graph]")
{
    auto const n = GENERATE(2U, 3U, 7U);
    auto const path = test::as_directed(test::path(n));
    CHECK(num_edges(path) == n - 1);
    CHECK(out_degree(n - 1, path) == 0);
    CHECK(in_degree(0, path) == 0);

    auto const cycle = test::as_directed(test::cycle(n));
    auto const star = test::as_directed(test::star(n));
    CHECK(out_degree(0, star) == n);
    auto const complete = test::as_directed(test::complete(n));
    CHECK(num_edges(complete) == n * (n - 1) / 2);
    for (std::uint32_t v = 0; v != n; ++v) {
        CHECK(degree(v, cycle) == 2);
        CHECK(out_degree(v, complete) == n - 1 - v);
        CHECK(in_degree(v, complete) == v);
    }
}

TEST_CASE("csr_graph: agrees with adjacency_list on random multigraphs",
          "[graph][csr_graph][oracle]")
{
    auto const seed = static_cast<std::size_t>(GENERATE(range(0, 25 * test::effort())));
    CAPTURE(seed);
    auto const size = static_cast<std::uint32_t>(1 + seed % 12);
    auto const list = test::random_weighted_multigraph(size, 4 * seed, // dense at last
                                                       seed);
    auto const g = test::as_directed(list);
    auto const mirror = test::mirrored<test::directed_mirror>(list);

    REQUIRE(num_vertices(g) == num_vertices(mirror));
    REQUIRE(num_edges(g) == num_edges(mirror));
    for (std::uint32_t v = 0; v != size; ++v) {
        CAPTURE(v);
        CHECK(test::arcs_out(v, g) == test::arcs_out(v, mirror));
        CHECK(test::arcs_in(v, g) == test::arcs_in(v, mirror));
        CHECK(out_degree(v, g) == out_degree(v, mirror));
        CHECK(in_degree(v, g) == in_degree(v, mirror));
        CHECK(degree(v, g) == degree(v, mirror));
        for (std::uint32_t w = 0; w != size; ++w) {
            CHECK(edge(v, w, g).second == edge(v, w, mirror).second);
        }
    }
}

TEST_CASE("csr_graph: every walk over the edges meets the same numbered edges",
          "[graph][csr_graph][oracle]")
{
    auto const seed = static_cast<std::size_t>(GENERATE(range(0, 10 * test::effort())));
    CAPTURE(seed);
    auto const g = test::as_directed(test::random_multigraph(9, 5 * seed, 7 + seed));

    auto const all = test::collected(edges(g), [](auto const& e) { return e; });
    std::vector<std::uint64_t> going_out;
    std::vector<std::uint64_t> coming_in;
    for (std::uint32_t v = 0; v != num_vertices(g); ++v) {
        for (auto [it, last] = out_edges(v, g); it != last; ++it) {
            CHECK(ends_of(*it) == ends_of(all.at((*it).index)));
            going_out.push_back(g.index_of(*it));
        }
        for (auto [it, last] = in_edges(v, g); it != last; ++it) {
            CHECK(ends_of(*it) == ends_of(all.at((*it).index)));
            coming_in.push_back(g.index_of(*it));
        }
    }
    CHECK(going_out == first_numbers(num_edges(g)));
    CHECK(test::sorted(coming_in) == first_numbers(num_edges(g)));
    for (std::uint64_t i = 0; i != all.size(); ++i) {
        CHECK(g.edge_at(i) == all[i]);
        CHECK(ends_of(g.edge_at(i)) == ends_of(all[i]));
    }
}

TEST_CASE("csr_graph: large enough to be sorted in many blocks it is sorted still",
          "[graph][csr_graph]")
{
    // More vertices than fit one block, hubs among them, ends of either parity missing.
    constexpr std::uint32_t n = 70'001;
    test::splitmix random{42};
    std::vector<edge_ends> list;
    std::vector<double> weights;
    for (std::size_t i = 0; i != 200'000; ++i) {
        auto const source = i % 10 == 0 ? n - 1 : random.below(n) & ~1U;
        list.push_back({source, i % 7 == 0 ? 12'345 : random.below(n)});
        weights.push_back(static_cast<double>(i));
    }
    csr_graph const g(n, list, weights);

    std::vector<std::size_t> order(list.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return list[i]; });
    auto matches = 0U;
    for (auto [it, last] = edges(g); it != last; ++it) {
        auto const i = order[(*it).index];
        matches += ends_of(*it) == list[i] && g.weight(*it) == weights[i] ? 1U : 0U;
    }
    CHECK(matches == list.size());
    CHECK(csr_graph::from_rows({{g.view().offsets.begin(), g.view().offsets.end()},
                                {g.view().targets.begin(), g.view().targets.end()},
                                {g.view().weights.begin(), g.view().weights.end()}})
          == g);
}

TEST_CASE("csr_graph: edge finds the first of parallel edges", "[graph][csr_graph]")
{
    csr_graph const g(3, {{0, 2}, {0, 1}, {0, 2}}, {5, 6, 7});
    auto const [found, exists] = edge(0, 2, g);
    REQUIRE(exists);
    CHECK(g.index_of(found) == 1);
    CHECK(g.weight(found) == 5);
    CHECK_FALSE(edge(2, 0, g).second);
    CHECK_FALSE(edge(0, 0, g).second);
}

TEST_CASE("csr_graph: every edge of an unweighted graph weighs 1", "[graph][csr_graph]")
{
    csr_graph const g(2, {{0, 1}, {0, 1}});
    CHECK_FALSE(g.is_weighted());
    CHECK(g.weight(g.edge_at(0)) == 1.0);
    CHECK(g.view().weights.empty());
    csr_graph const ones(2, {{0, 1}, {0, 1}}, {1, 1});
    CHECK(ones.is_weighted());
    CHECK_FALSE(g == ones);
}

TEST_CASE("csr_graph: an end that is no vertex is refused by the edge's name", "[graph][csr_graph]")
{
    CHECK_THROWS_AS(csr_graph(2, {{0, 1}, {0, 2}}), std::out_of_range);
    CHECK_THROWS_AS(csr_graph(0, {{0, 0}}), std::out_of_range);
    CHECK_THROWS_WITH(csr_graph(2, {{0, 1}, {7, 1}}),
                      "capgraph: edge 1 joins 7 and 1, in a graph of 2 vertices");
}

TEST_CASE("csr_graph: more vertices than 32 bits count are refused", "[graph][csr_graph]")
{
    CHECK_THROWS_AS(csr_graph(std::size_t{1} << 32U, {}), std::length_error);
    CHECK_THROWS_AS(csr_graph(std::numeric_limits<std::size_t>::max(), {}), std::length_error);
}

TEST_CASE("csr_graph: a weight that is no number is refused by the edge's name",
          "[graph][csr_graph]")
{
    CHECK_THROWS_AS(csr_graph(2, {{0, 1}, {1, 0}}, {1, no_number}), std::invalid_argument);
    CHECK_THROWS_WITH(csr_graph(2, {{0, 1}, {1, 0}}, {1, no_number}),
                      "capgraph: the weight of edge 1 is not a number");
    CHECK_THROWS_AS(csr_graph(2, {{0, 1}, {1, 0}}, {1}), std::invalid_argument);
    CHECK_THROWS_AS(csr_graph(2, {}, {1}), std::invalid_argument);
    constexpr auto infinity = std::numeric_limits<double>::infinity();
    CHECK(csr_graph(2, {{0, 1}}, {infinity}).view().weights[0] == infinity);
}

TEST_CASE("csr_graph: rows that are no graph are refused", "[graph][csr_graph]")
{
    using rows = packed_graph;
    CHECK_NOTHROW(csr_graph::from_rows(rows{{0, 2, 2}, {0, 1}, {}}));
    CHECK_THROWS_AS(csr_graph::from_rows(rows{{1, 2, 2}, {0, 1}, {}}), std::invalid_argument);
    CHECK_THROWS_AS(csr_graph::from_rows(rows{{0, 2, 1}, {0, 1}, {}}), std::invalid_argument);
    CHECK_THROWS_AS(csr_graph::from_rows(rows{{0, 3, 2}, {0, 1}, {}}), std::invalid_argument);
    CHECK_THROWS_AS(csr_graph::from_rows(rows{{0, 2, 3}, {0, 1}, {}}), std::invalid_argument);
    CHECK_THROWS_AS(csr_graph::from_rows(rows{{}, {0, 1}, {}}), std::invalid_argument);
    CHECK_THROWS_AS(csr_graph::from_rows(rows{{0, 2, 2}, {1, 0}, {}}), std::invalid_argument);
    CHECK_THROWS_AS(csr_graph::from_rows(rows{{0, 2, 2}, {0, 2}, {}}), std::out_of_range);
    CHECK_THROWS_AS(csr_graph::from_rows(rows{{0, 2, 2}, {0, 1}, {1}}), std::invalid_argument);
    CHECK_THROWS_AS(csr_graph::from_rows(rows{{0, 2, 2}, {0, 1}, {1, no_number}}),
                    std::invalid_argument);
}

TEST_CASE("csr_graph: edge_at knows no edge past the last", "[graph][csr_graph]")
{
    csr_graph const g(2, {{0, 1}});
    CHECK_THROWS_AS(g.edge_at(1), std::out_of_range);
    CHECK_THROWS_AS(csr_graph{}.edge_at(0), std::out_of_range);
}

TEST_CASE("csr_graph: a copy is equal, what was moved from is empty", "[graph][csr_graph]")
{
    csr_graph g(3, {{0, 1}, {1, 2}}, {2, 3});
    auto const copy = g;
    CHECK(copy == g);
    auto const moved = std::move(g);
    CHECK(moved == copy);
    g = csr_graph{};
    CHECK(num_vertices(g) == 0);
    CHECK_FALSE(csr_graph(3, {{0, 1}}) == csr_graph(4, {{0, 1}}));
    CHECK_FALSE(csr_graph(3, {{0, 1}}) == csr_graph(3, {{1, 0}}));
}

TEST_CASE("directed_edge: equality, order and hash go by the number", "[graph][csr_graph]")
{
    directed_edge const e{3, 4, 7};
    CHECK(e == e.swapped());
    CHECK(hash_value(e) == std::hash<directed_edge>{}(e.swapped()));
    CHECK(e < directed_edge{0, 0, 8});
    CHECK(e != directed_edge{3, 4, 8});
}

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/graph/residual.hpp>

#include <capgraph/graph/boost_graph.hpp>

#include "boost_mirror.hpp"
#include "support/catch2.hpp"
#include "support/graphs.hpp"

#include <cstdint>
#include <tuple>
#include <vector>

using namespace capgraph;

namespace {

using ends_and_index = std::tuple<std::uint32_t, std::uint32_t, std::uint64_t>;

ends_and_index all_of(directed_edge const& e)
{
    return {e.source, e.target, e.index};
}

} // namespace

TEST_CASE("residual: every edge has a reverse beside it", "[graph][residual]")
{
    csr_graph const g(2, {{0, 1}});
    auto const r = residual(g);
    CHECK(num_vertices(r) == 2);
    CHECK(num_edges(r) == 2);
    CHECK(test::collected(edges(r), all_of) == std::vector<ends_and_index>{{0, 1, 0}, {1, 0, 1}});
    CHECK(all_of(*out_edges(1, r).first) == ends_and_index{1, 0, 1});
    CHECK(&r.base() == &g);
}

TEST_CASE("residual: of nothing is nothing", "[graph][residual]")
{
    csr_graph const g(3, {});
    auto const r = residual(g);
    CHECK(num_vertices(r) == 3);
    CHECK(edges(r).first == edges(r).second);
}

TEST_CASE("residual: the reverse of the reverse is the edge", "[graph][residual]")
{
    auto const seed = static_cast<std::size_t>(GENERATE(range(0, 10)));
    CAPTURE(seed);
    auto const g = test::as_directed(test::random_multigraph(6, 4 * seed, seed));
    auto const r = residual(g);

    auto const all = test::collected(edges(r), [](auto const& e) { return e; });
    REQUIRE(all.size() == 2 * num_edges(g));
    for (std::uint64_t i = 0; i != all.size(); ++i) {
        auto const e = all[i];
        auto const back = r.reverse(e);
        CHECK(e.index == i);
        CHECK(r.reverse(back) == e);
        CHECK(all_of(back) == all_of(all[i ^ 1U]));
        CHECK(r.is_reverse(e) == (i % 2 == 1));
        CHECK(all_of(r.base_edge(e)) == all_of(g.edge_at(i / 2)));
        CHECK(get(boost::edge_reverse, r, e) == back);
        CHECK(get(get(boost::edge_reverse, r), e) == back);
    }
}

TEST_CASE("residual: rows hold each of all edges once, going out and coming in",
          "[graph][residual]")
{
    auto const seed = static_cast<std::size_t>(GENERATE(range(0, 10)));
    CAPTURE(seed);
    auto const g = test::as_directed(test::random_multigraph(6, 4 * seed, seed));
    auto const r = residual(g);

    std::vector<ends_and_index> going_out;
    std::vector<ends_and_index> coming_in;
    for (std::uint32_t v = 0; v != 6; ++v) {
        auto const out = test::collected(out_edges(v, r), all_of);
        auto const in = test::collected(in_edges(v, r), all_of);
        CHECK(out.size() == out_degree(v, r));
        CHECK(in.size() == in_degree(v, r));
        CHECK(out.size() + in.size() == degree(v, r));
        going_out.insert(going_out.end(), out.begin(), out.end());
        coming_in.insert(coming_in.end(), in.begin(), in.end());
        for (auto const& e : in) {
            CHECK(std::get<1>(e) == v);
        }
        auto const targets =
            test::collected(out_edges(v, r), [](auto const& e) { return e.target; });
        CHECK(test::collected(adjacent_vertices(v, r), [](auto w) { return w; }) == targets);
    }
    auto const all = test::sorted(test::collected(edges(r), all_of));
    CHECK(test::sorted(going_out) == all);
    CHECK(test::sorted(coming_in) == all);
}

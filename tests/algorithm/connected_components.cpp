// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/connected_components.hpp>

#include <capgraph/graph/boost_graph.hpp>

#include "algorithm/sample_graphs.hpp"
#include "support/catch2.hpp"
#include "support/oracles.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/connected_components.hpp>

#include <algorithm>
#include <numeric>
#include <vector>

using namespace capgraph;
using labels = std::vector<std::uint32_t>;
using sizes = std::vector<std::uint64_t>;

namespace {

template <class Graph>
concept has_components = requires(Graph const& g)
{
    connected_components(g);
};

static_assert(has_components<undirected_csr_graph>);
static_assert(has_components<csr_graph>);
static_assert(!has_components<boost::adjacency_list<boost::vecS, boost::listS>>);
static_assert(!has_components<int>);

} // namespace

TEST_CASE("connected_components: graphs of up to two vertices", "[algorithm][components]")
{
    auto const none = connected_components(undirected_csr_graph{});
    CHECK(none == component_partition{});
    CHECK(none.count() == 0);
    CHECK_FALSE(none.largest().has_value());
    CHECK(connected_components(undirected_csr_graph{1, {}}) == component_partition{{0}, {1}});
    CHECK(connected_components(undirected_csr_graph{1, {{0, 0}}}) == component_partition{{0}, {1}});
    CHECK(connected_components(undirected_csr_graph{2, {}}) == component_partition{{0, 1}, {1, 1}});
    CHECK(connected_components(undirected_csr_graph{2, {{1, 0}}})
          == component_partition{{0, 0}, {2}});
}

TEST_CASE("connected_components: are numbered by their lowest vertex", "[algorithm][components]")
{
    // {0, 4}, {1, 5, 2}, {3}
    undirected_csr_graph const g{6, {{5, 2}, {1, 5}, {4, 0}}};
    auto const found = connected_components(g);
    CHECK(found.component_of == labels{0, 1, 1, 2, 0, 1});
    CHECK(found.sizes == sizes{2, 3, 1});
    CHECK(found.count() == 3);
    CHECK(found.largest() == 1U);
}

TEST_CASE("connected_components: of several largest ones the lowest is named",
          "[algorithm][components]")
{
    CHECK(connected_components(undirected_csr_graph{5, {{1, 2}, {3, 4}}}).largest() == 1U);
}

TEST_CASE("connected_components: direction does not matter", "[algorithm][components]")
{
    // 0 -> 1 <- 2: no path leads from 0 to 2, yet they hang together.
    CHECK(connected_components(csr_graph{3, {{0, 1}, {2, 1}}})
          == component_partition{{0, 0, 0}, {3}});
}

TEST_CASE("connected_components: a million vertices in a row are one", "[algorithm][components]")
{
    auto const n = 1'000'000U;
    auto const forwards = test::path(n);
    auto backwards = forwards;
    std::ranges::reverse(backwards.edges);
    for (auto& e : backwards.edges) {
        e = {n - 1 - e.target, n - 1 - e.source};
    }
    CHECK(connected_components(forwards.undirected()).sizes == sizes{n});
    CHECK(connected_components(backwards.directed()).sizes == sizes{n});
}

TEST_CASE("connected_components: agree with the definition on random graphs", "[algorithm][oracle]")
{
    auto const seed = GENERATE(range(0U, 40U));
    CAPTURE(seed);
    auto const g = test::random_graph(20, 5 * seed, seed);
    auto const found = connected_components(g.directed());
    auto const lowest = test::lowest_connected_by_definition(g.matrix());
    REQUIRE(found.component_of.size() == g.n);
    for (std::size_t v = 0; v < g.n; ++v) {
        CHECK(found.component_of[v] == found.component_of[lowest[v]]);
        // Its number is that of the components whose lowest vertex comes before.
        auto const before = static_cast<std::ptrdiff_t>(lowest[v]);
        std::size_t u = 0;
        CHECK(found.component_of[v]
              == std::count_if(lowest.begin(), lowest.begin() + before,
                               [&](std::size_t of_u) { return of_u == u++; }));
    }
    CHECK(std::accumulate(found.sizes.begin(), found.sizes.end(), std::uint64_t{0}) == g.n);
    CHECK(found == connected_components(g.undirected()));
}

TEST_CASE("connected_components: agree with Boost.Graph", "[algorithm][oracle]")
{
    auto const seed = GENERATE(range(0U, 10U));
    CAPTURE(seed);
    auto const g = test::random_graph(200, 2 + seed, seed).undirected();
    labels of_boost(num_vertices(g));
    auto const map =
        boost::make_iterator_property_map(of_boost.begin(), get(boost::vertex_index, g));
    auto const count = boost::connected_components(g, map);
    auto const found = connected_components(g);
    CHECK(found.count() == static_cast<std::size_t>(count));
    CHECK(found.component_of == of_boost); // both number by the first vertex met
}

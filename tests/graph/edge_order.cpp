// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/graph/edge_order.hpp>

#include <capgraph/graph/csr_graph.hpp>

#include "support/catch2.hpp"
#include "support/graphs.hpp"

#include <cstdint>
#include <stdexcept>
#include <vector>

using namespace capgraph;

TEST_CASE("edge_order: no edges have no order", "[graph][edge_order]")
{
    CHECK(edge_order<direction::directed>(0, {}).empty());
    CHECK(edge_order<direction::undirected>(3, {}).empty());
}

TEST_CASE("edge_order: by source, target, place in the input", "[graph][edge_order]")
{
    std::vector<edge_ends> const edges{{1, 0}, {0, 2}, {0, 1}, {1, 0}, {0, 2}};
    using order = std::vector<std::uint64_t>;
    CHECK(edge_order<direction::directed>(3, edges) == order{2, 1, 4, 0, 3});
    // As undirected edges: 0-1 (0), 0-2 (1), 0-1 (2), 0-1 (3), 0-2 (4).
    CHECK(edge_order<direction::undirected>(3, edges) == order{0, 2, 3, 1, 4});
}

TEST_CASE("edge_order: brings weights where the graph has them", "[graph][edge_order]")
{
    auto const seed = static_cast<std::size_t>(GENERATE(range(0, 10)));
    CAPTURE(seed);
    auto list = test::random_multigraph(5, 6 * seed, seed);
    for (std::size_t i = 0; i != list.edges.size(); ++i) {
        list.weights.push_back(static_cast<double>(i));
    }
    auto const g = test::as_directed(list);
    auto const order = edge_order<direction::directed>(list.vertices, list.edges);
    REQUIRE(order.size() == num_edges(g));
    for (auto [it, last] = edges(g); it != last; ++it) {
        CHECK(g.weight(*it) == static_cast<double>(order[g.index_of(*it)]));
    }
}

TEST_CASE("edge_order: refuses what the graph refuses", "[graph][edge_order]")
{
    std::vector<edge_ends> const edges{{0, 3}};
    CHECK_THROWS_AS(edge_order<direction::directed>(3, edges), std::out_of_range);
    CHECK_THROWS_AS(edge_order<direction::undirected>(std::size_t{1} << 32U, {}),
                    std::length_error);
}

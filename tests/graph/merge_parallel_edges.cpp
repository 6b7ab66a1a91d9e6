// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/graph/merge_parallel_edges.hpp>

#include "support/catch2.hpp"
#include "support/effort.hpp"
#include "support/graphs.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <stdexcept>
#include <vector>

using namespace capgraph;

TEST_CASE("merge_parallel_edges: nothing comes of nothing", "[graph][merge]")
{
    CHECK(merge_parallel_edges(csr_graph{}) == csr_graph{});
    CHECK(merge_parallel_edges(undirected_csr_graph(3, {})) == undirected_csr_graph(3, {}));
}

TEST_CASE("merge_parallel_edges: weights are summed", "[graph][merge]")
{
    csr_graph const g(3, {{0, 1}, {1, 0}, {0, 1}, {1, 2}}, {2, 3, 5, 7});
    CHECK(merge_parallel_edges(g) == csr_graph(3, {{0, 1}, {1, 0}, {1, 2}}, {7, 3, 7}));

    undirected_csr_graph const u(3, {{0, 1}, {1, 0}, {0, 1}, {1, 2}}, {2, 3, 5, 7});
    CHECK(merge_parallel_edges(u) == undirected_csr_graph(3, {{0, 1}, {1, 2}}, {10, 7}));
}

TEST_CASE("merge_parallel_edges: edges without a weight weigh 1 each", "[graph][merge]")
{
    csr_graph const g(2, {{0, 1}, {0, 1}, {1, 0}});
    CHECK(merge_parallel_edges(g) == csr_graph(2, {{0, 1}, {1, 0}}, {2, 1}));
}

TEST_CASE("merge_parallel_edges: multiplicity counts whatever the weights", "[graph][merge]")
{
    undirected_csr_graph const g(3, {{0, 1}, {1, 0}, {2, 2}, {2, 2}, {2, 2}}, {9, 9, 9, 9, 9});
    CHECK(merge_parallel_edges(g, {.weight = merged_weight::multiplicity})
          == undirected_csr_graph(3, {{0, 1}, {2, 2}}, {2, 3}));
}

TEST_CASE("merge_parallel_edges: self-loops are kept or dropped", "[graph][merge]")
{
    undirected_csr_graph const u(2, {{0, 0}, {0, 0}, {0, 1}}, {2, 3, 4});
    CHECK(merge_parallel_edges(u) == undirected_csr_graph(2, {{0, 0}, {0, 1}}, {5, 4}));
    CHECK(merge_parallel_edges(u, {.loops = self_loops::drop})
          == undirected_csr_graph(2, {{0, 1}}, {4}));

    csr_graph const g(2, {{0, 0}, {0, 0}, {0, 1}}, {2, 3, 4});
    CHECK(merge_parallel_edges(g) == csr_graph(2, {{0, 0}, {0, 1}}, {5, 4}));
    CHECK(merge_parallel_edges(g, {.loops = self_loops::drop}) == csr_graph(2, {{0, 1}}, {4}));
    CHECK(merge_parallel_edges(csr_graph(1, {{0, 0}}), {.loops = self_loops::drop})
          == csr_graph(1, {}));
}

TEST_CASE("merge_parallel_edges: opposite infinities have no sum", "[graph][merge]")
{
    constexpr auto infinity = std::numeric_limits<double>::infinity();
    CHECK_THROWS_AS(merge_parallel_edges(csr_graph(2, {{0, 1}, {0, 1}}, {infinity, -infinity})),
                    std::invalid_argument);
}

TEST_CASE("merge_parallel_edges: agrees with a map of the ends", "[graph][merge][oracle]")
{
    auto const seed = static_cast<std::size_t>(GENERATE(range(0, 20 * test::effort())));
    CAPTURE(seed);
    auto const list = test::random_weighted_multigraph(6, 4 * seed, seed);

    std::map<edge_ends, double> directed;
    std::map<edge_ends, double> undirected;
    for (std::size_t i = 0; i != list.edges.size(); ++i) {
        auto const [s, t] = list.edges[i];
        directed[{s, t}] += list.weights[i];
        undirected[{std::min(s, t), std::max(s, t)}] += list.weights[i];
    }
    auto const listed = [](std::map<edge_ends, double> const& merged) {
        test::edge_list result{6, {}, {}};
        for (auto const& [ends, weight] : merged) {
            result.edges.push_back(ends);
            result.weights.push_back(weight);
        }
        return result;
    };
    auto const g = merge_parallel_edges(test::as_directed(list));
    auto const u = merge_parallel_edges(test::as_undirected(list));
    CHECK(g == test::as_directed(listed(directed)));
    CHECK(u == test::as_undirected(listed(undirected)));
    CHECK(merge_parallel_edges(g) == g);
    CHECK(merge_parallel_edges(u) == u);
}

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/butterflies.hpp>

#include <capgraph/core/error.hpp>
#include <capgraph/graph/boost_graph.hpp>

#include "algorithm/sample_graphs.hpp"
#include "algorithm/thrown_code.hpp"
#include "support/catch2.hpp"
#include "support/effort.hpp"
#include "support/oracles.hpp"

#include "algorithm/add_exactly.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <stop_token>
#include <vector>

using namespace capgraph;
using counts = std::vector<std::uint64_t>;

namespace {

template <class Graph>
concept has_butterflies = requires(Graph const& g)
{
    butterflies(g, 0);
};

static_assert(has_butterflies<undirected_csr_graph>);
static_assert(has_butterflies<test::boost_undirected>);
static_assert(!has_butterflies<csr_graph>);

/// All pairs of the first side with all pairs of the second.
butterfly_counts butterflies_by_definition(test::dense_matrix const& a, std::size_t first_side)
{
    butterfly_counts result{.total = 0, .of_vertex = counts(a.size(), 0)};
    for (std::size_t u = 0; u < first_side; ++u) {
        for (std::size_t v = u + 1; v < first_side; ++v) {
            for (std::size_t s = first_side; s < a.size(); ++s) {
                for (std::size_t t = s + 1; t < a.size(); ++t) {
                    if (a[u][s] * a[u][t] * a[v][s] * a[v][t] != 0.0) {
                        ++result.total;
                        for (auto const corner : {u, v, s, t}) {
                            ++result.of_vertex[corner];
                        }
                    }
                }
            }
        }
    }
    return result;
}

constexpr std::uint64_t pairs(std::uint64_t n)
{
    return n * (n - 1) / 2;
}

} // namespace

TEST_CASE("butterflies: graphs too small have none", "[algorithm][clustering]")
{
    CHECK(butterflies(undirected_csr_graph{}, 0) == butterfly_counts{});
    CHECK(butterflies(undirected_csr_graph{1, {}}, 1) == butterfly_counts{0, counts(1, 0)});
    CHECK(butterflies(undirected_csr_graph{4, {}}, 2) == butterfly_counts{0, counts(4, 0)});
    CHECK(butterflies(test::star(9).undirected(), 1).total == 0);
    CHECK(butterflies(test::complete_bipartite(1, 9).undirected(), 1).total == 0);
}

TEST_CASE("butterflies: complete two-mode graphs have all pairs with all pairs",
          "[algorithm][clustering][published]")
{
    // Oracle B22, as NetworkX tests it.
    auto const n = GENERATE(2U, 3U, 4U, 7U, 40U);
    auto const square = butterflies(test::complete_bipartite(n, n).undirected(), n);
    CHECK(square.total == pairs(n) * pairs(n));
    CHECK(square.of_vertex == counts(std::size_t{2} * n, pairs(n) * (n - 1)));
    CHECK(butterflies(test::complete_bipartite(3, 2).undirected(), 3).total == 3);
    // Two squares side by side: 0 and 1 with 4 and 5, 2 and 3 with 6 and 7.
    undirected_csr_graph const two{
        8, {{0, 4}, {0, 5}, {1, 4}, {1, 5}, {2, 6}, {2, 7}, {3, 6}, {3, 7}}};
    CHECK(butterflies(two, 4) == butterfly_counts{2, counts(8, 1)});
}

TEST_CASE("butterflies: parallel edges make none", "[algorithm][clustering]")
{
    undirected_csr_graph const g{4, {{0, 2}, {2, 0}, {0, 3}, {1, 2}}, {1, 2, 3, 4}};
    CHECK(butterflies(g, 2).total == 0);
}

TEST_CASE("butterflies: agrees with the definition on random graphs", "[algorithm][oracle]")
{
    auto const count = 60 * static_cast<unsigned>(test::effort());
    for (unsigned seed = 0; seed < count; ++seed) {
        CAPTURE(seed);
        auto const first = 1 + seed % 9;
        auto const g = test::random_two_mode(first, 2 + seed % 11, 200 + 10 * (seed % 60), seed);
        auto const found = butterflies(g.undirected(), first);
        CHECK(found == butterflies_by_definition(g.symmetric_matrix(), first));
        CHECK(butterflies(g.as<test::boost_undirected>(), first) == found);
        CHECK(std::accumulate(found.of_vertex.begin(), found.of_vertex.end(), std::uint64_t{0})
              == 4 * found.total);
    }
}

TEST_CASE("butterflies: a hub of many leaves costs nothing and threads change nothing",
          "[algorithm][clustering]")
{
    // One group of all 200,000, whose pairs nobody could count, and a square.
    constexpr std::uint32_t n = 200'000;
    auto g = test::star(n);
    g.n += 2;
    g.edges.insert(g.edges.end(), {{1, n + 1}, {2, n + 1}, {2, n + 2}, {3, n + 2}});
    std::vector<std::uint32_t> to(g.n);
    for (std::uint32_t v = 0; v < g.n; ++v) { // leaves first, then the groups
        to[v] = v == 0 ? n : v <= n ? v - 1 : v;
    }
    auto const graph = g.relabelled(to).undirected();
    auto const found = butterflies(graph, n, {.threads = 1});
    CHECK(found.total == 2);
    CHECK(found.of_vertex[0] == 1);
    CHECK(found.of_vertex[1] == 2);
    CHECK(found.of_vertex[n] == 2);
    CHECK(butterflies(graph, n, {.threads = 3}) == found);
}

TEST_CASE("butterflies: what is no two-mode graph is refused", "[algorithm][clustering]")
{
    CHECK_THROWS_AS(butterflies(test::cycle(3).undirected(), 1), std::invalid_argument);
    CHECK_THROWS_AS(butterflies(test::path(2).undirected(), 3), std::invalid_argument);
    CHECK_THROWS_AS(butterflies(undirected_csr_graph{1, {{0, 0}}}, 1), std::invalid_argument);
}

TEST_CASE("butterflies: is cancelled and refused", "[algorithm][clustering]")
{
    auto const g = test::complete_bipartite(30, 30).undirected();
    std::stop_source stop;
    stop.request_stop();
    CHECK(test::thrown_code([&] { return butterflies(g, 30, {.stop = stop.get_token()}); })
          == error_code::cancelled);
    CHECK(test::thrown_code([&] { return butterflies(g, 30, {.memory_budget = 500}); })
          == error_code::over_budget);
}

TEST_CASE("add_exactly: a count beyond 64 bits is refused", "[algorithm][clustering]")
{
    auto count = std::numeric_limits<std::uint64_t>::max() - 1;
    detail::add_exactly(count, 1);
    CHECK(count == std::numeric_limits<std::uint64_t>::max());
    detail::add_exactly(count, 0);
    CHECK(test::thrown_code([&] {
              detail::add_exactly(count, 1);
              return 0;
          })
          == error_code::overflow);
}

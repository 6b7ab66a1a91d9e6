// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/core_numbers.hpp>

#include <capgraph/core/error.hpp>
#include <capgraph/graph/boost_graph.hpp>

#include "algorithm/published_graphs.hpp"
#include "algorithm/sample_graphs.hpp"
#include "algorithm/thrown_code.hpp"
#include "support/catch2.hpp"
#include "support/effort.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <stop_token>
#include <vector>

using namespace capgraph;
using numbers = std::vector<std::uint32_t>;

namespace {

template <class Graph>
concept has_cores = requires(Graph const& g)
{
    core_numbers(g);
};

static_assert(has_cores<undirected_csr_graph>);
static_assert(has_cores<test::boost_undirected>);
static_assert(!has_cores<csr_graph>); // which has two kinds of core numbers
static_assert(!has_cores<int>);

/// For each k: takes away vertices of fewer than k neighbours until none is left to take.
numbers cores_by_definition(test::dense_matrix const& a)
{
    auto const n = a.size();
    numbers core(n, 0);
    for (std::uint32_t k = 1; k < n; ++k) {
        std::vector<bool> stays(n, true);
        for (auto changed = true; changed;) {
            changed = false;
            for (std::size_t v = 0; v < n; ++v) {
                std::size_t neighbours = 0;
                for (std::size_t w = 0; w < n; ++w) {
                    neighbours += w != v && stays[w] && a[v][w] != 0.0 ? 1U : 0U;
                }
                if (stays[v] && neighbours < k) {
                    stays[v] = false;
                    changed = true;
                }
            }
        }
        for (std::size_t v = 0; v < n; ++v) {
            core[v] = stays[v] ? k : core[v];
        }
    }
    return core;
}

} // namespace

TEST_CASE("core_numbers: the smallest graphs", "[algorithm][cores]")
{
    CHECK(core_numbers(undirected_csr_graph{}).empty());
    CHECK(core_numbers(undirected_csr_graph{1, {}}) == numbers{0});
    CHECK(core_numbers(undirected_csr_graph{3, {}}) == numbers{0, 0, 0});
    CHECK(core_numbers(undirected_csr_graph{2, {{0, 1}}}) == numbers{1, 1});
    CHECK(core_numbers(undirected_csr_graph{1, {{0, 0}}}) == numbers{0});
}

TEST_CASE("core_numbers: closed forms", "[algorithm][cores]")
{
    auto const n = GENERATE(3U, 4U, 9U);
    CHECK(core_numbers(test::path(n).undirected()) == numbers(n, 1));
    CHECK(core_numbers(test::cycle(n).undirected()) == numbers(n, 2));
    CHECK(core_numbers(test::star(n).undirected()) == numbers(n + 1, 1));
    CHECK(core_numbers(test::complete(n).undirected()) == numbers(n, n - 1));
    CHECK(core_numbers(test::complete_bipartite(n, 5).undirected())
          == numbers(n + 5, std::min(n, 5U)));
}

TEST_CASE("core_numbers: the graph of NetworKit's own test", "[algorithm][cores][published]")
{
    // Oracle C10: CentralityGTest, testCoreDecomposition.
    undirected_csr_graph const g{16, {{2, 4},   {3, 4},   {4, 5},   {5, 7},   {6, 7},   {6, 8},
                                      {6, 9},   {6, 11},  {7, 12},  {8, 9},   {8, 10},  {8, 11},
                                      {8, 13},  {9, 10},  {9, 11},  {9, 13},  {10, 11}, {10, 13},
                                      {10, 14}, {11, 13}, {11, 14}, {12, 15}, {13, 14}, {14, 15}}};
    CHECK(core_numbers(g) == numbers{0, 0, 1, 1, 1, 1, 3, 2, 4, 4, 4, 4, 2, 4, 3, 2});
}

TEST_CASE("core_numbers: Krackhardt's kite as NetworkX has it (C05)",
          "[algorithm][cores][published]")
{
    CHECK(core_numbers(test::kite().undirected()) == numbers{3, 3, 3, 3, 3, 3, 3, 2, 1, 1});
}

TEST_CASE("core_numbers: the example of Neo4j's manual", "[algorithm][cores][published]")
{
    // Oracle C13; Alice, Bridget, Charles, Doug, Eli, Filip, Greg, Harry, Ian and James.
    undirected_csr_graph const g{10,
                                 {{0, 1},
                                  {1, 2},
                                  {2, 3},
                                  {2, 7},
                                  {3, 4},
                                  {3, 5},
                                  {3, 6},
                                  {4, 5},
                                  {4, 6},
                                  {5, 6},
                                  {6, 7},
                                  {8, 9}}};
    CHECK(core_numbers(g) == numbers{1, 1, 2, 3, 3, 3, 3, 2, 1, 1});
}

TEST_CASE("core_numbers: parallel edges loops and weights change nothing", "[algorithm][cores]")
{
    undirected_csr_graph const g{4,
                                 {{0, 1}, {1, 0}, {1, 2}, {2, 0}, {2, 3}, {3, 2}, {3, 3}, {0, 0}},
                                 {1, 2, 3, 4, 5, 6, 7, 8}};
    CHECK(core_numbers(g) == numbers{2, 2, 2, 1});
}

TEST_CASE("core_numbers: agrees with the definition on random graphs", "[algorithm][oracle]")
{
    auto const count = 60 * static_cast<unsigned>(test::effort());
    for (unsigned seed = 0; seed < count; ++seed) {
        CAPTURE(seed);
        auto const g = test::random_graph(3 + seed % 15, 20 + 7 * (seed % 60), seed);
        CHECK(core_numbers(g.undirected()) == cores_by_definition(g.symmetric_matrix()));
        CHECK(core_numbers(g.as<test::boost_undirected>()) == core_numbers(g.undirected()));
    }
}

TEST_CASE("core_numbers: relabelling permutes them and graphs side by side keep theirs",
          "[algorithm][property]")
{
    auto const seed = GENERATE(range(0U, 10U));
    CAPTURE(seed);
    auto const g = test::random_graph(40, 60, seed);
    auto const core = core_numbers(g.undirected());
    auto const to = test::random_permutation(g.n, seed);
    auto const moved = core_numbers(g.relabelled(to).undirected());
    for (std::size_t v = 0; v < g.n; ++v) {
        CHECK(moved[to[v]] == core[v]);
    }
    auto const both = core_numbers(g.beside(test::complete(4)).undirected());
    CHECK(std::equal(core.begin(), core.end(), both.begin()));
    CHECK(numbers(both.begin() + static_cast<std::ptrdiff_t>(g.n), both.end()) == numbers(4, 3));
}

TEST_CASE("core_numbers: is cancelled and refused", "[algorithm][cores]")
{
    auto const g = test::random_graph(40, 60, 1).undirected();
    std::stop_source stop;
    stop.request_stop();
    CHECK(test::thrown_code([&] { return core_numbers(g, {.stop = stop.get_token()}); })
          == error_code::cancelled);
    CHECK(test::thrown_code([&] { return core_numbers(g, {.memory_budget = 100}); })
          == error_code::over_budget);
}

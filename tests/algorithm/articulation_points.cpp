// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/articulation_points.hpp>

#include <capgraph/core/error.hpp>
#include <capgraph/graph/boost_graph.hpp>

#include "algorithm/published_graphs.hpp"
#include "algorithm/sample_graphs.hpp"
#include "algorithm/thrown_code.hpp"
#include "support/catch2.hpp"
#include "support/effort.hpp"
#include "support/oracles.hpp"

#include <boost/graph/biconnected_components.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iterator>
#include <set>
#include <stop_token>
#include <vector>

#if defined(__unix__)
#include <pthread.h>
#endif

using namespace capgraph;
using list = std::vector<std::uint32_t>;
using lists = std::vector<list>;

namespace {

template <class Graph>
concept has_articulation_points = requires(Graph const& g)
{
    articulation_points(g);
};

static_assert(has_articulation_points<undirected_csr_graph>);
static_assert(has_articulation_points<test::boost_undirected>);
static_assert(!has_articulation_points<csr_graph>);

lists rows_of(biconnected_partition const& found)
{
    lists rows;
    for (std::size_t i = 0; i < found.count(); ++i) {
        auto const row = found.row(i);
        rows.emplace_back(row.begin(), row.end());
    }
    return rows;
}

std::size_t components(test::dense_matrix const& a)
{
    auto const lowest = test::lowest_connected_by_definition(a);
    return std::set<std::size_t>(lowest.begin(), lowest.end()).size();
}

/// Those whose edges' loss makes more components than itself.
list articulation_points_by_definition(test::dense_matrix const& a)
{
    list found;
    for (std::uint32_t v = 0; v < a.size(); ++v) {
        auto rest = a;
        auto had_edge = false;
        for (std::size_t w = 0; w < a.size(); ++w) {
            had_edge = had_edge || rest[v][w] != 0.0;
            rest[v][w] = rest[w][v] = 0.0;
        }
        if (had_edge && components(rest) > components(a) + 1) {
            found.push_back(v);
        }
    }
    return found;
}

std::vector<edge_ends> bridges_by_definition(test::dense_matrix const& a)
{
    std::vector<edge_ends> found;
    for (std::uint32_t u = 0; u < a.size(); ++u) {
        for (std::uint32_t v = u + 1; v < a.size(); ++v) {
            auto rest = a;
            rest[u][v] = rest[v][u] = 0.0;
            if (a[u][v] != 0.0 && components(rest) > components(a)) {
                found.push_back({u, v});
            }
        }
    }
    return found;
}

#if defined(__unix__)
/// Runs `work()` with so little a stack that recursion would overflow it.
template <class Work>
void on_small_stack(Work& work)
{
    pthread_attr_t attributes;
    REQUIRE(pthread_attr_init(&attributes) == 0);
    REQUIRE(pthread_attr_setstacksize(&attributes, std::size_t{64} * 1024) == 0);
    pthread_t thread{};
    auto const run = [](void* what) -> void* {
        (*static_cast<Work*>(what))();
        return nullptr;
    };
    REQUIRE(pthread_create(&thread, &attributes, run, &work) == 0);
    REQUIRE(pthread_join(thread, nullptr) == 0);
    pthread_attr_destroy(&attributes);
}
#endif

} // namespace

TEST_CASE("articulation_points: the smallest graphs", "[algorithm][biconnected]")
{
    for (auto const& g : {undirected_csr_graph{}, undirected_csr_graph{1, {}},
                          undirected_csr_graph{1, {{0, 0}}}, undirected_csr_graph{3, {}}}) {
        CHECK(biconnected_components(g) == biconnected_partition{});
        CHECK(articulation_points(g).empty());
        CHECK(bridges(g).empty());
    }
    undirected_csr_graph const pair{3, {{2, 0}, {0, 2}, {2, 2}}};
    CHECK(rows_of(biconnected_components(pair)) == lists{{0, 2}});
    CHECK(articulation_points(pair).empty());
    CHECK(bridges(pair) == std::vector<edge_ends>{{0, 2}});
}

TEST_CASE("articulation_points: closed forms", "[algorithm][biconnected]")
{
    auto const n = GENERATE(3U, 4U, 9U);
    auto const path = test::path(n).undirected();
    CHECK(articulation_points(path).size() == n - 2);
    CHECK(bridges(path).size() == n - 1);
    CHECK(articulation_points(test::star(n).undirected()) == list{0});
    CHECK(bridges(test::star(n).undirected()).size() == n);
    for (auto const& g : {test::cycle(n), test::complete(n), test::complete_bipartite(n, 3)}) {
        CHECK(articulation_points(g.undirected()).empty());
        CHECK(bridges(g.undirected()).empty());
        CHECK(biconnected_components(g.undirected()).count() == 1);
        CHECK(biconnected_components(g.undirected()).members.size() == g.n);
    }
}

TEST_CASE("articulation_points: the kite hangs on its tail", "[algorithm][biconnected]")
{
    auto const g = test::kite().undirected();
    CHECK(articulation_points(g) == list{7, 8});
    CHECK(bridges(g) == std::vector<edge_ends>{{7, 8}, {8, 9}});
    CHECK(rows_of(biconnected_components(g)) == lists{{0, 1, 2, 3, 4, 5, 6, 7}, {7, 8}, {8, 9}});
}

TEST_CASE("articulation_points: components come in order whatever the search meets first",
          "[algorithm][biconnected]")
{
    // Two triangles that meet in 5, a bridge 0 - 5, a pair apart.
    undirected_csr_graph const g{8,
                                 {{5, 1}, {1, 4}, {4, 5}, {5, 2}, {2, 3}, {3, 5}, {0, 5}, {6, 7}}};
    CHECK(rows_of(biconnected_components(g)) == lists{{0, 5}, {1, 4, 5}, {2, 3, 5}, {6, 7}});
    CHECK(articulation_points(g) == list{5});
    CHECK(bridges(g) == std::vector<edge_ends>{{0, 5}, {6, 7}});
}

TEST_CASE("articulation_points: agrees with the definitions on random graphs",
          "[algorithm][oracle]")
{
    auto const count = 80 * static_cast<unsigned>(test::effort());
    for (unsigned seed = 0; seed < count; ++seed) {
        CAPTURE(seed);
        auto const sample = test::random_graph(2 + seed % 14, 15 + 3 * (seed % 50), seed);
        auto const a = sample.symmetric_matrix();
        auto const g = sample.undirected();
        CHECK(articulation_points(g) == articulation_points_by_definition(a));
        CHECK(bridges(g) == bridges_by_definition(a));
        CHECK(articulation_points(sample.as<test::boost_undirected>()) == articulation_points(g));
    }
}

TEST_CASE("biconnected_components: each pair of neighbours is in one and two share one vertex",
          "[algorithm][property]")
{
    auto const seed = GENERATE(range(0U, 20U));
    CAPTURE(seed);
    auto const sample = test::random_graph(30, 30, seed);
    auto const rows = rows_of(biconnected_components(sample.undirected()));
    CHECK(std::ranges::is_sorted(rows));
    for (auto const& e : sample.edges) {
        auto const homes = std::ranges::count_if(rows, [&](list const& row) {
            return std::ranges::binary_search(row, e.source)
                   && std::ranges::binary_search(row, e.target);
        });
        CHECK((e.source == e.target || homes == 1));
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        CHECK(std::ranges::adjacent_find(rows[i], std::greater_equal{}) == rows[i].end());
        for (std::size_t j = 0; j < i; ++j) {
            list both;
            std::ranges::set_intersection(rows[i], rows[j], std::back_inserter(both));
            CHECK(both.size() <= 1);
        }
    }
}

TEST_CASE("articulation_points: agrees with Boost.Graph", "[algorithm][oracle]")
{
    auto const seed = GENERATE(range(0U, 10U));
    CAPTURE(seed);
    auto const g = test::random_two_mode(60, 60, 20, seed).undirected();
    list of_boost;
    boost::articulation_points(g, std::back_inserter(of_boost));
    std::ranges::sort(of_boost);
    CHECK(articulation_points(g) == of_boost);
}

TEST_CASE("articulation_points: relabelling moves them", "[algorithm][property]")
{
    auto const seed = GENERATE(range(0U, 10U));
    CAPTURE(seed);
    auto const g = test::random_graph(40, 25, seed);
    auto const to = test::random_permutation(g.n, seed);
    auto expected = articulation_points(g.undirected());
    for (auto& v : expected) {
        v = to[v];
    }
    std::ranges::sort(expected);
    CHECK(articulation_points(g.relabelled(to).undirected()) == expected);
}

#if defined(__unix__)
TEST_CASE("articulation_points: a long chain needs no stack", "[algorithm][biconnected]")
{
    auto const n = 400'000U * static_cast<unsigned>(test::effort());
    auto const g = test::path(n).undirected();
    std::size_t points = 0;
    std::size_t edges = 0;
    auto work = [&] {
        points = articulation_points(g).size();
        edges = bridges(g).size();
    };
    on_small_stack(work);
    CHECK(points == n - 2);
    CHECK(edges == n - 1);
}
#endif

TEST_CASE("articulation_points: is cancelled and refused", "[algorithm][biconnected]")
{
    auto const g = test::random_graph(40, 60, 1).undirected();
    std::stop_source stop;
    stop.request_stop();
    CHECK(test::thrown_code([&] { return articulation_points(g, {.stop = stop.get_token()}); })
          == error_code::cancelled);
    CHECK(test::thrown_code([&] { return bridges(g, {.memory_budget = 100}); })
          == error_code::over_budget);
}

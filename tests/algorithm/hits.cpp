// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/hits.hpp>

#include <capgraph/algorithm/eigenvector_centrality.hpp>
#include <capgraph/core/error.hpp>
#include <capgraph/graph/reversed.hpp>

#include "algorithm/dense_solve.hpp"
#include "algorithm/run_laws.hpp"
#include "algorithm/sample_graphs.hpp"
#include "support/catch2.hpp"
#include "support/effort.hpp"
#include "support/oracles.hpp"

#include <boost/graph/adjacency_list.hpp>

#include <cmath>
#include <cstdint>
#include <limits>
#include <stdexcept>
#include <vector>

using namespace capgraph;
using scores = std::vector<double>;

namespace {

template <class Graph>
concept has_hits = requires(Graph const& g)
{
    hits(g);
};

static_assert(has_hits<undirected_csr_graph>);
static_assert(has_hits<csr_graph>);
static_assert(has_hits<test::boost_directed>);
static_assert(!has_hits<boost::adjacency_list<boost::vecS, boost::listS>>);
static_assert(!has_hits<int>);

constexpr hits_options highest_is_one{.scale = hits_normalization::maximum};

/// A A^T
test::dense_matrix with_transposed(test::dense_matrix const& a)
{
    auto result = test::zero_matrix(a.size());
    for (std::size_t u = 0; u < a.size(); ++u) {
        for (std::size_t v = 0; v < a.size(); ++v) {
            for (std::size_t w = 0; w < a.size(); ++w) {
                result[u][v] += a[u][w] * a[v][w];
            }
        }
    }
    return result;
}

} // namespace

TEST_CASE("hits: graphs of up to two vertices", "[algorithm][hits]")
{
    CHECK(hits(csr_graph{}) == hits_scores{});
    CHECK(hits(csr_graph{1, {}}) == hits_scores{{0.0}, {0.0}});
    CHECK(hits(csr_graph{1, {{0, 0}}}) == hits_scores{{0.0}, {0.0}});
    CHECK(hits(csr_graph{3, {}}) == hits_scores{scores(3, 0.0), scores(3, 0.0)});
    CHECK(hits(csr_graph{2, {{0, 1}}}, highest_is_one) == hits_scores{{1.0, 0.0}, {0.0, 1.0}});
    CHECK(hits(undirected_csr_graph{2, {{0, 1}}}, highest_is_one)
          == hits_scores{{1.0, 1.0}, {1.0, 1.0}});
}

TEST_CASE("hits: closed forms", "[algorithm][hits]")
{
    SECTION("one hub and its authorities")
    {
        auto const n = GENERATE(1U, 3U, 8U);
        auto const found = hits(test::star(n).directed(), {.scale = hits_normalization::sum});
        scores hub(n + 1, 0.0);
        hub[0] = 1.0;
        scores authority(n + 1, 1.0 / n);
        authority[0] = 0.0;
        CHECK(test::agree(found.hubs, hub));
        CHECK(test::agree(found.authorities, authority));
    }
    SECTION("two hubs of which one knows more")
    {
        // 0 -> 2, 3; 1 -> 3. A A^T = [2 1; 1 1]: the golden ratio.
        auto const found = hits(csr_graph{4, {{0, 2}, {0, 3}, {1, 3}}}, highest_is_one);
        auto const golden = (std::sqrt(5.0) - 1.0) / 2.0;
        CHECK(test::agree(found.hubs, {1.0, golden, 0.0, 0.0}));
        CHECK(test::agree(found.authorities, {0.0, 0.0, golden, 1.0}));
    }
}

TEST_CASE("hits: the part of the largest singular value takes all", "[algorithm][hits]")
{
    // 2 -> 3, 4 beats 0 -> 1.
    csr_graph const g{5, {{0, 1}, {2, 3}, {2, 4}}};
    CHECK(hits(g, highest_is_one) == hits_scores{{0, 0, 1, 0, 0}, {0, 0, 0, 1, 1}});
}

TEST_CASE("hits: agrees with the eigenvectors of the product on random graphs",
          "[algorithm][oracle]")
{
    auto const count = 50 * static_cast<unsigned>(test::effort());
    for (unsigned seed = 0; seed < count; ++seed) {
        CAPTURE(seed);
        // A path over all keeps the parts together, so that no two have the same value.
        auto g = test::random_graph(2 + seed % 12, 40 + 5 * (seed % 50), seed);
        for (std::uint32_t v = 1; v < g.n; ++v) {
            g.edges.push_back({v - 1, v});
            g.edges.push_back({v - 1, v - 1 == 0 ? v : v - 2});
        }
        g = test::randomly_weighted(g, seed);
        auto const a = g.matrix();
        auto const found = hits(g.directed());
        CHECK(test::agree(found.hubs, test::eigenvector_by_definition(with_transposed(a)), 1e-7));
        CHECK(test::agree(found.authorities,
                          test::eigenvector_by_definition(with_transposed(test::transposed(a))),
                          1e-7));
    }
}

TEST_CASE("hits: in an undirected graph both are the eigenvector", "[algorithm][property]")
{
    auto const seed = GENERATE(range(0U, 10U));
    CAPTURE(seed);
    auto const g = test::randomly_weighted(test::random_graph(15, 150, seed), seed).undirected();
    auto const expected = eigenvector_centrality(g);
    auto const found = hits(g);
    CHECK(test::agree(found.hubs, expected, 1e-8));
    CHECK(test::agree(found.authorities, expected, 1e-8));
    auto const two_mode = test::random_two_mode(6, 9, 400, seed).undirected();
    CHECK(test::agree(hits(two_mode).hubs, eigenvector_centrality(two_mode), 1e-8));
}

TEST_CASE("hits: turned round hubs are authorities", "[algorithm][property]")
{
    auto const g = test::random_graph(25, 100, 3).directed();
    auto const found = hits(g);
    auto const back = hits(reversed(g));
    CHECK(test::agree(back.hubs, found.authorities, 1e-9));
    CHECK(test::agree(back.authorities, found.hubs, 1e-9));
}

TEST_CASE("hits: loops and edges of weight zero are none and parallel ones add up",
          "[algorithm][hits]")
{
    csr_graph const told{3, {{0, 1}, {0, 1}, {0, 2}, {1, 1}, {1, 2}, {2, 0}}, {1, 1, 1, 9, 1, 0}};
    csr_graph const same{3, {{0, 1}, {0, 2}, {1, 2}}, {2, 1, 1}};
    CHECK(test::agree(hits(told).hubs, hits(same).hubs));
    CHECK(test::agree(hits(told).authorities, hits(same).authorities));
}

TEST_CASE("hits: what is no weight or option is refused", "[algorithm][hits]")
{
    auto const g = test::path(3).directed();
    for (auto const bad : {-1.0, std::numeric_limits<double>::infinity(),
                           std::numeric_limits<double>::quiet_NaN()}) {
        CAPTURE(bad);
        CHECK_THROWS_AS(hits(g, [=](auto const&) { return bad; }), std::invalid_argument);
        CHECK_THROWS_AS(hits(g, {.tolerance = bad}), std::invalid_argument);
    }
}

TEST_CASE("hits: an iteration that ends too soon says how far it came", "[algorithm][hits]")
{
    auto const g = test::path(100).undirected();
    CHECK(test::thrown_code([&] { return hits(g, {.max_iterations = 3}); })
          == error_code::not_converged);
}

TEST_CASE("hits: is the same on every type of graph", "[algorithm][hits]")
{
    auto const g = test::random_graph(20, 150, 11);
    CHECK(hits(g.as<test::boost_undirected>()) == hits(g.undirected()));
    CHECK(hits(g.as<test::boost_directed>()) == hits(g.directed()));
}

TEST_CASE("hits: relabelling permutes the scores", "[algorithm][property]")
{
    auto const seed = GENERATE(range(0U, 10U));
    CAPTURE(seed);
    auto const g = test::randomly_weighted(test::random_graph(25, 150, seed), seed);
    auto const to = test::random_permutation(g.n, seed);
    CHECK(test::agree(hits(g.relabelled(to).directed()).hubs,
                      test::relabelled(hits(g.directed()).hubs, to), 1e-8));
}

TEST_CASE("hits: keeps the laws of a run", "[algorithm][hits]")
{
    auto const large = test::randomly_weighted(test::random_graph(700, 300, 1), 1).directed();
    test::check_threads_change_nothing(
        [&](run_options const& run) { return hits(large, {}, run).hubs; });
    test::check_threads_change_nothing(
        [&](run_options const& run) { return hits(large, {}, run).authorities; });
    auto const g = test::random_graph(100, 60, 1).directed();
    auto const ask = [&](run_options const& run) { return hits(g, {}, run).hubs; };
    test::check_is_cancelled(ask);
    test::check_reports_progress(ask);
    test::check_is_refused_above_budget(ask, 100 * 100, 100 * 600);
}

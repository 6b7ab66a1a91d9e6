// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/clustering_coefficient.hpp>

#include <capgraph/algorithm/projection.hpp>
#include <capgraph/core/error.hpp>
#include <capgraph/graph/boost_graph.hpp>

#include "algorithm/crunchbase_groups.hpp"
#include "algorithm/published_graphs.hpp"
#include "algorithm/sample_graphs.hpp"
#include "algorithm/thrown_code.hpp"
#include "support/catch2.hpp"
#include "support/effort.hpp"
#include "support/oracles.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <optional>
#include <stop_token>
#include <vector>

using namespace capgraph;
using scores = std::vector<double>;
using counts = std::vector<std::uint64_t>;

namespace {

template <class Graph>
concept has_clustering = requires(Graph const& g)
{
    clustering_coefficient(g);
};

static_assert(has_clustering<undirected_csr_graph>);
static_assert(has_clustering<test::boost_undirected>);
static_assert(!has_clustering<csr_graph>);

constexpr average_clustering_options leave_out{.fewer_than_two = low_degree::left_out};

struct by_definition {
    counts triangles;
    scores local;
    double closed = 0.0;
    double pairs = 0.0;
    std::size_t of_two = 0; // vertices of two neighbours or more
};

/// All pairs of neighbours of each vertex.
by_definition clustering_by_definition(test::dense_matrix const& a)
{
    auto const n = a.size();
    by_definition result{counts(n, 0), scores(n, 0.0)};
    for (std::size_t v = 0; v < n; ++v) {
        double pairs = 0.0;
        for (std::size_t u = 0; u < n; ++u) {
            for (std::size_t w = u + 1; w < n; ++w) {
                if (u != v && w != v && a[v][u] != 0.0 && a[v][w] != 0.0) {
                    pairs += 1.0;
                    result.triangles[v] += a[u][w] != 0.0 ? 1U : 0U;
                }
            }
        }
        auto const closed = static_cast<double>(result.triangles[v]);
        result.local[v] = pairs > 0.0 ? closed / pairs : 0.0;
        result.closed += closed;
        result.pairs += pairs;
        result.of_two += pairs > 0.0 ? 1U : 0U;
    }
    return result;
}

} // namespace

TEST_CASE("clustering_coefficient: graphs without a pair of neighbours have none",
          "[algorithm][clustering]")
{
    undirected_csr_graph const empty;
    CHECK(clustering_coefficient(empty).empty());
    CHECK(triangle_counts(empty).empty());
    CHECK(!average_clustering(empty).has_value());
    CHECK(!transitivity(empty).has_value());
    for (auto const& g : {undirected_csr_graph{1, {}}, undirected_csr_graph{1, {{0, 0}}},
                          undirected_csr_graph{3, {}}, undirected_csr_graph{2, {{0, 1}, {1, 0}}}}) {
        auto const n = num_vertices(g);
        CHECK(clustering_coefficient(g) == scores(n, 0.0));
        CHECK(triangle_counts(g) == counts(n, 0));
        CHECK(average_clustering(g) == 0.0);
        CHECK(!average_clustering(g, leave_out).has_value());
        CHECK(!transitivity(g).has_value());
    }
}

TEST_CASE("clustering_coefficient: closed forms", "[algorithm][clustering]")
{
    auto const n = GENERATE(3U, 4U, 9U);
    auto const clique = test::complete(n).undirected();
    CHECK(clustering_coefficient(clique) == scores(n, 1.0));
    CHECK(triangle_counts(clique) == counts(n, (n - 1) * (n - 2) / 2));
    CHECK(transitivity(clique) == 1.0);
    auto const star = test::star(n).undirected();
    CHECK(clustering_coefficient(star) == scores(n + 1, 0.0));
    CHECK(transitivity(star) == 0.0);
    CHECK(average_clustering(star, leave_out) == 0.0);
    CHECK(transitivity(test::complete_bipartite(n, 4).undirected()) == 0.0);
}

TEST_CASE("clustering_coefficient: a triangle with a tail by hand", "[algorithm][clustering]")
{
    // 0, 1 and 2 know each other, 3 knows 2: of the pairs of 2 one of three is closed.
    undirected_csr_graph const g{5, {{0, 1}, {1, 2}, {2, 0}, {2, 3}}};
    CHECK(test::agree(clustering_coefficient(g), {1.0, 1.0, 1.0 / 3.0, 0.0, 0.0}));
    CHECK(triangle_counts(g) == counts{1, 1, 1, 0, 0});
    CHECK(*average_clustering(g) == Approx((2.0 + 1.0 / 3.0) / 5.0));
    CHECK(*average_clustering(g, leave_out) == Approx((2.0 + 1.0 / 3.0) / 3.0));
    CHECK(*transitivity(g) == Approx(3.0 / 5.0));
}

TEST_CASE("clustering_coefficient: the karate club has 45 triangles",
          "[algorithm][clustering][published]")
{
    // Igraph and NetworkX: transitivity 0.2556818, average 0.5706385.
    auto const g = test::karate_club().undirected();
    auto const found = triangle_counts(g);
    CHECK(std::accumulate(found.begin(), found.end(), std::uint64_t{0}) == 3 * 45);
    CHECK(*transitivity(g) == Approx(0.2556818).margin(1e-7));
    CHECK(*average_clustering(g) == Approx(0.5706385).margin(1e-7));
    CHECK(clustering_coefficient(g)[0] == Approx(0.15));
}

TEST_CASE("clustering_coefficient: agrees with the definition on random graphs",
          "[algorithm][oracle]")
{
    auto const count = 80 * static_cast<unsigned>(test::effort());
    for (unsigned seed = 0; seed < count; ++seed) {
        CAPTURE(seed);
        auto const sample = test::random_graph(3 + seed % 20, 20 + 7 * (seed % 80), seed);
        auto const g = sample.undirected();
        auto const expected = clustering_by_definition(sample.symmetric_matrix());
        CHECK(triangle_counts(g) == expected.triangles);
        CHECK(test::agree(clustering_coefficient(g), expected.local));
        auto const sum = std::accumulate(expected.local.begin(), expected.local.end(), 0.0);
        CHECK(*average_clustering(g) == Approx(sum / static_cast<double>(sample.n)));
        CHECK(average_clustering(g, leave_out).has_value() == (expected.of_two > 0));
        if (expected.of_two > 0) {
            CHECK(*average_clustering(g, leave_out)
                  == Approx(sum / static_cast<double>(expected.of_two)));
            CHECK(*transitivity(g) == Approx(expected.closed / expected.pairs));
        }
        CHECK(triangle_counts(sample.as<test::boost_undirected>()) == expected.triangles);
    }
}

TEST_CASE("clustering_coefficient: weights are ignored and relabelling permutes the scores",
          "[algorithm][property]")
{
    auto const seed = GENERATE(range(0U, 10U));
    CAPTURE(seed);
    auto const g = test::random_graph(40, 60, seed);
    auto const score = clustering_coefficient(g.undirected());
    CHECK(clustering_coefficient(test::randomly_weighted(g, seed).undirected()) == score);
    auto const to = test::random_permutation(g.n, seed);
    CHECK(clustering_coefficient(g.relabelled(to).undirected()) == test::relabelled(score, to));
}

TEST_CASE("clustering_coefficient: threads and little memory don't change a count",
          "[algorithm][clustering]")
{
    auto const g = test::random_graph(900, 12, 5).undirected();
    auto const expected = triangle_counts(g, {.threads = 1});
    for (auto const threads : {0U, 2U, 7U}) {
        CHECK(triangle_counts(g, {.threads = threads}) == expected);
    }
    // Room for the rows in order and one thread, but not for seven.
    CHECK(triangle_counts(g, {.memory_budget = 250'000, .threads = 7}) == expected);
    CHECK(test::thrown_code([&] { return triangle_counts(g, {.memory_budget = 20'000}); })
          == error_code::over_budget);
    std::stop_source stop;
    stop.request_stop();
    CHECK(test::thrown_code([&] { return transitivity(g, {.stop = stop.get_token()}); })
          == error_code::cancelled);
}

TEST_CASE("clustering_coefficient: the investors of Crunchbase 2013",
          "[algorithm][clustering][published]")
{
    auto const groups = test::crunchbase_groups(false);
    if (!groups) {
        return; // the file is not part of the project
    }
    auto const g = undirected_csr_graph::from_rows(
        projection(groups->names.size(), {groups->offsets, groups->members}));
    auto const found = triangle_counts(g);
    // Each triangle once more, as the edges that close the pairs of earlier neighbours.
    std::uint64_t triangles = 0;
    auto const rows = g.view();
    for (std::uint32_t v = 0; v < rows.num_vertices(); ++v) {
        for (auto const w : rows.row(v)) {
            for (auto const z : rows.row(w)) {
                if (v < w && w < z) {
                    auto const row = rows.row(v);
                    triangles += std::binary_search(row.begin(), row.end(), z) ? 1U : 0U;
                }
            }
        }
    }
    CHECK(std::accumulate(found.begin(), found.end(), std::uint64_t{0}) == 3 * triangles);
}

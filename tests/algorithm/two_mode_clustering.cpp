// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/two_mode_clustering.hpp>

#include <capgraph/core/error.hpp>
#include <capgraph/graph/boost_graph.hpp>

#include "algorithm/davis.hpp"
#include "algorithm/sample_graphs.hpp"
#include "algorithm/thrown_code.hpp"
#include "support/catch2.hpp"
#include "support/effort.hpp"
#include "support/oracles.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <stop_token>
#include <vector>

using namespace capgraph;
using optional_scores = std::vector<std::optional<double>>;

namespace {

bool alike(optional_scores const& a, optional_scores const& b)
{
    return std::ranges::equal(a, b, [](auto const& x, auto const& y) {
        return x.has_value() == y.has_value() && (!x || std::abs(*x - *y) < 1e-12);
    });
}

std::size_t shared_neighbours(test::dense_matrix const& a, std::size_t u, std::size_t v)
{
    std::size_t shared = 0;
    for (std::size_t w = 0; w < a.size(); ++w) {
        shared += a[u][w] != 0.0 && a[v][w] != 0.0 ? 1U : 0U;
    }
    return shared;
}

optional_scores clustering_by_definition(test::dense_matrix const& a, overlap_coefficient by)
{
    optional_scores result(a.size());
    for (std::size_t u = 0; u < a.size(); ++u) {
        double sum = 0.0;
        double others = 0.0;
        for (std::size_t v = 0; v < a.size(); ++v) {
            auto const shared = static_cast<double>(shared_neighbours(a, u, v));
            if (u == v || shared == 0.0) {
                continue;
            }
            auto const of_u = static_cast<double>(shared_neighbours(a, u, u));
            auto const of_v = static_cast<double>(shared_neighbours(a, v, v));
            others += 1.0;
            sum += shared
                   / (by == overlap_coefficient::dot   ? of_u + of_v - shared
                      : by == overlap_coefficient::min ? std::min(of_u, of_v)
                                                       : std::max(of_u, of_v));
        }
        if (others > 0.0) {
            result[u] = sum / others;
        }
    }
    return result;
}

optional_scores redundancy_by_definition(test::dense_matrix const& a)
{
    optional_scores result(a.size());
    for (std::size_t v = 0; v < a.size(); ++v) {
        double pairs = 0.0;
        double redundant = 0.0;
        for (std::size_t u = 0; u < a.size(); ++u) {
            for (std::size_t w = u + 1; w < a.size(); ++w) {
                if (a[v][u] != 0.0 && a[v][w] != 0.0) {
                    pairs += 1.0;
                    redundant += shared_neighbours(a, u, w) > 1 ? 1.0 : 0.0; // v is one
                }
            }
        }
        if (pairs > 0.0) {
            result[v] = redundant / pairs;
        }
    }
    return result;
}

/// Paths s - u - v - t by their ends and middles; closed where s and t are joined.
std::optional<double> robins_alexander_by_definition(test::dense_matrix const& a)
{
    double paths = 0.0;
    double closed = 0.0;
    for (std::size_t s = 0; s < a.size(); ++s) {
        for (std::size_t u = 0; u < a.size(); ++u) {
            for (std::size_t v = 0; v < a.size(); ++v) {
                for (std::size_t t = 0; t < a.size(); ++t) {
                    if (s != v && u != t && a[s][u] * a[u][v] * a[v][t] != 0.0) {
                        paths += 1.0;
                        closed += a[s][t] != 0.0 ? 1.0 : 0.0;
                    }
                }
            }
        }
    }
    return paths == 0.0 ? std::nullopt : std::optional{closed / paths};
}

} // namespace

TEST_CASE("two_mode_clustering: who shares nothing has none", "[algorithm][clustering]")
{
    CHECK(two_mode_clustering(undirected_csr_graph{}, 0).empty());
    CHECK(two_mode_redundancy(undirected_csr_graph{}, 0).empty());
    CHECK(!robins_alexander_clustering(undirected_csr_graph{}, 0).has_value());
    undirected_csr_graph const pair{3, {{0, 1}, {1, 0}}};
    CHECK(two_mode_clustering(pair, 1) == optional_scores(3));
    CHECK(two_mode_redundancy(pair, 1) == optional_scores(3));
    CHECK(!robins_alexander_clustering(pair, 1).has_value());
    // The leaves of a star share all they have, its hub shares nothing.
    auto const star = test::star(3).undirected();
    CHECK(two_mode_clustering(star, 1) == optional_scores{std::nullopt, 1.0, 1.0, 1.0});
    CHECK(two_mode_redundancy(star, 1) == optional_scores{0.0, {}, {}, {}});
    CHECK(!robins_alexander_clustering(star, 1).has_value());
}

TEST_CASE("two_mode_clustering: complete two-mode graphs share all", "[algorithm][clustering]")
{
    auto const g = test::complete_bipartite(3, 4).undirected();
    for (auto const by :
         {overlap_coefficient::dot, overlap_coefficient::min, overlap_coefficient::max}) {
        CHECK(two_mode_clustering(g, 3, by) == optional_scores(7, 1.0));
    }
    CHECK(two_mode_redundancy(g, 3) == optional_scores(7, 1.0));
    CHECK(robins_alexander_clustering(g, 3) == 1.0);
}

TEST_CASE("two_mode_clustering: a path of four", "[algorithm][clustering][published]")
{
    // NetworkX, bipartite.clustering: 0.5 and by the lesser 1. Vertices 0 - 2 - 1 - 3.
    undirected_csr_graph const g{4, {{0, 2}, {2, 1}, {1, 3}}};
    CHECK(two_mode_clustering(g, 2) == optional_scores(4, 0.5));
    CHECK(two_mode_clustering(g, 2, overlap_coefficient::min) == optional_scores(4, 1.0));
    CHECK(two_mode_clustering(g, 2, overlap_coefficient::max) == optional_scores(4, 0.5));
    CHECK(robins_alexander_clustering(g, 2) == 0.0);
}

TEST_CASE("two_mode_redundancy: a cycle of six with an edge across",
          "[algorithm][clustering][published]")
{
    // Oracle B19, NetworkX test_redundancy: 0 - 1 - ... - 5 - 0 and 0 - 3. The even vertices are
    // 0, 1 and 2 here, the odd ones 3, 4 and 5.
    undirected_csr_graph const g{6, {{0, 3}, {3, 1}, {1, 4}, {4, 2}, {2, 5}, {5, 0}, {0, 4}}};
    CHECK(alike(two_mode_redundancy(g, 3), {2.0 / 3.0, 1.0, 1.0, 1.0, 2.0 / 3.0, 1.0}));
}

TEST_CASE("robins_alexander_clustering: the Southern Women", "[algorithm][clustering][published]")
{
    // NetworkX, bipartite.robins_alexander_clustering: 0.468.
    auto const g = test::davis().undirected();
    CHECK(*robins_alexander_clustering(g, test::davis_women) == Approx(0.468).margin(5e-4));
}

TEST_CASE("two_mode_clustering: agrees with the definitions on random graphs",
          "[algorithm][oracle]")
{
    auto const count = 60 * static_cast<unsigned>(test::effort());
    for (unsigned seed = 0; seed < count; ++seed) {
        CAPTURE(seed);
        auto const first = 1 + seed % 9;
        auto const sample =
            test::random_two_mode(first, 2 + seed % 11, 100 + 10 * (seed % 60), seed);
        auto const g = sample.undirected();
        auto const a = sample.symmetric_matrix();
        for (auto const by :
             {overlap_coefficient::dot, overlap_coefficient::min, overlap_coefficient::max}) {
            CHECK(alike(two_mode_clustering(g, first, by), clustering_by_definition(a, by)));
        }
        CHECK(alike(two_mode_redundancy(g, first), redundancy_by_definition(a)));
        CHECK(alike({robins_alexander_clustering(g, first)}, {robins_alexander_by_definition(a)}));
        auto const boost = sample.as<test::boost_undirected>();
        CHECK(two_mode_clustering(boost, first) == two_mode_clustering(g, first));
    }
}

TEST_CASE("two_mode_clustering: parallel edges and weights change nothing",
          "[algorithm][clustering]")
{
    auto const g = test::random_two_mode(8, 9, 350, 4);
    auto doubled = g;
    doubled.edges.insert(doubled.edges.end(), g.edges.begin(), g.edges.end());
    auto const odd = test::randomly_weighted(doubled, 4).undirected();
    CHECK(two_mode_clustering(odd, 8) == two_mode_clustering(g.undirected(), 8));
    CHECK(two_mode_redundancy(odd, 8) == two_mode_redundancy(g.undirected(), 8));
    CHECK(robins_alexander_clustering(odd, 8) == robins_alexander_clustering(g.undirected(), 8));
}

TEST_CASE("two_mode_clustering: relabelling within the sides permutes the scores",
          "[algorithm][property]")
{
    auto const seed = GENERATE(range(0U, 10U));
    CAPTURE(seed);
    auto const g = test::random_two_mode(12, 15, 250, seed);
    auto to = test::random_permutation(12, seed);
    for (auto const v : test::random_permutation(15, seed + 100)) {
        to.push_back(12 + v);
    }
    auto const score = two_mode_clustering(g.undirected(), 12);
    auto const redundancy = two_mode_redundancy(g.undirected(), 12);
    optional_scores moved(g.n);
    optional_scores moved_redundancy(g.n);
    for (std::size_t v = 0; v < g.n; ++v) {
        moved[to[v]] = score[v];
        moved_redundancy[to[v]] = redundancy[v];
    }
    auto const relabelled = g.relabelled(to).undirected();
    CHECK(alike(two_mode_clustering(relabelled, 12), moved));
    CHECK(two_mode_redundancy(relabelled, 12) == moved_redundancy);
}

TEST_CASE("two_mode_clustering: threads don't change a byte", "[algorithm][clustering]")
{
    auto const g = test::random_two_mode(200, 300, 30, 8).undirected();
    auto const score = two_mode_clustering(g, 200, {}, {.threads = 1});
    auto const redundancy = two_mode_redundancy(g, 200, {.threads = 1});
    for (auto const threads : {0U, 2U, 7U}) {
        CHECK(two_mode_clustering(g, 200, {}, {.threads = threads}) == score);
        CHECK(two_mode_redundancy(g, 200, {.threads = threads}) == redundancy);
    }
    CHECK(two_mode_redundancy(g, 200, {.memory_budget = 25'000, .threads = 7}) == redundancy);
}

TEST_CASE("two_mode_clustering: is refused and cancelled", "[algorithm][clustering]")
{
    CHECK_THROWS_AS(two_mode_clustering(test::cycle(3).undirected(), 1), std::invalid_argument);
    CHECK_THROWS_AS(two_mode_redundancy(test::path(2).undirected(), 2), std::invalid_argument);
    CHECK_THROWS_AS(robins_alexander_clustering(test::path(2).undirected(), 3),
                    std::invalid_argument);
    auto const g = test::complete_bipartite(9, 9).undirected();
    std::stop_source stop;
    stop.request_stop();
    run_options const stopped{.stop = stop.get_token()};
    CHECK(test::thrown_code([&] { return two_mode_clustering(g, 9, {}, stopped); })
          == error_code::cancelled);
    CHECK(test::thrown_code([&] { return robins_alexander_clustering(g, 9, stopped); })
          == error_code::cancelled);
    CHECK(test::thrown_code([&] { return two_mode_redundancy(g, 9, {.memory_budget = 99}); })
          == error_code::over_budget);
}

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// What betweenness makes use of in undirected graphs changes no score but by rounding.

#include <capgraph/algorithm/betweenness_centrality.hpp>

#include <capgraph/core/error.hpp>

#include "algorithm/sample_graphs.hpp"
#include "algorithm/thrown_code.hpp"
#include "support/catch2.hpp"
#include "support/effort.hpp"
#include "support/oracles.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <numeric>
#include <random>
#include <stop_token>
#include <vector>

using namespace capgraph;
using scores = std::vector<double>;

namespace {

constexpr std::array<betweenness_reductions, 8> choices{{{true, true, true},
                                                         {false, true, true},
                                                         {true, false, true},
                                                         {true, true, false},
                                                         {true, false, false},
                                                         {false, true, false},
                                                         {false, false, true},
                                                         {false, false, false}}};

betweenness_options by(betweenness_reductions const& reductions)
{
    return {.scale = betweenness_normalization::none, .reductions = reductions};
}

/// Cliques that overlap, some edges between them, loops and parallel edges: all there is to reduce.
test::sample_graph cliques(std::uint32_t most_vertices, std::uint32_t most_cliques,
                           std::uint32_t most_members, std::uint64_t seed)
{
    std::mt19937_64 random{seed};
    auto const below = [&](std::uint32_t n) { return static_cast<std::uint32_t>(random() % n); };
    test::sample_graph out{.n = 1 + below(most_vertices), .edges = {}};
    auto const n = static_cast<std::uint32_t>(out.n);
    for (auto left = below(most_cliques); left > 0; --left) {
        std::vector<std::uint32_t> clique(1 + below(most_members));
        for (auto& v : clique) {
            v = below(n);
        }
        for (std::size_t i = 0; i < clique.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                out.edges.push_back({clique[i], clique[j]});
            }
        }
    }
    for (auto left = below(1 + most_cliques / 2); left > 0; --left) {
        out.edges.push_back({below(n), below(n)});
    }
    return out;
}

/// Over unordered pairs.
scores by_definition(test::sample_graph const& g)
{
    auto out = test::betweenness_by_definition(g.symmetric_matrix());
    for (auto& score : out) {
        score /= 2.0;
    }
    return out;
}

bool same_bytes(scores const& a, scores const& b)
{
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(double)) == 0;
}

/// Large enough for many batches, and for levels to be looked at from either end.
undirected_csr_graph many_cliques()
{
    return cliques(1500, 600, 8, 5).undirected();
}

} // namespace

TEST_CASE("betweenness_centrality: each reduction alone and all together agree with the definition",
          "[algorithm][oracle]")
{
    auto const count = test::law_cases();
    for (std::uint64_t seed = 0; seed < count; ++seed) {
        CAPTURE(seed);
        auto const g = cliques(4 + static_cast<std::uint32_t>(seed % 14), 8, 6, seed);
        auto const wanted = by_definition(g);
        auto const made = g.undirected();
        for (auto const& choice : choices) {
            CAPTURE(choice.cut_vertices, choice.twins, choice.sides);
            REQUIRE(test::agree(betweenness_centrality(made, by(choice)), wanted, 1e-12));
        }
    }
}

TEST_CASE("betweenness_centrality: reduced, endpoints add the others of the component",
          "[algorithm][property]")
{
    auto const seed = GENERATE(range(0U, 100U));
    CAPTURE(seed);
    auto const g = cliques(24, 10, 5, seed);
    auto const d = test::distances_by_definition(g.symmetric_matrix());
    for (auto const& choice : choices) {
        auto expected = betweenness_centrality(g.undirected(), by(choice));
        for (std::size_t u = 0; u < g.n; ++u) {
            for (std::size_t v = 0; v < g.n; ++v) {
                expected[v] += u != v && std::isfinite(d[u][v]) ? 1.0 : 0.0;
            }
        }
        auto with = by(choice);
        with.endpoints = true;
        CHECK(test::agree(betweenness_centrality(g.undirected(), with), expected));
    }
}

TEST_CASE("betweenness_centrality: reduced, scores sum to the inner vertices of shortest paths",
          "[algorithm][property]")
{
    auto const count = test::law_cases();
    for (std::uint64_t seed = 0; seed < count; ++seed) {
        CAPTURE(seed);
        auto const g = cliques(30, 12, 5, seed);
        auto const score = betweenness_centrality(g.undirected(), by({}));
        auto const inner = 0.5 * test::inner_vertices_by_definition(g.symmetric_matrix());
        REQUIRE(std::accumulate(score.begin(), score.end(), 0.0) == Approx(inner).margin(1e-9));
    }
}

TEST_CASE("betweenness_centrality: reductions agree on a network of many levels and batches",
          "[algorithm][property]")
{
    auto const g = many_cliques();
    auto const plain = betweenness_centrality(g, by({false, false, false}));
    for (auto const& choice : choices) {
        CHECK(test::agree(betweenness_centrality(g, by(choice)), plain, 1e-12));
    }
}

TEST_CASE("betweenness_centrality: reduced, threads don't change a byte",
          "[algorithm][betweenness]")
{
    auto const g = many_cliques();
    for (auto const& choice : choices) {
        auto const one = betweenness_centrality(g, by(choice), {.threads = 1});
        CHECK(same_bytes(betweenness_centrality(g, by(choice), {.threads = 2}), one));
        CHECK(same_bytes(betweenness_centrality(g, by(choice), {.threads = 7}), one));
    }
}

TEST_CASE("betweenness_centrality: with no memory for reductions it goes without",
          "[algorithm][betweenness]")
{
    auto const g = many_cliques();
    auto const n = num_vertices(g);
    auto const least = n * (16 * 8 + 24) + 4 * num_edges(g) * 2 + n * 8 + (1U << 16U);
    auto const within = [&](std::uint64_t bytes) {
        return betweenness_centrality(g, by({}), {.memory_budget = bytes, .threads = 1});
    };
    CHECK(test::agree(within(least), betweenness_centrality(g, by({})), 1e-12));
    CHECK(test::thrown_code([&] { return within(n * 16 * 8); }) == error_code::over_budget);
    for (auto bytes = least; bytes < 8 * least; bytes += 2 * least) { // whichever way
        CHECK(test::thrown_code([&] { return within(bytes); }) == std::nullopt);
    }
}

TEST_CASE("betweenness_centrality: triangles that share one vertex are cut apart",
          "[algorithm][betweenness]")
{
    // 2 * 40,000 vertices in pairs, each a neighbour of the first: it lies between all but the
    // pairs.
    constexpr std::uint32_t triangles = 40'000;
    test::sample_graph g{.n = 1 + 2 * std::size_t{triangles}, .edges = {}};
    for (std::uint32_t t = 0; t < triangles; ++t) {
        g.edges.insert(g.edges.end(), {{0, 2 * t + 1}, {0, 2 * t + 2}, {2 * t + 1, 2 * t + 2}});
    }
    auto const score = betweenness_centrality(g.undirected(), by({}));
    CHECK(score[0] == 2.0 * triangles * (triangles - 1.0));
    CHECK(std::all_of(score.begin() + 1, score.end(), [](double x) { return x == 0.0; }));
}

TEST_CASE("betweenness_centrality: of trees it is counted, not searched",
          "[algorithm][betweenness]")
{
    // A comb: teeth on a path of 200,000. Brandes would take an hour.
    constexpr std::uint32_t length = 200'000;
    test::sample_graph g{.n = 2 * std::size_t{length}, .edges = {}};
    for (std::uint32_t v = 0; v < length; ++v) {
        g.edges.push_back({v, length + v});
        if (v > 0) {
            g.edges.push_back({v - 1, v});
        }
    }
    auto const score = betweenness_centrality(g.undirected(), by({}));
    for (auto const v : {0U, 1U, 77'777U, length - 1}) {
        auto const before = 2.0 * v;
        auto const behind = 2.0 * (length - 1.0 - v);
        CHECK(score[v] == before * behind + before + behind); // and all with its tooth
        CHECK(score[length + v] == 0.0);
    }
}

TEST_CASE("betweenness_centrality: reduced, it stops when asked amid any of its works",
          "[algorithm][betweenness]")
{
    auto const g = many_cliques();
    for (auto const wanted : {0.0, 0.3, 0.9}) {
        CAPTURE(wanted);
        std::stop_source stop;
        run_options run{.stop = stop.get_token(), .threads = 1}; // of two, the other may end it all
        run.progress = [&](progress_report const& at) {
            if (at.fraction >= wanted) {
                stop.request_stop();
            }
        };
        CHECK(test::thrown_code([&] { return betweenness_centrality(g, by({}), run); })
              == error_code::cancelled);
    }
}

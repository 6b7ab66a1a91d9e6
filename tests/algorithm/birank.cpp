// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/birank.hpp>

#include <capgraph/core/error.hpp>

#include "algorithm/davis.hpp"
#include "algorithm/dense_solve.hpp"
#include "algorithm/run_laws.hpp"
#include "algorithm/sample_graphs.hpp"
#include "support/catch2.hpp"
#include "support/effort.hpp"
#include "support/oracles.hpp"

#include <boost/graph/adjacency_list.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <stdexcept>
#include <vector>

using namespace capgraph;
using scores = std::vector<double>;

namespace {

template <class Graph>
concept has_birank = requires(Graph const& g)
{
    birank(g);
};

static_assert(has_birank<undirected_csr_graph>);
static_assert(has_birank<test::boost_undirected>);
static_assert(!has_birank<csr_graph>);
static_assert(!has_birank<int>);

/// (I - D S) x = (I - D) prior, D having the damping of each vertex's side.
scores by_definition(test::dense_matrix s, birank_options const& options, scores prior)
{
    auto const n = s.size();
    auto const strength = test::row_sums(s);
    double sums[2] = {0.0, 0.0};
    for (std::size_t v = 0; v < n; ++v) {
        sums[v < options.first_side ? 0 : 1] += prior[v];
    }
    for (std::size_t u = 0; u < n; ++u) {
        auto const first = u < options.first_side;
        auto const damping = first ? options.first_damping : options.second_damping;
        prior[u] *= (1.0 - damping) / sums[first ? 0 : 1];
        for (std::size_t v = 0; v < n; ++v) {
            s[u][v] *= s[u][v] == 0.0 ? 0.0 : damping / std::sqrt(strength[u] * strength[v]);
        }
    }
    return test::dense_solve(test::one_less(1.0, s), prior);
}

} // namespace

TEST_CASE("birank: graphs of up to two vertices", "[algorithm][birank]")
{
    CHECK(birank(undirected_csr_graph{}).empty());
    // Alone, 0.2 of the prior, which is 1 on the side.
    CHECK(test::agree(birank(undirected_csr_graph{1, {}}, {.first_side = 1}), {0.2}));
    CHECK(test::agree(birank(undirected_csr_graph{1, {}}, {.first_side = 0}), {0.2}));
    CHECK(test::agree(birank(undirected_csr_graph{2, {}}, {.first_side = 1}), {0.2, 0.2}));
    CHECK(test::agree(birank(undirected_csr_graph{2, {{0, 1}}}, {.first_side = 1}), {1.0, 1.0}));
}

TEST_CASE("birank: the Southern Women as NetworkX has them (C22)", "[algorithm][birank]")
{
    auto const score =
        birank(test::davis().undirected(),
               {.first_side = test::davis_women, .first_damping = 1.0, .second_damping = 1.0});
    CHECK(score[18 + 7] == Approx(0.11).margin(0.01)); // event 8
    CHECK(score[18 + 8] == Approx(0.10).margin(0.01));
    CHECK(score[18 + 6] == Approx(0.09).margin(0.01));
    CHECK(score[2] == Approx(0.07).margin(0.01));  // Theresa Anderson
    CHECK(score[0] == Approx(0.07).margin(0.01));  // Evelyn Jefferson
    CHECK(score[11] == Approx(0.06).margin(0.01)); // Katherina Rogers
    CHECK(score[16] == Approx(0.04).margin(0.01)); // Olivia Carleton
}

TEST_CASE("birank: without a prior the scores are the square roots of the strengths",
          "[algorithm][birank]")
{
    // A path 2 - 0 - 3 - 1 - 4, and 5 alone. In the component the
    // second side starts at 1/4 each: on the roots that is their sum, of squares 19, by 1/4/19.
    undirected_csr_graph const g{6, {{0, 2}, {0, 3}, {1, 3}, {1, 4}}, {3.0, 4.0, 5.0, 7.0}};
    auto const scale = (std::sqrt(3.0) + std::sqrt(9.0) + std::sqrt(7.0)) / 4.0 / 19.0;
    CHECK(test::agree(birank(g, {.first_side = 2, .first_damping = 1.0, .second_damping = 1.0}),
                      {std::sqrt(7.0) * scale, std::sqrt(12.0) * scale, std::sqrt(3.0) * scale,
                       3.0 * scale, std::sqrt(7.0) * scale, 0.0}));
}

TEST_CASE("birank: a complete bipartite graph is a pair of equations", "[algorithm][birank]")
{
    // x = a sqrt(k/m) y + (1 - a)/m, y = b sqrt(m/k) x + (1 - b)/k
    auto const m = GENERATE(1U, 2U, 5U);
    auto const k = GENERATE(1U, 3U);
    auto const a = GENERATE(0.0, 0.8, 1.0);
    auto const b = 0.5;
    auto const ratio = std::sqrt(static_cast<double>(k) / m);
    auto const x = (a * ratio * (1.0 - b) / k + (1.0 - a) / m) / (1.0 - a * b);
    scores expected(m + k, b / ratio * x + (1.0 - b) / k);
    std::fill(expected.begin(), expected.begin() + m, x);
    CHECK(test::agree(birank(test::complete_bipartite(m, k).undirected(),
                             {.first_side = m, .first_damping = a, .second_damping = b}),
                      expected));
}

TEST_CASE("birank: agrees with the linear equations on random graphs", "[algorithm][oracle]")
{
    auto const count = 50 * static_cast<unsigned>(test::effort());
    for (unsigned seed = 0; seed < count; ++seed) {
        CAPTURE(seed);
        auto const first = 1 + seed % 9;
        auto const g = test::randomly_weighted(
            test::random_two_mode(first, 1 + seed % 7, 100 + 10 * (seed % 60), seed), seed);
        birank_options options{.first_side = first,
                               .first_damping = 0.1 * (seed % 11),
                               .second_damping = 0.09 * (seed % 10)};
        CHECK(test::agree(birank(g.undirected(), options),
                          by_definition(g.symmetric_matrix(), options, scores(g.n, 1.0))));
        for (std::size_t v = 0; v < g.n; ++v) {
            options.prior.push_back(static_cast<double>((v + seed) % 3));
        }
        options.prior.front() += 1.0;
        options.prior.back() += 1.0;
        CHECK(test::agree(birank(g.undirected(), options),
                          by_definition(g.symmetric_matrix(), options, options.prior)));
    }
}

TEST_CASE("birank: the unit of weight does not matter", "[algorithm][birank]")
{
    auto const factor = GENERATE(1e-305, 3.0, 1e306);
    auto const g = test::randomly_weighted(test::random_two_mode(6, 8, 400, 5), 5);
    auto other = g;
    for (auto& weight : other.weights) {
        weight *= factor;
    }
    CHECK(test::agree(birank(other.undirected(), {.first_side = 6}),
                      birank(g.undirected(), {.first_side = 6})));
}

TEST_CASE("birank: edges of weight zero are none and parallel ones add up", "[algorithm][birank]")
{
    undirected_csr_graph const told{4, {{0, 2}, {2, 0}, {1, 2}, {1, 3}, {0, 3}}, {1, 1, 1, 1, 0}};
    undirected_csr_graph const same{4, {{0, 2}, {1, 2}, {1, 3}}, {2, 1, 1}};
    CHECK(test::agree(birank(told, {.first_side = 2}), birank(same, {.first_side = 2})));
}

TEST_CASE("birank: the sides are told apart and no more", "[algorithm][property]")
{
    // Exchanged, with their dampings, they have the same scores.
    auto const g = test::random_two_mode(6, 9, 300, 3);
    std::vector<std::uint32_t> to(15);
    for (std::uint32_t v = 0; v < 15; ++v) {
        to[v] = (v + 9) % 15;
    }
    auto const score =
        birank(g.undirected(), {.first_side = 6, .first_damping = 0.3, .second_damping = 0.9});
    CHECK(test::agree(birank(g.relabelled(to).undirected(),
                             {.first_side = 9, .first_damping = 0.9, .second_damping = 0.3}),
                      test::relabelled(score, to)));
}

TEST_CASE("birank: what is no weight or option is refused", "[algorithm][birank]")
{
    auto const g = test::path(2).undirected();
    for (auto const bad : {-1.0, std::numeric_limits<double>::infinity(),
                           std::numeric_limits<double>::quiet_NaN()}) {
        CAPTURE(bad);
        CHECK_THROWS_AS(birank(g, [=](auto const&) { return bad; }, {.first_side = 1}),
                        std::invalid_argument);
        CHECK_THROWS_AS(birank(g, {.first_side = 1, .first_damping = bad}), std::invalid_argument);
        CHECK_THROWS_AS(birank(g, {.first_side = 1, .second_damping = bad}), std::invalid_argument);
        CHECK_THROWS_AS(birank(g, {.first_side = 1, .prior = {1.0, bad}}), std::invalid_argument);
        CHECK_THROWS_AS(birank(g, {.first_side = 1, .tolerance = bad}), std::invalid_argument);
    }
    CHECK_THROWS_AS(birank(g, {.first_side = 1, .first_damping = 1.5}), std::invalid_argument);
    CHECK_THROWS_AS(birank(g, {.first_side = 1, .prior = {1.0, 0.0}}), std::invalid_argument);
    CHECK_THROWS_AS(birank(g, {.first_side = 1, .prior = {1.0}}), std::invalid_argument);
    CHECK_THROWS_AS(birank(g, {.first_side = 3}), std::invalid_argument);
    CHECK_THROWS_AS(birank(g, {.first_side = 2}), std::invalid_argument);
    CHECK_THROWS_AS(birank(test::cycle(3).undirected(), {.first_side = 1}), std::invalid_argument);
}

TEST_CASE("birank: an iteration that ends too soon says how far it came", "[algorithm][birank]")
{
    CHECK(test::thrown_code([&] {
              return birank(test::davis().undirected(),
                            {.first_side = test::davis_women, .max_iterations = 3});
          })
          == error_code::not_converged);
}

TEST_CASE("birank: is the same on every type of graph", "[algorithm][birank]")
{
    auto const g = test::davis();
    CHECK(birank(g.as<test::boost_undirected>(), {.first_side = test::davis_women})
          == birank(g.undirected(), {.first_side = test::davis_women}));
}

TEST_CASE("birank: keeps the laws of a run", "[algorithm][birank]")
{
    auto const large =
        test::randomly_weighted(test::random_two_mode(500, 500, 300, 1), 1).undirected();
    test::check_threads_change_nothing(
        [&](run_options const& run) { return birank(large, {.first_side = 500}, run); });
    auto const g = test::random_two_mode(50, 50, 60, 1).undirected();
    auto const ask = [&](run_options const& run) { return birank(g, {.first_side = 50}, run); };
    test::check_is_cancelled(ask);
    test::check_reports_progress(ask);
    test::check_is_refused_above_budget(ask, 100 * 40, 100 * 100);
}

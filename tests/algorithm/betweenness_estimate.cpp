// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/betweenness_estimate.hpp>

#include <capgraph/algorithm/betweenness_centrality.hpp>

#include "algorithm/published_graphs.hpp"
#include "algorithm/run_laws.hpp"
#include "algorithm/sample_graphs.hpp"
#include "support/catch2.hpp"
#include "support/effort.hpp"

#include <boost/graph/adjacency_list.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <vector>

using namespace capgraph;
using scores = std::vector<double>;

namespace {

template <class Graph>
concept has_estimate = requires(Graph const& g)
{
    estimate_betweenness(g);
};

static_assert(has_estimate<undirected_csr_graph>);
static_assert(has_estimate<csr_graph>);
static_assert(has_estimate<test::boost_undirected>);
static_assert(!has_estimate<boost::adjacency_list<boost::vecS, boost::listS>>);
static_assert(!has_estimate<int>);

/// The exact score, over all ordered pairs.
template <class Graph>
scores exact(Graph const& g)
{
    auto score = betweenness_centrality(g, {.scale = betweenness_normalization::none});
    auto const n = static_cast<double>(score.size());
    for (auto& entry : score) {
        entry *= (undirected_graph<Graph> ? 2.0 : 1.0) / (n * (n - 1.0));
    }
    return score;
}

bool is_within_bounds(betweenness_estimate const& found, scores const& truth)
{
    for (std::size_t v = 0; v < truth.size(); ++v) {
        if (truth[v] < found.lower[v] - 1e-12 || truth[v] > found.upper[v] + 1e-12) {
            return false;
        }
    }
    return found.scores.size() == truth.size();
}

/// Sparse ones among them, in several pieces, and dense ones.
test::sample_graph graph_of(unsigned seed)
{
    return test::random_graph(5 + seed % 40, 10 + 5 * (seed % 30), seed);
}

/// Three hubs in a row, each with leaves of its own.
test::sample_graph three_hubs()
{
    test::sample_graph g{.n = 93, .edges = {{0, 1}, {1, 2}}};
    for (std::uint32_t leaf = 3; leaf < 93; ++leaf) {
        g.edges.push_back({leaf % 3, leaf});
    }
    return g;
}

} // namespace

TEST_CASE("estimate_betweenness: fewer than three vertices have nobody between them",
          "[algorithm][betweenness]")
{
    for (std::size_t n = 0; n < 3; ++n) {
        CAPTURE(n);
        auto const found = estimate_betweenness(undirected_csr_graph{n, {}}, {.top_k = 1});
        CHECK(found.scores == scores(n, 0.0));
        CHECK(found.upper == scores(n, 0.0));
        CHECK(found.margin == 0.0);
        CHECK(found.confidence == 1.0);
        CHECK(found.samples == 0);
        CHECK(found.top.size() == std::min<std::size_t>(n, 1));
    }
    CHECK(estimate_betweenness(undirected_csr_graph{2, {{0, 1}}}).scores == scores(2, 0.0));
}

TEST_CASE("estimate_betweenness: the middle of a path of three is on a third of the paths",
          "[algorithm][betweenness]")
{
    // Of six ordered pairs 0, 2 and 2, 0.
    auto const found = estimate_betweenness(test::path(3).undirected(), {.epsilon = 0.02});
    CHECK(found.scores[0] == 0.0);
    CHECK(found.scores[2] == 0.0);
    CHECK(found.scores[1] == Approx(1.0 / 3).margin(0.02));
    CHECK(found.margin <= 0.02);
    CHECK(found.confidence == 0.9);
    CHECK(estimate_betweenness(test::path(3).directed()).scores[1] == Approx(1.0 / 6).margin(0.01));
}

TEST_CASE("estimate_betweenness: is done early where nobody is needed", "[algorithm][betweenness]")
{
    auto const found = estimate_betweenness(test::complete(20).undirected(), {.epsilon = 0.02});
    CHECK(found.scores == scores(20, 0.0));
    CHECK(found.stopped_early);
    CHECK(found.samples < found.most_samples);
    CHECK(found.margin <= 0.02);
    CHECK(found.margin > 0.0);
}

TEST_CASE("estimate_betweenness: parallel edges and loops change nothing",
          "[algorithm][betweenness]")
{
    undirected_csr_graph const simple{4, {{0, 1}, {1, 3}, {0, 2}, {2, 3}}};
    undirected_csr_graph const multiple{
        4, {{0, 1}, {1, 0}, {1, 3}, {0, 2}, {2, 3}, {0, 0}, {3, 3}, {3, 3}}};
    CHECK(estimate_betweenness(multiple) == estimate_betweenness(simple));
}

TEST_CASE("estimate_betweenness: true scores are within the bounds as often as is claimed",
          "[algorithm][oracle]")
{
    // At most one graph in ten may miss; a little more than that is chance.
    auto const count = 300 * static_cast<unsigned>(test::effort());
    unsigned missed = 0;
    unsigned directed_missed = 0;
    for (unsigned seed = 0; seed < count; ++seed) {
        CAPTURE(seed);
        auto const g = graph_of(seed);
        betweenness_estimate_options const options{.epsilon = 0.05, .delta = 0.1};
        auto const found = estimate_betweenness(g.undirected(), options, {.seed = seed});
        CHECK(found.margin <= 0.05);
        missed += is_within_bounds(found, exact(g.undirected())) ? 0U : 1U;
        auto const directed = estimate_betweenness(g.directed(), options, {.seed = seed});
        CHECK(directed.margin <= 0.05);
        directed_missed += is_within_bounds(directed, exact(g.directed())) ? 0U : 1U;
    }
    CHECK(missed <= count / 10);
    CHECK(directed_missed <= count / 10);
}

TEST_CASE("estimate_betweenness: scores scatter about the true ones as independent paths do",
          "[algorithm][oracle]")
{
    // Of each vertex the samples are trials with the chance of its score, whatever path is drawn of
    // whatever pair: squares of standard scores have the mean 1, and they themselves 0.
    double sum = 0.0;
    double squares = 0.0;
    double count = 0.0;
    for (unsigned seed = 0; seed < 300; ++seed) {
        auto const g = graph_of(seed).undirected();
        auto const found = estimate_betweenness(g, {.epsilon = 0.05}, {.seed = seed});
        auto const truth = exact(g);
        for (std::size_t v = 0; v < truth.size(); ++v) {
            if (truth[v] < 0.01) {
                CHECK((truth[v] > 1e-12 || found.scores[v] == 0.0));
                continue;
            }
            auto const spread =
                std::sqrt(truth[v] * (1.0 - truth[v]) / static_cast<double>(found.samples));
            auto const z = (found.scores[v] - truth[v]) / spread;
            sum += z;
            squares += z * z;
            count += 1.0;
        }
    }
    CHECK(count > 2000.0);
    CHECK(std::abs(sum / count) < 0.1);
    CHECK(squares / count == Approx(1.0).margin(0.1));
}

TEST_CASE("estimate_betweenness: more paths than a double can count are drawn as evenly",
          "[algorithm][betweenness]")
{
    // k diamonds in a row, 2^k shortest paths from end to end; 2^1024 is beyond double.
    //
    //      1     4
    //     / \   / \      each stroke an edge
    //    0   3     6 ...
    //     \ /   \ /
    //      2     5
    constexpr std::uint32_t k = 2500;
    test::sample_graph g{.n = 3 * k + 1, .edges = {}};
    for (std::uint32_t i = 0; i < k; ++i) {
        for (auto const middle : {3 * i + 1, 3 * i + 2}) {
            g.edges.push_back({3 * i, middle});
            g.edges.push_back({middle, 3 * i + 3});
        }
    }
    auto const found = estimate_betweenness(g.undirected(), {.epsilon = 0.1});
    auto const n = static_cast<double>(g.n);
    auto const part = [&](double ordered_pairs) { return ordered_pairs / (n * (n - 1.0)); };
    scores truth(g.n);
    double up = 0.0;
    double down = 0.0;
    for (std::size_t i = 0; i <= k; ++i) {
        // As in the test of betweenness_centrality, for both orders of a pair.
        auto const local = (i > 0 ? 1.0 : 0.0) + (i < k ? 1.0 : 0.0);
        auto const before = static_cast<double>(3 * i);
        auto const behind = static_cast<double>(3 * (k - i));
        truth[3 * i] = part(2.0 * before * behind + local);
        if (i < k) {
            truth[3 * i + 1] = part((before + 1.0) * (behind - 2.0));
            truth[3 * i + 2] = truth[3 * i + 1];
            up += found.scores[3 * i + 1];
            down += found.scores[3 * i + 2];
        }
    }
    CHECK(is_within_bounds(found, truth));
    CHECK(found.margin <= 0.1);
    CHECK(up / down == Approx(1.0).margin(0.03)); // some hundred thousand even choices
}

TEST_CASE("estimate_betweenness: threads change no byte and seeds do", "[algorithm][betweenness]")
{
    auto const g = test::random_graph(200, 25, 1).undirected();
    auto const mode = GENERATE(0U, 5U);
    betweenness_estimate_options options{.epsilon = 0.03};
    if (mode != 0) {
        options.top_k = mode;
    }
    auto const expected = estimate_betweenness(g, options, {.threads = 1, .seed = 4});
    for (auto const threads : {0U, 1U, 2U, 3U, 7U}) {
        CAPTURE(threads);
        auto const found = estimate_betweenness(g, options, {.threads = threads, .seed = 4});
        CHECK(found == expected);
        CHECK(test::same_bytes(found.scores, expected.scores));
        CHECK(test::same_bytes(found.lower, expected.lower));
        CHECK(test::same_bytes(found.upper, expected.upper));
    }
    CHECK(estimate_betweenness(g, options, {.seed = 5}).scores != expected.scores);
}

TEST_CASE("estimate_betweenness: is the same on every type of graph", "[algorithm][betweenness]")
{
    auto const g = test::random_graph(20, 150, 11);
    CHECK(estimate_betweenness(g.as<test::boost_undirected>())
          == estimate_betweenness(g.undirected()));
    CHECK(estimate_betweenness(g.as<test::boost_directed>()) == estimate_betweenness(g.directed()));
}

TEST_CASE("estimate_betweenness: the greatest are told from others with fewer samples",
          "[algorithm][betweenness]")
{
    auto const g = three_hubs().undirected();
    auto const all = estimate_betweenness(g, {.epsilon = 0.01});
    auto const top = estimate_betweenness(g, {.epsilon = 0.01, .top_k = 3});
    CHECK(top.samples < all.samples);
    CHECK(top.stopped_early);
    REQUIRE(top.top.size() == 3);
    CHECK(top.top.front().vertex == 1); // between the two others and their leaves
    for (auto const& each : top.top) {
        CHECK(each.vertex < 3);
        CHECK(each.is_certain);
        CHECK(each.score == top.scores[each.vertex]);
        CHECK(each.lower == top.lower[each.vertex]);
        CHECK(each.upper == top.upper[each.vertex]);
    }
}

TEST_CASE("estimate_betweenness: equals are not told from each other, and known to epsilon",
          "[algorithm][betweenness]")
{
    auto const found =
        estimate_betweenness(test::cycle(12).undirected(), {.epsilon = 0.03, .top_k = 4});
    REQUIRE(found.top.size() == 4);
    for (auto const& each : found.top) {
        CHECK_FALSE(each.is_certain);
        CHECK(each.upper - each.score <= 0.03 + 1e-12);
        CHECK(each.score - each.lower <= 0.03 + 1e-12);
    }
    CHECK(std::is_sorted(found.top.begin(), found.top.end(),
                         [](auto const& a, auto const& b) { return a.score > b.score; }));
    auto const more = estimate_betweenness(test::star(3).undirected(), {.top_k = 9});
    REQUIRE(more.top.size() == 4);
    CHECK(more.top.front().vertex == 0);
    CHECK(more.top.back().is_certain); // all four are among the nine greatest
}

TEST_CASE("estimate_betweenness: who is certain is among the greatest as often as is claimed",
          "[algorithm][oracle]")
{
    unsigned wrong = 0;
    unsigned certain = 0;
    for (unsigned seed = 0; seed < 100; ++seed) {
        auto const g = graph_of(seed).undirected();
        auto const k = 1 + seed % 5;
        auto const truth = exact(g);
        auto const found = estimate_betweenness(g, {.epsilon = 0.02, .top_k = k}, {.seed = seed});
        auto is_wrong = false;
        for (auto const& each : found.top) {
            auto const better = std::count_if(truth.begin(), truth.end(), [&](double score) {
                return score > truth[each.vertex] + 1e-12;
            });
            certain += each.is_certain ? 1U : 0U;
            is_wrong = is_wrong || (each.is_certain && better >= std::ptrdiff_t{k});
        }
        wrong += is_wrong ? 1U : 0U;
    }
    CHECK(certain > 50);
    CHECK(wrong <= 10);
}

TEST_CASE("estimate_betweenness: a goal out of range is refused", "[algorithm][betweenness]")
{
    auto const g = test::path(3).undirected();
    auto const bad = GENERATE(0.0, -0.1, 1.0, 2.0, std::numeric_limits<double>::quiet_NaN(),
                              std::numeric_limits<double>::infinity());
    CHECK_THROWS_AS(estimate_betweenness(g, {.epsilon = bad}), std::invalid_argument);
    CHECK_THROWS_AS(estimate_betweenness(g, {.delta = bad}), std::invalid_argument);
    CHECK_THROWS_AS(estimate_betweenness(g, {.epsilon = 1e-9}), std::invalid_argument);
    CHECK_THROWS_AS(estimate_betweenness(g, {.top_k = 0}), std::invalid_argument);
    CHECK_THROWS_AS(estimate_betweenness(undirected_csr_graph{}, {.epsilon = bad}),
                    std::invalid_argument);
}

TEST_CASE("estimate_betweenness: keeps the laws of a run", "[algorithm][betweenness]")
{
    auto const g = test::random_graph(400, 25, 1).directed(); // rows of both directions
    auto const ask = [&](run_options const& run) {
        return estimate_betweenness(g, {.epsilon = 0.05}, run).scores;
    };
    test::check_threads_change_nothing(ask);
    test::check_is_cancelled(ask);
    test::check_reports_progress(ask);
    test::check_is_refused_above_budget(ask, 40'000, 120'000);
}

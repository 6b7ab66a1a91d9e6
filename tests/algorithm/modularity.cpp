// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/modularity.hpp>

#include <capgraph/core/error.hpp>
#include <capgraph/graph/boost_graph.hpp>
#include <capgraph/graph/undirected.hpp>

#include "algorithm/davis.hpp"
#include "algorithm/modularity_by_definition.hpp"
#include "algorithm/published_graphs.hpp"
#include "algorithm/sample_graphs.hpp"
#include "algorithm/thrown_code.hpp"
#include "support/catch2.hpp"
#include "support/effort.hpp"

#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>
#include <random>
#include <stdexcept>
#include <stop_token>
#include <vector>

using namespace capgraph;
using test::labels;

namespace {

template <class Graph>
concept has_modularity = requires(Graph const& g, labels const& c)
{
    modularity(g, c);
    bipartite_modularity(g, 0, c);
};

static_assert(has_modularity<undirected_csr_graph>);
static_assert(has_modularity<test::boost_undirected>);
static_assert(!has_modularity<csr_graph>); // say `undirected(g)`

labels random_labels(std::size_t n, unsigned seed)
{
    std::mt19937_64 random{seed};
    labels community(n);
    for (auto& c : community) {
        c = static_cast<std::uint32_t>(random() % 4) * 1'000'000'000U;
    }
    return community;
}

void check_agree(std::optional<double> found, std::optional<double> expected)
{
    REQUIRE(found.has_value() == expected.has_value());
    if (found) {
        CHECK(*found == Approx(*expected).margin(1e-12));
    }
}

} // namespace

TEST_CASE("modularity: without an edge there is none", "[algorithm][communities]")
{
    CHECK_FALSE(modularity(undirected_csr_graph{}, labels{}));
    CHECK_FALSE(modularity(undirected_csr_graph{1, {}}, labels{0}));
    CHECK_FALSE(modularity(undirected_csr_graph{3, {}}, labels{0, 1, 0}));
    CHECK_FALSE(modularity(undirected_csr_graph{2, {{0, 1}}, {0.0}}, labels{0, 0}));
    CHECK_FALSE(bipartite_modularity(undirected_csr_graph{}, 0, labels{}));
    CHECK_FALSE(bipartite_modularity(undirected_csr_graph{3, {}}, 1, labels{0, 1, 0}));
}

TEST_CASE("modularity: one edge", "[algorithm][communities]")
{
    undirected_csr_graph const pair{2, {{0, 1}}};
    CHECK(modularity(pair, labels{7, 7}) == 0.0);  // 1 - (2/2)^2
    CHECK(modularity(pair, labels{7, 8}) == -0.5); // twice 0 - (1/2)^2
    CHECK(modularity(pair, labels{7, 7}, {.resolution = 0.25}) == 0.75);
    CHECK(bipartite_modularity(pair, 1, labels{7, 7}) == 0.0); // 1 - 1 * 1
    CHECK(bipartite_modularity(pair, 1, labels{7, 8}) == 0.0); // no community has both sides
}

TEST_CASE("modularity: a self-loop is within its community and counts twice at its vertex",
          "[algorithm][communities]")
{
    // m = 3; K = 3 + 2 and 1; L = 2: 2/3 - 25/36 - 1/36, as NetworkX 3.6 says.
    undirected_csr_graph const g{3, {{0, 0}, {0, 1}, {1, 2}}};
    CHECK(*modularity(g, labels{0, 0, 1}) == Approx(-2.0 / 36.0));
    CHECK(modularity(undirected_csr_graph{1, {{0, 0}}}, labels{0}) == 0.0);
}

TEST_CASE("modularity: parallel edges add up", "[algorithm][communities]")
{
    undirected_csr_graph const doubled{4, {{0, 1}, {1, 0}, {1, 2}, {2, 3}}};
    undirected_csr_graph const weighted{4, {{0, 1}, {1, 2}, {2, 3}}, {2, 1, 1}};
    labels const community{0, 0, 1, 1};
    CHECK(modularity(doubled, community) == modularity(weighted, community));
    // 3/4 - (5/8)^2 - (3/8)^2
    CHECK(*modularity(weighted, community) == Approx(0.75 - 34.0 / 64.0));
}

TEST_CASE("modularity: the karate club as it fell apart", "[algorithm][communities][published]")
{
    // By NetworkX 3.6: which faction each of Zachary's members joined.
    labels const faction{0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 1, 0,
                         0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    auto const g = test::karate_club().undirected();
    CHECK(*modularity(g, faction) == Approx(0.3582347140039448).epsilon(1e-14));
    CHECK(*modularity(g, faction, {.resolution = 0.5})
          == Approx(0.6086045364891519).epsilon(1e-14));
}

TEST_CASE("modularity: agrees with Newman's and Barber's sums over pairs", "[algorithm][oracle]")
{
    auto const count = 80 * static_cast<unsigned>(test::effort());
    for (unsigned seed = 0; seed < count; ++seed) {
        CAPTURE(seed);
        auto const resolution = 0.5 * (seed % 5);
        auto sample = test::random_graph(1 + seed % 20, 20 + 5 * (seed % 80), seed);
        auto two_mode = test::random_two_mode(seed % 9, 1 + seed % 7, 400, seed);
        if (seed % 2 == 0) {
            sample = test::randomly_weighted(sample, seed);
            two_mode = test::randomly_weighted(two_mode, seed);
        }
        auto const community = random_labels(sample.n, seed);
        auto const expected = test::pair_gains_of(sample, resolution).modularity(community);
        check_agree(modularity(sample.undirected(), community, {resolution}), expected);
        auto const directed = sample.directed();
        check_agree(modularity(undirected(directed), community, {resolution}), expected);
        if (sample.weights.empty()) {
            check_agree(modularity(sample.as<test::boost_undirected>(), community, {resolution}),
                        expected);
        }
        auto const either = random_labels(two_mode.n, seed);
        check_agree(bipartite_modularity(two_mode.undirected(), seed % 9, either, {resolution}),
                    test::pair_gains_of(two_mode, resolution, seed % 9).modularity(either));
    }
}

TEST_CASE("modularity: neither the numbers of vertices nor the unit of weights matter",
          "[algorithm][property]")
{
    auto const seed = GENERATE(range(0U, 10U));
    CAPTURE(seed);
    auto const sample = test::randomly_weighted(test::random_graph(25, 100, seed), seed);
    auto const g = sample.undirected();
    auto const community = random_labels(sample.n, seed);
    auto const expected = *modularity(g, community);
    auto const to = test::random_permutation(sample.n, seed);
    labels moved(sample.n);
    for (std::size_t v = 0; v < sample.n; ++v) {
        moved[to[v]] = community[v];
    }
    CHECK(*modularity(sample.relabelled(to).undirected(), moved) == Approx(expected).margin(1e-12));
    for (auto const factor : {1e300, 1e-300, 3.0}) {
        auto const scaled = [&](auto const& e) { return factor * g.weight(e); };
        CHECK(*modularity(g, scaled, community) == Approx(expected).margin(1e-12));
    }
}

TEST_CASE("modularity: what is no question is refused", "[algorithm][communities]")
{
    auto const nan = std::numeric_limits<double>::quiet_NaN();
    auto const infinity = std::numeric_limits<double>::infinity();
    auto const g = test::path(3).undirected();
    labels const community{0, 0, 1};
    CHECK_THROWS_AS(modularity(g, labels{0, 0}), std::invalid_argument);
    CHECK_THROWS_AS(communities_are_connected(g, labels{0, 0}), std::invalid_argument);
    CHECK_THROWS_AS(bipartite_modularity(g, 4, community), std::invalid_argument);
    CHECK_THROWS_AS(bipartite_modularity(g, 2, community), std::invalid_argument);
    for (auto const bad : {nan, infinity, -1.0}) {
        CHECK_THROWS_AS(modularity(g, community, {bad}), std::invalid_argument);
    }
    for (auto const bad : {nan, infinity, -1.0, 1.7e308}) { // two of the last are infinite
        auto const weight = [&](auto const&) { return bad; };
        CHECK_THROWS_AS(modularity(g, weight, community), std::invalid_argument);
    }
}

TEST_CASE("communities_are_connected: sees what falls apart", "[algorithm][communities]")
{
    auto const path = test::path(4).undirected(); // 0 - 1 - 2 - 3
    CHECK(communities_are_connected(undirected_csr_graph{}, labels{}));
    CHECK(communities_are_connected(path, labels{5, 5, 5, 5}));
    CHECK(communities_are_connected(path, labels{1, 2, 3, 4}));
    CHECK(communities_are_connected(path, labels{9, 9, 2, 2}));
    CHECK_FALSE(communities_are_connected(path, labels{0, 1, 0, 1}));
    CHECK_FALSE(communities_are_connected(path, labels{0, 1, 1, 0}));
    CHECK_FALSE(communities_are_connected(undirected_csr_graph{2, {{0, 1}}, {0.0}}, labels{0, 0}));
}

TEST_CASE("modularity: is cancelled and refused", "[algorithm][communities]")
{
    auto const g = test::complete(40).undirected();
    labels const community(40, 0);
    std::stop_source stop;
    stop.request_stop();
    run_options const stopped{.stop = stop.get_token()};
    CHECK(test::thrown_code([&] { return modularity(g, community, {}, stopped); })
          == error_code::cancelled);
    CHECK(test::thrown_code([&] { return communities_are_connected(g, community, stopped); })
          == error_code::cancelled);
    run_options const poor{.memory_budget = 100};
    CHECK(test::thrown_code([&] { return modularity(g, community, {}, poor); })
          == error_code::over_budget);
    CHECK(test::thrown_code([&] { return communities_are_connected(g, community, poor); })
          == error_code::over_budget);
}

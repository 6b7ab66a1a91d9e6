// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/top_closeness.hpp>

#include <capgraph/algorithm/closeness_centrality.hpp>
#include <capgraph/algorithm/harmonic_centrality.hpp>
#include <capgraph/core/error.hpp>

#include "algorithm/sample_graphs.hpp"
#include "algorithm/thrown_code.hpp"
#include "support/catch2.hpp"
#include "support/effort.hpp"

#include <algorithm>
#include <stop_token>
#include <vector>

using namespace capgraph;
using ranked = std::vector<ranked_vertex>;

namespace {

/// The first k of all, by their scores.
ranked first_of(std::vector<double> const& scores, std::size_t k)
{
    ranked all;
    for (std::uint32_t v = 0; v < scores.size(); ++v) {
        auto const better = std::count_if(scores.begin(), scores.end(),
                                          [&](double score) { return score > scores[v]; });
        all.push_back({v, scores[v], static_cast<std::uint64_t>(better) + 1});
    }
    std::stable_sort(all.begin(), all.end(),
                     [](auto const& a, auto const& b) { return a.score > b.score; });
    all.resize(std::min(k, all.size()));
    return all;
}

} // namespace

TEST_CASE("top_closeness: is the first of all, to the last bit", "[algorithm][oracle]")
{
    auto const count = static_cast<unsigned>(test::law_cases() / 4);
    for (unsigned seed = 0; seed < count; ++seed) {
        CAPTURE(seed);
        auto const g = test::random_graph(1 + seed % 60, 10 + seed % 90, seed).undirected();
        auto const closeness = closeness_centrality(g);
        auto const harmonic = harmonic_centrality(g);
        for (auto const k : {1U, 3U, 10U, 100U}) {
            CAPTURE(k);
            REQUIRE(top_closeness(g, k) == first_of(closeness, k));
            REQUIRE(top_harmonic(g, k) == first_of(harmonic, k));
        }
    }
}

TEST_CASE("top_closeness: long graphs have as many levels as vertices", "[algorithm][closeness]")
{
    auto const g = test::path(1500).beside(test::cycle(700)).undirected();
    CHECK(top_closeness(g, 4) == first_of(closeness_centrality(g), 4));
    CHECK(top_harmonic(g, 4) == first_of(harmonic_centrality(g), 4));
}

TEST_CASE("top_closeness: of equal scores the lower vertex goes first", "[algorithm][closeness]")
{
    auto const found = top_closeness(test::cycle(6).undirected(), 2);
    REQUIRE(found.size() == 2);
    CHECK(found[0].vertex == 0);
    CHECK(found[1].vertex == 1);
    CHECK(found[1].rank == 1);
}

TEST_CASE("top_closeness: graphs that hardly are any have what they have", "[algorithm][closeness]")
{
    CHECK(top_closeness(undirected_csr_graph{}, 3).empty());
    CHECK(top_closeness(test::star(3).undirected(), 0).empty());
    CHECK(top_closeness(undirected_csr_graph{1, {}}, 3) == ranked{{0, 0.0, 1}});
    CHECK(top_harmonic(undirected_csr_graph{2, {{0, 0}}}, 3) == ranked{{0, 0.0, 1}, {1, 0.0, 1}});
    CHECK(top_closeness(test::star(3).as<test::boost_undirected>(), 1).front().vertex == 0);
}

TEST_CASE("top_closeness: leaves of a large star are left out at once", "[algorithm][closeness]")
{
    // Each search of all 300,000 would take hours.
    auto const found = top_closeness(test::star(300'000).undirected(), 1);
    REQUIRE(found.size() == 1);
    CHECK(found.front() == ranked_vertex{0, 1.0, 1});
}

TEST_CASE("top_closeness: is cancelled, and refused above the memory budget",
          "[algorithm][closeness]")
{
    auto const g = test::random_graph(300, 40, 1).undirected();
    std::stop_source stop;
    run_options run{.stop = stop.get_token(), .threads = 1};
    run.progress = [&](progress_report const& at) {
        if (at.fraction >= 0.5) {
            stop.request_stop();
        }
    };
    CHECK(test::thrown_code([&] { return top_closeness(g, 5, run); }) == error_code::cancelled);
    CHECK(test::thrown_code([&] { return top_harmonic(g, 5, {.memory_budget = 100}); })
          == error_code::over_budget);
}

TEST_CASE("top_closeness: what is kept of the best is charged", "[algorithm][closeness]")
{
    constexpr std::uint32_t n = 1000;
    auto const star = test::star(n - 1).undirected();
    auto const most = [&](std::uint64_t k) {
        return top_closeness(star, k, {.memory_budget = n * 150}).size();
    };
    CHECK(most(1) == 1);
    CHECK(test::thrown_code([&] { return most(n); }) == error_code::over_budget);
    CHECK(test::thrown_code([&] { return most(~std::uint64_t{0}); }) == error_code::over_budget);
}

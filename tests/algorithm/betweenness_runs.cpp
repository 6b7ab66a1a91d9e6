// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// How betweenness centrality is run: by threads, within a budget, told of and stopped.

#include <capgraph/algorithm/betweenness_centrality.hpp>
#include <capgraph/core/error.hpp>
#include <capgraph/graph/boost_graph.hpp>

#include "algorithm/run_laws.hpp"
#include "algorithm/sample_graphs.hpp"
#include "algorithm/thrown_code.hpp"
#include "support/catch2.hpp"
#include "support/oracles.hpp"

#include <algorithm>
#include <cstdint>
#include <stop_token>
#include <vector>

using namespace capgraph;

namespace {

// Enough vertices and edges for some fifty blocks of sources.
test::sample_graph large_graph()
{
    return test::random_graph(400, 25, 1);
}

// Sixteen sums of eight bytes a vertex.
constexpr std::uint64_t sums_of_400 = std::uint64_t{16} * 8 * 400;

} // namespace

TEST_CASE("betweenness_centrality: threads don't change a byte", "[algorithm][betweenness]")
{
    auto const g = large_graph().undirected();
    auto const expected = betweenness_centrality(g, {}, {.threads = 1});
    for (auto const threads : {0U, 2U, 3U, 7U, 30U}) {
        CAPTURE(threads);
        CHECK(test::same_bytes(betweenness_centrality(g, {}, {.threads = threads}), expected));
    }
}

TEST_CASE("betweenness_centrality: is cancelled when asked from the progress sink",
          "[algorithm][betweenness]")
{
    auto const g = large_graph().undirected();
    auto const threads = GENERATE(1U, 3U);
    auto const when = GENERATE(0.0, 0.3, 1.0);
    std::stop_source stop;
    double last = -1.0;
    run_options const run{.stop = stop.get_token(),
                          .progress =
                              [&](progress_report const& report) {
                                  CHECK(report.fraction >= last);
                                  last = report.fraction;
                                  if (report.fraction >= when) {
                                      stop.request_stop();
                                  }
                              },
                          .threads = threads};
    auto const code = test::thrown_code([&] { return betweenness_centrality(g, {}, run); });
    // With the work all done the answer may come; before that it must not. Of three threads, two
    // may end it all between two reports of the first.
    CHECK((code == error_code::cancelled || (!code && (when == 1.0 || (threads > 1 && when > 0)))));
    CHECK(last >= when);
}

TEST_CASE("betweenness_centrality: a stop that was requested before refuses the call",
          "[algorithm][betweenness]")
{
    std::stop_source stop;
    stop.request_stop();
    run_options const run{.stop = stop.get_token()};
    CHECK_THROWS_AS(betweenness_centrality(undirected_csr_graph{}, {}, run), error);
    CHECK_THROWS_AS(betweenness_centrality(test::star(3).undirected(), {}, run), error);
}

TEST_CASE("betweenness_centrality: reports progress from 0 to 1", "[algorithm][betweenness]")
{
    std::vector<double> fractions;
    run_options const run{
        .progress = [&](progress_report const& report) { fractions.push_back(report.fraction); },
        .threads = 2};
    CHECK(betweenness_centrality(large_graph().undirected(), {}, run).size() == 400);
    CHECK(fractions.front() == 0.0);
    CHECK(fractions.back() == 1.0);
    CHECK(std::is_sorted(fractions.begin(), fractions.end()));
}

TEST_CASE("betweenness_centrality: is refused above the memory budget", "[algorithm][betweenness]")
{
    auto const code_within = [](std::uint64_t bytes, auto const& g) {
        run_options const run{.memory_budget = bytes};
        return test::thrown_code([&] { return betweenness_centrality(g, {}, run); });
    };
    auto const g = large_graph().undirected();
    CHECK(code_within(0, g) == error_code::over_budget);
    CHECK(code_within(sums_of_400, g)
          == error_code::over_budget); // a copy and a thread are to come
    CHECK_FALSE(code_within(std::uint64_t{1} << 20U, g));
    // A graph of Boost's is packed first.
    CHECK(code_within(16, test::star(3).as<test::boost_undirected>()) == error_code::over_budget);
}

TEST_CASE("betweenness_centrality: fewer threads are taken before the budget is passed",
          "[algorithm][betweenness]")
{
    auto const g =
        test::random_two_mode(200, 200, 250, 1).undirected(); // simple: nothing is copied
    auto const scratch = std::uint64_t{24} * 400;
    auto const expected = betweenness_centrality(g, {}, {.memory_budget = sums_of_400 + scratch});
    CHECK(test::agree(expected, betweenness_centrality(g), 1e-12)); // with all reductions
    auto const within = [&](std::uint64_t bytes) {
        return betweenness_centrality(g, {}, {.memory_budget = bytes, .threads = 7});
    };
    CHECK(test::thrown_code([&] { return within(sums_of_400 + scratch - 1); })
          == error_code::over_budget);
    CHECK(test::same_bytes(within(sums_of_400 + scratch), expected));
    CHECK(test::same_bytes(within(sums_of_400 + 3 * scratch), expected));
}

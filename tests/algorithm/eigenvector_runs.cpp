// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// How eigenvector centrality is run: by threads, within a budget, told of and stopped.

#include <capgraph/algorithm/eigenvector_centrality.hpp>
#include <capgraph/core/error.hpp>

#include "algorithm/run_laws.hpp"
#include "algorithm/sample_graphs.hpp"
#include "algorithm/thrown_code.hpp"
#include "support/catch2.hpp"

#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

using namespace capgraph;

TEST_CASE("eigenvector_centrality: threads don't change a byte", "[algorithm][eigenvector]")
{
    // More than a million arcs: some nine blocks.
    auto const g = test::randomly_weighted(test::random_graph(2000, 140, 1), 1).undirected();
    test::check_threads_change_nothing(
        [&](run_options const& run) { return eigenvector_centrality(g, {}, run); });
}

TEST_CASE("eigenvector_centrality: is cancelled when asked from the progress sink",
          "[algorithm][eigenvector]")
{
    std::stop_source stop;
    double last = 0.0;
    run_options const run{.stop = stop.get_token(), .progress = [&](progress_report const& report) {
                              last = report.fraction;
                              if (report.phase == "eigenvector centrality" && last >= 0.3) {
                                  stop.request_stop();
                              }
                          }};
    auto const g = test::path(500).undirected();
    CHECK(test::thrown_code([&] { return eigenvector_centrality(g, {}, run); })
          == error_code::cancelled);
    CHECK(last < 1.0);
}

TEST_CASE("eigenvector_centrality: reports each phase from 0 to 1", "[algorithm][eigenvector]")
{
    std::vector<std::string> phases;
    double last = 1.0;
    run_options const run{.progress = [&](progress_report const& report) {
        if (report.fraction == 0.0) {
            CHECK(last == 1.0);
            phases.emplace_back(report.phase);
        } else {
            CHECK(report.fraction > last);
        }
        last = report.fraction;
    }};
    CHECK(
        eigenvector_centrality(test::path(200).beside(test::path(200)).undirected(), {}, run).size()
        == 400);
    CHECK(phases == std::vector<std::string>{"checking weights", "eigenvector centrality"});
    CHECK(last == 1.0);
}

TEST_CASE("eigenvector_centrality: is refused above the memory budget", "[algorithm][eigenvector]")
{
    auto const g = test::path(100).undirected();
    auto const code_within = [&](std::uint64_t bytes) {
        run_options const run{.memory_budget = bytes};
        return test::thrown_code([&] { return eigenvector_centrality(g, {}, run); });
    };
    CHECK(code_within(1000) == error_code::over_budget);
    CHECK_FALSE(code_within(10'000));
}

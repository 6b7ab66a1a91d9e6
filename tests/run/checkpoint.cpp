// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/run/checkpoint.hpp>

#include <capgraph/core/error.hpp>

#include "support/catch2.hpp"

#include <algorithm>
#include <string>
#include <thread>
#include <type_traits>
#include <vector>

using namespace capgraph;

static_assert(!std::is_copy_constructible_v<checkpoint>);
static_assert(!std::is_constructible_v<checkpoint, run_options, char const*, int>,
              "it would point at options that are gone");
static_assert(std::is_constructible_v<checkpoint, run_options const&, char const*, int>);

namespace {

error_code code_of(auto const& action)
{
    try {
        action();
    } catch (error const& e) {
        return e.code();
    }
    throw std::logic_error{"no error came"};
}

} // namespace

TEST_CASE("checkpoint: without a sink and a stop source it lets everything pass",
          "[run][checkpoint]")
{
    run_options const run;
    checkpoint check{run, "a phase", 3};
    CHECK_NOTHROW(check.poll());
    CHECK_NOTHROW(check.advance(3));
    CHECK_NOTHROW(check.finish());
}

TEST_CASE("checkpoint: reports the phase from 0 to 1 and each end once", "[run][checkpoint]")
{
    std::vector<double> fractions;
    run_options const run{.progress = [&](progress_report const& report) {
        CHECK(report.phase == "counting");
        fractions.push_back(report.fraction);
    }};
    checkpoint check{run, "counting", 4};
    for (int unit = 0; unit < 4; ++unit) {
        check.advance();
    }
    check.finish();
    CHECK(fractions == std::vector{0.0, 0.25, 0.5, 0.75, 1.0});
}

TEST_CASE("checkpoint: a phase without units goes from 0 to 1", "[run][checkpoint]")
{
    std::vector<double> fractions;
    run_options const run{
        .progress = [&](progress_report const& report) { fractions.push_back(report.fraction); }};
    checkpoint check{run, "nothing", 0};
    check.finish();
    CHECK(fractions == std::vector{0.0, 1.0});
}

TEST_CASE("checkpoint: more units than announced do not pass 1", "[run][checkpoint]")
{
    std::vector<double> fractions;
    run_options const run{
        .progress = [&](progress_report const& report) { fractions.push_back(report.fraction); }};
    checkpoint check{run, "too much", 2};
    check.advance(5);
    check.advance(5);
    check.finish();
    CHECK(fractions == std::vector{0.0, 1.0});
}

TEST_CASE("checkpoint: a million units make at most a thousand and one reports",
          "[run][checkpoint]")
{
    std::vector<double> fractions;
    run_options const run{
        .progress = [&](progress_report const& report) { fractions.push_back(report.fraction); }};
    checkpoint check{run, "many", 1'000'000};
    for (int unit = 0; unit < 1'000'000; ++unit) {
        check.advance();
    }
    check.finish();
    CHECK(fractions.size() == 1001);
    CHECK(std::is_sorted(fractions.begin(), fractions.end()));
    CHECK(fractions.back() == 1.0);
}

TEST_CASE("checkpoint: only the thread that began the phase calls the sink", "[run][checkpoint]")
{
    std::vector<double> fractions;
    auto const caller = std::this_thread::get_id();
    run_options const run{.progress = [&](progress_report const& report) {
        CHECK(std::this_thread::get_id() == caller);
        fractions.push_back(report.fraction);
    }};
    checkpoint check{run, "shared", 10};
    std::jthread{[&] { check.advance(5); }}.join();
    CHECK(fractions == std::vector{0.0});
    check.advance(1);
    CHECK(fractions == std::vector{0.0, 0.6});
}

TEST_CASE("checkpoint: threads that advance at once leave no falling fraction", "[run][checkpoint]")
{
    std::vector<double> fractions;
    run_options const run{
        .progress = [&](progress_report const& report) { fractions.push_back(report.fraction); }};
    checkpoint check{run, "shared", 4000};
    auto const work = [&] {
        for (int unit = 0; unit < 1000; ++unit) {
            check.advance();
        }
    };
    {
        std::jthread const a{work};
        std::jthread const b{work};
        std::jthread const c{work};
        work();
    }
    check.finish();
    CHECK(std::is_sorted(fractions.begin(), fractions.end()));
    CHECK(fractions.front() == 0.0);
    CHECK(fractions.back() == 1.0);
}

TEST_CASE("checkpoint: a requested stop is the error cancelled and names the phase",
          "[run][checkpoint]")
{
    std::stop_source stop;
    run_options const run{.stop = stop.get_token()};
    checkpoint check{run, "long work", 2};
    check.poll();
    stop.request_stop();
    CHECK(code_of([&] { check.poll(); }) == error_code::cancelled);
    CHECK(code_of([&] { check.advance(); }) == error_code::cancelled);
    CHECK(code_of([&] { check.finish(); }) == error_code::cancelled);
    try {
        check.poll();
    } catch (error const& e) {
        CHECK(std::string{e.what()}.find("long work") != std::string::npos);
    }
}

TEST_CASE("checkpoint: a phase does not begin once a stop is requested", "[run][checkpoint]")
{
    std::stop_source stop;
    stop.request_stop();
    bool heard = false;
    run_options const run{.stop = stop.get_token(),
                          .progress = [&](progress_report const&) { heard = true; }};
    CHECK(code_of([&] { checkpoint const check(run, "never", 1); }) == error_code::cancelled);
    CHECK_FALSE(heard);
}

TEST_CASE("checkpoint: a sink that requests the stop is obeyed at once", "[run][checkpoint]")
{
    std::stop_source stop;
    run_options const run{.stop = stop.get_token(), .progress = [&](progress_report const& report) {
                              if (report.fraction >= 0.5) {
                                  stop.request_stop();
                              }
                          }};
    checkpoint check{run, "work", 4};
    CHECK_NOTHROW(check.advance());
    CHECK(code_of([&] { check.advance(); }) == error_code::cancelled);
}

TEST_CASE("checkpoint: what the sink throws leaves the call", "[run][checkpoint]")
{
    run_options const run{.progress = [](progress_report const& report) {
        if (report.fraction > 0.0) {
            throw std::runtime_error{"full disk"};
        }
    }};
    checkpoint check{run, "work", 4};
    CHECK_THROWS_AS(check.advance(), std::runtime_error);
}

TEST_CASE("paced_poll: sees a requested stop within 16384 steps", "[run][checkpoint]")
{
    std::stop_source stop;
    run_options const run{.stop = stop.get_token()};
    checkpoint const check{run, "inner loop", 1};
    paced_poll pace{check};
    for (int step = 0; step < 100'000; ++step) {
        pace.step();
    }
    stop.request_stop();
    auto const go_on = [&] {
        for (int step = 0; step < 16'384; ++step) {
            pace.step();
        }
    };
    CHECK(code_of(go_on) == error_code::cancelled);
}

TEST_CASE("paced_poll: counts several steps at once", "[run][checkpoint]")
{
    std::stop_source stop;
    run_options const run{.stop = stop.get_token()};
    checkpoint const check{run, "inner loop", 1};
    paced_poll pace{check};
    stop.request_stop();
    CHECK_NOTHROW(pace.steps(0));
    CHECK_NOTHROW(pace.steps(16'382));
    CHECK_NOTHROW(pace.step());
    CHECK(code_of([&] { pace.step(); }) == error_code::cancelled);
    paced_poll fresh{check};
    CHECK(code_of([&] { fresh.steps(1'000'000'000'000); }) == error_code::cancelled);
}

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

// What holds of every call that takes run options. `ask(run)` makes the call.

#include <capgraph/run/run_options.hpp>

#include "algorithm/thrown_code.hpp"
#include "support/catch2.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <stop_token>
#include <string>
#include <vector>

namespace capgraph::test {

inline bool same_bytes(std::vector<double> const& a, std::vector<double> const& b)
{
    return a.size() == b.size()
           && (a.empty() || std::memcmp(a.data(), b.data(), a.size() * sizeof(double)) == 0);
}

template <class Ask>
void check_threads_change_nothing(Ask ask)
{
    auto const expected = ask(run_options{.threads = 1});
    for (auto const threads : {0U, 2U, 3U, 8U}) {
        CAPTURE(threads);
        CHECK(same_bytes(ask(run_options{.threads = threads}), expected));
    }
}

/// At any report that it makes, but the last, and before all.
template <class Ask>
void check_is_cancelled(Ask ask)
{
    std::vector<double> reports;
    ask(run_options{.progress = [&](progress_report const& r) { reports.push_back(r.fraction); },
                    .threads = 1});
    REQUIRE(reports.size() > 1);
    for (std::size_t when = 0; when + 1 < reports.size(); when += 1 + reports.size() / 7) {
        CAPTURE(when, reports.size());
        std::stop_source stop;
        std::size_t heard = 0;
        run_options run{.stop = stop.get_token(), .threads = 1};
        run.progress = [&](progress_report const&) {
            if (heard++ == when) {
                stop.request_stop();
            }
        };
        CHECK(thrown_code([&] { return ask(run); }) == error_code::cancelled);
    }
    std::stop_source stop;
    stop.request_stop();
    CHECK(thrown_code([&] { return ask(run_options{.stop = stop.get_token()}); })
          == error_code::cancelled);
}

/// Each phase goes from 0 to 1, and is told once.
template <class Ask>
void check_reports_progress(Ask ask)
{
    std::vector<std::string> phases;
    double last = 1.0;
    run_options run{.threads = 2};
    run.progress = [&](progress_report const& report) {
        if (report.fraction == 0.0) {
            CHECK(last == 1.0);
            CHECK(std::count(phases.begin(), phases.end(), report.phase) == 0);
            phases.emplace_back(report.phase);
        } else {
            CHECK(report.phase == phases.back());
            CHECK(report.fraction > last);
        }
        last = report.fraction;
    };
    ask(run);
    CHECK(last == 1.0);
    CHECK_FALSE(phases.empty());
}

/// A call that takes between `too_little` and `enough` bytes.
template <class Ask>
void check_is_refused_above_budget(Ask ask, std::uint64_t too_little, std::uint64_t enough)
{
    auto const within = [&](std::uint64_t bytes) {
        return ask(run_options{.memory_budget = bytes, .threads = 1});
    };
    CHECK(thrown_code([&] { return within(0); }) == error_code::over_budget);
    CHECK(thrown_code([&] { return within(too_little); }) == error_code::over_budget);
    CHECK(same_bytes(within(enough), ask(run_options{})));
}

} // namespace capgraph::test

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

// How often a call looks up whether to go on, without a clock: each report of its progress is one
// such look, and what lies between two of them is work that nobody can stop.

#include <capgraph/core/error.hpp>
#include <capgraph/run/run_options.hpp>

#include "support/catch2.hpp"

#include <cstddef>
#include <map>
#include <stop_token>
#include <string>

namespace capgraph::test {

/// The reports of `ask(run)`, by phase.
template <class Ask>
std::map<std::string, std::size_t> polls_of(Ask ask)
{
    std::map<std::string, std::size_t> out;
    run_options run{.threads = 1};
    run.progress = [&](progress_report const& r) { ++out[std::string{r.phase}]; };
    static_cast<void>(ask(run));
    return out;
}

/// Asked to stop at any report of `phase` but its last, `ask(run)` stops before the next.
template <class Ask>
void check_stops_within(std::string const& phase, Ask ask)
{
    auto const polls = polls_of(ask)[phase];
    REQUIRE(polls > 2);
    for (std::size_t when = 0; when + 1 < polls; when += 1 + polls / 5) {
        CAPTURE(phase, when, polls);
        std::stop_source stop;
        std::size_t heard = 0;
        std::size_t after = 0;
        run_options run{.stop = stop.get_token(), .threads = 1};
        run.progress = [&](progress_report const& r) {
            after += stop.stop_requested() ? 1U : 0U;
            if (r.phase == phase && heard++ == when) {
                stop.request_stop();
            }
        };
        auto code = error_code::none;
        try {
            static_cast<void>(ask(run));
        } catch (error const& e) {
            code = e.code();
        }
        CHECK(code == error_code::cancelled);
        CHECK(after == 0);
    }
}

} // namespace capgraph::test

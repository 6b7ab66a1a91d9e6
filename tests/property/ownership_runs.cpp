// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// How ownership kernels are run: each stops when it is asked to, and takes no more memory than it
// may.

#include <capgraph/algorithm/control.hpp>
#include <capgraph/algorithm/first_passage.hpp>
#include <capgraph/algorithm/look_through.hpp>
#include <capgraph/algorithm/set_rule.hpp>
#include <capgraph/algorithm/simple_path.hpp>
#include <capgraph/algorithm/ultimate_parts.hpp>
#include <capgraph/algorithm/walk_sum.hpp>
#include <capgraph/algorithm/weakest_link.hpp>
#include <capgraph/core/error.hpp>

#include "support/catch2.hpp"
#include "support/stakes.hpp"

#include <functional>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

using namespace capgraph;
using namespace capgraph::test;

namespace {

struct kernel {
    std::string name;
    std::function<void(run_options const&)> ask;
};

/// A ring of n companies each of which holds a part of the next, 0 in it, with the last, n, for an
/// owner of each; then a chain of n that the ring holds.
stake_case ring_and_chain(std::uint32_t n, double width)
{
    stake_case told{2 * std::size_t{n} + 1, {}};
    for (std::uint32_t v = 0; v < n; ++v) {
        told.stakes.push_back(held(v, (v + 1) % n, 0.6, 0.6 + width));
        told.stakes.push_back(held(n, v, 0.25));
        told.stakes.push_back(held(v == 0 ? 0 : n + v, n + v + 1, 0.75, 0.75 + width));
    }
    return told;
}

/// Every kernel, on `w`, whose last owner is `n`.
std::vector<kernel> kernels(stake_matrix const& w, voting_power const& power, std::uint32_t n)
{
    using run = run_options const&;
    static std::vector<std::uint32_t> owner;
    owner = {n};
    return {
        {"look_through", [&](run r) { (void)look_through(w, owner, {}, r); }},
        {"look_through, unknown possible",
         [&](run r) {
             (void)look_through(w, owner, {.unknown = unknown_owners::possible, .ultimate = owner},
                                r);
         }},
        {"first_passage", [&](run r) { (void)first_passage(w, owner[0], r); }},
        {"walk_sum", [&](run r) { (void)walk_sum(w, owner[0], r); }},
        {"ultimate_parts_of",
         [&, n](run r) { (void)ultimate_parts_of(w, 2 * n, owner, {.most_work = ~0ULL}, r); }},
        {"simple_path", [&](run r) { (void)simple_path(w, owner[0], {.most_chains = 9999}, r); }},
        {"weakest_link", [&](run r) { (void)weakest_link(w, owner[0], {.most_chains = 9999}, r); }},
        {"control_of", [&](run r) { (void)control_of(power, owner, {.threshold = 0.2}, r); }},
        {"why_controlled",
         [&, n](run r) { (void)why_controlled(power, owner, 2 * n, {}, {.threshold = 0.2}, r); }},
        {"belongs_to", [&](run r) { (void)belongs_to(power, owner, {.threshold = 0.2}, r); }},
        {"belongs_to, each",
         [&](run r) { (void)belongs_to(power, owner, {.threshold = 0.2, .adds_up = false}, r); }}};
}

/// What the call throws; none if it answers.
error thrown_by(kernel const& k, run_options const& run)
{
    try {
        k.ask(run);
    } catch (error const& e) {
        return e;
    }
    return {};
}

} // namespace

TEST_CASE("run_options: every ownership kernel refuses what it may not have, and says how much",
          "[algorithm][property][memory]")
{
    constexpr std::uint32_t n = 20'000;
    auto const w = ring_and_chain(n, GENERATE(0.0, 0.1)).matrix();
    voting_power const power{w, {}};
    for (auto const& k : kernels(w, power, n)) {
        CAPTURE(k.name);
        auto const refused = thrown_by(k, {.memory_budget = 100'000});
        CHECK(refused.code() == error_code::over_budget);
        CHECK(std::string{refused.found()}.find("bytes needed") != std::string::npos);
        CHECK(refused.expected() == "at most 100000 bytes");
        CHECK(thrown_by(k, {.memory_budget = 40'000'000}).code() == error_code::none);
    }
}

TEST_CASE("run_options: every ownership kernel stops when it is asked to, before and amid the work",
          "[algorithm][property]")
{
    constexpr std::uint32_t n = 2000;
    auto const w = ring_and_chain(n, GENERATE(0.0, 0.1)).matrix();
    voting_power const power{w, {}};
    for (auto const& k : kernels(w, power, n)) {
        CAPTURE(k.name);
        std::stop_source before;
        before.request_stop();
        CHECK(thrown_by(k, {.stop = before.get_token()}).code() == error_code::cancelled);
        auto reports = 0;
        k.ask({.progress = [&](auto const&) { ++reports; }, .threads = 1});
        REQUIRE(reports > 1);
        for (auto at = 0; at + 1 < reports; at += 1 + reports / 20) {
            CAPTURE(at);
            std::stop_source amid;
            auto heard = 0;
            run_options run{.stop = amid.get_token(), .threads = 1};
            run.progress = [&](auto const&) {
                if (heard++ == at) {
                    amid.request_stop();
                }
            };
            CHECK(thrown_by(k, run).code() == error_code::cancelled);
            CHECK(heard == at + 1);
        }
    }
}

TEST_CASE("run_options: what ownership kernels report never falls within a phase",
          "[algorithm][property]")
{
    constexpr std::uint32_t n = 2000;
    auto const w = ring_and_chain(n, GENERATE(0.0, 0.1)).matrix();
    voting_power const power{w, {}};
    for (auto const& k : kernels(w, power, n)) {
        CAPTURE(k.name);
        std::vector<std::pair<std::string, double>> heard;
        k.ask({.progress = [&](auto const& r) { heard.emplace_back(r.phase, r.fraction); }});
        for (std::size_t i = 0; i < heard.size(); ++i) {
            auto const begins = i == 0 || heard[i - 1].second == 1.0;
            CHECK((begins ? heard[i].second == 0.0
                          : heard[i].first == heard[i - 1].first
                                && heard[i].second > heard[i - 1].second));
        }
        CHECK(heard.back().second == 1.0);
    }
}

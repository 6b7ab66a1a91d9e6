// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/control.hpp>

#include "algorithm/thrown_code.hpp"
#include "support/catch2.hpp"
#include "support/stakes.hpp"

#include <concepts>
#include <limits>
#include <stdexcept>
#include <stop_token>

using namespace capgraph;
using namespace capgraph::test;

static_assert(std::regular<vote_holding>);
static_assert(std::regular<control_step>);
static_assert(std::regular<control_derivation>);

namespace {

vertex_list sorted(vertex_list all)
{
    std::sort(all.begin(), all.end());
    return all;
}

vertex_list controlled_by(vertex_list const& group, stake_case const& told,
                          control_options const& options = {})
{
    auto const got = control_of(voting_power{told.matrix()}, group, options);
    CHECK(got.possibly == got.certainly); // of exact stakes
    return got.certainly;
}

} // namespace

TEST_CASE("control_of: of nobody there is no control", "[algorithm][control]")
{
    auto const got = control_of(voting_power{}, {});
    CHECK(got.certainly.empty());
    CHECK(got.possibly.empty());
    CHECK(controlled_by({}, chain_of(3, 1.0)).empty());
    CHECK(controlled_by({0}, {1, {}}).empty());
}

TEST_CASE("control_of: more than half of the votes control and half don't", "[algorithm][control]")
{
    CHECK(controlled_by({0}, chain_of(2, 0.51)) == vertex_list{1});
    CHECK(controlled_by({0}, chain_of(2, 0.5)).empty());
    CHECK(controlled_by({0}, chain_of(2, 0.5), {.is_strict = false}) == vertex_list{1});
    CHECK(controlled_by({0}, chain_of(2, 0.3), {.threshold = 0.25}) == vertex_list{1});
    CHECK(controlled_by({0}, chain_of(2, 0.6), {.threshold = 2.0 / 3.0}).empty());
}

TEST_CASE("control_of: a threshold of decimal fractions is met by sums of such",
          "[algorithm][control]")
{
    // 0.1 + 0.2 is more than 0.3 in binary fractions, 0.1 + 0.7 less than 0.8.
    stake_case const three{3, {held(0, 2, 0.1), held(1, 2, 0.2)}};
    CHECK(controlled_by({0, 1}, three, {.threshold = 0.3}).empty());
    stake_case const eight{3, {held(0, 2, 0.1), held(1, 2, 0.7)}};
    CHECK(controlled_by({0, 1}, eight, {.threshold = 0.8, .is_strict = false}) == vertex_list{2});
}

TEST_CASE("control_of: what is controlled votes in full", "[algorithm][control]")
{
    CHECK(controlled_by({0}, chain_of(4, 0.51)) == vertex_list{1, 2, 3});
    // 0 controls 1, and with its 30 per cent and 0's own 25 also 2.
    stake_case const told{3, {held(0, 1, 0.6), held(1, 2, 0.3), held(0, 2, 0.25)}};
    CHECK(controlled_by({0}, told) == vertex_list{1, 2});
    CHECK(controlled_by({1}, told).empty());
}

TEST_CASE("control_of: a group votes together", "[algorithm][control]")
{
    stake_case const told{4, {held(0, 2, 0.3), held(1, 2, 0.3), held(2, 3, 0.6)}};
    CHECK(controlled_by({0}, told).empty());
    CHECK(controlled_by({0, 1}, told) == vertex_list{2, 3});
    CHECK(controlled_by({1, 0}, told) == vertex_list{2, 3});
}

TEST_CASE("control_of: whoever is named twice in a group votes once", "[algorithm][control]")
{
    CHECK(controlled_by({0, 0}, chain_of(2, 0.3)).empty());
    auto const person = vertex_list{0};
    CHECK(controlled_by({0, 0, 0}, chain_of(2, 0.3), {.ultimate = person}).empty());
}

TEST_CASE("control_of: the group itself is not listed though it controls its own members",
          "[algorithm][control]")
{
    CHECK(controlled_by({0, 1}, ring_of(3, 0.75)) == vertex_list{2});
}

TEST_CASE("control_of: mutual support is no control", "[algorithm][control]")
{
    // 1 and 2 hold 60 per cent of each other, 0 holds 30 of both.
    stake_case const told{3, {held(0, 1, 0.3), held(0, 2, 0.3), held(1, 2, 0.6), held(2, 1, 0.6)}};
    CHECK(controlled_by({0}, told).empty());
    CHECK(controlled_by({1}, told) == vertex_list{2});
}

TEST_CASE("control_of: a company's own shares don't vote", "[algorithm][control]")
{
    // 45 of 85
    stake_case const told{2, {held(0, 1, 0.45), held(1, 1, 0.15)}};
    CHECK(controlled_by({0}, told) == vertex_list{1});
    CHECK(controlled_by({0}, told, {.drops_treasury = false}).empty());
    CHECK(controlled_by({0}, {2, {held(1, 1, 1.0)}}).empty());
}

TEST_CASE("control_of: who is ultimate is controlled by nobody", "[algorithm][control]")
{
    auto const state = vertex_list{1};
    CHECK(controlled_by({0}, chain_of(3, 0.75), {.ultimate = state}).empty());
    CHECK(controlled_by({1}, chain_of(3, 0.75), {.ultimate = state}) == vertex_list{2});
    voting_power const declared{chain_of(3, 0.75).matrix(), {{0, 1, true}}};
    CHECK(control_of(declared, vertex_list{0}, {.ultimate = state}).certainly.empty());
}

TEST_CASE("control_of: declared control counts, whoever holds what", "[algorithm][control]")
{
    // 0 is declared to control 1, which holds most of 2, which is declared to control 3.
    voting_power const power{stake_case{4, {held(1, 2, 0.75), held(0, 3, 0.25)}}.matrix(),
                             {{0, 1, true}, {2, 3, true}}};
    CHECK(control_of(power, vertex_list{0}).certainly == vertex_list{1, 2, 3});
    CHECK(control_of(power, vertex_list{0}, {.takes_declared = false}).certainly.empty());
    CHECK(control_of(power, vertex_list{1}).certainly == vertex_list{2, 3});
}

TEST_CASE("control_of: a right that may amount to control is possible control",
          "[algorithm][control]")
{
    voting_power const power{chain_of(3, 0.75).matrix(), {{2, 0, false}}};
    auto const got = control_of(power, vertex_list{2});
    CHECK(got.certainly.empty());
    CHECK(got.possibly == vertex_list{0, 1});
}

TEST_CASE("control_of: with intervals the least is certain and the most possible",
          "[algorithm][control]")
{
    stake_case const told{4, {held(0, 1, 0.4, 0.6), held(0, 2, 0.55, 1.0), held(1, 3, 1.0)}};
    auto const got = control_of(voting_power{told.matrix()}, vertex_list{0});
    CHECK(got.certainly == vertex_list{2});
    CHECK(sorted(got.possibly) == vertex_list{1, 2, 3});
}

TEST_CASE("control_of: the members' stakes can't all be at the most if the column has no room",
          "[algorithm][control]")
{
    // 2 holds at least 45 per cent, so the group at most 55, whatever 0 and 1 may hold each.
    stake_case const told{4, {held(0, 3, 0.0, 0.5), held(1, 3, 0.0, 0.5), held(2, 3, 0.45, 1.0)}};
    voting_power const power{told.matrix()};
    CHECK(control_of(power, vertex_list{0, 1}).possibly == vertex_list{3});
    CHECK(control_of(power, vertex_list{0, 1}, {.threshold = 0.55}).possibly.empty());
    CHECK(control_of(power, vertex_list{0}).possibly.empty());
}

TEST_CASE("control_of: treasury shares may be as many as help the most", "[algorithm][control]")
{
    // 0 holds 30 per cent and 1 other 25: of 55, if the other 45 are treasury shares; of 100 else.
    stake_case const told{3, {held(0, 2, 0.3), held(1, 2, 0.25), held(2, 2, 0.0, 1.0)}};
    auto const got = control_of(voting_power{told.matrix()}, vertex_list{0});
    CHECK(got.certainly.empty());
    CHECK(got.possibly == vertex_list{2});
    CHECK(control_of(voting_power{told.matrix()}, vertex_list{1}).possibly.empty());
}

TEST_CASE("control_of: unknown owners may be the group, if others leave them enough",
          "[algorithm][control]")
{
    // 2 of which 1, a person, holds 30 per cent; 3 of which it holds 60; 4 of which 2 holds all.
    stake_case const told{5, {held(1, 2, 0.3), held(1, 3, 0.6), held(2, 4, 1.0)}};
    auto const persons = vertex_list{0, 1};
    voting_power const power{told.matrix()};
    auto const got = control_of(power, vertex_list{0},
                                {.unknown = unknown_owners::possible, .ultimate = persons});
    CHECK(got.certainly.empty());
    CHECK(sorted(got.possibly) == vertex_list{2, 4});
    CHECK(control_of(power, vertex_list{0}, {.ultimate = persons}).possibly.empty());
}

TEST_CASE("control_of: a column over the whole counts as told", "[algorithm][control]")
{
    stake_case const told{4, {held(0, 2, 0.75), held(1, 2, 0.75), held(3, 2, 0.1)}};
    CHECK(controlled_by({0}, told) == vertex_list{2});
    CHECK(controlled_by({1}, told) == vertex_list{2});
    CHECK(controlled_by({3}, told).empty());
}

TEST_CASE("control_of: what can't be is refused", "[algorithm][control]")
{
    voting_power const power{chain_of(2, 0.75).matrix()};
    auto const nan = std::numeric_limits<double>::quiet_NaN();
    auto const far = vertex_list{2};
    CHECK_THROWS_AS(control_of(power, far), std::out_of_range);
    CHECK_THROWS_AS(control_of(power, {}, {.ultimate = far}), std::out_of_range);
    for (auto const threshold : {-0.1, 1.1, nan}) {
        CHECK_THROWS_AS(control_of(power, {}, {.threshold = threshold}), std::invalid_argument);
    }
}

TEST_CASE("control_of: stops when asked to", "[algorithm][control]")
{
    std::stop_source source;
    source.request_stop();
    run_options const run{.stop = source.get_token()};
    voting_power const power{chain_of(2, 0.75).matrix()};
    CHECK(thrown_code([&] { return control_of(power, vertex_list{0}, {}, run); })
          == error_code::cancelled);
    CHECK(thrown_code([&] { return why_controlled(power, vertex_list{0}, 1, {}, {}, run); })
          == error_code::cancelled);
}

TEST_CASE("control_of: however much of the network is touched all votes are counted",
          "[algorithm][control]")
{
    // Two persons hold 30 per cent each of 500 companies, each of which holds one more.
    auto const rest = GENERATE(0U, 10'000U, 100'000U);
    CAPTURE(rest);
    stake_case told{1002 + rest, {}};
    for (std::size_t v = 2; v < 502; ++v) {
        told.stakes.push_back(held(0, v, 0.3));
        told.stakes.push_back(held(1, v, 0.3));
        told.stakes.push_back(held(v, v + 500, 0.75));
    }
    CHECK(controlled_by({0, 1}, told).size() == 1000);
    CHECK(controlled_by({1}, told).empty());
}

TEST_CASE("control_of: the order of stakes leaves the order of the answer", "[algorithm][control]")
{
    auto const told =
        stake_teller{4}.draw({.companies = 60, .outsiders = 2, .density = 10, .intervals = true});
    auto const group = vertex_list{60};
    auto const a = control_of(voting_power{told.matrix()}, group, {.threshold = 0.05});
    auto const b = control_of(voting_power{shuffled(told, 9).matrix()}, group, {.threshold = 0.05});
    CHECK(a.certainly == b.certainly);
    CHECK(a.possibly == b.possibly);
    CHECK(a.certainly.size() > 5);
}

TEST_CASE("control_of: a chain of a million companies fits the stack", "[algorithm][control]")
{
    constexpr std::uint32_t n = 1'000'000;
    voting_power const power{ring_of(n, 0.75).matrix()};
    CHECK(control_of(power, vertex_list{0}).certainly.size() == n - 1);
    auto const why = why_controlled(power, vertex_list{0}, n - 1, {.most_steps = 3});
    CHECK(why.is_cut);
    REQUIRE(why.steps.size() == 3);
    CHECK(why.steps.front().controlled == n - 3);
    CHECK(why.steps.back().controlled == n - 1);
}

TEST_CASE("why_controlled: tells each step with who votes, those it rests on before",
          "[algorithm][control]")
{
    //  0 -60- 1 -30- 3 -51- 4;  0 -25- 3;  0 -90- 2, which has no part in it
    stake_case const told{
        5, {held(0, 1, 0.6), held(1, 3, 0.3), held(0, 3, 0.25), held(3, 4, 0.51), held(0, 2, 0.9)}};
    auto const why = why_controlled(voting_power{told.matrix()}, vertex_list{0}, 4);
    CHECK_FALSE(why.is_cut);
    CHECK(why.steps
          == std::vector<control_step>{{1, {}, {{0, 0.6, 0.6}}},
                                       {3, {}, {{0, 0.25, 0.25}, {1, 0.3, 0.3}}},
                                       {4, {}, {{3, 0.51, 0.51}}}});
}

TEST_CASE("why_controlled: names who is declared to control", "[algorithm][control]")
{
    voting_power const power{stake_case{4, {held(0, 1, 0.6), held(3, 2, 0.2)}}.matrix(),
                             {{1, 2, true}}};
    auto const why = why_controlled(power, vertex_list{0}, 2);
    REQUIRE(why.steps.size() == 2);
    CHECK(why.steps[1] == control_step{2, 1, {}});
    CHECK(why.steps[0].declared_by == std::nullopt);
}

TEST_CASE("why_controlled: tells possible control apart from certain", "[algorithm][control]")
{
    voting_power const power{stake_case{2, {held(0, 1, 0.25, 0.75)}}.matrix()};
    CHECK(why_controlled(power, vertex_list{0}, 1).steps.empty());
    auto const why = why_controlled(power, vertex_list{0}, 1, {.certainly = false});
    CHECK(why.steps == std::vector<control_step>{{1, {}, {{0, 0.25, 0.75}}}});
}

TEST_CASE("why_controlled: of what is not controlled there is nothing to tell",
          "[algorithm][control]")
{
    voting_power const power{chain_of(3, 0.4).matrix()};
    CHECK(why_controlled(power, vertex_list{0}, 2) == control_derivation{});
    CHECK(why_controlled(power, vertex_list{0}, 0) == control_derivation{}); // the group itself
    auto const state = vertex_list{2};
    CHECK(why_controlled(voting_power{chain_of(3, 0.6).matrix()}, vertex_list{0}, 2, {},
                         {.ultimate = state})
          == control_derivation{});
}

TEST_CASE("why_controlled: a target that is none is refused", "[algorithm][control]")
{
    voting_power const power{chain_of(3, 0.6).matrix()};
    CHECK_THROWS_AS(why_controlled(power, vertex_list{0}, 3), std::out_of_range);
    CHECK_THROWS_AS(why_controlled(power, vertex_list{3}, 0), std::out_of_range);
}

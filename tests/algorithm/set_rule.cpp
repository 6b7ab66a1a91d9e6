// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/set_rule.hpp>

#include "algorithm/thrown_code.hpp"
#include "support/catch2.hpp"
#include "support/stakes.hpp"

#include <stdexcept>
#include <stop_token>

using namespace capgraph;
using namespace capgraph::test;

static_assert(ofac_rule.adds_up && !ofac_rule.is_strict && !ofac_rule.takes_control);
static_assert(eu_rule.adds_up && !eu_rule.is_strict && eu_rule.takes_control);
static_assert(!uk_rule.adds_up && uk_rule.is_strict && uk_rule.takes_control);

namespace {

vertex_list belonging(stake_case const& told, vertex_list const& listed, set_rule const& rule)
{
    auto const got = belongs_to(voting_power{told.matrix()}, listed, rule);
    CHECK(got.possibly == got.certainly); // of exact stakes
    return got.certainly;
}

} // namespace

TEST_CASE("belongs_to: to nobody nothing belongs", "[algorithm][control]")
{
    for (auto const& rule : {ofac_rule, eu_rule, uk_rule}) {
        CAPTURE(rule.name);
        CHECK(belongs_to(voting_power{}, {}, rule).possibly.empty());
        CHECK(belonging(chain_of(3, 1.0), {}, rule).empty());
        CHECK(belonging({1, {}}, {0}, rule).empty());
    }
}

TEST_CASE("belongs_to: half belongs by the rules that say half or more", "[algorithm][control]")
{
    CHECK(belonging(chain_of(3, 0.5), {0}, ofac_rule) == vertex_list{1, 2});
    CHECK(belonging(chain_of(3, 0.5), {0}, eu_rule) == vertex_list{1, 2});
    CHECK(belonging(chain_of(3, 0.5), {0}, uk_rule).empty());
    CHECK(belonging(chain_of(3, 0.51), {0}, uk_rule) == vertex_list{1, 2});
    CHECK(belonging(chain_of(3, 0.49), {0}, ofac_rule).empty());
}

TEST_CASE("belongs_to: parts of several listed add up or don't", "[algorithm][control]")
{
    stake_case const told{4, {held(0, 2, 0.3), held(1, 2, 0.3), held(2, 3, 1.0)}};
    CHECK(belonging(told, {0, 1}, ofac_rule) == vertex_list{2, 3});
    CHECK(belonging(told, {0, 1}, uk_rule).empty());
}

TEST_CASE("belongs_to: one listed twice counts once", "[algorithm][control]")
{
    for (auto const& rule : {ofac_rule, eu_rule, uk_rule}) {
        CHECK(belonging(chain_of(2, 0.3), {0, 0}, rule).empty());
        CHECK(belonging(chain_of(2, 0.6), {0, 0}, rule) == vertex_list{1});
    }
}

TEST_CASE("belongs_to: where parts don't add up the answer is of all listed in their order",
          "[algorithm][control]")
{
    // 0 holds 2, which holds 4; 1 holds 3 and 60 per cent of 4; 0 holds 1, who is listed.
    stake_case const told{
        5, {held(0, 2, 0.6), held(1, 3, 0.6), held(0, 4, 0.4), held(1, 4, 0.6), held(0, 1, 0.9)}};
    CHECK(belonging(told, {0, 1}, uk_rule) == vertex_list{2, 3, 4});
    CHECK(belonging(told, {1, 0}, uk_rule) == vertex_list{3, 4, 2});
    CHECK(belonging(ring_of(2, 0.6), {0, 1}, uk_rule).empty()); // both are listed
}

TEST_CASE("belongs_to: a company's own shares stay in the whole", "[algorithm][control]")
{
    stake_case const told{2, {held(0, 1, 0.45), held(1, 1, 0.15)}};
    for (auto const& rule : {ofac_rule, eu_rule, uk_rule}) {
        CHECK(belonging(told, {0}, rule).empty());
    }
}

TEST_CASE("belongs_to: declared control counts by the rules that take control",
          "[algorithm][control]")
{
    voting_power const power{chain_of(3, 0.1).matrix(), {{0, 2, true}, {0, 1, false}}};
    CHECK(belongs_to(power, vertex_list{0}, ofac_rule).possibly.empty());
    for (auto const& rule : {eu_rule, uk_rule}) {
        auto const got = belongs_to(power, vertex_list{0}, rule);
        CHECK(got.certainly == vertex_list{2});
        CHECK(got.possibly == vertex_list{1, 2});
    }
}

TEST_CASE("belongs_to: with intervals the least is certain and the most possible",
          "[algorithm][control]")
{
    stake_case const told{3, {held(0, 1, 0.5, 1.0), held(0, 2, 0.25, 0.5)}};
    auto const got = belongs_to(voting_power{told.matrix()}, vertex_list{0}, ofac_rule);
    CHECK(got.certainly == vertex_list{1});
    CHECK(got.possibly == vertex_list{1, 2});
}

TEST_CASE("belongs_to: a threshold of one's own", "[algorithm][control]")
{
    set_rule const quarter{.name = "quarter", .threshold = 0.25, .is_strict = true};
    CHECK(belonging(chain_of(3, 0.26), {0}, quarter) == vertex_list{1, 2});
    CHECK(belonging(chain_of(3, 0.25), {0}, quarter).empty());
    CHECK_THROWS_AS(belonging(chain_of(3, 0.25), {0}, {.threshold = 1.5}), std::invalid_argument);
}

TEST_CASE("belongs_to: a vertex that is none is refused", "[algorithm][control]")
{
    for (auto const& rule : {ofac_rule, uk_rule}) {
        CHECK_THROWS_AS(belonging(chain_of(3, 0.5), {3}, rule), std::out_of_range);
    }
}

TEST_CASE("belongs_to: stops when asked to", "[algorithm][control]")
{
    std::stop_source source;
    source.request_stop();
    run_options const run{.stop = source.get_token()};
    voting_power const power{chain_of(2, 0.75).matrix()};
    for (auto const& rule : {ofac_rule, uk_rule}) {
        CHECK(thrown_code([&] { return belongs_to(power, vertex_list{0}, rule, run); })
              == error_code::cancelled);
    }
}

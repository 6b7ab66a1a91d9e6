// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/look_through.hpp>

#include "algorithm/thrown_code.hpp"
#include "oracle/dense_stakes.hpp"
#include "support/catch2.hpp"
#include "support/stakes.hpp"

#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <stop_token>

using namespace capgraph;
using namespace capgraph::test;

namespace {

using parts = std::vector<double>;

parts lowers(held_parts const& held)
{
    return {held.lowers().begin(), held.lowers().end()};
}

parts uppers(held_parts const& held)
{
    return {held.uppers().begin(), held.uppers().end()};
}

held_parts held_by(std::uint32_t holder, stake_case const& told,
                   look_through_options const& options = {})
{
    return look_through(told.matrix(), {&holder, 1}, options);
}

/// Companies that each hold parts of the `span` after them in a ring, and 0, who holds some of
/// each.
stake_case thick_ring(std::size_t companies, std::size_t span, double inside, double outside)
{
    stake_case told{companies + 1, {}};
    for (std::size_t v = 0; v < companies; ++v) {
        told.stakes.push_back(held(0, v + 1, outside));
        for (std::size_t k = 1; k <= span; ++k) {
            told.stakes.push_back(
                held(v + 1, (v + k) % companies + 1, inside / static_cast<double>(span)));
        }
    }
    return told;
}

} // namespace

TEST_CASE("look_through: of no vertices there are no parts", "[algorithm][ownership]")
{
    auto const none = look_through(stake_matrix{}, {});
    CHECK(none.size() == 0);
    CHECK(none.lowers().empty());
    CHECK(none.uppers().empty());
}

TEST_CASE("look_through: no holders hold nothing", "[algorithm][ownership]")
{
    CHECK(lowers(look_through(chain_of(3, 0.5).matrix(), {})) == parts{0.0, 0.0, 0.0});
}

TEST_CASE("look_through: a holder holds all of itself", "[algorithm][ownership]")
{
    CHECK(lowers(held_by(0, {1, {}})) == parts{1.0});
    CHECK(lowers(held_by(0, {1, {held(0, 0, 0.25)}})) == parts{1.0});
    CHECK(lowers(held_by(1, chain_of(3, 0.5))) == parts{0.0, 1.0, 0.5});
}

TEST_CASE("look_through: of two vertices the owner holds its stake", "[algorithm][ownership]")
{
    auto const got = held_by(0, chain_of(2, 0.75));
    CHECK(lowers(got) == parts{1.0, 0.75});
    CHECK(uppers(got) == parts{1.0, 0.75});
    CHECK(got.upper(1) == 0.75);
    CHECK(got.is_sharp());
    CHECK(lowers(held_by(1, chain_of(2, 0.75))) == parts{0.0, 1.0});
}

TEST_CASE("look_through: a chain multiplies", "[algorithm][ownership]")
{
    auto const got = held_by(0, chain_of(5, 0.5));
    CHECK(lowers(got) == parts{1.0, 0.5, 0.25, 0.125, 0.0625});
}

TEST_CASE("look_through: ways side by side add up", "[algorithm][ownership]")
{
    //      1
    //  0 <   > 4, of which 0 holds 1/8 itself
    //      2
    stake_case const told{
        5,
        {held(0, 1, 0.5), held(0, 2, 0.75), held(1, 4, 0.5), held(2, 4, 0.25), held(0, 4, 0.125)}};
    CHECK(held_by(0, told).lower(4) == 0.25 + 0.1875 + 0.125);
}

TEST_CASE("look_through: treasury shares leave the others the whole", "[algorithm][ownership]")
{
    // x = 0.6 + 0.2 x
    auto const got = held_by(0, {2, {held(0, 1, 0.6), held(1, 1, 0.2)}});
    CHECK(got.lower(1) == Approx(0.75).epsilon(1e-15));
}

TEST_CASE("look_through: in a ring with a holder the first round comes again and again",
          "[algorithm][ownership]")
{
    // 0 holds 1 - p of company 1, which heads a ring of k stakes of p: x_1 = (1 - p) / (1 - p^k).
    auto const k = GENERATE(1U, 2U, 3U, 10U, 256U, 257U, 300U);
    auto const p = GENERATE(0.25, 0.9);
    CAPTURE(k, p);
    auto told = ring_of(k, p);
    auto const holder = told.add_vertex();
    told.stakes.push_back(held(holder, 0, 1.0 - p));
    auto const got = held_by(holder, told);
    auto const first = (1.0 - p) / (1.0 - std::pow(p, k));
    for (std::uint32_t v = 0; v < k; ++v) {
        CHECK(std::abs(got.lower(v) - first * std::pow(p, v)) < 1e-12);
    }
}

TEST_CASE("look_through: in a star each point is held by its own stake", "[algorithm][ownership]")
{
    stake_case told{101, {}};
    for (std::size_t v = 1; v <= 100; ++v) {
        told.stakes.push_back(held(0, v, static_cast<double>(v) / 128.0));
    }
    auto const got = held_by(0, told);
    for (std::uint32_t v = 1; v <= 100; ++v) {
        CHECK(got.lower(v) == v / 128.0);
    }
}

TEST_CASE("look_through: holders are taken as one", "[algorithm][ownership]")
{
    // 0 holds half of 1, a holder too: what 0 holds through 1 counts once.
    stake_case const told{4, {held(0, 1, 0.5), held(1, 2, 0.5), held(0, 2, 0.25), held(2, 3, 0.5)}};
    auto const both = vertex_list{0, 1};
    CHECK(lowers(look_through(told.matrix(), both)) == parts{1.0, 1.0, 0.75, 0.375});
    auto const again = vertex_list{1, 0, 1, 1};
    CHECK(lowers(look_through(told.matrix(), again)) == parts{1.0, 1.0, 0.75, 0.375});
}

TEST_CASE("look_through: who is ultimate ends the chains through it", "[algorithm][ownership]")
{
    auto const told = chain_of(4, 0.5);
    auto const state = vertex_list{2};
    CHECK(lowers(held_by(0, told, {.ultimate = state})) == parts{1.0, 0.5, 0.0, 0.0});
    // A holder that is ultimate too is a holder.
    CHECK(lowers(held_by(2, told, {.ultimate = state})) == parts{0.0, 0.0, 1.0, 0.5});
    // In a cycle as well: 1 and 2 hold half of each other, 0 half of 1.
    stake_case const cross{3, {held(0, 1, 0.5), held(1, 2, 0.5), held(2, 1, 0.5)}};
    CHECK(lowers(held_by(0, cross, {.ultimate = state})) == parts{1.0, 0.5, 0.0});
}

TEST_CASE("look_through: bounds of an interval are those of the stake", "[algorithm][ownership]")
{
    auto const got = held_by(0, {3, {held(0, 1, 0.25, 0.5), held(1, 2, 0.5, 1.0)}});
    CHECK(lowers(got) == parts{1.0, 0.25, 0.125});
    CHECK(uppers(got) == parts{1.0, 0.5, 0.5});
}

TEST_CASE("look_through: what a stake may be is limited by what others hold at the least",
          "[algorithm][ownership]")
{
    auto const got = held_by(0, {3, {held(0, 2, 0.0, 1.0), held(1, 2, 0.75, 1.0)}});
    CHECK(got.lower(2) == 0.0);
    CHECK(got.upper(2) == 0.25);
}

TEST_CASE("look_through: what two may hold at the most they can't hold at once",
          "[algorithm][ownership]")
{
    // 0 holds all of 1 and 1/2 of 2; 3 is 1's and 2's, from 1/4 to 3/4 each: at most
    // 3/4 + 1/2 * 1/4, though 3/4 + 1/2 * 3/4 is more than all.
    auto const got = held_by(
        0, {4, {held(0, 1, 1.0), held(0, 2, 0.5), held(1, 3, 0.25, 0.75), held(2, 3, 0.25, 0.75)}});
    CHECK(got.lower(3) == 0.375);
    CHECK(got.upper(3) == 0.875);
}

TEST_CASE("look_through: a cycle of intervals is bounded where the holder gets all it can",
          "[algorithm][ownership]")
{
    // 0 holds 1/4 of 1; 1 and 2 hold from 1/4 to 1/2 of each other; the rest is nobody's.
    //   x1 = 1/4 + w x2, x2 = w x1: x1 = 1/4 / (1 - w^2)
    auto const got =
        held_by(0, {3, {held(0, 1, 0.25), held(1, 2, 0.25, 0.5), held(2, 1, 0.25, 0.5)}});
    CHECK(got.lower(1) == Approx(0.25 / (1 - 0.0625)).epsilon(1e-14));
    CHECK(got.upper(1) == Approx(0.25 / (1 - 0.25)).epsilon(1e-14));
    CHECK(got.upper(2) == Approx(0.125 / (1 - 0.25)).epsilon(1e-14));
}

TEST_CASE("look_through: a cycle that may leave no way out is bounded by who comes in",
          "[algorithm][ownership]")
{
    // 1 is 2's but for 1/4 that 0 holds, and 2 may be 1's alone: all is 0's in the end.
    auto const got =
        held_by(0, {3, {held(0, 1, 0.25), held(2, 1, 0.0, 1.0), held(1, 2, 0.0, 1.0)}});
    CHECK(got.lower(1) == 0.25);
    CHECK(got.lower(2) == 0.0);
    CHECK(got.upper(1) == Approx(1.0).epsilon(1e-12));
    CHECK(got.upper(2) == Approx(1.0).epsilon(1e-12));
}

TEST_CASE("look_through: what nobody is said to hold may be anybody's where the caller says so",
          "[algorithm][ownership]")
{
    // 0 holds 1/4 of 2 and 1, who is another person, 1/2.
    stake_case const told{4, {held(0, 2, 0.25), held(1, 2, 0.5), held(2, 3, 0.5)}};
    auto const persons = vertex_list{0, 1};
    auto const got = held_by(0, told, {.unknown = unknown_owners::possible, .ultimate = persons});
    CHECK(lowers(got) == parts{1.0, 0.0, 0.25, 0.125});
    CHECK(uppers(got) == parts{1.0, 0.0, 0.5, 0.75});
    auto const closed = held_by(0, told, {.ultimate = persons});
    CHECK(uppers(closed) == parts{1.0, 0.0, 0.25, 0.125});
}

TEST_CASE("look_through: who owns 1 if nobody is known may be the holder", "[algorithm][ownership]")
{
    auto const got = held_by(0, chain_of(3, 0.5), {.unknown = unknown_owners::possible});
    CHECK(uppers(got) == parts{1.0, 1.0, 1.0});
    auto const of_last = held_by(2, chain_of(3, 0.5), {.unknown = unknown_owners::possible});
    CHECK(uppers(of_last) == parts{1.0, 1.0, 1.0});
    CHECK(lowers(of_last) == parts{0.0, 0.0, 1.0});
}

TEST_CASE("look_through: of companies that wholly own each other nothing is known",
          "[algorithm][ownership]")
{
    // 1 and 2 own each other, and half of 3, of which 0 holds 1/4. Of 4 nobody is known.
    stake_case const told{
        5, {held(1, 2, 1.0), held(2, 1, 1.0), held(1, 3, 0.5), held(0, 3, 0.25), held(3, 4, 0.5)}};
    auto const got = held_by(0, told);
    CHECK(lowers(got) == parts{1.0, 0.0, 0.0, 0.25, 0.125});
    CHECK(uppers(got) == parts{1.0, 1.0, 1.0, 0.75, 0.375});
    auto const open = held_by(0, told, {.unknown = unknown_owners::possible});
    CHECK(lowers(open) == parts{1.0, 0.0, 0.0, 0.25, 0.125});
    CHECK(uppers(open) == parts{1.0, 1.0, 1.0, 1.0, 1.0});
}

TEST_CASE("look_through: companies that wholly own each other are held by one among them",
          "[algorithm][ownership]")
{
    stake_case const told{4, {held(0, 1, 1.0), held(1, 0, 1.0), held(1, 2, 1.0), held(2, 3, 0.5)}};
    auto const got = held_by(1, told);
    CHECK(lowers(got) == parts{1.0, 1.0, 1.0, 0.5});
    CHECK(uppers(got) == lowers(got));
    // As one where chains end makes of them nobody's but its own.
    auto const end = vertex_list{1};
    CHECK(uppers(held_by(3, told, {.ultimate = end})) == parts{0.0, 0.0, 0.0, 1.0});
}

TEST_CASE("look_through: what two closed sets own is bounded by the part of the one that is known",
          "[algorithm][ownership]")
{
    stake_case const told{5,
                          {held(0, 1, 1.0), held(1, 0, 1.0), held(2, 3, 1.0), held(3, 2, 1.0),
                           held(0, 4, 0.25), held(2, 4, 0.75)}};
    auto const got = held_by(0, told);
    CHECK(lowers(got) == parts{1.0, 1.0, 0.0, 0.0, 0.25});
    CHECK(uppers(got) == parts{1.0, 1.0, 1.0, 1.0, 1.0});
}

TEST_CASE("look_through: of a company over the whole nothing is known", "[algorithm][ownership]")
{
    stake_case const told{4, {held(0, 2, 0.75), held(1, 2, 0.75), held(2, 3, 0.5)}};
    auto const got = held_by(0, told);
    CHECK(lowers(got) == parts{1.0, 0.0, 0.0, 0.0});
    CHECK(uppers(got) == parts{1.0, 0.0, 1.0, 0.5});
    // Nor does it matter to one who holds all of itself.
    CHECK(lowers(held_by(2, told)) == parts{0.0, 0.0, 1.0, 0.5});
    CHECK(uppers(held_by(2, told)) == parts{0.0, 0.0, 1.0, 0.5});
}

TEST_CASE("look_through: where chains end a finding does not matter", "[algorithm][ownership]")
{
    stake_case const over{4, {held(0, 2, 0.75), held(1, 2, 0.75), held(2, 3, 0.5)}};
    auto const end = vertex_list{2};
    auto const got = held_by(0, over, {.ultimate = end});
    CHECK(lowers(got) == parts{1.0, 0.0, 0.0, 0.0});
    CHECK(uppers(got) == lowers(got));
}

TEST_CASE("look_through: strictly taken a finding is an error", "[algorithm][ownership]")
{
    auto const is_error = [](std::uint32_t holder, stake_case const& told) {
        return thrown_code([&] { return held_by(holder, told, {.strict = true}); });
    };
    CHECK(is_error(2, {3, {held(0, 1, 1.0), held(1, 0, 1.0)}}) == error_code::inconsistent_record);
    CHECK(is_error(0, {3, {held(0, 2, 0.75), held(1, 2, 0.75)}})
          == error_code::inconsistent_record);
    CHECK(is_error(0, {3, {held(0, 1, 1.0), held(1, 0, 1.0)}}) == std::nullopt);
    CHECK(is_error(0, chain_of(3, 1.0)) == std::nullopt);
}

TEST_CASE("look_through: a vertex that is none is refused", "[algorithm][ownership]")
{
    auto const far = vertex_list{3};
    CHECK_THROWS_AS(held_by(3, chain_of(3, 0.5)), std::out_of_range);
    CHECK_THROWS_AS(held_by(0, chain_of(3, 0.5), {.ultimate = far}), std::out_of_range);
    CHECK_THROWS_AS(held_by(0, {0, {}}), std::out_of_range);
}

TEST_CASE("look_through: stops when asked to", "[algorithm][ownership]")
{
    std::stop_source source;
    source.request_stop();
    std::uint32_t const holder = 0;
    run_options const run{.stop = source.get_token()};
    CHECK(thrown_code([&] {
              return look_through(chain_of(3, 0.5).matrix(), {&holder, 1}, {}, run);
          })
          == error_code::cancelled);
}

TEST_CASE("look_through: a large ring that hardly anything leaves is solved",
          "[algorithm][ownership]")
{
    // 0 holds `outside` of company 1, which heads a ring of k stakes of 1 - leak.
    auto const k = GENERATE(300U, 5000U);
    auto const leak = GENERATE(1e-5, 1e-6, 1e-8);
    CAPTURE(k, leak);
    auto told = ring_of(k, 1.0 - leak);
    auto const holder = told.add_vertex();
    told.stakes.push_back(held(holder, 0, 0.5 * leak));
    auto const got = held_by(holder, told);
    auto const first = -0.5 * leak / std::expm1(k * std::log1p(-leak));
    CHECK(got.is_sharp());
    for (std::uint32_t v = 0; v < k; ++v) {
        CHECK(got.lower(v) == Approx(first * std::pow(1.0 - leak, v)).epsilon(1e-6));
        CHECK(got.upper(v) == got.lower(v));
    }
}

TEST_CASE("look_through: where many hold each other what hardly leaves is told by its ratio",
          "[algorithm][ownership]")
{
    // Each holds of each of the next eight and 0 a tenth of what they leave: x = 1/10.
    auto const got = held_by(0, thick_ring(2000, 8, 1.0 - 1e-5, 1e-6));
    CHECK(got.is_sharp());
    for (std::uint32_t v = 1; v <= 2000; ++v) {
        CHECK(std::abs(got.lower(v) - 0.1) < 1e-9);
    }
}

namespace {

/// 300 companies that hold parts of each other at random, 300 to 302 outside, and behind those: a
/// chain of stakes from 300, 303 and 304, and 305, of which company 0 and outsider 300 hold parts.
stake_case large_part_and_others()
{
    auto told = stake_teller{4}.draw(
        {.companies = 300, .outsiders = 3, .density = 4, .outsiders_in = true});
    told.n = 306;
    told.stakes.push_back(held(300, 303, 0.5));
    told.stakes.push_back(held(303, 304, 0.5));
    told.stakes.push_back(held(0, 305, 0.5));
    told.stakes.push_back(held(300, 305, 0.25));
    return told;
}

} // namespace

TEST_CASE("look_through: sweeps that are too few leave ends apart that hold, and no others",
          "[algorithm][ownership]")
{
    auto const told = large_part_and_others();
    auto const exact = held_by(300, told);
    REQUIRE(exact.is_sharp());
    auto const most_sweeps = GENERATE(0U, 1U, 2U, 4U);
    CAPTURE(most_sweeps);
    auto const got = held_by(300, told, {.most_sweeps = most_sweeps});
    CHECK_FALSE(got.is_sharp());
    for (std::uint32_t v = 0; v < told.n; ++v) {
        CHECK(0.0 <= got.lower(v));
        CHECK(got.lower(v) <= exact.lower(v) + 1e-12);
        CHECK(exact.upper(v) <= got.upper(v) + 1e-12);
        CHECK(got.upper(v) <= 1.0);
    }
    CHECK(got.lower(0) < got.upper(0));
    CHECK(got.lower(304) == 0.25);
    CHECK(got.upper(304) == 0.25);
    CHECK(std::abs(got.upper(305) - got.lower(305) - 0.5 * (got.upper(0) - got.lower(0))) < 1e-15);
}

TEST_CASE("look_through: bounds of intervals hold where sweeps are too few",
          "[algorithm][ownership]")
{
    auto told = large_part_and_others();
    for (auto& s : told.stakes) {
        s.upper = std::min(1.0, 1.5 * s.upper);
        s.lower *= 0.5;
    }
    auto const exact = held_by(300, told);
    REQUIRE(exact.is_sharp());
    auto const got = held_by(300, told, {.most_sweeps = GENERATE(0U, 1U, 4U)});
    CHECK_FALSE(got.is_sharp());
    for (std::uint32_t v = 0; v < told.n; ++v) {
        CHECK(got.lower(v) <= exact.lower(v) + 1e-12);
        CHECK(exact.upper(v) <= got.upper(v) + 1e-12);
        CHECK(got.upper(v) <= 1.0);
    }
}

TEST_CASE("look_through: what may be others' holds where sweeps are too few",
          "[algorithm][ownership]")
{
    auto const told = large_part_and_others();
    auto const ends = vertex_list{300, 301, 302};
    auto const exact = held_by(300, told, {.unknown = unknown_owners::possible, .ultimate = ends});
    auto const got = held_by(
        300, told, {.unknown = unknown_owners::possible, .ultimate = ends, .most_sweeps = 1});
    CHECK_FALSE(got.is_sharp());
    for (std::uint32_t v = 0; v < told.n; ++v) {
        CHECK(got.lower(v) <= exact.lower(v) + 1e-12);
        CHECK(exact.upper(v) <= got.upper(v) + 1e-12);
    }
}

TEST_CASE("look_through: a tolerance that is none is refused", "[algorithm][ownership]")
{
    auto const tolerance = GENERATE(-1.0, 0.0, 1.0, std::numeric_limits<double>::quiet_NaN());
    CHECK_THROWS_AS(held_by(0, thick_ring(3, 1, 0.5, 0.25), {.tolerance = tolerance}),
                    std::invalid_argument);
}

TEST_CASE("look_through: sweeps over many companies find what elimination finds of few",
          "[algorithm][ownership]")
{
    // By symmetry each company is held alike: x = outside + inside x. 256 are eliminated, 257
    // swept.
    auto const companies = GENERATE(255U, 256U, 257U, 1000U);
    CAPTURE(companies);
    auto const got = held_by(0, thick_ring(companies, 3, 0.75, 0.125));
    for (std::uint32_t v = 1; v <= companies; ++v) {
        CHECK(std::abs(got.lower(v) - 0.5) < 1e-12);
    }
}

TEST_CASE("look_through: in a large cyclic part the equations are solved too",
          "[algorithm][ownership][oracle]")
{
    auto const companies = GENERATE(100U, 300U);
    CAPTURE(companies);
    auto const told = stake_teller{companies}.draw(
        {.companies = companies, .outsiders = 3, .density = 6, .outsiders_in = true});
    auto const holder = static_cast<std::uint32_t>(companies);
    auto const expected = look_through_by_definition(dense_of(told), {holder});
    REQUIRE(expected);
    CHECK(distance(held_by(holder, told).lowers(), *expected) < 2e-12);
}

TEST_CASE("look_through: bounds of intervals are found in large cyclic parts too",
          "[algorithm][ownership]")
{
    // Each company holds from 1/8 to 1/4 of each of the next three, 0 holds 1/8 of each.
    auto const companies = GENERATE(100U, 256U, 257U, 600U);
    CAPTURE(companies);
    auto told = thick_ring(companies, 3, 0.375, 0.125);
    for (auto& s : told.stakes) {
        s.upper = s.owner == 0 ? s.upper : 0.25;
    }
    auto const got = held_by(0, told);
    for (std::uint32_t v = 1; v <= companies; ++v) {
        CHECK(std::abs(got.lower(v) - 0.125 / 0.625) < 1e-11);
        CHECK(std::abs(got.upper(v) - 0.125 / 0.25) < 1e-11);
    }
}

TEST_CASE("look_through: choosing among equals comes to an end in large cyclic parts",
          "[algorithm][ownership]")
{
    // 0 holds 1/8 of each; of the rest at most 3/4, whoever holds it: at most 1/8 / (1 - 3/4).
    constexpr std::size_t companies = 300;
    stake_teller teller{8};
    stake_case told{companies + 2, {}};
    for (std::size_t v = 1; v <= companies; ++v) {
        told.stakes.push_back(held(0, v, 0.125));
        told.stakes.push_back(held(companies + 1, v, 0.125));
        for (auto k = 0; k < 6; ++k) {
            told.stakes.push_back(held(1 + teller.below(companies), v, 0.01 * teller.fraction(),
                                       0.2 + 0.8 * teller.fraction()));
        }
    }
    auto const got = held_by(0, told);
    for (std::uint32_t v = 1; v <= companies; ++v) {
        CHECK(std::abs(got.upper(v) - 0.5) < 1e-10);
    }
}

TEST_CASE("look_through: upper ends in large cyclic parts are what rounds of best stakes come to",
          "[algorithm][ownership][oracle]")
{
    auto const companies = GENERATE(40U, 300U); // eliminated, swept
    CAPTURE(companies);
    auto told = stake_teller{companies}.draw({.companies = companies,
                                              .outsiders = 3,
                                              .density = static_cast<int>(1200 / companies),
                                              .outsiders_in = true});
    for (auto& s : told.stakes) {
        s.upper = std::min(1.0, 1.3 * s.upper);
        s.lower *= 0.7;
    }
    // What the other outsiders hold at the least goes to nobody else: the rounds come to an end.
    auto const expected = greatest_by_rounds(told, {companies}, 1500);
    auto const got = held_by(companies, told);
    CHECK(distance(got.uppers(), expected) < 1e-9);
    auto widest = 0.0;
    for (std::uint32_t v = 0; v < companies; ++v) {
        widest = std::max(widest, got.upper(v) - got.lower(v));
    }
    CHECK(widest > 0.1);
}

TEST_CASE("look_through: narrowly told random stakes in a large cyclic part have close bounds",
          "[algorithm][ownership]")
{
    auto told = stake_teller{3}.draw(
        {.companies = 400, .outsiders = 3, .density = 4, .outsiders_in = true});
    auto const exact = held_by(401, told);
    for (auto& s : told.stakes) {
        s.lower *= 0.9999;
        s.upper = std::min(1.0, s.upper * 1.0001);
    }
    auto const got = held_by(401, told);
    auto widest = 0.0;
    for (std::uint32_t v = 0; v < 400; ++v) {
        CHECK(got.lower(v) <= exact.lower(v) + 1e-12);
        CHECK(exact.lower(v) <= got.upper(v) + 1e-12);
        widest = std::max(widest, got.upper(v) - got.lower(v));
    }
    CHECK(widest > 1e-5);
    CHECK(widest < 1e-2);
}

TEST_CASE("look_through: the order of stakes and of holders leaves every bit",
          "[algorithm][ownership]")
{
    auto const told = stake_teller{11}.draw(
        {.companies = 300, .outsiders = 4, .density = 4, .outsiders_in = true, .intervals = true});
    auto const some = vertex_list{300, 7, 302};
    auto const same = vertex_list{302, 300, 7};
    auto const a = look_through(told.matrix(), some);
    auto const b = look_through(shuffled(told, 5).matrix(), same);
    CHECK(lowers(a) == lowers(b));
    CHECK(uppers(a) == uppers(b));
}

TEST_CASE("look_through: a chain of a million companies fits the stack", "[algorithm][ownership]")
{
    constexpr std::uint32_t n = 1'000'000;
    auto told = chain_of(n, 1.0);
    auto const got = held_by(0, told);
    CHECK(got.lower(n - 1) == 1.0);
    told.stakes[10] = held(10, 11, 0.5, 0.75);
    auto const bounds = held_by(0, told);
    CHECK(bounds.lower(n - 1) == 0.5);
    CHECK(bounds.upper(n - 1) == 0.75);
}

TEST_CASE("look_through: a ring of a million companies fits the stack", "[algorithm][ownership]")
{
    auto const ring = [](std::uint32_t n, bounded_stake const& open) {
        auto told = ring_of(n, 1.0);
        told.stakes[10] = open;
        told.stakes.push_back(held(told.add_vertex(), 11, 0.5));
        return told;
    };
    // x = 1/2 + x/4 for all, as those from 11 hold on to 10 in full.
    constexpr std::uint32_t n = 1'000'000;
    CHECK(std::abs(held_by(n, ring(n, held(10, 11, 0.25))).lower(10) - 2.0 / 3.0) < 1e-11);
    constexpr std::uint32_t fewer = 50'000;
    auto const bounds = held_by(fewer, ring(fewer, held(10, 11, 0.25, 0.375)));
    CHECK(std::abs(bounds.lower(12) - 2.0 / 3.0) < 1e-11);
    CHECK(std::abs(bounds.upper(12) - 0.8) < 1e-11);
}

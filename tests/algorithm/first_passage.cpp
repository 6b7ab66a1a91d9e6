// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/first_passage.hpp>

#include "algorithm/thrown_code.hpp"
#include "support/catch2.hpp"
#include "support/stakes.hpp"

#include <cmath>
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

} // namespace

TEST_CASE("first_passage: nobody comes back to a vertex alone", "[algorithm][ownership]")
{
    CHECK(lowers(first_passage(stake_case{1, {}}.matrix(), 0)) == parts{0.0});
}

TEST_CASE("first_passage: its own shares are what a company holds of itself",
          "[algorithm][ownership]")
{
    CHECK(lowers(first_passage(stake_case{1, {held(0, 0, 0.25)}}.matrix(), 0)) == parts{0.25});
}

TEST_CASE("first_passage: a chain multiplies", "[algorithm][ownership]")
{
    CHECK(lowers(first_passage(chain_of(4, 0.5).matrix(), 0)) == parts{0.0, 0.5, 0.25, 0.125});
    CHECK(lowers(first_passage(chain_of(4, 0.5).matrix(), 2)) == parts{0.0, 0.0, 0.0, 0.5});
}

TEST_CASE("first_passage: in a ring the first round counts and no other", "[algorithm][ownership]")
{
    auto const k = GENERATE(1U, 2U, 3U, 17U, 300U);
    CAPTURE(k);
    constexpr auto p = 0.9;
    auto const got = first_passage(ring_of(k, p).matrix(), 0);
    CHECK(std::abs(got.lower(0) - std::pow(p, k)) < 1e-12);
    for (std::uint32_t v = 1; v < k; ++v) {
        CHECK(std::abs(got.lower(v) - std::pow(p, v)) < 1e-12);
    }
}

TEST_CASE("first_passage: a cycle beside the holder comes round again", "[algorithm][ownership]")
{
    // 0 holds half of 1, which holds half of 2, which holds half of 1: x = 1/2 + x/4.
    auto const got = first_passage(
        stake_case{3, {held(0, 1, 0.5), held(1, 2, 0.5), held(2, 1, 0.5)}}.matrix(), 0);
    CHECK(got.lower(1) == Approx(2.0 / 3.0).epsilon(1e-15));
    CHECK(got.lower(2) == Approx(1.0 / 3.0).epsilon(1e-15));
}

TEST_CASE("first_passage: bounds of what comes back take the best stakes that fit",
          "[algorithm][ownership]")
{
    // 1 is 0's, 2 is half 0's; both may hold up to 3/4 of 0, but of 1 there is at least 1/4.
    auto const got = first_passage(
        stake_case{
            3, {held(0, 1, 1.0), held(0, 2, 0.5), held(1, 0, 0.25, 0.75), held(2, 0, 0.0, 0.75)}}
            .matrix(),
        0);
    CHECK(got.lower(0) == 0.25);
    CHECK(got.upper(0) == 0.75 + 0.5 * 0.25);
    CHECK(got.upper(1) == 1.0);
    CHECK(got.is_sharp());
}

TEST_CASE("first_passage: one among companies that wholly own each other comes back for certain",
          "[algorithm][ownership]")
{
    auto const got = first_passage(ring_of(3, 1.0).matrix(), 0);
    CHECK(lowers(got) == parts{1.0, 1.0, 1.0});
    CHECK(uppers(got) == lowers(got));
}

TEST_CASE("first_passage: of others that wholly own each other nothing is known",
          "[algorithm][ownership]")
{
    auto told = ring_of(2, 1.0);
    auto const holder = told.add_vertex();
    told.stakes.push_back(held(0, holder, 0.5));
    auto const got = first_passage(told.matrix(), holder);
    CHECK(lowers(got) == parts{0.0, 0.0, 0.0});
    CHECK(uppers(got) == parts{1.0, 1.0, 0.5});
}

TEST_CASE("first_passage: of a holder over the whole what comes back is not known",
          "[algorithm][ownership]")
{
    auto const w = stake_case{3, {held(0, 1, 0.5), held(1, 0, 0.75), held(2, 0, 0.75)}}.matrix();
    auto const got = first_passage(w, 0);
    CHECK(lowers(got) == parts{0.0, 0.5, 0.0});
    CHECK(uppers(got) == parts{1.0, 0.5, 0.0});
}

TEST_CASE("first_passage: a vertex that is none is refused", "[algorithm][ownership]")
{
    CHECK_THROWS_AS(first_passage(stake_matrix{}, 0), std::out_of_range);
    CHECK_THROWS_AS(first_passage(chain_of(2, 0.5).matrix(), 2), std::out_of_range);
}

TEST_CASE("first_passage: stops when asked to", "[algorithm][ownership]")
{
    std::stop_source source;
    source.request_stop();
    run_options const run{.stop = source.get_token()};
    CHECK(thrown_code([&] { return first_passage(chain_of(2, 0.5).matrix(), 0, run); })
          == error_code::cancelled);
}

TEST_CASE("first_passage: a ring of a million companies fits the stack", "[algorithm][ownership]")
{
    auto told = ring_of(1'000'000, 1.0);
    told.stakes[10] = held(10, 11, 0.25);
    auto const got = first_passage(told.matrix(), 20);
    CHECK(got.lower(20) == 0.25);
    CHECK(got.lower(19) == 0.25);
    CHECK(got.lower(5) == 1.0);
}

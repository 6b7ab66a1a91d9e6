// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/weakest_link.hpp>

#include "algorithm/thrown_code.hpp"
#include "support/catch2.hpp"
#include "support/stakes.hpp"

#include <cmath>
#include <limits>
#include <stdexcept>
#include <stop_token>

using namespace capgraph;
using namespace capgraph::test;

namespace {

using parts = std::vector<double>;

} // namespace

TEST_CASE("weakest_link: a vertex alone has no rights, over itself neither",
          "[algorithm][ownership]")
{
    CHECK(weakest_link(stake_case{1, {}}.matrix(), 0).lower == parts{0.0});
    CHECK(weakest_link(stake_case{1, {held(0, 0, 0.5)}}.matrix(), 0).upper == parts{0.0});
}

TEST_CASE("weakest_link: a chain is worth its smallest stake", "[algorithm][ownership]")
{
    stake_case const told{4, {held(0, 1, 0.5), held(1, 2, 0.25), held(2, 3, 0.75)}};
    CHECK(weakest_link(told.matrix(), 0).lower == parts{0.0, 0.5, 0.25, 0.25});
    CHECK(weakest_link(told.matrix(), 2).lower == parts{0.0, 0.0, 0.0, 0.75});
    CHECK(weakest_link(told.matrix(), 3, {.direction = chain_direction::to_owners}).lower
          == parts{0.25, 0.25, 0.75, 0.0});
}

TEST_CASE("weakest_link: chains add up, those that share their last stake too",
          "[algorithm][ownership]")
{
    // 0 holds half of 1 and of 2, which hold 3/4 and 1/4 of 3, of which 4 is wholly owned.
    stake_case const told{
        5, {held(0, 1, 0.5), held(0, 2, 0.5), held(1, 3, 0.75), held(2, 3, 0.25), held(3, 4, 0.5)}};
    CHECK(weakest_link(told.matrix(), 0).lower == parts{0.0, 0.5, 0.5, 0.75, 0.75});
}

TEST_CASE("weakest_link: bounds take all lower and all upper ends", "[algorithm][ownership]")
{
    stake_case const told{3, {held(0, 1, 0.25, 1.0), held(1, 2, 0.5, 0.75)}};
    auto const got = weakest_link(told.matrix(), 0);
    CHECK(got.lower == parts{0.0, 0.25, 0.25});
    CHECK(got.upper == parts{0.0, 1.0, 0.75});
}

TEST_CASE("weakest_link: past the limit it says so and bounds nothing from above",
          "[algorithm][ownership]")
{
    auto const infinity = std::numeric_limits<double>::infinity();
    auto const got = weakest_link(chain_of(4, 0.5).matrix(), 0, {.most_chains = 2});
    CHECK(got.is_truncated);
    CHECK(got.lower == parts{0.0, 0.5, 0.5, 0.0});
    CHECK(got.upper == parts{0.0, infinity, infinity, infinity});
    CHECK_FALSE(weakest_link(chain_of(4, 0.5).matrix(), 0, {.most_chains = 3}).is_truncated);
}

TEST_CASE("weakest_link: in a ring the chain up to the holder counts", "[algorithm][ownership]")
{
    CHECK(weakest_link(ring_of(3, 0.5).matrix(), 0).lower == parts{0.0, 0.5, 0.5});
}

TEST_CASE("weakest_link: a vertex that is none is refused", "[algorithm][ownership]")
{
    CHECK_THROWS_AS(weakest_link(stake_matrix{}, 0), std::out_of_range);
}

TEST_CASE("weakest_link: stops when asked to", "[algorithm][ownership]")
{
    std::stop_source source;
    source.request_stop();
    run_options const run{.stop = source.get_token()};
    CHECK(thrown_code([&] { return weakest_link(chain_of(2, 0.5).matrix(), 0, {}, run); })
          == error_code::cancelled);
}

TEST_CASE("weakest_link: of a company over the whole any part may be anybody's",
          "[algorithm][ownership]")
{
    // 0 and 1 hold 0.7 and 0.6 of 2, which holds half of 3, of which 0 holds a quarter.
    stake_case const told{4, {held(0, 2, 0.7), held(1, 2, 0.6), held(2, 3, 0.5), held(0, 3, 0.25)}};
    auto const w = told.matrix();
    auto const down = weakest_link(w, 0);
    CHECK(down.lower == parts{0.0, 0.0, 0.0, 0.25});
    CHECK(down.upper == parts{0.0, 0.0, 1.0, 0.75});
    CHECK(down.undefined == vertex_list{2});
    auto const up = weakest_link(w, 3, {.direction = chain_direction::to_owners});
    CHECK(up.lower == parts{0.25, 0.0, 0.5, 0.0});
    CHECK(up.upper == parts{0.75, 0.5, 0.5, 0.0});
    CHECK(up.undefined == vertex_list{2});
    auto const own = weakest_link(w, 2);
    CHECK(own.upper == parts{0.0, 0.0, 0.0, 0.5});
    CHECK(own.undefined.empty());
}

TEST_CASE(
    "weakest_link: strictly taken a company over the whole is an error where chains come to it",
    "[algorithm][ownership]")
{
    stake_case const told{4, {held(0, 2, 0.7), held(1, 2, 0.6), held(2, 3, 0.5)}};
    auto const w = told.matrix();
    CHECK(thrown_code([&] { return weakest_link(w, 0, {.strict = true}); })
          == error_code::inconsistent_record);
    CHECK_NOTHROW(weakest_link(w, 2, {.strict = true}));
}

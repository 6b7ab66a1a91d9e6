// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/simple_path.hpp>

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

constexpr auto to_owners = chain_direction::to_owners;

/// Each of n companies holds `part` of each other.
stake_case each_other(std::size_t n, double part)
{
    stake_case told{n, {}};
    for (std::size_t u = 0; u < n; ++u) {
        for (std::size_t v = 0; v < n; ++v) {
            if (u != v) {
                told.stakes.push_back(held(u, v, part));
            }
        }
    }
    return told;
}

} // namespace

TEST_CASE("simple_path: a vertex alone holds nothing, of itself neither", "[algorithm][ownership]")
{
    CHECK(simple_path(stake_case{1, {}}.matrix(), 0).lower == parts{0.0});
    auto const own = simple_path(stake_case{1, {held(0, 0, 0.5)}}.matrix(), 0);
    CHECK(own.lower == parts{0.0});
    CHECK(own.upper == parts{0.0});
    CHECK_FALSE(own.is_truncated);
}

TEST_CASE("simple_path: a chain multiplies, either way", "[algorithm][ownership]")
{
    auto const w = chain_of(4, 0.5).matrix();
    CHECK(simple_path(w, 0).lower == parts{0.0, 0.5, 0.25, 0.125});
    CHECK(simple_path(w, 1).lower == parts{0.0, 0.0, 0.5, 0.25});
    CHECK(simple_path(w, 3, {.direction = to_owners}).lower == parts{0.125, 0.25, 0.5, 0.0});
}

TEST_CASE("simple_path: in a ring the first round counts, up to the holder",
          "[algorithm][ownership]")
{
    auto const got = simple_path(ring_of(4, 0.5).matrix(), 1);
    CHECK(got.lower == parts{0.125, 0.0, 0.5, 0.25});
}

TEST_CASE("simple_path: a cycle beside the holder counts once", "[algorithm][ownership]")
{
    // 1/2 where first_passage finds 2/3
    stake_case const told{3, {held(0, 1, 0.5), held(1, 2, 0.5), held(2, 1, 0.5)}};
    CHECK(simple_path(told.matrix(), 0).lower == parts{0.0, 0.5, 0.25});
}

TEST_CASE("simple_path: where each holds of each all orders of the others count",
          "[algorithm][ownership]")
{
    // To one of n: by k of the n - 2 others in any order, (n - 2)! / (n - 2 - k)! chains.
    constexpr auto p = 0.125;
    auto const got = simple_path(each_other(5, p).matrix(), 0);
    auto const expected = p + 3 * p * p + 6 * p * p * p + 6 * p * p * p * p;
    for (std::uint32_t v = 1; v < 5; ++v) {
        CHECK(got.lower[v] == expected);
    }
}

TEST_CASE("simple_path: bounds take all lower and all upper ends", "[algorithm][ownership]")
{
    auto const w = stake_case{3, {held(0, 1, 0.25, 0.5), held(1, 2, 0.5, 0.75)}}.matrix();
    auto const down = simple_path(w, 0);
    CHECK(down.lower == parts{0.0, 0.25, 0.125});
    CHECK(down.upper == parts{0.0, 0.5, 0.375});
    auto const up = simple_path(w, 2, {.direction = to_owners});
    CHECK(up.lower == parts{0.125, 0.5, 0.0});
    CHECK(up.upper == parts{0.375, 0.75, 0.0});
}

TEST_CASE("simple_path: no upper end passes the whole", "[algorithm][ownership]")
{
    // 0 may hold 3/4 of 2 itself and as much through 1, but not at once.
    auto const got = simple_path(
        stake_case{3, {held(0, 1, 1.0), held(0, 2, 0.0, 0.75), held(1, 2, 0.0, 0.75)}}.matrix(), 0);
    CHECK(got.upper == parts{0.0, 1.0, 1.0});
}

TEST_CASE("simple_path: past the limit it says so and bounds nothing from above",
          "[algorithm][ownership]")
{
    auto const w = chain_of(4, 0.5).matrix();
    auto const cut = simple_path(w, 0, {.most_chains = 2});
    CHECK(cut.is_truncated);
    CHECK(cut.lower == parts{0.0, 0.5, 0.25, 0.0});
    CHECK(cut.upper == parts{0.0, 1.0, 1.0, 1.0});
    auto const whole = simple_path(w, 0, {.most_chains = 3});
    CHECK_FALSE(whole.is_truncated);
    CHECK(whole.upper == whole.lower);
    CHECK(simple_path(w, 0, {.most_chains = 0}).is_truncated);
    CHECK_FALSE(simple_path(w, 3, {.most_chains = 0}).is_truncated);
}

TEST_CASE("simple_path: exponentially many chains cost no more than the limit",
          "[algorithm][ownership]")
{
    auto const got = simple_path(each_other(30, 1.0 / 32).matrix(), 0, {.most_chains = 10'000});
    CHECK(got.is_truncated);
    CHECK(got.lower[1] > 0.0);
    CHECK(got.lower[1] < 1.0);
}

TEST_CASE("simple_path: a vertex that is none is refused", "[algorithm][ownership]")
{
    CHECK_THROWS_AS(simple_path(stake_matrix{}, 0), std::out_of_range);
    CHECK_THROWS_AS(simple_path(chain_of(2, 0.5).matrix(), 2), std::out_of_range);
}

TEST_CASE("simple_path: stops when asked to", "[algorithm][ownership]")
{
    std::stop_source source;
    source.request_stop();
    run_options const run{.stop = source.get_token()};
    CHECK(thrown_code([&] { return simple_path(chain_of(2, 0.5).matrix(), 0, {}, run); })
          == error_code::cancelled);
}

TEST_CASE("simple_path: a chain of a million companies fits the stack", "[algorithm][ownership]")
{
    constexpr std::uint32_t n = 1'000'000;
    auto const w = chain_of(n, 1.0).matrix();
    CHECK(simple_path(w, 0).lower[n - 1] == 1.0);
    CHECK(simple_path(w, n - 1, {.direction = to_owners}).lower[0] == 1.0);
}

TEST_CASE("simple_path: of a company over the whole any part may be anybody's",
          "[algorithm][ownership]")
{
    // 0 and 1 hold 0.7 and 0.6 of 2, which holds half of 3, of which 0 holds a quarter.
    stake_case const told{4, {held(0, 2, 0.7), held(1, 2, 0.6), held(2, 3, 0.5), held(0, 3, 0.25)}};
    auto const w = told.matrix();
    auto const down = simple_path(w, 0);
    CHECK(down.lower == parts{0.0, 0.0, 0.0, 0.25});
    CHECK(down.upper == parts{0.0, 0.0, 1.0, 0.75});
    CHECK(down.undefined == vertex_list{2});
    auto const up = simple_path(w, 3, {.direction = chain_direction::to_owners});
    CHECK(up.lower == parts{0.25, 0.0, 0.5, 0.0});
    CHECK(up.upper == parts{0.75, 0.5, 0.5, 0.0});
    CHECK(up.undefined == vertex_list{2});
    auto const own = simple_path(w, 2);
    CHECK(own.upper == parts{0.0, 0.0, 0.0, 0.5});
    CHECK(own.undefined.empty());
}

TEST_CASE(
    "simple_path: strictly taken a company over the whole is an error where chains come to it",
    "[algorithm][ownership]")
{
    stake_case const told{4, {held(0, 2, 0.7), held(1, 2, 0.6), held(2, 3, 0.5)}};
    auto const w = told.matrix();
    CHECK(thrown_code([&] { return simple_path(w, 0, {.strict = true}); })
          == error_code::inconsistent_record);
    CHECK_NOTHROW(simple_path(w, 2, {.strict = true}));
}

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/walk_sum.hpp>

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

TEST_CASE("walk_sum: a vertex alone holds nothing, of itself neither", "[algorithm][ownership]")
{
    CHECK(lowers(walk_sum(stake_case{1, {}}.matrix(), 0)) == parts{0.0});
}

TEST_CASE("walk_sum: its own shares come round for ever", "[algorithm][ownership]")
{
    // 1/4 + 1/16 + ... = 1/3
    auto const got = walk_sum(stake_case{1, {held(0, 0, 0.25)}}.matrix(), 0);
    CHECK(got.lower(0) == Approx(1.0 / 3.0).epsilon(1e-15));
}

TEST_CASE("walk_sum: where nobody owns the holder it is look_through", "[algorithm][ownership]")
{
    auto const told = stake_teller{5}.draw({.companies = 6, .outsiders = 2, .intervals = true});
    std::uint32_t const holder = 6;
    auto const sums = walk_sum(told.matrix(), holder);
    auto const held = look_through(told.matrix(), {&holder, 1});
    CHECK(sums.lower(holder) == 0.0);
    for (std::uint32_t v = 0; v < holder; ++v) {
        CHECK(sums.lower(v) == held.lower(v));
        CHECK(sums.upper(v) == held.upper(v));
    }
}

TEST_CASE("walk_sum: in a ring each round counts", "[algorithm][ownership]")
{
    // p^v + p^(v + k) + ... = p^v / (1 - p^k); of itself p^k / (1 - p^k), which passes the whole
    auto const k = GENERATE(1U, 2U, 3U, 17U, 300U);
    auto const p = GENERATE(0.5, 0.9);
    CAPTURE(k, p);
    auto const got = walk_sum(ring_of(k, p).matrix(), 0);
    auto const all = 1.0 / (1.0 - std::pow(p, k));
    CHECK(got.lower(0) == Approx(std::pow(p, k) * all).epsilon(1e-12));
    for (std::uint32_t v = 1; v < k; ++v) {
        CHECK(got.lower(v) == Approx(std::pow(p, v) * all).epsilon(1e-12));
    }
}

TEST_CASE("walk_sum: a pair with intervals is bounded by both ends at once",
          "[algorithm][ownership]")
{
    auto const got =
        walk_sum(stake_case{2, {held(0, 1, 0.25, 0.5), held(1, 0, 0.5, 0.75)}}.matrix(), 0);
    CHECK(got.lower(1) == Approx(0.25 / (1 - 0.125)).epsilon(1e-14));
    CHECK(got.upper(1) == Approx(0.5 / (1 - 0.375)).epsilon(1e-14));
    CHECK(got.lower(0) == Approx(0.125 / (1 - 0.125)).epsilon(1e-14));
    CHECK(got.upper(0) == Approx(0.375 / (1 - 0.375)).epsilon(1e-14));
}

TEST_CASE("walk_sum: has no upper end where stakes may lead back for certain",
          "[algorithm][ownership]")
{
    auto const got = walk_sum(
        stake_case{3, {held(0, 1, 0.25, 1.0), held(1, 0, 0.5, 1.0), held(1, 2, 0.0, 0.5)}}.matrix(),
        0);
    CHECK(got.lower(1) == Approx(0.25 / (1 - 0.125)).epsilon(1e-14));
    CHECK(std::isinf(got.upper(0)));
    CHECK(std::isinf(got.upper(1)));
    CHECK(std::isinf(got.upper(2)));
    CHECK(got.lower(2) == 0.0);
}

TEST_CASE("walk_sum: rounding makes no finite end of one that stakes may lead back to for certain",
          "[algorithm][ownership]")
{
    // Three thirds and ten tenths of what is told are not 1 in binary fractions.
    stake_case told{12, {}};
    for (std::size_t v = 1; v <= 10; ++v) {
        told.stakes.push_back(held(0, v, 1.0 / 3.0, 1.0));
        told.stakes.push_back(held(v, 0, 0.03, 0.1));
    }
    CHECK(std::isinf(walk_sum(told.matrix(), 0).upper(1)));
    CHECK(walk_sum(told.matrix(), 0).upper(11) == 0.0);
}

TEST_CASE("walk_sum: companies that wholly own each other have no sums", "[algorithm][ownership]")
{
    auto told = ring_of(2, 1.0);
    told.stakes.push_back(held(0, told.add_vertex(), 0.5));
    static_cast<void>(told.add_vertex());
    auto const got = walk_sum(told.matrix(), 0);
    CHECK(lowers(got) == parts{0.0, 0.0, 0.0, 0.0});
    CHECK(uppers(got) == parts{1.0, 1.0, 1.0, 0.0});
}

TEST_CASE("walk_sum: a vertex that is none is refused", "[algorithm][ownership]")
{
    CHECK_THROWS_AS(walk_sum(stake_matrix{}, 0), std::out_of_range);
    CHECK_THROWS_AS(walk_sum(chain_of(2, 0.5).matrix(), 2), std::out_of_range);
}

TEST_CASE("walk_sum: stops when asked to", "[algorithm][ownership]")
{
    std::stop_source source;
    source.request_stop();
    run_options const run{.stop = source.get_token()};
    CHECK(thrown_code([&] { return walk_sum(chain_of(2, 0.5).matrix(), 0, run); })
          == error_code::cancelled);
}

TEST_CASE("walk_sum: a ring of a million companies fits the stack", "[algorithm][ownership]")
{
    auto told = ring_of(1'000'000, 1.0);
    told.stakes[10] = held(10, 11, 0.25);
    auto const got = walk_sum(told.matrix(), 20);
    CHECK(got.lower(20) == Approx(1.0 / 3.0).epsilon(1e-14));
    CHECK(got.lower(5) == Approx(4.0 / 3.0).epsilon(1e-14));
}

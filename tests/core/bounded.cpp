// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/core/bounded.hpp>

#include "support/catch2.hpp"

using namespace capgraph;

TEST_CASE("make_bounded: there is a best when the bounds meet", "[core][bounded]")
{
    auto const figure = GENERATE(0.0, 0.25, 1.0);
    auto const met = make_bounded(share{figure}, share{figure}, share{0.5});
    REQUIRE(met.best.has_value());
    CHECK(*met.best == share{figure});
    CHECK(met.convention == "exact");
    CHECK(met.coverage == share{0.5});
}

TEST_CASE("make_bounded: bounds apart have no best and no convention", "[core][bounded]")
{
    auto const apart = make_bounded(share{0.0}, share{1.0}, share{});
    CHECK(apart.lower == share{0.0});
    CHECK(apart.upper == share{1.0});
    CHECK_FALSE(apart.best.has_value());
    CHECK(apart.convention.empty());
    CHECK(apart.coverage == share{});
}

TEST_CASE("make_bounded: is hedged only when told so", "[core][bounded]")
{
    CHECK_FALSE(make_bounded(1, 2, share{}).hedged);
    CHECK(make_bounded(1, 2, share{}, true).hedged);
    // "About 10 of 70": the bounds meet, and the figure is soft all the same.
    CHECK(make_bounded(1, 1, share{1.0}, true).best == 1);
    CHECK(make_bounded(1, 1, share{1.0}, true).hedged);
}

TEST_CASE("make_bounded: bounds the wrong way round are handed back as they came",
          "[core][bounded]")
{
    auto const backwards = make_bounded(2, 1, share{});
    CHECK(backwards.lower == 2);
    CHECK(backwards.upper == 1);
    CHECK_FALSE(backwards.best.has_value());
}

TEST_CASE("bounded: two are equal when every part is", "[core][bounded]")
{
    CHECK(make_bounded(1, 2, share{0.5}) == make_bounded(1, 2, share{0.5}));
    CHECK_FALSE(make_bounded(1, 2, share{0.5}) == make_bounded(0, 2, share{0.5}));
    CHECK_FALSE(make_bounded(1, 2, share{0.5}) == make_bounded(1, 3, share{0.5}));
    CHECK_FALSE(make_bounded(1, 2, share{0.5}) == make_bounded(1, 2, share{0.6}));
    CHECK_FALSE(make_bounded(1, 2, share{0.5}) == make_bounded(1, 2, share{0.5}, true));
    auto by_convention = make_bounded(1, 2, share{0.5});
    by_convention.best = 2;
    by_convention.convention = "equal_split";
    CHECK_FALSE(make_bounded(1, 2, share{0.5}) == by_convention);
}

TEST_CASE("make_bounded: is computed at compile time", "[core][bounded]")
{
    constexpr auto met = make_bounded(share{0.5}, share{0.5}, share{1.0});
    static_assert(met.best == share{0.5});
    static_assert(met.convention == "exact");
    CHECK(met.best.has_value());
}

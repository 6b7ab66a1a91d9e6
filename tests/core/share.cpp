// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/core/share.hpp>

#include "support/catch2.hpp"
#include "support/effort.hpp"

#include <cmath>
#include <limits>
#include <random>
#include <vector>

using namespace capgraph;

namespace {

constexpr auto infinity = std::numeric_limits<double>::infinity();
constexpr auto tiny = std::numeric_limits<double>::denorm_min();

std::vector<share> some_shares()
{
    std::vector<share> shares;
    for (auto const fraction : {-0.0, 0.0, tiny, 0.1, 0.1744, 0.5, std::nextafter(0.5, 1.0),
                                std::nextafter(1.0, 0.0), 1.0}) {
        shares.emplace_back(fraction);
    }
    return shares;
}

} // namespace

TEST_CASE("share: from nothing to the whole", "[core][share]")
{
    CHECK(share{}.fraction() == 0.0);
    CHECK(share{0.0}.fraction() == 0.0);
    CHECK(share{tiny}.fraction() == tiny);
    CHECK(share{0.1744}.fraction() == 0.1744);
    CHECK(share{1.0}.fraction() == 1.0);
    CHECK(share{0.25}.percent() == 25.0);
    CHECK(share{1.0}.percent() == 100.0);
}

TEST_CASE("share: what lies outside the whole is refused", "[core][share]")
{
    for (auto const fraction :
         {-tiny, -1.0, std::nextafter(1.0, 2.0), 1.2, 120.0, infinity, -infinity,
          std::numeric_limits<double>::quiet_NaN(), -std::numeric_limits<double>::quiet_NaN()}) {
        CAPTURE(fraction);
        CHECK_THROWS_AS(share{fraction}, std::domain_error);
    }
}

TEST_CASE("share: nothing has no sign", "[core][share]")
{
    CHECK_FALSE(std::signbit(share{-0.0}.fraction()));
    CHECK(share{-0.0} == share{});
}

TEST_CASE("share: the order is total and that of the fractions", "[core][share]")
{
    auto const shares = some_shares();
    for (auto const a : shares) {
        for (auto const b : shares) {
            CAPTURE(a.fraction(), b.fraction());
            CHECK((a < b) + (a == b) + (a > b) == 1);
            CHECK((a < b) == (a.fraction() < b.fraction()));
            CHECK((a == b) == (a.fraction() == b.fraction()));
            CHECK((a <= b) == !(b < a));
            CHECK((a >= b) == !(a < b));
            CHECK(((a <=> b) == 0) == (a == b));
        }
    }
}

TEST_CASE("share: a share of a share is no more than either", "[core][share][property]")
{
    CHECK(share{0.5} * share{0.5} == share{0.25});
    CHECK(share{tiny} * share{tiny} == share{});
    auto const seed = GENERATE(range(0u, 4u));
    CAPTURE(seed);
    std::mt19937_64 random{seed};
    for (int i = 0; i < 250 * test::effort(); ++i) {
        auto const some = [&] {
            return share{std::ldexp(static_cast<double>(random() >> 11U), -53)};
        };
        auto const a = some();
        auto const b = some();
        CAPTURE(a.fraction(), b.fraction());
        REQUIRE(a * b <= std::min(a, b));
        REQUIRE(a * b == b * a);
        REQUIRE(a * share{1.0} == a);
        REQUIRE(a * share{} == share{});
    }
}

TEST_CASE("share: is computed at compile time", "[core][share]")
{
    constexpr auto part = share{0.5} * share{0.5};
    static_assert(part == share{0.25});
    static_assert(part < share{0.5});
    CHECK(part.percent() == 25.0);
}

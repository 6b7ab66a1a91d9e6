// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/core/interval.hpp>

#include "support/catch2.hpp"

using namespace capgraph;

TEST_CASE("interval: nothing bounds it above until it is told", "[core][interval]")
{
    CHECK(interval<int>{}.lower == 0);
    CHECK_FALSE(interval<int>{}.upper.has_value());
    CHECK_FALSE(interval<int>{}.hedged);
}

TEST_CASE("interval: two are equal when both ends and the hedge are", "[core][interval]")
{
    CHECK(interval<int>{1, 2} == interval<int>{1, 2, false});
    CHECK_FALSE(interval<int>{1, 2} == interval<int>{0, 2});
    CHECK_FALSE(interval<int>{1, 2} == interval<int>{1, 3});
    CHECK_FALSE(interval<int>{0, 0} == interval<int>{0, std::nullopt});
    CHECK_FALSE(interval<int>{1, 2} == interval<int>{1, 2, true});
}

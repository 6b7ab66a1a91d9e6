// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/co_investment_scope.hpp>

#include <capgraph/core/error.hpp>

#include "support/catch2.hpp"

#include <stdexcept>

using namespace capgraph;
using std::chrono::years;

TEST_CASE("trailing_window: ends with the last day and is as long as asked",
          "[query][co_investment]")
{
    CHECK(trailing_window(parse_date("2013-12-31"), years{5})
          == parse_date("2009-01-01/2013-12-31"));
    CHECK(trailing_window(parse_date("2013-06-15"), years{1})
          == parse_date("2012-06-16/2013-06-15"));
    CHECK(trailing_window(parse_date("2013"), years{1}) == parse_date("2013"));
    CHECK(trailing_window(parse_date("2013-02"), years{1}) == parse_date("2012-03/2013-02"));
}

TEST_CASE("trailing_window: a year without a 29th of February takes the 28th",
          "[query][co_investment]")
{
    CHECK(trailing_window(parse_date("2012-02-28"), years{1})
          == parse_date("2011-02-28/2012-02-28"));
    CHECK(trailing_window(parse_date("2012-02-29"), years{4})
          == parse_date("2008-03-01/2012-02-29"));
}

TEST_CASE("trailing_window: refuses what has no end, no length or no beginning",
          "[query][co_investment]")
{
    CHECK_THROWS_AS(trailing_window(parse_date("2013/.."), years{1}), std::invalid_argument);
    CHECK_THROWS_AS(trailing_window(parse_date("2013"), years{0}), std::invalid_argument);
    CHECK_THROWS_AS(trailing_window(parse_date("2013"), years{-1}), std::invalid_argument);
    CHECK_THROWS_AS(trailing_window(parse_date("0003"), years{5}), error);
    CHECK_THROWS_AS(trailing_window(parse_date("2024"), years{65'538}), error);
}

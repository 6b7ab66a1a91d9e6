// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/core/amount.hpp>

#include "core/thrown.hpp"
#include "support/catch2.hpp"
#include "support/effort.hpp"

#include <boost/multiprecision/cpp_int.hpp>

#include <cstdlib>
#include <limits>
#include <random>
#include <stdexcept>
#include <string>

using namespace capgraph;
using boost::multiprecision::cpp_int;

namespace {

constexpr auto largest = std::numeric_limits<std::int64_t>::max();

money yuan(std::int64_t fen)
{
    return {fen, currency{"CNY"}};
}

money dollars(std::int64_t cents)
{
    return {cents, currency{"USD"}};
}

auto const cny = currency{"CNY"};
auto const usd = currency{"USD"};

/// The bounds of "about `fen`" under `soft`.
interval<money> about_bounds(std::int64_t fen, double soft)
{
    return bounds_of(amount{about(yuan(fen))}, cny, {.about = soft}).value();
}

cpp_int clamped(cpp_int const& n)
{
    return n < 0 ? cpp_int{0} : (n > largest ? cpp_int{largest} : n);
}

} // namespace

TEST_CASE("amount: the default is undisclosed", "[core][amount]")
{
    CHECK_FALSE(amount{}.is_disclosed());
    CHECK(amount{}.renderings().empty());
    CHECK(amount{}.hedge() == qualifier::undisclosed);
    CHECK(amount{}.in(cny) == nullptr);
    CHECK(amount{} == amount{std::vector<stated<money>>{}});
}

TEST_CASE("amount: keeps its renderings in the order of the text", "[core][amount]")
{
    amount const sum{over(yuan(100)), plain(dollars(14))};
    CHECK(sum.is_disclosed());
    REQUIRE(sum.renderings().size() == 2);
    CHECK(sum.renderings()[0] == over(yuan(100)));
    CHECK(sum.renderings()[1] == plain(dollars(14)));
    CHECK(sum == amount{std::vector{over(yuan(100)), plain(dollars(14))}});
    CHECK_FALSE(sum == amount{plain(dollars(14)), over(yuan(100))});
    CHECK_FALSE(sum == amount{over(yuan(100))});
}

TEST_CASE("amount: a rendering that is undisclosed or negative is a bad value", "[core][amount]")
{
    CHECK(test::code_thrown_by([] { return amount{stated<money>{}}; }) == error_code::bad_value);
    CHECK(test::code_thrown_by([] {
              return amount{exactly(yuan(1)), stated<money>{}};
          })
          == error_code::bad_value);
    CHECK(test::code_thrown_by([] { return amount{exactly(yuan(-1))}; }) == error_code::bad_value);
    CHECK(test::code_thrown_by([] {
              return amount{exactly(yuan(1)), about(dollars(-1))};
          })
          == error_code::bad_value);
    CHECK(test::code_thrown_by([] { return amount{between(yuan(-1), yuan(1))}; })
          == error_code::bad_value);
    CHECK(test::code_thrown_by([] { return amount{std::vector{up_to(yuan(-1))}}; })
          == error_code::bad_value);
    CHECK(amount{exactly(yuan(0))}.is_disclosed());
}

TEST_CASE("amount::in: finds the first rendering in a currency", "[core][amount]")
{
    amount const sum{over(yuan(100)), plain(dollars(14)), about(dollars(13)), exactly(yuan(99))};
    REQUIRE(sum.in(cny) != nullptr);
    CHECK(*sum.in(cny) == over(yuan(100)));
    REQUIRE(sum.in(usd) != nullptr);
    CHECK(*sum.in(usd) == plain(dollars(14)));
    CHECK(sum.in(currency{"EUR"}) == nullptr);
    CHECK(sum.in(currency{}) == nullptr);
}

TEST_CASE("amount::hedge: is the first word that says something", "[core][amount]")
{
    CHECK(amount{plain(yuan(1))}.hedge() == qualifier::plain);
    CHECK(amount{plain(yuan(1)), plain(dollars(1))}.hedge() == qualifier::plain);
    CHECK(amount{about(yuan(1)), plain(dollars(1))}.hedge() == qualifier::about);
    CHECK(amount{plain(yuan(1)), over(dollars(1))}.hedge() == qualifier::over);
    CHECK(amount{plain(yuan(1)), exactly(dollars(1)), over(dollars(2))}.hedge()
          == qualifier::exactly);
    CHECK(amount{between(yuan(1), yuan(2)), plain(dollars(1))}.hedge() == qualifier::between);
}

TEST_CASE("bounds_of: what a sum can be by each word", "[core][amount]")
{
    auto const bounds = [](stated<money> const& said) {
        return bounds_of(amount{said}, cny).value();
    };
    CHECK(bounds(plain(yuan(5))) == interval<money>{yuan(5), yuan(5)});
    CHECK(bounds(exactly(yuan(5))) == interval<money>{yuan(5), yuan(5)});
    CHECK(bounds(about(yuan(5))) == interval<money>{yuan(5), yuan(5), true});
    CHECK(bounds(over(yuan(5))) == interval<money>{yuan(5), std::nullopt});
    CHECK(bounds(at_least(yuan(5))) == interval<money>{yuan(5), std::nullopt});
    CHECK(bounds(up_to(yuan(5))) == interval<money>{yuan(0), yuan(5)});
    CHECK(bounds(between(yuan(5), yuan(7))) == interval<money>{yuan(5), yuan(7)});
}

TEST_CASE("bounds_of: an undisclosed sum is nothing or more in any currency", "[core][amount]")
{
    CHECK(bounds_of(amount{}, cny) == interval<money>{yuan(0), std::nullopt});
    CHECK(bounds_of(amount{}, usd) == interval<money>{dollars(0), std::nullopt});
}

TEST_CASE("bounds_of: nothing is known in a currency that was not printed", "[core][amount]")
{
    amount const sum{over(yuan(100)), plain(dollars(14))};
    CHECK_FALSE(bounds_of(sum, currency{"EUR"}).has_value());
    CHECK_FALSE(bounds_of(sum, currency{}).has_value());
}

TEST_CASE("bounds_of: the first rendering in the currency decides", "[core][amount]")
{
    amount const sum{about(yuan(100)), exactly(yuan(99))};
    CHECK(bounds_of(sum, cny) == interval<money>{yuan(100), yuan(100), true});
}

TEST_CASE("bounds_of: a plain rendering takes the hedge of its sibling", "[core][amount]")
{
    // "Over 1bn yuan ($140m)": the dollars are no more exact than the yuan.
    auto const beside = [](stated<money> const& sibling) {
        auto const before = bounds_of(amount{sibling, plain(dollars(14))}, usd).value();
        auto const after = bounds_of(amount{plain(dollars(14)), sibling}, usd).value();
        CHECK(before == after);
        return before;
    };
    CHECK(beside(plain(yuan(100))) == interval<money>{dollars(14), dollars(14)});
    CHECK(beside(exactly(yuan(100))) == interval<money>{dollars(14), dollars(14)});
    CHECK(beside(about(yuan(100))) == interval<money>{dollars(14), dollars(14), true});
    CHECK(beside(over(yuan(100))) == interval<money>{dollars(14), std::nullopt});
    CHECK(beside(at_least(yuan(100))) == interval<money>{dollars(14), std::nullopt});
    CHECK(beside(up_to(yuan(100))) == interval<money>{dollars(0), dollars(14)});
}

TEST_CASE("bounds_of: a plain rendering beside two figures is about its own", "[core][amount]")
{
    amount const sum{between(yuan(100), yuan(200)), plain(dollars(21))};
    CHECK(bounds_of(sum, usd) == interval<money>{dollars(21), dollars(21), true});
    CHECK(bounds_of(sum, usd, {.about = 0.5}) == interval<money>{dollars(10), dollars(32), true});
    CHECK(bounds_of(sum, cny) == interval<money>{yuan(100), yuan(200)});
}

TEST_CASE("bounds_of: a rendering with a word of its own keeps it", "[core][amount]")
{
    amount const sum{over(yuan(100)), about(dollars(14)), exactly(money{13, currency{"EUR"}})};
    CHECK(bounds_of(sum, usd) == interval<money>{dollars(14), dollars(14), true});
    CHECK(bounds_of(sum, currency{"EUR"})
          == interval<money>{money{13, currency{"EUR"}}, money{13, currency{"EUR"}}});
}

TEST_CASE("bounds_of: a tolerance softens about and nothing else", "[core][amount]")
{
    CHECK(about_bounds(1000, 0.1) == interval<money>{yuan(900), yuan(1100), true});
    CHECK(bounds_of(amount{plain(dollars(140)), about(yuan(1000))}, usd, {.about = 0.1})
          == interval<money>{dollars(126), dollars(154), true});
    for (auto const& said : {plain(yuan(5)), exactly(yuan(5)), over(yuan(5)), at_least(yuan(5)),
                             up_to(yuan(5)), between(yuan(5), yuan(7))}) {
        CAPTURE(to_string(said.said()));
        CHECK(bounds_of(amount{said}, cny, {.about = 0.1}) == bounds_of(amount{said}, cny));
    }
    CHECK(bounds_of(amount{}, cny, {.about = 0.1}) == bounds_of(amount{}, cny));
}

TEST_CASE("bounds_of: a tolerance rounds outwards", "[core][amount]")
{
    CHECK(about_bounds(1, 0.1) == interval<money>{yuan(0), yuan(2), true});
    CHECK(about_bounds(101, 0.5) == interval<money>{yuan(50), yuan(152), true});
    CHECK(about_bounds(1, 5e-324) == interval<money>{yuan(0), yuan(2), true});
}

TEST_CASE("bounds_of: a tolerance is the decimal that was written", "[core][amount]")
{
    // In doubles 0.07 * 1e11 is 7000000000.000001, which would round up to one more.
    CHECK(about_bounds(100'000'000'000, 0.07)
          == interval<money>{yuan(93'000'000'000), yuan(107'000'000'000), true});
    // 2^53 + 1 is no double.
    CHECK(about_bounds(9'007'199'254'740'993, 1.0)
          == interval<money>{yuan(0), yuan(18'014'398'509'481'986), true});
}

TEST_CASE("bounds_of: a tolerance keeps sums from nothing to the largest", "[core][amount]")
{
    CHECK(about_bounds(1000, 2.0) == interval<money>{yuan(0), yuan(3000), true});
    CHECK(about_bounds(0, 0.5) == interval<money>{yuan(0), yuan(0), true});
    CHECK(about_bounds(0, 1e308) == interval<money>{yuan(0), yuan(0), true});
    CHECK(about_bounds(1, 1e308) == interval<money>{yuan(0), yuan(largest), true});
    CHECK(about_bounds(largest, 0.0) == interval<money>{yuan(largest), yuan(largest), true});
    CHECK(about_bounds(largest, 5e-324) == interval<money>{yuan(largest - 1), yuan(largest), true});
    CHECK(about_bounds(largest, 1.0) == interval<money>{yuan(0), yuan(largest), true});
    CHECK(about_bounds(largest, std::numeric_limits<double>::max())
          == interval<money>{yuan(0), yuan(largest), true});
}

TEST_CASE("bounds_of: agrees with rational arithmetic on random tolerances",
          "[core][amount][oracle]")
{
    auto const seed = GENERATE(range(0u, 4u));
    CAPTURE(seed);
    std::mt19937_64 random{seed};
    for (int i = 0; i < 250 * test::effort(); ++i) {
        auto const fen = static_cast<std::int64_t>((random() >> 1U) >> (random() % 63));
        auto const thousandths = static_cast<std::int64_t>(random() % 3000);
        auto const text = std::to_string(thousandths) + "e-3";
        CAPTURE(fen, text);
        cpp_int const part = (cpp_int{fen} * thousandths + 999) / 1000;
        auto const bounds = about_bounds(fen, std::strtod(text.c_str(), nullptr));
        REQUIRE(bounds.lower.minor_units() == clamped(fen - part));
        REQUIRE(bounds.upper.value().minor_units() == clamped(fen + part));
    }
}

TEST_CASE("bounds_of: a tolerance that is negative or not finite is refused", "[core][amount]")
{
    constexpr auto infinity = std::numeric_limits<double>::infinity();
    for (auto const soft :
         {-0.1, -5e-324, infinity, -infinity, std::numeric_limits<double>::quiet_NaN()}) {
        CAPTURE(soft);
        CHECK_THROWS_AS(bounds_of(amount{about(yuan(5))}, cny, {.about = soft}), std::domain_error);
        CHECK_THROWS_AS(bounds_of(amount{}, cny, {.about = soft}), std::domain_error);
    }
    CHECK(about_bounds(5, -0.0) == interval<money>{yuan(5), yuan(5), true});
}

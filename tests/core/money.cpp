// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/core/money.hpp>

#include "core/thrown.hpp"
#include "support/catch2.hpp"
#include "support/effort.hpp"

#include <boost/multiprecision/cpp_int.hpp>

#include <cmath>
#include <limits>
#include <random>
#include <string>
#include <string_view>

using namespace capgraph;
using namespace std::string_view_literals;
using boost::multiprecision::cpp_int;
using boost::multiprecision::cpp_rational;

namespace {

constexpr auto largest = std::numeric_limits<std::int64_t>::max();
constexpr auto smallest = std::numeric_limits<std::int64_t>::min();

money yuan(std::int64_t fen)
{
    return {fen, currency{"CNY"}};
}

/// Of any size, near the ends of 64 bits as often as near zero.
std::int64_t some_units(std::mt19937_64& random)
{
    auto const units = static_cast<std::int64_t>(random()) >> (random() % 64);
    return random() % 4 == 0 ? (units < 0 ? smallest - units : largest - units) : units;
}

std::optional<error_code> refusal(std::string_view text, std::string_view code)
{
    return test::code_thrown_by([=] { return make_money(text, code); });
}

} // namespace

TEST_CASE("currency: has the decimals that ISO 4217 gives it", "[core][money]")
{
    for (auto const code : {"CNY", "USD", "EUR", "HKD", "GBP", "AED", "BZD", "CAD", "ZWL", "XCG"}) {
        CAPTURE(code);
        CHECK(currency{code}.exponent() == 2);
    }
    for (auto const code : {"JPY", "KRW", "VND", "CLP", "BIF", "XPF", "XXX"}) {
        CAPTURE(code);
        CHECK(currency{code}.exponent() == 0);
    }
    for (auto const code : {"KWD", "BHD", "TND"}) {
        CAPTURE(code);
        CHECK(currency{code}.exponent() == 3);
    }
    for (auto const code : {"CLF", "UYW"}) {
        CAPTURE(code);
        CHECK(currency{code}.exponent() == 4);
    }
}

TEST_CASE("currency: keeps its code", "[core][money]")
{
    CHECK(currency{"CNY"}.code() == "CNY");
    CHECK(currency{"CNY"} == currency{"CNY"});
    CHECK_FALSE(currency{"CNY"} == currency{"USD"});
    CHECK(currency{}.code() == "XXX");
    CHECK(currency{} == currency{"XXX"});
}

TEST_CASE("currency: what ISO 4217 does not list is a bad value", "[core][money]")
{
    for (auto const code :
         {""sv,        "C"sv,    "CN"sv,     "CNYY"sv,  "cny"sv, "Cny"sv,  "RMB"sv, "NTD"sv,
          "BTC"sv,     "XAU"sv,  "ZZZ"sv,    "   "sv,   " CN"sv, "CNY "sv, "NY "sv, "Y C"sv,
          "CNY USD"sv, "CN\0"sv, "\0\0\0"sv, "CNY\0"sv, "元"sv,  "$"sv,    "156"sv}) {
        CAPTURE(code);
        CHECK(test::code_thrown_by([=] { return currency{code}; }) == error_code::bad_value);
    }
    CHECK(test::code_thrown_by([] { return currency{std::string(1'000'000, 'C')}; })
          == error_code::bad_value);
}

TEST_CASE("money: the default is nothing in no currency", "[core][money]")
{
    CHECK(money{}.minor_units() == 0);
    CHECK(money{}.unit() == currency{});
    CHECK_FALSE(money{} == yuan(0));
}

TEST_CASE("money: sums and differences are exact up to the ends of 64 bits", "[core][money]")
{
    CHECK(yuan(150) + yuan(-50) == yuan(100));
    CHECK(yuan(largest - 1) + yuan(1) == yuan(largest));
    CHECK(yuan(smallest + 1) + yuan(-1) == yuan(smallest));
    CHECK(yuan(smallest) - yuan(smallest) == yuan(0));
    CHECK(yuan(-1) - yuan(largest) == yuan(smallest));
    CHECK(yuan(-1) - yuan(smallest) == yuan(largest));
}

TEST_CASE("money: a sum or difference beyond 64 bits overflows", "[core][money]")
{
    auto const adding = [](std::int64_t a, std::int64_t b) {
        return test::code_thrown_by([=] { return yuan(a) + yuan(b); });
    };
    auto const taking = [](std::int64_t a, std::int64_t b) {
        return test::code_thrown_by([=] { return yuan(a) - yuan(b); });
    };
    CHECK(adding(largest, 1) == error_code::overflow);
    CHECK(adding(smallest, -1) == error_code::overflow);
    CHECK(adding(largest, largest) == error_code::overflow);
    CHECK(adding(smallest, smallest) == error_code::overflow);
    CHECK(taking(smallest, 1) == error_code::overflow);
    CHECK(taking(largest, -1) == error_code::overflow);
    CHECK(taking(0, smallest) == error_code::overflow);
}

TEST_CASE("money: agrees with wide integers on random sums", "[core][money][oracle]")
{
    auto const seed = GENERATE(range(0u, 4u));
    CAPTURE(seed);
    std::mt19937_64 random{seed};
    auto const fits = [](cpp_int const& n) { return n >= smallest && n <= largest; };
    for (int i = 0; i < 500 * test::effort(); ++i) {
        auto const a = some_units(random);
        auto const b = some_units(random);
        CAPTURE(a, b);
        // Spelt out: auto would keep references to the terms.
        cpp_int const sum = cpp_int{a} + b;
        cpp_int const difference = cpp_int{a} - b;
        if (fits(sum)) {
            REQUIRE((yuan(a) + yuan(b)).minor_units() == sum);
        } else {
            REQUIRE(test::code_thrown_by([=] { return yuan(a) + yuan(b); })
                    == error_code::overflow);
        }
        if (fits(difference)) {
            REQUIRE((yuan(a) - yuan(b)).minor_units() == difference);
        } else {
            REQUIRE(test::code_thrown_by([=] { return yuan(a) - yuan(b); })
                    == error_code::overflow);
        }
    }
}

TEST_CASE("money: sums in unlike currencies neither add nor compare", "[core][money]")
{
    auto const dollars = money{100, currency{"USD"}};
    CHECK(test::code_thrown_by([=] { return yuan(1) + dollars; }) == error_code::currency_mismatch);
    CHECK(test::code_thrown_by([=] { return yuan(1) - dollars; }) == error_code::currency_mismatch);
    CHECK(test::code_thrown_by([=] { return is_less(yuan(1), dollars); })
          == error_code::currency_mismatch);
    CHECK(test::code_thrown_by([=] { return ratio(yuan(1), dollars); })
          == error_code::currency_mismatch);
    CHECK(test::code_thrown_by([=] { return yuan(1) + money{}; }) == error_code::currency_mismatch);
    // The mismatch comes before the overflow.
    CHECK(test::code_thrown_by([] {
              return yuan(largest) + money{1, currency{"USD"}};
          })
          == error_code::currency_mismatch);
    CHECK_FALSE(yuan(100) == dollars);
}

TEST_CASE("money: a mismatch names both currencies", "[core][money]")
{
    try {
        static_cast<void>(yuan(1) + money{1, currency{"USD"}});
        FAIL("nothing was thrown");
    } catch (error const& e) {
        CHECK(e.found() == "CNY and USD");
    }
}

TEST_CASE("is_less: orders sums of one currency", "[core][money]")
{
    CHECK(is_less(yuan(1), yuan(2)));
    CHECK_FALSE(is_less(yuan(2), yuan(2)));
    CHECK_FALSE(is_less(yuan(3), yuan(2)));
    CHECK(is_less(yuan(smallest), yuan(largest)));
}

TEST_CASE("ratio: is the quotient where a double holds it", "[core][money]")
{
    CHECK(ratio(yuan(10), yuan(70)) == 1.0 / 7.0);
    CHECK(ratio(yuan(0), yuan(70)) == 0.0);
    CHECK(ratio(yuan(largest), yuan(largest)) == 1.0);
    CHECK(ratio(yuan(-1), yuan(4)) == -0.25);
    CHECK(ratio(yuan(smallest), yuan(-1)) == 9223372036854775808.0);
    // Both round to the same double; their ratio is not 1.
    CHECK(ratio(yuan(largest - 1024), yuan(largest)) < 1.0);
}

TEST_CASE("ratio: is the nearest double but for a second rounding", "[core][money][oracle]")
{
    auto const seed = GENERATE(range(0u, 4u));
    CAPTURE(seed);
    std::mt19937_64 random{seed};
    constexpr auto infinity = std::numeric_limits<double>::infinity();
    for (int i = 0; i < 250 * test::effort(); ++i) {
        auto const a = some_units(random);
        auto const b = some_units(random);
        if (b == 0) {
            continue;
        }
        CAPTURE(a, b);
        auto const quotient = ratio(yuan(a), yuan(b));
        cpp_rational const exact{cpp_int{a}, cpp_int{b}};
        cpp_rational const rounded{quotient};
        cpp_rational const above = cpp_rational{std::nextafter(quotient, infinity)} - rounded;
        cpp_rational const below = rounded - cpp_rational{std::nextafter(quotient, -infinity)};
        // Half an ulp, and the 2^-11 of one that a long double of 64 bits can add.
        cpp_rational const half{2049, 4096};
        REQUIRE(exact <= rounded + above * half);
        REQUIRE(exact >= rounded - below * half);
    }
}

TEST_CASE("make_money: reads major units", "[core][money]")
{
    CHECK(make_money("1.5", "CNY") == yuan(150));
    CHECK(make_money("1000000000", "CNY") == yuan(100'000'000'000));
    CHECK(make_money("1e9", "CNY") == yuan(100'000'000'000));
    CHECK(make_money("-0.01", "CNY") == yuan(-1));
    CHECK(make_money("0", "CNY") == yuan(0));
    CHECK(make_money("1.5000000", "CNY") == yuan(150));
    CHECK(make_money("0.001", "KWD") == money{1, currency{"KWD"}});
    CHECK(make_money("7", "JPY") == money{7, currency{"JPY"}});
    CHECK(make_money("7.0", "JPY") == money{7, currency{"JPY"}});
    CHECK(make_money("0.0001", "CLF") == money{1, currency{"CLF"}});
}

TEST_CASE("make_money: a part of a minor unit is out of range", "[core][money]")
{
    CHECK(refusal("0.005", "CNY") == error_code::number_out_of_range);
    CHECK(refusal("0.5", "JPY") == error_code::number_out_of_range);
    CHECK(refusal("0.0001", "KWD") == error_code::number_out_of_range);
    CHECK(refusal("1e-400", "CNY") == error_code::number_out_of_range);
}

TEST_CASE("make_money: a sum beyond 64 bits of minor units is out of range", "[core][money]")
{
    CHECK(make_money("92233720368547758.07", "CNY") == yuan(largest));
    CHECK(make_money("-92233720368547758.08", "CNY") == yuan(smallest));
    CHECK(make_money("9223372036854775807", "JPY").minor_units() == largest);
    CHECK(refusal("92233720368547758.08", "CNY") == error_code::number_out_of_range);
    CHECK(refusal("-92233720368547758.09", "CNY") == error_code::number_out_of_range);
    CHECK(refusal("1e17", "CNY") == error_code::number_out_of_range);
    CHECK(refusal("1e19", "JPY") == error_code::number_out_of_range);
    CHECK(refusal("1e308", "CNY") == error_code::number_out_of_range);
}

TEST_CASE("make_money: passes on what is wrong with number or currency", "[core][money]")
{
    CHECK(refusal("1,000", "CNY") == error_code::bad_value);
    CHECK(refusal("1e400", "CNY") == error_code::number_out_of_range);
    CHECK(refusal("1", "cny") == error_code::bad_value);
}

TEST_CASE("try_make_money: returns its error and names the number and the currency",
          "[core][money]")
{
    auto const made = try_make_money(decimal{5, -3}, currency{"CNY"});
    REQUIRE(made.has_error());
    CHECK(made.error().code() == error_code::number_out_of_range);
    CHECK(made.error().found() == "0.005");
    CHECK(made.error().expected().find("CNY") != std::string_view::npos);
}

TEST_CASE("try_make_money: returns an error for the most extreme decimals", "[core][money]")
{
    for (auto const value : {decimal{1, 1000}, decimal{-1, 1000}, decimal{1, -1000},
                             decimal{smallest, 999}, decimal{largest, -1000}}) {
        auto const made = try_make_money(value, currency{"CLF"});
        REQUIRE(made.has_error());
        CHECK(made.error().code() == error_code::number_out_of_range);
    }
    CHECK(try_make_money(decimal{}, currency{"CLF"}).value().minor_units() == 0);
}

TEST_CASE("major_units: is the sum in major units", "[core][money]")
{
    CHECK(major_units(yuan(150)) == decimal{15, -1});
    CHECK(major_units(yuan(-1)) == decimal{-1, -2});
    CHECK(major_units(money{150, currency{"JPY"}}) == decimal{150});
    CHECK(major_units(money{150, currency{"KWD"}}) == decimal{15, -2});
    CHECK(major_units(money{}) == decimal{});
}

TEST_CASE("to_string: writes currency and major units", "[core][money]")
{
    CHECK(to_string(yuan(100'000'000'000)) == "CNY 1000000000");
    CHECK(to_string(money{1250, currency{"USD"}}) == "USD 12.5");
    CHECK(to_string(money{-1, currency{"KWD"}}) == "KWD -0.001");
    CHECK(to_string(yuan(smallest)) == "CNY -92233720368547758.08");
    CHECK(to_string(money{}) == "XXX 0");
}

TEST_CASE("major_units: a sum of money is made again from them", "[core][money][property]")
{
    auto const seed = GENERATE(range(0u, 4u));
    CAPTURE(seed);
    std::mt19937_64 random{seed};
    for (int i = 0; i < 250 * test::effort(); ++i) {
        auto const units = i == 0 ? smallest : (i == 1 ? largest : some_units(random));
        for (auto const code : {"JPY", "CNY", "KWD", "CLF"}) {
            auto const sum = money{units, currency{code}};
            auto const text = to_string(sum);
            CAPTURE(text);
            REQUIRE(try_make_money(major_units(sum), sum.unit()).value() == sum);
            REQUIRE(make_money(text.substr(4), text.substr(0, 3)) == sum);
        }
    }
}

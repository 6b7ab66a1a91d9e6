// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/network/exchange_rates.hpp>

#include "support/catch2.hpp"
#include "support/ledgers.hpp"
#include "support/networks.hpp"

#include <capgraph/core/error.hpp>
#include <capgraph/ledger/ledger_builder.hpp>

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

using namespace capgraph;
using namespace capgraph::test;

namespace {

currency const cny{"CNY"};
currency const usd{"USD"};
currency const eur{"EUR"};
currency const jpy{"JPY"};

exchange_rate rate_of(currency base, currency quote, std::string_view on, std::string_view value)
{
    return {.base = base, .quote = quote, .on = parse_date(on), .value = parse_decimal(value)};
}

std::string found(exchange_rates const& rates, currency from, currency to, std::string_view day)
{
    auto const r = rates.find(from, to, parse_date(day));
    return r ? std::string{r->base.code()} + ' ' + to_string(r->value) : "none";
}

interval<money> exactly_one(std::int64_t minor_units, currency unit)
{
    return {money{minor_units, unit}, money{minor_units, unit}};
}

} // namespace

TEST_CASE("exchange_rates: none answer nothing", "[network][rate]")
{
    CHECK(exchange_rates{}.all().empty());
    CHECK(found(exchange_rates{}, usd, cny, "2025-03-12") == "none");
    CHECK(exchange_rates{view{ledger{}}}.all().empty());
}

TEST_CASE("exchange_rates::find: one rate answers both ways and for its days only",
          "[network][rate]")
{
    exchange_rates const rates{{rate_of(usd, cny, "2025-03", "7.2")}};
    CHECK(found(rates, usd, cny, "2025-03-12") == "USD 7.2");
    CHECK(found(rates, cny, usd, "2025-03") == "USD 7.2");
    CHECK(found(rates, usd, cny, "2025-04-01") == "none");
    CHECK(found(rates, usd, cny, "2025") == "none"); // which day of the year is not known
    CHECK(found(rates, usd, cny, "2025-03-30/2025-04-02") == "none");
    CHECK(found(rates, usd, eur, "2025-03-12") == "none");
    CHECK_FALSE(rates.find(usd, cny, date{}).has_value());
}

TEST_CASE("exchange_rates::find: the rate of the fewest days goes first", "[network][rate]")
{
    exchange_rates const rates{
        {rate_of(usd, cny, "2025", "7.0"), rate_of(usd, cny, "2025-03-12", "7.3"),
         rate_of(usd, cny, "2025-03", "7.2"), rate_of(cny, usd, "2025-03", "0.14"),
         rate_of(usd, eur, "2025-03-12", "0.9")}};
    CHECK(found(rates, usd, cny, "2025-03-12") == "USD 7.3");
    CHECK(found(rates, usd, cny, "2025-03-13") == "USD 7.2");
    CHECK(found(rates, cny, usd, "2025-03-13") == "CNY 0.14"); // as it was told
    CHECK(found(rates, cny, usd, "2025-05-01") == "USD 7");
}

TEST_CASE("exchange_rates: what is no rate is refused", "[network][rate]")
{
    for (auto const& bad : {rate_of(usd, usd, "2025", "1"), rate_of(usd, cny, "2025", "0"),
                            rate_of(usd, cny, "2025", "-7")}) {
        try {
            static_cast<void>(exchange_rates{{bad}});
            FAIL("nothing was thrown");
        } catch (error const& e) {
            CHECK(e.code() == error_code::bad_value);
        }
    }
}

TEST_CASE("exchange_rates: those of a view are what it knows, with their source", "[network][rate]")
{
    ledger book;
    ledger_builder to{book};
    auto const paper = to.add(source_record{.slug = "paper", .published = date{2025, 4}});
    to.add(rate{.base = usd, .quote = cny, .date = date{2025, 3}, .value = parse_decimal("7.2")},
           {.source = paper});
    to.add(rate{.base = usd, .quote = cny, .date = date{2025, 3}, .value = parse_decimal("7.25")},
           {.source = paper, .reported_on = date{2025, 5}});
    to.commit();
    exchange_rates const then{view{book, {.known_at = date{2025, 4}}}};
    CHECK(found(then, usd, cny, "2025-03-12") == "USD 7.2");
    exchange_rates const now{view{book}};
    REQUIRE(now.all().size() == 1);
    CHECK(now.all()[0].value == parse_decimal("7.25"));
    CHECK(now.all()[0].source == "paper");
    CHECK(exchange_rates{view{book, {.known_at = date{2024}}}}.all().empty());
}

TEST_CASE("converted: one figure goes to the nearest minor unit", "[network][rate]")
{
    auto const dollars = rate_of(usd, cny, "2025", "7.2455");
    CHECK(converted(exactly_one(100, usd), dollars).lower == money{725, cny}); // 7.2455 yuan
    CHECK(converted(exactly_one(100, usd), dollars).upper == money{725, cny});
    CHECK(converted(exactly_one(100, usd), dollars).hedged);
    CHECK(converted(exactly_one(725, cny), dollars).lower == money{100, usd});
    auto const yen = rate_of(usd, jpy, "2025", "150.5"); // which have no minor unit
    CHECK(converted(exactly_one(100, usd), yen).lower == money{151, jpy}); // half up
    CHECK(converted(exactly_one(301, jpy), yen).lower == money{200, usd});
}

TEST_CASE("converted: bounds go outwards, and no bound stays none", "[network][rate]")
{
    auto const third = rate_of(usd, cny, "2025", "3");
    auto const both = converted({money{10, cny}, money{11, cny}}, third);
    CHECK(both.lower == money{3, usd});
    CHECK(both.upper == money{4, usd});
    auto const open = converted({money{10, cny}, std::nullopt}, third);
    CHECK(open.lower == money{3, usd});
    CHECK_FALSE(open.upper.has_value());
}

TEST_CASE("converted: what does not fit is an error", "[network][rate]")
{
    auto const code_of = [](exchange_rate const& by, std::int64_t sum) {
        try {
            static_cast<void>(converted(exactly_one(sum, by.base), by));
        } catch (error const& e) {
            return e.code();
        }
        return error_code::none;
    };
    constexpr auto most = INT64_MAX;
    CHECK(code_of(rate_of(usd, cny, "2025", "7"), most) == error_code::overflow);
    CHECK(code_of(rate_of(usd, cny, "2025", "1e30"), 1) == error_code::overflow);
    CHECK(code_of(rate_of(usd, cny, "2025", "1e-30"), 1) == error_code::overflow);
    CHECK(code_of(rate_of(usd, cny, "2025", "1"), most) == error_code::none);
}

TEST_CASE("converted: there and back is at most half a minor unit of the rate away",
          "[network][rate][property]")
{
    for (std::uint64_t seed = 0; seed < cases(200); ++seed) {
        CAPTURE(seed);
        std::mt19937_64 random{seed};
        auto const by = rate_of(usd, cny, "2025",
                                std::to_string(1 + random() % 90000) + "e-" // 0.0001 to 9
                                    + std::to_string(4));
        auto const sum = static_cast<std::int64_t>(random() % 1'000'000'000'000);
        auto const there = converted(exactly_one(sum, cny), by);
        auto const back = converted(there, by).lower.minor_units();
        // Half a cent is at most half the rate in fen; and half a fen more.
        auto const off = back < sum ? sum - back : back - sum;
        CHECK(static_cast<double>(off) <= 0.5 * by.value.to_double() + 0.5);
    }
}

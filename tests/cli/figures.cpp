// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "cli/figures.hpp"

#include "support/catch2.hpp"
#include "support/ledgers.hpp"

#include <cstdint>
#include <limits>
#include <string>

using namespace capgraph;
using namespace capgraph::cli;
using test::billion;
using test::dollars;
using test::yuan;

TEST_CASE("count_text: digits come in threes", "[cli][figures]")
{
    CHECK(count_text(0) == "0");
    CHECK(count_text(999) == "999");
    CHECK(count_text(1000) == "1,000");
    CHECK(count_text(12345678) == "12,345,678");
    CHECK(count_text(1, "pair", "pairs") == "1 pair");
    CHECK(count_text(0, "pair", "pairs") == "0 pairs");
}

TEST_CASE("money_text: short where three decimals suffice and exact always", "[cli][figures]")
{
    CHECK(money_text(yuan(70 * billion)) == "CNY 70bn");
    CHECK(money_text(make_money("10290000000", "USD")) == "USD 10.29bn");
    CHECK(money_text(dollars(140'000'000)) == "USD 140m");
    CHECK(money_text(dollars(1'500'250'000)) == "USD 1,500.25m");
    CHECK(money_text(dollars(1'234'567'890)) == "USD 1,234,567,890");
    CHECK(money_text(dollars(999'999)) == "USD 999,999");
    CHECK(money_text(dollars(1000 * billion)) == "USD 1tn");
    CHECK(money_text(dollars(0)) == "USD 0");
    CHECK(money_text(make_money("12.5", "USD")) == "USD 12.5");
    CHECK(money_text(make_money("-2500000", "USD")) == "USD -2.5m");
    CHECK(money_text(make_money("300000", "JPY")) == "JPY 300,000");
    CHECK(money_text(money{std::numeric_limits<std::int64_t>::min(), currency{"CNY"}})
          == "CNY -92,233,720,368,547,758.08");
}

TEST_CASE("money_text: the word of the source stays", "[cli][figures]")
{
    auto const bn = dollars(billion);
    CHECK(money_text(plain(bn)) == "USD 1bn");
    CHECK(money_text(exactly(bn)) == "exactly USD 1bn");
    CHECK(money_text(about(bn)) == "about USD 1bn");
    CHECK(money_text(over(bn)) == "over USD 1bn");
    CHECK(money_text(at_least(bn)) == "at least USD 1bn");
    CHECK(money_text(up_to(bn)) == "up to USD 1bn");
    CHECK(money_text(between(bn, dollars(2 * billion))) == "USD 1bn to USD 2bn");
    CHECK(money_text(stated<money>{}) == "undisclosed");
}

TEST_CASE("amount_text: one rendering a currency, and no word twice", "[cli][figures]")
{
    CHECK(amount_text({over(yuan(billion)), plain(dollars(140'000'000))})
          == "over CNY 1bn / USD 140m");
    CHECK(amount_text({about(yuan(70 * billion)), about(make_money("10290000000", "USD")),
                       about(dollars(10 * billion)), plain(make_money("10290000000", "USD"))})
          == "about CNY 70bn / USD 10.29bn");
    CHECK(amount_text({plain(yuan(7)), about(dollars(1))}) == "CNY 7 / about USD 1");
    CHECK(amount_text({exactly(yuan(7)), about(dollars(1))}) == "exactly CNY 7 / about USD 1");
    CHECK(amount_text({}) == "undisclosed");
}

TEST_CASE("percent_text: something is never nothing and less than all is never all",
          "[cli][figures]")
{
    CHECK(percent_text(share{0.0}) == "0 %");
    CHECK(percent_text(share{1.0}) == "100 %");
    CHECK(percent_text(share{1.0 / 7.0}) == "14.3 %");
    CHECK(percent_text(share{0.2}) == "20 %");
    CHECK(percent_text(share{0.0001}) == "<0.1 %");
    CHECK(percent_text(share{0.9999}) == ">99.9 %");
}

TEST_CASE("percent_text: bounds are rounded outwards and hedges kept", "[cli][figures]")
{
    auto const range = [](double lower, double upper, bool hedged = false) {
        return make_bounded(share{lower}, share{upper}, share{}, hedged);
    };
    CHECK(percent_text(range(0.0, 1.0)) == "0–100 %");
    CHECK(percent_text(range(1.0 / 7.0, 5.0 / 7.0)) == "14.2–71.5 %");
    CHECK(percent_text(range(0.143, 0.7)) == "14.3–70 %"); // 1000 * 0.143 is 142.99999999999997
    CHECK(percent_text(range(0.00001, 0.99999)) == "0–100 %");
    CHECK(percent_text(range(0.2, 0.2)) == "20 %");
    CHECK(percent_text(range(0.2, 0.2, true)) == "about 20 %");
    CHECK(percent_text(range(0.0, 0.5, true)) == "about 0–50 %");

    auto split = range(0.0, 1.0);
    split.best = share{0.5};
    split.convention = "equal_split";
    CHECK(percent_text(split) == "0–100 % (split 50 %)");
}

TEST_CASE("add_amount: bounds are exact strings and unknown is null", "[cli][figures]")
{
    json_object row;
    amount const sum{over(yuan(billion)), plain(make_money("0.01", "USD"))};
    add_amount(row, "a", &sum);
    CHECK(to_string(row)
          == R"({"a_text":"over CNY 1bn / USD 0.01","a_currency":"CNY","a_lower":"1000000000",)"
             R"("a_upper":null,"a_hedge":"over"})");

    json_object unknown;
    add_amount(unknown, "a", nullptr);
    CHECK(to_string(unknown)
          == R"({"a_text":null,"a_currency":null,"a_lower":null,"a_upper":null,"a_hedge":null})");

    json_object undisclosed;
    amount const nothing;
    add_amount(undisclosed, "a", &nothing);
    CHECK(to_string(undisclosed)
          == R"({"a_text":"undisclosed","a_currency":null,"a_lower":null,"a_upper":null,)"
             R"("a_hedge":"undisclosed"})");
}

TEST_CASE("add_bounded: a figure without a best has none", "[cli][figures]")
{
    json_object row;
    auto const open = make_bounded(share{0.0}, share{1.0}, share{0.25}, true);
    add_bounded(row, "p", &open);
    CHECK(to_string(row)
          == R"({"p_lower":0,"p_upper":1,"p_coverage":0.25,"p_hedged":true,"p_best":null,)"
             R"("p_convention":null})");
    json_object met;
    auto const exact = make_bounded(share{0.5}, share{0.5}, share{1.0});
    add_bounded(met, "p", &exact);
    CHECK(to_string(met)
          == R"({"p_lower":0.5,"p_upper":0.5,"p_coverage":1,"p_hedged":false,"p_best":0.5,)"
             R"("p_convention":"exact"})");
}

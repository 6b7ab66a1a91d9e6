// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// The quick way to read an amount takes what the careful one takes, and for the same.

#include "io/read/plain_sum_reader.hpp"

#include "support/catch2.hpp"
#include "support/effort.hpp"

#include <capgraph/io/read/json.hpp>

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

using namespace capgraph;

namespace {

std::string quoted(std::string const& text)
{
    return '"' + text + '"';
}

/// A round of that amount.
result<ledger> read(std::string const& renderings)
{
    return try_read_json(R"({"type":"entity","id":"c","name":"C","kind":"company"})"
                         "\n"
                         R"({"type":"round","id":"r","company":"c","amount":[)"
                             + renderings + "]}\n",
                         {.format = json_format::lines});
}

amount amount_in(ledger const& book)
{
    return *book.said_by<funding_round>(statement_id{1}).amount;
}

std::string any_of(std::vector<std::string> const& all, std::mt19937_64& random)
{
    return all[static_cast<std::size_t>(random() % all.size())];
}

/// A text that may be a number.
std::string some_figure(std::mt19937_64& random)
{
    if (random() % 8 == 0) {
        return any_of({"",
                       "0",
                       "0.5",
                       "00",
                       "01",
                       ".5",
                       "5.",
                       "1.50",
                       "1.500",
                       "1.505",
                       "-1",
                       "-0",
                       "1e3",
                       "99999999999999",
                       "999999999999999",
                       "92233720368547758.07",
                       "9223372036854775807",
                       "1.2.3",
                       "+1",
                       " 1"},
                      random);
    }
    std::string text;
    for (auto left = 1 + random() % 17; left != 0; --left) {
        text += any_of({"0", "1", "2", "5", "9"}, random);
    }
    return random() % 2 == 0 ? text : text + '.' + any_of({"0", "5", "25", "125", "0005"}, random);
}

} // namespace

TEST_CASE("plain_sum_reader: reads what the other order of members says too", "[io][lines]")
{
    // With the currency first the quick way gives up.
    auto const seed = 20260701U;
    CAPTURE(seed);
    std::mt19937_64 random{seed};
    int taken = 0;
    for (int i = 0; i < 1000 * test::effort(); ++i) {
        auto const verb =
            any_of({"plain", "exactly", "about", "over", "at_least", "up_to"}, random);
        auto const figure = quoted(verb) + ':' + quoted(some_figure(random));
        auto const unit =
            R"("currency":)"
            + quoted(any_of({"USD", "JPY", "KWD", "CLF", "XXX", "usd", "ZZZ"}, random));
        CAPTURE(figure, unit);
        auto const one = read('{' + figure + ',' + unit + '}');
        auto const other = read('{' + unit + ',' + figure + '}');
        REQUIRE(one.has_value() == other.has_value());
        if (one) {
            CHECK(amount_in(*one) == amount_in(*other));
            ++taken;
        } else {
            CHECK(one.error().code() == other.error().code());
            CHECK(one.error().found() == other.error().found());
            CHECK(one.error().expected() == other.error().expected());
        }
    }
    CHECK(taken > 100);
}

TEST_CASE("plain_sum_reader: keeps several renderings in order, however many there are",
          "[io][lines]")
{
    std::string renderings;
    std::vector<stated<money>> expected;
    for (std::int64_t n = 1; n <= 6; ++n) {
        CAPTURE(n);
        renderings += std::string{n == 1 ? "" : ","} + R"({"over":)" + std::to_string(n)
                      + R"(.5,"currency":"USD"})";
        expected.push_back(over(money{100 * n + 50, currency{"USD"}}));
        CHECK(amount_in(read(renderings).value()) == amount{expected});
    }
}

TEST_CASE("plain_sum_reader: sums of one record do not get mixed up", "[io][lines]")
{
    auto const book =
        read(R"({"over":"1","currency":"USD"}],)"
             R"("external":[{"about":"2","currency":"USD"},{"plain":"3","currency":"CNY"})")
            .value();
    auto const round = book.said_by<funding_round>(statement_id{1});
    CHECK(*round.amount == amount{over(money{100, currency{"USD"}})});
    CHECK(*round.external
          == amount{about(money{200, currency{"USD"}}), plain(money{300, currency{"CNY"}})});
}

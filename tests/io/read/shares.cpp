// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// Shares written as most are have a short way to be read: they are what they are by the long one.

#include "support/catch2.hpp"
#include "support/effort.hpp"

#include <capgraph/io/read/json.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <random>
#include <string>

using namespace capgraph;
using capgraph::test::effort;

namespace {

/// The fraction that a holding's share of that text is; null where it is refused.
std::optional<double> fraction_of(std::string const& text)
{
    auto const book =
        try_read_json(R"({"type":"entity","id":"a","name":"A","kind":"company"})"
                      "\n"
                      R"({"type":"entity","id":"b","name":"B","kind":"fund"})"
                      "\n"
                      R"({"type":"holding","owner":"b","owned":"a","share":{"exactly":)"
                          + text + "}}\n",
                      {.format = json_format::lines});
    return book ? std::optional{book->said_by<holding>(statement_id{2}).share->low().fraction()}
                : std::nullopt;
}

} // namespace

TEST_CASE("read_json: a share is the same with an exponent of nothing", "[io][lines][property]")
{
    std::size_t read = 0;
    for (int round = 0; round < 2000 * effort(); ++round) {
        auto const seed = static_cast<std::uint64_t>(round);
        std::mt19937_64 random{seed};
        auto figure = std::to_string(random() % (random() % 3 == 0 ? 3 : 120));
        if (random() % 4 != 0) {
            figure += '.';
            for (auto left = random() % 14; left != 0; --left) {
                figure += static_cast<char>('0' + random() % 10);
            }
        }
        std::string const sign = random() % 2 == 0 ? "%" : "";
        CAPTURE(seed, figure, sign);
        auto const plain = fraction_of('"' + figure + sign + '"');
        CHECK(plain == fraction_of('"' + figure + "e0" + sign + '"'));
        CHECK((!sign.empty() || plain == fraction_of(figure) || figure.ends_with('.')));
        read += plain ? 1U : 0U;
    }
    CHECK(read > 500);
}

TEST_CASE("read_json: shares are the nearest doubles of what is written", "[io][lines]")
{
    CHECK(fraction_of(R"("17.44%")") == 0.1744);
    CHECK(fraction_of(R"("0.1744")") == 0.1744);
    CHECK(fraction_of(R"("100.00%")") == 1.0);
    CHECK(fraction_of(R"("0%")") == 0.0);
    CHECK(fraction_of(R"("0.000000001%")") == 1e-11);
    CHECK_FALSE(fraction_of(R"("100.0001%")"));
    CHECK_FALSE(fraction_of(R"("00.5")"));
    CHECK_FALSE(fraction_of(R"("5.%")"));
    CHECK_FALSE(fraction_of(R"(".5")"));
    CHECK_FALSE(fraction_of(R"("0.5%%")"));
    CHECK_FALSE(fraction_of(R"("%")"));
}

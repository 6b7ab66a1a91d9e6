// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "cli/json.hpp"

#include "support/catch2.hpp"
#include "support/effort.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <charconv>
#include <cstdint>
#include <limits>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

using namespace capgraph;
using namespace capgraph::cli;

TEST_CASE("json_value: each kind prints as JSON writes it", "[cli][json]")
{
    CHECK(to_string(json_value{}) == "null");
    CHECK(to_string(json_value{true}) == "true");
    CHECK(to_string(json_value{false}) == "false");
    CHECK(to_string(json_value{std::size_t{0}}) == "0");
    CHECK(to_string(json_value{std::numeric_limits<std::uint64_t>::max()})
          == "18446744073709551615");
    CHECK(to_string(json_value{"text"}) == "\"text\"");
    CHECK(to_string(json_value{std::string_view{}}) == "\"\"");
    CHECK(to_string(json_value{std::optional<std::string>{}}) == "null");
    CHECK(to_string(json_value{std::optional<std::uint64_t>{3}}) == "3");
    CHECK(to_string(json_value{std::vector<std::string>{}}) == "[]");
    CHECK(to_string(json_value{std::vector<std::string>{"a b", "\"", ","}})
          == R"(["a b","\"",","])");
}

TEST_CASE("json_value: numbers are the shortest that read back equal", "[cli][json]")
{
    CHECK(to_string(json_value{0.1}) == "0.1");
    CHECK(to_string(json_value{1.0}) == "1");
    CHECK(to_string(json_value{1.0 / 7.0}) == "0.14285714285714285");
    CHECK(to_string(json_value{1e300}) == "1e+300");
    CHECK(to_string(json_value{std::numeric_limits<double>::denorm_min()}) == "5e-324");

    auto const seed = GENERATE(range(0, 20));
    CAPTURE(seed);
    std::mt19937_64 random{static_cast<std::uint64_t>(seed)};
    std::uniform_real_distribution<double> scores{0.0, 1.0};
    for (int i = 0; i < 100 * test::effort(); ++i) {
        auto const value = scores(random);
        auto const text = to_string(json_value{value});
        double back = 0.0;
        std::from_chars(text.data(), text.data() + text.size(), back);
        CHECK(back == value);
    }
}

TEST_CASE("json_value: what JSON has no word for is null", "[cli][json]")
{
    CHECK(to_string(json_value{std::numeric_limits<double>::quiet_NaN()}) == "null");
    CHECK(to_string(json_value{-std::numeric_limits<double>::infinity()}) == "null");
}

TEST_CASE("json_value: strings escape what is not plainly visible", "[cli][json]")
{
    CHECK(to_string(json_value{"a\"b\\c/d"}) == R"("a\"b\\c/d")");
    CHECK(to_string(json_value{"a\nb\x1B[0m\x7F"}) == "\"a\\u000ab\\u001b[0m\\u007f\"");
    CHECK(to_string(json_value{"\u202E\u009B\u200B\u2028"}) == "\"\\u202e\\u009b\\u200b\\u2028\"");
    CHECK(to_string(json_value{"\U000E0041"}) == "\"\\udb40\\udc41\""); // a surrogate pair
    CHECK(to_string(json_value{"智谱 é"}) == "\"智谱 é\"");
    CHECK(to_string(json_value{std::string{"\0", 1}}) == "\"\\u0000\"");
}

TEST_CASE("json_value: a string reads back equal and bytes that are not UTF-8 are replaced",
          "[cli][json][property]")
{
    auto const seed = GENERATE(range(0, 50));
    CAPTURE(seed);
    std::mt19937 random{static_cast<unsigned>(seed)};
    for (int i = 0; i < 20 * test::effort(); ++i) {
        std::string bytes(random() % 30, ' ');
        for (auto& byte : bytes) {
            byte = static_cast<char>(random() % 256);
        }
        boost::json::error_code broken;
        auto const back = boost::json::parse(to_string(json_value{bytes}), broken);
        CHECK(!broken);
        CHECK(to_string(json_value{std::string{back.as_string()}}) == to_string(json_value{bytes}));
    }
    CHECK(to_string(json_value{"a\xFF"}) == "\"a\uFFFD\"");
}

TEST_CASE("json_object: members keep their order", "[cli][json]")
{
    CHECK(to_string(json_object{}) == "{}");
    CHECK(to_string(json_object{{"b", 1.5}, {"a", json_value{}}, {"c\"", "x"}})
          == R"({"b":1.5,"a":null,"c\"":"x"})");
}

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// Which of its two forms a text in the data format is in.

#include <capgraph/io/read/json.hpp>

#include "io/texts.hpp"
#include "support/catch2.hpp"

#include <string>

using namespace capgraph;

TEST_CASE("json_format_of: one object is a document", "[io][format]")
{
    CHECK(json_format_of("") == json_format::document);
    CHECK(json_format_of(" \n") == json_format::document);
    CHECK(json_format_of("{}") == json_format::document);
    CHECK(json_format_of(R"({"capgraph": 1})") == json_format::document);
    CHECK(json_format_of(test::seeds()) == json_format::document);
    CHECK(json_format_of(test::everything()) == json_format::document);
    CHECK(json_format_of("[]\n{}") == json_format::document);
}

TEST_CASE("json_format_of: a first line of its own makes lines", "[io][format]")
{
    CHECK(json_format_of(R"({"type": "entity")") == json_format::lines);
    CHECK(json_format_of("\n { \"type\": 7}") == json_format::lines);
    CHECK(json_format_of("{\"capgraph\": 1}\n{") == json_format::lines);
    CHECK(json_format_of("{\"capgraph\": 1}\n7") == json_format::document);
}

TEST_CASE("json_format_of: takes no more than 64 KiB to tell", "[io][format]")
{
    std::string const header = "{\"capgraph\": 1}\n";
    std::string const most(std::size_t{64} * 1024 - header.size(), ' ');
    CHECK(json_format_of(header + most.substr(1) + "{") == json_format::lines);
    CHECK(json_format_of(header + most + "{") == json_format::document);
}

TEST_CASE("json_format_of: is the form in which a text is read that is to be detected",
          "[io][format]")
{
    for (std::string const text :
         {"{\"capgraph\": 1}\n{\"type\": 7}", "{\"capgraph\": 1}", "{\"capgraph\": 1}\n7", "",
          R"({"type": "entity"})", "{\"capgraph\": 1,\n\"rounds\": []}"}) {
        CAPTURE(text);
        auto const detected = check_json(text);
        auto const told = check_json(text, {.format = json_format_of(text)});
        REQUIRE(detected.size() == told.size());
        for (std::size_t i = 0; i != told.size(); ++i) {
            CHECK(std::string{detected[i].what()} == told[i].what());
        }
    }
}

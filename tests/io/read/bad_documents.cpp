// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// What is refused, and in which words.

#include "io/bad_documents.hpp"

#include "support/catch2.hpp"

#include <capgraph/io/read/json.hpp>
#include <capgraph/io/write/json.hpp>

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>

using namespace capgraph;
using namespace capgraph::test;

namespace {

bool has(std::string_view text, std::string_view part)
{
    return text.find(part) != std::string_view::npos;
}

} // namespace

TEST_CASE("read_json: every bad document gets its error at its place", "[io][bad]")
{
    for (auto const& bad : bad_documents()) {
        CAPTURE(bad.name, bad.text());
        auto const read = try_read_json(bad.text(), {.format = bad.format, .name = "bad.json"});
        REQUIRE_FALSE(read.has_value());
        auto const e = read.error();
        CAPTURE(e.what());
        CHECK(e.code() == bad.code);
        CHECK(has(e.what(), bad.says));
        CHECK(!e.found().empty());
        CHECK(!e.expected().empty());
        REQUIRE(e.where() != nullptr);
        CHECK(e.where()->file == "bad.json");
        CHECK(e.where()->byte == bad.byte());
        CHECK(e.where()->pointer == bad.pointer);
    }
}

TEST_CASE(
    "read_json: there are at least a hundred bad documents, each of a name and a text of its own",
    "[io][bad]")
{
    std::set<std::string> names;
    std::set<std::string> texts;
    for (auto const& bad : bad_documents()) {
        CAPTURE(bad.name);
        CHECK(names.insert(bad.name).second);
        CHECK(texts.insert(bad.text()).second);
    }
    CHECK(names.size() >= 100);
}

TEST_CASE("read_json: line and column are those of the byte", "[io][bad]")
{
    for (auto const& bad : bad_documents()) {
        CAPTURE(bad.name, bad.text());
        auto const where = *try_read_json(bad.text(), {.format = bad.format}).error().where();
        auto const before = bad.text().substr(0, bad.byte());
        auto const lines =
            static_cast<std::uint64_t>(std::count(before.begin(), before.end(), '\n'));
        CHECK(where.line == lines + 1);
        auto const line_break = before.rfind('\n');
        CHECK(where.column
              == before.size() - (line_break == std::string::npos ? 0 : line_break + 1) + 1);
    }
}

TEST_CASE("read_json: the bad documents meet every code that reading can give", "[io][bad]")
{
    std::set<error_code> met;
    for (auto const& bad : bad_documents()) {
        met.insert(bad.code);
    }
    for (auto const code :
         {error_code::syntax, error_code::bad_encoding, error_code::duplicate_key,
          error_code::unknown_key, error_code::escaped_key, error_code::wrong_type,
          error_code::missing_field, error_code::bad_value, error_code::number_out_of_range,
          error_code::unknown_reference, error_code::inconsistent_record,
          error_code::duplicate_statement}) {
        CHECK(met.contains(code)); // limit_exceeded: limits.cpp; unreadable_file: json.cpp
    }
}

TEST_CASE("check_json: the error that read_json throws is among those it lists", "[io][bad]")
{
    for (auto const& bad : bad_documents()) {
        CAPTURE(bad.name, bad.text());
        auto const thrown = try_read_json(bad.text(), {.format = bad.format}).error();
        bool found = false;
        for (auto const& e : check_json(bad.text(), {.format = bad.format})) {
            found = found || std::string_view{e.what()} == thrown.what();
        }
        CHECK(found);
    }
}

TEST_CASE("append_json: a refused text leaves the ledger as it was", "[io][bad]")
{
    auto book = read_json(document("'entities': [{'id': 'x', 'name': 'X', 'kind': 'fund'}]"));
    auto const before = to_json(book, {.layout = json_layout::lines});
    auto const entities = book.num_entities();
    auto const records = book.num_records();
    for (auto const& bad : bad_documents()) {
        CAPTURE(bad.name);
        CHECK_FALSE(try_append_json(book, bad.text(), {.format = bad.format}).has_value());
        CHECK(to_json(book, {.layout = json_layout::lines}) == before);
        CHECK(book.num_entities() == entities);
        CHECK(book.num_records() == records);
    }
    CHECK(append_json(book, about("rounds", "{'id': 'q', 'company': 'x'}")).statements == 3);
    CHECK(book.num_statements() == 4);
}

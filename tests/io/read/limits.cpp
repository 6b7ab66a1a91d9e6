// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// What a text may cost.

#include "io/bad_documents.hpp"
#include "io/texts.hpp"
#include "support/catch2.hpp"

#include <capgraph/io/read/json.hpp>

#include <cstdint>
#include <string>
#include <string_view>

using namespace capgraph;
using namespace capgraph::test;

namespace {

constexpr std::string_view company = "{'id': 'a', 'name': 'A', 'kind': 'company'}";

/// The byte at which `text` is refused for what it costs, whatever the size of the pieces; -1 where
/// it is taken.
std::int64_t refused_at(std::string const& written, read_limits const& limits)
{
    auto const text = in_json(written);
    std::int64_t at = -2;
    for (std::size_t const chunk : {1U, 3U, 100U, 100000U}) {
        CAPTURE(chunk);
        auto const read = try_read_json(text, {.limits = limits, .chunk_bytes = chunk});
        auto const found = read ? -1 : static_cast<std::int64_t>(read.error().where()->byte);
        if (!read) {
            CHECK(read.error().code() == error_code::limit_exceeded);
        }
        CHECK((at == -2 || at == found));
        at = found;
    }
    return at;
}

std::int64_t place_of(std::string const& text, std::string const& part)
{
    return static_cast<std::int64_t>(in_json(text).find(in_json(part)));
}

} // namespace

TEST_CASE("read_limits: a string, a key or a number of as many bytes as allowed is taken, one more "
          "is not",
          "[io][limits]")
{
    // Twenty bytes each, from the @ on.
    for (auto const& marked :
         {about_entity("'sector': @'12345678901234567890'"),
          about_entity(R"('sector': @'\u00e9\u00e9\u00e912')"),
          about_entity("'identifiers': {@'12345678901234567890': 'x'}"),
          about_round("'amount': [{'over': @1.000000000000000000, 'currency': 'CNY'}]")}) {
        CAPTURE(marked);
        auto const at = marked.find('@');
        auto const text = marked.substr(0, at) + marked.substr(at + 1);
        read_limits limits;
        limits.string_bytes = 20;
        CHECK(refused_at(text, limits) == -1);
        limits.string_bytes = 19;
        CHECK(refused_at(text, limits) == static_cast<std::int64_t>(at));
    }
}

TEST_CASE("read_limits: what is wrong within the limit is told, what is wrong behind it is not",
          "[io][limits]")
{
    read_limits limits;
    limits.string_bytes = 30;
    for (std::size_t const chunk : {1U, 7U, 1000U}) {
        auto const code = [&](std::size_t before) {
            auto const text = about_entity("'sector': '" + std::string(before, 'x') + "\\q'");
            return try_read_json(text, {.limits = limits, .chunk_bytes = chunk}).error().code();
        };
        CHECK(code(10) == error_code::syntax);
        CHECK(code(29) == error_code::syntax);
        CHECK(code(30) == error_code::limit_exceeded);
        CHECK(code(60) == error_code::limit_exceeded);
    }
}

TEST_CASE("read_limits: brackets may be as deep as allowed and no deeper", "[io][limits]")
{
    read_limits limits;
    auto const nested = [](std::size_t depth) {
        return document("'rounds': " + std::string(depth - 1, '[') + std::string(depth - 1, ']'));
    };
    limits.depth = 32;
    CHECK(try_read_json(nested(32), {.limits = limits}).error().code() == error_code::wrong_type);
    for (std::size_t const depth : {33U, 10000U}) {
        std::vector<error> const all = check_json(nested(depth), {.limits = limits});
        CHECK(all.back().code() == error_code::limit_exceeded);
        CHECK(all.back().where()->column == 43); // the 33rd bracket: the document's is the first
    }
    limits.depth = 3;
    CHECK(refused_at(about_entity("'sector': 'x'"), limits) == -1);
    auto const deeper = about_entity("'aliases': ['x']");
    CHECK(refused_at(deeper, limits) == place_of(deeper, "['x']"));
    limits.depth = static_cast<std::size_t>(-1);
    CHECK(check_json(nested(100000), {.limits = limits}).back().code()
          == error_code::limit_exceeded);
}

TEST_CASE("read_limits: a record may have as many bytes as allowed and no more", "[io][limits]")
{
    read_limits limits;
    auto const text = document("'entities': [" + std::string{company} + "]");
    limits.record_bytes = company.size();
    CHECK(refused_at(text, limits) == -1);
    --limits.record_bytes;
    CHECK(refused_at(text, limits) == place_of(text, std::string{company}));
}

TEST_CASE("read_limits: a text may have as many bytes as allowed and no more", "[io][limits]")
{
    read_limits limits;
    for (auto const& text : {everything(), std::string{"{'type': 'entity', "}
                                               + std::string{company.substr(1)} + "\n\n"}) {
        auto const length = static_cast<std::int64_t>(text.size());
        limits.document_bytes = text.size();
        CHECK(refused_at(text, limits) == -1);
        limits.document_bytes = text.size() - 1;
        CHECK(refused_at(text, limits) == length - 1);
        limits.document_bytes = 10;
        CHECK(refused_at(text, limits) == 10);
        limits.document_bytes = 0;
        CHECK(refused_at(text, limits) == 0);
    }
}

TEST_CASE("read_limits: a text may have as many records as allowed and no more", "[io][limits]")
{
    read_limits limits;
    auto const line = "{'type': 'entity', " + std::string{company.substr(1)} + "\n";
    auto const document_text =
        document("'entities': [" + std::string{company} + ",\n" + std::string{company} + "]");
    limits.records = 2;
    CHECK(refused_at(document_text, limits) == -1);
    CHECK(refused_at("{'capgraph': 1}\n" + line + line, limits) == -1);
    limits.records = 1;
    CHECK(refused_at(document_text, limits) == place_of(document_text, "\n{'id'") + 1);
    CHECK(refused_at(line + line, limits) == static_cast<std::int64_t>(line.size()));
    limits.records = 0;
    CHECK(refused_at(line, limits) == 0);
}

TEST_CASE("read_limits: a list of errors ends where the caller wants", "[io][limits]")
{
    std::string text;
    for (int i = 0; i < 500; ++i) {
        text += "{'type': 'entty'}\n";
    }
    read_json_options options{.format = json_format::lines};
    CHECK(check_json(in_json(text), options).size() == 100);
    options.limits.errors = 7;
    CHECK(check_json(in_json(text), options).size() == 7);
    options.limits.errors = 0;
    CHECK(check_json(in_json(text), options).size() == 1);
}

TEST_CASE("read_limits: hostile texts cost no more than their size", "[io][limits]")
{
    // Each would take minutes, or gigabytes, if something grew with the square of the text.
    std::string names;
    std::string keys = "{'type': 'entity', 'id': 'a', 'name': 'A', 'kind': 'fund', "
                       "'identifiers': {";
    std::string unknown;
    for (int i = 0; i < 20000; ++i) {
        auto const n = std::to_string(i);
        names += replaced("{'type': 'unit_of', 'from': 'nobody-N', 'to': 'none-N'}\n", "N", n);
        keys += replaced("'key-N': 'x', ", "N", n);
        unknown += replaced("{'type': 'entity', 'a-key-of-some-length-N': 1}\n", "N", n);
    }
    keys += "'key-0': 'x'}}";
    CHECK(check_json(in_json(names)).size() == 100);
    CHECK(check_json(in_json(keys)).at(0).code() == error_code::duplicate_key);
    CHECK(check_json(in_json(unknown)).size() == 100);
    CHECK(try_read_json(in_json("{'capgraph': 1, '" + std::string(60000, 'x') + "': 1}"))
              .error()
              .code()
          == error_code::unknown_key);
    CHECK(try_read_json(std::string(1'000'000, '[')).error().code() == error_code::wrong_type);
    CHECK(try_read_json(std::string(1'000'000, ' ')).error().code() == error_code::syntax);
}

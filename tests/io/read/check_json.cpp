// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// All errors of a text at once.

#include "io/bad_documents.hpp"
#include "io/texts.hpp"
#include "support/catch2.hpp"

#include <capgraph/io/read/json.hpp>

#include <string>
#include <utility>
#include <vector>

using namespace capgraph;
using namespace capgraph::test;

namespace {

/// The line and the code of each error, in the order of the list.
std::vector<std::pair<int, error_code>> found_in(std::string const& text,
                                                 json_format format = json_format::detect)
{
    std::vector<std::pair<int, error_code>> found;
    for (auto const& e : check_json(in_json(text), {.format = format})) {
        found.emplace_back(static_cast<int>(e.where()->line), e.code());
    }
    return found;
}

using errors = std::vector<std::pair<int, error_code>>;
using enum error_code;

} // namespace

TEST_CASE("check_json: there is nothing in what can be read", "[io][check]")
{
    CHECK(check_json(seeds()).empty());
    CHECK(check_json(everything()).empty());
    CHECK(check_json("", {.format = json_format::lines}).empty());
}

TEST_CASE("check_json: every error of a document is listed, in the order of the text",
          "[io][check]")
{
    CHECK(found_in("{'title': 7,\n"
                   "'rounds': [\n"
                   "{'id': 'r', 'company': 'nobody'},\n"
                   "{'id': 'q', 'company': 'a', 'status': 'shut', 'closed': "
                   "'never', 'colour': 1},\n"
                   "[], 7,\n"
                   "{'company': 'a'}],\n"
                   "'prices': {'id': [1, {'id': 2}]},\n"
                   "'entities': [{'id': 'a', 'name': 'A', 'kind': 'company'},\n"
                   "{'id': 'a', 'name': 'A', 'name': 'B'}],\n"
                   "'rounds': []}")
          == errors{{1, missing_field}, // of the document: its version
                    {1, wrong_type},
                    {3, unknown_reference},
                    {4, bad_value},
                    {4, bad_value},
                    {4, unknown_key},
                    {5, wrong_type},
                    {5, wrong_type},
                    {6, missing_field},
                    {7, unknown_key},
                    {9, duplicate_key},
                    {10, duplicate_key}});
}

TEST_CASE("check_json: what refers to a broken record is not in error too", "[io][check]")
{
    CHECK(found_in("{'capgraph': 1, 'sources': [{'id': 's', 'published': 'some day'}],\n"
                   "'entities': [{'id': 'a', 'name': 'A', 'kind': 'firm', 'source': "
                   "'s'}],\n"
                   "'rounds': [{'id': 'r', 'company': 'a', 'kind': 'B', 'statement': "
                   "'st'}],\n"
                   "'participations': [{'round': 'r', 'investor': 'a'}],\n"
                   "'retractions': [{'statement': 'st'}]}")
          == errors{{1, bad_value}, {2, bad_value}, {3, bad_value}});
}

TEST_CASE("check_json: a broken record is told of once", "[io][check]")
{
    // Without its investor it cannot be added; that is no second error.
    CHECK(found_in(about("participations", "\n{'company': 'a', 'investor': 7}"))
          == errors{{3, wrong_type}});
}

TEST_CASE("check_json: a document ends where its syntax does", "[io][check]")
{
    // What the rest describes is unknown, so that nothing is said of references.
    CHECK(found_in("{'capgraph': 1, 'rounds': [{'id': 'r', 'company': 'a', 'kind': 'B'},\n"
                   "{'id': 'q', 'company': 'b'}],\n"
                   "'entities': [{'id': 'a' 'name': 'A'}, {'id': 7}]}")
          == errors{{1, bad_value}, {3, syntax}});
}

TEST_CASE("check_json: lines go on behind a line that is no JSON", "[io][check][lines]")
{
    CHECK(found_in("{'type': 'entity', 'id': 'a', 'name': 'A', 'kind': 'fund'}\n"
                   "{'type': 'entity',\n"
                   "'id': 'b'}\n"
                   "{'type': 'round', 'id': 'r', 'company': 'c'} x\n"
                   "{'type': 'round', 'id': 'q', 'company': 'a\xff'}\n"
                   "{'type': 'round', 'i\\u0064': 'q'}\n"
                   "[[[[[[]]]]]]\n"
                   "\n"
                   "tru\n"
                   "{'type': 'round', 'id': 'q', 'company': 'nobody'}")
          == errors{{2, syntax},
                    {3, wrong_type},
                    {3, syntax},
                    {4, unknown_reference},
                    {4, syntax},
                    {5, bad_encoding},
                    {6, escaped_key},
                    {7, wrong_type},
                    {9, syntax},
                    {10, unknown_reference}});
}

TEST_CASE("check_json: a line that breaks a limit costs that line", "[io][check][lines]")
{
    read_json_options options{.format = json_format::lines};
    options.limits.string_bytes = 10;
    auto const all = check_json(in_json("{'type': 'a very long word'}\n{'type': 7}"), options);
    REQUIRE(all.size() == 2);
    CHECK(all[0].code() == limit_exceeded);
    CHECK(all[1].code() == wrong_type);
    CHECK(all[1].where()->line == 2);
}

TEST_CASE("check_json: a name that only refused records use is no error without a place",
          "[io][check]")
{
    auto const* const entity = "'entities': [{'id': 'a', 'name': 'A', 'kind': 'company'}]";
    for (std::string const refused :
         {"'relations': [{'type': 'supplier_of', 'from': 'a', 'to': 'zz'}]",
          "'participations': [{'company': 'a', 'round': 'r', 'investor': 'zz'}]",
          "'participations': [{'round': 'zz'}]"}) {
        CAPTURE(refused);
        auto const found = check_json(in_json("{'capgraph': 1, " + refused + ", " + entity + "}"));
        CHECK(found.size() == 1);
        for (auto const& e : found) {
            CHECK(e.where() != nullptr);
        }
    }
}

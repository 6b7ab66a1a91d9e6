// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// However a text is cut into pieces, it says the same and gives the same errors.

#include "io/bad_documents.hpp"
#include "io/outcomes.hpp"
#include "io/same_statements.hpp"
#include "io/scratch_folder.hpp"
#include "io/texts.hpp"
#include "support/catch2.hpp"
#include "support/effort.hpp"

#include <capgraph/io/read/json.hpp>
#include <capgraph/io/write/json.hpp>
#include <capgraph/ledger/view.hpp>

#include <cstddef>
#include <cstdint>
#include <fstream>
#include <random>
#include <string>
#include <vector>

using namespace capgraph;
using namespace capgraph::test;

namespace {

constexpr std::size_t whole = 1U << 20U;

/// Texts whose numbers, literals, strings, keys and escapes all get cut somewhere.
std::vector<std::string> good_texts()
{
    return {
        everything(),
        to_json(read_json(everything()), {.layout = json_layout::lines}),
        replaced(everything(), "\n", "\r\n"),
        replaced(to_json(read_json(everything()), {.layout = json_layout::lines}), "\n", "\n\n \n"),
        replaced(to_json(read_json(everything()), {.layout = json_layout::lines}), "\n{", "\n   {"),
        // What is named in lists, and before it is described.
        "{\"type\":\"entity\",\"id\":\"a\",\"name\":\"A\",\"kind\":\"company\"}\n"
        "{\"type\":\"round\",\"id\":\"r\",\"company\":\"a\",\"aggregate_of\":[\"q\"],\"source\":"
        "\"s\"}\n"
        "{\"type\":\"round\",\"id\":\"q\",\"company\":\"a\"}\n"
        "{\"type\":\"source\",\"id\":\"s\"}\n",
        document("'title': '\\ud83d\\ude00 \\u00e9 \\\\ \\/ \\' \\b\\f\\n\\r\\t "
                 "\xf0\x9f\x98\x80', 'rounds' : [ ] , 'rates':[]"),
        about_holding("'share': {'between': [0.12500e-0, 2.5E-1]}, 'control': false, "
                      "'indirect': true"),
    };
}

/// `text` with one small thing wrong, or a few.
std::string spoilt(std::string text, std::mt19937_64& random)
{
    constexpr std::string_view bytes = "\"\\{}[],:01-.eEtfnu \n\r\t/x\xc3\xa9\xe6\xff\x01";
    auto const below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
    auto const times = 1 + below(3);
    for (std::size_t i = 0; i < times && !text.empty(); ++i) {
        auto const at = below(text.size());
        switch (below(5)) {
        case 0:
            text.erase(at, 1 + below(4));
            break;
        case 1:
            text.insert(at, 1, bytes[below(bytes.size())]);
            break;
        case 2:
            text[at] = bytes[below(bytes.size())];
            break;
        case 3:
            text.insert(at, text.substr(below(text.size()), below(12)));
            break;
        default:
            text.resize(at);
        }
    }
    return text;
}

} // namespace

TEST_CASE("read_json: pieces of any size say the same, at the same places", "[io][chunks]")
{
    for (auto const& text : good_texts()) {
        CAPTURE(text);
        auto const expected = contents_of(text, whole);
        for (std::size_t chunk = 1; chunk < 80; ++chunk) {
            CAPTURE(chunk);
            CHECK(contents_of(text, chunk) == expected);
        }
    }
}

TEST_CASE("read_json: pieces of any size give the same errors", "[io][chunks]")
{
    for (auto const& bad : bad_documents()) {
        CAPTURE(bad.name, bad.text());
        auto const expected = errors_of(bad.text(), whole, bad.format);
        for (std::size_t chunk = 1; chunk < 20; ++chunk) {
            CAPTURE(chunk);
            CHECK(errors_of(bad.text(), chunk, bad.format) == expected);
        }
    }
}

TEST_CASE("read_json: pieces of any size give the same errors of spoilt texts",
          "[io][chunks][property]")
{
    auto const texts = good_texts();
    for (int round = 0; round < 300 * effort(); ++round) {
        auto const seed = static_cast<std::uint64_t>(round);
        std::mt19937_64 random{seed};
        auto const text = spoilt(texts[seed % texts.size()], random);
        CAPTURE(seed, text);
        auto const expected = errors_of(text, whole);
        for (std::size_t const chunk : {1U, 2U, 3U, 5U, 17U, 64U}) {
            CAPTURE(chunk);
            CHECK(errors_of(text, chunk) == expected);
        }
    }
}

// A line in one piece is read the quick way, one that comes byte by byte the long one.
TEST_CASE("read_json: spoilt lines say the same by the quick way and by the long one",
          "[io][chunks][property]")
{
    auto const text = to_json(read_json(everything()), {.layout = json_layout::lines});
    for (int round = 0; round < 300 * effort(); ++round) {
        auto const seed = static_cast<std::uint64_t>(round);
        std::mt19937_64 random{seed};
        auto const bad = spoilt(text, random);
        CAPTURE(seed, bad);
        auto const expected = errors_of(bad, 1, json_format::lines);
        CHECK(errors_of(bad, whole, json_format::lines) == expected);
        if (expected == "read") {
            CHECK(contents_of(bad, whole, json_format::lines)
                  == contents_of(bad, 1, json_format::lines));
        }
    }
}

TEST_CASE("read_json: a text cut anywhere is refused with the place of its end, or before",
          "[io][chunks]")
{
    auto const text = everything();
    for (std::size_t length = 0; length + 2 < text.size(); length += 1 + length % 7) {
        CAPTURE(length);
        auto const read = try_read_json(text.substr(0, length));
        REQUIRE_FALSE(read.has_value());
        CHECK(read.error().code() == error_code::syntax);
        CHECK(read.error().where()->byte == length);
    }
}

TEST_CASE("read_json_file: pieces of a file are those of its text", "[io][chunks]")
{
    scratch_folder const folder;
    auto const path = folder / "a.json";
    std::ofstream{path, std::ios::binary} << everything();
    for (std::size_t const chunk : {1U, 7U, 100000U}) {
        CHECK(
            same_statements(read_json_file(path, {.chunk_bytes = chunk}), read_json(everything())));
    }
}

// Boost.JSON 1.81 writes beyond its buffer when a piece ends within a character of three bytes and
// more than 4 KiB of the string follow.
TEST_CASE("read_json: a long Chinese text may be cut within any of its characters", "[io][chunks]")
{
    std::string name;
    for (int i = 0; i < 2500; ++i) {
        name += "\u667a";
    }
    auto const document = R"({"capgraph": 1, "title": ")" + name
                          + R"(", "entities": [{"id": "a", "name": ")" + name
                          + R"(", "kind": "company"}]})";
    auto const line =
        R"({"type": "entity", "id": "a", "name": ")" + name + R"(", "kind": "company"})";
    scratch_folder const folder;
    auto const path = folder / "a.json";
    std::ofstream{path, std::ios::binary} << document;
    for (std::size_t chunk = 4000; chunk < 4012; ++chunk) {
        CAPTURE(chunk);
        for (auto const& text : {document, line}) {
            auto const book = read_json(text, {.chunk_bytes = chunk});
            CHECK(view{book}.name_of(book.entity_at("a")) == name);
        }
        auto const book = read_json_file(path, {.chunk_bytes = chunk});
        CHECK(view{book}.name_of(book.entity_at("a")) == name);
    }
}

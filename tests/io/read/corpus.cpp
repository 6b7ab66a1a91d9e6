// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// Texts that others collected to break parsers: JSONTestSuite (Nicolas Seriot) and the Big List of
// Naughty Strings (Max Woolf), where the optional shared folder has them.

#include "io/read/json_parser.hpp"

#include "io/texts.hpp"
#include "support/catch2.hpp"
#include "support/shared_data.hpp"

#include <capgraph/io/read/json.hpp>
#include <capgraph/io/write/json.hpp>
#include <capgraph/ledger/ledger_builder.hpp>
#include <capgraph/ledger/view.hpp>

#include <boost/json.hpp>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

using namespace capgraph;
using namespace capgraph::test;

namespace {

/// Takes whatever is JSON.
class any_json final : public detail::json_listener {
public:
    void on_open(detail::json_type, detail::place) override {}
    void on_close(detail::place) override {}
    void on_key(std::string_view, detail::place) override {}
    void on_scalar(detail::json_type, std::string_view, detail::place) override {}
};

enum class verdict { accepted, refused };

/// What our parser says of `text` when it is told nothing of our format: any value may stand there,
/// keys may be written with escapes, brackets may be as deep as they ever may.
verdict verdict_of(std::string_view text, std::size_t piece_bytes)
{
    any_json listener;
    detail::json_parser parser{
        listener, {}, {.depth = 1000, .string_bytes = 1000000, .escaped_keys = true}};
    try {
        for (; !text.empty(); text.remove_prefix(std::min(piece_bytes, text.size()))) {
            auto piece = text.substr(0, piece_bytes);
            if (!parser.is_done()) {
                piece.remove_prefix(parser.write(piece));
            }
            if (parser.is_done()) {
                parser.refuse_more(piece, "the end of the text");
            }
        }
        parser.finish("the text");
    } catch (error const&) {
        return verdict::refused;
    }
    return verdict::accepted;
}

/// The texts of JSONTestSuite by name; none where it is not there.
std::map<std::string, std::string> json_test_suite()
{
    std::map<std::string, std::string> texts;
    if (auto const folder = shared_data("corpora/JSONTestSuite/test_parsing")) {
        for (auto const& entry : std::filesystem::directory_iterator{*folder}) {
            texts.emplace(entry.path().stem().string(), text_of(entry.path().string()));
        }
    }
    return texts;
}

std::map<std::string, std::string> beginning_with(char letter,
                                                  std::map<std::string, std::string> texts)
{
    std::erase_if(texts, [=](auto const& text) { return text.first[0] != letter; });
    return texts;
}

/// What JSON leaves open, as we decided it. Numbers are text until a field says what it takes, and
/// then exact: none is too large for JSON but one whose exponent Boost's parser cannot count. Text
/// is UTF-8 without a byte order mark and without halves of surrogate pairs, escaped or not.
std::map<std::string, verdict> const open_questions{
    {"i_number_double_huge_neg_exp", verdict::accepted},
    {"i_number_huge_exp", verdict::refused},
    {"i_number_neg_int_huge_exp", verdict::accepted},
    {"i_number_pos_double_huge_exp", verdict::accepted},
    {"i_number_real_neg_overflow", verdict::accepted},
    {"i_number_real_pos_overflow", verdict::accepted},
    {"i_number_real_underflow", verdict::accepted},
    {"i_number_too_big_neg_int", verdict::accepted},
    {"i_number_too_big_pos_int", verdict::accepted},
    {"i_number_very_big_negative_int", verdict::accepted},
    {"i_object_key_lone_2nd_surrogate", verdict::refused},
    {"i_string_1st_surrogate_but_2nd_missing", verdict::refused},
    {"i_string_1st_valid_surrogate_2nd_invalid", verdict::refused},
    {"i_string_UTF-16LE_with_BOM", verdict::refused},
    {"i_string_UTF-8_invalid_sequence", verdict::refused},
    {"i_string_UTF8_surrogate_U+D800", verdict::refused},
    {"i_string_incomplete_surrogate_and_escape_valid", verdict::refused},
    {"i_string_incomplete_surrogate_pair", verdict::refused},
    {"i_string_incomplete_surrogates_escape_valid", verdict::refused},
    {"i_string_invalid_lonely_surrogate", verdict::refused},
    {"i_string_invalid_surrogate", verdict::refused},
    {"i_string_invalid_utf-8", verdict::refused},
    {"i_string_inverted_surrogates_U+1D11E", verdict::refused},
    {"i_string_iso_latin_1", verdict::refused},
    {"i_string_lone_second_surrogate", verdict::refused},
    {"i_string_lone_utf8_continuation_byte", verdict::refused},
    {"i_string_not_in_unicode_range", verdict::refused},
    {"i_string_overlong_sequence_2_bytes", verdict::refused},
    {"i_string_overlong_sequence_6_bytes", verdict::refused},
    {"i_string_overlong_sequence_6_bytes_null", verdict::refused},
    {"i_string_truncated-utf-8", verdict::refused},
    {"i_string_utf16BE_no_BOM", verdict::refused},
    {"i_string_utf16LE_no_BOM", verdict::refused},
    {"i_structure_500_nested_arrays", verdict::accepted},
    {"i_structure_UTF-8_BOM_empty_object", verdict::refused},
};

/// The Big List of Naughty Strings, read by Boost.JSON alone; empty where it is not there.
std::vector<std::string> naughty_strings()
{
    std::vector<std::string> all;
    if (auto const file = shared_data("corpora/blns.json")) {
        auto const list = boost::json::parse(text_of(file->string()));
        for (auto const& text : list.as_array()) {
            all.emplace_back(std::string_view{text.as_string()});
        }
    }
    return all;
}

} // namespace

TEST_CASE(
    "json_parser: all that JSONTestSuite says is JSON is accepted, all that is not is refused",
    "[io][corpus]")
{
    auto const texts = json_test_suite();
    if (texts.empty()) {
        WARN("skipped: no shared data");
        return;
    }
    auto const good = beginning_with('y', texts);
    auto const bad = beginning_with('n', texts);
    CHECK(good.size() == 95);
    CHECK(bad.size() == 188);
    for (auto const& [name, text] : good) {
        CAPTURE(name);
        CHECK(verdict_of(text, text.size()) == verdict::accepted);
    }
    for (auto const& [name, text] : bad) {
        CAPTURE(name);
        CHECK(verdict_of(text, std::max<std::size_t>(text.size(), 1)) == verdict::refused);
    }
}

TEST_CASE("json_parser: what JSONTestSuite leaves open is as we decided", "[io][corpus]")
{
    auto const texts = beginning_with('i', json_test_suite());
    if (texts.empty()) {
        WARN("skipped: no shared data");
        return;
    }
    CHECK(texts.size() == 35);
    REQUIRE(open_questions.size() == 35);
    for (auto const& [name, text] : texts) {
        CAPTURE(name);
        REQUIRE(open_questions.contains(name));
        CHECK(verdict_of(text, text.size()) == open_questions.at(name));
    }
}

TEST_CASE("json_parser: pieces of any size change no verdict on JSONTestSuite", "[io][corpus]")
{
    auto const texts = json_test_suite();
    if (texts.empty()) {
        WARN("skipped: no shared data");
        return;
    }
    for (auto const& [name, text] : texts) {
        for (std::size_t const piece : {1U, 2U, 5U}) {
            CAPTURE(name, piece);
            CHECK(verdict_of(text, piece) == verdict_of(text, text.size() + 1));
        }
    }
}

TEST_CASE("read_json: no text of JSONTestSuite is a document of ours, and each is refused at a "
          "place within it",
          "[io][corpus]")
{
    auto const texts = json_test_suite();
    if (texts.empty()) {
        WARN("skipped: no shared data");
        return;
    }
    for (auto const& [name, text] : texts) {
        for (auto const format : {json_format::document, json_format::lines}) {
            CAPTURE(name);
            auto const read = try_read_json(text, {.format = format});
            auto const is_blank = text.find_first_not_of(" \n") == std::string::npos;
            REQUIRE(read.has_value() == (is_blank && format == json_format::lines));
            if (!read) {
                REQUIRE(read.error().where() != nullptr);
                CHECK(read.error().where()->byte <= text.size());
            }
        }
    }
}

TEST_CASE("write_json: naughty strings are written as names and read back byte for byte",
          "[io][corpus]")
{
    auto const names = naughty_strings();
    if (names.empty()) {
        WARN("skipped: no shared data");
        return;
    }
    CHECK(names.size() == 515);
    ledger book;
    ledger_builder to{book};
    for (std::size_t i = 0; i < names.size(); ++i) {
        auto const slug = std::to_string(i);
        entity const record{.slug = slug, .name = names[i], .kind = entity_kind::other};
        if (names[i].empty()) {
            CHECK_THROWS_AS(to.add(record), error);
        } else {
            to.add(record);
        }
    }
    to.commit();
    REQUIRE(book.num_statements() == 514);
    for (auto const layout : {json_layout::document, json_layout::lines}) {
        auto const text = to_json(book, {.layout = layout});
        auto const again = read_json(text);
        for (std::size_t i = 0; i < names.size(); ++i) {
            CAPTURE(i, names[i]);
            auto const id = again.find_entity(std::to_string(i));
            REQUIRE(id.has_value() == !names[i].empty());
            if (id) {
                CHECK(view{again}.name_of(*id) == names[i]);
            }
        }
        CHECK(to_json(again, {.layout = layout}) == text);
    }
}

TEST_CASE("write_json: naughty strings are slugs, aliases and titles as well", "[io][corpus]")
{
    auto const names = naughty_strings();
    if (names.empty()) {
        WARN("skipped: no shared data");
        return;
    }
    ledger book;
    ledger_builder to{book};
    for (auto const& name : names) {
        if (!name.empty()) {
            to.add(
                entity{.slug = name, .name = "N", .aliases = {{name}}, .kind = entity_kind::other},
                {.attributed_to = name});
        }
    }
    to.commit();
    auto const text = to_json(book, {.title = names.back()});
    auto const again = read_json(text);
    CHECK(to_json(again, {.title = names.back()}) == text);
    for (auto const& name : names) {
        CAPTURE(name);
        CHECK(again.find_entity(name).has_value() == !name.empty());
    }
}

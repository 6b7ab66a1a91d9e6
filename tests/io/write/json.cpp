// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/io/write/json.hpp>

#include "io/same_statements.hpp"
#include "io/texts.hpp"
#include "support/catch2.hpp"
#include "support/effort.hpp"
#include "support/random_ledgers.hpp"

#include <capgraph/io/read/json.hpp>
#include <capgraph/ledger/ledger_builder.hpp>

#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <locale>
#include <random>
#include <sstream>
#include <string>

using namespace capgraph;
using namespace capgraph::test;

namespace {

constexpr auto lines = json_layout::lines;

/// Numbers as some countries write them: nothing that is written may follow it.
struct odd_numbers : std::numpunct<char> {
    char do_decimal_point() const override { return ','; }
    char do_thousands_sep() const override { return '.'; }
    std::string do_grouping() const override { return "\3"; }
};

/// One statement about one entity, x.
ledger about_x(entity said)
{
    ledger book;
    ledger_builder to{book};
    said.slug = "x";
    said.name = "X";
    said.kind = entity_kind::other;
    to.add(said);
    to.commit();
    return book;
}

/// A holding with that share.
ledger with_share(stated<share> part)
{
    ledger book;
    ledger_builder to{book};
    add_entities(to, {"a", "b"});
    add_stake(to, "a", "b", part);
    to.commit();
    return book;
}

stated<share> share_of(ledger const& book)
{
    return *book.said_by<holding>(statements_of(book, record_kind::holding).at(0)).share;
}

ledger with_cheque(amount const& cheque)
{
    ledger book;
    ledger_builder to{book};
    add_entities(to, {"a", "b"});
    to.add(participation{.company = to.entity("a"), .investor = to.entity("b"), .cheque = cheque});
    to.commit();
    return book;
}

} // namespace

TEST_CASE("to_json: an empty ledger is an empty document, or a line without records", "[io][write]")
{
    CHECK(to_json(ledger{}) == in_json("{\n  'capgraph': 1\n}\n"));
    CHECK(to_json(ledger{}, {.title = "T"}) == in_json("{\n  'capgraph': 1,\n  'title': 'T'\n}\n"));
    CHECK(to_json(ledger{}, {.layout = lines}) == in_json("{'capgraph': 1}\n"));
    CHECK(read_json(to_json(ledger{}, {.layout = lines})).num_statements() == 0);
    CHECK(to_json(ledger{}, {.layout = lines, .title = "T"})
          == in_json("{'capgraph': 1, 'title': 'T'}\n"));
}

TEST_CASE("to_json: a document that says everything is written as it was", "[io][write]")
{
    ledger book;
    auto const held = append_json(book, everything());
    CHECK(to_json(book, {.title = held.title}) == everything());
}

TEST_CASE("to_json: a line is a record with its type first", "[io][write]")
{
    ledger book;
    append_json(book, everything());
    auto const text = to_json(book, {.layout = lines});
    auto const has = [&](std::string const& part) {
        return text.find(in_json(part)) != std::string::npos;
    };
    CHECK(text.starts_with(in_json("{'capgraph': 1}\n{'type': 'source', 'id': 's', ")));
    CHECK(has("\n{'type': 'officer_of', 'from': 'a', 'to': 'b', 'title': 'chief'"));
    CHECK(has("\n{'type': 'retraction', 'statement': 'join', 'source': 's', 'id': 'un-join'}\n"));
    CHECK_FALSE(has("relation'"));
}

TEST_CASE("to_json: the seeds read back equal and are written again to the same bytes",
          "[io][write]")
{
    ledger book;
    auto const held = append_json(book, seeds());
    auto const layout = GENERATE(json_layout::document, json_layout::lines);
    auto const text = to_json(book, {.layout = layout, .title = held.title});

    ledger again;
    CHECK(append_json(again, text) == held);
    CHECK(same_statements(book, again));
    CHECK(to_json(again, {.layout = layout, .title = held.title}) == text);
}

TEST_CASE("to_json: random ledgers read back equal and are written again to the same bytes",
          "[io][write][property]")
{
    for (int round = 0; round < 40 * effort(); ++round) {
        auto const seed = static_cast<std::uint64_t>(round);
        CAPTURE(seed);
        auto const book = random_ledger(seed);
        auto const text = to_json(book);
        auto const again = read_json(text);
        CHECK(same_statements_by_kind(book, again));
        CHECK(to_json(again) == text);

        auto const line_text = to_json(book, {.layout = lines});
        auto const from_lines = read_json(line_text);
        CHECK(same_statements(book, from_lines));
        CHECK(to_json(from_lines, {.layout = lines}) == line_text);
        CHECK(to_json(from_lines) == text);
    }
}

TEST_CASE("to_json: text is escaped no more than RFC 8259 asks for", "[io][write]")
{
    std::string all;
    for (char c = 0; c < 0x20; ++c) {
        all += c;
    }
    all += "\"\\/\x7f\u00e9\u4e2d\U0001f600";
    auto const text = to_json(about_x({.sector = std::string_view{all}}), {.layout = lines});
    CHECK(
        text
        == in_json(
            "{'capgraph': 1}\n"
            "{'type': 'entity', 'id': 'x', 'name': 'X', 'kind': 'other', "
            "'sector': '"
            "\\u0000\\u0001\\u0002\\u0003\\u0004\\u0005\\u0006\\u0007\\b\\t\\n\\u000b\\f\\r\\u000e"
            "\\u000f"
            "\\u0010\\u0011\\u0012\\u0013\\u0014\\u0015\\u0016\\u0017\\u0018\\u0019\\u001a\\u001b"
            "\\u001c\\u001d"
            "\\u001e\\u001f\\'\\\\/\x7f\u00e9\u4e2d\U0001f600'}\n"));
    auto const again = read_json(text);
    CHECK(*again.said_by<entity>(statement_id{0}).sector == all);
}

TEST_CASE("to_json: an empty text that was said is not lost", "[io][write]")
{
    auto const book = about_x({.sector = std::string_view{""}});
    auto const again = read_json(to_json(book));
    CHECK(same_statements(book, again));
}

TEST_CASE("to_json: text that is not UTF-8 is refused", "[io][write]")
{
    auto const bad =
        GENERATE("\xff", "a\xe6\x99", "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\x80");
    CHECK_THROWS_AS(to_json(ledger{}, {.title = bad}), error);
}

TEST_CASE("to_json: a rate beyond what can be read is refused", "[io][write]")
{
    ledger book;
    ledger_builder to{book};
    to.add(rate{.base = currency{"CNY"},
                .quote = currency{"USD"},
                .date = date{2026},
                .value = decimal{1, 900}});
    to.commit();
    CHECK_THROWS_AS(to_json(book), error);
}

TEST_CASE("to_json: shares read back to the last bit", "[io][write][property]")
{
    auto const survives = [](double part) {
        auto const said = exactly(share{part});
        return share_of(read_json(to_json(with_share(said)))) == said;
    };
    for (auto const part :
         {0.0, 1.0, 0.1744, 1.0 / 3.0, 0.1, std::nextafter(1.0, 0.0),
          std::numeric_limits<double>::min(), std::numeric_limits<double>::denorm_min(), 1e-300}) {
        CAPTURE(part);
        CHECK(survives(part));
    }
    std::mt19937_64 random{7};
    for (int i = 0; i < 200 * effort(); ++i) {
        auto const part = std::ldexp(static_cast<double>(random() >> 11U), -53);
        CAPTURE(part);
        CHECK(survives(part));
    }
}

TEST_CASE("to_json: sums read back exactly in currencies of any exponent", "[io][write][property]")
{
    std::mt19937_64 random{11};
    for (int i = 0; i < 200 * effort(); ++i) {
        auto const unit = currency{std::array{"JPY", "CNY", "KWD", "CLF", "XXX"}[random() % 5]};
        auto const units = static_cast<std::int64_t>(random() >> (1 + random() % 63));
        CAPTURE(units, unit.code());
        auto const book = with_cheque(amount{over(money{units, unit})});
        CHECK(same_statements(book, read_json(to_json(book))));
    }
    auto const largest =
        with_cheque(amount{over(money{std::numeric_limits<std::int64_t>::max(), currency{"CLF"}})});
    CHECK(same_statements(largest, read_json(to_json(largest))));
}

TEST_CASE("to_json: a document of all kinds is the same whatever the locale", "[io][write]")
{
    auto const book = read_json(everything());
    auto const text = to_json(book);
    auto const before = std::locale::global(std::locale{std::locale::classic(), new odd_numbers});
    auto const elsewhere = to_json(book);
    auto const again = try_read_json(text);
    std::locale::global(before);
    CHECK(elsewhere == text);
    REQUIRE(again.has_value());
    CHECK(to_json(*again) == text);
}

TEST_CASE("write_json: a stream takes what to_json gives", "[io][write]")
{
    auto const book =
        random_ledger(3, {.news = 2000}); // more than is kept back before it is written
    auto const layout = GENERATE(json_layout::document, json_layout::lines);
    std::ostringstream out;
    write_json(out, book, {.layout = layout, .title = "T"});
    CHECK(out.str() == to_json(book, {.layout = layout, .title = "T"}));
}

TEST_CASE("write_json: a stream that fails is an error", "[io][write]")
{
    std::ostringstream out;
    out.setstate(std::ios::badbit);
    try {
        write_json(out, ledger{});
        FAIL("nothing was thrown");
    } catch (error const& e) {
        CHECK(e.code() == error_code::unwritable_file);
    }
}

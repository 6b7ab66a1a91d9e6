// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/io/read/json.hpp>

#include "io/bad_documents.hpp"
#include "io/same_statements.hpp"
#include "io/scratch_folder.hpp"
#include "io/texts.hpp"
#include "support/catch2.hpp"

#include <capgraph/io/write/json.hpp>
#include <capgraph/ledger/view.hpp>

#include <algorithm>
#include <fstream>
#include <stop_token>
#include <string>
#include <vector>

using namespace capgraph;
using namespace capgraph::test;

namespace {

/// What the one holding of `book` says of its share.
stated<share> share_of(ledger const& book)
{
    return *book.said_by<holding>(statements_of(book, record_kind::holding).at(0)).share;
}

funding_round round_of(ledger const& book)
{
    return book.said_by<funding_round>(statements_of(book, record_kind::round).at(0));
}

entity entity_of(ledger const& book)
{
    return book.said_by<entity>(statements_of(book, record_kind::entity).at(0));
}

amount amount_of(std::string const& text)
{
    return *round_of(read_json(about_round("'amount': " + text))).amount;
}

money cny(std::string_view sum)
{
    return make_money(sum, "CNY");
}

/// The text as it is written here, with ' for ".
ledger read(std::string const& written, read_json_options const& options = {})
{
    return read_json(in_json(written), options);
}

json_contents append(ledger& book, std::string const& written)
{
    return append_json(book, in_json(written));
}

std::string const fund_line = in_json("{'type': 'entity', 'id': 'f', 'name': 'F', 'kind': 'fund'}");

} // namespace

TEST_CASE("read_json: a document needs its version and nothing else", "[io][read]")
{
    CHECK(read("{'capgraph':1}").num_statements() == 0);
    ledger book;
    CHECK(append(book, " {'title' : '\\u4e2d' , 'capgraph' : 1 } \n")
          == json_contents{"\u4e2d", 0});
    CHECK(append(book, "{'capgraph': 1, 'rounds': [], 'rates': []}") == json_contents{"", 0});
}

TEST_CASE("read_json: the seeds are read", "[io][read]")
{
    ledger book;
    auto const held = append_json(book, seeds());
    CHECK(held.title == "Chinese AI labs");
    CHECK(held.statements == book.num_statements());
    view const all{book};
    auto const zhipu = all.at<funding_round>(book.round_at("zhipu-2025"));
    REQUIRE(zhipu.amount);
    CHECK(*zhipu.amount == amount{over(cny("1000000000")), plain(make_money("140000000", "USD"))});
    CHECK(zhipu.lead_group == lead_group{state_tie::backed, at_least(std::uint32_t{2})});
}

TEST_CASE("read_json: a sum is said by every verb", "[io][read]")
{
    auto const one = [](std::string const& verb) {
        return amount_of("[{'" + verb + "': '12.5', 'currency': 'CNY'}]");
    };
    CHECK(one("plain") == amount{plain(cny("12.5"))});
    CHECK(one("exactly") == amount{exactly(cny("12.5"))});
    CHECK(one("about") == amount{about(cny("12.5"))});
    CHECK(one("over") == amount{over(cny("12.5"))});
    CHECK(one("at_least") == amount{at_least(cny("12.5"))});
    CHECK(one("up_to") == amount{up_to(cny("12.5"))});
    CHECK(amount_of("[{'currency': 'CNY', 'between': ['1', 2]}]")
          == amount{between(cny("1"), cny("2"))});
    CHECK(amount_of("'undisclosed'") == amount{});
}

TEST_CASE("read_json: a number is the same as such and as a string", "[io][read]")
{
    for (std::string const number :
         {"0", "1000000000", "12.50", "1e9", "92233720368547758.07", "-0", "0.10"}) {
        CAPTURE(number);
        auto const as_number = amount_of("[{'over': " + number + ", 'currency': 'CNY'}]");
        CHECK(as_number == amount_of("[{'over': '" + number + "', 'currency': 'CNY'}]"));
        CHECK(as_number == amount{over(cny(number))});
    }
}

TEST_CASE("read_json: no figure passes through a double", "[io][read]")
{
    // 2^53 + 1 and a cent more than a double holds at 1e14.
    CHECK(amount_of("[{'over': 90071992547409.93, 'currency': 'CNY'}]")
          == amount{over(money{9007199254740993, currency{"CNY"}})});
    CHECK(amount_of("[{'over': 92233720368547758.07, 'currency': 'CNY'}]")
          == amount{over(money{9223372036854775807, currency{"CNY"}})});
}

TEST_CASE("read_json: a share is a percentage or a fraction", "[io][read]")
{
    auto const said = [](std::string const& text) {
        return share_of(read_json(about_holding("'share': " + text)));
    };
    CHECK(said("{'exactly': '17.44%'}") == exactly(share{0.1744}));
    CHECK(said("{'exactly': '0.1744'}") == exactly(share{0.1744}));
    CHECK(said("{'exactly': 0.1744}") == exactly(share{0.1744}));
    CHECK(said("{'over': '0%'}") == over(share{0.0}));
    CHECK(said("{'up_to': 1.000}") == up_to(share{1.0}));
    CHECK(said("{'about': '100%'}") == about(share{1.0}));
    CHECK(said("{'between': ['5%', 0.1]}") == between(share{0.05}, share{0.1}));
    CHECK(said("'undisclosed'") == stated<share>{});
}

TEST_CASE("read_json: counts, ties and identifiers are read", "[io][read]")
{
    auto const said =
        round_of(read_json(about_round("'investor_count': {'between': ['2', 4]}, "
                                       "'lead_group': {'count': {'over': 2}, 'link': 'organ'}")));
    CHECK(said.investor_count == between(std::uint32_t{2}, std::uint32_t{4}));
    CHECK(said.lead_group == lead_group{state_tie::organ, over(std::uint32_t{2})});

    auto const book =
        read_json(about_entity("'state_link': {'level': 'district', 'link': 'controlled'}, "
                               "'identifiers': [{'lei': '1'}, {'lei': '2', 'x': ''}]"));
    auto const about = entity_of(book);
    CHECK(about.state_link == state_link{state_tie::controlled, state_level::district, ""});
    CHECK(about.identifiers == std::vector<identifier>{{"lei", "1"}, {"lei", "2"}, {"x", ""}});
}

TEST_CASE("read_json: null takes back what may be taken back", "[io][read]")
{
    auto const said =
        round_of(read_json(about_round("'amount': null, 'status': null, 'aggregate_of': null")));
    CHECK(said.amount.is_withdrawn());
    CHECK(said.status.is_withdrawn());
    CHECK(said.aggregate_of.is_withdrawn());
    CHECK_FALSE(said.external.is_said());
}

TEST_CASE("read_json: who said it is read, and where it stood", "[io][read]")
{
    auto const text =
        in_json("{'capgraph': 1, 'sources': [{'id': 's'}],\n"
                "  'entities': [\n\n    {'id': 'a', 'name': 'A', 'kind': 'fund', 'source': "
                "'s',\n"
                "     'reported_on': '2026-05', 'as_of': '../2026', 'attributed_to': 'B',\n"
                "     'statement': 'st', 'denial': true}]}");
    auto const book = read_json(text, {.name = "a.json"});
    auto const said = book.at(statement_id{1}).said;
    REQUIRE(said.source.has_value());
    CHECK(book.slug_of(*said.source) == "s");
    CHECK(said.reported_on == parse_date("2026-05"));
    CHECK(said.as_of == parse_date("../2026"));
    CHECK(said.attributed_to == "B");
    CHECK(said.statement == "st");
    CHECK(said.denial);
    CHECK(said.where
          == text_position{"a.json", text.find(in_json("{'id': 'a'")), 4, 5, "/entities/0"});
}

TEST_CASE("read_json: a retraction has an id of its own", "[io][read]")
{
    auto const book =
        read_json(document("'entities': [{'id': 'a', 'name': 'A', 'kind': 'fund', 'statement': "
                           "'x'}],"
                           "'retractions': [{'id': 'y', 'statement': 'x'}, {'statement': 'y'}]"));
    CHECK(book.at(statement_id{1}).said.statement == "y");
    CHECK(*book.said_by<retraction>(statement_id{1}).retracted == "x");
    CHECK(*book.said_by<retraction>(statement_id{2}).retracted == "y");
}

TEST_CASE("read_json: neither the order of keys nor that of arrays matters", "[io][read]")
{
    auto const forward =
        read("{'capgraph': 1, 'entities': [{'id': 'a', 'name': 'A', 'kind': 'fund'}],"
             "'rounds': [{'id': 'r', 'company': 'a', 'status': 'closed'}]}");
    auto const backward =
        read("{'rounds': [{'status': 'closed', 'company': 'a', 'id': 'r'}],"
             "'entities': [{'kind': 'fund', 'name': 'A', 'id': 'a'}], 'capgraph': 1}");
    CHECK(to_json(forward) == to_json(backward));
}

TEST_CASE("read_json: JSON Lines say the same as a document", "[io][read][lines]")
{
    auto const document = read_json(everything());
    auto const text = to_json(document, {.layout = json_layout::lines, .title = "T"});
    auto const feed = GENERATE(as<std::string>{}, "\n", "\r\n", "\n\n \t\n", " \n");
    for (auto const format : {json_format::detect, json_format::lines}) {
        ledger book;
        CHECK(append_json(book, replaced(text, "\n", feed), {.format = format}).title == "T");
        CHECK(same_statements(document, book));
    }
}

TEST_CASE("read_json: a line need not begin with its type, nor the text with a header",
          "[io][read][lines]")
{
    std::string const text = "{'id': 'f', 'name': 'F', 'kind': 'fund', 'type': 'entity'}\n"
                             "{'to': 'f', 'from': 'f', 'type': 'manager_of'}";
    auto const book = read(text);
    CHECK(book.num_statements() == 2);
    CHECK(book.said_by<relation>(statement_id{1}).type == relation_type::manager_of);
    CHECK(read_json(fund_line).num_statements() == 1);
    CHECK(read_json("", {.format = json_format::lines}).num_statements() == 0);
    CHECK(read_json(" \n\n", {.format = json_format::lines}).num_statements() == 0);
}

TEST_CASE("read_json: the position of a line is that of its object, with an empty pointer",
          "[io][read][lines]")
{
    auto const book = read("{'capgraph': 1}\n\n  " + fund_line + "\n");
    CHECK(book.at(statement_id{0}).said.where == text_position{"", 19, 3, 3, ""});
}

TEST_CASE("read_json: lines and documents are told apart", "[io][read][lines]")
{
    auto const& line = fund_line;
    auto const is_read_as = [](std::string const& written) {
        auto const text = in_json(written);
        // As the other format the text is refused, so that what detection chose shows.
        auto const read = try_read_json(text).has_value();
        auto const as_document = try_read_json(text, {.format = json_format::document}).has_value();
        auto const as_lines = try_read_json(text, {.format = json_format::lines}).has_value();
        CAPTURE(text);
        CHECK(read == (as_document || as_lines));
        return as_document ? json_format::document : json_format::lines;
    };
    CHECK(is_read_as("{'capgraph': 1, 'title': '{}\\'\\n{'}\n" + line) == json_format::lines);
    CHECK(is_read_as("\n \n{'title': '}', 'capgraph': 1}\r\n\r\n" + line) == json_format::lines);
    CHECK(is_read_as("{ 'type' : 'entity', 'id': 'f', 'name': 'F', 'kind': 'fund'}")
          == json_format::lines);
    CHECK(is_read_as(line + "\n" + line) == json_format::lines);
    // An object over several lines is no line.
    CHECK(try_read_json(in_json("{\n\n'type': 'entity'}")).error().code()
          == error_code::unknown_key);
    CHECK(is_read_as("{'capgraph': 1}\n\n") == json_format::document);
    CHECK(is_read_as("{'capgraph': 1, 'entities': []}\n") == json_format::document);
    CHECK(is_read_as("{\n'capgraph': 1}") == json_format::document);
    CHECK(is_read_as("\n{'capgraph'\n: 1, 'entities': [\n{'id': 'f', 'name': 'F', "
                     "'kind': 'fund'}\n]}")
          == json_format::document);
}

TEST_CASE("append_json: a text goes on from what the ledger holds", "[io][read]")
{
    auto book = read_json(fund_line);
    auto const held =
        append(book, "{'type': 'unit_of', 'from': 'f', 'to': 'f', 'statement': 'st'}");
    CHECK(held == json_contents{"", 1});
    CHECK(append_json(book, document("'retractions': [{'statement': 'st'}]")).statements == 1);
    CHECK(book.num_statements() == 3);
    CHECK(book.num_entities() == 1);
}

TEST_CASE("read_json_file: a file says what its text says", "[io][read]")
{
    scratch_folder const folder;
    std::ofstream{folder / "a.json", std::ios::binary} << everything();
    auto const book = read_json_file(folder / "a.json");
    CHECK(same_statements(book, read_json(everything())));
    CHECK(book.at(statement_id{0}).said.where->file == (folder / "a.json"));
    CHECK(read_json_file(folder / "a.json", {.name = "other"}).at(statement_id{0}).said.where->file
          == "other");
    CHECK(try_read_json_file(folder / "a.json").has_value());
    CHECK(check_json_file(folder / "a.json").empty());

    ledger target;
    CHECK(append_json_file(target, folder / "a.json").statements == book.num_statements());
    CHECK_FALSE(
        try_append_json_file(target, folder / "a.json").has_value()); // its statement ids are taken
}

TEST_CASE("read_json_file: a file that cannot be read is an error that names it", "[io][read]")
{
    scratch_folder const folder;
    for (auto const& path : {folder / "none.json", folder.path()}) {
        for (auto const& e : {try_read_json_file(path).error(), check_json_file(path).at(0)}) {
            CHECK(e.code() == error_code::unreadable_file);
            REQUIRE(e.where() != nullptr);
            CHECK(e.where()->file == path);
            CHECK(e.where()->line == 0);
        }
        CHECK_THROWS_AS(read_json_file(path), error);
    }
}

TEST_CASE("read_json: a run is heard between chunks and told how far it is", "[io][read]")
{
    std::vector<double> heard;
    auto const hear = [&](progress_report const& report) { heard.push_back(report.fraction); };
    static_cast<void>(read_json(seeds(), {.chunk_bytes = 1000, .run = {.progress = hear}}));
    REQUIRE(heard.size() > 10);
    CHECK(heard.front() == 0.0);
    CHECK(heard.back() == 1.0);
    CHECK(std::is_sorted(heard.begin(), heard.end()));
}

TEST_CASE("read_json: a run that is asked to stop leaves the ledger as it was", "[io][read]")
{
    std::stop_source stop;
    read_json_options options{.chunk_bytes = 1000};
    options.run.stop = stop.get_token();
    options.run.progress = [&](progress_report const& report) {
        if (report.fraction > 0.5) {
            stop.request_stop();
        }
    };
    ledger book;
    auto const read = try_append_json(book, seeds(), options);
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().code() == error_code::cancelled);
    CHECK(book.num_statements() == 0);
    CHECK_THROWS_AS(check_json(seeds(), options), error);
}

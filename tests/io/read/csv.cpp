// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/io/read/csv.hpp>

#include "io/csv_texts.hpp"
#include "io/scratch_folder.hpp"
#include "support/catch2.hpp"

#include <capgraph/ledger/ledger_builder.hpp>
#include <capgraph/ledger/view.hpp>

#include <fstream>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <vector>

using namespace capgraph;
using namespace capgraph::test;

namespace {

ledger read_four(std::string const& rows, read_csv_options const& options = {})
{
    return read_csv(four_header + rows, four_columns(), options);
}

entity entity_of(ledger const& book, std::string_view slug)
{
    return view{book}.at(book.entity_at(slug));
}

} // namespace

TEST_CASE("read_csv: a header alone says nothing", "[io][csv]")
{
    CHECK(read_four("").num_statements() == 0);
    CHECK(read_csv("company,investor,when,usd", four_columns()).num_statements() == 0);
}

TEST_CASE("read_csv: a row is two entities, a round and a participation", "[io][csv]")
{
    auto const book = read_four("Digg,Greylock,2006-12-01,8500000\n");
    CHECK(book.num_statements() == 4);
    auto const all = view{book};
    auto const round = book.round_at("Digg|2006-12-01|USD 8500000");
    CHECK(all.at<funding_round>(round)
          == funding_round{.slug = "Digg|2006-12-01|USD 8500000",
                           .company = book.entity_at("Digg"),
                           .status = deal_status::closed,
                           .announced = parse_date("2006-12-01"),
                           .amount = amount{plain(usd("8500000"))}});
    auto const parts = said_in<participation>(book);
    REQUIRE(parts.size() == 1);
    CHECK(parts[0] == participation{.round = round, .investor = book.entity_at("Greylock")});
    CHECK(entity_of(book, "Digg")
          == entity{.slug = "Digg", .name = "Digg", .kind = entity_kind::company});
    CHECK(entity_of(book, "Greylock")
          == entity{.slug = "Greylock", .name = "Greylock", .kind = entity_kind::other});
}

TEST_CASE("read_csv: the total on each investor's row is counted once", "[io][csv]")
{
    auto const book = read_four("A,x,2006-12-01,5\nA,y,2006-12-01,5\nA,z,2006-12-01,5\n");
    CHECK(said_in<funding_round>(book).size() == 1);
    CHECK(said_in<participation>(book).size() == 3);
}

TEST_CASE("read_csv: rounds differ by company, date and amount, and blank is equal to blank",
          "[io][csv]")
{
    auto const num_rounds = [](std::string const& rows) {
        auto const book = read_four(rows);
        return view{book}.records(record_kind::round).size();
    };
    CHECK(num_rounds("A,x,2006,5\nB,x,2006,5\n") == 2);
    CHECK(num_rounds("A,x,2006,5\nA,y,2007,5\n") == 2);
    CHECK(num_rounds("A,x,2006,5\nA,y,2006,6\n") == 2);
    CHECK(num_rounds("A,x,2006,5\nA,y,2006,\n") == 2);
    CHECK(num_rounds("A,x,2006,5\nA,y,,5\n") == 2);
    CHECK(num_rounds("A,x,,\nA,y,,\n") == 1);
    CHECK(num_rounds("A,x,2006,0\nA,y,2006,\n") == 2);
    CHECK(num_rounds("A,x,2006-01-01/2006-12-31,5.0\nA,y, 2006 ,5\n") == 1);
    // However a company is called.
    CHECK(num_rounds("A|2006,x,,5\nA,x,2006,5\nA|2006|USD 5,x,,\n") == 3);
}

TEST_CASE("read_csv: an empty cell is unknown and never zero", "[io][csv]")
{
    auto const rounds = said_in<funding_round>(read_four("A,x,,\nA,x,2006, \t\nA,x,2006,0\n"));
    REQUIRE(rounds.size() == 3);
    CHECK_FALSE(rounds[0].amount.is_said());
    CHECK_FALSE(rounds[0].announced.is_said());
    CHECK_FALSE(rounds[1].amount.is_said());
    CHECK(rounds[2].amount == field<amount>{amount{plain(usd("0"))}});
}

TEST_CASE("read_csv: who is a company and an investor is one entity, a company", "[io][csv]")
{
    for (std::string const rows : {"A,B,2006,\nB,C,2006,\n", "B,C,2006,\nA,B,2006,\n"}) {
        auto const book = read_four(rows);
        CHECK(book.num_entities() == 3);
        CHECK(said_in<entity>(book).size() == 3);
        CHECK(entity_of(book, "B").kind == field<entity_kind>{entity_kind::company});
        CHECK(entity_of(book, "C").kind == field<entity_kind>{entity_kind::other});
    }
}

TEST_CASE("read_csv: names are what they are byte for byte", "[io][csv]")
{
    auto const book = read_four("A,x,,\na,x,,\nA ,x,,\n\"A\",x,,\n A,x,,\n\u00c1,x,,\n");
    CHECK(book.num_entities() == 6);
    CHECK(book.find_entity("A "));
    CHECK(book.find_entity(" A"));
    CHECK(book.find_entity("\u00c1"));
}

TEST_CASE("read_csv: the same row twice is one participation said twice", "[io][csv]")
{
    auto const book = read_four("A,x,2006,5\nA,x,2006,5\n");
    CHECK(said_in<participation>(book).size() == 2);
    CHECK(view{book}.records(record_kind::participation).size() == 1);
}

TEST_CASE("read_csv: every column says its field", "[io][csv]")
{
    auto const book = read_csv(
        all_header
            + "Alpha,a,CN,Bank,b,US,r1,Seed,Series A,2026-05,2026-05-28,\"over 1,000\",n/a,CNY\n",
        all_columns());
    auto const company = book.entity_at("a");
    CHECK(entity_of(book, "a")
          == entity{.slug = "a", .name = "Alpha", .kind = entity_kind::company, .country = "CN"});
    CHECK(entity_of(book, "b")
          == entity{.slug = "b", .name = "Bank", .kind = entity_kind::fund, .country = "US"});
    CHECK(view{book}.at<funding_round>(book.round_at("r1"))
          == funding_round{.slug = "r1",
                           .company = company,
                           .kind = round_kind::primary,
                           .label = "Series A",
                           .status = deal_status::closed,
                           .announced = parse_date("2026-05"),
                           .closed = parse_date("2026-05-28"),
                           .amount = amount{over(make_money("1000", "CNY"))}});
    CHECK(said_in<participation>(book).at(0)
          == participation{
              .round = book.round_at("r1"), .investor = book.entity_at("b"), .cheque = amount{}});
}

TEST_CASE("read_csv: columns go by their numbers where there is no header", "[io][csv]")
{
    csv_mapping mapping;
    mapping.dialect.header = csv_header::absent;
    mapping.company.name = 3;
    mapping.investor.name = 1;
    auto const book = read_csv("x,,A\ny,,A\n", mapping);
    CHECK(book.num_entities() == 3);
    CHECK(said_in<participation>(book).size() == 2);
    CHECK(read_csv("", mapping).num_statements() == 0);
    mapping.dialect.header = csv_header::present;
    CHECK(read_csv("x,,A\ny,,A\n", mapping).num_entities() == 2);
}

TEST_CASE("read_csv: a table without rounds says investments in companies", "[io][csv]")
{
    csv_mapping mapping;
    mapping.company.name = "company";
    mapping.investor.name = "investor";
    mapping.status = deal_status::in_talks;
    auto const book = read_csv("company,investor\nA,x\n", mapping);
    auto const parts = said_in<participation>(book);
    REQUIRE(parts.size() == 1);
    CHECK(parts[0]
          == participation{.company = book.entity_at("A"),
                           .investor = book.entity_at("x"),
                           .status = deal_status::in_talks});
    CHECK(said_in<funding_round>(book).empty());
}

TEST_CASE("read_csv: a table without investors says rounds, and without rounds companies",
          "[io][csv]")
{
    csv_mapping mapping;
    mapping.company.name = "company";
    CHECK(read_csv("company\nA\nB\nA\n", mapping).num_statements() == 2);
    mapping.round.announced = "when";
    auto const book = read_csv("company,when\nA,2006\nA,2007\nA,2006\n", mapping);
    CHECK(said_in<funding_round>(book).size() == 2);
    CHECK(said_in<participation>(book).empty());
}

TEST_CASE("read_csv: a slug identifies, and another name of it is an alias", "[io][csv]")
{
    csv_mapping mapping;
    mapping.company = {.name = "name", .slug = "id", .country = "land"};
    auto const book = read_csv("id,name,land\na,Alpha,\na,Alef,CN\na,Alpha,CN\n,Beta,\n", mapping);
    CHECK(book.num_entities() == 2);
    CHECK(book.num_statements() == 3);
    auto const alpha = entity_of(book, "a");
    CHECK(alpha.name == field<std::string_view>{"Alpha"});
    CHECK(alpha.aliases == std::vector<std::string_view>{"Alef"});
    CHECK(alpha.country == field<std::string_view>{"CN"});
    CHECK(entity_of(book, "Beta").name == field<std::string_view>{"Beta"});
    mapping.company.name = {};
    CHECK(entity_of(read_csv("id,land\na,CN\n", mapping), "a").name
          == field<std::string_view>{"a"});
}

TEST_CASE("read_csv: a later row of a round may say more of it", "[io][csv]")
{
    csv_mapping mapping;
    mapping.company.name = "c";
    mapping.round = {.id = "r", .label = "label", .amount = "usd"};
    mapping.currency = "USD";
    auto const book = read_csv("c,r,label,usd\nA,r1,Seed,5\nA,r1,Seed,5\nA,r1,Seed,6\n", mapping);
    CHECK(said_in<funding_round>(book).size() == 2);
    CHECK(view{book}.at<funding_round>(book.round_at("r1")).amount
          == field<amount>{amount{plain(usd("6"))}});
}

TEST_CASE("append_csv: what the ledger describes keeps its name and kind", "[io][csv]")
{
    ledger book;
    ledger_builder builder{book};
    builder.add(entity{.slug = "x", .name = "X Capital", .kind = entity_kind::fund_manager});
    builder.add(source_record{.slug = "cb", .publisher = "Crunchbase"});
    builder.commit();
    auto const held = append_csv(book, four_header + "A,x,2006,\nx,A,2007,\n", four_columns(),
                                 {.source = "cb", .reported_on = parse_date("2013-12-12")});
    CHECK(held == csv_contents{2, 0, 6});
    CHECK(entity_of(book, "x").name == field<std::string_view>{"X Capital"});
    CHECK(entity_of(book, "x").kind == field<entity_kind>{entity_kind::fund_manager});
    CHECK(entity_of(book, "x").aliases == std::vector<std::string_view>{"x"});
    auto const said = book.at(static_cast<statement_id>(2)).said;
    CHECK(said.source == book.find_source("cb"));
    CHECK(said.reported_on == parse_date("2013-12-12"));
}

TEST_CASE("append_csv: a source that the ledger lacks is refused", "[io][csv]")
{
    auto const read = try_read_csv(four_header, four_columns(), {.source = "cb"});
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().code() == error_code::unknown_reference);
}

TEST_CASE("append_csv: an error leaves the ledger as it was", "[io][csv]")
{
    auto book = read_four("A,x,2006,\n");
    auto const before = contents_of(book);
    CHECK_FALSE(
        try_append_csv(book, four_header + "B,y,2006,\nC,,2006,\n", four_columns()).has_value());
    CHECK(contents_of(book) == before);
}

TEST_CASE("append_csv: rounds and investments of two tables are the same rounds", "[io][csv]")
{
    auto const rounds = crunchbase_october_2013_rounds_mapping();
    ledger book;
    append_csv(book,
               "company_permalink,company_name,company_country_code,funding_round_type,funded_at,"
               "raised_amount_usd\r/company/a,A,USA,series-a,2012-06-30,1750000\r",
               rounds);
    append_csv(book,
               "company_permalink,company_name,investor_permalink,investor_name,"
               "funding_round_type,funded_at,raised_amount_usd\r"
               "/company/a,A,/person/b,B,series-a,2012-06-30,1750000\r",
               crunchbase_october_2013_investments_mapping());
    CHECK(view{book}.records(record_kind::round).size() == 1);
    CHECK(entity_of(book, "/company/a")
          == entity{
              .slug = "/company/a", .name = "A", .kind = entity_kind::company, .country = "US"});
    CHECK(entity_of(book, "/person/b").name == field<std::string_view>{"B"});
}

TEST_CASE("read_csv: statements stand where their row begins", "[io][csv]")
{
    auto const book = read_four("A,\"x\ny\",2006,\nA,z,2006,\n", {.name = "a.csv"});
    std::vector<text_position> places;
    for (std::size_t i = 0; i < book.num_statements(); ++i) {
        places.push_back(*book.at(static_cast<statement_id>(i)).said.where);
    }
    text_position const first{"a.csv", 26, 2, 1, {}};
    text_position const second{"a.csv", 40, 4, 1, {}};
    // The round, two participations; the company, both investors.
    CHECK(places == std::vector{first, first, second, first, first, second});
}

TEST_CASE("read_csv_file: a file is its text, and goes by its path", "[io][csv]")
{
    scratch_folder const folder;
    auto const path = folder / "a.csv";
    std::ofstream{path, std::ios::binary} << four_header << "A,x,2006,5\n";
    CHECK(contents_of(read_csv_file(path, four_columns(), {.name = "n"}))
          == contents_of(read_four("A,x,2006,5\n", {.name = "n"})));
    CHECK(read_csv_file(path, four_columns()).at(static_cast<statement_id>(0)).said.where->file
          == path);
    ledger book;
    CHECK(append_csv_file(book, path, four_columns()) == csv_contents{1, 0, 4});
    CHECK(check_csv_file(path, four_columns()).empty());
    auto const missing = try_read_csv_file(folder / "b.csv", four_columns());
    REQUIRE_FALSE(missing.has_value());
    CHECK(missing.error().code() == error_code::unreadable_file);
    CHECK(check_csv_file(folder / "b.csv", four_columns()).at(0).code()
          == error_code::unreadable_file);
    CHECK_FALSE(try_append_csv_file(book, folder / "b.csv", four_columns()).has_value());
}

TEST_CASE("read_csv: a run that is stopped reads nothing, and tells how far it is", "[io][csv]")
{
    std::string text = four_header;
    for (int i = 0; i < 1000; ++i) {
        text += "A" + std::to_string(i) + ",x,2006,5\n";
    }
    std::stop_source stop;
    ledger book;
    double reached = 0.0;
    read_csv_options options{.chunk_bytes = 100};
    options.run.stop = stop.get_token();
    options.run.progress = [&](progress_report const& report) {
        reached = report.fraction;
        if (reached > 0.5) {
            stop.request_stop();
        }
    };
    auto const read = try_append_csv(book, text, four_columns(), options);
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().code() == error_code::cancelled);
    CHECK(reached < 0.6);
    CHECK(book.num_statements() == 0);
}

TEST_CASE("csv_mapping: one that cannot be is refused before anything is read", "[io][csv]")
{
    auto const refused = [](auto&& change) {
        auto mapping = four_columns();
        change(mapping);
        CHECK_THROWS_AS(read_csv("", mapping), std::invalid_argument);
        CHECK_THROWS_AS(check_csv("", mapping), std::invalid_argument);
    };
    refused([](csv_mapping& m) { m.company = {}; });
    refused([](csv_mapping& m) { m.currency = ""; });
    refused([](csv_mapping& m) { m.currency = "usd"; });
    refused([](csv_mapping& m) { m.dialect.header = csv_header::absent; });
    refused([](csv_mapping& m) { m.dialect.delimiter = '"'; });
    refused([](csv_mapping& m) { m.dialect.delimiter = '\n'; });
    refused([](csv_mapping& m) { m.dialect.delimiter = '\0'; });
    refused([](csv_mapping& m) { m.dialect.quote = '\xe9'; });
    refused([](csv_mapping& m) { m.thousands_separator = '.'; });
    refused([](csv_mapping& m) { m.decimal_point = '5'; });
    refused([](csv_mapping& m) { m.power_of_ten = 19; });
    refused([](csv_mapping& m) { m.hedges = {{"", qualifier::about}}; });
    refused([](csv_mapping& m) { m.round_kinds = {{"", round_kind::debt}}; });
    refused([](csv_mapping& m) {
        m.investor = {};
        m.cheque = "usd";
    });
    CHECK_THROWS_AS(csv_column{0}, std::invalid_argument);
    CHECK_THROWS_AS(csv_column{-1}, std::invalid_argument);
    CHECK_THROWS_AS(csv_column{""}, std::invalid_argument);
}

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// What cells say: encodings, quotes, dates, sums, words, countries.

#include "io/csv_texts.hpp"
#include "support/catch2.hpp"

#include <capgraph/io/read/csv.hpp>

#include <string>
#include <vector>

using namespace capgraph;
using namespace capgraph::test;

namespace {

/// The name of the one company of a table of one column.
std::string name_in(std::string const& text, csv_dialect const& dialect = {})
{
    csv_mapping mapping;
    mapping.dialect = dialect;
    mapping.company.name = "c";
    auto const book = read_csv(text, mapping);
    return std::string{*said_in<entity>(book).at(0).name};
}

/// What a cell says of a sum, by the words of `all_columns` and what `change` does to them.
template <class Change>
result<amount> sum_of(std::string const& cell, Change&& change)
{
    csv_mapping mapping = all_columns();
    auto const words = mapping.hedges;
    mapping = {};
    mapping.dialect.delimiter = ';';
    mapping.company.name = "c";
    mapping.round.amount = "sum";
    mapping.currency = "USD";
    mapping.hedges = words;
    change(mapping);
    auto const book = try_read_csv("c;sum\nA;" + cell + "\n", mapping);
    if (!book) {
        return book.error();
    }
    return *said_in<funding_round>(*book).at(0).amount;
}

result<amount> sum_of(std::string const& cell)
{
    return sum_of(cell, [](csv_mapping& mapping) { mapping.thousands_separator = ','; });
}

bool is_sum(std::string const& cell)
{
    return sum_of(cell).has_value();
}

result<date> date_of(std::string const& cell, csv_date_order order)
{
    csv_mapping mapping;
    mapping.company.name = "c";
    mapping.round.closed = "d";
    mapping.date_order = order;
    auto const book = try_read_csv("c,d\nA," + cell + "\n", mapping);
    if (!book) {
        return book.error();
    }
    return *said_in<funding_round>(*book).at(0).closed;
}

} // namespace

TEST_CASE("csv_dialect: rows end with CR, LF or both, and the last one with nothing", "[io][csv]")
{
    for (std::string const end : {"\n", "\r", "\r\n"}) {
        for (auto const& last : {std::string{}, end, end + end}) {
            std::string text;
            for (auto const* const row :
                 {"company,investor,when,usd", "A,x,2006,5", "", "A,y,2006,5"}) {
                text += (text.empty() ? "" : end) + row;
            }
            auto const book = read_csv(text + last, four_columns());
            CHECK(said_in<participation>(book).size() == 2);
            // The blank line counts as one.
            CHECK(book.at(static_cast<statement_id>(2)).said.where->line == 4);
        }
    }
}

TEST_CASE("csv_dialect: quotes hold delimiters, line breaks and quotes", "[io][csv]")
{
    CHECK(name_in("c\n\"a,b\"\n") == "a,b");
    CHECK(name_in("c\n\"a\"\"b\"\n") == "a\"b");
    CHECK(name_in("c\n\"\"\"\"\n") == "\"");
    CHECK(name_in("c\n\"a\nb\r\nc\rd\"") == "a\nb\r\nc\rd");
    CHECK(name_in("\"c\"\r\"a\"") == "a");
    CHECK(name_in("c\na'b\n") == "a'b");
    CHECK(name_in("c\n\" a \"\n") == " a ");
}

TEST_CASE("csv_dialect: delimiter and quote are those of the caller", "[io][csv]")
{
    auto mapping = four_columns();
    for (char const delimiter : {';', '\t', '|', ' '}) {
        mapping.dialect.delimiter = delimiter;
        auto text = four_header + "A,x,2006,5\n";
        for (auto& c : text) {
            c = c == ',' ? delimiter : c;
        }
        CHECK(contents_of(read_csv(text, mapping))
              == contents_of(read_csv(four_header + "A,x,2006,5\n", four_columns())));
    }
    CHECK(name_in("c\n'a''b,c'\n", {.quote = '\''}) == "a'b,c");
    CHECK(name_in("c\n'\"a\n", {.quote = '\0'}) == "'\"a");
}

TEST_CASE("csv_encoding: bytes are read in the encoding that is told", "[io][csv]")
{
    CHECK(name_in("c\n\xc3\xa9\n") == "\u00e9");
    CHECK(name_in("\xef\xbb\xbf"
                  "c\nA\n")
          == "A");
    CHECK(name_in("c\n\xe9\x80\n", {.encoding = csv_encoding::latin_1}) == "\u00e9\xc2\x80");
    CHECK(name_in("c\n\xe9\x80\n", {.encoding = csv_encoding::windows_1252}) == "\u00e9\u20ac");
    CHECK(name_in("c\n\x8e\xf0\n", {.encoding = csv_encoding::macintosh}) == "\u00e9\uf8ff");
    // Quotes, delimiters and line breaks are the same bytes in all of them.
    CHECK(name_in("c\n\"\xe9\"\"\xe9\"\n", {.encoding = csv_encoding::latin_1})
          == "\u00e9\"\u00e9");
}

TEST_CASE("csv_encoding: each byte is the character of its table", "[io][csv]")
{
    auto const character = [](int byte, csv_encoding encoding) {
        return name_in("c\n" + std::string(1, static_cast<char>(byte)) + "x\n",
                       {.encoding = encoding});
    };
    // Of Latin-1 the code points are the bytes: two bytes in UTF-8.
    for (int byte = 0x80; byte < 0x100; ++byte) {
        std::string const two{static_cast<char>(0xc0 | (byte >> 6)),
                              static_cast<char>(0x80 | (byte & 0x3f))};
        CHECK(character(byte, csv_encoding::latin_1) == two + 'x');
        if (byte >= 0xa0) {
            CHECK(character(byte, csv_encoding::windows_1252) == two + 'x');
        }
    }
    CHECK(character(0x9f, csv_encoding::windows_1252) == "\u0178x");
    CHECK(character(0x80, csv_encoding::macintosh) == "\u00c4x");
    CHECK(character(0xe7, csv_encoding::macintosh) == "\u00c1x");
    CHECK(character(0xff, csv_encoding::macintosh) == "\u02c7x");
}

TEST_CASE("csv_date_order: days are as partial as they are written", "[io][csv]")
{
    using enum csv_date_order;
    CHECK(date_of("2026", year_month_day).value() == date{2026});
    CHECK(date_of("2026-05", year_month_day).value() == date{2026, 5});
    CHECK(date_of(" 2026-05-28", year_month_day).value() == date{2026, 5, 28});
    CHECK(date_of("2026-05/2026-06", year_month_day).value() == parse_date("2026-05/2026-06"));
    for (auto const order : {month_day_year, day_month_year}) {
        CHECK(date_of("2026", order).value() == date{2026});
        CHECK(date_of("5/2026", order).value() == date{2026, 5});
        CHECK(date_of("05-2026", order).value() == date{2026, 5});
    }
    CHECK(date_of("5/28/2026", month_day_year).value() == date{2026, 5, 28});
    CHECK(date_of("05.08.2026", month_day_year).value() == date{2026, 5, 8});
    CHECK(date_of("5/8/2026", day_month_year).value() == date{2026, 8, 5});
    CHECK(date_of("28-05-2026", day_month_year).value() == date{2026, 5, 28});
}

TEST_CASE("csv_date_order: what is no day of its order is refused", "[io][csv]")
{
    using enum csv_date_order;
    for (std::string const cell : {"5/28/2026", "26", "2026-13", "2026-02-30", "20260528", "May"}) {
        CAPTURE(cell);
        CHECK(date_of(cell, year_month_day).error().code() == error_code::bad_value);
    }
    for (std::string const cell :
         {"28/5/2026", "2026-05-28", "5/28/26", "5/28-2026", "2/30/2026", "005/28/2026", "5//2026",
          "/2026", "5/28/2026/", "0/1/2026", "5/28/02026", "1/1/1/2026", "5 /28/2026", "0/2026",
          "5/28/0000"}) {
        CAPTURE(cell);
        CHECK(date_of(cell, month_day_year).error().code() == error_code::bad_value);
    }
    CHECK_FALSE(date_of("5/28/2026", day_month_year).has_value());
}

TEST_CASE("read_csv: a bare figure is plain, and exact", "[io][csv]")
{
    CHECK(sum_of("5").value() == amount{plain(usd("5"))});
    CHECK(sum_of(" 5.25 ").value() == amount{plain(usd("5.25"))});
    CHECK(sum_of("1,234,567.89").value() == amount{plain(usd("1234567.89"))});
    CHECK(sum_of("1234567.89").value() == amount{plain(usd("1234567.89"))});
    CHECK(sum_of("92,233,720,368,547,758.07").value()
          == amount{plain(usd("92233720368547758.07"))});
    CHECK(sum_of("1.75E+06").value() == amount{plain(usd("1750000"))});
    CHECK(sum_of("0").value() == amount{plain(usd("0"))});
}

TEST_CASE("read_csv: a figure may have other separators and another unit", "[io][csv]")
{
    auto const german = [](csv_mapping& mapping) {
        mapping.thousands_separator = '.';
        mapping.decimal_point = ',';
    };
    CHECK(sum_of("1.234.567,89", german).value() == amount{plain(usd("1234567.89"))});
    CHECK_FALSE(sum_of("1.5", german).has_value());
    CHECK_FALSE(sum_of("1,5.5", german).has_value());
    auto const comma_only = [](csv_mapping& mapping) { mapping.decimal_point = ','; };
    CHECK(sum_of("1,5", comma_only).value() == amount{plain(usd("1.5"))});
    CHECK_FALSE(sum_of("1.500", comma_only).has_value());
    auto const millions = [](csv_mapping& mapping) { mapping.power_of_ten = 6; };
    CHECK(sum_of("over 1.75", millions).value() == amount{over(usd("1750000"))});
    auto const yen = [](csv_mapping& mapping) { mapping.currency = "JPY"; };
    CHECK(sum_of("5", yen).value() == amount{plain(make_money("5", "JPY"))});
    CHECK_FALSE(sum_of("5.5", yen).has_value());
}

TEST_CASE("read_csv: what is no figure is refused", "[io][csv]")
{
    for (std::string const cell : {"$5",       "5 USD", "-5",     "1,00",    "1,0000",
                                   "1,00,000", ",100",  "1,000,", "12,34.5", "1,000.50,0",
                                   "1.",       ".5",    "007",    "5m",      "five",
                                   "1 000",    "0x10",  "1e999",  "NaN",     "92233720368547758.08",
                                   "0.001"}) {
        CAPTURE(cell);
        CHECK_FALSE(is_sum(cell));
    }
    auto const bare = [](csv_mapping& mapping) { mapping.hedges = {}; };
    for (std::string const cell : {"1,000", "over 5", "n/a", "5+", "-"}) {
        CAPTURE(cell);
        CHECK(sum_of(cell, bare).error().code() == error_code::bad_value);
    }
}

TEST_CASE("read_csv: a word of the mapping hedges a figure", "[io][csv]")
{
    CHECK(sum_of("about 5").value() == amount{about(usd("5"))});
    CHECK(sum_of("ABOUT 5").value() == amount{about(usd("5"))});
    CHECK(sum_of("over 1,000").value() == amount{over(usd("1000"))});
    CHECK(sum_of("at least 5").value() == amount{at_least(usd("5"))});
    CHECK(sum_of("5+").value() == amount{at_least(usd("5"))});
    CHECK(sum_of("+5").value() == amount{at_least(usd("5"))});
    CHECK(sum_of("5 +").value() == amount{at_least(usd("5"))});
    CHECK(sum_of("up to 5").value() == amount{up_to(usd("5"))});
    CHECK(sum_of("5 to 1,000").value() == amount{between(usd("5"), usd("1000"))});
    CHECK(sum_of("N/A").value() == amount{});
    for (std::string const cell : {"about", "about about 5", "about 5+", "5 to", "1,000 to 5",
                                   "n/a 5", "to 5", "overall 5"}) {
        CAPTURE(cell);
        CHECK_FALSE(is_sum(cell));
    }
}

TEST_CASE("read_csv: of two words that fit the longer one hedges", "[io][csv]")
{
    auto const words = [](csv_mapping& mapping) {
        mapping.hedges = {{"over", qualifier::over}, {"over about", qualifier::about}};
    };
    CHECK(sum_of("over about 5", words).value() == amount{about(usd("5"))});
    CHECK(sum_of("over 5", words).value() == amount{over(usd("5"))});
}

TEST_CASE("read_csv: a round's slug says how its sum was said", "[io][csv]")
{
    csv_mapping mapping = four_columns();
    mapping.hedges = all_columns().hedges;
    auto const book = read_csv(four_header
                                   + "A,x,,about 5\nA,x,,5\nA,x,,5.00\nA,x,,n/a\nA,x,,1 to 5\n"
                                     "A,x,,5+\n",
                               mapping);
    for (std::string const slug : {"A||about USD 5", "A||USD 5", "A||undisclosed",
                                   "A||between USD 1..USD 5", "A||at_least USD 5"}) {
        CAPTURE(slug);
        CHECK(book.find_round(slug));
    }
    CHECK(said_in<funding_round>(book).size() == 5);
}

TEST_CASE("read_csv: a row's currency comes before that of the mapping", "[io][csv]")
{
    auto mapping = four_columns();
    mapping.currency_column = "cur";
    auto const text = "company,investor,when,usd,cur\nA,x,,5,EUR\nA,x,,5,\nA,x,,,EUR\n";
    auto const rounds = said_in<funding_round>(read_csv(text, mapping));
    REQUIRE(rounds.size() == 3);
    CHECK(rounds[0].amount == field<amount>{amount{plain(make_money("5", "EUR"))}});
    CHECK(rounds[1].amount == field<amount>{amount{plain(usd("5"))}});
    CHECK_FALSE(rounds[2].amount.is_said());
}

TEST_CASE("csv_country_code: codes of three letters become those of two", "[io][csv]")
{
    csv_mapping mapping;
    mapping.company = {.name = "c", .country = "land"};
    mapping.country_code = csv_country_code::alpha_3;
    auto const country = [&](std::string const& code) {
        auto const book = try_read_csv("c,land\nA," + code + "\n", mapping);
        return book ? std::string{*said_in<entity>(*book).at(0).country} : "none";
    };
    // The first, the last, and those whose letters differ.
    CHECK(country("ABW") == "AW");
    CHECK(country("CHN") == "CN");
    CHECK(country("USA") == "US");
    CHECK(country("SRB") == "RS");
    CHECK(country("UKR") == "UA");
    CHECK(country("ZWE") == "ZW");
    for (std::string const code : {"AAA", "ZZZ", "usa", "US", "USAX", "A", "ABWAW"}) {
        CAPTURE(code);
        CHECK(country(code) == "none");
    }
}

TEST_CASE("read_csv: the kind of a round goes by the words of the mapping, then by ours",
          "[io][csv]")
{
    csv_mapping mapping;
    mapping.company.name = "c";
    mapping.round.kind = "kind";
    mapping.round_kinds = {{"Convertible", round_kind::debt}, {"ipo", round_kind::secondary}};
    auto const kind = [&](std::string const& word) {
        auto const book = read_csv("c,kind\nA," + word + "\n", mapping);
        return said_in<funding_round>(book).at(0).kind;
    };
    CHECK(kind("convertible") == field<round_kind>{round_kind::debt});
    CHECK(kind("ipo") == field<round_kind>{round_kind::secondary});
    CHECK(kind("tranche") == field<round_kind>{round_kind::tranche});
    CHECK_FALSE(kind("").is_said());
    CHECK_THROWS_AS(kind("Debt"), error);
}

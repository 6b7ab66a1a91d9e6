// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// Tables that must be refused, each with its error; and what becomes of refused rows.

#include "io/csv_texts.hpp"
#include "support/catch2.hpp"

#include <capgraph/io/read/csv.hpp>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

using namespace capgraph;
using namespace capgraph::test;

namespace {

enum class cost { row, table };

struct bad_table {
    std::string name;
    std::string marked; ///< The text, with an @ where the error is found.
    error_code code;
    std::string cell;
    std::string says;
    cost costs = cost::row;
    csv_mapping mapping = four_columns();

    [[nodiscard]] std::size_t byte() const { return marked.find('@'); }
    [[nodiscard]] std::string text() const
    {
        return marked.substr(0, byte()) + marked.substr(byte() + 1);
    }
    [[nodiscard]] std::size_t line() const
    {
        return 1
               + static_cast<std::size_t>(std::count(marked.begin(), marked.begin() + at(), '\n'));
    }
    [[nodiscard]] std::size_t column() const
    {
        auto const line_break = marked.rfind('\n', byte());
        return line_break == std::string::npos ? byte() + 1 : byte() - line_break;
    }

private:
    [[nodiscard]] std::ptrdiff_t at() const { return static_cast<std::ptrdiff_t>(byte()); }
};

/// A second row behind one that is right; and, behind it, a third.
std::string second(std::string const& row)
{
    return four_header + "A,x,2006,5\n" + row + "\nB,y,2007,6\n";
}

std::string all_second(std::string const& row)
{
    return all_header + "A,a,,x,x,,r,,,,,,,\n" + row + "\nA,a,,x,x,,r,,,,,,,\n";
}

csv_mapping with(csv_encoding encoding)
{
    auto mapping = four_columns();
    mapping.dialect.encoding = encoding;
    return mapping;
}

csv_mapping by_number(int number)
{
    csv_mapping mapping;
    mapping.dialect.header = csv_header::absent;
    mapping.company.name = number;
    return mapping;
}

std::vector<bad_table> bad_tables()
{
    using enum error_code;
    return {
        {"nothing", "@", syntax, "", "found the end of the text, expected a header", cost::table},
        {"blank lines", "\n\r\n@", syntax, "", "expected a header", cost::table},
        {"a column that the header lacks", "@company,investor,whem,usd\n", missing_field, "",
         "found a header without 'when', expected one of company, investor, whem, usd; did you "
         "mean 'whem'?",
         cost::table},
        {"a column twice", "company,investor,when,usd,@when\n", duplicate_key, "",
         "found 'when' a second time", cost::table},
        {"a header that breaks", "company,inv@\"estor,when,usd\n", syntax, "",
         "found a quote within a cell", cost::table},
        {"a column beyond the last", "@A,B\n", missing_field, "", "found a row of 2 cells",
         cost::table, by_number(3)},
        {"no company", second("@,x,2006,5"), missing_field, "company",
         "found an empty cell, expected the name of the company"},
        {"a company of blanks", second("@ \t,x,2006,5"), missing_field, "company", "an empty cell"},
        {"a company in empty quotes", second("@\"\",x,2006,5"), missing_field, "company",
         "an empty cell"},
        {"no investor", second("A,@,2006,5"), missing_field, "investor",
         "expected the name of the investor"},
        {"no name beside a slug", all_second("@,a,,x,x,,r,,,,,,,"), missing_field, "c",
         "the name of the company"},
        {"no name in a column without a name", "B\n@\"\"\nC\n", missing_field, "column 1",
         "the name of the company", cost::row, by_number(1)},
        {"too few cells", second("@A,x,2006"), syntax, "",
         "found a row of 3 cells, expected 4, as in the first row"},
        {"one cell", second("@A"), syntax, "", "found a row of 1 cell,"},
        {"too many cells", second("A,x,2006,5,@6"), syntax, "column 5", "found a row of 5 cells"},
        {"a quote within a cell", second("A,x@\"y\",2006,5"), syntax, "investor",
         "found a quote within a cell that does not begin with one"},
        {"a blank before a quote", second("A, @\"y\",2006,5"), syntax, "investor",
         "found a quote within a cell"},
        {"text behind a quote", second("A,\"y\"@z,2006,5"), syntax, "investor",
         "found 'z' behind a closing quote"},
        {"a blank behind a quote", second("A,\"y\"@ ,2006,5"), syntax, "investor",
         "behind a closing quote"},
        {"a quote that is never closed", second("A,@\"y,2006,5"), syntax, "",
         "found a quote that is never closed", cost::table},
        {"a byte that UTF-8 lacks", second("A,@x\xff,2006,5"), bad_encoding, "investor",
         "found the byte 0xFF at byte 2 of the cell, expected text in utf_8"},
        {"a cut character", second("A,@x\xe6\x99,2006,5"), bad_encoding, "investor",
         "found the byte 0xE6 at byte 2"},
        {"a NUL", second(std::string{"A,@\0x,2006,5", 12}), bad_encoding, "investor",
         "the byte 0x00"},
        {"a byte that Windows-1252 lacks", second("A,@x\x81,2006,5"), bad_encoding, "investor",
         "expected text in windows_1252", cost::row, with(csv_encoding::windows_1252)},
        {"no date", second("A,x,@soon,5"), bad_value, "when",
         "found 'soon', expected a date: 2026, 2026-05"},
        {"no day", second("A,x,@2006-02-30,5"), bad_value, "when", "found '2006-02-30'"},
        {"no sum", second("A,x,2006,@five"), bad_value, "usd",
         "found 'five', expected a sum, such as 1000000.50"},
        {"separators that were not told", second("A,x,2006,@\"1,000\""), bad_value, "usd",
         "found '1,000'"},
        {"a negative sum", second("A,x,2006,@-5"), bad_value, "usd", "not negative"},
        {"a sum beyond 64 bits", second("A,x,2006,@92233720368547758.08"), number_out_of_range,
         "usd", ""},
        {"a fraction of a cent", second("A,x,2006,@0.001"), number_out_of_range, "usd", ""},
        {"no currency", all_second("A,a,,x,x,,r,,,,,@5,,"), missing_field, "total",
         "found a sum without a currency"},
        {"a currency that is none", all_second("A,a,,x,x,,r,,,,,5,6,@ABC"), bad_value, "cur",
         "ABC"},
        {"a country that is none", all_second("A,a,@cn,x,x,,r,,,,,,,"), bad_value, "c_land",
         "found 'cn', expected an ISO 3166 code of two capital letters"},
        {"a kind that is none", all_second("A,a,,x,x,,r,@Sed,,,,,,"), bad_value, "r_kind",
         "did you mean 'Seed'?"},
        {"a round of another company", all_second("B,b,,x,x,,@r,,,,,,,"), inconsistent_record, "r",
         "found the round 'r' of 'b', expected one of 'a', as before"},
        {"figures that run backwards", all_second("A,a,,x,x,,r,,,,,@6 to 5,,USD"), bad_value,
         "total", "figures that run backwards"},
    };
}

std::vector<bad_table> with_mappings()
{
    auto all = bad_tables();
    for (auto& bad : all) {
        if (bad.marked.starts_with(all_header)) {
            bad.mapping = all_columns();
        }
    }
    return all;
}

} // namespace

TEST_CASE("read_csv: a bad table is refused with its error, at its cell", "[io][csv]")
{
    for (auto const& bad : with_mappings()) {
        CAPTURE(bad.name, bad.marked);
        auto const read = try_read_csv(bad.text(), bad.mapping, {.name = "a.csv"});
        REQUIRE_FALSE(read.has_value());
        auto const& e = read.error();
        CAPTURE(e.what());
        CHECK(e.code() == bad.code);
        REQUIRE(e.where() != nullptr);
        CHECK(e.where()->file == "a.csv");
        CHECK(e.where()->pointer == bad.cell);
        CHECK(e.where()->byte == bad.byte());
        if (bad.name != "blank lines") { // whose CR LF counts once
            CHECK(e.where()->line == bad.line());
        }
        CHECK(e.where()->column == bad.column());
        CHECK(std::string{e.what()}.find(bad.says) != std::string::npos);
    }
}

TEST_CASE("read_csv: pieces of any size give the same error", "[io][csv][chunks]")
{
    for (auto const& bad : with_mappings()) {
        CAPTURE(bad.name);
        std::string const whole = try_read_csv(bad.text(), bad.mapping).error().what();
        for (std::size_t chunk = 1; chunk < 20; ++chunk) {
            CAPTURE(chunk);
            CHECK(try_read_csv(bad.text(), bad.mapping, {.chunk_bytes = chunk}).error().what()
                  == whole);
        }
    }
}

TEST_CASE("read_csv: a bad row goes to the rejects with its reason, and the rest is read",
          "[io][csv]")
{
    for (auto const& bad : with_mappings()) {
        CAPTURE(bad.name, bad.marked);
        std::vector<std::string> rows;
        std::vector<error> reasons;
        read_csv_options options;
        options.rejects = [&](csv_reject const& refused) {
            rows.emplace_back(refused.row);
            reasons.push_back(refused.why);
        };
        ledger book;
        auto const held = try_append_csv(book, bad.text(), bad.mapping, options);
        if (bad.costs == cost::table) {
            REQUIRE_FALSE(held.has_value());
            CHECK(held.error().code() == bad.code);
            CHECK(rows.empty());
            continue;
        }
        REQUIRE(held.has_value());
        CHECK(held->rows == 2);
        CHECK(held->refused == 1);
        REQUIRE(rows.size() == 1);
        CHECK(reasons[0].code() == bad.code);
        CHECK(reasons[0].where()->byte == bad.byte());
        auto const row_begin = bad.marked.rfind('\n', bad.byte()) + 1;
        auto const row = bad.text().substr(row_begin);
        CHECK(rows[0] == row.substr(0, row.find('\n')));
    }
}

TEST_CASE("read_csv: what is read beside rejects is what is read without their rows", "[io][csv]")
{
    read_csv_options options;
    options.rejects = [](csv_reject const&) {};
    auto const mixed = read_csv(four_header
                                    + ",x,2006,5\nA,x,2006,5\nA,,2006,5\nB,A,x,1\n"
                                      "A,y,2006,5\nC,z\n",
                                four_columns(), options);
    auto const clean = read_csv(four_header + "A,x,2006,5\nA,y,2006,5\n", four_columns());
    CHECK(to_json(mixed) == to_json(clean));
}

TEST_CASE("read_csv: what the sink of rejects throws leaves the call, and the ledger as it was",
          "[io][csv]")
{
    read_csv_options options;
    options.rejects = [](csv_reject const&) { throw std::runtime_error{"enough"}; };
    ledger book;
    CHECK_THROWS_AS(append_csv(book, second(",x,2006,5"), four_columns(), options),
                    std::runtime_error);
    CHECK(book.num_statements() == 0);
}

TEST_CASE("check_csv: all errors are listed, in the order of the text", "[io][csv]")
{
    auto const all = check_csv(four_header + "A,x,2006,5\n,,soon,five\nA\nB,y,2007,6\nA,\"x\"y,,\n",
                               four_columns());
    std::vector<std::string> places;
    for (auto const& e : all) {
        places.push_back(std::to_string(e.where()->line) + ':' + std::to_string(e.where()->column)
                         + ' ' + e.where()->pointer);
    }
    CHECK(places
          == std::vector<std::string>{"3:1 company", "3:2 investor", "3:3 when", "3:8 usd", "4:1 ",
                                      "6:6 investor"});
    CHECK(check_csv(four_header + "A,x,2006,5\n", four_columns()).empty());
}

TEST_CASE("check_csv: what it lists first is what read_csv throws", "[io][csv]")
{
    for (auto const& bad : with_mappings()) {
        CAPTURE(bad.name);
        auto const all = check_csv(bad.text(), bad.mapping);
        REQUIRE(all.size() == 1);
        CHECK(std::string{all[0].what()} == try_read_csv(bad.text(), bad.mapping).error().what());
    }
}

TEST_CASE("check_csv: the list ends where the caller wants, and at a quote never closed",
          "[io][csv]")
{
    std::string text = four_header;
    for (int i = 0; i < 500; ++i) {
        text += ",x,,\n";
    }
    read_csv_options options;
    CHECK(check_csv(text, four_columns(), options).size() == 100);
    options.limits.errors = 7;
    CHECK(check_csv(text, four_columns(), options).size() == 7);
    auto const all = check_csv(four_header + ",x,,\n\"A,x,,\n,x,,\n", four_columns());
    REQUIRE(all.size() == 2);
    CHECK(all[1].code() == error_code::syntax);
}

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// However a table is cut into pieces or written, it says the same; and what it may cost.

#include "io/csv_texts.hpp"
#include "io/scratch_folder.hpp"
#include "support/catch2.hpp"
#include "support/effort.hpp"

#include <capgraph/io/read/csv.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <random>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

using namespace capgraph;
using namespace capgraph::test;

namespace {

constexpr std::size_t whole = 1U << 20U;
using cells = std::vector<std::string>;

std::string const everything =
    all_header
    + "Alpha,a,CN,Bank,b,US,r1,Seed,Series A,2026-05,2026-05-28,\"over 1,000\",n/a,CNY\r\n"
      "Alef,a,,\"Ba\"\"nk\r\n\",b,,r1,debt,,,,\"1,000 to 2,000\",5+,USD\r\n\r\n"
      "\"\xe6\x99\xba\xe8\xb0\xb1\",,CN,\xf0\x9f\x98\x80,,,,,,2026,,about 5.25,,EUR";

/// What reading gives, and the errors, each with its byte.
std::string outcome(std::string const& text, std::size_t chunk, csv_mapping const& mapping)
{
    std::string all;
    for (auto const& e : check_csv(text, mapping, {.chunk_bytes = chunk})) {
        all += std::to_string(e.where()->byte) + ' ' + e.what() + '\n';
    }
    read_csv_options options{.chunk_bytes = chunk};
    options.rejects = [&](csv_reject const& refused) {
        all += "refused " + std::string{refused.row} + '\n';
    };
    auto const read = try_read_csv(text, mapping, options);
    return all + (read ? contents_of(*read) : std::string{read.error().what()});
}

std::string spoilt(std::string text, std::mt19937_64& random)
{
    constexpr std::string_view bytes = "\",\r\n |a1-/+\xc3\xa9\xff";
    auto const below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
    auto const times = 1 + below(3);
    for (std::size_t i = 0; i < times && !text.empty(); ++i) {
        auto const at = below(text.size());
        switch (below(4)) {
        case 0:
            text.erase(at, 1 + below(4));
            break;
        case 1:
            text.insert(at, 1, bytes[below(bytes.size())]);
            break;
        case 2:
            text[at] = bytes[below(bytes.size())];
            break;
        default:
            text.insert(at, text.substr(below(text.size()), below(12)));
        }
    }
    return text;
}

/// A cell as it must be written, or in quotes although it need not be.
std::string written(std::string const& cell, csv_dialect const& dialect, bool in_quotes)
{
    std::string const signs{dialect.delimiter, dialect.quote, '\r', '\n'};
    if (!in_quotes && cell.find_first_of(signs) == std::string::npos) {
        return cell;
    }
    std::string text{dialect.quote};
    for (auto const c : cell) {
        text += c == dialect.quote ? std::string{c, c} : std::string{c};
    }
    return text + dialect.quote;
}

std::vector<cells> random_rows(std::mt19937_64& random)
{
    constexpr std::string_view letters = "ab,\"'\n\r; \t|";
    std::vector<cells> rows{{"company", "investor", "when", "usd"}};
    auto const name = [&] {
        std::string text{"x"};
        for (auto n = random() % 4; n != 0; --n) {
            text += letters[random() % letters.size()];
        }
        return text;
    };
    for (auto n = random() % 12; n != 0; --n) {
        rows.push_back({name(), name(),
                        random() % 3 == 0 ? "" : "200" + std::to_string(random() % 3),
                        random() % 3 == 0 ? "" : std::to_string(random() % 3)});
    }
    return rows;
}

std::string table_of(std::vector<cells> const& rows, csv_dialect const& dialect,
                     std::string const& line_break, std::mt19937_64& random)
{
    std::string text;
    for (auto const& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            text += i == 0 ? "" : std::string{dialect.delimiter};
            text += written(row[i], dialect, random() % 2 == 0);
        }
        text += line_break;
    }
    return text;
}

/// How many rounds there are, by the definition: unlike triples of company, date and amount.
std::size_t num_rounds(std::vector<cells> const& rows)
{
    std::vector<std::tuple<std::string, std::string, std::string>> all;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        all.emplace_back(rows[i][0], rows[i][2], rows[i][3]);
    }
    std::sort(all.begin(), all.end());
    return static_cast<std::size_t>(std::unique(all.begin(), all.end()) - all.begin());
}

/// The byte at which `text` is refused for what it costs, whatever the size of the pieces; -1 where
/// it is taken.
std::int64_t refused_at(std::string const& text, read_csv_options options,
                        csv_mapping const& mapping = four_columns())
{
    std::int64_t at = -2;
    for (std::size_t const chunk : {1U, 3U, 100U, 100000U}) {
        CAPTURE(chunk);
        options.chunk_bytes = chunk;
        auto const read = try_read_csv(text, mapping, options);
        auto const found = read ? -1 : static_cast<std::int64_t>(read.error().where()->byte);
        if (!read) {
            CHECK(read.error().code() == error_code::limit_exceeded);
        }
        CHECK((at == -2 || at == found));
        at = found;
    }
    return at;
}

} // namespace

TEST_CASE("read_csv: pieces of any size say the same, at the same places", "[io][csv][chunks]")
{
    auto const expected = outcome(everything, whole, all_columns());
    CHECK(expected.find("refused") == std::string::npos);
    for (std::size_t chunk = 1; chunk < 40; ++chunk) {
        CAPTURE(chunk);
        CHECK(outcome(everything, chunk, all_columns()) == expected);
    }
}

TEST_CASE("read_csv_file: pieces of a file are those of its text", "[io][csv][chunks]")
{
    scratch_folder const folder;
    auto const path = folder / "a.csv";
    std::ofstream{path, std::ios::binary} << everything;
    auto const expected = contents_of(read_csv(everything, all_columns(), {.name = "n"}));
    for (std::size_t const chunk : {1U, 2U, 7U, 100000U}) {
        CHECK(contents_of(read_csv_file(path, all_columns(), {.name = "n", .chunk_bytes = chunk}))
              == expected);
    }
}

TEST_CASE("read_csv: pieces of any size find the same in spoilt tables",
          "[io][csv][chunks][property]")
{
    for (int round = 0; round < 300 * effort(); ++round) {
        auto const seed = static_cast<std::uint64_t>(round);
        std::mt19937_64 random{seed};
        auto mapping = all_columns();
        auto const text = spoilt(everything, random);
        mapping.dialect.encoding = static_cast<csv_encoding>(seed % 4);
        CAPTURE(seed, text);
        auto const expected = outcome(text, whole, mapping);
        for (std::size_t const chunk : {1U, 2U, 3U, 5U, 17U, 64U}) {
            CAPTURE(chunk);
            CHECK(outcome(text, chunk, mapping) == expected);
        }
    }
}

TEST_CASE("read_csv: the dialect in which a table is written does not matter",
          "[io][csv][property]")
{
    for (int round = 0; round < 200 * effort(); ++round) {
        auto const seed = static_cast<std::uint64_t>(round);
        CAPTURE(seed);
        std::mt19937_64 random{seed};
        auto const rows = random_rows(random);
        auto mapping = four_columns();
        auto const plain = read_csv(table_of(rows, mapping.dialect, "\n", random), mapping);
        CHECK(view{plain}.records(record_kind::round).size() == num_rounds(rows));
        CHECK(said_in<participation>(plain).size() == rows.size() - 1);
        for (char const delimiter : {';', '\t', '|'}) {
            for (std::string const line_break : {"\n", "\r", "\r\n"}) {
                mapping.dialect.delimiter = delimiter;
                mapping.dialect.quote = delimiter == '|' ? '\'' : '"';
                auto const text = table_of(rows, mapping.dialect, line_break, random);
                CHECK(to_json(read_csv(text, mapping)) == to_json(plain));
            }
        }
    }
}

TEST_CASE("read_csv: the order of the columns does not matter, nor columns without meaning",
          "[io][csv][property]")
{
    for (int round = 0; round < 100 * effort(); ++round) {
        auto const seed = static_cast<std::uint64_t>(round);
        CAPTURE(seed);
        std::mt19937_64 random{seed};
        auto rows = random_rows(random);
        auto const mapping = four_columns();
        auto const plain = to_json(read_csv(table_of(rows, {}, "\n", random), mapping));
        std::vector<std::size_t> order{0, 1, 2, 3, 4};
        std::shuffle(order.begin(), order.end(), random);
        for (auto& row : rows) {
            row.emplace_back("\"any,\nthing");
            auto const old = row;
            for (std::size_t i = 0; i < order.size(); ++i) {
                row[i] = old[order[i]];
            }
        }
        CHECK(to_json(read_csv(table_of(rows, {}, "\n", random), mapping)) == plain);
    }
}

TEST_CASE("read_csv: two tables one after another are the rows of both", "[io][csv]")
{
    std::string const first = "A,x,2006,5\nB,A,2006,5\n";
    std::string const other = "A,y,2006,5\nC,x,,\n";
    auto book = read_csv(four_header + first, four_columns());
    append_csv(book, four_header + other, four_columns());
    auto const both = read_csv(four_header + first + other, four_columns());
    for (auto const kind : {record_kind::entity, record_kind::round, record_kind::participation}) {
        CHECK(view{book}.records(kind).size() == view{both}.records(kind).size());
    }
    CHECK(book.num_statements() == both.num_statements() + 1); // the round of A is said twice
}

TEST_CASE("read_limits: a cell of as many bytes as allowed is taken, one more is not",
          "[io][csv][limits]")
{
    read_csv_options options;
    auto const at = static_cast<std::int64_t>(four_header.size());
    // NOLINTNEXTLINE(modernize-raw-string-literal): the escape says that there is a line break
    for (std::string const name : {"0123456789", "\"01234\n6789\"", "\"012345678\"\"\""}) {
        CAPTURE(name);
        options.limits.string_bytes = 10;
        CHECK(refused_at(four_header + name + ",x,2006,5\n", options) == -1);
        options.limits.string_bytes = 9;
        CHECK(refused_at(four_header + name + ",x,2006,5\n", options) == at);
    }
}

TEST_CASE("read_limits: a row of as many bytes as allowed is taken, one more is not",
          "[io][csv][limits]")
{
    read_csv_options options;
    auto const at = static_cast<std::int64_t>(four_header.size());
    std::string const row = "A,\"x\r\nyyyyyyyyyyyyyyyyyyyyyyyyyyyy\",,";
    options.limits.record_bytes = row.size();
    CHECK(refused_at(four_header + row + "\r\n", options) == -1);
    CHECK(refused_at(four_header + row, options) == -1);
    --options.limits.record_bytes;
    CHECK(refused_at(four_header + row + "\r\n", options) == at);
    CHECK(refused_at(four_header + row, options) == at);
    options.limits.string_bytes = 5; // met before
    CHECK(refused_at("A" + four_header + row, options) == 0);
    CHECK(refused_at(four_header + row, options) == 0);
}

TEST_CASE("read_limits: a table may have as many columns, rows and bytes as allowed",
          "[io][csv][limits]")
{
    auto const at = static_cast<std::int64_t>(four_header.size());
    auto const text = four_header + "A,x,,\nB,x,,\n";
    auto const length = static_cast<std::int64_t>(text.size());
    read_csv_options options;
    options.most_columns = 4;
    CHECK(refused_at(text, options) == -1);
    CHECK(refused_at(text + "A,x,,,,\n", options) == length + 6);
    options = {};
    options.limits.records = 2;
    CHECK(refused_at(text, options) == -1);
    options.limits.records = 1;
    CHECK(refused_at(text, options) == at + 6);
    options.limits.records = 0;
    CHECK(refused_at(text, options) == at);
    options = {};
    options.limits.document_bytes = text.size();
    CHECK(refused_at(text, options) == -1);
    options.limits.document_bytes = text.size() - 1;
    CHECK(refused_at(text, options) == length - 1);
    options.limits.document_bytes = 0;
    CHECK(refused_at(text, options) == 0);
}

TEST_CASE("read_limits: rows that are refused count, and limits refuse the table",
          "[io][csv][limits]")
{
    read_csv_options options;
    std::size_t refused = 0;
    options.rejects = [&](csv_reject const&) { ++refused; };
    options.limits.records = 2;
    auto const read = try_read_csv(four_header + ",x,,\n,y,,\nA,x,,\n", four_columns(), options);
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().code() == error_code::limit_exceeded);
    CHECK(refused == 2);
}

TEST_CASE("read_limits: hostile tables cost no more than their size", "[io][csv][limits]")
{
    // Each would run into the time limit of ctest if something grew with the square of the text.
    std::string names = "id,name\n";
    std::string empty = "a,b\n";
    std::string bad = four_header;
    for (int i = 0; i < 100'000; ++i) {
        auto const n = std::to_string(i);
        names += "a,name " + n + "\n";
        empty += "\n\r,\"\"\n";
        bad += "\"x\"" + n + ",,,\n";
    }
    csv_mapping one;
    one.company = {.name = "name", .slug = "id"};
    CHECK(read_csv(names, one).num_statements() == 100'000);
    one.company = {.name = "a"};
    read_csv_options options;
    std::size_t refused = 0;
    options.rejects = [&](csv_reject const&) { ++refused; };
    CHECK(read_csv(empty, one, options).num_statements() == 0);
    CHECK(read_csv(bad, four_columns(), options).num_statements() == 0);
    CHECK(refused == 200'000);
    CHECK(check_csv(std::string(1'000'000, ','), one).at(0).code() == error_code::limit_exceeded);
    CHECK(check_csv(std::string(1'000'000, '"'), one).at(0).code() == error_code::limit_exceeded);
    CHECK(check_csv(std::string(1'000'000, '\xff'), one, {.chunk_bytes = 1}).at(0).code()
          == error_code::limit_exceeded);
}

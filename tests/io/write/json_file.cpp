// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// write_json_file: what is there is replaced at once, or stays.

#include "io/scratch_folder.hpp"
#include "io/texts.hpp"
#include "support/catch2.hpp"
#include "support/random_ledgers.hpp"

#include <capgraph/io/read/json.hpp>
#include <capgraph/io/write/json.hpp>
#include <capgraph/ledger/ledger_builder.hpp>

#include <filesystem>
#include <fstream>
#include <optional>
#include <string>

using namespace capgraph;
using namespace capgraph::test;
namespace fs = std::filesystem;

namespace {

void put(std::string const& path, std::string const& text)
{
    std::ofstream{path, std::ios::binary} << text;
}

/// A ledger that cannot be written: it holds a rate beyond what can be read.
ledger unwritable()
{
    ledger book;
    ledger_builder to{book};
    to.add(rate{.base = currency{"CNY"},
                .quote = currency{"USD"},
                .date = date{2026},
                .value = decimal{1, 900}});
    to.commit();
    return book;
}

std::optional<error> error_of_writing(std::string const& path, ledger const& book)
{
    try {
        write_json_file(path, book);
    } catch (error const& e) {
        return e;
    }
    return std::nullopt;
}

} // namespace

TEST_CASE("write_json_file: the file holds what to_json gives, and nothing lies beside it",
          "[io][write]")
{
    scratch_folder const folder;
    auto const book = random_ledger(5, {.news = 2000});
    write_json_file(folder / "book.json", book, {.title = "T"});
    CHECK(text_of(folder / "book.json") == to_json(book, {.title = "T"}));
    CHECK(folder.num_files() == 1);
    CHECK(read_json_file(folder / "book.json").num_statements() == book.num_statements());
}

TEST_CASE("write_json_file: a file that was there is replaced and keeps its permissions",
          "[io][write]")
{
    scratch_folder const folder;
    put(folder / "book.json", "old");
    auto const mode = fs::perms::owner_read | fs::perms::owner_write | fs::perms::others_read;
    fs::permissions(folder / "book.json", mode);
    write_json_file(folder / "book.json", ledger{});
    CHECK(text_of(folder / "book.json") == to_json(ledger{}));
    CHECK(fs::status(folder / "book.json").permissions() == mode);
    CHECK(folder.num_files() == 1);
}

TEST_CASE("write_json_file: what fails leaves the old file and nothing else", "[io][write]")
{
    scratch_folder const folder;
    put(folder / "book.json", "old");
    auto const e = error_of_writing(folder / "book.json", unwritable());
    REQUIRE(e);
    CHECK(e->code() == error_code::number_out_of_range);
    CHECK(text_of(folder / "book.json") == "old");
    CHECK(folder.num_files() == 1);
}

TEST_CASE("write_json_file: a symbolic link goes on leading to the file", "[io][write]")
{
    scratch_folder const folder;
    put(folder / "book.json", "old");
    fs::create_symlink(folder / "book.json", folder / "link.json");
    write_json_file(folder / "link.json", ledger{});
    CHECK(fs::is_symlink(folder / "link.json"));
    CHECK(text_of(folder / "book.json") == to_json(ledger{}));
}

TEST_CASE("write_json_file: a file that cannot be written is an error that names it", "[io][write]")
{
    scratch_folder const folder;
    for (auto const& path : {folder / "no-such-folder/book.json", folder.path(), std::string{}}) {
        CAPTURE(path);
        auto const e = error_of_writing(path, ledger{});
        REQUIRE(e);
        CHECK(e->code() == error_code::unwritable_file);
        REQUIRE(e->where() != nullptr);
        CHECK(e->where()->file == path);
        CHECK(folder.num_files() == 0);
    }
}

TEST_CASE("write_json_file: a file in the folder one is in needs no folder in its name",
          "[io][write]")
{
    scratch_folder const folder;
    auto const before = fs::current_path();
    fs::current_path(folder.path());
    write_json_file("book.json", ledger{});
    fs::current_path(before);
    CHECK(text_of(folder / "book.json") == to_json(ledger{}));
}

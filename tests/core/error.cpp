// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/core/error.hpp>

#include "support/catch2.hpp"

#include <set>
#include <string>
#include <string_view>
#include <type_traits>

using namespace capgraph;
using namespace std::string_literals;

static_assert(std::is_nothrow_copy_constructible_v<error>);
static_assert(std::is_nothrow_copy_assignable_v<error>);
static_assert(std::is_nothrow_move_constructible_v<error>);
static_assert(std::is_nothrow_destructible_v<error>);
static_assert(std::is_base_of_v<std::runtime_error, error>);

namespace {

constexpr auto last_code = error_code::not_converged;

std::string message(error const& e)
{
    return e.what();
}

} // namespace

TEST_CASE("to_string: every code has a name of its own, in the letters of a program",
          "[core][error]")
{
    std::set<std::string_view> names;
    for (int i = 0; i <= static_cast<int>(last_code); ++i) {
        auto const name = to_string(static_cast<error_code>(i));
        CAPTURE(i, name);
        CHECK(!name.empty());
        CHECK(name != "unknown");
        CHECK(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string_view::npos);
        names.insert(name);
    }
    CHECK(names.size() == static_cast<std::size_t>(last_code) + 1);
}

TEST_CASE("to_string: a code reads as it is written in C++", "[core][error]")
{
    CHECK(to_string(error_code::none) == "none");
    CHECK(to_string(error_code::unreadable_file) == "unreadable_file");
    CHECK(to_string(error_code::unwritable_file) == "unwritable_file");
    CHECK(to_string(error_code::unwritable_file) == "unwritable_file");
    CHECK(to_string(error_code::syntax) == "syntax");
    CHECK(to_string(error_code::bad_encoding) == "bad_encoding");
    CHECK(to_string(error_code::limit_exceeded) == "limit_exceeded");
    CHECK(to_string(error_code::duplicate_key) == "duplicate_key");
    CHECK(to_string(error_code::unknown_key) == "unknown_key");
    CHECK(to_string(error_code::escaped_key) == "escaped_key");
    CHECK(to_string(error_code::wrong_type) == "wrong_type");
    CHECK(to_string(error_code::missing_field) == "missing_field");
    CHECK(to_string(error_code::bad_value) == "bad_value");
    CHECK(to_string(error_code::number_out_of_range) == "number_out_of_range");
    CHECK(to_string(error_code::unknown_reference) == "unknown_reference");
    CHECK(to_string(error_code::inconsistent_record) == "inconsistent_record");
    CHECK(to_string(error_code::duplicate_statement) == "duplicate_statement");
    CHECK(to_string(error_code::not_known_at) == "not_known_at");
    CHECK(to_string(error_code::unknown_entity) == "unknown_entity");
    CHECK(to_string(error_code::currency_mismatch) == "currency_mismatch");
    CHECK(to_string(error_code::overflow) == "overflow");
    CHECK(to_string(error_code::missing_rate) == "missing_rate");
    CHECK(to_string(error_code::cancelled) == "cancelled");
    CHECK(to_string(error_code::over_budget) == "over_budget");
    CHECK(to_string(error_code::not_converged) == "not_converged");
}

TEST_CASE("to_string: a code beyond the list is unknown", "[core][error]")
{
    CHECK(to_string(static_cast<error_code>(static_cast<int>(last_code) + 1)) == "unknown");
    CHECK(to_string(static_cast<error_code>(255)) == "unknown");
}

TEST_CASE("error: the message has every part in order", "[core][error]")
{
    error const e{error_code::bad_value, "'2026-13'", "a date",
                  text_position{"deals.json", 120, 7, 13, "/rounds/0/announced"}};
    CHECK(message(e)
          == "deals.json:7:13: /rounds/0/announced: bad_value: found '2026-13', expected a date");
    CHECK(e.code() == error_code::bad_value);
    CHECK(e.found() == "'2026-13'");
    CHECK(e.expected() == "a date");
    REQUIRE(e.where() != nullptr);
    CHECK(*e.where() == text_position{"deals.json", 120, 7, 13, "/rounds/0/announced"});
}

TEST_CASE("error: the message leaves out what is absent", "[core][error]")
{
    auto const code = error_code::syntax;
    CHECK(message({code, "", ""}) == "syntax");
    CHECK(message({code, "F", ""}) == "syntax: found F");
    CHECK(message({code, "", "E"}) == "syntax: expected E");
    CHECK(message({code, "F", "E"}) == "syntax: found F, expected E");
}

TEST_CASE("error: the message leaves out what is absent of the place", "[core][error]")
{
    auto const at = [](text_position const& where) {
        return message({error_code::syntax, "F", "E", where});
    };
    CHECK(at({}) == "syntax: found F, expected E");
    CHECK(at({"", 9, 0, 0, ""}) == "syntax: found F, expected E");
    CHECK(at({"f.json", 9, 0, 0, ""}) == "f.json: syntax: found F, expected E");
    CHECK(at({"", 9, 3, 4, ""}) == "line 3:4: syntax: found F, expected E");
    CHECK(at({"", 9, 0, 0, "/a"}) == "/a: syntax: found F, expected E");
    CHECK(at({"f.json", 9, 3, 4, ""}) == "f.json:3:4: syntax: found F, expected E");
    CHECK(at({"f.json", 9, 0, 0, "/a"}) == "f.json: /a: syntax: found F, expected E");
    CHECK(at({"", 9, 3, 4, "/a"}) == "line 3:4: /a: syntax: found F, expected E");
    CHECK(at({"f.json", 9, 3, 4, "/a"}) == "f.json:3:4: /a: syntax: found F, expected E");
}

TEST_CASE("error: the message is one line whatever was found", "[core][error]")
{
    error const e{error_code::syntax, "a\nb\tc\x1b[2J\x7f"s + '\0' + "d 国\"\\", "",
                  text_position{"f\r.json", 0, 0, 0, ""}};
    CHECK(message(e)
          == "f\\u000d.json: syntax: found a\\u000ab\\u0009c\\u001b[2J\\u007f\\u0000d 国\"\\");
    CHECK(e.found() == "a\nb\tc\x1b[2J\x7f"s + '\0' + "d 国\"\\");
}

TEST_CASE("error: an error about no text has no place", "[core][error]")
{
    CHECK(error{error_code::cancelled, "", ""}.where() == nullptr);
}

TEST_CASE("error: the default says that there is none", "[core][error]")
{
    error const none;
    CHECK(none.code() == error_code::none);
    CHECK(none.found().empty());
    CHECK(none.expected().empty());
    CHECK(none.where() == nullptr);
    CHECK(message(none) == "none");
    CHECK(message(none.at({"f.json", 0, 1, 1, ""})) == "f.json:1:1: none");
}

TEST_CASE("error: a copy says the same when the original is gone", "[core][error]")
{
    auto const long_text = std::string(100, 'x');
    error copy;
    {
        error const original{error_code::overflow, long_text, long_text,
                             text_position{long_text, 1, 2, 3, "/"}};
        copy = original;
    }
    auto const again = copy;
    copy = error{};
    CHECK(again.code() == error_code::overflow);
    CHECK(again.found() == long_text);
    CHECK(again.expected() == long_text);
    REQUIRE(again.where() != nullptr);
    CHECK(again.where()->file == long_text);
    CHECK(message(again)
          == long_text + ":2:3: /: overflow: found " + long_text + ", expected " + long_text);
}

TEST_CASE("error: is caught as a standard exception with its message", "[core][error]")
{
    try {
        throw error{error_code::missing_rate, "CNY/USD", "a rate"};
    } catch (std::exception const& e) {
        CHECK(e.what() == "missing_rate: found CNY/USD, expected a rate"s);
    }
}

TEST_CASE("error::at: keeps what was said and names the new place", "[core][error]")
{
    error const e{error_code::bad_value, "F", "E", text_position{"old.json", 1, 1, 1, ""}};
    auto const moved = e.at({"new.json", 50, 4, 2, "/x"});
    CHECK(message(moved) == "new.json:4:2: /x: bad_value: found F, expected E");
    CHECK(moved.code() == e.code());
    CHECK(moved.found() == e.found());
    CHECK(moved.expected() == e.expected());
    CHECK(message(e) == "old.json:1:1: bad_value: found F, expected E");
}

TEST_CASE("error: a long text is cut in the message, between characters", "[core][error]")
{
    std::string chinese;
    for (int i = 0; i < 200; ++i) {
        chinese += "\u667a";
    }
    auto const cut = [&](std::string const& before) {
        return message(error{error_code::bad_value, before + chinese, ""});
    };
    CHECK(cut("") == "bad_value: found " + chinese.substr(0, 300) + "... (600 bytes)");
    CHECK(cut("a") == "bad_value: found a" + chinese.substr(0, 297) + "... (601 bytes)");
    CHECK(error{error_code::bad_value, chinese, ""}.found() == chinese);
    CHECK(message(error{error_code::bad_value, std::string(300, 'x'), ""}).ends_with("xxx"));
}

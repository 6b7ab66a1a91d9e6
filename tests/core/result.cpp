// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/core/result.hpp>

#include "support/catch2.hpp"

#include <memory>
#include <string>

using namespace capgraph;

namespace {

result<std::string> refuse()
{
    return error{error_code::unknown_key, "\"nmae\"", "\"name\"",
                 text_position{"f.json", 10, 2, 3, "/entities/0"}};
}

} // namespace

TEST_CASE("result: has a value or an error", "[core][result]")
{
    result<int> const value = 3;
    CHECK(value.has_value());
    CHECK_FALSE(value.has_error());
    CHECK(value.value() == 3);
    CHECK(*value == 3);
    CHECK(refuse().has_error());
    CHECK_FALSE(refuse().has_value());
}

TEST_CASE("result::value: throws the very error that it holds", "[core][result]")
{
    try {
        static_cast<void>(refuse().value());
        FAIL("nothing was thrown");
    } catch (error const& thrown) {
        CHECK(thrown.code() == error_code::unknown_key);
        CHECK(thrown.found() == "\"nmae\"");
        CHECK(thrown.expected() == "\"name\"");
        REQUIRE(thrown.where() != nullptr);
        CHECK(*thrown.where() == text_position{"f.json", 10, 2, 3, "/entities/0"});
        CHECK(thrown.what() == std::string{refuse().error().what()});
    }
}

TEST_CASE("result::error: is the error held and none beside a value", "[core][result]")
{
    CHECK(refuse().error().code() == error_code::unknown_key);
    CHECK(result<int>{3}.error().code() == error_code::none);
}

TEST_CASE("result: holds what only moves, or nothing", "[core][result]")
{
    auto made = result<std::unique_ptr<int>>{std::make_unique<int>(7)};
    auto const taken = std::move(made).value();
    REQUIRE(taken != nullptr);
    CHECK(*taken == 7);

    result<void> const done;
    CHECK(done.has_value());
    result<void> const failed = error{error_code::cancelled, "", ""};
    CHECK_THROWS_AS(failed.value(), error);
}

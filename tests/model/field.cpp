// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/model/field.hpp>

#include "support/catch2.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace capgraph;

TEST_CASE("field: says nothing at first", "[model][field]")
{
    field<int> const unsaid;
    CHECK_FALSE(unsaid.is_said());
    CHECK_FALSE(unsaid.has_value());
    CHECK_FALSE(unsaid.is_withdrawn());
    CHECK_FALSE(static_cast<bool>(unsaid));
}

TEST_CASE("field: a value is said and has a value", "[model][field]")
{
    field<int> const said = 7;
    CHECK(said.is_said());
    CHECK(said.has_value());
    CHECK_FALSE(said.is_withdrawn());
    CHECK(static_cast<bool>(said));
    CHECK(said.value() == 7);
    CHECK(*said == 7);
}

TEST_CASE("field: what is taken back is said and has no value", "[model][field]")
{
    field<int> const withdrawn = taken_back;
    CHECK(withdrawn.is_said());
    CHECK(withdrawn.is_withdrawn());
    CHECK_FALSE(withdrawn.has_value());
    CHECK_FALSE(static_cast<bool>(withdrawn));
}

TEST_CASE("field: the three states differ", "[model][field]")
{
    field<int> const unsaid;
    field<int> const said = 0;
    field<int> const withdrawn = taken_back;
    CHECK(unsaid == field<int>{});
    CHECK(said == field<int>{0});
    CHECK(withdrawn == field<int>{taken_back});
    CHECK(unsaid != said);
    CHECK(unsaid != withdrawn);
    CHECK(said != withdrawn);
    CHECK(said != field<int>{1});
}

TEST_CASE("field: false and zero are values", "[model][field]")
{
    CHECK(field<bool>{false}.has_value());
    CHECK(field<bool>{false} != field<bool>{});
    CHECK(field<int>{0}.has_value());
}

TEST_CASE("field: value throws where there is none", "[model][field]")
{
    CHECK_THROWS_AS(field<int>{}.value(), std::bad_optional_access);
    CHECK_THROWS_AS(field<int>{taken_back}.value(), std::bad_optional_access);
}

TEST_CASE("field: value_or gives the other only where there is no value", "[model][field]")
{
    CHECK(field<int>{}.value_or(3) == 3);
    CHECK(field<int>{taken_back}.value_or(3) == 3);
    CHECK(field<int>{7}.value_or(3) == 7);
}

TEST_CASE("field: compares with a plain value", "[model][field]")
{
    CHECK(field<int>{7} == 7);
    CHECK(field<int>{} != 0);
    CHECK(field<int>{taken_back} != 0);
}

TEST_CASE("field: is made of whatever makes its value", "[model][field]")
{
    field<std::string_view> const text = "alibaba";
    CHECK(text == std::string_view{"alibaba"});
    CHECK(text->size() == 7);
    field<std::vector<int>> const list = std::vector{1, 2};
    CHECK(list->size() == 2);
}

TEST_CASE("field: assignment replaces any state by any other", "[model][field]")
{
    field<std::string> value;
    value = "a";
    CHECK(value == std::string{"a"});
    value = taken_back;
    CHECK(value.is_withdrawn());
    CHECK_FALSE(value.has_value());
    value = "b";
    CHECK_FALSE(value.is_withdrawn());
    CHECK(value == std::string{"b"});
    value = {};
    CHECK_FALSE(value.is_said());
}

TEST_CASE("field: a copy is equal and its own", "[model][field]")
{
    field<std::string> original = "a";
    auto const copy = original;
    original = "b";
    CHECK(copy == std::string{"a"});
    auto const moved = std::move(original);
    CHECK(moved == std::string{"b"});
}

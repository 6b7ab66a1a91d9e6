// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/core/text_position.hpp>

#include "support/catch2.hpp"

using namespace capgraph;

TEST_CASE("text_position: names no place until it is told one", "[core][text_position]")
{
    text_position const nowhere;
    CHECK(nowhere.file.empty());
    CHECK(nowhere.byte == 0);
    CHECK(nowhere.line == 0);
    CHECK(nowhere.column == 0);
    CHECK(nowhere.pointer.empty());
}

TEST_CASE("text_position: two are equal when every part is", "[core][text_position]")
{
    text_position const place{"deals.json", 120, 7, 13, "/rounds/0"};
    CHECK(place == text_position{"deals.json", 120, 7, 13, "/rounds/0"});
    CHECK_FALSE(place == text_position{"other.json", 120, 7, 13, "/rounds/0"});
    CHECK_FALSE(place == text_position{"deals.json", 121, 7, 13, "/rounds/0"});
    CHECK_FALSE(place == text_position{"deals.json", 120, 8, 13, "/rounds/0"});
    CHECK_FALSE(place == text_position{"deals.json", 120, 7, 14, "/rounds/0"});
    CHECK_FALSE(place == text_position{"deals.json", 120, 7, 13, "/rounds/1"});
}

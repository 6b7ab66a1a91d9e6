// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "cli/table.hpp"

#include "cli/terminal_text.hpp"
#include "support/catch2.hpp"

#include <stdexcept>
#include <string>

using namespace capgraph;
using namespace capgraph::cli;

TEST_CASE("table: columns line up, text to the left and numbers to the right", "[cli][table]")
{
    table t{{{"investor"}, {"score", alignment::right}}};
    t.add({"Alibaba", "12"});
    t.add({"JD.com", "3"});
    CHECK(to_string(t)
          == "investor  score\n"
             "────────  ─────\n"
             "Alibaba      12\n"
             "JD.com        3\n");
}

TEST_CASE("table: Chinese names line up", "[cli][table]")
{
    table t{{{"name"}, {"n", alignment::right}}};
    t.add({"智谱华章", "1"});
    t.add({"Zhipu", "22"});
    CHECK(to_string(t)
          == "name       n\n"
             "────────  ──\n"
             "智谱华章   1\n"
             "Zhipu     22\n");
}

TEST_CASE("table: no line ends in a space", "[cli][table]")
{
    table t{{{"a", alignment::left}, {"b", alignment::left}}};
    t.add({"x", ""});
    t.add({"", ""});
    CHECK(to_string(t) == "a  b\n─  ─\nx\n\n");
}

TEST_CASE("table: without rows the headers stand alone and without headers the rows do",
          "[cli][table]")
{
    CHECK(to_string(table{{{"a"}, {"bc"}}}) == "a  bc\n─  ──\n");
    table bare{{{""}, {"", alignment::right}}};
    bare.add({"x", "1"});
    CHECK(to_string(bare) == "x  1\n");
    CHECK(to_string(table{{}}).empty());
}

TEST_CASE("table: cells that are missing are empty and cells too many are refused", "[cli][table]")
{
    table t{{{"a"}, {"b"}}};
    CHECK(t.empty());
    t.add({"x"});
    CHECK(!t.empty());
    CHECK(to_string(t) == "a  b\n─  ─\nx\n");
    CHECK_THROWS_AS(t.add({"1", "2", "3"}), std::invalid_argument);
}

TEST_CASE("table: a cell wider than its column is shortened", "[cli][table]")
{
    table t{{{"a", alignment::left, 4}}};
    t.add({"Hangzhou"});
    CHECK(to_string(t) == "a\n────\nHan…\n");
}

TEST_CASE("table: a hostile name makes no line, no colour and no turn of direction", "[cli][table]")
{
    table t{{{"name"}, {"n"}}};
    t.add({"a\nb\x1B[2J\u202Ec", "1"});
    CHECK(to_string(t)
          == "name       n\n"
             "─────────  ─\n"
             "a b\uFFFD[2J\uFFFDc  1\n");
}

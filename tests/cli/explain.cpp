// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
// capgraph explain: every figure names the statements that it rests on.

#include "cli/answers.hpp"
#include "support/catch2.hpp"

#include <algorithm>
#include <string>

using namespace capgraph;
using namespace capgraph::test;

namespace {

bool decides_any(std::string const& line)
{
    auto const rows = rows_of(line);
    return std::any_of(rows.begin(), rows.end(),
                       [](auto const& row) { return text(row, "role") == "decides"; });
}

bool names(std::string const& line, std::string const& statement)
{
    auto const rows = rows_of(line);
    return std::any_of(rows.begin(), rows.end(), [&](auto const& row) {
        return text(row, "statement").find(statement) != std::string::npos;
    });
}

} // namespace

// NOLINTBEGIN(performance-inefficient-string-concatenation): lines of a shell read best with +
TEST_CASE("explain: names statements for every figure that stats prints", "[cli][explain]")
{
    std::string const data =
        GENERATE(as<std::string>{}, shipped, " --data data/chinese_ai_labs.json");
    for (std::string const view :
         {"", " --min-status rumored", " --min-status in_talks --known-at 2026-05-15"}) {
        CAPTURE(view, data);
        CHECK(decides_any("explain network" + view + data));
        for (auto const& row : rows_of("stats" + view + data)) {
            if (text(row, "table") != "company") {
                continue; // of the whole network
            }
            auto const company = text(row, "company");
            CAPTURE(company);
            CHECK(decides_any("explain state-backing " + company + view + data)); // and backers
            if (!row.at("valuation_text").is_null()) {
                auto const why = "explain valuation " + company + view + data;
                CHECK(decides_any(why));
                CHECK(names(why, "amount " + text(row, "valuation_text")));
            }
        }
    }
}
// NOLINTEND(performance-inefficient-string-concatenation)

TEST_CASE("explain: a valuation as known rests on what was said by then", "[cli][explain]")
{
    auto const rows = rows_of("explain valuation deepseek --known-at 2026-05-15 --min-status "
                              "in_talks"
                              + shipped);
    auto const role_of = [&](std::string const& statement) {
        auto const row = std::find_if(rows.begin(), rows.end(), [&](auto const& each) {
            return text(each, "statement").find(statement) != std::string::npos;
        });
        return row == rows.end() ? std::string{} : text(*row, "role");
    };
    CHECK(role_of("amount USD 20bn") == "decides");
    CHECK(role_of("amount about USD 45bn") == "superseded");
}

TEST_CASE("explain: says who said it and when", "[cli][explain]")
{
    auto const got = run_line("explain state-backing zhipu" + shipped);
    CHECK(got.code == cli::fine);
    CHECK_THAT(got.out, Catch::Matchers::Contains("The state backing of Zhipu rests on"));
    CHECK_THAT(got.out, Catch::Matchers::Contains("(s3, Investors"));
    CHECK_THAT(got.out, Catch::Matchers::Contains("reported 2025-03"));
    auto const round = run_line("explain state-backing --round zhipu-2025" + shipped);
    CHECK(round.code == cli::fine);
    CHECK(round.out.size() < got.out.size()); // the early backing of Alibaba is no part of it
}

TEST_CASE("explain: the co-investment of two rests on what both put in", "[cli][explain]")
{
    auto const line = "explain co-investment alibaba tencent --min-status in_talks" + shipped;
    auto const all = rows_of(line);
    CHECK(names(line, "investor alibaba"));
    CHECK(names(line, "investor tencent"));
    CHECK(names(line, "round deepseek-2026"));
    CHECK_FALSE(names(line, "investor idg-capital"));
    CHECK(all.size()
          < rows_of("explain co-investors alibaba --min-status in_talks" + shipped).size());
    CHECK_THAT(run_line(line).out,
               Catch::Matchers::Contains("The co-investment of Alibaba and Tencent rests on"));

    auto const turned = "explain co-investment Tencent Alibaba --min-status in_talks" + shipped;
    CHECK(rows_of(turned) == all);
    auto const options = answer_to(turned).at("options").as_object();
    CHECK(text(options, "entity") == "Tencent");
    CHECK(text(options, "other") == "Alibaba");
    CHECK(answer_to("explain network" + shipped).at("options").at("other").is_null());
}

// NOLINTBEGIN(performance-inefficient-string-concatenation): lines of a shell read best with +
TEST_CASE("explain: every pair that co-investment prints rests on statements", "[cli][explain]")
{
    for (auto const& row : rows_of("co-investment --min-status rumored" + shipped)) {
        auto const pair = text(row, "investor") + ' ' + text(row, "co_investor");
        CAPTURE(pair);
        CHECK(decides_any("explain co-investment " + pair + " --min-status rumored" + shipped));
    }
}
// NOLINTEND(performance-inefficient-string-concatenation)

TEST_CASE("explain: what makes no sense is usage", "[cli][explain]")
{
    for (std::string const line :
         {"explain", "explain luck", "explain valuation", "explain state-backing nobody",
          "explain valuation --round zhipu-2025", "explain state-backing --round nothing",
          "explain state-backing zhipu --round zhipu-2025", "explain co-investment",
          "explain co-investment alibaba", "explain co-investment alibaba nobody",
          "explain co-investment --round zhipu-2025", "explain valuation zhipu minimax"}) {
        CAPTURE(line);
        CHECK(run_line(line + shipped).code == cli::usage);
    }
}

TEST_CASE("explain: takes the first rows alone where that is asked", "[cli][explain]")
{
    CHECK(rows_of("explain network --top 3" + shipped).size() == 3);
    CHECK_THAT(run_line("explain network --top 3" + shipped).out,
               Catch::Matchers::Contains("101 statements more"));
}

TEST_CASE("explain: ownership rests on the stakes above and below, and a measure on its chains",
          "[cli][explain]")
{
    std::string const labs_data = " --data data/chinese_ai_labs.json ";
    auto const owners = rows_of("explain ownership deepseek" + labs_data);
    CHECK(!where(owners, "kind", "holding").empty());
    auto const labelled =
        rows_of("explain state-backing --round deepseek-2026 --min-status in_talks" + labs_data);
    auto const through =
        rows_of("explain state-backing --round deepseek-2026 --min-status in_talks "
                "--measure look_through"
                + labs_data);
    CHECK(where(through, "kind", "holding").size() > where(labelled, "kind", "holding").size());
}

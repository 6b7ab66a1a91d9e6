// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
// What the shipped data set must show, asked of the command as a user asks it.

#include "cli/answers.hpp"
#include "support/catch2.hpp"

#include <set>
#include <string>
#include <utility>

using namespace capgraph;
using namespace capgraph::test;

namespace {

boost::json::object company(std::string const& options, std::string_view slug)
{
    return only(
        where(where(rows_of("stats" + shipped + options), "table", "company"), "company", slug));
}

/// The only row about one round, of one denominator.
boost::json::object backing(std::string const& options, std::string_view denominator)
{
    return only(where(rows_of("state-backing" + shipped + options), "denominator", denominator));
}

} // namespace

TEST_CASE("co-investment: closed deals make six pairs, all of one Zhipu round", "[cli][shown]")
{
    auto const by_round = rows_of("co-investment" + shipped + "--unit round");
    CHECK(by_round.size() == 6);
    std::set<std::string> investors;
    for (auto const& row : by_round) {
        CHECK(texts(row, "round_ids") == "zhipu-2025");
        CHECK(number(row, "shared") == 1);
        investors.insert(text(row, "investor"));
        investors.insert(text(row, "co_investor"));
    }
    CHECK(investors
          == std::set<std::string>{"alibaba", "hangzhou-municipal-construction-investment-group",
                                   "shangcheng-capital", "tencent"});
    auto const by_company = rows_of("co-investment" + shipped);
    CHECK(by_company.size() == 6);
    for (auto const& row : by_company) {
        CHECK(texts(row, "company_ids") == "zhipu");
    }
}

TEST_CASE("co-investors: closed, Alibaba backs Zhipu, Moonshot AI and Baichuan", "[cli][shown]")
{
    auto const answer = answer_to("co-investors alibaba" + shipped);
    CHECK(texts(answer.at("options").as_object(), "companies_backed")
          == "baichuan moonshot-ai zhipu");
    CHECK(rows_of(answer).size() == 3);
}

TEST_CASE("co-investors: with committed deals and rolled up, Alibaba backs 01.AI too",
          "[cli][shown]")
{
    auto const backed = [](std::string const& options) {
        auto const answer = answer_to("co-investors alibaba" + shipped + options);
        return texts(answer.at("options").as_object(), "companies_backed");
    };
    CHECK(backed("--min-status committed --roll-up parents") == "01-ai baichuan moonshot-ai zhipu");
    CHECK(backed("--min-status committed") == "baichuan moonshot-ai zhipu");
    CHECK(backed("--roll-up parents") == "baichuan moonshot-ai zhipu");
    CHECK(texts(company("--min-status committed", "01-ai"), "backer_ids") == "alibaba-cloud");
}

TEST_CASE("stats: closed, none backs MiniMax, and DeepSeek only its parent", "[cli][shown]")
{
    CHECK(number(company("", "minimax"), "backers") == 0);
    CHECK(texts(company("", "deepseek"), "backer_ids") == "high-flyer-capital-management");
}

TEST_CASE("stats: DeepSeek's pre-money valuation is 20bn dollars in mid-May and 45bn in June",
          "[cli][shown]")
{
    auto const may = company("--known-at 2026-05-15 --min-status in_talks", "deepseek");
    CHECK(text(may, "valuation_basis") == "pre");
    CHECK(text(may, "valuation_currency") == "USD");
    CHECK(text(may, "valuation_lower") == "20000000000");
    CHECK(text(may, "valuation_upper") == "20000000000");
    CHECK(text(may, "valuation_round") == "deepseek-2026");
    auto const june = company("--known-at 2026-06-01 --min-status in_talks", "deepseek");
    CHECK(text(june, "valuation_basis") == "pre");
    CHECK(text(june, "valuation_lower") == "45000000000");
    CHECK(text(june, "valuation_hedge") == "about");
    CHECK(text(june, "valuation_text") == "about USD 45bn");
}

TEST_CASE("state-backing: of Zhipu's round two of four, and nothing is known of the money",
          "[cli][shown]")
{
    auto const row = backing("--round zhipu-2025 --measure labelled", "total");
    CHECK(number(row, "state_investors") == 2);
    CHECK(number(row, "investors") == 4);
    CHECK(number(row, "capital_lower") == 0.0);
    CHECK(number(row, "capital_upper") == 1.0);
    CHECK(number(row, "capital_coverage") == 0.0);
    CHECK(row.at("capital_best").is_null());
    CHECK(row.at("capital_convention").is_null());
    CHECK(row.at("error").is_null());
}

TEST_CASE("state-backing: a seventh of DeepSeek's round and a fifth of the external part",
          "[cli][shown]")
{
    std::string const asked = "--round deepseek-2026 --known-at 2026-07-01 --min-status in_talks";
    auto const total = backing(asked, "total");
    CHECK(number(total, "capital_lower") == Approx(1.0 / 7.0));
    CHECK(number(total, "capital_upper") == Approx(1.0 / 7.0));
    CHECK(total.at("capital_hedged").as_bool());
    CHECK(number(total, "capital_coverage") == Approx(3.0 / 7.0));
    auto const external = backing(asked, "external");
    CHECK(number(external, "capital_lower") == Approx(0.2));
    CHECK(number(external, "capital_upper") == Approx(0.2));
    CHECK(external.at("capital_hedged").as_bool());
    CHECK(texts(total, "state_investor_ids") == "national-ai-industry-investment-fund");
    // 10bn of the state and 40bn undisclosed of 70bn, which unnamed state money can have paid.
    CHECK(number(backing(asked + " --unnamed possible", "total"), "capital_upper")
          == Approx(5.0 / 7.0));
}

TEST_CASE("state-backing: in March 2025 the round of 2026 is not known and the approach is",
          "[cli][shown]")
{
    auto const early = " --known-at 2025-03-01 --min-status rumored";
    auto const got = run_line("state-backing --round deepseek-2026" + shipped + early);
    CHECK(got.code == cli::findings);
    CHECK(got.out.empty());
    CHECK_THAT(got.err, Catch::Matchers::Contains("not_known_at"));
    CHECK_THAT(got.err, Catch::Matchers::Contains("deepseek-2026"));

    auto const approach = backing(std::string{"--round deepseek-2025"} + early, "total");
    CHECK(number(approach, "state_investors") == 2);
    CHECK(approach.at("amount_text").is_null());
    CHECK(approach.at("amount_lower").is_null());
}

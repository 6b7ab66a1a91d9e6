// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "cli/co_investment_line.hpp"

#include "cli/answers.hpp"
#include "cli/run.hpp"
#include "support/catch2.hpp"

#include <sstream>
#include <string>
#include <vector>

using namespace capgraph;
using namespace capgraph::test;

namespace {

/// Ann and Bob share Alpha and Beta, Cat has Alpha too. Ann paid 60m of the 100m of alpha-1.
std::string const deals = R"({"capgraph": 1,
 "sources": [{"id": "s", "published": "2024"}],
 "entities": [{"id": "alpha", "name": "Alpha", "kind": "company", "source": "s"},
              {"id": "beta", "name": "Beta", "kind": "company", "source": "s"},
              {"id": "ann", "name": "Ann", "kind": "fund", "source": "s"},
              {"id": "bob", "name": "Bob", "kind": "fund", "source": "s"},
              {"id": "cat", "name": "Cat", "kind": "fund", "source": "s"}],
 "rounds": [{"id": "alpha-1", "company": "alpha", "kind": "primary", "closed": "2020-05", "status": "closed",
             "amount": [{"exactly": "100000000", "currency": "USD"}], "source": "s"},
            {"id": "beta-1", "company": "beta", "kind": "debt", "closed": "2022", "status": "closed", "source": "s"}],
 "participations": [{"round": "alpha-1", "investor": "ann", "role": "lead", "source": "s",
                     "cheque": [{"exactly": "60000000", "currency": "USD"}]},
                    {"round": "alpha-1", "investor": "bob", "source": "s"},
                    {"round": "alpha-1", "investor": "cat", "source": "s"},
                    {"round": "beta-1", "investor": "ann", "source": "s"},
                    {"round": "beta-1", "investor": "bob", "source": "s"}]})";

std::size_t num_rows(std::string const& line)
{
    return rows_of(line + " --data -", deals).size();
}

int code_of(std::vector<std::string> const& arguments)
{
    std::istringstream in{deals};
    std::ostringstream out;
    std::ostringstream err;
    return static_cast<int>(cli::run(arguments, {in, out, err}));
}

} // namespace

TEST_CASE("co-investment: weighs as asked, the heaviest first", "[cli][co_investment]")
{
    auto const rows = rows_of("co-investment --weight newman --data -", deals);
    REQUIRE(rows.size() == 3);
    CHECK(text(rows[0], "investor") == "ann");
    CHECK(text(rows[0], "co_investor") == "bob");
    CHECK(number(rows[0], "weight") == 1.5);
    CHECK(number(rows[0], "shared") == 2);
    CHECK(number(rows[1], "weight") == 0.5);
    CHECK(num_rows("co-investment --weight newman --min-weight 1") == 1);
    CHECK(num_rows("co-investment --hub-cap 2") == 1);
}

TEST_CASE("co-investment: of a period, a window, a kind", "[cli][co_investment]")
{
    CHECK(num_rows("co-investment --period 2020") == 3);
    CHECK(num_rows("co-investment --period 2021/2022") == 1);
    CHECK(num_rows("co-investment --period 2022 --window 2") == 1);
    CHECK(num_rows("co-investment --period 2022 --window 3") == 3);
    CHECK(num_rows("co-investment --kind debt") == 1);
    CHECK(num_rows("co-investment --kind primary,debt") == 3);
    CHECK(num_rows("co-investment --kind ipo") == 0);
}

TEST_CASE("co-investment: the companies' side, who leads, and the money", "[cli][co_investment]")
{
    auto const companies = only(rows_of("co-investment --companies --data -", deals));
    CHECK(text(companies, "company") == "alpha");
    CHECK(texts(companies, "investor_ids") == "ann bob");
    auto const leads = rows_of("co-investment --leads --data -", deals);
    REQUIRE(leads.size() == 2);
    CHECK(text(leads[0], "lead") == "ann");
    auto const money = rows_of("co-investment --money USD --period 2020 --data -", deals);
    REQUIRE(money.size() == 3);
    CHECK(number(money[0], "lower") == 0.0);
    CHECK(number(money[0], "upper") == 40e6);
    CHECK(number(money[0], "best") == 20e6);
    CHECK(money[2].at("upper").as_double() == 20e6);
}

TEST_CASE("co-investment: money is kept and ranked as asked", "[cli][co_investment][money]")
{
    std::string const line = "co-investment --money USD --period 2020 --data - ";
    auto const first = [&](std::string const& more) {
        auto const row = rows_of(line + more, deals).front();
        return text(row, "investor") + '-' + text(row, "co_investor");
    };
    CHECK(first("") == "ann-bob");
    CHECK(num_rows("co-investment --money USD --period 2020 --min-weight 1") == 0);
    CHECK(num_rows("co-investment --money USD --period 2020 --min-weight 20e6 --money-weight "
                   "equal_split")
          == 3);
    CHECK(num_rows("co-investment --money USD --period 2020 --min-weight 30e6 --money-weight most")
          == 2);
    CHECK(num_rows("co-investment --money USD --period 2020 --top-k 1") == 2);
    CHECK(num_rows("co-investment --money USD --period 2020 --hub-cap 2") == 0);
    auto const options = answer_to(line + "--unnamed possible", deals).at("options").as_object();
    CHECK(text(options, "unnamed") == "possible");
    CHECK(text(options, "money_weight") == "least");
}

TEST_CASE("co-investment: unnamed money takes what must have been another's",
          "[cli][co_investment][money]")
{
    std::string two = deals;
    auto const cat = two.find(R"({"round": "alpha-1", "investor": "cat", "source": "s"},)");
    two.erase(cat, two.find('{', cat + 1) - cat);
    std::string const line = "co-investment --money USD --period 2020 --data - ";
    CHECK(number(only(rows_of(line, two)), "lower") == 40e6);
    CHECK(number(only(rows_of(line + "--unnamed possible", two)), "lower") == 0.0);
}

TEST_CASE("co-investment: a round without a rate is refused, unknown or left out, and named",
          "[cli][co_investment][money]")
{
    std::string const line = "co-investment --money EUR --data - ";
    auto const refused = run_line(line, deals);
    CHECK(refused.code == static_cast<int>(cli::findings));
    CHECK_THAT(refused.err, Catch::Matchers::Contains("alpha-1"));
    CHECK_THAT(refused.err, Catch::Matchers::Contains("--unrated"));
    auto const open = answer_to(line + "--unrated unknown", deals);
    CHECK(texts(open.at("options").as_object(), "without_rate") == "alpha-1");
    CHECK(rows_of(open).size() == 3);
    CHECK(rows_of(open).front().at("upper").is_null());
    auto const others = answer_to(line + "--unrated left_out", deals);
    CHECK(texts(others.at("options").as_object(), "without_rate") == "alpha-1");
    CHECK(rows_of(others).empty());
    CHECK_THAT(run_line(line + "--unrated left_out", deals).out,
               Catch::Matchers::Contains("1 round lacks a rate, left out: alpha-1."));
}

TEST_CASE("co-investors: by money, with the rounds that say so", "[cli][co_investment][money]")
{
    std::string const line = "co-investors ann --money USD --data - ";
    auto const rows = rows_of(line, deals);
    REQUIRE(rows.size() == 2);
    CHECK(text(rows[0], "co_investor") == "bob");
    CHECK(number(rows[0], "upper") == 40e6);
    CHECK(texts(rows[0], "round_ids") == "alpha-1"); // beta-1 was debt
    CHECK(texts(rows[0], "without_rate").empty());
    CHECK(rows_of(line + "--top 1", deals).size() == 1);
    CHECK(text(only(rows_of(line + "--with cat", deals)), "co_investor") == "cat");
    CHECK_THAT(run_line(line, deals).out, Catch::Matchers::Contains("USD 40m"));
    auto const open = rows_of("co-investors ann --money EUR --unrated unknown --data -", deals);
    REQUIRE(open.size() == 2);
    CHECK(texts(open[0], "without_rate") == "alpha-1");
    CHECK_THAT(run_line("co-investors ann --money EUR --unrated left_out --data -", deals).out,
               Catch::Matchers::Contains("0 others put in money")
                   && Catch::Matchers::Contains("1 round lacks a rate, left out: alpha-1."));
}

TEST_CASE("estimate: of money counts the rounds that brought money for shares",
          "[cli][co_investment][money]")
{
    auto const by_round = only(rows_of("estimate --unit round --data -", deals));
    CHECK(number(by_round, "meetings") == 4);
    auto const money = only(rows_of("estimate --money USD --data -", deals));
    CHECK(number(money, "meetings") == 3); // beta-1 was debt
    CHECK(number(money, "pairs_at_most") == 3);
    CHECK(number(money, "min_bytes") > number(by_round, "min_bytes"));
    auto const none = only(rows_of("estimate --money EUR --unrated left_out --data -", deals));
    CHECK(number(none, "pairs_at_most") == 0);
}

TEST_CASE("co-investment: tails of the configuration model as asked", "[cli][co_investment]")
{
    auto const line =
        "co-investment --significance configuration_model --level 1 --min-status rumored" + shipped;
    auto const exact = rows_of(line);
    auto const poisson = rows_of(line + "--tail-method poisson");
    REQUIRE(!exact.empty());
    REQUIRE(poisson.size() == exact.size());
    CHECK(number(poisson.front(), "log_p") != number(exact.front(), "log_p"));
    CHECK_THAT(run_line(line + "--tail-method normal").out,
               Catch::Matchers::Contains("normal approximation"));
    auto const options = answer_to(line + "--tail-method refined_normal").at("options");
    CHECK(text(options.as_object(), "tail_method") == "refined_normal");
}

TEST_CASE("co-investment: an id with a space or a comma is one id", "[cli][co_investment]")
{
    auto const odd = std::string{R"({"capgraph": 1,
 "sources": [{"id": "s", "published": "2024"}],
 "entities": [{"id": "alpha one", "name": "Alpha, Inc.", "kind": "company", "source": "s"},
              {"id": "two", "name": "Two", "kind": "company", "source": "s"},
              {"id": "ann", "name": "Ann", "kind": "fund", "source": "s"},
              {"id": "bob", "name": "Bob", "kind": "fund", "source": "s"}],
 "participations": [{"company": "alpha one", "investor": "ann", "status": "closed", "source": "s"},
                    {"company": "alpha one", "investor": "bob", "status": "closed", "source": "s"},
                    {"company": "two", "investor": "ann", "status": "closed", "source": "s"},
                    {"company": "two", "investor": "bob", "status": "closed", "source": "s"}]})"};
    auto const row = only(rows_of("co-investment --data -", odd));
    REQUIRE(row.at("company_ids").as_array().size() == 2);
    CHECK(row.at("company_ids").as_array()[0].as_string() == "alpha one");
    CHECK(row.at("company_names").as_array()[0].as_string() == "Alpha, Inc.");
    CHECK_THAT(run_line("co-investment --data -", odd).out,
               Catch::Matchers::Contains("\"Alpha, Inc.\", Two"));
}

TEST_CASE("co-investors: with one alone, and of a company", "[cli][co_investment]")
{
    auto const with = only(rows_of("co-investors ann --with bob --weight jaccard --data -", deals));
    CHECK(number(with, "weight") == 1.0);
    CHECK(num_rows("co-investors cat --with beta") == 0);
    auto const of = only(rows_of("co-investors beta --companies --data -", deals));
    CHECK(text(of, "other_company") == "alpha");
}

TEST_CASE("co-investment: what makes no sense is usage", "[cli][co_investment]")
{
    for (auto const& line : std::vector<std::vector<std::string>>{
             {"co-investment", "--leads", "--companies"},
             {"co-investment", "--leads", "--significance", "hypergeometric"},
             {"co-investment", "--tail", "lower"},
             {"co-investment", "--weight", "newman", "--leads"},
             {"co-investment", "--weight", "heavy"},
             {"co-investment", "--min-weight", "nan"},
             {"co-investment", "--min-weight", "-1"},
             {"co-investment", "--hub-cap", "0"},
             {"co-investment", "--money", "DOLLARS"},
             {"co-investment", "--memory-budget", "2 GB"},
             {"co-investment", "--memory-budget", "99999999999GiB"},
             {"co-investment", "--significance", "hypergeometric", "--level", "0"},
             {"co-investment", "--unrated", "unknown"},
             {"co-investment", "--unnamed", "possible"},
             {"co-investment", "--money", "USD", "--weight", "newman"},
             {"co-investment", "--money", "USD", "--unrated", "zero"},
             {"co-investors", "alibaba", "--companies", "--money", "USD"},
             {"co-investment", "--tail-method", "poisson"},
             {"co-investment", "--significance", "hypergeometric", "--tail-method", "poisson"},
             {"co-investment", "--window", "3"},
             {"co-investment", "--period", "2020/..", "--window", "3"},
             {"co-investment", "--period", "2020", "--window", "99999"},
             {"co-investors", "alibaba", "--with", "tencent", "--companies"},
             {"co-investors", "alibaba", "--with", "nobody-at-all"},
             {"estimate", "--confidence", "1"},
             {"syndicates", "--repeats", "--by-year"},
             {"syndicates", "--candidates", "zhipu", "--min-times", "3"},
         }) {
        CAPTURE(line);
        CHECK(code_of(line) == static_cast<int>(cli::usage));
    }
}

TEST_CASE("co-investment: refuses what the budget does not allow", "[cli][co_investment]")
{
    CHECK(code_of({"co-investment", "--memory-budget", "1KiB"}) == static_cast<int>(cli::failed));
    CHECK(code_of({"co-investment", "--memory-budget", "1GiB"}) == static_cast<int>(cli::fine));
}

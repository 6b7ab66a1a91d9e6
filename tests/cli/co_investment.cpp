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
    CHECK(text(companies, "investor_ids") == "ann bob");
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

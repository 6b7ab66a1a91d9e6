// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "cli/ownership_line.hpp"

#include "cli/answers.hpp"
#include "support/catch2.hpp"

#include <algorithm>
#include <string>

using namespace capgraph;
using namespace capgraph::test;

namespace {

std::string const labs_data = " --data data/chinese_ai_labs.json ";

/// Nina holds 60 % of Holding; Holding and the city each half of Lab.
std::string const halves = R"({"capgraph": 1,
 "sources": [{"id": "s", "published": "2024"}],
 "entities": [{"id": "lab", "name": "Lab", "kind": "company", "source": "s"},
              {"id": "holding", "name": "Holding", "kind": "company", "source": "s"},
              {"id": "city", "name": "City", "kind": "government", "country": "CN", "sector": "chips", "source": "s"},
              {"id": "nina", "name": "Nina", "kind": "person", "source": "s"}],
 "holdings": [{"owner": "holding", "owned": "lab", "share": {"exactly": "50%"}, "source": "s"},
              {"owner": "city", "owned": "lab", "share": {"exactly": "50%"}, "source": "s"},
              {"owner": "nina", "owned": "holding", "share": {"exactly": "60%"}, "source": "s"}],
 "participations": [{"company": "lab", "investor": "holding", "status": "closed", "source": "s"}]})";

} // namespace

TEST_CASE("owners: ultimate owners and what nobody is said to hold make the whole",
          "[cli][ownership]")
{
    auto const answer = answer_to("owners lab --data -", halves);
    auto const rows = rows_of(answer);
    REQUIRE(rows.size() == 2);
    CHECK(text(rows[0], "owner") == "city");
    CHECK(number(rows[0], "part_lower") == 0.5);
    CHECK(text(rows[1], "owner") == "nina");
    CHECK(number(rows[1], "part_lower") == Approx(0.3));
    CHECK(number(rows[1], "direct_upper") == 0.0);
    CHECK(number(rows[1], "stakes") == 2);
    auto const options = answer.at("options").as_object();
    CHECK(number(options, "unknown_lower") == Approx(0.2));
    CHECK(number(options, "unknown_upper") == Approx(0.2));
}

TEST_CASE("owners: by other semantics companies between are owners too", "[cli][ownership]")
{
    auto const rows = rows_of("owners lab --semantics first_passage --data -", halves);
    auto const holding = only(where(rows, "owner", "holding"));
    CHECK(number(holding, "part_lower") == 0.5);
    CHECK(!holding.at("is_ultimate").as_bool());
}

TEST_CASE("owners: its holdings are the other way round", "[cli][ownership]")
{
    auto const rows = rows_of("owners nina --holdings --data -", halves);
    REQUIRE(rows.size() == 2);
    CHECK(text(rows[0], "owned") == "holding");
    CHECK(text(rows[1], "owned") == "lab");
    CHECK(number(rows[1], "part_upper") == Approx(0.3));
}

TEST_CASE("owners: what is unknown may be anybody's where that is asked for", "[cli][ownership]")
{
    auto const rows = rows_of("owners lab --unknown-owners possible --data -", halves);
    CHECK(number(only(where(rows, "owner", "nina")), "part_upper") == Approx(0.5));
}

TEST_CASE("control: half is not enough unless it is said to be", "[cli][ownership]")
{
    CHECK(rows_of("control nina --data -", halves).size() == 1); // of Holding alone
    auto const rows = rows_of("control nina --at-least --data -", halves);
    REQUIRE(rows.size() == 2);
    CHECK(text(rows[1], "controlled") == "lab");
}

TEST_CASE("control: who acts in concert controls together", "[cli][ownership]")
{
    auto const rows = rows_of("control city --in-concert-with nina --data -", halves);
    REQUIRE(rows.size() == 2);
    CHECK(number(only(where(rows, "controlled", "lab")), "votes_lower") == 1.0);
}

TEST_CASE("control: a sanctions rule takes half", "[cli][ownership]")
{
    CHECK(rows_of("control nina --rule ofac --data -", halves).size() == 2);
    CHECK(rows_of("control nina --rule uk --data -", halves).size() == 1);
}

TEST_CASE("control: each step of why is told in order", "[cli][ownership]")
{
    auto const rows = rows_of("control deepseek" + labs_data);
    auto const founder = only(where(rows, "controller", "liang-wenfeng"));
    auto const why = text(founder, "why");
    CHECK(why.find("ningbo-chengpu") < why.find("ningbo-cheng-en"));
    CHECK(why.find("ningbo-cheng-en") < why.find("deepseek"));
}

TEST_CASE("state-backing: several companies are one row", "[cli][backing]")
{
    auto const rows =
        rows_of("state-backing --portfolio holding --denominator total --data -", halves);
    auto const row = only(rows);
    CHECK(text(row, "scope") == "group");
    CHECK(number(row, "investors") == 1);
    auto const sector =
        only(rows_of("state-backing --sector chips --denominator total --data -", halves));
    CHECK(number(sector, "investors") == 0); // City is of it, which nobody backs
}

TEST_CASE("state-backing: a sector that nobody has is usage, and the nearest is told",
          "[cli][backing]")
{
    auto const got = run_line("state-backing --sector chip --data -", halves);
    CHECK(got.code == cli::usage);
    CHECK_THAT(got.err, Catch::Matchers::Contains("such as 'chips'"));
    auto const early =
        run_line("state-backing --sector chips --known-at 2020-01-01 --data -", halves);
    CHECK(early.code == cli::findings); // not known then
}

TEST_CASE("state-backing: a rate of the caller's converts, and a missing one says so",
          "[cli][backing]")
{
    auto const data = halves.substr(0, halves.size() - 1) + R"(,
 "rounds": [{"id": "r1", "company": "lab", "status": "closed", "closed": "2024-03-12", "source": "s",
             "amount": [{"exactly": "100", "currency": "CNY"}]},
            {"id": "r2", "company": "lab", "status": "closed", "closed": "2024-05", "source": "s",
             "amount": [{"exactly": "10", "currency": "USD"}]}]})";
    auto const missing = run_line("state-backing lab --denominator total --data -", data);
    CHECK(missing.code == cli::findings);
    CHECK_THAT(missing.err, Catch::Matchers::Contains("from USD to CNY on 2024-05"));
    CHECK_THAT(missing.err, Catch::Matchers::Contains("--rate"));
    for (auto const* const subcommand : {"state-backing", "narrowing"}) {
        CAPTURE(subcommand);
        auto const line = std::string{subcommand}
                          + " lab --denominator total --rate USD/CNY=7.2@2024/2025 --data -";
        CHECK(run_line(line, data).code == cli::fine);
    }
    auto const row = rows_of("state-backing lab --denominator total --rate USD/CNY=7.2@2024-05 "
                             "--data -",
                             data)
                         .front();
    CHECK_THAT(texts(row, "rates"), Catch::Matchers::Contains("USD to CNY at 7.2"));
}

TEST_CASE("state-backing: the worth after a round is of rounds alone", "[cli][backing]")
{
    auto const rows = rows_of("state-backing deepseek --denominator post_money --min-status "
                              "in_talks"
                              + shipped);
    REQUIRE_FALSE(rows.empty());
    for (auto const& row : rows) {
        CHECK(text(row, "scope") == "round");
    }
}

TEST_CASE("state-backing: the equity and the chain from the state are told of companies",
          "[cli][backing]")
{
    auto const row = only(rows_of("state-backing lab --denominator total --data -", halves));
    CHECK(number(row, "equity_lower") == 0.5);
    CHECK(number(row, "stakes_from_state") == 1);
    CHECK(text(row, "state_chain").find("City") == 0);
}

TEST_CASE("what-if: the ledger as it is, beside what is supposed", "[cli][backing]")
{
    auto const rows = rows_of("what-if --round deepseek-2026 --denominator total --min-status "
                              "in_talks --with tests/cli/supposed.jsonl"
                              + shipped);
    auto const row = only(rows);
    CHECK(number(row, "capital_as_is_lower") == Approx(10.0 / 70.0));
    CHECK(number(row, "capital_lower") == Approx(17.0 / 70.0));
}

TEST_CASE("ownership: what makes no sense is usage", "[cli][ownership]")
{
    auto const line = GENERATE(
        "owners", "owners nobody", "control nobody", "control lab --in-concert-with nobody",
        "control lab --threshold 2", "control lab --rule none", "narrowing", "what-if lab",
        "narrowing lab --round r", "owners lab --semantics guess",
        "control lab --in-concert-with lab", "control lab --in-concert-with nina,nina",
        "state-backing --over 2024-01-01,soon", "state-backing --over ,",
        "state-backing --rate USD/CNY=7", "state-backing --rate 7@2024",
        "state-backing --rate USD/CNY=0@2024", "state-backing --rate USD/XXY=7@2024");
    CAPTURE(line);
    auto const got = run_line(line + std::string{" --data -"}, halves);
    CHECK(got.code == cli::usage);
    CHECK(got.out.empty());
    CHECK(!got.err.empty());
}

TEST_CASE("what-if: a supposition without a day counts at any moment", "[cli][backing]")
{
    auto const rows =
        rows_of("what-if --round deepseek-2026 --denominator total --min-status "
                "in_talks --known-at 2026-07-01 --with tests/cli/supposed_undated.jsonl"
                + shipped);
    auto const row = only(rows);
    CHECK(row.at("is_changed").as_bool());
    CHECK(number(row, "capital_lower") > number(row, "capital_as_is_lower"));
}

TEST_CASE("narrowing: what a figure can be is told in numbers too", "[cli][backing]")
{
    auto const answer = answer_to("narrowing --round deepseek-2026 --min-status in_talks --unnamed "
                                  "possible"
                                  + shipped);
    CHECK(text(answer.at("options").as_object(), "denominator") == "total");
    CHECK(text(answer.at("options").as_object(), "unnamed") == "possible");
    auto const row = rows_of(answer).front();
    CHECK(text(row, "sum_currency") == "CNY");
    CHECK(text(row, "sum_lower") == "0");
    CHECK(text(row, "sum_upper") == "40000000000");
    CHECK(row.at("part_lower").is_null());
    CHECK_FALSE(text(row, "investor_name").empty());
}

TEST_CASE("owners: of an end it is said that it is one", "[cli][ownership]")
{
    auto const answer = answer_to("owners nina --data -", halves);
    CHECK(answer.at("options").as_object().at("is_end").as_bool());
    CHECK(rows_of(answer).empty());
    CHECK_THAT(run_line("owners nina --data -", halves).out,
               Catch::Matchers::Contains("It is an end"));
}

TEST_CASE("ownership: options that don't go together are usage", "[cli][ownership]")
{
    auto const [line, says] = GENERATE(table<std::string, std::string>({
        {"state-backing lab --sector chips", "a company and --sector"},
        {"state-backing lab --portfolio holding", "a company and --portfolio"},
        {"state-backing lab --together", "a company and --together"},
        {"state-backing --round r --together", "--round and --together"},
        {"state-backing --round r --sector chips", "--round and --sector"},
        {"state-backing --sector chips --together", "--sector and --together"},
        {"state-backing --sector chips --portfolio holding", "--sector and --portfolio"},
        {"state-backing --portfolio holding --together", "--portfolio and --together"},
        {"state-backing --round r --unit company", "--unit company and --round"},
        {"state-backing --together --unit round", "--unit round and --together"},
        {"state-backing --over 2024-01-01 --known-at 2024-01-01", "--over and --known-at"},
        {"state-backing --together --denominator post_money", "post_money and --together"},
        {"state-backing --unit company --denominator post_money", "post_money and --unit company"},
        {"state-backing --round r --denominator post_money --best equal_split", "and --best"},
        {"narrowing lab --denominator post_money", "post_money and narrowing"},
        {"control nina --rule ofac --threshold 0.3", "--rule ofac and --threshold"},
        {"control nina --rule eu --at-least", "--rule eu and --at-least"},
        {"control nina --rule uk --not-declared", "--rule uk and --not-declared"},
        {"owners lab --semantics walk_sum --unknown-owners possible", "and --semantics walk_sum"},
    }));
    CAPTURE(line);
    auto const got = run_line(line + " --data -", halves);
    CHECK(got.code == cli::usage);
    CHECK(got.out.empty());
    CHECK_THAT(got.err, Catch::Matchers::Contains(says));
}

TEST_CASE("what-if: a file that cannot be read is bad input", "[cli][backing]")
{
    auto const got = run_line("what-if --with tests/cli/no-such-file.jsonl" + shipped);
    CHECK(got.code == cli::bad_input);
}

TEST_CASE("owners: where no ultimate owner is known the direct holders are told",
          "[cli][ownership]")
{
    auto const got = run_line("owners minimax" + labs_data);
    CHECK_THAT(got.out, Catch::Matchers::Contains("No ultimate owner is known. Direct holders: "
                                                  "Alibaba 12.5 %"));
    CHECK_THAT(got.out, !Catch::Matchers::Contains("No owners are recorded"));
    auto const options = answer_to("owners minimax" + labs_data).at("options").as_object();
    CHECK_THAT(texts(options, "direct_owners"), Catch::Matchers::StartsWith("alibaba"));
    auto const none = run_line("owners holding --data -", halves);
    CHECK_THAT(none.out, Catch::Matchers::Contains("Nina"));
}

TEST_CASE("owners: a stake that finds no room beside older ones is told of, with the days",
          "[cli][ownership]")
{
    std::string const data = R"({"capgraph": 1,
 "sources": [{"id": "s", "published": "2025-02"}, {"id": "t", "published": "2026-06"}],
 "entities": [{"id": "c", "name": "C", "kind": "company", "source": "s"},
              {"id": "g", "name": "G", "kind": "government", "country": "CN", "source": "s"},
              {"id": "p", "name": "P", "kind": "person", "source": "s"}],
 "participations": [{"company": "c", "investor": "g", "status": "closed", "source": "t"}],
 "holdings": [{"owner": "p", "owned": "c", "share": {"plain": "100%"}, "source": "s"},
              {"owner": "g", "owned": "c", "source": "t"}]})";
    auto const says = Catch::Matchers::Contains("The stake of G in C, whose size is not told "
                                                "(2026-06), finds no room");
    auto const in_a_line = [](std::string printed) {
        std::replace(printed.begin(), printed.end(), '\n', ' ');
        return printed;
    };
    CHECK_THAT(in_a_line(run_line("owners c --data -", data).out), says);
    CHECK_THAT(in_a_line(run_line("control c --data -", data).out), says);
    CHECK(texts(answer_to("control c --data -", data).at("options").as_object(), "without_room")
          == "g");
    auto const backing = in_a_line(run_line("state-backing c --data -", data).out);
    CHECK_THAT(backing, says);
    CHECK_THAT(backing, Catch::Matchers::Contains("(2025-02)"));
    auto const row = rows_of("state-backing c --denominator total --data -", data).front();
    CHECK(number(row, "equity_lower") == 0.0);
    CHECK(number(row, "equity_upper") == 1.0);
    CHECK(texts(row, "without_room") == "g");
}

TEST_CASE("state-backing: what lacks a rate for its money has its heads and its equity",
          "[cli][backing]")
{
    auto const data = halves.substr(0, halves.size() - 1) + R"(,
 "rounds": [{"id": "r1", "company": "lab", "status": "closed", "closed": "2024-03-12", "source": "s",
             "amount": [{"exactly": "100", "currency": "CNY"}]},
            {"id": "r2", "company": "lab", "status": "closed", "closed": "2024-05", "source": "s",
             "amount": [{"exactly": "10", "currency": "USD"}]}]})";
    auto const got = run_line("state-backing lab --denominator total --data -", data);
    CHECK(got.code == cli::findings);
    CHECK_THAT(got.out, Catch::Matchers::Contains("missing_rate"));
    CHECK_THAT(got.out, Catch::Matchers::Contains("0 of 1"));
    CHECK_THAT(got.out, Catch::Matchers::Contains("Of the equity of Lab the state has 50 %"));
    for (auto const* const group : {"--together", "--portfolio holding"}) {
        CAPTURE(group);
        auto const together = run_line(std::string{"state-backing "} + group + " --data -", data);
        CHECK(together.code == cli::findings);
        CHECK_THAT(together.err, Catch::Matchers::Contains("from USD to CNY on 2024-05"));
    }
    CHECK(run_line("state-backing --data -", data).code == cli::fine); // a table of all
    auto const crossed = run_line("state-backing lab --rate USD/HKD=7.8@2024,HKD/CNY=0.92@2024 "
                                  "--denominator total --data -",
                                  data);
    CHECK(crossed.code == cli::fine);
}

TEST_CASE("state-backing: cheques above the total are told of", "[cli][backing]")
{
    auto const data = std::string{R"({"capgraph": 1,
 "sources": [{"id": "s", "published": "2025-02"}],
 "entities": [{"id": "c", "name": "C", "kind": "company", "source": "s"},
              {"id": "p", "name": "P", "kind": "person", "source": "s"}],
 "rounds": [{"id": "r", "company": "c", "status": "closed", "source": "s",
             "amount": [{"exactly": "100", "currency": "CNY"}]}],
 "participations": [{"round": "r", "investor": "p", "source": "s",
                     "cheque": [{"exactly": "150", "currency": "CNY"}]}]})"};
    auto const says = Catch::Matchers::Contains("The cheques of r come to more than its total");
    CHECK_THAT(run_line("state-backing --round r --data -", data).out, says);
    CHECK(texts(rows_of("state-backing --round r --data -", data).front(), "over_total") == "r");
    CHECK_THAT(run_line("state-backing deepseek" + shipped).out, !says);
}

TEST_CASE("state-backing: whether one counts that is named is no doubt about who is there",
          "[cli][backing]")
{
    auto const data = std::string{R"({"capgraph": 1,
 "sources": [{"id": "s", "published": "2025-02"}],
 "entities": [{"id": "c", "name": "C", "kind": "company", "source": "s"},
              {"id": "g", "name": "G", "kind": "government", "country": "CN", "source": "s"}],
 "rounds": [{"id": "r", "company": "c", "status": "closed", "source": "s", "investors_complete": true}],
 "participations": [{"round": "r", "investor": "g", "source": "s"}],
 "holdings": [{"owner": "g", "owned": "c", "share": {"plain": "20%"}, "source": "s"}]})"};
    auto const line = std::string{"state-backing c --country CN --level central --data -"};
    auto const got = run_line(line, data).out;
    CHECK_THAT(got, Catch::Matchers::Contains("0\xE2\x80\x93"
                                              "1 of 1"));
    CHECK_THAT(got, !Catch::Matchers::Contains("1+"));
    CHECK_THAT(got, Catch::Matchers::Contains("the state of CN at central level has"));
    CHECK_THAT(run_line("validate --data -", data).out,
               Catch::Matchers::Contains("counted as an organ"));
}

TEST_CASE("state-backing: the chain from the state to an investor is told", "[cli][backing]")
{
    auto const got = run_line("state-backing deepseek" + labs_data).out;
    CHECK_THAT(got, Catch::Matchers::Contains("By an investor: Ministry of Finance"));
    auto const row = rows_of("state-backing deepseek" + labs_data).front();
    auto const chain = text(row, "state_chain");
    CHECK_THAT(chain, Catch::Matchers::StartsWith("Ministry of Finance"));
    CHECK_THAT(chain, Catch::Matchers::EndsWith(", which invests in DeepSeek"));
}

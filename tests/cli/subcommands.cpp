// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "cli/subcommands.hpp"

#include "cli/answers.hpp"
#include "cli/terminal_text.hpp"
#include "support/catch2.hpp"

#include <algorithm>
#include <cstdint>
#include <set>
#include <sstream>
#include <string>
#include <vector>

using namespace capgraph;
using namespace capgraph::test;

namespace {

std::string const everything = " --min-status rumored ";

/// Two rounds whose money cannot be put together, one of them with a cheque in a third currency.
std::string const without_rates = R"({"capgraph": 1,
 "sources": [{"id": "s", "published": "2024"}],
 "entities": [{"id": "lab", "name": "Lab", "kind": "company", "source": "s"},
              {"id": "ann", "name": "Ann", "kind": "fund", "source": "s"},
              {"id": "bob", "name": "Bob", "kind": "fund", "source": "s"}],
 "rounds": [{"id": "a", "company": "lab", "status": "closed", "amount": [{"plain": "10", "currency": "USD"}], "source": "s"},
            {"id": "b", "company": "lab", "status": "closed", "amount": [{"plain": "10", "currency": "CNY"}], "source": "s"}],
 "participations": [{"round": "a", "investor": "ann", "cheque": [{"plain": "5", "currency": "EUR"}], "source": "s"},
                    {"round": "b", "investor": "bob", "source": "s"}]})";

std::string const hostile = R"({"capgraph": 1,
 "sources": [{"id": "s", "published": "2024"}],
 "entities": [{"id": "lab", "name": "\u667a\u8c31\u202e\u001b[31m\nLab\u0000", "kind": "company", "source": "s"},
              {"id": "ann", "name": "\u0301\u009b2J\u200bAnn\"\\", "kind": "fund", "source": "s"},
              {"id": "bob", "name": "\udb40\udc41Bob\u2028", "kind": "fund", "source": "s"}],
 "participations": [{"company": "lab", "investor": "ann", "status": "closed", "source": "s"},
                    {"company": "lab", "investor": "bob", "status": "closed", "source": "s"}]})";

} // namespace

TEST_CASE("every subcommand: the view and the options are told as they were taken", "[cli][json]")
{
    auto const name = GENERATE("stats", "co-investors alibaba", "co-investment", "centrality",
                               "communities", "state-backing", "owners zhipu", "control zhipu",
                               "narrowing --round zhipu-2025", "validate");
    std::string const line = name + shipped
                             + "--known-at 2026-07 --valid-at 2026 --min-status in-talks "
                               "--roll-up parents --unit round --top 2 --known possibly";
    CAPTURE(line);
    auto const answer = answer_to(line);
    CHECK(text(answer, "command") == std::string{name}.substr(0, std::string{name}.find(' ')));
    auto const view = answer.at("view").as_object();
    CHECK(text(view, "known_at") == "2026-07");
    CHECK(text(view, "valid_at") == "2026");
    CHECK(text(view, "min_status") == "in_talks");
    CHECK(text(view, "known") == "possibly");
    CHECK(text(view, "valid") == "possibly");
    CHECK(text(view, "relays") == "as_reported");
    auto const options = answer.at("options").as_object();
    CHECK(text(options, "data") == "data/seeds.json");
    CHECK(text(options, "unit") == "round");
    CHECK(text(options, "roll_up") == "parents");
    CHECK(number(options, "top") == 2);
}

TEST_CASE("every subcommand: rows are alike, and flat but for lists of texts", "[cli][json]")
{
    auto const line =
        GENERATE("stats", "co-investors alibaba", "co-investors tencent --unit round",
                 "co-investment", "centrality --measure degree,strength",
                 "centrality --graph two-mode --measure betweenness,eigenvector", "communities",
                 "communities --graph two-mode", "state-backing",
                 "state-backing --unit round --best equal-split",
                 "state-backing deepseek --over 2026-06,2026-07-01", "owners shangcheng-capital",
                 "control hangzhou-government", "what-if --with tests/cli/supposed.jsonl",
                 "narrowing --round deepseek-2026 --unnamed possible");
    CAPTURE(line);
    auto rows = rows_of(line + everything + shipped);
    for (auto const& row : rows) {
        for (auto const& member : row) {
            CHECK(!member.value().is_object());
            if (auto const* const list = member.value().if_array()) {
                CHECK(std::all_of(list->begin(), list->end(),
                                  [](auto const& each) { return each.is_string(); }));
            }
        }
    }
    if (line == std::string{"stats"}) { // two tables in one array
        rows = where(rows, "table", "company");
    }
    REQUIRE(!rows.empty());
    for (auto const& row : rows) {
        REQUIRE(row.size() == rows.front().size());
        CHECK(std::equal(row.begin(), row.end(), rows.front().begin(),
                         [](auto const& a, auto const& b) { return a.key() == b.key(); }));
    }
}

TEST_CASE("every subcommand: an empty data set has an answer", "[cli]")
{
    std::string const nothing = R"({"capgraph": 1})";
    auto const line =
        GENERATE("stats", "co-investment", "centrality",
                 "centrality --graph two-mode --measure betweenness,eigenvector", "communities",
                 "communities --graph two-mode", "state-backing", "validate");
    CAPTURE(line);
    auto const got = run_line(line + std::string{" --data -"}, nothing);
    CHECK(got.code == cli::fine);
    CHECK(got.err.empty());
    CHECK(!got.out.empty());
    CHECK(where(rows_of(line + std::string{" --data -"}, nothing), "table", "company").empty());
}

TEST_CASE("every subcommand: tables of the shipped data fit a hundred columns", "[cli][table]")
{
    auto const line = GENERATE(
        "stats", "co-investors tencent", "co-investors alibaba --unit round", "co-investment",
        "co-investment --unit round", "centrality",
        "centrality --measure degree,betweenness,eigenvector",
        "centrality --graph two-mode --measure degree,betweenness,eigenvector", "communities",
        "communities --graph two-mode", "state-backing", "state-backing --best equal-split",
        "state-backing --denominator external --unnamed possible",
        "state-backing --measure look_through", "state-backing --measure consolidated",
        "owners shangcheng-capital", "control hangzhou-government",
        "what-if --with tests/cli/supposed.jsonl",
        "narrowing --round zhipu-2025 --unnamed possible", "validate");
    auto const status = GENERATE("closed", "in_talks", "rumored");
    auto const asked = line + shipped + "--min-status " + status;
    CAPTURE(asked);
    auto const got = run_line(asked);
    REQUIRE(got.code == cli::fine);
    std::istringstream lines{got.out};
    for (std::string each; std::getline(lines, each);) {
        CAPTURE(each);
        CHECK(cli::display_width(each) <= 100);
        CHECK(!each.ends_with(' '));
    }
}

TEST_CASE("every subcommand: hostile names come out harmless", "[cli][hostile]")
{
    auto const line = GENERATE("stats", "co-investors ann", "co-investment", "centrality",
                               "communities", "communities --graph two-mode", "state-backing",
                               "owners lab", "control ann", "validate");
    CAPTURE(line);
    auto const got = run_line(line + std::string{" --data -"}, hostile);
    CHECK(got.code == cli::fine);
    CHECK(cli::cleaned(got.out.substr(0, got.out.find('\n')))
          == got.out.substr(0, got.out.find('\n')));
    for (auto const* const bad : {"\x1B", "\u202E", "\u009B", "\u200B", "\u2028", "\U000E0041"}) {
        CHECK(got.out.find(bad) == std::string::npos);
    }
    CHECK(got.out.find('\0') == std::string::npos);
    auto const json = run_line(line + std::string{" --data - --json"}, hostile);
    for (auto const* const bad : {"\x1B", "\u202E", "\u009B", "\u200B", "\u2028", "\U000E0041"}) {
        CHECK(json.out.find(bad) == std::string::npos);
    }
    answer_to(line + std::string{" --data -"}, hostile); // it is JSON
}

TEST_CASE("every subcommand: a file name that is not UTF-8 leaves the JSON valid", "[cli][hostile]")
{
    auto const got = run_command({"validate", "--json", "--data", "no\xFFsuch\x1B"});
    CHECK(got.code == cli::bad_input);
    boost::json::error_code broken;
    auto const value = boost::json::parse(got.out, broken);
    REQUIRE(!broken);
    CHECK(text(value.as_object().at("options").as_object(), "data") == "no\uFFFDsuch\x1B");
}

TEST_CASE("top: keeps the first rows and says how many there were", "[cli]")
{
    auto const all = rows_of("co-investment" + everything + shipped);
    auto const two = rows_of("co-investment --top 2" + everything + shipped);
    REQUIRE(all.size() > 2);
    CHECK(two == json_rows{all[0], all[1]});
    CHECK_THAT(run_line("co-investment --top 2" + shipped).out,
               Catch::Matchers::Contains("... and 4 pairs more"));
    CHECK(rows_of("centrality --top 3 --measure degree,strength" + shipped).size() == 6);
    CHECK(where(rows_of("stats --top 1" + shipped), "table", "company").size() == 1);
    CHECK(rows_of("state-backing --top 1" + shipped).size() == 2); // of total, of external
    CHECK(rows_of("co-investors alibaba --top 9" + shipped).size() == 3);
}

TEST_CASE("centrality: who ties shares a rank and is ordered by slug", "[cli][centrality]")
{
    auto const rows = rows_of("centrality" + shipped);
    REQUIRE(rows.size() == 5);
    std::vector<std::string> const slugs{
        "alibaba", "hangzhou-municipal-construction-investment-group", "shangcheng-capital",
        "tencent", "high-flyer-capital-management"};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        CHECK(text(rows[i], "entity") == slugs[i]);
        CHECK(number(rows[i], "rank") == (i < 4 ? 1 : 5));
        CHECK(number(rows[i], "score") == (i < 4 ? 0.75 : 0.0)); // 3 of the 4 others
        CHECK(text(rows[i], "role") == "investor");
        CHECK(text(rows[i], "normalization") == "others");
    }
}

TEST_CASE("communities: each investor is in one or alone", "[cli][communities]")
{
    for (std::string const seen : {"", " --min-status rumored", " --unit round"}) {
        auto const answer = answer_to("communities" + seen + shipped);
        auto const options = answer.at("options").as_object();
        auto const rows = rows_of(answer);
        std::set<std::string> investors;
        double communities = 0;
        for (auto const& row : rows) {
            CHECK(text(row, "role") == "investor");
            CHECK(investors.insert(text(row, "entity")).second);
            CHECK(number(row, "size") >= 2);
            communities = std::max(communities, number(row, "community"));
        }
        CHECK(communities == number(options, "communities"));
        auto const stats = where(rows_of("stats" + seen + shipped), "table", "network");
        auto const all = only(where(stats, "statistic", "investors"));
        CHECK(static_cast<double>(investors.size()) + number(options, "alone")
              == number(all, "value"));
    }
}

TEST_CASE("communities: are those that stats counts", "[cli][communities]")
{
    auto const stats = where(rows_of("stats --min-status rumored" + shipped), "table", "network");
    for (std::string const graph : {"co-investment", "two-mode"}) {
        auto const found = answer_to("communities --min-status rumored --graph " + graph + shipped);
        auto const options = found.at("options").as_object();
        auto const prefix = graph == "two-mode" ? std::string{"two_mode"} : "co_investment";
        CHECK(number(only(where(stats, "statistic", prefix + "_communities")), "value")
              == number(options, "communities"));
        CHECK(number(only(where(stats, "statistic", prefix + "_modularity")), "value")
              == number(options, "modularity"));
    }
}

TEST_CASE("communities: options say how fine from which seed and how many", "[cli][communities]")
{
    auto const count = [](std::string const& options) {
        return number(answer_to("communities --min-status rumored " + options + shipped)
                          .at("options")
                          .as_object(),
                      "communities");
    };
    CHECK(count("--resolution 0") == 1); // the connected components of two or more
    CHECK(count("--resolution 0") <= count(""));
    CHECK(count("--resolution 1000000") == 0); // all are alone
    auto const seeded = answer_to("communities --seed 18446744073709551615" + shipped);
    CHECK(seeded.at("options").at("seed").to_number<std::uint64_t>() == 18446744073709551615U);
    auto const top = rows_of("communities --min-status rumored --graph two-mode --top 1" + shipped);
    for (auto const& row : top) {
        CHECK(number(row, "community") == 1);
    }
    CHECK(number(top.front(), "size") == static_cast<double>(top.size()));
}

TEST_CASE("centrality: the two-mode graph ranks investors and companies together",
          "[cli][centrality]")
{
    auto const rows =
        rows_of("centrality --graph two-mode --normalization none --measure degree" + shipped);
    CHECK(rows.size() == 9);
    CHECK(text(rows[0], "entity") == "zhipu");
    CHECK(text(rows[0], "role") == "company");
    CHECK(number(rows[0], "score") == 4);
    CHECK(text(rows[1], "entity") == "alibaba");
    CHECK(number(rows[1], "score") == 3);
}

TEST_CASE("co-investors: an entity may be named by its name or alias", "[cli]")
{
    CHECK(rows_of("co-investors ALIBABA" + shipped).size() == 3);
    auto const by_alias =
        run_command({"co-investors", "alibaba group holding ltd.", "--data", "data/seeds.json"});
    CHECK(by_alias.code == cli::fine);
    CHECK(by_alias.out == run_line("co-investors alibaba" + shipped).out);
}

TEST_CASE("co-investors: whom nobody knows is usage with the nearest, and an alias of two is too",
          "[cli]")
{
    auto const misspelt = run_line("co-investors alibba" + shipped);
    CHECK(misspelt.code == cli::usage);
    CHECK(misspelt.out.empty());
    CHECK_THAT(misspelt.err, Catch::Matchers::Contains("'alibaba'"));

    auto const two = run_line("co-investors OpenAI" + shipped);
    CHECK(two.code == cli::usage);
    CHECK_THAT(two.err, Catch::Matchers::Contains("openai, openai-nonprofit"));
}

TEST_CASE("co-investors: who is not known yet has no answer, who backs nobody an empty one",
          "[cli]")
{
    auto const early = run_line("co-investors jd-com --known-at 2024" + shipped);
    CHECK(early.code == cli::findings);
    CHECK_THAT(early.err, Catch::Matchers::Contains("not_known_at"));

    auto const idle = run_line("co-investors jd-com" + shipped);
    CHECK(idle.code == cli::fine);
    CHECK_THAT(idle.out, Catch::Matchers::Contains("JD.com backs no company."));
    CHECK(rows_of("co-investors jd-com" + shipped).empty());
}

TEST_CASE("state-backing: companies come by slug, each before its rounds", "[cli][backing]")
{
    auto const rows =
        where(rows_of("state-backing" + everything + shipped), "denominator", "total");
    std::string last;
    for (auto const& row : rows) {
        auto const key =
            text(row, "company") + (text(row, "scope") == "round" ? '/' + text(row, "round") : "");
        CHECK(last < key);
        last = key;
    }
    CHECK(where(rows, "scope", "company").size() == 6);
    CHECK(where(rows_of("state-backing --unit company" + everything + shipped), "scope", "round")
              .empty());
    CHECK(where(rows_of("state-backing --unit round" + everything + shipped), "scope", "company")
              .empty());
}

TEST_CASE("state-backing: one denominator where one is asked for", "[cli][backing]")
{
    auto const rows = rows_of("state-backing zhipu --denominator external" + shipped);
    CHECK(rows.size() == 2);
    CHECK(where(rows, "denominator", "external").size() == 2);
}

TEST_CASE("state-backing: organs are fewer than who is labelled, and a country may have none",
          "[cli][backing]")
{
    auto const heads = [](std::string const& options) {
        auto const rows =
            rows_of("state-backing --round zhipu-2025 --denominator total" + shipped + options);
        return number(only(rows), "state_investors");
    };
    CHECK(heads("--measure labelled") == 2);
    CHECK(heads("--measure organs") == 0);
    CHECK(heads("--country CN") == 2);
    CHECK(heads("--country FR") == 0);
}

TEST_CASE("state-backing: a round nobody knows is usage and so is one of another company",
          "[cli][backing]")
{
    auto const unknown = run_line("state-backing --round zhipu-2024" + shipped);
    CHECK(unknown.code == cli::usage);
    CHECK_THAT(unknown.err, Catch::Matchers::Contains("'zhipu-2025'"));
    CHECK(run_line("state-backing nobody" + shipped).code == cli::usage);

    auto const other = run_line("state-backing minimax --round zhipu-2025" + shipped);
    CHECK(other.code == cli::usage);
    CHECK_THAT(other.err, Catch::Matchers::Contains("'zhipu'"));
}

TEST_CASE("state-backing: what cannot be worked out is a row of its own, or an error if asked for",
          "[cli][backing]")
{
    auto const got = run_line("state-backing --data -", without_rates);
    CHECK(got.code == cli::fine);
    CHECK_THAT(got.out, Catch::Matchers::Contains("missing_rate"));
    auto const rows = rows_of("state-backing --denominator total --data -", without_rates);
    REQUIRE(rows.size() == 3);
    CHECK(text(rows[0], "error") == "missing_rate"); // the company: dollars and yuan
    CHECK(text(rows[1], "error") == "missing_rate"); // round a: a cheque in euros
    CHECK(rows[2].at("error").is_null());
    CHECK(rows[0].at("capital_lower").is_null());
    CHECK(rows[0].at("investors").is_number()); // which needs no rate

    auto const asked = run_line("state-backing --round a --data -", without_rates);
    CHECK(asked.code == cli::findings);
    CHECK_THAT(asked.out, Catch::Matchers::Contains("missing_rate"));
    CHECK_THAT(asked.err, Catch::Matchers::Contains("missing_rate"));
    CHECK(run_line("state-backing lab --data -", without_rates).code == cli::findings);
}

TEST_CASE("validate: good data are fine", "[cli][validate]")
{
    auto const got = run_line("validate" + shipped);
    CHECK(got.code == cli::fine);
    CHECK_THAT(got.out, Catch::Matchers::Contains("3 findings"));
    auto const rows = rows_of("validate" + shipped);
    CHECK(rows.size() == 3); // worth knowing, and nothing wrong
    CHECK(where(rows, "severity", "note").size() == 3);
    auto const empty = run_line("validate --data -", R"({"capgraph": 1})");
    CHECK(empty.code == cli::fine);
    CHECK_THAT(empty.out, Catch::Matchers::Contains("nothing wrong"));
}

TEST_CASE("validate: every error is listed with its place", "[cli][validate]")
{
    std::string const bad = R"({"capgraph": 1,
 "sources": [{"id": "s", "published": "2024-13"}],
 "entities": [{"id": "lab", "nmae": "Lab", "kind": "company", "source": "s"}],
 "holdings": [{"owner": "lab", "owned": "lab", "share": {"exactly": "120%"}}]})";
    auto const got = run_line("validate --data -", bad);
    CHECK(got.code == cli::bad_input);
    CHECK(got.err.empty());
    CHECK_THAT(got.out, Catch::Matchers::Contains("(standard input):2:"));
    CHECK_THAT(got.out, Catch::Matchers::Contains("(standard input):3:"));
    CHECK_THAT(got.out, Catch::Matchers::Contains("(standard input):4:"));
    CHECK_THAT(got.out, Catch::Matchers::Contains("1 unknown_key"));

    auto const rows = rows_of("validate --data -", bad);
    REQUIRE(rows.size() >= 3);
    CHECK(text(rows[0], "severity") == "error");
    CHECK(number(rows[0], "line") == 2);
    CHECK(text(rows[0], "file") == "(standard input)");
    CHECK(rows_of("validate --top 1 --data -", bad).size() == 1);
}

TEST_CASE("validate: rounds that no rate can be found for are findings", "[cli][validate]")
{
    auto const got = run_line("validate --data -", without_rates);
    CHECK(got.code == cli::findings);
    CHECK_THAT(got.out, Catch::Matchers::Contains("1 missing_rate"));
    auto const row =
        only(where(rows_of("validate --data -", without_rates), "code", "missing_rate"));
    CHECK(text(row, "severity") == "finding");
    CHECK(text(row, "code") == "missing_rate");
    CHECK(row.at("line").is_null());
}

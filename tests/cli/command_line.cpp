// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "cli/command_line.hpp"

#include "cli/answers.hpp"
#include "support/catch2.hpp"

#include <sstream>
#include <string>
#include <vector>

using namespace capgraph;
using namespace capgraph::cli;
using test::run_command;
using test::run_line;

namespace {

/// What a line that makes sense asks for.
invocation parsed(std::vector<std::string> arguments)
{
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    auto const line = parse_line(std::move(arguments), {in, out, err});
    INFO(err.str());
    REQUIRE(line.what.has_value());
    CHECK(out.str().empty());
    CHECK(err.str().empty());
    return *line.what;
}

} // namespace

TEST_CASE("parse_line: without options the embedded set, closed deals and tables are meant",
          "[cli][line]")
{
    auto const what = parsed({"stats"});
    CHECK(what.subcommand == "stats");
    CHECK(!what.data);
    CHECK(!what.seen.known_at);
    CHECK(!what.seen.valid_at);
    CHECK(what.seen.min_status == deal_status::closed);
    CHECK(what.roll_up == roll_up::none);
    CHECK(what.unit == co_investment_unit::same_company);
    CHECK(!what.top);
    CHECK(!what.json);
}

TEST_CASE("parse_line: every subcommand takes the common options", "[cli][line]")
{
    std::string const name = GENERATE("stats", "co-investors", "co-investment", "centrality",
                                      "communities", "state-backing", "validate");
    CAPTURE(name);
    std::vector<std::string> line{
        name,      "--data",       "f.json",   "--valid-at", "2024",    "--known-at",
        "2026-05", "--min-status", "in_talks", "--unit",     "round",   "--roll-up",
        "parents", "--top",        "7",        "--json",     "--known", "possibly",
        "--valid", "certainly",    "--relays", "as-relayed"};
    if (name == "co-investors") {
        line.emplace_back("alibaba");
    }
    auto const what = parsed(line);
    CHECK(what.data == "f.json");
    CHECK(what.seen.valid_at == date{2024});
    CHECK(what.seen.known_at == date{2026, 5});
    CHECK(what.seen.min_status == deal_status::in_talks);
    CHECK(what.seen.known == certainty::possibly);
    CHECK(what.seen.valid == certainty::certainly);
    CHECK(what.seen.relays == relays::as_relayed);
    CHECK(what.unit == co_investment_unit::same_round);
    CHECK(what.roll_up == roll_up::parents);
    CHECK(what.top == 7);
    CHECK(what.json);
}

TEST_CASE("parse_line: words may be written with - or _", "[cli][line]")
{
    CHECK(parsed({"stats", "--min-status", "in-talks"}).seen.min_status == deal_status::in_talks);
    CHECK(parsed({"centrality", "--graph", "two_mode"}).centrality.graph == graph_choice::two_mode);
    CHECK(parsed({"state-backing", "--best", "equal-split"}).backing.best
          == backing_convention::equal_split);
}

TEST_CASE("parse_line: a measure may be one or several", "[cli][line]")
{
    CHECK(parsed({"centrality"}).centrality.measures == std::vector{measure_choice::degree});
    CHECK(parsed({"centrality", "--measure", "strength,eigenvector"}).centrality.measures
          == std::vector{measure_choice::strength, measure_choice::eigenvector});
}

TEST_CASE("parse_line: state-backing takes rows of both kinds unless told", "[cli][line]")
{
    auto const what = parsed({"state-backing"});
    CHECK(!what.unit);
    CHECK(!what.backing.denominator);
    CHECK(what.backing.measure == state_measure::labelled);
    CHECK(what.backing.unnamed == unnamed_money::impossible);
    CHECK(parsed({"state-backing", "zhipu"}).backing.company == "zhipu");
}

TEST_CASE("parse_line: what makes no sense is usage and names what would", "[cli][line]")
{
    auto const [line, says] = GENERATE(table<std::string, std::string>({
        {"", "subcommand is required"},
        {"stat", "'stat' is no subcommand: expected one of stats, co-investors"},
        {"--tpo 3", "'--tpo' is no subcommand"},
        {"", "subcommand is required"},
        {"stats --tpo 3", "--tpo"},
        {"stats extra", "extra"},
        {"stats --top 0", "'0' is no count from 1 up"},
        {"stats --top 3x", "'3x' is no count from 1 up"},
        {"stats --top 99999999999999999999", "is no count"},
        {"stats --top", "--top"},
        {"stats --known-at tomorrow", "tomorrow"},
        {"stats --known-at 2026-02-30", "2026-02-30"},
        {"stats --min-status withdrawn", "rumored|approached|in_talks|committed|closed"},
        {"stats --min-status Closed", "rumored|approached|in_talks|committed|closed"},
        {"stats --unit both", "company|round"},
        {"stats --roll-up all", "none|parents"},
        {"co-investors", "investor"},
        {"centrality --graph one-mode", "co-investment|two-mode"},
        {"communities --graph one-mode", "co-investment|two-mode"},
        {"communities --resolution -1", "no number that fits"},
        {"communities --resolution nan", "no number that fits"},
        {"communities --seed -1", "no whole number from 0 up"},
        {"communities --seed 1.5", "no whole number from 0 up"},
        {"centrality --measure degree,nearness", "degree|strength|betweenness|eigenvector"},
        {"centrality --measure degree,", "''"},
        {"centrality --normalization all", "none|others|pairs|two-mode|euclidean|maximum"},
        {"centrality --data data/seeds.json --normalization pairs", "others|none, not pairs"},
        {"centrality --data data/seeds.json --normalization two-mode", "others|none, not two-mode"},
        {"state-backing --measure control", "organs|labelled|look_through|consolidated"},
        {"state-backing --denominator all", "total|external"},
        {"state-backing --best guess", "none|equal_split"},
        {"state-backing zhipu minimax", "minimax"},
    }));
    CAPTURE(line);
    auto const got = run_line(line);
    CHECK(got.code == usage);
    CHECK(got.out.empty());
    CHECK_THAT(got.err, Catch::Matchers::Contains(says));
    CHECK(got.err.starts_with("capgraph: "));
}

TEST_CASE("parse_line: a bad word comes back without its control characters", "[cli][line]")
{
    auto const got = run_command({"stats", "--unit", "a\x1B[31m\nb"});
    CHECK(got.code == usage);
    CHECK_THAT(got.err, Catch::Matchers::Contains("a\uFFFD[31m b"));
}

TEST_CASE("parse_line: help and version go to the output and are fine", "[cli][line]")
{
    auto const [line, says] = GENERATE(table<std::string, std::string>({
        {"--help", "state-backing"},
        {"--help", "Exit codes"},
        {"--version", "capgraph 0."},
        {"stats --help", "--known-at"},
        {"co-investors --help", "Examples:"},
        {"centrality --help", "--normalization"},
        {"state-backing --help", "--denominator"},
        {"validate --help", "--data"},
    }));
    CAPTURE(line);
    auto const got = run_line(line);
    CHECK(got.code == fine);
    CHECK(got.err.empty());
    CHECK_THAT(got.out, Catch::Matchers::Contains(says));
}

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
// Joining High-Flyer's two names and undoing it leaves no trace in any answer.

#include "cli/answers.hpp"
#include "support/catch2.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

using namespace capgraph;
using namespace capgraph::test;

namespace {

std::string text_of(std::string const& path)
{
    std::ifstream file{path, std::ios::binary};
    REQUIRE(file);
    return {std::istreambuf_iterator<char>{file}, {}};
}

/// A shipped data set in which High-Flyer's two names are one, or never were, or no longer are.
struct joined_names {
    std::string joined;
    std::string never;  ///< Without the statement that joins them.
    std::string undone; ///< With it, and one that takes it back, behind all others.
};

joined_names shipped_with_join(std::string const& path)
{
    joined_names out;
    out.joined = text_of(path);
    auto const first = out.joined.find(R"({"ids": ["high-flyer-capital-management")");
    REQUIRE(first != std::string::npos);
    auto const last = out.joined.find('}', first) + 1;
    auto const join = out.joined.substr(first, last - first);
    REQUIRE(join.find(R"("statement": "join-1")") != std::string::npos);
    auto const is_last = out.joined[last] != ',';
    out.never = out.joined.substr(0, first) + out.joined.substr(last + (is_last ? 0 : 1));

    auto const end = out.never.rfind(']'); // of the joins, which stand last
    auto const is_only = out.never[out.never.find_last_not_of(" \n", end - 1)] == '[';
    out.undone = out.never.substr(0, end) + (is_only ? "" : ",") + join
                 + R"(], "retractions": [{"statement": "join-1", "source": "s2",)"
                   R"( "reported_on": "2026-07-01"}]})";
    return out;
}

std::string const from_input = " --data -";

/// What a line of the command prints, and how it ends.
std::string answer(std::string const& line, std::string const& text)
{
    auto const got = run_line(line + from_input, text);
    CHECK(got.code <= cli::findings);
    return got.out + got.err + std::to_string(got.code);
}

std::vector<std::string> with_views(std::vector<std::string> const& lines)
{
    std::vector<std::string> out;
    for (auto const& line : lines) {
        for (std::string const seen :
             {"", " --min-status rumored", " --min-status rumored --roll-up parents --unit round",
              " --min-status in_talks --known-at 2026-07-01", " --known-at 2026-05-31"}) {
            out.push_back(line + seen);
            out.push_back(line + seen + " --json");
        }
    }
    return out;
}

/// Figures that the join does not touch: their evidence is the same, too.
std::vector<std::string> const answers{
    "stats",
    "stats --top 3",
    "co-investors tencent",
    "co-investors high-flyer-capital-management",
    "co-investors zhejiang-high-flyer",
    "co-investment",
    "co-investment --top 10",
    "centrality --measure degree,strength,betweenness,eigenvector",
    "centrality --graph two-mode --measure degree,betweenness",
    "communities",
    "communities --graph two-mode",
    "state-backing",
    "state-backing deepseek",
    "state-backing --measure organs --unnamed possible",
    "state-backing --best equal_split",
    "explain valuation deepseek",
    "explain valuation zhipu",
    "validate"};

bool undoes_or_joins(boost::json::object const& row)
{
    auto const kind = text(row, "kind");
    return kind == "same_as" || kind == "retraction";
}

bool is_high_flyer(boost::json::object const& row)
{
    auto const record = text(row, "record");
    return record == "high-flyer-capital-management" || record == "zhejiang-high-flyer";
}

} // namespace

TEST_CASE("undone join: leaves the output of every subcommand byte for byte as it was",
          "[cli][undone_join]")
{
    auto const data = shipped_with_join(GENERATE("data/seeds.json", "data/chinese_ai_labs.json"));
    for (auto const& line : with_views(answers)) {
        CAPTURE(line);
        CHECK(answer(line, data.undone) == answer(line, data.never));
    }
}

TEST_CASE("undone join: the join itself is to be seen", "[cli][undone_join]")
{
    auto const data = shipped_with_join(GENERATE("data/seeds.json", "data/chinese_ai_labs.json"));
    for (std::string const line :
         {"stats", "co-investors zhejiang-high-flyer --min-status rumored",
          "co-investment --min-status rumored", "centrality --min-status rumored",
          "explain network", "validate"}) {
        CAPTURE(line);
        CHECK(answer(line, data.joined) != answer(line, data.never));
    }
}

// NOLINTBEGIN(performance-inefficient-string-concatenation): lines of a shell read best with +
// What a figure rests on is what would change it: a join that was taken back stands in it, as
// superseded, beside what took it back and the entities of both names.
TEST_CASE("undone join: evidence names the join and what undid it, and is else as it was",
          "[cli][undone_join][explain]")
{
    auto const data = shipped_with_join(GENERATE("data/seeds.json", "data/chinese_ai_labs.json"));
    for (std::string const figure :
         {"explain network", "explain state-backing deepseek", "explain co-investors tencent",
          "explain co-investors zhejiang-high-flyer"}) {
        for (std::string const seen :
             {"", " --min-status rumored", " --min-status rumored --roll-up parents",
              " --known-at 2026-07-01"}) {
            CAPTURE(figure, seen);
            auto const was = rows_of(figure + seen + from_input, data.never);
            auto const is = rows_of(figure + seen + from_input, data.undone);
            auto next = was.begin();
            bool names_join = false;
            for (auto const& row : is) {
                if (next != was.end() && row == *next) {
                    ++next;
                    continue;
                }
                CHECK((undoes_or_joins(row) || is_high_flyer(row)));
                CHECK((!undoes_or_joins(row) || text(row, "role") != "joins"));
                names_join = names_join || undoes_or_joins(row);
            }
            CHECK(next == was.end());
            CHECK((names_join || was.size() == is.size()));
        }
    }
}
// NOLINTEND(performance-inefficient-string-concatenation)

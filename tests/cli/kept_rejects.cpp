// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
// --rejects: what is refused, in a file that programs read, and never over the data.
#include "cli/kept_rejects.hpp"

#include "cli/answers.hpp"
#include "io/scratch_folder.hpp"
#include "support/catch2.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

using namespace capgraph;
using namespace capgraph::test;

namespace {

std::string text_in(std::string const& path)
{
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

void write(std::string const& path, std::string const& text)
{
    std::ofstream{path, std::ios::binary} << text;
}

json_rows rejects_in(std::string const& path)
{
    json_rows out;
    std::istringstream lines{text_in(path)};
    for (std::string line; std::getline(lines, line);) {
        out.push_back(boost::json::parse(line).as_object());
    }
    return out;
}

std::string const entity = R"({"id": "a", "name": "A", "kind": "company"})";
std::string const no_kind = R"({"id": "b", "name": "B", "kind": "firm", "colour": 1})";
std::string const no_company = R"({"id": "r", "company": "nobody"})";
std::string const document = R"({"capgraph": 1, "prices": [7],)"
                             "\n"
                             R"( "entities": [)"
                             + entity + ", " + no_kind
                             + "],\n"
                               R"( "rounds": [)"
                             + no_company + "]}\n";

std::string const csv = "company_name,investor_name,funded_when,amount_usd\n"
                        "Lab,Ann,2012-01-02,100\n"
                        ",Bob,2012-01-02,100\n";

} // namespace

// NOLINTBEGIN(performance-inefficient-string-concatenation): lines of a shell read best with +
TEST_CASE("rejects: validate keeps each refused record of a document with its reason and place",
          "[cli][rejects]")
{
    scratch_folder const folder;
    auto const data = folder / "data.json";
    auto const kept = folder / "kept";
    write(data, document);
    CHECK(run_line("validate --data " + data + " --rejects " + kept).code == cli::bad_input);

    auto const all = rejects_in(kept);
    REQUIRE(all.size() == 3);
    CHECK(text(all[0], "code") == "unknown_key");
    CHECK(text(all[0], "pointer") == "/prices");
    CHECK(text(all[0], "record") == "null"); // it is about no record

    CHECK(text(all[1], "code") == "bad_value");
    CHECK(text(all[1], "found") == "'firm'");
    CHECK_THAT(text(all[1], "expected"), Catch::Matchers::StartsWith("one of company, fund,"));
    CHECK(text(all[1], "pointer") == "/entities/1/kind");
    CHECK(number(all[1], "line") == 2);
    CHECK(number(all[1], "errors") == 2);
    CHECK(text(all[1], "record") == no_kind);
    auto const byte = static_cast<std::size_t>(number(all[1], "byte"));
    CHECK(document.substr(byte, 6) == R"("firm")");
    auto const column = static_cast<std::size_t>(number(all[1], "column"));
    CHECK(document.substr(document.find('\n') + column, 6) == R"("firm")");

    CHECK(text(all[2], "code") == "unknown_reference");
    CHECK(text(all[2], "record") == no_company);
}

TEST_CASE("rejects: of JSON Lines each refused line is kept as it is", "[cli][rejects]")
{
    scratch_folder const folder;
    auto const kept = folder / "kept";
    auto const lines = std::string{R"({"type": "entity", "id": "a", "name": "A", "kind": "firm"})"}
                       + "\r\n\r\n"
                         R"({"type": "entity", "id": "c")"
                         "\n"
                         R"({"type": "entity", "id": "a", "name": "A", "kind": "fund"})"
                         "\n"
                         "  tru"; // without the end of its line
    CHECK(run_line("validate --data - --rejects " + kept, lines).code == cli::bad_input);
    auto const all = rejects_in(kept);
    REQUIRE(all.size() == 3);
    CHECK(text(all[0], "record")
          == R"({"type": "entity", "id": "a", "name": "A", "kind": "firm"})");
    CHECK(number(all[0], "line") == 1);
    CHECK(text(all[1], "record") == R"({"type": "entity", "id": "c")");
    CHECK(text(all[1], "code") == "syntax");
    CHECK(number(all[1], "line") == 3);
    CHECK(text(all[2], "record") == "  tru");
    CHECK(number(all[2], "line") == 5);
}

TEST_CASE("rejects: every subcommand keeps them and answers nothing from bad JSON",
          "[cli][rejects]")
{
    scratch_folder const folder;
    auto const kept = folder / "kept";
    run_line("validate --data - --rejects " + kept, document);
    auto const validated = text_in(kept);
    for (std::string const line : {"stats", "co-investors a", "co-investment", "centrality",
                                   "state-backing", "explain network"}) {
        CAPTURE(line);
        write(kept, "what was there");
        auto const got = run_line(line + " --data - --rejects " + kept, document);
        CHECK(got.code == cli::bad_input);
        CHECK(got.out.empty());
        CHECK(text_in(kept) == validated);
    }
}

TEST_CASE("rejects: there are all of them though the list that is printed stops at a hundred",
          "[cli][rejects]")
{
    scratch_folder const folder;
    auto const kept = folder / "kept";
    std::string lines;
    for (int i = 0; i != 250; ++i) {
        lines += R"({"type": "entity", "id": )" + std::to_string(i) + "}\n";
    }
    auto const got = run_line("validate --data - --rejects " + kept, lines);
    CHECK_THAT(got.out, Catch::Matchers::Contains("100 errors at least"));
    CHECK(got.out == run_line("validate --data -", lines).out);
    CHECK(rejects_in(kept).size() == 250);
}

TEST_CASE("rejects: where nothing is refused the file is empty", "[cli][rejects]")
{
    scratch_folder const folder;
    auto const kept = folder / "kept";
    auto const line =
        GENERATE("stats --data data/seeds.json", "validate --data data/seeds.json", "stats");
    write(kept, "what was there");
    CHECK(run_line(std::string{line} + " --rejects " + kept).code == cli::fine);
    CHECK(std::filesystem::exists(kept));
    CHECK(text_in(kept).empty());
}

TEST_CASE("rejects: what cannot be read has none, and leaves the file as it was", "[cli][rejects]")
{
    scratch_folder const folder;
    auto const kept = folder / "kept";
    write(kept, "what was there");
    auto const subcommand = GENERATE("stats", "validate");
    auto const line = subcommand + (" --rejects " + kept + " --data ");
    CHECK(run_line(line + folder / "nothing").code == cli::bad_input);
    CHECK(run_line(line + folder / "").code == cli::bad_input);
    CHECK(text_in(kept) == "what was there");
}

TEST_CASE("rejects: validate says how many rows of a table it did not read", "[cli][rejects][csv]")
{
    scratch_folder const folder;
    auto const kept = folder / "kept";
    auto const got = run_line("validate --data - --rejects " + kept, csv);
    CHECK_THAT(got.out, Catch::Matchers::Contains("1 row was refused and kept in " + kept));
    CHECK(text(only(rejects_in(kept)), "row") == ",Bob,2012-01-02,100");
    auto const whole = run_line("validate --data data/seeds.json --rejects " + kept);
    CHECK_THAT(whole.out, !Catch::Matchers::Contains("refused"));
}

TEST_CASE("rejects: are never written over the data", "[cli][rejects]")
{
    scratch_folder const folder;
    auto const what = GENERATE(as<std::string>{}, document, csv);
    auto const data = folder / "data";
    auto const link = folder / "link";
    auto const hard = folder / "hard";
    write(data, what);
    std::filesystem::create_symlink(data, link);
    std::filesystem::create_hard_link(data, hard);
    for (auto const& there :
         {data, link, hard, folder / "./data",
          folder / "../" + std::filesystem::path{folder.path()}.filename().string() + "/data"}) {
        for (std::string const subcommand : {"stats", "validate"}) {
            for (auto const& line : {" --data " + data + " --rejects " + there,
                                     " --data " + there + " --rejects " + data}) {
                CAPTURE(line);
                auto const got = run_line(subcommand + line);
                CHECK(got.code == cli::usage);
                CHECK(got.out.empty());
                CHECK_THAT(got.err, Catch::Matchers::Contains("--rejects"));
                CHECK(text_in(data) == what);
            }
        }
    }
}

TEST_CASE("rejects: one name for both is usage though there is no such file", "[cli][rejects]")
{
    scratch_folder const folder;
    auto const data = folder / "nothing";
    CHECK(run_line("stats --data " + data + " --rejects " + folder / "./nothing").code
          == cli::usage);
    CHECK(run_line("stats --data no-such-file --rejects ./no-such-file").code == cli::usage);
    CHECK_FALSE(std::filesystem::exists(data));
}

TEST_CASE("rejects: a file beside the data of like name is another", "[cli][rejects]")
{
    scratch_folder const folder;
    auto const data = folder / "data";
    write(data, document);
    CHECK(run_line("stats --data " + data + " --rejects " + data + "2").code == cli::bad_input);
    CHECK(text_in(data) == document);
    CHECK(rejects_in(data + "2").size() == 3);
}

TEST_CASE("rejects: a place that cannot be written is a failure, not a finding", "[cli][rejects]")
{
    scratch_folder const folder;
    auto const what = GENERATE(as<std::string>{}, document, csv, R"({"capgraph": 1})");
    auto const got = run_line("stats --data - --rejects " + folder / "no/such/place", what);
    CHECK(got.code == cli::failed);
    CHECK(got.out.empty());
    CHECK_THAT(got.err, Catch::Matchers::Contains("unwritable_file"));
}
// NOLINTEND(performance-inefficient-string-concatenation)

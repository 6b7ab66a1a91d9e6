// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "cli/data_set.hpp"

#include "cli/answers.hpp"
#include "cli/embedded_data.hpp"
#include "cli/failure.hpp"
#include "support/catch2.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

#include <unistd.h>

using namespace capgraph;
using namespace capgraph::cli;
using test::run_line;

namespace {

std::string file_text(std::string const& path)
{
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

} // namespace

TEST_CASE("embedded_data: is the shipped file byte for byte", "[cli][data]")
{
    CHECK(embedded_data() == file_text("data/chinese_ai_labs.json"));
}

TEST_CASE("read_data: file and standard input and what is embedded are one data set", "[cli][data]")
{
    std::istringstream nothing;
    auto const embedded = read_data(std::nullopt, nothing);
    CHECK(embedded.title == "Chinese AI labs, 2019 to 2026");
    CHECK(embedded.book.num_statements() > 0);
    CHECK(read_data("data/chinese_ai_labs.json", nothing).book.num_statements()
          == embedded.book.num_statements());
    std::istringstream given{file_text("data/chinese_ai_labs.json")};
    CHECK(read_data("-", given).book.num_statements() == embedded.book.num_statements());
}

TEST_CASE("read_data: an empty ledger is data", "[cli][data]")
{
    std::istringstream given{R"({"capgraph": 1})"};
    CHECK(read_data("-", given).book.num_statements() == 0);
}

TEST_CASE("read_data: what cannot be read is bad input, says where, and prints no answer",
          "[cli][data]")
{
    auto const name = GENERATE("stats", "co-investors alibaba", "co-investment", "centrality",
                               "communities", "state-backing");
    auto const json = GENERATE("", " --json");
    auto const line = std::string{name} + json;
    CAPTURE(line);

    auto const missing = run_line(line + " --data data/no-such-file.json");
    CHECK(missing.code == bad_input);
    CHECK(missing.out.empty());
    CHECK_THAT(missing.err, Catch::Matchers::Contains("data/no-such-file.json"));
    CHECK_THAT(missing.err, Catch::Matchers::Contains("unreadable_file"));

    auto const folder = run_line(line + " --data data");
    CHECK(folder.code == bad_input);
    CHECK(folder.out.empty());

    auto const broken = run_line(line + " --data -", R"({"capgraph": 1, "entitys": []})");
    CHECK(broken.code == bad_input);
    CHECK(broken.out.empty());
    CHECK_THAT(broken.err, Catch::Matchers::StartsWith(
                               "capgraph: (standard input):1:17: /entitys: unknown_key"));
}

TEST_CASE("read_data: a table is known by its header and read by its layout", "[cli][data][csv]")
{
    std::string const table = "company_name,investor_name,funded_when,amount_usd\n"
                              "Lab,Ann,2012-01-02,100\n"
                              "Lab,Bob,2012-01-02,100\n"
                              ",Bob,2012-01-02,100\n";
    auto const refused = run_line("stats --data -", table);
    CHECK(refused.code == cli::bad_input);
    CHECK_THAT(refused.err, Catch::Matchers::Contains(":4:"));
    CHECK(run_line("validate --data -", table).code == cli::bad_input);
    auto const marked = run_line("stats --data -", "\xEF\xBB\xBF" + table);
    CHECK(marked.err == refused.err); // read as the table that it is

    auto const kept = (std::filesystem::temp_directory_path()
                       / ("capgraph-rejects-" + std::to_string(::getpid())))
                          .string();
    auto const rows = test::rows_of("co-investment --data - --rejects " + kept, table);
    CHECK(test::text(test::only(rows), "investor") == "Ann");
    CHECK(test::text(test::only(rows), "co_investor") == "Bob");
    auto const lines = file_text(kept);
    CHECK(std::count(lines.begin(), lines.end(), '\n') == 1);
    CHECK_THAT(lines, Catch::Matchers::Contains("\"line\":4"));
    CHECK_THAT(lines, Catch::Matchers::Contains("missing_field"));
    std::filesystem::remove(kept);

    CHECK(run_line("stats --format json --data -", table).code == cli::bad_input);
    CHECK(run_line("stats --format parquet").code == cli::usage);
}

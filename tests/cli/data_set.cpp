// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "cli/data_set.hpp"

#include "cli/answers.hpp"
#include "cli/embedded_data.hpp"
#include "cli/failure.hpp"
#include "support/catch2.hpp"

#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

using namespace capgraph;
using namespace capgraph::cli;
using test::run_line;

namespace {

std::string file_text(char const* path)
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
    auto const name =
        GENERATE("stats", "co-investors alibaba", "co-investment", "centrality", "state-backing");
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

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
// The program itself, as a shell starts it: what it prints, byte for byte, and how it ends.

#include "support/catch2.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <sys/wait.h>
#include <unistd.h>

namespace {

struct outcome {
    int code = 0;
    std::string out;
};

/// What `command` prints in a shell, `capgraph` being the program that was built.
outcome in_shell(std::string const& command)
{
    auto const line = "capgraph() { '" CAPGRAPH_PROGRAM "' \"$@\"; }; " + command;
    auto* const reader = popen(line.c_str(), "r");
    REQUIRE(reader != nullptr);
    outcome got;
    std::array<char, 4096> buffer{};
    for (std::size_t read = 0; (read = std::fread(buffer.data(), 1, buffer.size(), reader)) != 0;) {
        got.out.append(buffer.data(), read);
    }
    auto const status = pclose(reader);
    got.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return got;
}

std::vector<std::filesystem::path> recordings()
{
    std::vector<std::filesystem::path> files;
    for (auto const& entry : std::filesystem::directory_iterator{"tests/cli/recorded"}) {
        files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::string text_of(std::string const& path)
{
    std::ifstream file{path, std::ios::binary};
    REQUIRE(file);
    return {std::istreambuf_iterator<char>{file}, {}};
}

/// The first code block of a page that begins with `opening`, without its fences.
std::string block(std::string const& page, std::string const& opening)
{
    auto const all = text_of(page);
    auto const fence = all.find("```" + opening);
    REQUIRE(fence != std::string::npos);
    auto const first = all.find('\n', fence) + 1;
    return all.substr(first, all.find("```", first) - first);
}

/// The command lines of a page: those of its code blocks that begin with `capgraph`.
std::vector<std::string> commands_in(std::string const& page)
{
    std::vector<std::string> out;
    std::istringstream lines{text_of(page)};
    bool is_code = false;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("```")) {
            is_code = !is_code;
        } else if (is_code && line.starts_with("capgraph ")) {
            out.push_back(line);
        }
    }
    return out;
}

/// The command lines of a help text: those under its `Examples:`.
std::vector<std::string> examples_in(std::string const& help)
{
    auto const from = help.find("Examples:\n");
    REQUIRE(from != std::string::npos);
    std::vector<std::string> out;
    std::istringstream lines{help.substr(from + 10)};
    for (std::string line; std::getline(lines, line) && line.starts_with("  capgraph ");) {
        auto const told = line.find("   ", 2); // what it does, set apart
        out.push_back(line.substr(2, told == std::string::npos ? told : told - 2));
    }
    REQUIRE_FALSE(out.empty());
    return out;
}

/// `line` with what there is for the words in capitals.
std::string made_real(std::string line)
{
    for (auto const& [word, real] : {std::pair{std::string{"FILE"}, "data/seeds.json"},
                                     std::pair{std::string{"REFUSED"}, "/dev/null"},
                                     std::pair{std::string{"SUBCOMMAND"}, "stats"}}) {
        for (auto at = line.find(word); at != std::string::npos; at = line.find(word)) {
            line.replace(at, word.size(), real);
        }
    }
    return line;
}

} // namespace

TEST_CASE("program: prints what README.md shows", "[cli][program]")
{
    auto const demo = block("README.md", "text\n# ");
    std::string printed;
    std::istringstream lines{demo};
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("# ") && !line.starts_with("#  ")) { // which would be a table's header
            printed += (printed.empty() ? "" : "\n") + line + '\n';
        } else if (line.starts_with("$ capgraph ")) {
            printed += line + '\n' + in_shell(line.substr(2)).out;
        }
    }
    CHECK(printed == demo);
}

TEST_CASE("program: prints the --json that docs/command.md shows", "[cli][program]")
{
    auto const shown = block("docs/command.md", "json\n{\"command\"");
    auto const page = text_of("docs/command.md");
    auto const told = page.find("capgraph co-investment", page.find("## `--json`"));
    REQUIRE(told < page.find(shown));
    auto const command = page.substr(told, page.find('`', told) - told);
    CAPTURE(command);
    CHECK(in_shell(command).out == shown);
}

TEST_CASE("program: takes every command line that a page shows", "[cli][program]")
{
    auto const page = GENERATE("README.md", "data/README.md", "docs/command.md",
                               "docs/data-format.md", "docs/state-backing.md");
    for (auto const& line : commands_in(page)) {
        CAPTURE(line);
        auto const got = in_shell(made_real(line) + " 2>&1");
        CAPTURE(got.out);
        CHECK(got.code == 0);
    }
}

TEST_CASE("program: takes every command line that its help shows", "[cli][program]")
{
    auto const subcommand = GENERATE("", "stats", "co-investors", "co-investment", "centrality",
                                     "communities", "state-backing", "explain", "validate");
    auto const help = in_shell(std::string{"capgraph "} + subcommand + " --help").out;
    for (auto const& line : examples_in(help)) {
        CAPTURE(line);
        auto const got = in_shell(made_real(line) + " 2>&1");
        CAPTURE(got.out);
        CHECK(got.code == 0);
    }
}

// A recording opens with the command, as in `$ capgraph stats`. To record all anew, set
// CAPGRAPH_RECORD; the difference is reviewed.
TEST_CASE("program: prints what was recorded", "[cli][program][recorded]")
{
    for (auto const& path : recordings()) {
        CAPTURE(path.string());
        std::ifstream file{path, std::ios::binary};
        std::string command;
        std::getline(file, command);
        REQUIRE(command.starts_with("$ capgraph "));
        std::string const recorded{std::istreambuf_iterator<char>{file}, {}};
        auto const got = in_shell(command.substr(2));
        if (std::getenv("CAPGRAPH_RECORD") != nullptr) {
            std::ofstream{path, std::ios::binary} << command << '\n' << got.out;
            continue;
        }
        CHECK(got.code == 0);
        CHECK(got.out == recorded);
    }
}

TEST_CASE("program: its exit code tells what happened", "[cli][program]")
{
    auto const [command, code] = GENERATE(table<char const*, int>({
        {"capgraph --version", 0},
        {"capgraph --help", 0},
        {"capgraph stats", 0},
        {"capgraph validate --data data/seeds.json", 0},
        {"capgraph stats --data - < data/seeds.json", 0},
        {"capgraph state-backing --round deepseek-2026 --known-at 2025-03-01", 1},
        {"capgraph", 2},
        {"capgraph stats --unit", 2},
        {"capgraph co-investors nobody", 2},
        {"capgraph stats --data data", 3},
        {"capgraph stats --data data/no-such-file.json", 3},
        {"capgraph validate --data data/no-such-file.json", 3},
        {"echo '{\"capgraph\": 1' | capgraph stats --data -", 3},
        {"echo '{\"capgraph\": 1' | capgraph validate --json --data -", 3},
    }));
    CAPTURE(command);
    CHECK(in_shell(std::string{command} + " 2>&1").code == code);
}

TEST_CASE("program: only the answer goes to the standard output", "[cli][program]")
{
    CHECK(in_shell("capgraph stats 2>&1 >/dev/null").out.empty());
    CHECK(in_shell("capgraph co-investors nobody 2>/dev/null").out.empty());
    CHECK(in_shell("capgraph stats --json --data data/no-such-file.json 2>/dev/null").out.empty());
}

TEST_CASE("program: does not write rejects over what a shell gives it to read", "[cli][program]")
{
    auto const got =
        in_shell("file=$(mktemp) && cp data/seeds.json \"$file\" &&"
                 " capgraph stats --data - --rejects \"$file\" < \"$file\" 2>/dev/null;"
                 " code=$?; cmp \"$file\" data/seeds.json; rm \"$file\"; exit $code");
    CHECK(got.code == 2);
    CHECK(got.out.empty()); // cmp says nothing of files that are equal
}

TEST_CASE("program: who stops reading gets a failure and no message", "[cli][program]")
{
    std::array<int, 2> ends{};
    REQUIRE(pipe(ends.data()) == 0);
    close(ends[0]);
    auto const got = in_shell("capgraph co-investment 2>&1 >&" + std::to_string(ends[1]));
    close(ends[1]);
    CHECK(got.code == 4);
    CHECK(got.out.empty());
}

TEST_CASE("program: a full disk is a failure that is told", "[cli][program]")
{
    if (!std::filesystem::exists("/dev/full")) {
        WARN("skipped: there is no /dev/full here");
        return;
    }
    auto const got = in_shell("capgraph stats 2>&1 >/dev/full");
    CHECK(got.code == 4);
    CHECK(got.out == "capgraph: the answer cannot be written\n");
}

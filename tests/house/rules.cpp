// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// The rules that a reader of one file can check: what it may name, and how it opens.

#include "house/source_tree.hpp"
#include "support/catch2.hpp"

using namespace capgraph::test;

namespace {

bool is_library(std::string const& path)
{
    return path.starts_with("include/")
           || (path.starts_with("src/") && !path.starts_with("src/cli/")
               && path != "src/CMakeLists.txt");
}

bool is_io(std::string const& path)
{
    return path.find("/io/") != std::string::npos;
}

bool is_word_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

bool names(std::string const& code, std::string const& word)
{
    for (auto at = code.find(word); at != std::string::npos; at = code.find(word, at + 1)) {
        auto const end = at + word.size();
        if ((at == 0 || !is_word_letter(code[at - 1]))
            && (end == code.size() || !is_word_letter(code[end]))) {
            return true;
        }
    }
    return false;
}

/// The library never prints, ends the program, or reads the clock, the environment or the locale.
findings forbidden_names(source_file const& file)
{
    findings found;
    auto const code = code_of(file.text);
    for (std::string const word : {"cout",          "cerr",         "clog",
                                   "printf",        "fprintf",      "puts",
                                   "putchar",       "abort",        "exit",
                                   "quick_exit",    "terminate",    "getenv",
                                   "secure_getenv", "setlocale",    "locale",
                                   "system_clock",  "steady_clock", "high_resolution_clock",
                                   "gettimeofday",  "clock_gettime"}) {
        if (names(code, word)) {
            found.push_back(file.path + " names " + word);
        }
    }
    return found;
}

findings forbidden_includes(source_file const& file)
{
    findings found;
    auto const refuse = [&](std::string const& include, char const* why) {
        found.push_back(file.path + " includes " + include + ": " + why);
    };
    for (auto const& include : includes_of(file.text)) {
        auto const is_one_of = [&](std::vector<std::string> const& list) {
            return std::ranges::find(list, include) != list.end();
        };
        if (is_one_of({"iostream", "print", "syncstream", "locale", "ctime"})) {
            refuse(include, "the library neither prints nor reads clock or locale");
        }
        if (!is_io(file.path)
            && (is_one_of({"fstream", "cstdio", "stdio.h", "filesystem", "fcntl.h", "unistd.h"})
                || (include.starts_with("sys/") && include != "sys/mman.h"))) { // that is memory
            refuse(include, "only io/ touches files");
        }
        if (file.path.starts_with("include/") && include.starts_with("boost/json")) {
            refuse(include, "the parser stays out of public headers");
        }
    }
    return found;
}

/// Files that hold text or data, whose licence LICENSE and data/LICENSE name.
bool is_prose(std::string const& path)
{
    auto const name = std::filesystem::path{path};
    std::vector<std::string> const endings{".csv", ".json", ".jsonl", ".md", ".svg", ".txt"};
    return std::ranges::find(endings, name.extension().string()) != endings.end()
           || name.filename() == "LICENSE" || path.find("/corpus/") != std::string::npos;
}

/// Code of every language opens with the licence; a script may put its interpreter first.
findings missing_licence(source_file const& file)
{
    if (is_prose(file.path)) {
        return {};
    }
    auto const is_cpp =
        file.path.ends_with(".hpp") || file.path.ends_with(".cpp") || file.path.ends_with(".dox");
    std::string const mark = is_cpp ? "// " : "# ";
    auto const lines = lines_of(file.text);
    auto const first = !lines.empty() && lines.front().starts_with("#!") ? 1u : 0u;
    auto const opens = lines.size() >= first + 2
                       && lines[first] == mark + "SPDX-FileCopyrightText: 2026 the capgraph authors"
                       && lines[first + 1] == mark + "SPDX-License-Identifier: BSL-1.0";
    return opens ? findings{} : findings{file.path + " does not open with the two SPDX lines"};
}

/// Paths of the machine it was written on, and marks of what is unfinished. Spelt in two parts, as
/// this file is read too.
findings foreign_marks(source_file const& file)
{
    findings found;
    for (std::string const mark : {"/wo"
                                   "rk",
                                   "/t"
                                   "mp",
                                   "TO"
                                   "DO",
                                   "FIX"
                                   "ME"}) {
        auto const inside = file.text.find(mark);
        if (inside != std::string::npos
            && (inside + mark.size() == file.text.size()
                || !is_word_letter(file.text[inside + mark.size()]))) {
            found.push_back(file.path + " holds " + mark);
        }
    }
    return found;
}

/// A test of a header includes it first: proof that it stands alone.
findings unmirrored(source_file const& file, std::vector<source_file> const& all)
{
    if (!file.path.starts_with("tests/") || !file.path.ends_with(".cpp")) {
        return {};
    }
    auto const stem = file.path.substr(6, file.path.size() - 10);
    auto const header = "capgraph/" + stem + ".hpp";
    auto const includes = includes_of(file.text);
    if (std::ranges::find(all, "include/" + header, &source_file::path) == all.end()
        || (!includes.empty() && includes.front() == header)) {
        return {};
    }
    return {file.path + " does not include " + header + " first"};
}

template <class Rule>
findings apply(Rule rule)
{
    findings found;
    for (auto const& file : read_source_tree()) {
        auto more = rule(file);
        found.insert(found.end(), more.begin(), more.end());
    }
    return found;
}

template <class Rule>
findings apply_to_library(Rule rule)
{
    return apply([&](auto const& file) { return is_library(file.path) ? rule(file) : findings{}; });
}

} // namespace

TEST_CASE("rules: the library names nothing that prints, exits or reads its surroundings",
          "[house]")
{
    CHECK(apply_to_library(forbidden_names) == findings{});

    CHECK(forbidden_names({"a.cpp", "std::cout << 1;"}).size() == 1);
    CHECK(forbidden_names({"a.cpp", "auto t = std::chrono::steady_clock::now();"}).size() == 1);
    CHECK(forbidden_names({"a.cpp", "std::exit(1); std::getenv(\"A\");"}).size() == 2);
    CHECK(forbidden_names(
              {"a.cpp", "// std::cout\n/* exit */ f(\"cout\"); snprintf(b); on_exit_of();"})
              .empty());
}

TEST_CASE("rules: only io touches files and no public header shows the parser", "[house]")
{
    CHECK(apply_to_library(forbidden_includes) == findings{});

    CHECK(forbidden_includes({"src/core/a.cpp", "#include <iostream>\n"}).size() == 1);
    CHECK(forbidden_includes({"src/ledger/a.cpp", "#include <fstream>\n"}).size() == 1);
    CHECK(forbidden_includes({"src/ledger/a.cpp", "#include <sys/stat.h>\n"}).size() == 1);
    CHECK(forbidden_includes({"src/io/read/a.cpp", "#include <fstream>\n"}).empty());
    CHECK(
        forbidden_includes({"include/capgraph/io/read/a.hpp", "#include <boost/json.hpp>\n"}).size()
        == 1);
    CHECK(forbidden_includes({"include/capgraph/core/a.hpp", "#include <boost/json/value.hpp>\n"})
              .size()
          == 1);
    CHECK(forbidden_includes({"src/io/read/a.cpp", "#include <boost/json/basic_parser_impl.hpp>\n"})
              .empty());
}

TEST_CASE("rules: code opens with its licence", "[house]")
{
    CHECK(apply(missing_licence) == findings{});

    std::string const cpp = "// SPDX-FileCopyrightText: 2026 the capgraph authors\n"
                            "// SPDX-License-Identifier: BSL-1.0\n";
    std::string const script = "#!/bin/bash\n# SPDX-FileCopyrightText: 2026 the capgraph authors\n"
                               "# SPDX-License-Identifier: BSL-1.0\n";
    CHECK(missing_licence({"src/a.cpp", cpp}).empty());
    CHECK(missing_licence({"scripts/a", script}).empty());
    CHECK(missing_licence({"src/a.cpp", "#pragma once\n" + cpp}).size() == 1);
    CHECK(missing_licence({"scripts/a", "#!/bin/bash\n"}).size() == 1);
    CHECK(missing_licence({"cmake/a.cmake", ""}).size() == 1);
    CHECK(missing_licence({"data/a.json", "{}"}).empty());
}

TEST_CASE("rules: no file names the machine it was written on or is marked unfinished", "[house]")
{
    CHECK(apply(foreign_marks) == findings{});

    CHECK(foreign_marks({"a.md", "see /wo"
                                 "rk/main"})
              .size()
          == 1);
    CHECK(foreign_marks({"a.md", "in /t"
                                 "mp/a"})
              .size()
          == 1);
    CHECK(foreign_marks({"a.md", "TO"
                                 "DO: later"})
              .size()
          == 1);
    CHECK(foreign_marks({"a.md", "cmake/workflow and the word tmp"}).empty());
}

TEST_CASE("rules: a test that mirrors a header includes it first", "[house]")
{
    auto const all = read_source_tree();
    CHECK(apply([&](auto const& file) { return unmirrored(file, all); }) == findings{});

    std::vector<source_file> const header{{"include/capgraph/core/a.hpp", ""}};
    CHECK(unmirrored({"tests/core/a.cpp", "#include <capgraph/core/a.hpp>\n"}, header).empty());
    CHECK(unmirrored({"tests/core/b.cpp", "#include <vector>\n"}, header).empty());
    CHECK(unmirrored({"tests/core/a.cpp", "#include <vector>\n"}, header).size() == 1);
    CHECK(unmirrored({"tests/core/a.cpp", ""}, header).size() == 1);
}

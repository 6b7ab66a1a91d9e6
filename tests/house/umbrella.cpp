// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph.hpp> // first: proves it stands alone

#include "house/source_tree.hpp"
#include "support/catch2.hpp"

#include <set>

using namespace capgraph::test;

namespace {

/// Headers that a user asks for by name, as they cost much to compile.
std::set<std::string> const opt_in{"capgraph/graph/boost_graph.hpp"};

/// Every public header but those; what lies in a folder detail/ is not public.
std::vector<std::string> umbrella_headers(std::vector<source_file> const& files)
{
    std::vector<std::string> headers;
    for (auto const& [path, text] : files) {
        if (path.starts_with("include/capgraph/") && path.ends_with(".hpp")
            && path.find("/detail/") == std::string::npos && !opt_in.contains(path.substr(8))) {
            headers.push_back(path.substr(8));
        }
    }
    return headers;
}

findings not_in(std::vector<std::string> const& list, std::vector<std::string> wanted)
{
    std::erase_if(wanted,
                  [&](auto const& header) { return std::ranges::count(list, header) == 1; });
    return wanted;
}

} // namespace

TEST_CASE("umbrella: includes every public header once and in order", "[house]")
{
    auto const files = read_source_tree();
    auto const umbrella = std::ranges::find(files, "include/capgraph.hpp", &source_file::path);
    REQUIRE(umbrella != files.end());
    auto const written = includes_of(umbrella->text);
    auto const expected = umbrella_headers(files);
    CHECK(not_in(written, expected) == findings{}); // those to add
    CHECK(not_in(expected, written) == findings{}); // those to drop
    CHECK(std::ranges::is_sorted(written));
    for (auto const& header : opt_in) {
        CHECK(std::ranges::find(files, "include/" + header, &source_file::path) != files.end());
    }
}

TEST_CASE("umbrella: a header that is left out would be found", "[house]")
{
    CHECK(umbrella_headers({{"include/capgraph/core/a.hpp", ""},
                            {"include/capgraph/core/detail/b.hpp", ""},
                            {"src/core/c.hpp", ""}})
          == std::vector<std::string>{"capgraph/core/a.hpp"});
    CHECK(not_in({"a"}, {"a", "b"}) == findings{"b"});
    CHECK(not_in({"a", "a"}, {"a"}) == findings{"a"});
}

TEST_CASE("version: the library linked to is the one whose headers are used", "[house]")
{
    CHECK(capgraph::version() == CAPGRAPH_VERSION);
}

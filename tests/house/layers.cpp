// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// Holds design.md's picture: an include reaches only what lies below it.

#include "house/source_tree.hpp"
#include "support/catch2.hpp"

#include <functional>
#include <map>
#include <optional>
#include <set>

using namespace capgraph::test;

namespace {

/// Each layer, and those right below it; what lies further down may be reached as well.
std::map<std::string, std::set<std::string>> const layers{
    {"core", {}},
    {"run", {"core"}},
    {"model", {"run"}},
    {"ledger", {"model"}},
    {"graph", {"run"}},
    {"network", {"ledger", "graph"}},
    {"algorithm", {"graph"}},
    {"query", {"network", "algorithm"}},
    {"io/read", {"ledger"}},
    {"io/write", {"query"}},
    {"umbrella", {"io/read", "io/write"}},
    {"cli", {"umbrella"}},
    {"examples", {"umbrella"}},
    {"bench", {"umbrella"}},
};

bool reaches(std::string const& from, std::string const& to)
{
    auto const& below = layers.at(from);
    return from == to
           || std::ranges::any_of(below, [&](auto const& next) { return reaches(next, to); });
}

/// The layer of a file by its path from the top, or from an include folder: io/read for
/// include/capgraph/io/read/json.hpp, src/io/read/json.cpp and capgraph/io/read/json.hpp.
std::optional<std::string> layer_of(std::string path)
{
    for (std::string const root : {"include/", "src/", "capgraph/"}) {
        if (path.starts_with(root)) {
            path.erase(0, root.size());
        }
    }
    if (path == "capgraph.hpp") {
        return "umbrella";
    }
    if (path == "version.hpp") {
        return "core";
    }
    for (auto const& [layer, below] : layers) {
        if (path.starts_with(layer + "/")) {
            return layer;
        }
    }
    return std::nullopt;
}

bool is_layered(std::string const& path)
{
    return (path.ends_with(".hpp") || path.ends_with(".cpp"))
           && (path.starts_with("include/") || path.starts_with("src/")
               || path.starts_with("examples/") || path.starts_with("bench/"));
}

/// The file of the checkout that an include means, or nothing when it is not ours.
std::optional<std::string> target_of(std::string const& from, std::string const& include,
                                     std::set<std::string> const& paths)
{
    auto const beside = std::filesystem::path{from}.parent_path() / include;
    for (auto const& path :
         {"include/" + include, "src/" + include, beside.lexically_normal().generic_string()}) {
        if (paths.contains(path)) {
            return path;
        }
    }
    return std::nullopt;
}

findings upward_includes(std::vector<source_file> const& files)
{
    std::set<std::string> paths;
    for (auto const& file : files) {
        paths.insert(file.path);
    }
    findings found;
    for (auto const& file : files) {
        auto const from = layer_of(file.path);
        if (!from) {
            found.push_back(file.path + " lies in no layer");
            continue;
        }
        for (auto const& include : includes_of(file.text)) {
            auto const target = target_of(file.path, include, paths);
            if (!target && !include.starts_with("capgraph")) {
                continue; // Boost, the standard library, a peer
            }
            auto const to = layer_of(target.value_or(include));
            if (!to || !reaches(*from, *to)) {
                found.push_back(file.path + " may not include " + include);
            }
        }
    }
    return found;
}

findings include_cycles(std::vector<source_file> const& files)
{
    std::set<std::string> paths;
    std::map<std::string, std::vector<std::string>> includes;
    for (auto const& file : files) {
        paths.insert(file.path);
        includes[file.path] = includes_of(file.text);
    }
    findings found;
    std::set<std::string> done;
    std::vector<std::string> chain;
    std::function<void(std::string const&)> const visit = [&](std::string const& path) {
        if (std::ranges::find(chain, path) != chain.end()) {
            found.push_back(path + " includes itself through " + chain.back());
        } else if (done.insert(path).second) {
            chain.push_back(path);
            for (auto const& include : includes[path]) {
                if (auto const target = target_of(path, include, paths)) {
                    visit(*target);
                }
            }
            chain.pop_back();
        }
    };
    for (auto const& path : paths) {
        visit(path);
    }
    return found;
}

std::vector<source_file> layered_sources()
{
    auto files = read_source_tree();
    std::erase_if(files, [](auto const& file) { return !is_layered(file.path); });
    return files;
}

} // namespace

TEST_CASE("layers: every include points down", "[house]")
{
    auto const files = layered_sources();
    REQUIRE(files.size() > 2);
    CHECK(upward_includes(files) == findings{});
}

TEST_CASE("layers: no file includes itself through others", "[house]")
{
    CHECK(include_cycles(layered_sources()) == findings{});
}

TEST_CASE("layers: what points down in the picture passes", "[house]")
{
    CHECK(upward_includes({
              {"include/capgraph/query/a.hpp", "#include <capgraph/core/money.hpp>\n"},
              {"src/io/write/a.cpp", "#include <capgraph/query/a.hpp>\n#include <vector>\n"},
              {"src/network/a.cpp", "#include \"network/b.hpp\"\n"},
              {"src/network/b.hpp", "#include <capgraph/graph/csr_graph.hpp>\n"},
              {"src/cli/main.cpp", "#include <capgraph.hpp>\n#include \"table.hpp\"\n"},
              {"src/cli/table.hpp", ""},
          })
          == findings{});
}

TEST_CASE("layers: an include that points up or sideways is found", "[house]")
{
    auto const [path, include] = GENERATE(table<std::string, std::string>({
        {"include/capgraph/core/a.hpp", "capgraph/run/run_options.hpp"},
        {"include/capgraph/graph/a.hpp", "capgraph/model/entity.hpp"},
        {"include/capgraph/ledger/a.hpp", "capgraph/graph/csr_graph.hpp"},
        {"include/capgraph/algorithm/a.hpp", "capgraph/network/network.hpp"},
        {"include/capgraph/io/read/a.hpp", "capgraph/query/a.hpp"},
        {"include/capgraph/io/write/a.hpp", "capgraph/io/read/json.hpp"},
        {"src/query/a.cpp", "capgraph.hpp"},
        {"src/query/a.cpp", "capgraph/util/strings.hpp"},
    }));
    CAPTURE(path, include);
    CHECK(upward_includes({{path, "  #include <" + include + ">\n"}}).size() == 1);
}

TEST_CASE("layers: a quoted include that points up is found", "[house]")
{
    CHECK(upward_includes({
              {"src/core/a.cpp", "#include \"../query/b.hpp\"\n"},
              {"src/query/b.hpp", ""},
          })
          == findings{"src/core/a.cpp may not include ../query/b.hpp"});
}

TEST_CASE("layers: a file of no layer is found", "[house]")
{
    CHECK(upward_includes({{"include/capgraph/util/a.hpp", ""}}).size() == 1);
}

TEST_CASE("layers: a cycle of includes is found", "[house]")
{
    CHECK(include_cycles({
                             {"include/capgraph/core/a.hpp", "#include <capgraph/core/b.hpp>\n"},
                             {"include/capgraph/core/b.hpp", "#include <capgraph/core/a.hpp>\n"},
                         })
              .size()
          == 1);
}

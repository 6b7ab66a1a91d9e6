// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace capgraph::test {

/// A file of the checkout: its path from the top, with '/', and what it holds.
struct source_file {
    std::string path;
    std::string text;
};

/// What a rule finds wrong, one sentence each: none when the house is in order.
using findings = std::vector<std::string>;

inline source_file read_source(std::filesystem::path const& top, std::filesystem::path const& path)
{
    std::ifstream in{path, std::ios::binary};
    if (!in) {
        throw std::runtime_error{"cannot read " + path.string()};
    }
    return {path.lexically_relative(top).generic_string(),
            {std::istreambuf_iterator<char>{in}, std::istreambuf_iterator<char>{}}};
}

/// Every file of the checkout by path, but for what a build or a tool left there.
inline std::vector<source_file> read_source_tree()
{
    namespace fs = std::filesystem;
    fs::path const top{CAPGRAPH_SOURCE_DIR};
    std::vector<source_file> files;
    for (auto entry = fs::recursive_directory_iterator{top};
         entry != fs::recursive_directory_iterator{}; ++entry) {
        auto const name = entry->path().filename().string();
        if (name == ".git" // a file where the checkout is a worktree
            || (entry->is_directory() && (name.starts_with("build") || name == ".cache"))) {
            entry.disable_recursion_pending();
        } else if (entry->is_regular_file()) {
            files.push_back(read_source(top, entry->path()));
        }
    }
    std::ranges::sort(files, {}, &source_file::path);
    return files;
}

inline std::vector<std::string> lines_of(std::string const& text)
{
    std::vector<std::string> lines;
    std::istringstream in{text};
    for (std::string line; std::getline(in, line);) {
        lines.push_back(line);
    }
    return lines;
}

/// What the file includes, as written between <> or "", in order.
inline std::vector<std::string> includes_of(std::string const& text)
{
    std::vector<std::string> includes;
    for (auto const& line : lines_of(text)) {
        auto const word = line.find_first_not_of(" \t");
        if (word == std::string::npos || !line.substr(word).starts_with("#include")) {
            continue;
        }
        auto const open = line.find_first_of("<\"", word);
        auto const close = line.find_first_of(">\"", open + 1);
        if (open != std::string::npos && close != std::string::npos) {
            includes.push_back(line.substr(open + 1, close - open - 1));
        }
    }
    return includes;
}

/// The text without comments and without what stands between quotes.
inline std::string code_of(std::string_view text)
{
    std::string code;
    auto skip = [&](std::string_view end, std::size_t from) {
        auto const at = text.find(end, from);
        return at == std::string_view::npos ? text.size() : at + end.size();
    };
    for (std::size_t i = 0; i < text.size();) {
        auto const rest = text.substr(i);
        if (rest.starts_with("//")) {
            i = std::min(text.find('\n', i), text.size());
        } else if (rest.starts_with("/*")) {
            i = skip("*/", i + 2);
        } else if (rest.starts_with("R\"(")) {
            i = skip(")\"", i + 3);
        } else if (rest.starts_with("'\"'")) { // the one character that would open a string
            i += 3;
        } else if (rest.starts_with('"')) {
            for (++i; i < text.size() && text[i] != '"'; ++i) {
                i += text[i] == '\\' ? 1u : 0u;
            }
            code += "\"\"";
            ++i;
        } else {
            code += text[i++];
        }
    }
    return code;
}

} // namespace capgraph::test

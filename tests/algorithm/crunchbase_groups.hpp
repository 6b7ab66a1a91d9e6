// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

// The Crunchbase snapshot of 2013 as groups of numbers, where it is there.

#include "support/shared_data.hpp"

#include <cstddef>
#include <cstdint>
#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace capgraph::test {

struct named_groups {
    std::vector<std::uint64_t> offsets{0};
    std::vector<std::uint32_t> members;
    std::vector<std::string> names; ///< Of the members.
};

/// The cells of one line of a table in which none goes over lines.
inline std::vector<std::string> cells_of(std::string const& line)
{
    std::vector<std::string> cells{""};
    bool is_quoted = false;
    for (char const c : line) {
        if (c == '"') {
            is_quoted = !is_quoted;
        } else if (c == ',' && !is_quoted) {
            cells.emplace_back();
        } else {
            cells.back() += c;
        }
    }
    return cells;
}

/// Who backs each company, or sits in each round.
inline std::optional<named_groups> crunchbase_groups(bool by_round)
{
    auto const file = shared_data("data/crunchbase-2013-investments/investments.csv");
    if (!file) {
        return std::nullopt;
    }
    std::ifstream in{*file};
    std::string line;
    std::getline(in, line); // names of columns
    std::map<std::string, std::uint32_t> numbers;
    std::map<std::string, std::set<std::uint32_t>> groups;
    named_groups out;
    while (std::getline(in, line)) {
        auto const cells = cells_of(line);
        if (cells.size() < 4 || cells[0].empty() || cells[1].empty()) {
            continue;
        }
        auto const next = static_cast<std::uint32_t>(numbers.size());
        auto const [at, is_new] = numbers.emplace(cells[1], next);
        if (is_new) {
            out.names.push_back(cells[1]);
        }
        groups[by_round ? cells[0] + '\n' + cells[2] + '\n' + cells[3] : cells[0]].insert(
            at->second);
    }
    for (auto const& [key, members] : groups) {
        out.members.insert(out.members.end(), members.begin(), members.end());
        out.offsets.push_back(out.members.size());
    }
    return out;
}

} // namespace capgraph::test

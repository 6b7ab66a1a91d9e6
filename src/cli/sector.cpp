// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "sector.hpp"

#include "failure.hpp"

#include <capgraph/core/error.hpp>
#include <capgraph/model/entity.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <set>
#include <string>
#include <vector>

namespace capgraph::cli {

namespace {

/// All sectors that entities are said to be of.
std::set<std::string, std::less<>> sectors_in(ledger const& book, view const& seen)
{
    std::set<std::string, std::less<>> out;
    for (std::uint32_t i = 0; i < book.num_entities(); ++i) {
        auto const id = entity_id{i};
        if (seen.knows(book.record_of(id))) {
            if (auto const e = seen.at(id); e.sector) {
                out.emplace(*e.sector);
            }
        }
    }
    return out;
}

/// How many bytes differ: put in, left out, or replaced.
std::size_t edits(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto before = row[0]++;
        for (std::size_t k = 1; k <= b.size(); ++k) {
            auto const replaced = before + (a[i - 1] == b[k - 1] ? 0U : 1U);
            before = row[k];
            row[k] = std::min({replaced, row[k] + 1, row[k - 1] + 1});
        }
    }
    return row.back();
}

} // namespace

void require_sector(subject const& s, std::string_view sector)
{
    if (sector.empty() || sectors_in(s.data.book, s.facts()).contains(sector)) {
        return;
    }
    auto const all = sectors_in(s.data.book, view{s.data.book});
    std::string found{'\''}; // GCC 12 takes "'" + std::string for an overlapping copy
    found.append(sector).append(1, '\'');
    if (all.contains(sector)) {
        throw error{error_code::not_known_at, "nobody known to be of sector " + found,
                    "a later --known-at"};
    }
    auto const nearest =
        std::min_element(all.begin(), all.end(), [&](auto const& a, auto const& b) {
            return edits(sector, a) < edits(sector, b);
        });
    throw bad_usage{
        "found " + found + ", expected a sector"
        + (all.empty() ? ", of which the data have none" : ", such as '" + *nearest + '\'')};
}

} // namespace capgraph::cli

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

// Who invests in what: made up, or read from a table.

#include "random_numbers.hpp"

#include <capgraph/algorithm/group_rows.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <numeric>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace bench {

/// The investors of each company.
struct two_mode {
    std::size_t investors = 0;
    std::vector<std::uint64_t> offsets{0};
    std::vector<std::uint32_t> members;

    [[nodiscard]] capgraph::group_rows groups() const { return {offsets, members}; }

    void add(std::vector<std::uint32_t>& company)
    {
        std::sort(company.begin(), company.end());
        company.erase(std::unique(company.begin(), company.end()), company.end());
        members.insert(members.end(), company.begin(), company.end());
        offsets.push_back(members.size());
    }
    /// How often two investors meet in a company.
    [[nodiscard]] std::uint64_t meetings() const
    {
        std::uint64_t sum = 0;
        for (std::size_t g = 0; g + 1 < offsets.size(); ++g) {
            auto const k = offsets[g + 1] - offsets[g];
            sum += k * (k - 1) / 2; // no company is without investors
        }
        return sum;
    }
};

/// Companies with one to four hundred investors, by a power law, and investors of whom few are in
/// much (a power of their rank). Ids tell nothing of rank.
class two_mode_maker {
public:
    two_mode_maker(std::size_t investors, std::uint64_t seed)
        : random_{seed}, ids_(investors), sums_(investors)
    {
        std::iota(ids_.begin(), ids_.end(), 0U);
        for (auto i = investors; i-- > 1;) {
            std::swap(ids_[i], ids_[random_.below(i + 1)]);
        }
        auto sum = 0.0;
        for (std::size_t i = 0; i < investors; ++i) {
            sums_[i] = sum += std::pow(static_cast<double>(i) + 20.0, -0.8);
        }
    }

    /// `ties`: how many are drawn; those drawn twice count once.
    two_mode operator()(std::size_t companies, std::size_t ties)
    {
        constexpr double tail = 2.3;
        auto const mean = static_cast<double>(ties) / static_cast<double>(companies);
        auto const least = (mean - 0.5) * (tail - 1.0) / tail;
        two_mode out;
        out.investors = ids_.size();
        std::vector<std::uint32_t> company;
        for (std::size_t c = 0; c < companies; ++c) {
            auto const size = least * std::pow(1.0 - random_.unit(), -1.0 / tail);
            company.resize(
                static_cast<std::size_t>(std::clamp(std::floor(size + 0.5), 1.0, 400.0)));
            std::generate(company.begin(), company.end(), [this] { return investor(); });
            out.add(company);
        }
        return out;
    }

private:
    std::uint32_t investor()
    {
        auto const at =
            std::upper_bound(sums_.begin(), sums_.end() - 1, random_.unit() * sums_.back());
        return ids_[static_cast<std::size_t>(at - sums_.begin())];
    }

    random_numbers random_;
    std::vector<std::uint32_t> ids_;
    std::vector<double> sums_;
};

/// The first two fields of a line of CSV.
inline std::pair<std::string, std::string> two_fields(std::string const& line)
{
    std::pair<std::string, std::string> out;
    auto* field = &out.first;
    auto is_quoted = false;
    for (auto const c : line) {
        if (c == '"') {
            is_quoted = !is_quoted;
        } else if (c == ',' && !is_quoted) {
            if (field == &out.second) {
                break;
            }
            field = &out.second;
        } else {
            *field += c;
        }
    }
    return out;
}

/// Of a table with columns company, investor; nothing where there is none.
inline two_mode read_investments(std::string const& path)
{
    std::ifstream file{path};
    std::string line;
    std::getline(file, line); // names of the columns
    std::unordered_map<std::string, std::uint32_t> investors;
    std::unordered_map<std::string, std::size_t> companies;
    std::vector<std::vector<std::uint32_t>> rows;
    while (std::getline(file, line)) {
        auto const [company, investor] = two_fields(line);
        auto const row = companies.emplace(company, rows.size()).first->second;
        rows.resize(companies.size());
        auto const id = static_cast<std::uint32_t>(investors.size());
        rows[row].push_back(investors.emplace(investor, id).first->second);
    }
    two_mode out;
    out.investors = investors.size();
    for (auto& row : rows) {
        out.add(row);
    }
    return out;
}

} // namespace bench

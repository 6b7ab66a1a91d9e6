// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/co_investment_groups.hpp>

#include "deals_in_scope.hpp"

#include <algorithm>
#include <numeric>
#include <stdexcept>
#include <utility>

namespace capgraph::inline v0 {

namespace {

struct numbered_rounds {
    std::vector<std::pair<std::uint32_t, record_id>> all; ///< With the number of their company.
    std::vector<std::uint32_t> number;                    ///< By round.
};

/// The rounds of `all`, by company, then by slug.
numbered_rounds rounds_of(view const& facts, std::span<investment const> all)
{
    constexpr std::uint32_t is_new = 0xffff'ffff;
    numbered_rounds out;
    for (auto const& i : all) {
        auto const at = index_of(*i.round);
        if (out.number.size() <= at) {
            out.number.resize(at + 1, is_new);
        }
        if (std::exchange(out.number[at], 0) == is_new) {
            out.all.emplace_back(i.company, *i.round);
        }
    }
    std::sort(out.all.begin(), out.all.end(), [&](auto const& a, auto const& b) {
        return a.first != b.first ? a.first < b.first
                                  : facts.slug_of(a.second) < facts.slug_of(b.second);
    });
    for (std::uint32_t g = 0; g < out.all.size(); ++g) {
        out.number[index_of(out.all[g].second)] = g;
    }
    return out;
}

struct rows {
    std::vector<std::uint64_t> offsets;
    std::vector<std::uint32_t> values;
};

/// The group of each investment of each investor; groups ascend as the investments do.
template <class GroupOf>
rows rows_of(std::size_t investors, std::span<investment const> all, GroupOf group_of)
{
    rows out;
    out.offsets.reserve(investors + 1);
    out.offsets.push_back(0);
    for (auto const& i : all) {
        while (out.offsets.size() <= i.investor) {
            out.offsets.push_back(out.values.size());
        }
        auto const group = group_of(i);
        if (out.values.size() == out.offsets.back() || out.values.back() != group) {
            out.values.push_back(group);
        }
    }
    out.offsets.resize(investors + 1, out.values.size());
    return out;
}

rows transposed(rows const& from, std::size_t columns)
{
    rows out;
    out.offsets.resize(columns + 1);
    for (auto const value : from.values) {
        ++out.offsets[value + 1U];
    }
    std::partial_sum(out.offsets.begin(), out.offsets.end(), out.offsets.begin());
    out.values.resize(from.values.size());
    auto next = out.offsets;
    for (std::uint32_t row = 0; row + 1 < from.offsets.size(); ++row) {
        for (auto k = from.offsets[row]; k < from.offsets[row + 1U]; ++k) {
            out.values[next[from.values[k]]++] = row;
        }
    }
    return out;
}

} // namespace

co_investment_groups::co_investment_groups(network const& n, co_investment_scope scope)
    : co_investment_groups{n, scope, detail::deals_in(n, scope)}
{
}

co_investment_groups::co_investment_groups(network const& n, co_investment_scope scope,
                                           std::span<investment const> deals)
    : scope_{std::move(scope)}
{
    auto const is_by_round = scope_.unit == co_investment_unit::same_round;
    auto const is_of_companies = scope_.side == co_investment_side::companies;
    if (is_by_round && is_of_companies) {
        throw std::invalid_argument{
            "capgraph::co_investment_groups: companies share investors, not rounds"};
    }
    auto const investors = n.investors();
    auto const companies = n.companies();
    rows by_investor;
    if (is_by_round) {
        auto const rounds = rounds_of(n.facts(), deals);
        by_investor = rows_of(investors.size(), deals, [&](investment const& i) {
            return rounds.number[index_of(*i.round)];
        });
        for (auto const& [company, round] : rounds.all) {
            owners_.push_back(companies[company]);
            rounds_.push_back(round);
        }
    } else {
        by_investor =
            rows_of(investors.size(), deals, [](investment const& i) { return i.company; });
        auto const& owners = is_of_companies ? investors : companies;
        owners_.assign(owners.begin(), owners.end());
    }
    auto by_group = transposed(by_investor, is_by_round ? rounds_.size() : companies.size());
    auto const& members = is_of_companies ? companies : investors;
    members_.assign(members.begin(), members.end());
    if (is_of_companies) {
        std::swap(by_investor, by_group);
    }
    offsets_ = std::move(by_group.offsets);
    in_groups_ = std::move(by_group.values);
    member_offsets_ = std::move(by_investor.offsets);
    of_members_ = std::move(by_investor.values);
}

} // namespace capgraph::inline v0

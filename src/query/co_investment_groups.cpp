// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/co_investment_groups.hpp>

#include "round_date.hpp"

#include <algorithm>
#include <numeric>
#include <stdexcept>
#include <utility>

namespace capgraph::inline v0 {

namespace {

bool lies_in(date deal, date period, certainty within)
{
    if (within == certainty::possibly) {
        return overlap(deal, period);
    }
    auto const begins =
        !period.has_first() || (deal.has_first() && deal.first_day() >= period.first_day());
    return begins && (!period.has_last() || is_over_by(deal, period));
}

/// Which investments count, each round being looked up once.
class deal_filter {
public:
    deal_filter(view const& facts, co_investment_scope const& scope)
        : facts_{&facts}, scope_{&scope}, looks_up_{scope.period || !scope.kinds.empty()}
    {
    }

    [[nodiscard]] bool takes(investment const& i)
    {
        if (scope_->unit == co_investment_unit::same_round && !i.round) {
            return false;
        }
        if (i.status < scope_->min_status) {
            return false;
        }
        return !looks_up_ || (i.round ? takes(*i.round) : takes_unknown());
    }

private:
    enum class verdict : std::uint8_t { open, taken, left };

    [[nodiscard]] bool takes_unknown() const
    {
        return scope_->kinds.empty() && lies_in({}, *scope_->period, scope_->within);
    }

    [[nodiscard]] bool takes(record_id round)
    {
        if (known_.size() <= index_of(round)) {
            known_.resize(index_of(round) + 1, verdict::open);
        }
        auto& known = known_[index_of(round)];
        if (known == verdict::open) {
            known = fits(facts_->at<funding_round>(round)) ? verdict::taken : verdict::left;
        }
        return known == verdict::taken;
    }

    [[nodiscard]] bool fits(funding_round const& r) const
    {
        auto const& kinds = scope_->kinds;
        auto const kind = r.kind.value_or(round_kind::primary);
        return (kinds.empty() || std::find(kinds.begin(), kinds.end(), kind) != kinds.end())
               && (!scope_->period || lies_in(detail::date_of(r), *scope_->period, scope_->within));
    }

    view const* facts_;
    co_investment_scope const* scope_;
    bool looks_up_;
    std::vector<verdict> known_; ///< By round.
};

/// In their order: by investor, then company, then round.
std::vector<investment> deals_in(network const& n, co_investment_scope const& scope)
{
    deal_filter filter{n.facts(), scope};
    std::vector<investment> out;
    for (auto const& i : n.investments()) {
        if (filter.takes(i)) {
            out.push_back(i);
        }
    }
    return out;
}

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
    : scope_{std::move(scope)}
{
    auto const is_by_round = scope_.unit == co_investment_unit::same_round;
    auto const is_of_companies = scope_.side == co_investment_side::companies;
    if (is_by_round && is_of_companies) {
        throw std::invalid_argument{
            "capgraph::co_investment_groups: companies share investors, not rounds"};
    }
    auto const deals = deals_in(n, scope_);
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

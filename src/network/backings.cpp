// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "backings.hpp"

#include "sorted_by.hpp"

#include "ledger/partial_fold.hpp"

#include <capgraph/model/participation.hpp>
#include <capgraph/network/status_of.hpp>

#include <cstddef>
#include <numeric>
#include <string_view>
#include <tuple>

namespace capgraph::inline v0::detail {

namespace {

class backing_collector {
public:
    backing_collector(view const& facts, roll_up_map const& investor_of, told_rounds const& rounds,
                      slug_order const& order, roll_up rule, std::size_t most)
        : facts_{&facts}, investor_of_{&investor_of}, rounds_{&rounds}, order_{&order},
          is_rolled_up_{rule != roll_up::none}
    {
        found_.reserve(most); // what is not used is never touched, and so takes no memory
    }

    void add(record_id id, participation const& p)
    {
        auto const place = p.round ? rounds_->place_of(*p.round) : backing::no_round;
        auto const* const in = p.round ? &rounds_->all()[place] : nullptr;
        auto const status = p.status || in == nullptr ? p.status : in->status;
        auto const is_counted = counts(*facts_, status);
        auto const is_existing = p.existing_backer.value_or(false);
        if (!is_counted && !is_existing) {
            return;
        }
        auto& b = found_.emplace_back(); // filled in place: see told_holdings.cpp
        b.is_counted = is_counted;
        b.is_existing = is_existing;
        b.participation = id;
        b.company = in != nullptr ? in->company : rank(*p.company);
        b.round = is_counted ? place : backing::no_round;
        b.named = order_->rank(*p.investor);
        b.investor = order_->rank((*investor_of_)(*p.investor));
        // Who is said to back itself does; rolled up, that would be a pair with oneself.
        b.is_tie = !is_rolled_up_ || (b.investor != b.company && rank(*p.investor) != b.company);
        b.status = status.value_or(deal_status::rumored);
        b.role = p.role.value_or(participation_role::unknown);
        b.is_internal = p.internal.value_or(false);
    }

    [[nodiscard]] std::vector<backing> const& found() const noexcept { return found_; }

private:
    [[nodiscard]] std::uint32_t rank(entity_id id) const
    {
        return order_->rank(facts_->representative(id));
    }

    view const* facts_;
    roll_up_map const* investor_of_;
    told_rounds const* rounds_;
    slug_order const* order_;
    bool is_rolled_up_;
    std::vector<backing> found_;
};

/// The places of companies, each before that of its first round, and of rounds, in one order.
class deal_order {
public:
    deal_order(told_rounds const& rounds, slug_order const& order)
        : rounds_before_(order.size() + 1)
    {
        for (auto const& r : rounds.all()) {
            ++rounds_before_[r.company + 1];
        }
        std::partial_sum(rounds_before_.begin(), rounds_before_.end(), rounds_before_.begin());
    }

    [[nodiscard]] std::size_t size() const noexcept
    {
        return rounds_before_.back() + rounds_before_.size();
    }
    /// Where what is told of a company, but of none of its rounds, stands before these.
    [[nodiscard]] std::uint32_t operator()(backing const& b) const
    {
        return b.company + (b.round == backing::no_round ? rounds_before_[b.company] : b.round + 1);
    }

private:
    std::vector<std::uint32_t> rounds_before_; ///< By the rank of a company.
};

} // namespace

participation_order::names participation_order::names_of(record_id id)
{
    auto const [at, is_new] = known_.try_emplace(id);
    if (is_new) {
        auto const p = facts_->timeless<participation>(id);
        at->second = {facts_->slug_of(*p.investor),
                      p.round ? facts_->slug_of(*p.round) : std::string_view{},
                      p.company ? facts_->slug_of(*p.company) : std::string_view{}};
    }
    return at->second;
}

std::vector<backing> find_backings(view const& facts, roll_up_map const& investor_of,
                                   told_rounds const& rounds, slug_order const& order, roll_up rule,
                                   std::span<record_id const> participations)
{
    backing_collector collector{facts, investor_of, rounds, order, rule, participations.size()};
    partial_fold<participation, &participation::round, &participation::company,
                 &participation::investor, &participation::role, &participation::status,
                 &participation::existing_backer, &participation::internal>
        fold{facts};
    fold(participations, [&](record_id id, participation const& p) { collector.add(id, p); });
    auto const& found = collector.found();
    deal_order const deals{rounds, order};
    auto const sorted =
        sorted_by(deals.size(), found.size(), [&](std::size_t i) { return deals(found[i]); });
    std::vector<backing> out;
    out.reserve(found.size());
    for (auto const i : sorted.values) {
        out.push_back(found[i]);
    }
    participation_order names{facts};
    sort_runs(
        std::span{out},
        [](backing const& a, backing const& b) {
            return std::tuple{a.company, a.round} == std::tuple{b.company, b.round};
        },
        [&](backing const& a, backing const& b) {
            return a.named != b.named ? a.named < b.named
                                      : names.is_before(a.participation, b.participation);
        });
    return out;
}

} // namespace capgraph::inline v0::detail

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "ties.hpp"

#include <capgraph/model/funding_round.hpp>
#include <capgraph/network/status_of.hpp>

#include <algorithm>
#include <string_view>
#include <tuple>
#include <utility>

namespace capgraph::inline v0::detail {

namespace {

class tie_collector {
public:
    tie_collector(view const& facts, roll_up_map const& investor_of, known_rounds const& rounds,
                  roll_up rule)
        : facts_{&facts}, investor_of_{&investor_of}, rounds_{&rounds}, is_rolled_up_{
                                                                            rule != roll_up::none}
    {
    }

    void add(record_id id)
    {
        auto const p = facts_->at<participation>(id);
        auto const* const in = p.round ? rounds_->find(*p.round) : nullptr;
        auto const status = p.status || in == nullptr ? p.status : in->status;
        auto const is_counted = counts(*facts_, status);
        auto const is_existing = p.existing_backer.value_or(false);
        if (!is_counted && !is_existing) {
            return;
        }
        auto const company = in != nullptr ? in->company : company_of(p);
        auto const round = p.round && is_counted ? std::optional{*p.round} : std::nullopt;
        found_.backings.push_back({company, *p.investor, round, id});
        investment what;
        what.participation = id;
        what.is_internal = p.internal.value_or(false);
        if (is_existing) {
            auto prior = what;
            prior.is_prior = true;
            tie_to(*p.investor, company, prior);
        }
        if (is_counted) {
            what.round = round;
            what.role = p.role.value_or(participation_role::unknown);
            what.status = status.value_or(deal_status::rumored);
            tie_to(*p.investor, company, what);
        }
    }

    [[nodiscard]] found_ties take() { return std::move(found_); }

private:
    [[nodiscard]] entity_id company_of(participation const& p) const
    {
        return facts_->representative(p.company ? *p.company : facts_->company_of(*p.round));
    }

    void tie_to(entity_id named, entity_id company, investment const& what)
    {
        auto const investor = (*investor_of_)(named);
        // Who is said to back itself does; rolled up, that would be a pair with oneself.
        if (!is_rolled_up_ || (investor != company && facts_->representative(named) != company)) {
            found_.ties.push_back({investor, company, what});
        }
    }

    view const* facts_;
    roll_up_map const* investor_of_;
    known_rounds const* rounds_;
    bool is_rolled_up_;
    found_ties found_;
};

void sort_by_slug(view const& facts, slug_order const& order, std::vector<backing>& all)
{
    auto const slug = [&](std::optional<record_id> const& round) {
        return round ? facts.slug_of(*round) : std::string_view{};
    };
    participation_order names{facts};
    std::sort(all.begin(), all.end(), [&](backing const& a, backing const& b) {
        if (a.company != b.company) {
            return order.rank(a.company) < order.rank(b.company);
        }
        if (a.round != b.round) {
            return slug(a.round) < slug(b.round);
        }
        return a.investor != b.investor ? order.rank(a.investor) < order.rank(b.investor)
                                        : names.is_before(a.participation, b.participation);
    });
}

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

found_ties find_ties(view const& facts, roll_up_map const& investor_of, known_rounds const& rounds,
                     slug_order const& order, roll_up rule)
{
    tie_collector collector{facts, investor_of, rounds, rule};
    for (auto const id : facts.records(record_kind::participation)) {
        collector.add(id);
    }
    auto found = collector.take();
    sort_by_slug(facts, order, found.backings);
    return found;
}

} // namespace capgraph::inline v0::detail

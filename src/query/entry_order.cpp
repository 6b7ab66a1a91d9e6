// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/entry_order.hpp>

#include "round_date.hpp"
#include "round_money.hpp"
#include "unnamed_investors.hpp"

#include <capgraph/model/funding_round.hpp>

#include <algorithm>
#include <map>
#include <optional>

namespace capgraph::inline v0 {

namespace {

/// The investors who came into a company on one occasion: a round, or none that is known.
struct occasion {
    date when{};
    bool has_state = false;
    bool has_private = false;
    bool has_doubtful = false; ///< Whose money it is nobody knows for certain.

    /// Takes in an investor of whom that part is the state's.
    void add(part_bounds state)
    {
        has_state |= state.lower > 0.0;
        has_private |= state.upper == 0.0;
        has_doubtful |= state.lower == 0.0 && state.upper > 0.0;
    }
};

date day_of(view const& facts, std::optional<record_id> const& round)
{
    return round ? detail::date_of(facts.at<funding_round>(*round)) : date{};
}

/// The part of an investor that is the state's, where its tie to a state is all that is told: as
/// the measure takes that word; of no state and no level that is told.
part_bounds part_of(state_tie link, state_scope const& scope)
{
    auto const counts = [&] {
        switch (scope.measure) {
        case state_measure::labelled:
            return part_bounds{1.0, 1.0};
        case state_measure::organs:
            return link == state_tie::organ ? part_bounds{1.0, 1.0} : part_bounds{0.0, 0.0};
        case state_measure::look_through:
            return part_bounds{link == state_tie::organ ? 1.0 : 0.0, 1.0};
        case state_measure::consolidated:
            break;
        }
        return part_bounds{link == state_tie::backed ? 0.0 : 1.0, 1.0};
    }();
    return {scope.level ? 0.0 : counts.lower, counts.upper};
}

std::vector<occasion> occasions_of(network const& n, entity_id company, state_parts const& parts)
{
    std::map<std::optional<record_id>, occasion> by_round;
    auto const take = [&](std::optional<record_id> const& round, part_bounds state) {
        auto& on = by_round[round];
        on.when = day_of(n.facts(), round);
        on.add(state);
    };
    if (auto const c = n.find_company(company)) {
        for (auto const& i : n.investments_in(*c)) {
            take(i.is_prior ? std::nullopt : i.round, parts.of(n.investors()[i.investor]));
        }
    }
    for (auto const id : n.rounds_of(company)) {
        auto const r = n.facts().at<funding_round>(id);
        if (!r.lead_group) {
            continue;
        }
        auto const named = detail::investors_among(detail::members_of(n, id));
        if (detail::unnamed_leads(n, r, named) > 0) {
            take(id, part_of(r.lead_group->link, parts.scope()));
        }
    }
    std::vector<occasion> out;
    for (auto const& [round, on] : by_round) {
        out.push_back(on);
    }
    return out;
}

/// The earliest day of those for which `wanted` holds; of uncertain ones the first to be over.
date first_with(std::vector<occasion> const& all, bool occasion::*wanted)
{
    auto const* first = static_cast<occasion const*>(nullptr);
    for (auto const& on : all) {
        if (on.*wanted && (first == nullptr || ends_before(on.when, first->when))) {
            first = &on;
        }
    }
    return first != nullptr ? first->when : date{};
}

/// Whether `on` came before all others that have what `but` tells.
template <class But>
bool is_first(occasion const& on, std::vector<occasion> const& all, But but)
{
    return std::all_of(all.begin(), all.end(), [&](occasion const& other) {
        return &other == &on || !but(other) || is_before(on.when, other.when);
    });
}

entry order_of(std::vector<occasion> const& all)
{
    auto const any = [&](bool occasion::*wanted) {
        return std::any_of(all.begin(), all.end(), [&](occasion const& on) { return on.*wanted; });
    };
    if (!any(&occasion::has_doubtful) && any(&occasion::has_state) != any(&occasion::has_private)) {
        return any(&occasion::has_state) ? entry::state_only : entry::private_only;
    }
    for (auto const& on : all) {
        auto const may_be_private = [](occasion const& o) {
            return o.has_private || o.has_doubtful;
        };
        auto const may_be_state = [](occasion const& o) { return o.has_state || o.has_doubtful; };
        if (on.has_state && !may_be_private(on) && is_first(on, all, may_be_private)) {
            return entry::state_first;
        }
        if (on.has_private && !may_be_state(on) && any(&occasion::has_state)
            && is_first(on, all, may_be_state)) {
            return entry::private_first;
        }
        if (on.has_state && on.has_private
            && is_first(on, all, [](occasion const&) { return true; })) {
            return entry::together;
        }
    }
    return entry::unknown;
}

} // namespace

entry_order entry_order_of(network const& n, state_parts const& parts)
{
    entry_order out;
    for (auto const company : companies_in(n)) {
        auto const all = occasions_of(n, company, parts);
        if (all.empty()) {
            continue;
        }
        auto const order = order_of(all);
        out.companies.push_back({company, order, first_with(all, &occasion::has_state),
                                 first_with(all, &occasion::has_private)});
        ++out.count[static_cast<std::size_t>(order)];
    }
    return out;
}

} // namespace capgraph::inline v0

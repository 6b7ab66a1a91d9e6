// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/entry_order.hpp>

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
};

date day_of(view const& facts, std::optional<record_id> const& round)
{
    if (!round) {
        return {};
    }
    auto const r = facts.at<funding_round>(*round);
    return r.closed ? *r.closed : r.announced.value_or({});
}

std::vector<occasion> occasions_of(network const& n, std::uint32_t company,
                                   state_parts const& parts)
{
    std::map<std::optional<record_id>, occasion> by_round;
    for (auto const& i : n.investments_in(company)) {
        auto const round = i.is_prior ? std::optional<record_id>{} : i.round;
        auto& on = by_round[round];
        on.when = day_of(n.facts(), round);
        auto const part = parts.of(n.investors()[i.investor]);
        on.has_state |= part.lower > 0.0;
        on.has_private |= part.upper == 0.0;
        on.has_doubtful |= part.lower == 0.0 && part.upper > 0.0;
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
    for (std::uint32_t c = 0; c < n.companies().size(); ++c) {
        auto const all = occasions_of(n, c, parts);
        auto const order = order_of(all);
        out.companies.push_back({n.companies()[c], order, first_with(all, &occasion::has_state),
                                 first_with(all, &occasion::has_private)});
        ++out.count[static_cast<std::size_t>(order)];
    }
    return out;
}

} // namespace capgraph::inline v0

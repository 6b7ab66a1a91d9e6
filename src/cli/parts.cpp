// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "parts.hpp"

#include "figures.hpp"

#include <cmath>
#include <cstdint>
#include <optional>
#include <set>
#include <utility>

namespace capgraph::cli {

namespace {

/// A part that may be more than the whole.
std::string more_text(double part)
{
    return part <= 1.0 ? percent_text(share{part})
                       : count_text(static_cast<std::uint64_t>(std::llround(100.0 * part))) + " %";
}

/// When the stakes in `company` were said to be: that of `owner`, or those of a told size.
std::string days_of(subject const& s, entity_id company, std::optional<entity_id> owner)
{
    auto const owned = s.net.find_entity(company);
    auto const holder = owner ? s.net.find_entity(*owner) : std::nullopt;
    std::set<std::string> days;
    for (auto const& stake : s.net.stakes()) {
        auto const is_wanted = owner ? stake.owner == holder : stake.part.lower > share{};
        if (stake.owned == owned && is_wanted) {
            auto const day = s.facts().as_of(s.facts().statements_of(stake.holding).back());
            days.insert(day == date{} ? "undated" : to_string(day));
        }
    }
    std::string out;
    for (auto const& day : days) {
        append_listed(out, day, ", ");
    }
    return out;
}

} // namespace

std::string part_text(part_bounds part)
{
    if (part.upper <= 1.0) {
        return percent_text(make_bounded(share{part.lower}, share{part.upper}, share{}));
    }
    if (!std::isfinite(part.upper)) {
        return part.lower > 0.0 ? "at least " + more_text(part.lower) : "any part";
    }
    auto const lower = more_text(part.lower);
    auto const upper = more_text(part.upper);
    return lower == upper ? lower : lower + " to " + upper;
}

void add_part(json_object& to, std::string_view prefix, part_bounds part)
{
    auto const bounded = std::isfinite(part.upper);
    to.push_back({std::string{prefix} + "_lower", part.lower});
    to.push_back({std::string{prefix} + "_upper", bounded ? json_value{part.upper} : json_value{}});
}

std::string chain_text(subject const& s, state_chain const& chain)
{
    auto text = s.name(chain.from);
    for (auto const& link : chain.links) {
        auto const is_told = link.part.lower > 0.0 || link.part.upper < 1.0;
        text += is_told            ? " \u2014 " + part_text(link.part)
                : link.is_declared ? " \u2014 control"
                                   : " \u2014 a part undisclosed";
        text += is_told && link.is_declared ? " and control \u2192 " : " \u2192 ";
        text += s.name(link.owned);
    }
    return text;
}

std::string chain_text(subject const& s, state_chain const& to_investor, entity_id company)
{
    return chain_text(s, to_investor) + ", which invests in " + s.name(company);
}

std::vector<entity_id> without_room_in(ownership_network const& n, entity_id company)
{
    std::vector<entity_id> out;
    auto const v = n.net().find_entity(company);
    for (auto const& stake : n.without_room()) {
        if (v && stake.owned == *v) {
            out.push_back(n.entity_at(stake.owner));
        }
    }
    return out;
}

std::string clash_text(subject const& s, std::vector<entity_id> const& without_room,
                       entity_id company)
{
    std::string out;
    for (auto const owner : without_room) {
        append_listed(out,
                      "The stake of " + s.name(owner) + " in " + s.name(company)
                          + ", whose size is not told (" + days_of(s, company, owner)
                          + "), finds no room beside those told, which come to the whole ("
                          + days_of(s, company, std::nullopt) + "): they cannot all be so.",
                      " ");
    }
    return out;
}

} // namespace capgraph::cli

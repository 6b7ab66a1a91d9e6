// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

// Control straight from its definition: over all companies again and again, until a whole round
// finds nothing. Shares no code with the library.

#include "support/stakes.hpp"

#include <capgraph/graph/voting_power.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <set>
#include <vector>

namespace capgraph::test {

using vertex_set = std::set<std::uint32_t>;

inline vertex_set set_of(std::vector<std::uint32_t> const& all)
{
    return {all.begin(), all.end()};
}

struct control_rule {
    double threshold = 0.5;
    bool is_strict = true;
    bool drops_treasury = true;
};

/// Whether members hold enough of `v` by the lower ends.
inline bool hold_enough(stake_case const& told, vertex_set const& members, std::uint32_t v,
                        control_rule const& rule)
{
    auto part = 0.0L;
    auto whole = 1.0L;
    for (auto const& s : told.stakes) {
        if (s.owned != v) {
            continue;
        }
        if (s.owner == v) {
            whole -= rule.drops_treasury ? static_cast<long double>(s.lower) : 0.0L;
        } else if (members.contains(s.owner)) {
            part += static_cast<long double>(s.lower);
        }
    }
    if (whole < 1e-13L) {
        return false;
    }
    auto const needed = static_cast<long double>(rule.threshold);
    return rule.is_strict ? part / whole > needed + 1e-12L : part / whole >= needed - 1e-12L;
}

/// The group and what it controls, the stakes being what their lower ends say.
inline vertex_set controlled_by_definition(stake_case const& told, vertex_list const& group,
                                           control_rule const& rule = {},
                                           std::vector<declared_control> const& declared = {})
{
    auto members = set_of(group);
    for (auto before = members.size() + 1; before != members.size();) {
        before = members.size();
        auto const at_first = members;
        for (std::uint32_t v = 0; v < told.n; ++v) {
            auto const is_declared =
                std::any_of(declared.begin(), declared.end(), [&](declared_control const& d) {
                    return d.owned == v && at_first.contains(d.owner);
                });
            if (is_declared || hold_enough(told, at_first, v, rule)) {
                members.insert(v);
            }
        }
    }
    return members;
}

/// Of column `v`, all that can be is given to members, and what they leave to the company itself.
inline void give_to(stake_case& told, vertex_set const& members, std::uint32_t v)
{
    auto left = 1.0;
    for (auto const& s : told.stakes) {
        left -= s.owned == v ? s.lower : 0.0;
    }
    for (auto const own : {false, true}) {
        for (auto& s : told.stakes) {
            if (s.owned == v && (own ? s.owner == v : members.contains(s.owner) && s.owner != v)) {
                auto const more = std::clamp(left, 0.0, s.upper - s.lower);
                left -= more;
                s.lower += more;
                s.upper = s.lower;
            }
        }
    }
    for (auto& s : told.stakes) {
        s.upper = s.owned == v ? s.lower : s.upper;
    }
}

struct possible_control {
    vertex_set members; ///< The group among them.
    stake_case told;    ///< One choice of stakes by which all are controlled.
};

/// What the group controls by some choice of stakes.
inline possible_control possibly_by_definition(stake_case told, vertex_list const& group,
                                               control_rule const& rule = {})
{
    auto members = set_of(group);
    for (auto found = true; found;) {
        found = false;
        for (std::uint32_t v = 0; v < told.n; ++v) {
            auto tried = told;
            give_to(tried, members, v);
            if (!members.contains(v) && hold_enough(tried, members, v, rule)) {
                told = tried;
                members.insert(v);
                found = true;
            }
        }
    }
    for (auto& s : told.stakes) {
        s.upper = s.lower;
    }
    return {members, told};
}

} // namespace capgraph::test

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

// What a network says, in words: the same for networks that say the same under other numbers.

#include "support/networks.hpp"

#include <algorithm>
#include <cstdint>
#include <string>

namespace capgraph::test {

inline std::string slug_or_dash(network const& n, std::optional<record_id> const& id)
{
    return id ? std::string{n.facts().slug_of(*id)} : "-";
}

inline std::string text(network const& n, investment const& i)
{
    return std::string{n.facts().slug_of(n.investors()[i.investor])} + " > "
           + std::string{n.facts().slug_of(n.companies()[i.company])} + ' '
           + slug_or_dash(n, i.round) + ' ' + std::string{to_string(i.status)} + ' '
           + std::string{to_string(i.role)} + (i.is_internal ? " internal" : "")
           + (i.is_prior ? " prior" : "");
}

inline std::string text(network const& n, stake const& s)
{
    return std::string{n.facts().slug_of(n.entities()[s.owner])} + " owns "
           + std::string{n.facts().slug_of(n.entities()[s.owned])} + ' '
           + std::string{to_string(s.basis)} + ' ' + std::to_string(s.part.lower.fraction()) + ".."
           + (s.part.upper ? std::to_string(s.part.upper->fraction()) : "")
           + (s.part.hedged ? " about" : "") + (s.is_control ? " control" : "");
}

/// Everything, in the order of the network.
inline names text(network const& n)
{
    names out;
    auto const add_all = [&](char const* what, auto const& ids) {
        for (auto const& slug : slugs(n, ids)) {
            out.push_back(what + slug);
        }
    };
    add_all("investor ", n.investors());
    add_all("company ", n.companies());
    add_all("entity ", n.entities());
    add_all("round ", n.rounds());
    for (auto const& i : n.investments()) {
        out.push_back(text(n, i));
    }
    for (auto const& s : n.stakes()) {
        out.push_back(text(n, s));
    }
    auto const add_edges = [&](char const* what, auto const& graph) {
        auto const [first, last] = edges(graph);
        std::for_each(first, last, [&](auto const& e) {
            out.push_back(what + std::to_string(source(e, graph)) + '-'
                          + std::to_string(target(e, graph)));
        });
    };
    add_edges("two-mode ", n.two_mode());
    add_edges("ownership ", n.ownership());
    return out;
}

} // namespace capgraph::test

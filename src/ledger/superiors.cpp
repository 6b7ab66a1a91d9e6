// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "superiors.hpp"

#include "sums.hpp"

#include <algorithm>
#include <set>

namespace capgraph::inline v0::detail {

superiors::superiors(diagnosis const& d)
{
    for (auto const& r : d.all<relation>()) {
        auto const from = d.self(*r.is.from);
        auto const to = d.self(*r.is.to);
        if (r.is.type == relation_type::parent_of) {
            above_[to].push_back(from);
        } else if (r.is.type == relation_type::unit_of) {
            above_[from].push_back(to);
        }
    }
    for (auto const& h : d.all<holding>()) {
        auto const by_share = h.is.basis != holding_basis::lp_interest && least(h.is.share) > 0.5;
        if (!h.is.indirect.value_or(false) && (h.is.control.value_or(false) || by_share)) {
            above_[d.self(*h.is.owned)].push_back(d.self(*h.is.owner));
        }
    }
}

std::vector<entity_id> superiors::all_above(entity_id below) const
{
    constexpr std::size_t enough = 100;
    std::vector<entity_id> met{below};
    for (std::size_t i = 0; i < met.size() && met.size() < enough; ++i) {
        auto const next = above_.find(met[i]);
        if (next == above_.end()) {
            continue;
        }
        for (auto const id : next->second) {
            if (met.size() < enough && std::find(met.begin(), met.end(), id) == met.end()) {
                met.push_back(id);
            }
        }
    }
    met.erase(met.begin());
    return met;
}

bool superiors::is_above(entity_id above, entity_id below) const
{
    auto const met = all_above(below);
    return std::find(met.begin(), met.end(), above) != met.end();
}

std::vector<entity_id> superiors::nearest(diagnosis const& d, std::vector<entity_id> all) const
{
    std::set<entity_id> far;
    for (auto const id : all) {
        auto const met = all_above(id);
        far.insert(met.begin(), met.end());
    }
    std::set<std::string_view> states;
    std::vector<entity_id> out;
    for (auto const id : all) {
        auto const& link = d.at(id).state_link;
        auto const is_organ = link && link->link == state_tie::organ;
        auto const is_met = is_organ && !states.insert(link->country).second;
        if (!is_met && !far.contains(id) && std::find(out.begin(), out.end(), id) == out.end()) {
            out.push_back(id);
        }
    }
    return out;
}

} // namespace capgraph::inline v0::detail

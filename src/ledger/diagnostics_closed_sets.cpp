// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "cycles.hpp"
#include "diagnosis.hpp"
#include "share_classes.hpp"
#include "sums.hpp"
#include "superiors.hpp"

#include <set>

namespace capgraph::inline v0::detail {

namespace {

using stakes_by_owned = std::map<entity_id, holding_list>;

/// The stakes in each entity that is wholly owned, as far as is known, by the owners told of.
stakes_by_owned wholly_owned(diagnosis const& d)
{
    stakes_by_owned out;
    for (auto const& [of, all] : share_classes(d)) {
        auto const& [owned, basis, name] = of;
        if (basis != holding_basis::equity || !name.empty()) {
            continue;
        }
        holding_list now;
        double sum = 0.0;
        for (auto const* const h : one_of_each_owner(d, all)) {
            if (still_holds(d, h->is)) {
                now.push_back(h);
                sum += least(h->is.share);
            }
        }
        if (sum >= 1.0 - 1e-9) { // binary fractions that were decimal
            out.emplace(owned, std::move(now));
        }
    }
    return out;
}

/// Strikes out, until none is left, who is owned by one that is not among them.
void strike_owned_from_outside(diagnosis const& d, stakes_by_owned& all)
{
    std::map<entity_id, std::vector<entity_id>> owned_by;
    std::vector<entity_id> gone;
    for (auto const& [owned, stakes] : all) {
        for (auto const* const h : stakes) {
            auto const owner = d.self(*h->is.owner);
            owned_by[owner].push_back(owned);
            if (!all.contains(owner)) {
                gone.push_back(owned);
            }
        }
    }
    while (!gone.empty()) {
        auto const each = gone.back();
        gone.pop_back();
        if (all.erase(each) != 0) {
            gone.insert(gone.end(), owned_by[each].begin(), owned_by[each].end());
        }
    }
}

} // namespace

void diagnose_closed_sets(diagnosis& d)
{
    auto companies = wholly_owned(d);
    strike_owned_from_outside(d, companies);
    std::vector<arc> arcs;
    holding_list stakes;
    for (auto const& [owned, all] : companies) {
        for (auto const* const h : all) {
            auto const owner = d.self(*h->is.owner);
            if (owner != owned) { // that is a holding of itself
                arcs.push_back({static_cast<std::uint32_t>(index_of(owner)),
                                static_cast<std::uint32_t>(index_of(owned))});
                stakes.push_back(h);
            }
        }
    }
    for (auto const& group : cycles_among(arcs)) {
        std::vector<part> parts;
        std::set<std::string> names;
        for (auto const i : group) {
            parts.push_back({stakes[i]->id, "share"});
            names.insert(d.named(*stakes[i]->is.owned));
        }
        d.add("closed-set-owns-itself", parts,
              *names.begin() + " among " + std::to_string(names.size())
                  + " that own each other wholly",
              "an owner from outside");
    }
}

} // namespace capgraph::inline v0::detail

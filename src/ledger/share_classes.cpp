// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "share_classes.hpp"

#include "sums.hpp"

namespace capgraph::inline v0::detail {

std::map<share_class, holding_list> share_classes(diagnosis const& d)
{
    std::map<share_class, holding_list> out;
    for (auto const& h : d.all<holding>()) {
        if (!h.is.indirect.value_or(false)) {
            out[{d.self(*h.is.owned), h.is.basis.value_or(holding_basis::equity),
                 h.is.share_class.value_or(std::string_view{})}]
                .push_back(&h);
        }
    }
    return out;
}

holding_list one_of_each_owner(diagnosis const& d, holding_list const& all)
{
    std::map<entity_id, known<holding> const*> largest;
    for (auto const* const h : all) {
        auto& best = largest[d.self(*h->is.owner)];
        best = best == nullptr || least(best->is.share) < least(h->is.share) ? h : best;
    }
    holding_list out;
    for (auto const& [owner, h] : largest) {
        if (least(h->is.share) > 0.0) {
            out.push_back(h);
        }
    }
    return out;
}

} // namespace capgraph::inline v0::detail

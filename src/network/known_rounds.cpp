// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "known_rounds.hpp"

#include <capgraph/model/funding_round.hpp>

#include <algorithm>

namespace capgraph::inline v0::detail {

known_rounds::known_rounds(view const& facts)
{
    auto const ids = facts.records(record_kind::round);
    rounds_.reserve(ids.size());
    for (auto const id : ids) {
        auto const r = facts.at<funding_round>(id);
        rounds_.push_back(
            {id, facts.representative(*r.company), r.status, r.kind == round_kind::ambition});
    }
}

known_round const* known_rounds::find(record_id id) const
{
    auto const found =
        std::lower_bound(rounds_.begin(), rounds_.end(), id,
                         [](known_round const& r, record_id wanted) { return r.id < wanted; });
    return found != rounds_.end() && found->id == id ? &*found : nullptr;
}

} // namespace capgraph::inline v0::detail

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "diagnosis.hpp"

#include <map>
#include <vector>

namespace capgraph::inline v0::detail {

/// Whether a holding or a relation has no end, or none before the view's moment: it may be had
/// together with others like it.
template <class Record>
[[nodiscard]] bool still_holds(diagnosis const& d, Record const& r)
{
    auto const& at = d.seen().options().valid_at;
    return !r.valid_until || (at && !is_before(*r.valid_until, *at));
}

/// Who stands directly above an entity: its parents, the wholes that it is a unit of, and who
/// controls it by what is declared or by more than half.
class superiors {
public:
    explicit superiors(diagnosis const& d);

    /// Whether `above` is found on a way up from `below`, among the first hundred met.
    [[nodiscard]] bool is_above(entity_id above, entity_id below) const;
    /// Of `all` those that are above none of the others: the nearest. Organs of one state count as
    /// one holder, of whom the first stays.
    [[nodiscard]] std::vector<entity_id> nearest(diagnosis const& d,
                                                 std::vector<entity_id> all) const;

private:
    [[nodiscard]] std::vector<entity_id> all_above(entity_id below) const;
    std::map<entity_id, std::vector<entity_id>> above_;
};

} // namespace capgraph::inline v0::detail

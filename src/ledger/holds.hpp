// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/date.hpp>
#include <capgraph/ledger/view.hpp>

namespace capgraph::inline v0::detail {

/// Whether each day of `a` lies at or before each day of `b`.
[[nodiscard]] inline bool is_over_when_begins(date a, date b)
{
    return a.has_last() && b.has_first() && a.last_day() <= b.first_day();
}

/// Whether records of that type hold from some day until another.
template <class Record>
concept has_validity = requires(Record r)
{
    r.valid_from;
};

/// Whether `r` holds at the moment asked about.
template <has_validity Record>
[[nodiscard]] bool holds(view_options const& asked, Record const& r)
{
    if (!asked.valid_at) {
        return true;
    }
    auto const at = *asked.valid_at;
    auto const from = r.valid_from.value_or({});
    auto const until = r.valid_until.value_or({});
    if (asked.valid == certainty::possibly) {
        return !is_before(at, from) && !is_before(until, at) && !is_before(until, from);
    }
    return is_over_when_begins(from, at) && is_over_when_begins(at, until);
}

} // namespace capgraph::inline v0::detail

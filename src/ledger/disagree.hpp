// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/amount.hpp>
#include <capgraph/core/date.hpp>
#include <capgraph/core/interval.hpp>
#include <capgraph/core/stated.hpp>
#include <capgraph/model/funding_round.hpp>
#include <capgraph/model/participation.hpp>
#include <capgraph/model/state_link.hpp>

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

namespace capgraph::inline v0::detail {

// Whether two words on one field cannot both be true.

template <class T, class Less>
[[nodiscard]] bool are_apart(interval<T> const& a, interval<T> const& b, Less less)
{
    return (a.upper && less(*a.upper, b.lower)) || (b.upper && less(*b.upper, a.lower));
}

template <class T>
[[nodiscard]] bool disagree(T const& a, T const& b, tolerance)
{
    return !(a == b);
}

/// A day within a month agrees with the month.
[[nodiscard]] inline bool disagree(date a, date b, tolerance)
{
    return !overlap(a, b);
}

/// A role that is not known is no other role.
[[nodiscard]] inline bool disagree(participation_role a, participation_role b, tolerance)
{
    return a != b && a != participation_role::unknown && b != participation_role::unknown;
}

/// Sums are compared in the currencies they share: without a rate no others can be.
[[nodiscard]] inline bool disagree(amount const& a, amount const& b, tolerance about)
{
    auto const apart_in = [&](stated<money> const& said) {
        auto const unit = said.low().unit();
        auto const other = bounds_of(b, unit, about);
        return other && are_apart(*bounds_of(a, unit, about), *other, is_less);
    };
    return std::any_of(a.renderings().begin(), a.renderings().end(), apart_in);
}

[[nodiscard]] inline bool disagree(stated<share> const& a, stated<share> const& b, tolerance about)
{
    auto const widened = [&](stated<share> const& said) {
        auto bounds = bounds_of(said);
        auto const soft = bounds.hedged ? about.about * bounds.lower.fraction() : 0.0;
        bounds.lower = share{std::max(bounds.lower.fraction() - soft, 0.0)};
        bounds.upper = share{std::min((bounds.upper ? bounds.upper->fraction() : 1.0) + soft, 1.0)};
        return bounds;
    };
    return are_apart(widened(a), widened(b), [](share x, share y) { return x < y; });
}

[[nodiscard]] inline bool disagree(stated<std::uint32_t> const& a, stated<std::uint32_t> const& b,
                                   tolerance)
{
    auto const a_bounds = bounds_of(a);
    auto const b_bounds = bounds_of(b);
    return !a_bounds.hedged && !b_bounds.hedged
           && are_apart(a_bounds, b_bounds, [](auto x, auto y) { return x < y; });
}

/// What one leaves unsaid, the other may say.
[[nodiscard]] inline bool disagree(state_link const& a, state_link const& b, tolerance)
{
    auto const levels_differ = a.level && b.level && *a.level != *b.level;
    auto const countries_differ =
        !a.country.empty() && !b.country.empty() && a.country != b.country;
    return a.link != b.link || levels_differ || countries_differ;
}

[[nodiscard]] inline bool disagree(lead_group const& a, lead_group const& b, tolerance about)
{
    return a.link != b.link || (a.count && b.count && disagree(*a.count, *b.count, about));
}

/// Lists of records are sets.
[[nodiscard]] inline bool disagree(std::vector<record_id> a, std::vector<record_id> b, tolerance)
{
    std::sort(a.begin(), a.end());
    std::sort(b.begin(), b.end());
    return a != b;
}

} // namespace capgraph::inline v0::detail

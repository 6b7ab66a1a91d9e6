// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "capital_bounds.hpp"

#include <capgraph/core/interval.hpp>
#include <capgraph/core/money.hpp>

#include <optional>

namespace capgraph::inline v0::detail {

/// A sum that may have no limit: none.
using limit = std::optional<money>;

[[nodiscard]] inline limit plus(limit const& a, limit const& b)
{
    return a && b ? limit{*a + *b} : std::nullopt;
}

[[nodiscard]] inline limit lesser(limit const& a, limit const& b)
{
    if (!a || !b) {
        return a ? a : b;
    }
    return is_less(*b, *a) ? b : a;
}

[[nodiscard]] inline money greater(money a, money b)
{
    return is_less(a, b) ? b : a;
}

/// `a - b`, but not below nothing; nothing, where `b` has no limit.
[[nodiscard]] inline money without(money a, limit const& b)
{
    return !b || is_less(a, *b) ? money{0, a.unit()} : a - *b;
}

[[nodiscard]] inline limit without(limit const& a, money b)
{
    return a ? limit{without(*a, limit{b})} : std::nullopt;
}

[[nodiscard]] inline interval<money> sum(interval<money> const& a, interval<money> const& b)
{
    return {a.lower + b.lower, plus(a.upper, b.upper), a.hedged || b.hedged};
}

/// The cheques of `round` for which `wanted` holds, together.
[[nodiscard]] interval<money> sum_of(round_money const& round, auto&& wanted)
{
    auto const nothing = money{0, round.unit};
    interval<money> all{nothing, nothing};
    for (auto const& c : round.cheques) {
        all = wanted(c) ? sum(all, c.paid) : all;
    }
    return all;
}

/// `said`, raised to what the cheques make where they exceed it: a report of both is no reason to
/// drop either.
[[nodiscard]] inline interval<money> raised_to(interval<money> said, money cheques)
{
    said.lower = greater(said.lower, cheques);
    if (said.upper && is_less(*said.upper, cheques)) {
        said.upper = cheques;
        said.hedged = true;
    }
    return said;
}

} // namespace capgraph::inline v0::detail

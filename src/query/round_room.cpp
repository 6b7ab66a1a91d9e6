// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "round_room.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>

namespace capgraph::inline v0::detail {

namespace {

constexpr auto unlimited = std::numeric_limits<double>::infinity();

} // namespace

sum_ends ends_of(interval<money> const& sum)
{
    return {static_cast<double>(sum.lower.minor_units()),
            sum.upper ? static_cast<double>(sum.upper->minor_units()) : unlimited};
}

void round_room::cheque_sums::add(sum_ends const& cheque, int sign)
{
    auto const is_bounded = cheque.upper < unlimited;
    lower += sign * cheque.lower;
    upper += is_bounded ? sign * cheque.upper : 0.0;
    unbounded += is_bounded ? 0 : sign;
}

round_room::round_room(round_money const& sum) : region_{capital_region_of(sum, false)}
{
    for (auto const& c : region_.cheques) {
        sums_[c.is_internal ? 1 : 0].add(ends_of(c.paid), 1);
    }
}

interval<money> round_room::of_cheque(std::size_t i) const
{
    auto const& cheque = region_.cheques[i];
    auto const said = ends_of(cheque.paid);
    auto others = sums_[cheque.is_internal ? 1 : 0];
    others.add(said, -1);
    auto const is_open = others.unbounded > 0 || (region_.others_pay && !cheque.is_internal);
    auto const most_others = is_open ? unlimited : others.upper;
    auto const own = ends_of(cheque.is_internal ? region_.internal : region_.external);
    auto const beside = ends_of(cheque.is_internal ? region_.external : region_.internal);
    auto const total = ends_of(region_.total);
    auto const lower =
        std::max({said.lower, own.lower - most_others, total.lower - beside.upper - most_others});
    auto const upper =
        std::min({said.upper, own.upper - others.lower, total.upper - beside.lower - others.lower});
    if (!(lower <= upper)) {
        return cheque.paid;
    }
    auto const units = [&](double x) { return money{static_cast<std::int64_t>(x), region_.unit}; };
    interval<money> out{units(lower), std::nullopt, cheque.paid.hedged};
    if (upper < unlimited) {
        out.upper = units(upper);
    }
    return out;
}

} // namespace capgraph::inline v0::detail

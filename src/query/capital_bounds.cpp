// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "capital_bounds.hpp"

#include "money_sums.hpp"

#include <algorithm>
#include <cstddef>

namespace capgraph::inline v0::detail {

namespace {

/// One kind of money in a round: what founders and parents put in, or what is external.
struct pool {
    interval<money> named; ///< The cheques.
    interval<money> whole; ///< They, and what others paid.
    bool others_pay = false;
};

struct pools {
    pool internal;
    pool external;
    interval<money> total;
};

bool is_possible(money lower, limit const& upper)
{
    return !upper || !is_less(*upper, lower);
}

pool pool_of(round_money const& round, bool internal)
{
    auto const named = sum_of(round, [=](auto const& c) { return c.is_internal == internal; });
    return {named, named, false};
}

/// Takes what a source says of the external part, unless the total and the cheques contradict it.
void narrow_external(pools& all, interval<money> said)
{
    auto& part = all.external.whole;
    said = raised_to(said, part.lower);
    auto const room = without(all.total.upper, all.internal.whole.lower);
    auto const need = without(all.total.lower, all.internal.whole.upper);
    if (!is_possible(greater(said.lower, need), lesser(said.upper, room))) {
        return;
    }
    // What the named investors cannot have paid, somebody else has.
    all.external.others_pay |= !is_possible(said.lower, part.upper);
    part = {said.lower, all.external.others_pay ? said.upper : lesser(part.upper, said.upper),
            part.hedged || said.hedged};
}

/// Whether nobody is named who paid what came in, which is not told to be nothing.
bool is_paid_by_nobody_named(round_money const& round)
{
    auto const& most = round.total.upper;
    return round.cheques.empty() && !(most && most->minor_units() == 0);
}

pools pools_of(round_money const& round)
{
    pools all{pool_of(round, true), pool_of(round, false), round.total};
    auto const named = sum(all.internal.whole, all.external.whole);
    all.total = raised_to(round.total, named.lower);
    all.external.others_pay = round.others_may_pay || !is_possible(all.total.lower, named.upper)
                              || is_paid_by_nobody_named(round);
    if (all.external.others_pay) {
        all.external.whole.upper = std::nullopt;
    }
    if (round.external) {
        narrow_external(all, *round.external);
    }
    auto const parts = sum(all.internal.whole, all.external.whole);
    all.total = {greater(all.total.lower, parts.lower), lesser(all.total.upper, parts.upper),
                 all.total.hedged || parts.hedged};
    return all;
}

/// What is left of `total` for the one pool beside the other.
interval<money> beside(interval<money> const& one, interval<money> const& other,
                       interval<money> const& total)
{
    return {greater(one.lower, without(total.lower, other.upper)),
            lesser(one.upper, without(total.upper, other.lower)), total.hedged};
}

/// The most that all but one cheque can make: `limited` of those with a limit, `unlimited` without.
limit all_but(interval<money> const& one, money limited, std::size_t unlimited)
{
    if (one.upper) {
        return unlimited == 0 ? limit{limited - *one.upper} : std::nullopt;
    }
    return unlimited == 1 ? limit{limited} : std::nullopt;
}

/// The money of the pool's cheques that can be but one sum, given all the others.
money determined(round_money const& round, bool internal, pool const& p)
{
    auto most_of_limited = money{0, round.unit};
    std::size_t unlimited = 0;
    for (auto const& c : round.cheques) {
        if (c.is_internal == internal) {
            most_of_limited = most_of_limited + c.paid.upper.value_or(money{0, round.unit});
            unlimited += c.paid.upper ? 0U : 1U;
        }
    }
    auto found = money{0, round.unit};
    for (auto const& c : round.cheques) {
        if (c.is_internal != internal) {
            continue;
        }
        auto const others = p.others_pay ? limit{} : all_but(c.paid, most_of_limited, unlimited);
        auto const lower = greater(c.paid.lower, without(p.whole.lower, others));
        auto const upper =
            lesser(c.paid.upper, without(p.whole.upper, p.named.lower - c.paid.lower));
        if (upper && !is_less(lower, *upper)) {
            found = found + lower;
        }
    }
    return found;
}

} // namespace

capital_region capital_region_of(round_money const& round, bool external_only)
{
    auto all = pools_of(round);
    capital_region region;
    region.unit = round.unit;
    region.cheques = round.cheques;
    region.internal = all.internal.whole;
    region.external = all.external.whole;
    region.total = all.total;
    region.others_pay = all.external.others_pay;
    region.external_only = external_only;
    region.hedged = all.total.hedged;
    all.internal.whole = beside(region.internal, region.external, all.total);
    all.external.whole = beside(region.external, region.internal, all.total);
    region.determined = determined(round, false, all.external);
    region.most = all.external.whole.upper;
    if (!external_only) {
        region.determined = region.determined + determined(round, true, all.internal);
        region.most = all.total.upper;
    }
    return region;
}

bool cheques_pass_total(round_money const& round)
{
    auto const named = sum_of(round, [](auto const&) { return true; });
    return !is_possible(named.lower, round.total.upper);
}

bool is_without_money(std::span<capital_region const> rounds)
{
    return std::all_of(rounds.begin(), rounds.end(), [](capital_region const& r) {
        return r.most && r.most->minor_units() == 0;
    });
}

share coverage_of(std::span<capital_region const> rounds)
{
    if (is_without_money(rounds)) {
        return share{};
    }
    auto known = money{0, rounds.front().determined.unit()};
    auto whole = known;
    for (auto const& r : rounds) {
        if (!r.most) {
            return share{};
        }
        known = known + r.determined;
        whole = whole + *r.most;
    }
    return share{ratio(known, whole)};
}

} // namespace capgraph::inline v0::detail

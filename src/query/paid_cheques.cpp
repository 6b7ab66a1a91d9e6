// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "paid_cheques.hpp"

#include "equal_split.hpp"
#include "money_sums.hpp"
#include "part_reader.hpp"
#include "round_money.hpp"
#include "unnamed_investors.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace capgraph::inline v0::detail {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// A part of money that matters to nobody here.
state_backing_options reading_options(co_investment_money_options const& options)
{
    state_backing_options out;
    out.rates = options.rates;
    return out;
}

double in_major(double minor, currency unit)
{
    return minor / std::pow(10.0, unit.exponent());
}

double in_major(money sum)
{
    return in_major(static_cast<double>(sum.minor_units()), sum.unit());
}

/// What the others cannot have paid of a total is the rest of each, unless they can't have paid it
/// all together.
void raise_lower_ends(std::vector<paid_cheque>& paid, double total)
{
    auto bounded = 0.0; // by those whose cheques are bounded
    std::size_t unbounded = 0;
    for (auto const& each : paid) {
        bounded += each.upper == infinity ? 0.0 : each.upper;
        unbounded += each.upper == infinity ? 1U : 0U;
    }
    if (unbounded > 1 || (unbounded == 0 && bounded < total)) {
        return;
    }
    for (auto& each : paid) {
        auto const is_open = each.upper == infinity;
        if (unbounded == 0 || is_open) {
            each.lower = std::max(each.lower, total - (bounded - (is_open ? 0.0 : each.upper)));
        }
    }
}

bool tells_any_sum(view const& facts, syndicate const& s)
{
    return !units_of(facts, s).empty();
}

} // namespace

paid_cheques::paid_cheques(network const& n, co_investment_groups const& all,
                           co_investment_money_options const& options, run_options const& run)
    : offsets_{all.groups().offsets.begin(), all.groups().offsets.end()},
      cheques_(all.groups().members.size(), paid_cheque{0.0, infinity, std::nullopt}),
      room_(all.num_groups(), infinity)
{
    for (std::uint32_t g = 0; g < all.num_groups(); ++g) {
        read_round(n, all, g, options, run);
    }
}

void paid_cheques::read_round(network const& n, co_investment_groups const& all,
                              std::uint32_t group, co_investment_money_options const& options,
                              run_options const& run)
{
    auto const round = *all.round_of(group);
    syndicate const s{round, members_of(n, round)};
    if (!tells_any_sum(n.facts(), s)) {
        return;
    }
    auto const backing = reading_options(options);
    part_reader const parts{n, backing, run};
    auto const read = read_money(n, s, options.unit, true, parts, backing).money;
    auto const best = equal_cheques(read);
    auto const known = sum_of(read, [](auto const&) { return true; }).lower;
    if (auto const total = raised_to(read.total, known); total.upper) {
        room_[group] = in_major(*total.upper - known);
    }
    auto const row = all.groups().row(group);
    std::vector<paid_cheque> paid(row.size());
    for (auto& each : paid) {
        each.best = best ? std::optional{0.0} : std::nullopt;
    }
    for (std::size_t i = 0; i < s.members.size(); ++i) {
        auto const who = n.find_investor(s.members[i].investor);
        auto const at = who ? std::lower_bound(row.begin(), row.end(), *who) : row.end();
        if (at == row.end() || *at != *who) {
            continue; // of a company that is its own investor, once it is rolled up
        }
        auto& to = paid[static_cast<std::size_t>(at - row.begin())];
        auto const& cheque = read.cheques[i].paid;
        to.lower += in_major(cheque.lower);
        to.upper += cheque.upper ? in_major(*cheque.upper) : infinity;
        if (best) {
            to.best = *to.best + in_major((*best)[i], options.unit);
        }
    }
    for (auto& each : paid) {
        each.upper = std::min(each.upper, each.lower + room_[group]);
    }
    if (!others_may_pay(n, s, options.unnamed)) {
        raise_lower_ends(paid, in_major(raised_to(read.total, known).lower));
    }
    std::copy(paid.begin(), paid.end(),
              cheques_.begin() + static_cast<std::ptrdiff_t>(offsets_[group]));
}

side_by_side_money paid_cheques::lesser(std::uint32_t group, std::size_t a, std::size_t b) const
{
    auto const& x = at(group, a);
    auto const& y = at(group, b);
    side_by_side_money out;
    out.lower = std::min(x.lower, y.lower);
    // What both can have paid at once: the total, but for what others are known to have.
    auto const both = x.lower + y.lower + room_[group];
    out.upper = std::min({x.upper, y.upper, both / 2.0});
    out.best = x.best && y.best ? std::optional{std::min(*x.best, *y.best)} : std::nullopt;
    return out;
}

} // namespace capgraph::inline v0::detail

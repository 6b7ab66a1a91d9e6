// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "paid_cheques.hpp"

#include "equal_split.hpp"
#include "money_sums.hpp"
#include "part_reader.hpp"
#include "round_money.hpp"
#include "unnamed_investors.hpp"

#include "../run/without_progress.hpp"

#include <capgraph/run/checkpoint.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace capgraph::inline v0::detail {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// Which part of the money is whose matters to nobody here.
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

/// One kind of the money of a round: of founders and parents, or external.
struct money_pool {
    double least = 0.0; ///< What all its cheques make together.
    double most = infinity;
    double told = 0.0;
    double bounded = 0.0;      ///< The upper ends of those that have one,
    std::size_t unbounded = 0; ///< and how many have none.

    [[nodiscard]] double room() const { return most - told; }

    /// The most that all cheques but one make.
    [[nodiscard]] double all_but(double upper) const
    {
        if (upper == infinity) {
            return unbounded == 1 ? bounded : infinity;
        }
        return unbounded == 0 ? bounded - upper : infinity;
    }
};

double in_major(limit const& sum)
{
    return sum ? in_major(*sum) : infinity;
}

/// All that the cheques of a round can be, one by one and two by two.
struct cheque_bounds {
    std::vector<paid_cheque> cheques;
    round_room room{infinity, infinity, infinity};
};

money_pool pool_of(capital_region const& region, bool internal)
{
    auto const& own = internal ? region.internal : region.external;
    auto const& other = internal ? region.external : region.internal;
    money_pool out;
    out.least = std::max(in_major(own.lower), in_major(region.total.lower) - in_major(other.upper));
    out.most = std::min(in_major(own.upper), in_major(region.total.upper) - in_major(other.lower));
    for (auto const& c : region.cheques) {
        out.told += c.is_internal == internal ? in_major(c.paid.lower) : 0.0;
    }
    return out;
}

cheque_bounds bounds_of(capital_region const& region)
{
    auto internal = pool_of(region, true);
    auto external = pool_of(region, false);
    cheque_bounds out;
    out.room = {in_major(region.total.upper) - internal.told - external.told, internal.room(),
                external.room()};
    for (auto const& c : region.cheques) {
        auto& pool = c.is_internal ? internal : external;
        paid_cheque paid;
        paid.told = in_major(c.paid.lower);
        paid.upper =
            std::min({in_major(c.paid.upper), paid.told + pool.room(), paid.told + out.room.total});
        paid.is_internal = c.is_internal;
        paid.is_external = !c.is_internal;
        pool.bounded += paid.upper == infinity ? 0.0 : paid.upper;
        pool.unbounded += paid.upper == infinity ? 1U : 0U;
        out.cheques.push_back(paid);
    }
    for (auto& paid : out.cheques) {
        auto const& pool = paid.is_internal ? internal : external;
        auto const others =
            paid.is_external && region.others_pay ? infinity : pool.all_but(paid.upper);
        paid.lower = std::max(paid.told, std::min(pool.least - others, paid.upper));
    }
    return out;
}

/// Two cheques of one investor.
void add(paid_cheque& to, paid_cheque const& more)
{
    to.told += more.told;
    to.lower += more.lower;
    to.upper += more.upper;
    to.best = to.best && more.best ? std::optional{*to.best + *more.best} : std::nullopt;
    to.is_internal = to.is_internal || more.is_internal;
    to.is_external = to.is_external || more.is_external;
}

} // namespace

paid_cheques::paid_cheques(network const& n, co_investment_groups const& all,
                           std::span<std::uint32_t const> groups,
                           co_investment_money_options const& options, run_options const& run)
    : offsets_{all.groups().offsets.begin(), all.groups().offsets.end()},
      cheques_(all.groups().members.size(), {0.0, 0.0, infinity, std::nullopt, true, true}),
      rooms_(all.num_groups(), {infinity, infinity, infinity})
{
    checkpoint check{run, "reading cheques", groups.size()};
    for (auto const g : groups) {
        read_round(n, all, g, options, run);
        check.advance();
    }
    check.finish();
}

void paid_cheques::lack(std::uint32_t group, error const& why, unrated_money policy)
{
    if (policy == unrated_money::refused) {
        throw why;
    }
    lacking_.push_back(group);
}

void paid_cheques::read_round(network const& n, co_investment_groups const& all,
                              std::uint32_t group, co_investment_money_options const& options,
                              run_options const& run)
{
    auto const round = *all.round_of(group);
    syndicate const s{round, members_of(n, round)};
    if (units_of(n.facts(), s).empty()) {
        return; // no sum is told at all
    }
    auto const backing = reading_options(options);
    part_reader const parts{n, backing, without_progress(run)};
    auto const told = read_money_as_can_be(n, s, options.unit,
                                           others_may_pay(n, s, options.unnamed), parts, backing);
    if (told.lacking) {
        lack(group, *told.lacking, options.unrated);
    }
    auto const& read = told.money;
    // What is told, but not in this currency, is no remainder to be spread.
    auto const best = told.lacking ? std::nullopt : equal_cheques(read);
    auto const bounds = bounds_of(capital_region_of(read, false));
    rooms_[group] = bounds.room;
    auto const row = all.groups().row(group);
    paid_cheque const nothing{0.0,   0.0,  0.0, best ? std::optional{0.0} : std::nullopt,
                              false, false};
    std::vector<paid_cheque> paid(row.size(), nothing);
    for (std::size_t i = 0; i < s.members.size(); ++i) {
        auto const who = n.find_investor(s.members[i].investor);
        auto const at = who ? std::lower_bound(row.begin(), row.end(), *who) : row.end();
        if (at == row.end() || *at != *who) {
            continue; // rolled up into the company, or left out of the scope
        }
        auto cheque = bounds.cheques[i];
        if (best) {
            cheque.best = in_major((*best)[i], options.unit);
        }
        add(paid[static_cast<std::size_t>(at - row.begin())], cheque);
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
    // What both can have paid at once: the money of their kinds, but for what others are told to
    // have paid.
    auto const& room = rooms_[group];
    auto const of_kinds = (x.is_internal || y.is_internal ? room.internal : 0.0)
                          + (x.is_external || y.is_external ? room.external : 0.0);
    auto const both = x.told + y.told + std::min(room.total, of_kinds);
    out.upper = std::min({x.upper, y.upper, both / 2.0});
    out.best = x.best && y.best ? std::optional{std::min(*x.best, *y.best)} : std::nullopt;
    return out;
}

} // namespace capgraph::inline v0::detail

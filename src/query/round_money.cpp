// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "round_money.hpp"

#include <capgraph/model/funding_round.hpp>
#include <capgraph/model/participation.hpp>

#include <algorithm>
#include <cmath>

namespace capgraph::inline v0::detail {

namespace {

/// Reads sums of one round in one currency, by the rate that its total implies where need be.
class money_reader {
public:
    money_reader(view const& facts, record_id round, amount const& total, currency unit,
                 tolerance soft)
        : facts_{&facts}, round_{round}, total_{&total}, unit_{unit}, soft_{soft}
    {
    }

    [[nodiscard]] interval<money> read(amount const& value)
    {
        if (auto const bounds = bounds_of(value, unit_, soft_)) {
            return *bounds;
        }
        for (auto const& rendering : value.renderings()) {
            auto const other = rendering.low().unit();
            auto const* const base = total_->in(other);
            auto const* const quote = total_->in(unit_);
            if (base != nullptr && quote != nullptr && base->low().minor_units() > 0) {
                used_implied_rate_ = true;
                return converted(*bounds_of(value, other, soft_), quote->low(), base->low());
            }
        }
        throw no_rate(value.renderings().front().low().unit());
    }

    [[nodiscard]] bool used_implied_rate() const noexcept { return used_implied_rate_; }

private:
    /// `bounds` times `quote` over `base`, rounded outwards: renderings are rounded, so it is
    /// hedged.
    [[nodiscard]] static interval<money> converted(interval<money> const& bounds, money quote,
                                                   money base)
    {
        auto const rate = static_cast<long double>(quote.minor_units())
                          / static_cast<long double>(base.minor_units());
        auto const times_rate = [&](money m, auto round) {
            auto const value = round(static_cast<long double>(m.minor_units()) * rate);
            if (!(value < 9.2e18L)) {
                throw error{error_code::overflow,
                            to_string(m) + " in " + std::string{quote.unit().code()},
                            "a sum that fits 64 bits of minor units"};
            }
            return money{static_cast<std::int64_t>(value), quote.unit()};
        };
        interval<money> out{times_rate(bounds.lower, [](long double v) { return std::floor(v); }),
                            std::nullopt, true};
        if (bounds.upper) {
            out.upper = times_rate(*bounds.upper, [](long double v) { return std::ceil(v); });
        }
        return out;
    }

    [[nodiscard]] error no_rate(currency from) const
    {
        auto const r = facts_->at<funding_round>(round_);
        auto const when = r.announced ? *r.announced : r.closed.value_or(date{});
        auto const day = when == date{} ? std::string{"an unknown day"} : to_string(when);
        return {error_code::missing_rate,
                "no rate from " + std::string{from.code()} + " to " + std::string{unit_.code()}
                    + " on " + day + " for round '" + std::string{facts_->slug_of(round_)} + '\'',
                "a rendering in " + std::string{unit_.code()} + " or a rate for that day"};
    }

    view const* facts_;
    record_id round_;
    amount const* total_;
    currency unit_;
    tolerance soft_;
    bool used_implied_rate_ = false;
};

} // namespace

std::vector<syndicate_member> members_of(network const& n, record_id round)
{
    auto const& facts = n.facts();
    std::vector<syndicate_member> out;
    for (auto const id : n.participations_in(round)) {
        auto const p = facts.at<participation>(id);
        out.push_back(
            {facts.representative(*p.investor), p.internal.value_or(false), p.cheque.value_or({})});
    }
    std::stable_sort(out.begin(), out.end(), [&](auto const& a, auto const& b) {
        auto const x = facts.slug_of(a.investor);
        auto const y = facts.slug_of(b.investor);
        return x != y ? x < y : a.cheque.is_disclosed() && !b.cheque.is_disclosed();
    });
    // What one investor is said to have paid, and not how much, is no money besides.
    out.erase(std::unique(out.begin(), out.end(),
                          [](auto const& a, auto const& b) {
                              return a.investor == b.investor && !b.cheque.is_disclosed();
                          }),
              out.end());
    return out;
}

std::optional<currency> unit_of(view const& facts, syndicate const& s)
{
    auto const first = [](amount const& sum) {
        return sum.is_disclosed() ? std::optional{sum.renderings().front().low().unit()}
                                  : std::nullopt;
    };
    auto const r = facts.at<funding_round>(s.round);
    auto unit = first(r.amount.value_or({}));
    for (auto m = s.members.begin(); !unit && m != s.members.end(); ++m) {
        unit = first(m->cheque);
    }
    return unit ? unit : first(r.external.value_or({}));
}

read_round read_money(network const& n, syndicate const& s, currency unit,
                      state_backing_options const& options)
{
    auto const r = n.facts().at<funding_round>(s.round);
    auto const total = r.amount.value_or({});
    money_reader reader{n.facts(), s.round, total, unit, options.soft};
    read_round out;
    out.money.unit = unit;
    out.money.total = reader.read(total);
    if (r.external && r.external->is_disclosed()) {
        out.money.external = bounds_of(*r.external, unit, options.soft);
    }
    out.money.others_may_pay =
        options.unnamed == unnamed_money::possible && !r.investors_complete.value_or(false);
    for (auto const& m : s.members) {
        out.money.cheques.push_back({reader.read(m.cheque),
                                     is_state(n, m.investor, options.measure, options.country),
                                     m.is_internal});
    }
    out.used_implied_rate = reader.used_implied_rate();
    return out;
}

} // namespace capgraph::inline v0::detail

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "round_money.hpp"

#include <capgraph/model/funding_round.hpp>
#include <capgraph/model/participation.hpp>
#include <capgraph/network/status_of.hpp>

#include <algorithm>
#include <cstdint>
#include <limits>

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

    [[nodiscard]] bool can_read(amount const& value) const
    {
        return value.in(unit_) != nullptr || convertible(value) != nullptr;
    }

    [[nodiscard]] interval<money> read(amount const& value)
    {
        if (auto const bounds = bounds_of(value, unit_, soft_)) {
            return *bounds;
        }
        auto const* const rendering = convertible(value);
        if (rendering == nullptr) {
            throw no_rate(value.renderings().front().low().unit());
        }
        used_implied_rate_ = true;
        auto const other = rendering->low().unit();
        return converted(*bounds_of(value, other, soft_), *total_->in(unit_), *total_->in(other));
    }

    [[nodiscard]] bool used_implied_rate() const noexcept { return used_implied_rate_; }

private:
    /// The first rendering in another currency in which the total is told as well; null where there
    /// is none.
    [[nodiscard]] stated<money> const* convertible(amount const& value) const
    {
        for (auto const& rendering : value.renderings()) {
            auto const* const base = total_->in(rendering.low().unit());
            if (base != nullptr && total_->in(unit_) != nullptr && base->low().minor_units() > 0) {
                return &rendering;
            }
        }
        return nullptr;
    }

    /// `bounds` times `quote` over `base`, rounded outwards: renderings are rounded, so it is
    /// hedged.
    [[nodiscard]] static interval<money> converted(interval<money> const& bounds,
                                                   stated<money> const& in_quote,
                                                   stated<money> const& in_base)
    {
        auto const times_rate = [&](money m, bool upwards) {
            auto const quote = upwards ? in_quote.high() : in_quote.low();
            auto const base = upwards ? in_base.low() : in_base.high();
            __extension__ using wide = unsigned __int128; // each factor has at most 63 bits
            auto const product =
                static_cast<wide>(m.minor_units()) * static_cast<wide>(quote.minor_units());
            auto const divisor = static_cast<wide>(base.minor_units());
            auto const value = product / divisor + (upwards && product % divisor != 0 ? 1U : 0U);
            if (value > static_cast<wide>(std::numeric_limits<std::int64_t>::max())) {
                throw error{error_code::overflow,
                            to_string(m) + " in " + std::string{quote.unit().code()},
                            "a sum that fits 64 bits of minor units"};
            }
            return money{static_cast<std::int64_t>(value), quote.unit()};
        };
        interval<money> out{times_rate(bounds.lower, false), std::nullopt, true};
        if (bounds.upper) {
            out.upper = times_rate(*bounds.upper, true);
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
                "a rendering in " + std::string{unit_.code()}};
    }

    view const* facts_;
    record_id round_;
    amount const* total_;
    currency unit_;
    tolerance soft_;
    bool used_implied_rate_ = false;
};

/// The currencies in which a sum was told, in that order.
std::vector<currency> currencies_of(amount const& sum)
{
    std::vector<currency> out;
    for (auto const& rendering : sum.renderings()) {
        auto const unit = rendering.low().unit();
        if (std::find(out.begin(), out.end(), unit) == out.end()) {
            out.push_back(unit);
        }
    }
    return out;
}

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
        auto const order = [](syndicate_member const& m) {
            return std::pair{m.is_internal, !m.cheque.is_disclosed()};
        };
        return x != y ? x < y : order(a) < order(b);
    });
    // What one investor is said to have paid, and not how much, is no money besides.
    out.erase(std::unique(out.begin(), out.end(),
                          [](auto const& a, auto const& b) {
                              return a.investor == b.investor && a.is_internal == b.is_internal
                                     && !b.cheque.is_disclosed();
                          }),
              out.end());
    return out;
}

funding_round counted_round(view const& facts, record_id round)
{
    auto r = facts.at<funding_round>(round);
    auto const is_no_more_than_sought =
        r.status == deal_status::closed && r.amount_basis == amount_basis::target;
    if (is_no_more_than_sought) { // what was sought is not what came in
        r.amount = {};
    }
    if (!counts(facts, r.status)) {
        r.amount = {};
        r.external = {};
        r.investor_count = {};
    }
    return r;
}

std::vector<currency> units_of(view const& facts, syndicate const& s)
{
    auto const r = counted_round(facts, s.round);
    auto units = currencies_of(r.amount.value_or({}));
    for (auto m = s.members.begin(); units.empty() && m != s.members.end(); ++m) {
        units = currencies_of(m->cheque);
    }
    if (units.empty()) {
        return currencies_of(r.external.value_or({}));
    }
    std::stable_partition(units.begin(), units.end(), [&](currency unit) {
        return std::all_of(s.members.begin(), s.members.end(), [&](syndicate_member const& m) {
            return !m.cheque.is_disclosed() || m.cheque.in(unit) != nullptr;
        });
    });
    return units;
}

read_round read_money(network const& n, syndicate const& s, currency unit, bool others_may_pay,
                      state_backing_options const& options)
{
    auto const r = counted_round(n.facts(), s.round);
    auto const total = r.amount.value_or({});
    money_reader reader{n.facts(), s.round, total, unit, options.soft};
    read_round out;
    out.money.unit = unit;
    out.money.total = reader.read(total);
    out.money.others_may_pay = others_may_pay;
    syndicate_member const* last = nullptr; // whoever has several cheques is asked about once
    auto counts_as_state = false;
    for (auto const& m : s.members) {
        if (last == nullptr || last->investor != m.investor) {
            counts_as_state = is_state(n, m.investor, options.measure, options.country);
        }
        last = &m;
        out.money.cheques.push_back({reader.read(m.cheque), counts_as_state, m.is_internal});
    }
    out.used_implied_rate = reader.used_implied_rate();
    auto const external = r.external.value_or({});
    // Without a rate it only narrows what the total says already.
    if (external.is_disclosed() && (reader.can_read(external) || !total.is_disclosed())) {
        out.money.external = reader.read(external);
    }
    return out;
}

} // namespace capgraph::inline v0::detail

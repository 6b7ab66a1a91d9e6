// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/network/exchange_rates.hpp>

#include "money_ratio.hpp"

#include <capgraph/core/error.hpp>
#include <capgraph/model/rate.hpp>

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

namespace capgraph::inline v0 {

namespace {

/// The two codes of a rate, in their order. They live in `r`.
std::pair<std::string_view, std::string_view> pair_of(exchange_rate const& r)
{
    auto const base = r.base.code();
    auto const quote = r.quote.code();
    return base < quote ? std::pair{base, quote} : std::pair{quote, base};
}

void sort_by_pair(std::vector<exchange_rate>& rates)
{
    std::stable_sort(rates.begin(), rates.end(), [](auto const& a, auto const& b) {
        return std::tuple{pair_of(a), a.on.has_first(), a.on.first_day()}
               < std::tuple{pair_of(b), b.on.has_first(), b.on.first_day()};
    });
}

void require_rate(exchange_rate const& r)
{
    if (r.value.digits() <= 0 || r.base == r.quote) {
        throw error{error_code::bad_value,
                    to_string(r.value) + " from " + std::string{r.base.code()} + " to "
                        + std::string{r.quote.code()},
                    "a rate above zero between two currencies"};
    }
}

bool takes_in(date days, date day)
{
    auto const begins =
        !days.has_first() || (day.has_first() && days.first_day() <= day.first_day());
    auto const ends = !days.has_last() || (day.has_last() && day.last_day() <= days.last_day());
    return begins && ends;
}

/// Whether `a` is of fewer days than `b`; one that is open is of more than any.
bool is_narrower(date a, date b)
{
    auto const closed = [](date d) { return d.has_first() && d.has_last(); };
    if (!closed(a) || !closed(b)) {
        return closed(a) && !closed(b);
    }
    return a.last_day() - a.first_day() < b.last_day() - b.first_day();
}

/// Ten to the `power`. Throws: `error` with `overflow` beyond 64 bits.
detail::wide power_of_ten(int power)
{
    constexpr int most = 19;
    if (power > most) {
        throw error{error_code::overflow, "a rate with " + std::to_string(power) + " decimals",
                    "a rate that fits 64 bits"};
    }
    detail::wide out = 1;
    for (; power > 0; --power) {
        out *= 10;
    }
    return out;
}

/// Minor units of `quote` for one of `base`.
detail::money_ratio ratio_of(exchange_rate const& r)
{
    auto const power = r.value.exponent() + r.quote.exponent() - r.base.exponent();
    auto const digits = static_cast<detail::wide>(r.value.digits());
    detail::money_ratio out{digits * power_of_ten(std::max(power, 0)),
                            power_of_ten(std::max(-power, 0))};
    if (out.numerator >> 64U != 0) {
        throw error{error_code::overflow, "a rate of " + to_string(r.value),
                    "a rate that fits 64 bits"};
    }
    return out;
}

} // namespace

exchange_rates::exchange_rates(view const& facts)
{
    for (auto const id : facts.records(record_kind::rate)) {
        auto const r = facts.at<rate>(id);
        if (!r.value || r.base == r.quote) {
            continue;
        }
        auto const said = facts.at(facts.statements_of(id).back()).said;
        auto const source = said.source ? facts.slug_of(*said.source) : std::string_view{};
        rates_.push_back({*r.base, *r.quote, *r.date, *r.value, source});
    }
    sort_by_pair(rates_);
}

exchange_rates::exchange_rates(std::vector<exchange_rate> rates) : rates_{std::move(rates)}
{
    std::for_each(rates_.begin(), rates_.end(), require_rate);
    sort_by_pair(rates_);
}

std::optional<exchange_rate> exchange_rates::find(currency from, currency to, date day) const
{
    auto const [first, last] =
        std::equal_range(rates_.begin(), rates_.end(), exchange_rate{.base = from, .quote = to},
                         [](auto const& a, auto const& b) { return pair_of(a) < pair_of(b); });
    auto const* best = static_cast<exchange_rate const*>(nullptr);
    for (auto r = first; r != last; ++r) {
        if (!takes_in(r->on, day)) {
            continue;
        }
        auto const is_closer =
            best != nullptr && !is_narrower(best->on, r->on)
            && (is_narrower(r->on, best->on) || (r->base == from && best->base != from));
        best = best == nullptr || is_closer ? &*r : best;
    }
    return best == nullptr ? std::nullopt : std::optional{*best};
}

interval<money> converted(interval<money> const& sum, exchange_rate const& by)
{
    auto ratio = ratio_of(by);
    if (sum.lower.unit() == by.base) {
        return detail::times(sum, ratio, ratio, by.quote);
    }
    std::swap(ratio.numerator, ratio.denominator);
    return detail::times(sum, ratio, ratio, by.base);
}

} // namespace capgraph::inline v0

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "diagnosis.hpp"

#include <cmath>

namespace capgraph::inline v0::detail {

namespace {

/// A rate told from the first of its two currencies, by their codes, to the second.
struct told_rate {
    known<rate> const* said;
    double value;
};

bool are_far_apart(told_rate const& a, told_rate const& b, double most)
{
    return std::max(a.value, b.value) > std::min(a.value, b.value) * (1.0 + most);
}

void check_pair(diagnosis& d, std::vector<told_rate> const& rates)
{
    // By first day: whatever overlaps a rate begins before it and ends last of those that do.
    auto const* last = &rates.front();
    for (auto const& each : rates) {
        auto const& days = *each.said->is.date;
        if (&each != last && overlap(*last->said->is.date, days)
            && are_far_apart(*last, each, d.options().rates_apart)) {
            d.add("rates-far-apart", {{last->said->id, "value"}, {each.said->id, "value"}},
                  "rates of " + to_string(*last->said->is.value) + " and "
                      + to_string(*each.said->is.value) + " between "
                      + std::string{each.said->is.base->code()} + " and "
                      + std::string{each.said->is.quote->code()} + " on days in common",
                  "much the same rate for one day");
        }
        last = ends_before(*last->said->is.date, days) ? &each : last;
    }
}

} // namespace

void diagnose_rates(diagnosis& d)
{
    std::map<std::pair<std::string_view, std::string_view>, std::vector<told_rate>> by_pair;
    for (auto const& r : d.all<rate>()) {
        if (r.is.base == r.is.quote) {
            d.add("rate-to-itself", {{r.id, "value"}},
                  "a rate of " + std::string{r.is.base->code()} + " to itself", "two currencies");
        } else if (r.is.value) {
            auto const value = r.is.value->to_double();
            auto const is_forward = r.is.base->code() < r.is.quote->code();
            by_pair[std::minmax(r.is.base->code(), r.is.quote->code())].push_back(
                {&r, is_forward ? value : 1.0 / value});
        }
    }
    for (auto& [pair, rates] : by_pair) {
        std::stable_sort(rates.begin(), rates.end(), [](told_rate const& a, told_rate const& b) {
            auto const& x = *a.said->is.date;
            auto const& y = *b.said->is.date;
            return std::pair{x.has_first(), x.has_first() ? x.first_day() : date::day_type{}}
                   < std::pair{y.has_first(), y.has_first() ? y.first_day() : date::day_type{}};
        });
        check_pair(d, rates);
    }
}

} // namespace capgraph::inline v0::detail

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "money_ratio.hpp"

#include <capgraph/core/error.hpp>

#include <cstdint>
#include <limits>
#include <string>

namespace capgraph::inline v0::detail {

namespace {

/// How much is added before the division that drops what is left over.
enum class rounding { down, nearest, up };

money times(money sum, money_ratio by, currency to, rounding rule)
{
    auto const product = static_cast<wide>(sum.minor_units()) * by.numerator; // 63 and 64 bits
    auto const rest = product % by.denominator;
    auto const goes_up = rule == rounding::up
                             ? rest != 0
                             : rule == rounding::nearest && rest >= by.denominator - rest;
    auto const value = product / by.denominator + (goes_up ? 1U : 0U);
    if (value > static_cast<wide>(std::numeric_limits<std::int64_t>::max())) {
        throw error{error_code::overflow, to_string(sum) + " in " + std::string{to.code()},
                    "a sum that fits 64 bits of minor units"};
    }
    return {static_cast<std::int64_t>(value), to};
}

bool is_same(money_ratio a, money_ratio b)
{
    return a.numerator == b.numerator && a.denominator == b.denominator;
}

} // namespace

interval<money> times(interval<money> const& sum, money_ratio least, money_ratio most, currency to)
{
    if (sum.upper && *sum.upper == sum.lower && is_same(least, most)) {
        auto const one = times(sum.lower, least, to, rounding::nearest);
        return {one, one, true};
    }
    interval<money> out{times(sum.lower, least, to, rounding::down), {}, true};
    if (sum.upper) {
        out.upper = times(*sum.upper, most, to, rounding::up);
    }
    return out;
}

} // namespace capgraph::inline v0::detail

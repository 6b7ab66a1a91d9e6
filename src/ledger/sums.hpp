// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/amount.hpp>
#include <capgraph/core/decimal.hpp>
#include <capgraph/core/interval.hpp>
#include <capgraph/core/money.hpp>
#include <capgraph/core/share.hpp>
#include <capgraph/core/stated.hpp>
#include <capgraph/model/field.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace capgraph::inline v0::detail {

/// What sums of one currency come to, in minor units: no more than 64 bits hold.
struct tally {
    std::int64_t lower = 0;
    std::optional<std::int64_t> upper = 0; ///< Absent where nothing bounds it.

    /// Adds what is not negative.
    void add(interval<money> const& sum) noexcept
    {
        constexpr auto most = std::numeric_limits<std::int64_t>::max();
        auto const plus = [](std::int64_t a, std::int64_t b) {
            return a > most - b ? most : a + b;
        };
        lower = plus(lower, sum.lower.minor_units());
        upper = upper && sum.upper ? std::optional{plus(*upper, sum.upper->minor_units())}
                                   : std::nullopt;
    }
    /// Adds a sum of which nothing is known in this currency.
    void add_unknown() noexcept { upper.reset(); }
};

/// Each currency that `sum` is told in, once, in its order.
[[nodiscard]] inline std::vector<currency> currencies_of(field<amount> const& sum)
{
    std::vector<currency> out;
    if (sum) {
        for (auto const& each : sum->renderings()) {
            if (std::find(out.begin(), out.end(), each.low().unit()) == out.end()) {
                out.push_back(each.low().unit());
            }
        }
    }
    return out;
}

/// What `sum` can be in `unit`; null where that is not said.
[[nodiscard]] inline std::optional<interval<money>> bounds_in(field<amount> const& sum,
                                                              currency unit, tolerance about)
{
    return sum && sum->is_disclosed() ? bounds_of(*sum, unit, about) : std::nullopt;
}

[[nodiscard]] inline std::string in_words(std::int64_t minor_units, currency unit)
{
    return to_string(money{minor_units, unit});
}

/// `12.5 %`, to a millionth of a percent.
[[nodiscard]] inline std::string percent_text(double fraction)
{
    return to_string(shortest_decimal(std::round(fraction * 1e8) / 1e6)) + " %";
}

/// The least part that `said` may be; nothing where nothing is said.
[[nodiscard]] inline double least(field<stated<share>> const& said)
{
    return said ? bounds_of(*said).lower.fraction() : 0.0;
}
/// The largest part that `said` may be; all of it where nothing is said.
[[nodiscard]] inline double most(field<stated<share>> const& said)
{
    auto const upper = said ? bounds_of(*said).upper : std::nullopt;
    return upper ? upper->fraction() : 1.0;
}

} // namespace capgraph::inline v0::detail

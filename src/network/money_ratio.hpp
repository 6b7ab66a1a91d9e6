// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/interval.hpp>
#include <capgraph/core/money.hpp>

namespace capgraph::inline v0::detail {

__extension__ using wide = unsigned __int128;

/// What one minor unit of one currency is in those of another. Both parts have at most 64 bits.
struct money_ratio {
    wide numerator = 1;
    wide denominator = 1;
};

/// `sum` times a ratio between `least` and `most`, in `to`: one figure times one ratio is rounded
/// to the nearest minor unit, half up, all else outwards. Hedged. Throws: `error` with `overflow`.
[[nodiscard]] interval<money> times(interval<money> const& sum, money_ratio least, money_ratio most,
                                    currency to);

} // namespace capgraph::inline v0::detail

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/date.hpp>
#include <capgraph/core/decimal.hpp>
#include <capgraph/core/export.hpp>
#include <capgraph/core/interval.hpp>
#include <capgraph/core/money.hpp>
#include <capgraph/ledger/view.hpp>

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace capgraph::inline v0 {

/// What one unit of `base` cost in `quote` at some time, and who says so.
struct exchange_rate {
    currency base{};
    currency quote{};
    /// The days for which it holds.
    date on{};
    decimal value{};
    /// The slug of its source in the data set, or what the caller calls his; may be empty.
    std::string_view source{};

    friend bool operator==(exchange_rate const&, exchange_rate const&) = default;
};

/// Rates of exchange, by pair and day. A rate answers both ways.
///
/// A value. Texts live as long as the ledger, or as the caller keeps them.
class CAPGRAPH_EXPORT exchange_rates {
public:
    /// None.
    exchange_rates() noexcept = default;

    /// Those that the view knows, each from the source of the statement that decides.
    explicit exchange_rates(view const& facts);

    /// Those of the caller. Throws: `error` with `bad_value` for a rate that is not above zero, or
    /// of a currency to itself.
    explicit exchange_rates(std::vector<exchange_rate> rates);

    /// All of them, by pair, then by first day, then in the order given.
    [[nodiscard]] std::span<exchange_rate const> all() const noexcept { return rates_; }

    /// The rate between the two whose days take in all of `day`: a rate of March serves the whole
    /// of March, a rate of one day no month. Of several the one of the fewest days, then the one
    /// that is told from `from` to `to`, then the first. Null where there is none.
    ///
    /// Complexity: O(log n + k) for k rates of the pair.
    [[nodiscard]] std::optional<exchange_rate> find(currency from, currency to, date day) const;

private:
    std::vector<exchange_rate> rates_;
};

/// `sum` at the rate `by`, from whichever of its two currencies it is in to the other.
///
/// One figure is rounded to the nearest minor unit, half up; bounds are rounded outwards. The
/// result is hedged: at what rate the money did change hands is not known.
/// Precondition: no negative sum, and one in a currency of the rate.
/// Throws: `error` with `overflow` beyond 64 bits of minor units.
[[nodiscard]] CAPGRAPH_EXPORT interval<money> converted(interval<money> const& sum,
                                                        exchange_rate const& by);

} // namespace capgraph::inline v0

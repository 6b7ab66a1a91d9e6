// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/decimal.hpp>
#include <capgraph/core/export.hpp>
#include <capgraph/core/result.hpp>

#include <array>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace capgraph::inline v0 {

/// A currency of ISO 4217.
class currency {
public:
    /// `XXX`: no currency.
    constexpr currency() noexcept = default;

    /// The currency of a three-letter code, such as `CNY`.
    /// Throws: `error` with `bad_value` when ISO 4217 lists none such.
    explicit CAPGRAPH_EXPORT currency(std::string_view code);

    [[nodiscard]] constexpr std::string_view code() const noexcept
    {
        return {code_.data(), code_.size()};
    }
    /// How many decimals its minor unit has: 2 for CNY, 0 for JPY.
    [[nodiscard]] constexpr int exponent() const noexcept { return exponent_; }

    friend constexpr bool operator==(currency, currency) noexcept = default;

private:
    std::array<char, 3> code_{'X', 'X', 'X'};
    std::int8_t exponent_ = 0;
};

/// An exact sum in minor units of one currency.
///
/// Sums in unlike currencies neither add nor compare: that takes a rate, with its date and source.
class money {
public:
    /// Nothing, in no currency.
    constexpr money() noexcept = default;

    constexpr money(std::int64_t minor_units, currency unit) noexcept
        : minor_units_{minor_units}, currency_{unit}
    {
    }

    [[nodiscard]] constexpr std::int64_t minor_units() const noexcept { return minor_units_; }
    [[nodiscard]] constexpr currency unit() const noexcept { return currency_; }

    friend constexpr bool operator==(money, money) noexcept = default;

private:
    std::int64_t minor_units_ = 0;
    currency currency_;
};

/// Throws: `error` with `currency_mismatch`, or with `overflow`.
[[nodiscard]] CAPGRAPH_EXPORT money operator+(money a, money b);

/// Throws: `error` with `currency_mismatch`, or with `overflow`.
[[nodiscard]] CAPGRAPH_EXPORT money operator-(money a, money b);

/// Whether `a` is the smaller sum. Throws: `error` with `currency_mismatch`.
[[nodiscard]] CAPGRAPH_EXPORT bool is_less(money a, money b);

/// `numerator / denominator`, correctly rounded but for one ulp. The denominator must not be zero.
/// Throws: `error` with `currency_mismatch`.
[[nodiscard]] CAPGRAPH_EXPORT double ratio(money numerator, money denominator);

/// `value` major units: 1.5 of CNY is 150 minor units.
///
/// Errors: `number_out_of_range` where that is no whole number of minor units or does not fit.
[[nodiscard]] CAPGRAPH_EXPORT result<money> try_make_money(decimal value, currency unit);

/// `text` major units, read by `try_parse_decimal`: `make_money("1000000000", "CNY")`.
/// Throws: the errors of both.
[[nodiscard]] CAPGRAPH_EXPORT money make_money(std::string_view text, std::string_view code);

/// The sum in major units, exactly.
[[nodiscard]] CAPGRAPH_EXPORT decimal major_units(money value);

/// `CNY 1000000000`, `USD 12.5`: exact, for programs.
[[nodiscard]] CAPGRAPH_EXPORT std::string to_string(money value);

} // namespace capgraph::inline v0

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/export.hpp>
#include <capgraph/core/result.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace capgraph::inline v0 {

/// A decimal number as it was written: an integer times a power of ten, exactly.
///
/// What texts say of money, stakes and rates is decimal; a double would be off by an ulp where a
/// contract is not. Always reduced: no trailing zero in the integer, and zero has exponent 0.
class decimal {
public:
    /// No exponent lies farther from 0: a decimal prints in a line.
    static constexpr int most_exponent = 1000;

    /// Zero.
    constexpr decimal() noexcept = default;

    /// `digits` times ten to the `exponent`.
    /// Throws: `error` with `number_out_of_range` for an exponent beyond `most_exponent` once
    /// reduced.
    explicit CAPGRAPH_EXPORT decimal(std::int64_t digits, int exponent = 0);

    [[nodiscard]] constexpr std::int64_t digits() const noexcept { return digits_; }
    [[nodiscard]] constexpr int exponent() const noexcept { return exponent_; }

    /// The nearest double, ties to even: infinite beyond the range of doubles.
    [[nodiscard]] CAPGRAPH_EXPORT double to_double() const noexcept;

    /// This number times ten to the `power`, exactly.
    /// Throws: as the constructor.
    [[nodiscard]] CAPGRAPH_EXPORT decimal scaled(int power) const;

    /// This number as an integer; an error `number_out_of_range` where it has a fraction or does
    /// not fit.
    [[nodiscard]] CAPGRAPH_EXPORT result<std::int64_t> to_integer() const;

    friend constexpr bool operator==(decimal, decimal) noexcept = default;

private:
    std::int64_t digits_ = 0;
    int exponent_ = 0;
};

/// Reads `text` by JSON's grammar of numbers: `-12.50`, `1e9`; no sign `+`, no separators, nothing
/// around it.
///
/// Errors: `bad_value` where it is no number; `number_out_of_range` for significant digits that do
/// not fit 64 bits (18 always do), an exponent beyond 400, or a number beyond the range of doubles,
/// such as `1e400`; `limit_exceeded` for more than 1024 bytes.
[[nodiscard]] CAPGRAPH_EXPORT result<decimal> try_parse_decimal(std::string_view text);

/// As `try_parse_decimal`; throws its error.
[[nodiscard]] CAPGRAPH_EXPORT decimal parse_decimal(std::string_view text);

/// The number without an exponent: `1000000000`, `0.1744`. Reads back equal where
/// `try_parse_decimal` takes it.
[[nodiscard]] CAPGRAPH_EXPORT std::string to_string(decimal value);

/// The shortest decimal that reads back as `value`.
/// Throws: `error` with `bad_value` where `value` is not finite.
[[nodiscard]] CAPGRAPH_EXPORT decimal shortest_decimal(double value);

} // namespace capgraph::inline v0

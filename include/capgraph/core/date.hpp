// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/export.hpp>
#include <capgraph/core/result.hpp>

#include <chrono>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

namespace capgraph::inline v0 {

/// A day, a month, a year or a stretch of days: as much as was said, never more.
///
/// A date is the interval of days in which the moment lies. Two dates are equal when they are the
/// same days, so `2026-01-01/2026-12-31` is `2026`. Either end may be open.
class date {
public:
    using day_type = std::chrono::sys_days;

    /// Nothing is known: open at both ends.
    constexpr date() noexcept = default;

    /// A year from 1 to 9999. Throws: `error` with `bad_value` outside.
    explicit CAPGRAPH_EXPORT date(int year);
    /// A month. Throws: `error` with `bad_value` where there is none such.
    CAPGRAPH_EXPORT date(int year, unsigned month);
    /// A day. Throws: `error` with `bad_value` where there is none such.
    CAPGRAPH_EXPORT date(int year, unsigned month, unsigned day);

    /// From the first day of `first` to the last day of `last`.
    /// Throws: `error` with `bad_value` when that is no day.
    [[nodiscard]] CAPGRAPH_EXPORT static date between(date first, date last);

    /// The first possible day; meaningless when `has_first()` is false.
    [[nodiscard]] constexpr day_type first_day() const noexcept { return to_day(first_); }
    /// The last possible day; meaningless when `has_last()` is false.
    [[nodiscard]] constexpr day_type last_day() const noexcept { return to_day(last_); }
    [[nodiscard]] constexpr bool has_first() const noexcept { return first_ != open_first; }
    [[nodiscard]] constexpr bool has_last() const noexcept { return last_ != open_last; }
    [[nodiscard]] constexpr bool is_day() const noexcept { return first_ == last_; }

    friend constexpr bool operator==(date, date) noexcept = default;

    /// Whether some day lies in both.
    [[nodiscard]] friend constexpr bool overlap(date a, date b) noexcept
    {
        return a.first_ <= b.last_ && b.first_ <= a.last_;
    }

    /// Whether each day of `a` comes before each day of `b`.
    [[nodiscard]] friend constexpr bool is_before(date a, date b) noexcept
    {
        return a.last_ < b.first_;
    }

    /// Whether each day of `a` lies at or before the last day of `b`: `a` has certainly happened
    /// when `b` ends.
    [[nodiscard]] friend constexpr bool is_over_by(date a, date b) noexcept
    {
        return a.last_ != open_last && a.last_ <= b.last_;
    }

    /// Orders by last possible day, then by first: the order in which statements are folded.
    [[nodiscard]] friend constexpr bool ends_before(date a, date b) noexcept
    {
        return a.last_ != b.last_ ? a.last_ < b.last_ : a.first_ < b.first_;
    }

private:
    using rep = std::int32_t;
    static constexpr rep open_first = std::numeric_limits<rep>::min();
    static constexpr rep open_last = std::numeric_limits<rep>::max();

    static constexpr day_type to_day(rep days) noexcept
    {
        return day_type{std::chrono::days{days}};
    }

    rep first_ = open_first;
    rep last_ = open_last;
};

/// How two dates lie to each other: three-valued, as a partial date is an interval.
enum class date_order : std::uint8_t { before, overlapping, after };

/// `before` when each day of `a` precedes each of `b`, `after` the other way round.
[[nodiscard]] constexpr date_order compare(date a, date b) noexcept
{
    if (is_before(a, b)) {
        return date_order::before;
    }
    return is_before(b, a) ? date_order::after : date_order::overlapping;
}

/// Reads `2026`, `2026-05`, `2026-05-28`, `2026-05-01/2026-05-10`, `../2026-05`, `2023/..`.
///
/// Errors: `bad_value` for anything else, for a day that is none, for an interval run backwards.
/// Reference: Extended Date/Time Format, level 0 and its intervals (ISO 8601-2:2019).
[[nodiscard]] CAPGRAPH_EXPORT result<date> try_parse_date(std::string_view text);

/// As `try_parse_date`; throws its error.
[[nodiscard]] CAPGRAPH_EXPORT date parse_date(std::string_view text);

/// The shortest text that reads back equal, both ends to the same precision.
[[nodiscard]] CAPGRAPH_EXPORT std::string to_string(date value);

} // namespace capgraph::inline v0

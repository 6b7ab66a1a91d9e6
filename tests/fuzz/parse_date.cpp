// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// Two lines of any bytes, as dates: what is read is written and reads back equal; a single day is
// what the calendar of the standard library says; two dates lie to each other as their first and
// last days do.

#include "require.hpp"

#include <capgraph/core/date.hpp>
#include <capgraph/core/error.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

using namespace capgraph;
using namespace capgraph::test;

namespace {

/// A day in words, by the standard library's calendar.
std::string in_words(date::day_type day)
{
    std::chrono::year_month_day const parts{day};
    char text[32];
    auto const length = std::snprintf(text, sizeof text, "%04d-%02u-%02u", int{parts.year()},
                                      unsigned{parts.month()}, unsigned{parts.day()});
    return {text, static_cast<std::size_t>(length)};
}

/// The text of the stretch of days, as exact as can be.
std::string in_days(date value)
{
    return (value.has_first() ? in_words(value.first_day()) : "..") + '/'
           + (value.has_last() ? in_words(value.last_day()) : "..");
}

std::optional<date> read(std::string_view text)
{
    auto const value = try_parse_date(text);
    if (!value) {
        require(value.error().code() == error_code::bad_value, "an error of another kind");
        return std::nullopt;
    }
    require(!value->has_first() || !value->has_last() || value->first_day() <= value->last_day(),
            "a date that runs backwards");
    auto const written = to_string(*value);
    auto const again = try_parse_date(written);
    require(again.has_value() && *again == *value, "what was written is not read");
    require(to_string(*again) == written, "what was read back is written otherwise");
    auto const days = try_parse_date(in_days(*value));
    require(days.has_value() && *days == *value, "its days make another date");
    require(written.size() <= in_days(*value).size(), "a shorter text is another");
    require(
        value->is_day()
            == (value->has_first() && value->has_last() && value->first_day() == value->last_day()),
        "a day that is none");
    return *value;
}

date_order reversed(date_order order)
{
    return order == date_order::before  ? date_order::after
           : order == date_order::after ? date_order::before
                                        : date_order::overlapping;
}

void require_order(date a, date b)
{
    require(compare(a, b) == reversed(compare(b, a)), "an order with two directions");
    auto const is_before_by_days = a.has_last() && b.has_first() && a.last_day() < b.first_day();
    require(is_before(a, b) == is_before_by_days, "before, but not by days");
    require(overlap(a, b) == (compare(a, b) == date_order::overlapping), "neither apart nor not");
    require((a == b) == (!ends_before(a, b) && !ends_before(b, a)), "no order of ends");
    require(!is_over_by(a, b) || !is_before(b, a), "over by a day before it began");
    require(is_over_by(a, a) == a.has_last(), "what has an end is not over by it");
}

void require_stretch(date a, date b)
{
    auto const backwards = a.has_first() && b.has_last() && b.last_day() < a.first_day();
    try {
        auto const stretch = date::between(a, b);
        require(!backwards, "a stretch that runs backwards");
        require(stretch.has_first() == a.has_first() && stretch.has_last() == b.has_last(),
                "a stretch with other ends");
    } catch (error const& e) {
        require(backwards && e.code() == error_code::bad_value, "no stretch where there is one");
    }
}

} // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    std::string_view const text{reinterpret_cast<char const*>(data), size};
    auto const line = std::min(text.find('\n'), text.size());
    auto const first = read(text.substr(0, line));
    auto const second = read(text.substr(std::min(line + 1, text.size())));
    if (first && second) {
        require_order(*first, *second);
        require_order(*second, *first);
        require_stretch(*first, *second);
        require_stretch(*second, *first);
    }
    return 0;
}

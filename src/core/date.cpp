// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/core/date.hpp>

#include <algorithm>
#include <optional>

namespace capgraph::inline v0 {

namespace {

namespace chrono = std::chrono;

constexpr int first_year = 1;
constexpr int last_year = 9999;

error no_date(std::string_view text)
{
    return {error_code::bad_value, '\'' + std::string{text} + '\'',
            "a date: 2026, 2026-05, 2026-05-28, or an interval of two, such as "
            "2026-05-01/2026-05-10 or ../2026"};
}

std::int32_t count(chrono::sys_days day) noexcept
{
    return static_cast<std::int32_t>(day.time_since_epoch().count());
}

/// The number in `text`, which must be `width` digits; -1 otherwise.
int number(std::string_view text, std::size_t width) noexcept
{
    int value = 0;
    for (auto const c : text) {
        if (c < '0' || c > '9') {
            return -1;
        }
        value = 10 * value + (c - '0');
    }
    return text.size() == width ? value : -1;
}

/// One end of an interval, or a whole date without a slash.
std::optional<date> parse_simple(std::string_view text)
{
    auto const dashed = [&](std::size_t at) { return text.size() > at && text[at] == '-'; };
    auto const year = number(text.substr(0, 4), 4);
    auto const has_month = text.size() >= 7;
    auto const has_day = text.size() == 10;
    if (year < first_year || (text.size() != 4 && text.size() != 7 && !has_day)
        || (has_month && !dashed(4)) || (has_day && !dashed(7))) {
        return std::nullopt;
    }
    auto const month = has_month ? number(text.substr(5, 2), 2) : 1;
    auto const day = has_day ? number(text.substr(8, 2), 2) : 1;
    auto const first =
        chrono::year_month_day{chrono::year{year}, chrono::month{static_cast<unsigned>(month)},
                               chrono::day{static_cast<unsigned>(day)}};
    if (month < 0 || day < 0 || !first.ok()) {
        return std::nullopt;
    }
    if (has_day) {
        return date{year, static_cast<unsigned>(month), static_cast<unsigned>(day)};
    }
    return has_month ? date{year, static_cast<unsigned>(month)} : date{year};
}

enum class precision { year, month, day };

precision precision_of_first(chrono::year_month_day d) noexcept
{
    if (d.day() != chrono::day{1}) {
        return precision::day;
    }
    return d.month() == chrono::January ? precision::year : precision::month;
}

precision precision_of_last(chrono::year_month_day d) noexcept
{
    if (d != chrono::year_month_day{d.year() / d.month() / chrono::last}) {
        return precision::day;
    }
    return d.month() == chrono::December ? precision::year : precision::month;
}

std::string padded(unsigned value, std::size_t width)
{
    auto const digits = std::to_string(value);
    return std::string(width - std::min(width, digits.size()), '0') + digits;
}

std::string print(chrono::year_month_day d, precision p)
{
    auto text = padded(static_cast<unsigned>(static_cast<int>(d.year())), 4);
    if (p != precision::year) {
        text += '-' + padded(static_cast<unsigned>(d.month()), 2);
    }
    if (p == precision::day) {
        text += '-' + padded(static_cast<unsigned>(d.day()), 2);
    }
    return text;
}

std::string print_closed(chrono::year_month_day first, chrono::year_month_day last)
{
    auto const p = std::max(precision_of_first(first), precision_of_last(last));
    auto const from = print(first, p);
    auto const to = print(last, p);
    return from == to ? from : from + '/' + to;
}

} // namespace

date::date(int year) : date{between(date{year, 1U}, date{year, 12U})} {}

date::date(int year, unsigned month) : date{year, month, 1U}
{
    auto const last = chrono::year{year} / chrono::month{month} / chrono::last;
    last_ = count(chrono::sys_days{last});
}

date::date(int year, unsigned month, unsigned day)
{
    auto const value =
        chrono::year_month_day{chrono::year{year}, chrono::month{month}, chrono::day{day}};
    // chrono keeps the low byte of a month or day: 257 would pass for 1.
    auto const is_day =
        year >= first_year && year <= last_year && month <= 12 && day <= 31 && value.ok();
    if (!is_day) {
        throw error{error_code::bad_value,
                    std::to_string(year) + '-' + std::to_string(month) + '-' + std::to_string(day),
                    "a day of the years 1 to 9999"};
    }
    first_ = last_ = count(chrono::sys_days{value});
}

date date::between(date first, date last)
{
    if (first.has_first() && last.has_last() && first.first_ > last.last_) {
        throw error{error_code::bad_value, to_string(first) + '/' + to_string(last),
                    "an interval that does not run backwards"};
    }
    date both;
    both.first_ = first.first_;
    both.last_ = last.last_;
    return both;
}

result<date> try_parse_date(std::string_view text)
{
    auto const slash = text.find('/');
    if (slash == std::string_view::npos) {
        auto const simple = parse_simple(text);
        return simple ? result<date>{*simple} : result<date>{no_date(text)};
    }
    auto const from = text.substr(0, slash);
    auto const to = text.substr(slash + 1);
    auto const first = from == ".." ? std::optional{date{}} : parse_simple(from);
    auto const last = to == ".." ? std::optional{date{}} : parse_simple(to);
    if (!first || !last
        || (first->has_first() && last->has_last() && first->first_day() > last->last_day())) {
        return no_date(text);
    }
    return date::between(*first, *last);
}

date parse_date(std::string_view text)
{
    return try_parse_date(text).value();
}

std::string to_string(date value)
{
    auto const first =
        chrono::year_month_day{value.has_first() ? value.first_day() : date::day_type{}};
    auto const last =
        chrono::year_month_day{value.has_last() ? value.last_day() : date::day_type{}};
    if (value.has_first() && value.has_last()) {
        return print_closed(first, last);
    }
    return (value.has_first() ? print(first, precision_of_first(first)) : "..") + '/'
           + (value.has_last() ? print(last, precision_of_last(last)) : "..");
}

} // namespace capgraph::inline v0

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/core/date.hpp>

#include "plain_date.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
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

/// Reads the digits of a text; remembers whether there was something else.
class digit_reader {
public:
    explicit digit_reader(std::string_view text) noexcept : text_{text} {}

    /// The number of the `width` digits from `at` on, which the text has.
    [[nodiscard]] unsigned number(std::size_t at, std::size_t width) noexcept
    {
        unsigned value = 0;
        for (auto const c : text_.substr(at, width)) {
            auto const digit = static_cast<unsigned>(static_cast<unsigned char>(c)) - '0';
            is_right_ = is_right_ && digit <= 9;
            value = 10 * value + digit;
        }
        return value;
    }
    void dash(std::size_t at) noexcept { is_right_ = is_right_ && text_[at] == '-'; }
    [[nodiscard]] bool is_right() const noexcept { return is_right_; }

private:
    std::string_view text_;
    bool is_right_ = true;
};

unsigned days_in(unsigned year, unsigned month) noexcept
{
    constexpr std::array<unsigned char, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    auto const is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return days[month - 1] + (month == 2 && is_leap ? 1U : 0U);
}

/// Reads ten bytes, the first eight as one word.
std::optional<date> parse_day(std::string_view text)
{
    std::uint64_t word = 0;
    std::memcpy(&word, text.data(), sizeof word);
    word ^= 0x2d30302d30303030U; // of each digit its value; of the dashes nothing
    // Adding as much as takes a byte to its highest bit where it is more than 9, or than nothing.
    auto const is_right = (((word + 0x7f76767f76767676U) | word) & 0x8080808080808080U) == 0;
    auto const number = [&](unsigned byte) {
        auto const two = word >> (8 * byte);
        return static_cast<unsigned>(10 * (two & 0xffU) + (two >> 8U & 0xffU));
    };
    auto const year = 100 * number(0) + number(2);
    auto const month = number(5);
    digit_reader rest{text};
    auto const day = rest.number(8, 2);
    if (!is_right || !rest.is_right() || year == 0 || month - 1 >= 12
        || day - 1 >= days_in(year, month)) {
        return std::nullopt;
    }
    return date{static_cast<int>(year), month, day};
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

std::optional<date> detail::plain_date(std::string_view text)
{
    auto const has_day = text.size() == 10;
    auto const has_month = text.size() == 7 || has_day;
    if (has_day && std::endian::native == std::endian::little) {
        return parse_day(text);
    }
    if (!has_month && text.size() != 4) {
        return std::nullopt;
    }
    digit_reader digits{text};
    auto const year = digits.number(0, 4);
    unsigned month = 1;
    unsigned day = 1;
    if (has_month) {
        digits.dash(4);
        month = digits.number(5, 2);
    }
    if (has_day) {
        digits.dash(7);
        day = digits.number(8, 2);
    }
    if (!digits.is_right() || year == 0 || month - 1 >= 12 || day - 1 >= days_in(year, month)) {
        return std::nullopt;
    }
    if (has_day) {
        return date{static_cast<int>(year), month, day};
    }
    return has_month ? date{static_cast<int>(year), month} : date{static_cast<int>(year)};
}

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
        auto const simple = detail::plain_date(text);
        return simple ? result<date>{*simple} : result<date>{no_date(text)};
    }
    auto const from = text.substr(0, slash);
    auto const to = text.substr(slash + 1);
    auto const first = from == ".." ? std::optional{date{}} : detail::plain_date(from);
    auto const last = to == ".." ? std::optional{date{}} : detail::plain_date(to);
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

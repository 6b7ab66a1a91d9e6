// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/core/date.hpp>

#include "core/thrown.hpp"
#include "support/catch2.hpp"
#include "support/effort.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

using namespace capgraph;
using namespace std::string_view_literals;

namespace {

/// The days since 1970-01-01 of a day that is there.
int days(date::day_type day)
{
    return static_cast<int>(day.time_since_epoch().count());
}

/// The date that holds the days [first, last] since 1970-01-01.
date days_between(int first, int last)
{
    auto const day = [](int count) {
        auto const d = std::chrono::year_month_day{std::chrono::sys_days{std::chrono::days{count}}};
        return date{static_cast<int>(d.year()), static_cast<unsigned>(d.month()),
                    static_cast<unsigned>(d.day())};
    };
    return date::between(day(first), day(last));
}

date since(date first)
{
    return date::between(first, date{});
}

date until(date last)
{
    return date::between(date{}, last);
}

bool is_refused(std::string_view text)
{
    auto const read = try_parse_date(text);
    return read.has_error() && read.error().code() == error_code::bad_value;
}

// The calendar from its rules, day by day.
bool is_leap(int year)
{
    return year % 400 == 0 || (year % 4 == 0 && year % 100 != 0);
}

unsigned last_day_of(int year, unsigned month)
{
    constexpr unsigned lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : lengths[month - 1];
}

/// 0001-01-01 is 719162 days before 1970-01-01: 1969 years of 365 days and 477 leap days
/// (492 years divisible by 4, less 19 by 100, and again 4 by 400).
constexpr int first_of_all = -(1969 * 365 + 492 - 19 + 4);

/// All intervals within five days, and those with an open end: a small world with every way in
/// which two dates can lie to each other.
struct small_date {
    date value;
    std::optional<int> first;
    std::optional<int> last;

    [[nodiscard]] bool holds(int day) const
    {
        return (!first || *first <= day) && (!last || day <= *last);
    }
};

constexpr int world_begin = -3; // what is open goes beyond every closed end
constexpr int world_end = 8;

std::vector<small_date> small_world()
{
    std::vector<small_date> all{{date{}, std::nullopt, std::nullopt}};
    for (int first = 0; first < 5; ++first) {
        all.push_back({since(days_between(first, first)), first, std::nullopt});
        all.push_back({until(days_between(first, first)), std::nullopt, first});
        for (int last = first; last < 5; ++last) {
            all.push_back({days_between(first, last), first, last});
        }
    }
    return all;
}

/// Whether `relation` holds of every day of `a` and every day of `b`.
template <class Relation>
bool for_all_days(small_date const& a, small_date const& b, Relation relation)
{
    for (int x = world_begin; x < world_end; ++x) {
        for (int y = world_begin; y < world_end; ++y) {
            if (a.holds(x) && b.holds(y) && !relation(x, y)) {
                return false;
            }
        }
    }
    return true;
}

} // namespace

TEST_CASE("date: the default is open at both ends", "[core][date]")
{
    CHECK_FALSE(date{}.has_first());
    CHECK_FALSE(date{}.has_last());
    CHECK_FALSE(date{}.is_day());
    CHECK(date{} == date{});
    CHECK_FALSE(date{} == date{2026});
}

TEST_CASE("date: a year, a month and a day are the days in them", "[core][date]")
{
    // 2026-01-01 is 20454 days after 1970-01-01: 56 years of 365 days and 14 leap days.
    constexpr int new_year = 56 * 365 + 14;
    CHECK(days(date{2026}.first_day()) == new_year);
    CHECK(days(date{2026}.last_day()) == new_year + 364);
    CHECK(days(date{2026, 5u}.first_day()) == new_year + 120);
    CHECK(days(date{2026, 5u}.last_day()) == new_year + 150);
    CHECK(days(date{2026, 5u, 28u}.first_day()) == new_year + 147);
    CHECK(days(date{2026, 5u, 28u}.last_day()) == new_year + 147);
    CHECK(date{2026, 5u, 28u}.is_day());
    CHECK_FALSE(date{2026, 5u}.is_day());
    CHECK_FALSE(date{2026}.is_day());
}

TEST_CASE("date: every day of the years 1 to 9999 follows the one before", "[core][date][oracle]")
{
    auto next = first_of_all;
    int wrong = 0;
    auto const expect = [&](date made, int first, int last) {
        auto const is_right = days(made.first_day()) == first && days(made.last_day()) == last;
        wrong += is_right ? 0 : 1;
    };
    for (int year = 1; year <= 9999; ++year) {
        auto const first_of_year = next;
        for (auto month = 1u; month <= 12; ++month) {
            auto const length = static_cast<int>(last_day_of(year, month));
            expect(date{year, month}, next, next + length - 1);
            // Every day of some years, the ends of the months of all.
            auto const step = year % 100 < 3 || year % 100 == 99 ? 1 : length - 1;
            for (int day = 1; day <= length; day += step) {
                expect(date{year, month, static_cast<unsigned>(day)}, next + day - 1,
                       next + day - 1);
            }
            next += length;
        }
        expect(date{year}, first_of_year, next - 1);
    }
    CHECK(wrong == 0);
    CHECK(next == days(date{9999}.last_day()) + 1);
}

TEST_CASE("date: a day that is none is a bad value", "[core][date]")
{
    auto const refuses_day = [](int year, unsigned month, unsigned day) {
        return test::code_thrown_by([=] {
                   return date{year, month, day};
               })
               == error_code::bad_value;
    };
    CHECK(refuses_day(2026, 2, 29));
    CHECK(refuses_day(1900, 2, 29));
    CHECK_FALSE(refuses_day(2000, 2, 29));
    CHECK_FALSE(refuses_day(2024, 2, 29));
    CHECK(refuses_day(2026, 4, 31));
    CHECK(refuses_day(2026, 5, 0));
    CHECK(refuses_day(2026, 5, 32));
    CHECK(refuses_day(2026, 0, 1));
    CHECK(refuses_day(2026, 13, 1));
    CHECK(refuses_day(0, 1, 1));
    CHECK(refuses_day(10'000, 1, 1));
    CHECK(refuses_day(-1, 1, 1));
}

TEST_CASE("date: a number whose low bits would be a day is a bad value", "[core][date]")
{
    // std::chrono keeps 16 bits of a year and 8 of a month or day.
    for (auto const high : {1u << 8, 1u << 16, 1u << 31}) {
        CAPTURE(high);
        CHECK(test::code_thrown_by([=] { return date{2026, high + 5}; }) == error_code::bad_value);
        CHECK(test::code_thrown_by([=] {
                  return date{2026, high + 5, 28u};
              })
              == error_code::bad_value);
        CHECK(test::code_thrown_by([=] {
                  return date{2026, 5u, high + 28};
              })
              == error_code::bad_value);
    }
    for (auto const year : {65'536 + 2026, -65'536 + 2026, std::numeric_limits<int>::max(),
                            std::numeric_limits<int>::min()}) {
        CAPTURE(year);
        CHECK(test::code_thrown_by([=] { return date{year}; }) == error_code::bad_value);
        CHECK(test::code_thrown_by([=] { return date{year, 5u}; }) == error_code::bad_value);
        CHECK(test::code_thrown_by([=] { return date{year, 5u, 28u}; }) == error_code::bad_value);
    }
}

TEST_CASE("date::between: from the first day of one to the last day of the other", "[core][date]")
{
    CHECK(date::between(date{2026}, date{2026}) == date{2026});
    CHECK(date::between(date{2026, 1u, 1u}, date{2026, 12u, 31u}) == date{2026});
    CHECK(date::between(date{2026, 5u, 1u}, date{2026, 5u}) == date{2026, 5u});
    CHECK(date::between(date{2025}, date{2026, 5u}).first_day() == date{2025}.first_day());
    CHECK(date::between(date{2025}, date{2026, 5u}).last_day() == date{2026, 5u}.last_day());
    // The later end may begin before the earlier one: only the days between count.
    CHECK(date::between(date{2026, 5u, 28u}, date{2026})
          == date::between(date{2026, 5u, 28u}, date{2026, 12u, 31u}));
}

TEST_CASE("date::between: an open end leaves the whole open there", "[core][date]")
{
    CHECK(date::between(date{}, date{}) == date{});
    CHECK(since(date{2026}).has_first());
    CHECK_FALSE(since(date{2026}).has_last());
    CHECK(since(date{2026}).first_day() == date{2026}.first_day());
    CHECK_FALSE(until(date{2026}).has_first());
    CHECK(until(date{2026}).last_day() == date{2026}.last_day());
    CHECK(date::between(until(date{2026}), since(date{2025})) == date{});
    CHECK(date::between(since(date{2025}), until(date{2026}))
          == date::between(date{2025}, date{2026}));
}

TEST_CASE("date::between: what runs backwards is a bad value", "[core][date]")
{
    auto const refused = [](date first, date last) {
        return test::code_thrown_by([=] { return date::between(first, last); })
               == error_code::bad_value;
    };
    CHECK(refused(date{2026}, date{2025}));
    CHECK(refused(date{2026, 5u, 2u}, date{2026, 5u, 1u}));
    CHECK(refused(since(date{2026}), until(date{2025})));
    CHECK_FALSE(refused(until(date{2026}), until(date{2025})));
    CHECK_FALSE(refused(since(date{2026}), since(date{2025})));
}

TEST_CASE("parse_date: reads every form", "[core][date]")
{
    CHECK(parse_date("2026") == date{2026});
    CHECK(parse_date("2026-05") == date{2026, 5u});
    CHECK(parse_date("2026-05-28") == date{2026, 5u, 28u});
    CHECK(parse_date("2026-05-01/2026-05-10")
          == date::between(date{2026, 5u, 1u}, date{2026, 5u, 10u}));
    CHECK(parse_date("2023/2026") == date::between(date{2023}, date{2026}));
    CHECK(parse_date("2023/2026-05-28") == date::between(date{2023}, date{2026, 5u, 28u}));
    CHECK(parse_date("2026-05-28/2026") == date::between(date{2026, 5u, 28u}, date{2026}));
    CHECK(parse_date("2026/2026") == date{2026});
    CHECK(parse_date("../2026-05") == until(date{2026, 5u}));
    CHECK(parse_date("2023/..") == since(date{2023}));
    CHECK(parse_date("../..") == date{});
}

TEST_CASE("parse_date: years run from 0001 to 9999", "[core][date]")
{
    CHECK(parse_date("0001") == date{1});
    CHECK(parse_date("0001-01-01").first_day() == date{1}.first_day());
    CHECK(days(parse_date("0001-01-01").first_day()) == first_of_all);
    CHECK(parse_date("9999") == date{9999});
    CHECK(parse_date("9999-12-31").last_day() == date{9999}.last_day());
    CHECK(is_refused("0000"));
    CHECK(is_refused("0000-12-31"));
    CHECK(is_refused("10000"));
    CHECK(is_refused("10000-01"));
}

TEST_CASE("parse_date: a leap day is one in leap years only", "[core][date]")
{
    CHECK(parse_date("2024-02-29").is_day());
    CHECK(parse_date("2000-02-29").is_day());
    CHECK(is_refused("2026-02-29"));
    CHECK(is_refused("1900-02-29"));
    CHECK(is_refused("2024-02-30"));
    CHECK(parse_date("2024-02").last_day() == parse_date("2024-02-29").last_day());
    CHECK(parse_date("2026-02").last_day() == parse_date("2026-02-28").last_day());
}

TEST_CASE("parse_date: any other text is a bad value", "[core][date]")
{
    for (auto const text : {""sv,
                            "2"sv,
                            "26"sv,
                            "202"sv,
                            "02026"sv,
                            "2026-"sv,
                            "2026-5"sv,
                            "2026-05-"sv,
                            "2026-05-1"sv,
                            "2026-5-01"sv,
                            "2026-13"sv,
                            "2026-00"sv,
                            "2026-05-00"sv,
                            "2026-05-32"sv,
                            "2026-04-31"sv,
                            "2026-00-10"sv,
                            "2026-21"sv,
                            "20260528"sv,
                            "202605"sv,
                            "2026 05"sv,
                            "2026.05"sv,
                            "2026_05"sv,
                            "2026-05 28"sv,
                            "2026 05-28"sv,
                            "2026/05/28"sv,
                            "05-2026"sv,
                            "28-05-2026"sv,
                            "2026-05-28T00:00"sv,
                            "2026-05-28Z"sv,
                            "2026-05-28 "sv,
                            " 2026"sv,
                            "2026\n"sv,
                            "2026\0"sv,
                            "2026-05\0"sv,
                            "\0\0\0\0"sv,
                            "+2026"sv,
                            "-2026"sv,
                            "-026"sv,
                            "+026"sv,
                            "2026-+5"sv,
                            "2026--5"sv,
                            "2026-05--1"sv,
                            "2026-05-+1"sv,
                            "2026- 5"sv,
                            "0x7e"sv,
                            "20e2"sv,
                            "202X"sv,
                            "2026?"sv,
                            "2026~"sv,
                            "May 2026"sv,
                            "２０２６"sv,
                            "2026-0\xff"sv,
                            "/"sv,
                            "//"sv,
                            ".."sv,
                            "..."sv,
                            "../"sv,
                            "/.."sv,
                            "/2026"sv,
                            "2026/"sv,
                            "2026//2027"sv,
                            "2026/2027/2028"sv,
                            "../2026/.."sv,
                            "2026/..."sv,
                            "2026/."sv,
                            "2026 / 2027"sv,
                            "2026/2027-13"sv,
                            "2026-02-29/2027"sv,
                            "2026--2027"sv,
                            "2026-05-28-2026-05-29"sv}) {
        CAPTURE(text);
        CHECK(is_refused(text));
    }
    CHECK(is_refused(std::string(1'000'000, '2')));
    CHECK(is_refused(std::string(1'000'000, '/')));
}

TEST_CASE("parse_date: a day with any byte changed is read if it is a day still",
          "[core][date][oracle]")
{
    for (std::string const day : {"2024-02-28", "1999-11-30"}) {
        for (std::size_t at = 0; at < day.size(); ++at) {
            for (int byte = 0; byte < 256; ++byte) {
                auto text = day;
                text[at] = static_cast<char>(byte);
                auto const number = [&](std::size_t first, std::size_t width) {
                    auto const part = text.substr(first, width);
                    auto const is_number =
                        part.find_first_not_of("0123456789") == std::string::npos;
                    return is_number ? std::stoi(part) : 0;
                };
                auto const y = number(0, 4);
                auto const m = static_cast<unsigned>(number(5, 2));
                auto const d = static_cast<unsigned>(number(8, 2));
                auto const is_day = text[4] == '-' && text[7] == '-' && y >= 1 && m >= 1 && m <= 12
                                    && d >= 1 && d <= last_day_of(y, m);
                CAPTURE(text);
                REQUIRE(try_parse_date(text).has_value() == is_day);
                if (is_day) {
                    REQUIRE(*try_parse_date(text) == date{y, m, d});
                }
            }
        }
    }
}

TEST_CASE("parse_date: an interval that runs backwards is a bad value", "[core][date]")
{
    CHECK(is_refused("2026/2025"));
    CHECK(is_refused("2026-05/2026-04"));
    CHECK(is_refused("2026-05-02/2026-05-01"));
    CHECK(is_refused("2026/2025-12-31"));
}

TEST_CASE("parse_date: throws the error that its twin returns", "[core][date]")
{
    CHECK(test::code_thrown_by([] { return parse_date("2026-13"); }) == error_code::bad_value);
    CHECK(try_parse_date("2026-13").error().found() == "'2026-13'");
}

TEST_CASE("to_string: a date prints as it would be written", "[core][date]")
{
    for (auto const text : {"2026",
                            "2026-05",
                            "2026-05-28",
                            "0001",
                            "0999-12",
                            "9999-12-31",
                            "2024-02",
                            "2024-02-29",
                            "2023/2026",
                            "2026-01/2026-05",
                            "2026-05-01/2026-05-10",
                            "2026-01-01/2026-01-30",
                            "2026-01-02/2026-12-31",
                            "2026-12-31",
                            "2026-01-01",
                            "2026-01-31/2026-12-31",
                            "../2026",
                            "../2026-05",
                            "../2026-05-28",
                            "2023/..",
                            "2023-02/..",
                            "2023-01-31/..",
                            "../.."}) {
        CAPTURE(text);
        CHECK(to_string(parse_date(text)) == text);
    }
}

TEST_CASE("to_string: the same days print the same text", "[core][date]")
{
    CHECK(to_string(parse_date("2026-01-01/2026-12-31")) == "2026");
    CHECK(to_string(parse_date("2026-01/2026")) == "2026");
    CHECK(to_string(parse_date("2026-05-01/2026-05-31")) == "2026-05");
    CHECK(to_string(parse_date("2026-05-28/2026-05-28")) == "2026-05-28");
    CHECK(to_string(parse_date("2026/2026-05")) == "2026-01/2026-05");
    CHECK(to_string(parse_date("2024-02-01/2024-02-29")) == "2024-02");
    CHECK(to_string(parse_date("2024-02-01/2024-02-28")) == "2024-02-01/2024-02-28");
    CHECK(to_string(parse_date("2023-01-01/..")) == "2023/..");
    CHECK(to_string(parse_date("../2023-12-31")) == "../2023");
}

TEST_CASE("to_string: a date reads back equal from the shortest text of one precision",
          "[core][date][property]")
{
    auto const seed = GENERATE(range(0u, 4u));
    CAPTURE(seed);
    std::mt19937_64 random{seed};

    // An end as a year, a month or a day.
    auto const some = [&] {
        auto const year = 1 + static_cast<int>(random() % 9999);
        auto const month = 1 + static_cast<unsigned>(random() % 12);
        auto const day = 1 + static_cast<unsigned>(random() % last_day_of(year, month));
        switch (random() % 3) {
        case 0:
            return date{year};
        case 1:
            return date{year, month};
        default:
            return date{year, month, day};
        }
    };
    for (int i = 0; i < 250 * test::effort(); ++i) {
        auto const a = some();
        auto const b = random() % 4 == 0 ? a : some();
        auto const value =
            a.first_day() <= b.last_day() ? date::between(a, b) : date::between(b, a);
        auto const text = to_string(value);
        CAPTURE(text);
        REQUIRE(parse_date(text) == value);
        REQUIRE(parse_date(to_string(since(value))) == since(value));
        REQUIRE(parse_date(to_string(until(value))) == until(value));
        // Days are named by 10 characters: any of the shorter forms is one of them cut.
        auto const first =
            to_string(days_between(days(value.first_day()), days(value.first_day())));
        auto const last = to_string(days_between(days(value.last_day()), days(value.last_day())));
        for (std::size_t width : {4u, 7u, 10u}) {
            auto const cut = first.substr(0, width) + '/' + last.substr(0, width);
            auto const read = try_parse_date(cut);
            REQUIRE((!read || *read != value || text.size() <= cut.size()));
        }
    }
}

TEST_CASE("overlap: agrees with the days of every small interval", "[core][date][oracle]")
{
    for (auto const& a : small_world()) {
        for (auto const& b : small_world()) {
            CAPTURE(to_string(a.value), to_string(b.value));
            CHECK(overlap(a.value, b.value)
                  == !for_all_days(a, b, [](int x, int y) { return x != y; }));
        }
    }
}

TEST_CASE("compare: agrees with the days of every small interval", "[core][date][oracle]")
{
    for (auto const& a : small_world()) {
        for (auto const& b : small_world()) {
            CAPTURE(to_string(a.value), to_string(b.value));
            auto const before = for_all_days(a, b, [](int x, int y) { return x < y; });
            auto const after = for_all_days(a, b, [](int x, int y) { return x > y; });
            auto const order = compare(a.value, b.value);
            CHECK((order == date_order::before) == before);
            CHECK((order == date_order::after) == after);
            CHECK(is_before(a.value, b.value) == before);
            CHECK((order == date_order::overlapping) == (!before && !after));
        }
    }
}

TEST_CASE("compare: dates that are the same days overlap and nothing more", "[core][date]")
{
    CHECK(compare(date{2026}, date{2026}) == date_order::overlapping);
    CHECK(compare(date{2026}, date{2026, 5u}) == date_order::overlapping);
    CHECK(compare(date{2025}, date{2026}) == date_order::before);
    CHECK(compare(date{2026, 5u, 28u}, date{2026, 5u, 27u}) == date_order::after);
    CHECK(compare(date{}, date{2026}) == date_order::overlapping);
    CHECK(compare(date{}, date{}) == date_order::overlapping);
    CHECK(compare(until(date{2025}), since(date{2026})) == date_order::before);
    CHECK(compare(date{9999}, date{1}) == date_order::after);
}

TEST_CASE("is_over_by: agrees with the days of every small interval", "[core][date][oracle]")
{
    for (auto const& a : small_world()) {
        for (auto const& b : small_world()) {
            CAPTURE(to_string(a.value), to_string(b.value));
            // What has no last day is over by no day.
            auto const over =
                a.last && (!b.last || for_all_days(a, b, [&](int x, int) { return x <= *b.last; }));
            CHECK(is_over_by(a.value, b.value) == over);
        }
    }
}

TEST_CASE("is_over_by: a month is not over on one of its days but the last", "[core][date]")
{
    CHECK_FALSE(is_over_by(date{2026, 5u}, date{2026, 5u, 30u}));
    CHECK(is_over_by(date{2026, 5u}, date{2026, 5u, 31u}));
    CHECK(is_over_by(date{2026, 5u}, date{2026, 5u}));
    CHECK(is_over_by(date{2026, 5u}, date{2026}));
    CHECK_FALSE(is_over_by(date{2026}, date{2026, 5u}));
    CHECK(is_over_by(date{2026}, date{}));
    CHECK_FALSE(is_over_by(date{}, date{2026}));
    CHECK_FALSE(is_over_by(date{}, date{}));
}

TEST_CASE("ends_before: is a strict order in which only equal dates tie", "[core][date][property]")
{
    auto const world = small_world();
    for (auto const& a : world) {
        CHECK_FALSE(ends_before(a.value, a.value));
        for (auto const& b : world) {
            CAPTURE(to_string(a.value), to_string(b.value));
            CHECK(ends_before(a.value, b.value) + ends_before(b.value, a.value)
                      + (a.value == b.value)
                  == 1);
            auto const is_transitive =
                std::all_of(world.begin(), world.end(), [&](small_date const& c) {
                    return !ends_before(a.value, b.value) || !ends_before(b.value, c.value)
                           || ends_before(a.value, c.value);
                });
            CHECK(is_transitive);
        }
    }
}

TEST_CASE("ends_before: the last day decides and then the first", "[core][date]")
{
    CHECK(ends_before(date{2026, 5u}, date{2026}));
    CHECK(ends_before(date{2026, 4u}, date{2026, 5u, 1u}));
    CHECK(ends_before(date{2026}, date{2026, 12u, 31u}));
    CHECK(ends_before(date{9999}, since(date{1})));
    CHECK(ends_before(date{}, since(date{1})));
    CHECK(ends_before(until(date{2026}), date{2026}));
}

TEST_CASE("date: comparisons are computed at compile time", "[core][date]")
{
    static_assert(overlap(date{}, date{}));
    static_assert(!is_before(date{}, date{}));
    static_assert(compare(date{}, date{}) == date_order::overlapping);
    static_assert(date{} == date{});
    SUCCEED();
}

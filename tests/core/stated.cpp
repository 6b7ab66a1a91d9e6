// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/core/stated.hpp>

#include "core/thrown.hpp"
#include "support/catch2.hpp"

#include <array>
#include <limits>
#include <set>
#include <string_view>

using namespace capgraph;

namespace {

constexpr std::array all_qualifiers{qualifier::plain,   qualifier::exactly,    qualifier::about,
                                    qualifier::over,    qualifier::at_least,   qualifier::up_to,
                                    qualifier::between, qualifier::undisclosed};

money yuan(std::int64_t fen)
{
    return {fen, currency{"CNY"}};
}

/// A small and a larger figure of each kind.
template <class T>
struct figures;

template <>
struct figures<share> {
    static constexpr share low{0.25};
    static constexpr share high{0.5};
};

template <>
struct figures<std::uint32_t> {
    static constexpr std::uint32_t low = 5;
    static constexpr std::uint32_t high = 10;
};

template <>
struct figures<money> {
    inline static money const low{500, currency{"CNY"}};
    inline static money const high{1000, currency{"CNY"}};
};

} // namespace

TEST_CASE("to_string: a qualifier reads as the data format has it", "[core][stated]")
{
    CHECK(to_string(qualifier::plain) == "plain");
    CHECK(to_string(qualifier::exactly) == "exactly");
    CHECK(to_string(qualifier::about) == "about");
    CHECK(to_string(qualifier::over) == "over");
    CHECK(to_string(qualifier::at_least) == "at_least");
    CHECK(to_string(qualifier::up_to) == "up_to");
    CHECK(to_string(qualifier::between) == "between");
    CHECK(to_string(qualifier::undisclosed) == "undisclosed");
    CHECK(to_string(static_cast<qualifier>(8)) == "unknown");
    CHECK(to_string(static_cast<qualifier>(255)) == "unknown");
}

TEMPLATE_TEST_CASE("stated: the default is undisclosed", "[core][stated]", share, std::uint32_t,
                   money)
{
    stated<TestType> const nothing;
    CHECK(nothing.said() == qualifier::undisclosed);
    CHECK_FALSE(nothing.is_disclosed());
    CHECK(nothing.low() == TestType{});
    CHECK(nothing.high() == TestType{});
}

TEMPLATE_TEST_CASE("stated: each word makes a figure of its qualifier", "[core][stated]", share,
                   std::uint32_t, money)
{
    auto const figure = figures<TestType>::low;
    auto const check = [&](stated<TestType> const& made, qualifier said) {
        CAPTURE(to_string(said));
        CHECK(made.said() == said);
        CHECK(made.is_disclosed());
        CHECK(made.low() == figure);
        CHECK(made.high() == figure);
        CHECK(made == stated<TestType>{said, figure, figure});
    };
    check(plain(figure), qualifier::plain);
    check(exactly(figure), qualifier::exactly);
    check(about(figure), qualifier::about);
    check(over(figure), qualifier::over);
    check(at_least(figure), qualifier::at_least);
    check(up_to(figure), qualifier::up_to);
    check(between(figure, figure), qualifier::between);
}

TEMPLATE_TEST_CASE("stated: between keeps both figures", "[core][stated]", share, std::uint32_t,
                   money)
{
    auto const range = between(figures<TestType>::low, figures<TestType>::high);
    CHECK(range.low() == figures<TestType>::low);
    CHECK(range.high() == figures<TestType>::high);
}

TEMPLATE_TEST_CASE("stated: only between has a second figure", "[core][stated]", share,
                   std::uint32_t, money)
{
    using stated_figure = stated<TestType>;
    auto const low = figures<TestType>::low;
    auto const high = figures<TestType>::high;
    for (auto const said : all_qualifiers) {
        CAPTURE(to_string(said));
        CHECK((stated_figure{said, low, high} == stated_figure{said, low, low})
              == (said != qualifier::between));
    }
    CHECK(stated_figure{qualifier::undisclosed, low, high} == stated_figure{});
}

TEMPLATE_TEST_CASE("stated: figures that run backwards are a bad value", "[core][stated]", share,
                   std::uint32_t, money)
{
    auto const few = figures<TestType>::low;
    auto const many = figures<TestType>::high;
    CHECK(test::code_thrown_by([&] { return between(many, few); }) == error_code::bad_value);
    CHECK(test::code_thrown_by([&] {
              return stated<TestType>{qualifier::exactly, many, few};
          })
          == error_code::bad_value);
}

TEST_CASE("stated: figures in unlike currencies are a mismatch", "[core][stated]")
{
    CHECK(test::code_thrown_by([] {
              return between(yuan(1), money{2, currency{"USD"}});
          })
          == error_code::currency_mismatch);
}

TEMPLATE_TEST_CASE("stated: the same figure said in other words is another statement",
                   "[core][stated]", share, std::uint32_t, money)
{
    for (auto const a : all_qualifiers) {
        for (auto const b : all_qualifiers) {
            CAPTURE(to_string(a), to_string(b));
            auto const figure = figures<TestType>::low;
            CHECK((stated<TestType>{a, figure, figure} == stated<TestType>{b, figure, figure})
                  == (a == b));
        }
    }
}

TEST_CASE("bounds_of: what a stake can be by each word", "[core][stated]")
{
    auto const fifth = share{0.2};
    auto const whole = share{1.0};
    CHECK(bounds_of(stated<share>{}) == interval<share>{share{}, whole});
    CHECK(bounds_of(plain(fifth)) == interval<share>{fifth, fifth});
    CHECK(bounds_of(exactly(fifth)) == interval<share>{fifth, fifth});
    CHECK(bounds_of(about(fifth)) == interval<share>{fifth, fifth, true});
    CHECK(bounds_of(over(fifth)) == interval<share>{fifth, whole});
    CHECK(bounds_of(at_least(fifth)) == interval<share>{fifth, whole});
    CHECK(bounds_of(up_to(fifth)) == interval<share>{share{}, fifth});
    CHECK(bounds_of(between(fifth, share{0.3})) == interval<share>{fifth, share{0.3}});
}

TEST_CASE("bounds_of: a stake of nothing or of the whole stays within it", "[core][stated]")
{
    auto const nothing = share{};
    auto const whole = share{1.0};
    CHECK(bounds_of(up_to(nothing)) == interval<share>{nothing, nothing});
    CHECK(bounds_of(up_to(whole)) == bounds_of(stated<share>{}));
    CHECK(bounds_of(at_least(whole)) == interval<share>{whole, whole});
    CHECK(bounds_of(over(whole)) == interval<share>{whole, whole});
    CHECK(bounds_of(over(nothing)) == interval<share>{nothing, whole});
}

TEST_CASE("bounds_of: what a count can be by each word", "[core][stated]")
{
    using count = std::uint32_t;
    CHECK(bounds_of(stated<count>{}) == interval<count>{0, std::nullopt});
    CHECK(bounds_of(plain(count{5})) == interval<count>{5, 5});
    CHECK(bounds_of(exactly(count{5})) == interval<count>{5, 5});
    CHECK(bounds_of(about(count{5})) == interval<count>{5, 5, true});
    CHECK(bounds_of(over(count{5})) == interval<count>{6, std::nullopt});
    CHECK(bounds_of(at_least(count{5})) == interval<count>{5, std::nullopt});
    CHECK(bounds_of(up_to(count{5})) == interval<count>{0, 5});
    CHECK(bounds_of(between(count{5}, count{7})) == interval<count>{5, 7});
}

TEST_CASE("bounds_of: more than the largest count does not wrap to nothing", "[core][stated]")
{
    constexpr auto most = std::numeric_limits<std::uint32_t>::max();
    CHECK(bounds_of(over(most)) == interval<std::uint32_t>{most, std::nullopt});
    CHECK(bounds_of(over(most - 1)) == interval<std::uint32_t>{most, std::nullopt});
    CHECK(bounds_of(at_least(most)) == interval<std::uint32_t>{most, std::nullopt});
    CHECK(bounds_of(over(std::uint32_t{0})) == interval<std::uint32_t>{1, std::nullopt});
}

TEST_CASE("stated: is made at compile time", "[core][stated]")
{
    static_assert(about(share{0.5}).said() == qualifier::about);
    static_assert(between(std::uint32_t{1}, std::uint32_t{2}).high() == 2);
    static_assert(!stated<money>{}.is_disclosed());
    SUCCEED();
}

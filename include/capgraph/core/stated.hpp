// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/error.hpp>
#include <capgraph/core/export.hpp>
#include <capgraph/core/interval.hpp>
#include <capgraph/core/money.hpp>
#include <capgraph/core/share.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace capgraph::inline v0 {

/// How a figure was said.
enum class qualifier : std::uint8_t {
    plain,       ///< A number with no qualifier; it takes the hedge of its sibling rendering.
    exactly,     ///< This and no other.
    about,       ///< Around this: the bounds of `exactly`, and hedged.
    over,        ///< More than this.
    at_least,    ///< This or more.
    up_to,       ///< From nothing to this.
    between,     ///< From one figure to another, both included.
    undisclosed, ///< Said not to be disclosed.
};

namespace detail {

inline constexpr auto qualifier_words = std::to_array<std::string_view>(
    {"plain", "exactly", "about", "over", "at_least", "up_to", "between", "undisclosed"});
static_assert(qualifier_words.size() == static_cast<std::size_t>(qualifier::undisclosed) + 1);

inline bool is_smaller(money a, money b)
{
    return is_less(a, b);
}
constexpr bool is_smaller(share a, share b) noexcept
{
    return a < b;
}
constexpr bool is_smaller(std::uint32_t a, std::uint32_t b) noexcept
{
    return a < b;
}

} // namespace detail

/// The word of the data format, such as `at_least`.
[[nodiscard]] constexpr std::string_view to_string(qualifier said) noexcept
{
    auto const i = static_cast<std::size_t>(said);
    return i < detail::qualifier_words.size() ? detail::qualifier_words[i] : "unknown";
}

/// A figure as a source said it: "over 1bn", "5 to 10 %", "undisclosed".
///
/// `T` is `money`, `share` or `std::uint32_t` (a count). A regular value; the functions below
/// make one by the word the source used.
template <class T>
class stated {
public:
    /// Undisclosed.
    constexpr stated() noexcept = default;

    /// `low` as `said`, or from `low` to `high` when `said` is `between`; no figure when
    /// `undisclosed`.
    ///
    /// Throws: `error` with `bad_value` when `high` is less than `low`;
    ///   with `currency_mismatch` when their currencies differ.
    constexpr stated(qualifier said, T low, T high) : said_{said}
    {
        check(low, high);
        if (said != qualifier::undisclosed) {
            low_ = low;
            high_ = said == qualifier::between ? high : low;
        }
    }

    [[nodiscard]] constexpr qualifier said() const noexcept { return said_; }
    [[nodiscard]] constexpr bool is_disclosed() const noexcept
    {
        return said_ != qualifier::undisclosed;
    }
    /// The figure, or the smaller of two; meaningless when undisclosed.
    [[nodiscard]] constexpr T low() const noexcept { return low_; }
    /// The figure, or the larger of two; meaningless when undisclosed.
    [[nodiscard]] constexpr T high() const noexcept { return high_; }

    friend constexpr bool operator==(stated const&, stated const&) = default;

private:
    static constexpr void check(T const& low, T const& high)
    {
        if (detail::is_smaller(high, low)) {
            throw error{error_code::bad_value, "figures that run backwards",
                        "the smaller figure first"};
        }
    }

    qualifier said_ = qualifier::undisclosed;
    T low_{};
    T high_{};
};

/// A bare figure. Beside a rendering with a hedge it takes that hedge.
template <class T>
[[nodiscard]] constexpr stated<T> plain(T value)
{
    return {qualifier::plain, value, value};
}
/// `value` and nothing else.
template <class T>
[[nodiscard]] constexpr stated<T> exactly(T value)
{
    return {qualifier::exactly, value, value};
}
/// Near `value`: bounds [value, value], hedged, or wider by the caller's tolerance.
template <class T>
[[nodiscard]] constexpr stated<T> about(T value)
{
    return {qualifier::about, value, value};
}
/// More than `value`.
template <class T>
[[nodiscard]] constexpr stated<T> over(T value)
{
    return {qualifier::over, value, value};
}
/// `value` or more.
template <class T>
[[nodiscard]] constexpr stated<T> at_least(T value)
{
    return {qualifier::at_least, value, value};
}
/// `value` or less.
template <class T>
[[nodiscard]] constexpr stated<T> up_to(T value)
{
    return {qualifier::up_to, value, value};
}
/// From `low` to `high`, both included.
template <class T>
[[nodiscard]] constexpr stated<T> between(T low, T high)
{
    return {qualifier::between, low, high};
}

/// What a stake can be: within [0, 1], and all of that when undisclosed.
/// "Over" and "at least" v are [v, 1].
[[nodiscard]] CAPGRAPH_EXPORT interval<share> bounds_of(stated<share> const& value) noexcept;

/// What a count can be: "over" n is n + 1 and more.
[[nodiscard]] CAPGRAPH_EXPORT interval<std::uint32_t>
bounds_of(stated<std::uint32_t> const& value) noexcept;

} // namespace capgraph::inline v0

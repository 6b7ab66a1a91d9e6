// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/core/amount.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <utility>

namespace capgraph::inline v0 {

namespace {

void require_sums(std::vector<stated<money>> const& renderings)
{
    auto const is_no_sum = [](stated<money> const& r) {
        return !r.is_disclosed() || r.low().minor_units() < 0;
    };
    if (std::any_of(renderings.begin(), renderings.end(), is_no_sum)) {
        throw error{error_code::bad_value, "a rendering that is undisclosed or negative",
                    "sums of zero or more; an undisclosed amount has no rendering"};
    }
}

constexpr auto largest = std::numeric_limits<std::int64_t>::max();

/// The part `about` of `units`, rounded up, and at most the largest sum.
///
/// Exact, by the decimal the caller wrote: 7 % of 1e11 is 7e9, where doubles make it one more.
std::int64_t part_of(std::int64_t units, double about)
{
    __extension__ using wide = unsigned __int128;
    auto const part = shortest_decimal(about);
    // 63 bits by 57: seventeen digits, as shortest_decimal gives at most.
    auto product = static_cast<wide>(units) * static_cast<wide>(part.digits());
    for (auto e = part.exponent(); e < 0 && product > 1; ++e) {
        product = (product + 9) / 10;
    }
    for (auto e = part.exponent(); e > 0 && product != 0 && product <= largest; --e) {
        product *= 10;
    }
    return static_cast<std::int64_t>(std::min<wide>(product, largest));
}

interval<money> about_bounds(money low, money high, double about)
{
    auto const below = std::min(part_of(low.minor_units(), about), low.minor_units());
    auto const above = std::min(part_of(high.minor_units(), about), largest - high.minor_units());
    return {money{low.minor_units() - below, low.unit()},
            money{high.minor_units() + above, high.unit()}, true};
}

interval<money> bounds_as(stated<money> const& rendering, qualifier hedge, tolerance soft)
{
    auto const nothing = money{0, rendering.low().unit()};
    switch (hedge) {
    case qualifier::undisclosed:
        return {nothing, std::nullopt};
    case qualifier::over:
    case qualifier::at_least:
        return {rendering.low(), std::nullopt};
    case qualifier::up_to:
        return {nothing, rendering.high()};
    case qualifier::about:
        return about_bounds(rendering.low(), rendering.high(), soft.about);
    case qualifier::plain:
    case qualifier::exactly:
    case qualifier::between:
        break;
    }
    return {rendering.low(), rendering.high()};
}

} // namespace

amount::amount(std::initializer_list<stated<money>> renderings)
    : amount{std::vector<stated<money>>{renderings}}
{
}

amount::amount(std::vector<stated<money>> renderings) : renderings_{std::move(renderings)}
{
    require_sums(renderings_);
}

stated<money> const* amount::in(currency unit) const noexcept
{
    auto const found = std::find_if(renderings_.begin(), renderings_.end(),
                                    [&](stated<money> const& r) { return r.low().unit() == unit; });
    return found == renderings_.end() ? nullptr : &*found;
}

qualifier amount::hedge() const noexcept
{
    if (renderings_.empty()) {
        return qualifier::undisclosed;
    }
    auto const found =
        std::find_if(renderings_.begin(), renderings_.end(),
                     [](stated<money> const& r) { return r.said() != qualifier::plain; });
    return found == renderings_.end() ? qualifier::plain : found->said();
}

std::optional<interval<money>> bounds_of(amount const& value, currency unit, tolerance soft)
{
    if (!(soft.about >= 0.0 && std::isfinite(soft.about))) {
        throw std::domain_error{"capgraph::tolerance: not finite, or less than 0"};
    }
    if (!value.is_disclosed()) {
        return interval<money>{money{0, unit}, std::nullopt};
    }
    auto const* const rendering = value.in(unit);
    if (rendering == nullptr) {
        return std::nullopt;
    }
    auto hedge = rendering->said();
    if (hedge == qualifier::plain) {
        // The figures of a sibling "between" are the sibling's: here the word is a hedge only.
        hedge = value.hedge() == qualifier::between ? qualifier::about : value.hedge();
    }
    return bounds_as(*rendering, hedge, soft);
}

} // namespace capgraph::inline v0

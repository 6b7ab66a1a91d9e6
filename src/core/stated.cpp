// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/core/stated.hpp>

#include <limits>

namespace capgraph::inline v0 {

interval<share> bounds_of(stated<share> const& value) noexcept
{
    auto const whole = share{1.0};
    switch (value.said()) {
    case qualifier::undisclosed:
        return {share{}, whole};
    case qualifier::over:
    case qualifier::at_least:
        return {value.low(), whole};
    case qualifier::up_to:
        return {share{}, value.low()};
    case qualifier::about:
        return {value.low(), value.high(), true};
    case qualifier::plain:
    case qualifier::exactly:
    case qualifier::between:
        break;
    }
    return {value.low(), value.high()};
}

interval<std::uint32_t> bounds_of(stated<std::uint32_t> const& value) noexcept
{
    auto const most = std::numeric_limits<std::uint32_t>::max();
    switch (value.said()) {
    case qualifier::undisclosed:
        return {};
    case qualifier::over:
        return {value.low() == most ? most : value.low() + 1, std::nullopt};
    case qualifier::at_least:
        return {value.low(), std::nullopt};
    case qualifier::up_to:
        return {0, value.low()};
    case qualifier::about:
        return {value.low(), value.high(), true};
    case qualifier::plain:
    case qualifier::exactly:
    case qualifier::between:
        break;
    }
    return {value.low(), value.high()};
}

} // namespace capgraph::inline v0

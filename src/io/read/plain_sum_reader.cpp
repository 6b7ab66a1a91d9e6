// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "plain_sum_reader.hpp"

#include "verbs.hpp"

#include "core/same_text.hpp"

#include <capgraph/core/error.hpp>

#include <cstdint>
#include <utility>

namespace capgraph::inline v0::detail {

namespace {

bool is_digit(char c) noexcept
{
    return c >= '0' && c <= '9';
}

/// A number of major units in minor ones, of which one major one has ten to the `exponent`. None
/// where it takes more than a look at each character.
std::optional<std::int64_t> minor_units(std::string_view text, int exponent) noexcept
{
    constexpr std::size_t longest = 14; // with the four digits of an exponent it fits
    if (text.empty() || text.size() > longest
        || (text.front() == '0' && text.size() > 1 && text[1] != '.')) {
        return std::nullopt;
    }
    std::int64_t units = 0;
    std::size_t at = 0;
    auto const take_digits = [&] {
        for (; at != text.size() && is_digit(text[at]); ++at) {
            units = 10 * units + (text[at] - '0');
        }
    };
    take_digits();
    if (at != text.size()) {
        auto const point = at++;
        take_digits();
        exponent -= static_cast<int>(text.size() - point - 1);
        if (point == 0 || text[point] != '.' || at == point + 1 || at != text.size()) {
            return std::nullopt;
        }
    }
    for (; exponent > 0; --exponent) {
        units *= 10;
    }
    return exponent == 0 ? std::optional{units} : std::nullopt;
}

} // namespace

std::optional<currency> plain_sum_reader::unit_of(std::string_view code)
{
    for (auto const& known : units_) {
        if (same_text(known.code(), code)) {
            return known;
        }
    }
    try {
        units_[1] = std::exchange(units_[0], currency{code});
        return units_[0];
    } catch (error const&) {
        return std::nullopt;
    }
}

bool plain_sum_reader::reads(json_value rendering, plain_figure& to)
{
    if (rendering.type() != json_type::object || rendering.is_empty()) {
        return false;
    }
    auto next = rendering.begin();
    auto const figure = *next;
    if (++next == rendering.end()) {
        return false;
    }
    auto const code = *next;
    auto const verb = find_verb(figure.key());
    if (++next != rendering.end() || !verb || *verb == qualifier::between
        || (figure.type() != json_type::string && figure.type() != json_type::number)
        || code.type() != json_type::string || !same_text(code.key(), "currency")) {
        return false;
    }
    auto const unit = unit_of(code.text());
    auto const units = unit ? minor_units(figure.text(), unit->exponent()) : std::nullopt;
    if (units) {
        to = {*verb, money{*units, *unit}};
    }
    return units.has_value();
}

bool plain_sum_reader::takes(json_value value, std::size_t field)
{
    auto const room = sums_.room();
    std::size_t size = 0;
    if (value.type() != json_type::array || value.is_empty()) {
        return false;
    }
    for (auto const rendering : value) {
        if (size == room.size() || !reads(rendering, room[size])) {
            return false;
        }
        ++size;
    }
    sums_.keep(field, size);
    return true;
}

} // namespace capgraph::inline v0::detail

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "plain_sum_reader.hpp"

#include "verbs.hpp"

#include "core/same_text.hpp"

#include <capgraph/core/error.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <utility>

namespace capgraph::inline v0::detail {

namespace {

constexpr std::size_t longest = 14; // with the four digits of an exponent it fits
constexpr std::array<std::int64_t, 5> powers{1, 10, 100, 1000, 10000};

bool is_digit(char c) noexcept
{
    return c >= '0' && c <= '9';
}

/// Up to eight digits as the bytes of a word, the first ones lowest, behind as many zeros as they
/// are fewer.
std::uint64_t eight_digits(std::string_view text) noexcept
{
    std::uint64_t word = 0x3030303030303030U;
    if (text.size() >= 4) { // two halves, which may overlap
        auto const first = std::uint64_t{load_word<std::uint32_t>(text.data())};
        auto const last = std::uint64_t{load_word<std::uint32_t>(text.data() + text.size() - 4)}
                          << 32U;
        auto const zeros = 8 * (8 - text.size());
        auto const before = (first << zeros | (word & ((std::uint64_t{1} << zeros) - 1)));
        return last | (before & 0xffffffffU);
    }
    for (auto const c : text) {
        word = word >> 8U | std::uint64_t{static_cast<unsigned char>(c)} << 56U;
    }
    return word;
}

/// The number that up to eight digits tell; -1 where not all are digits.
std::int64_t number_of(std::string_view text) noexcept
{
    auto word = eight_digits(text) ^ 0x3030303030303030U;
    auto const is_number = (((word + 0x7676767676767676U) | word) & 0x8080808080808080U) == 0;
    word = 10 * word + (word >> 8U); // in every second byte a number of two digits
    word = ((word & 0x000000ff000000ffU) * 0x000f424000000064U
            + ((word >> 16U) & 0x000000ff000000ffU) * 0x0000271000000001U)
           >> 32U;
    return is_number ? static_cast<std::int64_t>(word) : -1;
}

/// A whole number of digits; -1 where it is something else.
std::int64_t whole_number(std::string_view text) noexcept
{
    if constexpr (std::endian::native != std::endian::little) {
        return -1;
    }
    if (text.size() <= 8) {
        return number_of(text);
    }
    auto const first = number_of(text.substr(0, text.size() - 8));
    auto const last = number_of(text.substr(text.size() - 8));
    return first < 0 || last < 0 ? -1 : 100000000 * first + last;
}

/// A number with or without a fraction, in as many parts of it as ten to the `exponent`. None where
/// it is something else.
std::optional<std::int64_t> decimal_number(std::string_view text, int exponent) noexcept
{
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
    return exponent >= 0 ? std::optional{units * powers[static_cast<unsigned>(exponent)]}
                         : std::nullopt;
}

/// A number of major units in minor ones, of which one major one has ten to the `exponent`. None
/// where it takes more than a look at each character.
std::optional<std::int64_t> minor_units(std::string_view text, int exponent) noexcept
{
    if (text.empty() || text.size() > longest || exponent >= static_cast<int>(powers.size())
        || (text.front() == '0' && text.size() > 1 && text[1] != '.')) {
        return std::nullopt;
    }
    auto const whole = whole_number(text);
    return whole >= 0 ? std::optional{whole * powers[static_cast<unsigned>(exponent)]}
                      : decimal_number(text, exponent);
}

} // namespace

inline std::optional<currency> plain_sum_reader::unit_of(std::string_view code)
{
    if (code.size() == 3) {
        for (auto const& known : units_) {
            if (std::memcmp(known.code().data(), code.data(), 3) == 0) {
                return known;
            }
        }
    }
    try {
        units_[1] = std::exchange(units_[0], currency{code});
        return units_[0];
    } catch (error const&) {
        return std::nullopt;
    }
}

inline bool plain_sum_reader::reads(json_value rendering, plain_figure& to)
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

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/core/decimal.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <optional>
#include <system_error>

namespace capgraph::inline v0 {

namespace {

constexpr int most_exponent_read = 400;
constexpr std::size_t longest_number = 1024;

/// So far out that the point in a text of bounded length cannot bring it back within range;
/// exponents beyond count as this one, so that adding to them does not overflow.
constexpr int farthest_exponent = static_cast<int>(longest_number) + most_exponent_read;

constexpr bool is_digit(char c) noexcept
{
    return c >= '0' && c <= '9';
}

/// What the grammar took from a text: digits without sign or point, and the power of ten.
struct scan {
    bool negative = false;
    std::string_view whole;
    std::string_view fraction;
    int exponent = 0;
};

std::string_view take_digits(std::string_view& text) noexcept
{
    std::size_t n = 0;
    while (n < text.size() && is_digit(text[n])) {
        ++n;
    }
    auto const digits = text.substr(0, n);
    text.remove_prefix(n);
    return digits;
}

bool take(std::string_view& text, char c) noexcept
{
    if (text.empty() || text.front() != c) {
        return false;
    }
    text.remove_prefix(1);
    return true;
}

bool scan_exponent(std::string_view& text, scan& s) noexcept
{
    if (!take(text, 'e') && !take(text, 'E')) {
        return true;
    }
    auto const negative = take(text, '-');
    if (!negative) {
        take(text, '+');
    }
    auto const digits = take_digits(text);
    if (digits.empty()) {
        return false;
    }
    auto const r = std::from_chars(digits.data(), digits.data() + digits.size(), s.exponent);
    if (r.ec != std::errc{} || s.exponent > farthest_exponent) {
        s.exponent = farthest_exponent;
    }
    s.exponent = negative ? -s.exponent : s.exponent;
    return true;
}

bool scan_number(std::string_view text, scan& s) noexcept
{
    s.negative = take(text, '-');
    s.whole = take_digits(text);
    if (s.whole.empty() || (s.whole.size() > 1 && s.whole.front() == '0')) {
        return false;
    }
    if (take(text, '.')) {
        s.fraction = take_digits(text);
        if (s.fraction.empty()) {
            return false;
        }
    }
    return scan_exponent(text, s) && text.empty();
}

/// The digits without what carries no value at either end; `exponent` follows the end.
std::string significant_digits(scan const& s, int& exponent)
{
    auto digits = std::string{s.whole} + std::string{s.fraction};
    exponent = s.exponent - static_cast<int>(s.fraction.size());
    auto const last = digits.find_last_not_of('0');
    if (last == std::string::npos) {
        exponent = 0;
        return {};
    }
    exponent += static_cast<int>(digits.size() - last - 1);
    digits.resize(last + 1);
    digits.erase(0, digits.find_first_not_of('0'));
    return digits;
}

/// The number where the text is no more than a few digits with a point among them, as most are.
std::optional<decimal> parse_short(std::string_view text)
{
    constexpr std::size_t always_fits = 18;
    if (text.empty() || text.size() > always_fits
        || (text.front() == '0' && text.size() > 1 && text[1] != '.')) {
        return std::nullopt;
    }
    std::int64_t digits = 0;
    std::size_t point = 0; // the grammar has a digit before it
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_digit(text[i])) {
            digits = 10 * digits + (text[i] - '0');
        } else if (text[i] == '.' && i != 0 && point == 0 && i + 1 != text.size()) {
            point = i;
        } else {
            return std::nullopt;
        }
    }
    return decimal{digits, point == 0 ? 0 : -static_cast<int>(text.size() - point - 1)};
}

/// The nearest double of a fraction whose two parts are doubles, as most are: only the division
/// rounds.
std::optional<double> exact_quotient(std::int64_t digits, int exponent) noexcept
{
    constexpr std::array powers{1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10};
    constexpr auto most = std::int64_t{1} << 53U;
    if (exponent > 0 || exponent <= -static_cast<int>(powers.size()) || digits > most
        || digits < -most) {
        return std::nullopt;
    }
    return static_cast<double>(digits) / powers[static_cast<std::size_t>(-exponent)];
}

error out_of_range(std::string_view text)
{
    return {error_code::number_out_of_range, '\'' + std::string{text} + '\'',
            "a number whose significant digits fit 64 bits, within the range of doubles"};
}

} // namespace

decimal::decimal(std::int64_t digits, int exponent) : digits_{digits}
{
    if (digits == 0) {
        return;
    }
    std::int64_t reduced = exponent;
    while (digits_ % 10 == 0) {
        digits_ /= 10;
        ++reduced;
    }
    if (reduced < -most_exponent || reduced > most_exponent) {
        throw error{error_code::number_out_of_range,
                    std::to_string(digits_) + 'e' + std::to_string(reduced),
                    "an exponent from -1000 to 1000"};
    }
    exponent_ = static_cast<int>(reduced);
}

double decimal::to_double() const noexcept
{
    if (auto const value = exact_quotient(digits_, exponent_)) {
        return *value;
    }
    // from_chars rounds correctly; digits times a power of ten would round twice.
    // The sign and 19 digits fit 24 characters; the rest is for the exponent.
    std::array<char, 40> text{};
    auto* end = std::to_chars(text.data(), text.data() + 24, digits_).ptr;
    *end++ = 'e';
    end = std::to_chars(end, text.data() + text.size(), exponent_).ptr;
    double value = 0.0;
    if (std::from_chars(text.data(), end, value).ec == std::errc::result_out_of_range) {
        // from_chars left `value` alone and does not say at which end the range was left.
        constexpr auto infinity = std::numeric_limits<double>::infinity();
        return exponent_ < 0 ? 0.0 : std::copysign(infinity, static_cast<double>(digits_));
    }
    return value;
}

decimal decimal::scaled(int power) const
{
    // Zero scales to zero; any other number is refused beyond these powers, before the sum
    // overflows.
    constexpr auto most = 2 * most_exponent + 1;
    return decimal{digits_, exponent_ + std::clamp(power, -most, most)};
}

result<std::int64_t> decimal::to_integer() const
{
    auto const refuse = [this] {
        return error{error_code::number_out_of_range, to_string(*this),
                     "a whole number that fits 64 bits"};
    };
    // Ten to the 19 does not fit.
    if (exponent_ < 0 || exponent_ > 18) {
        return refuse();
    }
    auto value = digits_;
    for (int i = 0; i < exponent_; ++i) {
        if (__builtin_mul_overflow(value, std::int64_t{10}, &value)) {
            return refuse();
        }
    }
    return value;
}

result<decimal> try_parse_decimal(std::string_view text)
{
    if (auto const number = parse_short(text)) {
        return *number;
    }
    scan s;
    if (text.size() > longest_number) {
        return error{error_code::limit_exceeded,
                     "a number of " + std::to_string(text.size()) + " bytes",
                     "a number of at most 1024 bytes"};
    }
    if (!scan_number(text, s)) {
        return error{error_code::bad_value, '\'' + std::string{text} + '\'',
                     "a decimal number, such as 1000000000 or 12.5"};
    }
    int exponent = 0;
    auto digits = significant_digits(s, exponent);
    if (digits.empty()) {
        return decimal{};
    }
    if (s.negative) {
        digits.insert(0, 1, '-');
    }
    std::int64_t value = 0;
    auto const fits =
        std::from_chars(digits.data(), digits.data() + digits.size(), value).ec == std::errc{};
    if (!fits || std::abs(exponent) > most_exponent_read) {
        return out_of_range(text);
    }
    auto const read = decimal{value, exponent};
    return std::isfinite(read.to_double()) ? result<decimal>{read} : out_of_range(text);
}

decimal parse_decimal(std::string_view text)
{
    return try_parse_decimal(text).value();
}

std::string to_string(decimal value)
{
    auto digits = std::to_string(value.digits());
    auto const sign = value.digits() < 0 ? std::string{"-"} : std::string{};
    digits.erase(0, sign.size());
    if (value.exponent() >= 0) {
        return sign + digits + std::string(static_cast<std::size_t>(value.exponent()), '0');
    }
    auto const fraction = static_cast<std::size_t>(-value.exponent());
    if (digits.size() <= fraction) {
        digits.insert(0, fraction + 1 - digits.size(), '0');
    }
    digits.insert(digits.size() - fraction, 1, '.');
    return sign + digits;
}

decimal shortest_decimal(double value)
{
    std::array<char, 32> text{};
    auto const end =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::scientific)
            .ptr;
    // to_chars writes 5e+00: the grammar of try_parse_decimal takes the sign of an exponent.
    return parse_decimal({text.data(), static_cast<std::size_t>(end - text.data())});
}

} // namespace capgraph::inline v0

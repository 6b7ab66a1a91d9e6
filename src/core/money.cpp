// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/core/money.hpp>

#include <algorithm>
#include <array>

namespace capgraph::inline v0 {

namespace {

// ISO 4217:2015, list one, as amended up to number 179 (2025), and what it dropped since 2020:
// codes by the number of their decimals. Metals and the codes for testing have none and are left
// out.
constexpr std::string_view without_decimals =
    "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF XXX";
constexpr std::string_view with_two =
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN "
    "BZD CAD CDF CHE CHF CHW CNY COP COU CRC CUC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP "
    "GBP GEL GHS GIP GMD GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT "
    "LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO "
    "NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS "
    "SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD "
    "XCD XCG YER ZAR ZMW ZWG ZWL";
constexpr std::string_view with_three = "BHD IQD JOD KWD LYD OMR TND";
constexpr std::string_view with_four = "CLF UYW";

constexpr std::size_t num_letters = 26;
constexpr std::int8_t no_currency = -1;

/// The place of a code among all of three capital letters; behind them for what is none.
constexpr std::size_t place_of(std::string_view code) noexcept
{
    constexpr auto nowhere = num_letters * num_letters * num_letters;
    std::size_t place = 0;
    for (auto const c : code) {
        if (code.size() != 3 || c < 'A' || c > 'Z') {
            return nowhere;
        }
        place = num_letters * place + static_cast<std::size_t>(c - 'A');
    }
    return code.empty() ? nowhere : place;
}

/// The number of decimals by the place of the code.
constexpr auto exponents = [] {
    std::array<std::int8_t, num_letters * num_letters * num_letters + 1> table{};
    table.fill(no_currency);
    auto const put = [&](std::string_view codes, std::int8_t exponent) {
        for (std::size_t i = 0; i + 3 <= codes.size(); i += 4) {
            table[place_of(codes.substr(i, 3))] = exponent;
        }
    };
    put(without_decimals, 0);
    put(with_two, 2);
    put(with_three, 3);
    put(with_four, 4);
    return table;
}();

std::int64_t power_of_ten(int power) noexcept
{
    std::int64_t value = 1;
    for (; power != 0; --power) {
        value *= 10;
    }
    return value;
}

void require_same(money a, money b)
{
    if (a.unit() != b.unit()) {
        throw error{error_code::currency_mismatch,
                    std::string{a.unit().code()} + " and " + std::string{b.unit().code()},
                    "sums in one currency, or a rate between the two"};
    }
}

error too_large(char const* operation)
{
    return {error_code::overflow, std::string{"a "} + operation + " beyond 64 bits of minor units",
            "a sum that fits"};
}

} // namespace

currency::currency(std::string_view code)
{
    auto const exponent = exponents[place_of(code)];
    if (exponent == no_currency) {
        throw error{error_code::bad_value, '\'' + std::string{code} + '\'',
                    "a currency code of ISO 4217, such as CNY"};
    }
    std::copy(code.begin(), code.end(), code_.begin());
    exponent_ = exponent;
}

money operator+(money a, money b)
{
    require_same(a, b);
    std::int64_t sum = 0;
    if (__builtin_add_overflow(a.minor_units(), b.minor_units(), &sum)) {
        throw too_large("sum");
    }
    return {sum, a.unit()};
}

money operator-(money a, money b)
{
    require_same(a, b);
    std::int64_t difference = 0;
    if (__builtin_sub_overflow(a.minor_units(), b.minor_units(), &difference)) {
        throw too_large("difference");
    }
    return {difference, a.unit()};
}

bool is_less(money a, money b)
{
    require_same(a, b);
    return a.minor_units() < b.minor_units();
}

double ratio(money numerator, money denominator)
{
    require_same(numerator, denominator);
    // Each fits the 64-bit mantissa of a long double, so only the division and the last step round.
    return static_cast<double>(static_cast<long double>(numerator.minor_units())
                               / static_cast<long double>(denominator.minor_units()));
}

result<money> try_make_money(decimal value, currency unit)
{
    auto const power = value.exponent() + unit.exponent();
    std::int64_t minor = 0;
    // A reduced decimal is a whole number only at exponents from 0; beyond ten to the 18 none fits.
    auto const fits = value == decimal{}
                      || (power >= 0 && power <= 18
                          && !__builtin_mul_overflow(value.digits(), power_of_ten(power), &minor));
    if (!fits) {
        return error{error_code::number_out_of_range, to_string(value),
                     "a whole number of the minor units of " + std::string{unit.code()}
                         + " that fits 64 bits"};
    }
    return money{minor, unit};
}

money make_money(std::string_view text, std::string_view code)
{
    return try_make_money(parse_decimal(text), currency{code}).value();
}

decimal major_units(money value)
{
    return decimal{value.minor_units(), -value.unit().exponent()};
}

std::string to_string(money value)
{
    return std::string{value.unit().code()} + ' ' + to_string(major_units(value));
}

} // namespace capgraph::inline v0

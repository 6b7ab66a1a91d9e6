// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/core/decimal.hpp>

#include "core/thrown.hpp"
#include "support/catch2.hpp"
#include "support/effort.hpp"

#include <boost/multiprecision/cpp_int.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <clocale>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <locale>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

using namespace capgraph;
using namespace std::string_literals;
using namespace std::string_view_literals;
using boost::multiprecision::cpp_int;
using boost::multiprecision::cpp_rational;

namespace {

constexpr auto largest = std::numeric_limits<std::int64_t>::max();
constexpr auto smallest = std::numeric_limits<std::int64_t>::min();
constexpr auto infinity = std::numeric_limits<double>::infinity();

/// The code of the error that reading `text` gives, if it gives one.
std::optional<error_code> refusal(std::string_view text)
{
    auto const read = try_parse_decimal(text);
    return read ? std::nullopt : std::optional{read.error().code()};
}

cpp_rational power_of_ten(int exponent)
{
    // Spelt out: auto would keep a reference to the base.
    cpp_int const power =
        boost::multiprecision::pow(cpp_int{10}, static_cast<unsigned>(std::abs(exponent)));
    return exponent < 0 ? cpp_rational{cpp_int{1}, power} : cpp_rational{power};
}

cpp_rational exact(decimal value)
{
    return cpp_rational{cpp_int{value.digits()}} * power_of_ten(value.exponent());
}

/// Whether `text` is a number of RFC 8259, section 6, by the automaton of its grammar.
bool is_json_number(std::string_view text)
{
    // From each state, where each kind of letter leads; a dot leads nowhere.
    constexpr auto kinds = "-+019.eE"sv;
    constexpr std::array<std::string_view, 9> moves{
        "1.233...", // 0: before all
        "..233...", // 1: after the sign
        ".....466", // 2: after a zero in front
        "..333466", // 3: in the whole part
        "..555...", // 4: after the point
        "..555.66", // 5: in the fraction
        "77888...", // 6: after the e
        "..888...", // 7: after the sign of the exponent
        "..888...", // 8: in the exponent
    };
    std::size_t state = 0;
    for (auto const letter : text) {
        auto const kind = kinds.find(letter);
        if (kind == std::string_view::npos || moves[state][kind] == '.') {
            return false;
        }
        state = static_cast<std::size_t>(moves[state][kind] - '0');
    }
    return state == 2 || state == 3 || state == 5 || state == 8;
}

/// A number by the grammar, in parts, so that its value is known without reading it.
struct number {
    std::string text;
    cpp_rational value;
};

std::string random_digits(std::mt19937_64& random, std::size_t count)
{
    std::string digits;
    while (digits.size() < count) {
        digits += static_cast<char>('0' + random() % 10);
    }
    return digits;
}

/// At most 18 digits, zeros at either end more often than chance has it.
number random_number(std::mt19937_64& random, int most_exponent)
{
    auto whole = random_digits(random, random() % 8);
    whole.erase(0, whole.find_first_not_of('0'));
    if (random() % 4 == 0) {
        whole += "000";
    }
    if (whole.empty() || whole.front() == '0') {
        whole = "0";
    }
    auto fraction = random_digits(random, random() % 6);
    if (random() % 4 == 0) {
        fraction.insert(0, "000");
    }
    auto const span = static_cast<unsigned>(2 * most_exponent + 1);
    auto const exponent = static_cast<int>(random() % span) - most_exponent;
    auto const negative = random() % 2 == 0;
    auto const letter = random() % 2 == 0 ? 'e' : 'E';
    auto const sign = exponent > 0 && random() % 2 == 0 ? "+" : "";

    number made;
    made.text = (negative ? "-" : "") + whole + (fraction.empty() ? "" : '.' + fraction) + letter
                + sign + std::to_string(exponent);
    // cpp_int takes a leading zero for octal.
    auto all = whole + fraction;
    all.erase(0, std::min(all.find_first_not_of('0'), all.size() - 1));
    made.value =
        cpp_rational{cpp_int{all}} * power_of_ten(exponent - static_cast<int>(fraction.size()));
    made.value = negative ? cpp_rational{-made.value} : made.value;
    return made;
}

/// A decimal whose digits are of any length.
decimal random_decimal(std::mt19937_64& random)
{
    auto const digits = static_cast<std::int64_t>(random()) >> (random() % 64);
    return decimal{digits, static_cast<int>(random() % 61) - 30};
}

} // namespace

TEST_CASE("try_parse_decimal: what the grammar of JSON refuses is a bad value", "[core][decimal]")
{
    for (auto const text : {""sv,
                            "-"sv,
                            "+1"sv,
                            "--1"sv,
                            "01"sv,
                            "-01"sv,
                            "00"sv,
                            "1."sv,
                            ".5"sv,
                            "-.5"sv,
                            "1e"sv,
                            "1e+"sv,
                            "1e-"sv,
                            "1e1.5"sv,
                            "e5"sv,
                            " 1"sv,
                            "1 "sv,
                            "1\n"sv,
                            "1\0"sv,
                            "\0"sv,
                            "NaN"sv,
                            "nan"sv,
                            "inf"sv,
                            "Infinity"sv,
                            "0x1"sv,
                            "0x1p3"sv,
                            "1_000"sv,
                            "1,000"sv,
                            "1'000"sv,
                            "1.2.3"sv,
                            "1e5e5"sv,
                            "1-2"sv,
                            "- 1"sv,
                            "1f"sv,
                            "true"sv,
                            "１"sv,
                            "−1"sv,
                            "1\xff"sv,
                            "12 5"sv,
                            "5%"sv,
                            "1e--1"sv,
                            "1e-+1"sv,
                            "1e+-1"sv,
                            "\xEF\xBB\xBF"
                            "1"sv}) {
        CAPTURE(text);
        CHECK(refusal(text) == error_code::bad_value);
    }
}

TEST_CASE("try_parse_decimal: takes exactly the short texts that the grammar takes",
          "[core][decimal][oracle]")
{
    constexpr auto letters = "019+-.eE "sv;
    std::vector<std::string> texts{""};
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        auto const text = texts[i];
        auto const is_number = refusal(text) != error_code::bad_value;
        if (is_number != is_json_number(text)) {
            ++wrong;
            UNSCOPED_INFO('\'' << text << '\'');
        }
        if (text.size() < 4) {
            for (auto const letter : letters) {
                texts.push_back(text + letter);
            }
        }
    }
    CHECK(texts.size() == 1 + 9 + 81 + 729 + 6561);
    CHECK(wrong == 0);
}

TEST_CASE("try_parse_decimal: numbers read as written", "[core][decimal]")
{
    CHECK(parse_decimal("0") == decimal{});
    CHECK(parse_decimal("1") == decimal{1});
    CHECK(parse_decimal("-1") == decimal{-1});
    CHECK(parse_decimal("12.50") == decimal{125, -1});
    CHECK(parse_decimal("-12.50") == decimal{-125, -1});
    CHECK(parse_decimal("0.1744") == decimal{1744, -4});
    CHECK(parse_decimal("1e9") == decimal{1, 9});
    CHECK(parse_decimal("1E+9") == decimal{1, 9});
    CHECK(parse_decimal("1e-0000000000000000000000000009") == decimal{1, -9});
    CHECK(parse_decimal("100000000000000000000000000000000e-32") == decimal{1});
    CHECK(parse_decimal("0.00000000000000000000000000000001e32") == decimal{1});
    CHECK(parse_decimal("70000000000.00") == decimal{7, 10});
}

TEST_CASE("try_parse_decimal: every spelling of zero is zero", "[core][decimal]")
{
    for (auto const text : {"0", "-0", "0.0", "-0.00", "0e5", "0e-5", "0e400", "0e99999999999",
                            "-0.0E-99999999999"}) {
        CAPTURE(text);
        CHECK(parse_decimal(text) == decimal{});
    }
}

TEST_CASE("try_parse_decimal: agrees with rational arithmetic on random numbers",
          "[core][decimal][oracle]")
{
    auto const seed = GENERATE(range(0u, 4u));
    CAPTURE(seed);
    std::mt19937_64 random{seed};
    for (int i = 0; i < 250 * test::effort(); ++i) {
        auto const written = random_number(random, 40);
        CAPTURE(written.text);
        auto const read = parse_decimal(written.text);
        REQUIRE(exact(read) == written.value);
        REQUIRE((read.digits() % 10 != 0 || read == decimal{}));
    }
}

TEST_CASE("try_parse_decimal: significant digits beyond 64 bits are out of range",
          "[core][decimal]")
{
    CHECK(parse_decimal("999999999999999999") == decimal{999'999'999'999'999'999});
    CHECK(parse_decimal("9223372036854775807") == decimal{largest});
    CHECK(parse_decimal("-9223372036854775808") == decimal{smallest});
    CHECK(parse_decimal("922337203685477.5807") == decimal{largest, -4});

    for (auto const text : {"9223372036854775808", "-9223372036854775809", "92233720368547758.08",
                            "9999999999999999999", "12345678901234567891", "0.12345678901234567891",
                            "100000000000000000001", "1.0000000000000000000000000000001"}) {
        CAPTURE(text);
        CHECK(refusal(text) == error_code::number_out_of_range);
    }
}

TEST_CASE("try_parse_decimal: what no double can hold is out of range", "[core][decimal]")
{
    CHECK(parse_decimal("1e308") == decimal{1, 308});
    // The largest double is 1.79769313486231570814...e308; half an ulp more reads as infinite.
    CHECK(parse_decimal("1.7976931348623158e308").to_double()
          == std::numeric_limits<double>::max());
    CHECK(parse_decimal("5e-324").to_double() == std::numeric_limits<double>::denorm_min());
    CHECK(parse_decimal("1e-400").to_double() == 0.0);

    for (auto const text :
         {"1e400", "-1e400", "1e309", "1.7976931348623159e308", "-17976931348623159e292", "1e401",
          "1e-401", "1.5e-400", "1e99999999999", "1e-99999999999", "1e2147483647", "10e2147483647",
          "1.5e-2147483647", "0.1e-2147483648", "1e4294967296", "1e18446744073709551616",
          "100e1424", "1.5e-1424"}) {
        CAPTURE(text);
        CHECK(refusal(text) == error_code::number_out_of_range);
    }
}

TEST_CASE("try_parse_decimal: the point counts for the range and not the exponent alone",
          "[core][decimal]")
{
    auto const zeros = std::string(500, '0');
    CHECK(parse_decimal("0." + zeros + "1e501") == decimal{1});
    CHECK(parse_decimal("1" + zeros + "e-500") == decimal{1});
    CHECK(refusal("0." + zeros + "1e-0") == error_code::number_out_of_range);
    CHECK(refusal("1" + zeros) == error_code::number_out_of_range);
    CHECK(refusal("1" + zeros + "e99999999999") == error_code::number_out_of_range);
    CHECK(refusal("0." + zeros + "1e-99999999999") == error_code::number_out_of_range);
    // The exponent that is farthest out, and a point that works against it as far as a text can.
    CHECK(refusal("0." + std::string(1008, '0') + "1e999999999")
          == error_code::number_out_of_range);
    CHECK(refusal("1" + std::string(1010, '0') + "e-999999999") == error_code::number_out_of_range);
}

TEST_CASE("try_parse_decimal: a text beyond 1024 bytes exceeds the limit", "[core][decimal]")
{
    auto const zeros = std::string(1022, '0');
    CHECK(parse_decimal("0." + zeros) == decimal{});
    CHECK(refusal("0." + zeros + '0') == error_code::limit_exceeded);
    CHECK(refusal(std::string(1025, '9')) == error_code::limit_exceeded);
    CHECK(refusal(std::string(1'000'000, '9')) == error_code::limit_exceeded);
    CHECK(try_parse_decimal(std::string(1'000'000, '9')).error().found().size() < 100);
}

TEST_CASE("parse_decimal: throws the error that its twin returns", "[core][decimal]")
{
    CHECK(test::code_thrown_by([] { return parse_decimal("1."); }) == error_code::bad_value);
    CHECK(test::code_thrown_by([] { return parse_decimal("1e400"); })
          == error_code::number_out_of_range);
    CHECK(try_parse_decimal("1.").error().found() == "'1.'");
}

TEST_CASE("decimal: equal numbers are equal however they are given", "[core][decimal]")
{
    CHECK(decimal{1200, -2} == decimal{12});
    CHECK(decimal{-1'000'000'000'000'000'000} == decimal{-1, 18});
    CHECK(decimal{0, 17} == decimal{});
    CHECK(decimal{10, -1} == decimal{1});
    CHECK_FALSE(decimal{1} == decimal{-1});
    CHECK_FALSE(decimal{1} == decimal{1, 1});
    CHECK(decimal{1200, -2}.digits() == 12);
    CHECK(decimal{1200, -2}.exponent() == 0);
    CHECK(decimal{0, -5}.exponent() == 0);
}

TEST_CASE("decimal: the most negative digits are held", "[core][decimal]")
{
    CHECK(decimal{smallest}.digits() == smallest);
    CHECK(to_string(decimal{smallest}) == "-9223372036854775808");
    CHECK(to_string(decimal{smallest, -19}) == "-0.9223372036854775808");
    CHECK(decimal{smallest}.to_double() == -9223372036854775808.0);
}

TEST_CASE("decimal: an exponent beyond 1000 once reduced is out of range", "[core][decimal]")
{
    constexpr auto most = std::numeric_limits<int>::max();
    constexpr auto least = std::numeric_limits<int>::min();
    CHECK(decimal{1, 1000}.exponent() == 1000);
    CHECK(decimal{1, -1000}.exponent() == -1000);
    CHECK(decimal{100, -1002}.exponent() == -1000);
    CHECK(decimal{0, most} == decimal{});
    CHECK(decimal{0, least} == decimal{});

    auto const refused = [](std::int64_t digits, int exponent) {
        return test::code_thrown_by([=] {
                   return decimal{digits, exponent};
               })
               == error_code::number_out_of_range;
    };
    CHECK(refused(1, 1001));
    CHECK(refused(10, 1000));
    CHECK(refused(1, -1001));
    CHECK(refused(1'000'000'000'000'000'000, most));
    CHECK(refused(smallest, least));
}

TEST_CASE("decimal::scaled: moves the exponent and nothing else", "[core][decimal]")
{
    constexpr auto most = std::numeric_limits<int>::max();
    constexpr auto least = std::numeric_limits<int>::min();
    CHECK(decimal{15, -1}.scaled(2) == decimal{150});
    CHECK(decimal{15, -1}.scaled(0) == decimal{15, -1});
    CHECK(decimal{7, 1000}.scaled(-2000) == decimal{7, -1000});
    CHECK(decimal{}.scaled(most) == decimal{});
    CHECK(decimal{}.scaled(least) == decimal{});

    auto const refused = [](decimal value, int power) {
        return test::code_thrown_by([=] { return value.scaled(power); })
               == error_code::number_out_of_range;
    };
    CHECK(refused(decimal{7, 1000}, 1));
    CHECK(refused(decimal{7, 1000}, most));
    CHECK(refused(decimal{7, -1000}, -1));
    CHECK(refused(decimal{7, -1000}, least));
    CHECK(refused(decimal{7, -1000}, most));
}

TEST_CASE("decimal::to_integer: whole numbers up to the ends of 64 bits", "[core][decimal]")
{
    CHECK(decimal{}.to_integer().value() == 0);
    CHECK(decimal{12, 3}.to_integer().value() == 12'000);
    CHECK(decimal{largest}.to_integer().value() == largest);
    CHECK(decimal{smallest}.to_integer().value() == smallest);
    CHECK(decimal{922'337'203'685'477'580, 1}.to_integer().value() == 9'223'372'036'854'775'800);
    CHECK(decimal{-922'337'203'685'477'580, 1}.to_integer().value() == -9'223'372'036'854'775'800);
    CHECK(decimal{9, 18}.to_integer().value() == 9'000'000'000'000'000'000);
}

TEST_CASE("decimal::to_integer: a fraction or a number beyond 64 bits is out of range",
          "[core][decimal]")
{
    for (auto const value :
         {decimal{5, -1}, decimal{-1, -1000}, decimal{922'337'203'685'477'581, 1},
          decimal{-922'337'203'685'477'581, 1}, decimal{1, 19}, decimal{-1, 19}, decimal{93, 17},
          decimal{largest, 1}, decimal{smallest, 1}, decimal{1, 1000}, decimal{largest, -1}}) {
        CAPTURE(to_string(value));
        auto const integer = value.to_integer();
        REQUIRE(integer.has_error());
        CHECK(integer.error().code() == error_code::number_out_of_range);
        CHECK(integer.error().found() == to_string(value));
    }
}

TEST_CASE("decimal::to_integer: agrees with rational arithmetic on random decimals",
          "[core][decimal][oracle]")
{
    auto const seed = GENERATE(range(0u, 4u));
    CAPTURE(seed);
    std::mt19937_64 random{seed};
    for (int i = 0; i < 250 * test::effort(); ++i) {
        auto const value = random_decimal(random);
        CAPTURE(value.digits(), value.exponent());
        auto const expected = exact(value);
        auto const fits = denominator(expected) == 1 && expected >= smallest && expected <= largest;
        auto const integer = value.to_integer();
        REQUIRE(integer.has_value() == fits);
        REQUIRE((!fits || cpp_rational{*integer} == expected));
    }
}

TEST_CASE("decimal::to_double: ties go to even", "[core][decimal]")
{
    // Beyond 2^53 doubles are even.
    CHECK(decimal{9'007'199'254'740'993}.to_double() == 9007199254740992.0);
    CHECK(decimal{9'007'199'254'740'995}.to_double() == 9007199254740996.0);
    CHECK(parse_decimal("9007199254740993.001").to_double() == 9007199254740994.0);
    // Half of the smallest double, and a little more.
    CHECK(parse_decimal("24703282292062327e-340").to_double() == 0.0);
    CHECK(parse_decimal("24703282292062328e-340").to_double()
          == std::numeric_limits<double>::denorm_min());
}

TEST_CASE("decimal::to_double: beyond the range of doubles it is infinite or zero",
          "[core][decimal]")
{
    CHECK(decimal{1, 1000}.to_double() == infinity);
    CHECK(decimal{-1, 1000}.to_double() == -infinity);
    CHECK(decimal{largest, 291}.to_double() == infinity);
    CHECK(decimal{1, -1000}.to_double() == 0.0);
    CHECK(decimal{-1, -1000}.to_double() == 0.0);
}

TEST_CASE("decimal::to_double: rounds as the C library does on random decimals",
          "[core][decimal][oracle]")
{
    auto const seed = GENERATE(range(0u, 4u));
    CAPTURE(seed);
    std::mt19937_64 random{seed};
    for (int i = 0; i < 1000 * test::effort(); ++i) {
        auto const digits = static_cast<std::int64_t>(random()) >> (random() % 64);
        auto const exponent = static_cast<int>(random() % 701) - 360;
        CAPTURE(digits, exponent);
        auto const text = std::to_string(digits) + 'e' + std::to_string(exponent);
        // Tests run in the locale "C".
        REQUIRE((decimal{digits, exponent}.to_double() == std::strtod(text.c_str(), nullptr)));
    }
}

TEST_CASE("decimal::to_double: figures of two decimals near 1e14 are not an ulp off",
          "[core][decimal][oracle]")
{
    std::mt19937_64 random{7};
    for (int i = 0; i < 1000 * test::effort(); ++i) {
        auto const whole = std::to_string(100'000'000'000'000 + random() % 1'000'000'000'000);
        auto const text = whole + '.' + random_digits(random, 2);
        CAPTURE(text);
        REQUIRE((parse_decimal(text).to_double() == std::strtod(text.c_str(), nullptr)));
    }
}

TEST_CASE("to_string: writes a decimal without an exponent", "[core][decimal]")
{
    CHECK(to_string(decimal{}) == "0");
    CHECK(to_string(decimal{-1}) == "-1");
    CHECK(to_string(decimal{1, 9}) == "1000000000");
    CHECK(to_string(decimal{1744, -4}) == "0.1744");
    CHECK(to_string(decimal{-1744, -4}) == "-0.1744");
    CHECK(to_string(decimal{1744, -3}) == "1.744");
    CHECK(to_string(decimal{5, -3}) == "0.005");
    CHECK(to_string(decimal{-125, -1}) == "-12.5");
    CHECK(to_string(decimal{1, 1000}).size() == 1001);
    CHECK(to_string(decimal{1, -1000}).size() == 1002);
}

TEST_CASE("to_string: a decimal reads back equal", "[core][decimal][property]")
{
    auto const seed = GENERATE(range(0u, 4u));
    CAPTURE(seed);
    std::mt19937_64 random{seed};
    for (int i = 0; i < 1000 * test::effort(); ++i) {
        auto const value = random_decimal(random);
        auto const text = to_string(value);
        CAPTURE(text);
        REQUIRE(parse_decimal(text) == value);
        REQUIRE(text.find_first_of("eE") == std::string::npos);
    }
}

TEST_CASE("shortest_decimal: the digits are the shortest that read back", "[core][decimal]")
{
    CHECK(shortest_decimal(0.0) == decimal{});
    CHECK(shortest_decimal(-0.0) == decimal{});
    CHECK(shortest_decimal(0.1) == decimal{1, -1});
    CHECK(shortest_decimal(-2.5) == decimal{-25, -1});
    CHECK(shortest_decimal(1e23) == decimal{1, 23});
    CHECK(shortest_decimal(1.0 / 3.0) == decimal{3'333'333'333'333'333, -16});
    CHECK(shortest_decimal(0.1 + 0.2) == decimal{30'000'000'000'000'004, -17});
    CHECK(shortest_decimal(5e-324) == decimal{5, -324});
    CHECK(shortest_decimal(std::numeric_limits<double>::min())
          == decimal{22'250'738'585'072'014, -324});
    CHECK(shortest_decimal(std::numeric_limits<double>::max())
          == decimal{17'976'931'348'623'157, 292});
    CHECK(shortest_decimal(-std::numeric_limits<double>::max())
          == decimal{-17'976'931'348'623'157, 292});
}

TEST_CASE("shortest_decimal: any finite double reads back from it", "[core][decimal][property]")
{
    auto const seed = GENERATE(range(0u, 4u));
    CAPTURE(seed);
    std::mt19937_64 random{seed};
    for (int i = 0; i < 1000 * test::effort(); ++i) {
        auto bits = random();
        if (i % 8 == 0) {
            bits &= 0x800f'ffff'ffff'ffffU; // a denormal number
        }
        auto const value = std::bit_cast<double>(bits);
        if (!std::isfinite(value)) {
            continue;
        }
        CAPTURE(value);
        auto const shortest = shortest_decimal(value);
        REQUIRE((shortest.to_double() == value));
        REQUIRE(parse_decimal(to_string(shortest)) == shortest);
        REQUIRE(std::to_string(std::abs(shortest.digits())).size() <= 17);
    }
}

TEST_CASE("shortest_decimal: what is not finite is a bad value", "[core][decimal]")
{
    for (auto const value : {infinity, -infinity, std::numeric_limits<double>::quiet_NaN()}) {
        CAPTURE(value);
        CHECK(test::code_thrown_by([=] { return shortest_decimal(value); })
              == error_code::bad_value);
    }
}

namespace {

struct decimal_comma : std::numpunct<char> {
    char do_decimal_point() const override { return ','; }
    char do_thousands_sep() const override { return '.'; }
    std::string do_grouping() const override { return "\3"; }
};

/// Makes the program's locale write 1.234,5 as far as this machine has such a locale.
class comma_locale {
public:
    comma_locale()
        : before_{std::locale::global(std::locale{std::locale::classic(), new decimal_comma})}
    {
        for (auto const* const name :
             {"de_DE.UTF-8", "fr_FR.UTF-8", "ru_RU.UTF-8", "nl_NL.UTF-8"}) {
            if (std::setlocale(LC_ALL, name) != nullptr) {
                return;
            }
        }
    }
    comma_locale(comma_locale const&) = delete;
    comma_locale& operator=(comma_locale const&) = delete;
    ~comma_locale()
    {
        std::locale::global(before_);
        std::setlocale(LC_ALL, "C");
    }

private:
    std::locale before_;
};

} // namespace

TEST_CASE("decimal: the locale of the program changes nothing", "[core][decimal]")
{
    comma_locale const here;
    CHECK(parse_decimal("1234.5") == decimal{12345, -1});
    CHECK(refusal("1234,5") == error_code::bad_value);
    CHECK(to_string(decimal{12'345'678, -1}) == "1234567.8");
    CHECK(decimal{12345, -1}.to_double() == 1234.5);
    CHECK(shortest_decimal(1234.5) == decimal{12345, -1});
}

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "figures.hpp"

#include "listed.hpp"

#include <capgraph/core/decimal.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <vector>

namespace capgraph::cli {

namespace {

/// `1234567.5` as `1,234,567.5`.
std::string grouped(std::string digits)
{
    auto const sign = digits.starts_with('-') ? std::size_t{1} : 0;
    auto end = std::min(digits.find('.'), digits.size());
    for (; end > sign + 3; end -= 3) {
        digits.insert(end - 3, 1, ',');
    }
    return digits;
}

/// Whether a person would write `value` out: at least one, and no more than three decimals.
bool is_handy(decimal value)
{
    auto const digits = std::to_string(value.digits());
    auto const whole =
        static_cast<int>(digits.size()) - (value.digits() < 0 ? 1 : 0) + value.exponent();
    return value.digits() != 0 && whole >= 1 && value.exponent() >= -3;
}

std::string short_text(decimal value)
{
    struct scale {
        int power;
        char const* name;
    };
    constexpr std::array scales{scale{12, "tn"}, scale{9, "bn"}, scale{6, "m"}};
    for (auto const& s : scales) {
        if (auto const scaled = value.scaled(-s.power); is_handy(scaled)) {
            return grouped(to_string(scaled)) + s.name;
        }
    }
    return grouped(to_string(value));
}

std::string_view hedge_word(qualifier said)
{
    switch (said) {
    case qualifier::exactly:
        return "exactly ";
    case qualifier::about:
        return "about ";
    case qualifier::over:
        return "over ";
    case qualifier::at_least:
        return "at least ";
    case qualifier::up_to:
        return "up to ";
    case qualifier::plain:
    case qualifier::between:
    case qualifier::undisclosed:
        break;
    }
    return "";
}

std::string without_word(stated<money> const& value)
{
    if (!value.is_disclosed()) {
        return "undisclosed";
    }
    auto const low = money_text(value.low());
    return value.said() == qualifier::between ? low + " to " + money_text(value.high()) : low;
}

/// A percentage of so many tenths of a percent.
std::string tenths_text(std::int64_t tenths)
{
    auto text = std::to_string(tenths / 10);
    if (tenths % 10 != 0) {
        text += '.' + std::to_string(tenths % 10);
    }
    return text;
}

/// Forgives a double its last bits: 14.3 % is 143 tenths, not a little more.
constexpr double rounding = 1e-9;

std::string range_text(share lower, share upper)
{
    auto const from = static_cast<std::int64_t>(std::floor(1000.0 * lower.fraction() + rounding));
    auto const to = static_cast<std::int64_t>(std::ceil(1000.0 * upper.fraction() - rounding));
    return tenths_text(from) + "\xE2\x80\x93" + tenths_text(to) + " %"; // U+2013
}

} // namespace

std::string exact_text(money value)
{
    return to_string(major_units(value));
}

std::string count_text(std::uint64_t count)
{
    return grouped(std::to_string(count));
}

std::string count_text(std::uint64_t count, std::string_view singular, std::string_view plural)
{
    return count_text(count) + ' ' + std::string{count == 1 ? singular : plural};
}

std::string score_text(double score, bool is_whole)
{
    std::array<char, 400> buffer{}; // the largest double has 309 digits
    auto const end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), score,
                                   std::chars_format::fixed, is_whole ? 0 : 4)
                         .ptr;
    return {buffer.data(), end};
}

std::string money_text(money value)
{
    return std::string{value.unit().code()} + ' ' + short_text(major_units(value));
}

std::string money_text(stated<money> const& value)
{
    return std::string{hedge_word(value.said())} + without_word(value);
}

std::string amount_text(amount const& value)
{
    if (!value.is_disclosed()) {
        return "undisclosed";
    }
    std::string out;
    std::vector<currency> told;
    auto last_word = qualifier::plain;
    for (auto const& rendering : value.renderings()) {
        auto const unit = rendering.low().unit();
        if (std::find(told.begin(), told.end(), unit) != told.end()) {
            continue;
        }
        told.push_back(unit);
        append_listed(
            out, rendering.said() == last_word ? without_word(rendering) : money_text(rendering),
            " / ");
        last_word = rendering.said();
    }
    return out;
}

std::string percent_text(share value)
{
    auto const tenths = std::llround(1000.0 * value.fraction());
    if (tenths == 0 && value.fraction() > 0.0) {
        return "<0.1 %";
    }
    if (tenths == 1000 && value.fraction() < 1.0) {
        return ">99.9 %";
    }
    return tenths_text(tenths) + " %";
}

std::string percent_text(bounded<share> const& value)
{
    auto const meet = value.lower == value.upper;
    auto const says_nothing = value.lower == share{} && value.upper == share{1.0};
    auto text = std::string{value.hedged && !says_nothing ? "about " : ""}
                + (meet ? percent_text(value.lower) : range_text(value.lower, value.upper));
    if (!meet && value.best) {
        text += value.convention == "equal_split" ? " (split " : " (";
        text += percent_text(*value.best) + ')';
    }
    return text;
}

void add_amount(json_object& to, std::string_view prefix, amount const* value)
{
    json_value text;
    json_value unit;
    json_value lower;
    json_value upper;
    json_value hedge;
    if (value != nullptr) {
        text = amount_text(*value);
        hedge = to_string(value->hedge());
    }
    if (value != nullptr && value->is_disclosed()) {
        auto const own = value->renderings().front().low().unit();
        auto const bounds = bounds_of(*value, own);
        unit = own.code();
        lower = exact_text(bounds->lower);
        upper = bounds->upper ? json_value{exact_text(*bounds->upper)} : json_value{};
    }
    auto const add = [&](char const* suffix, json_value member) {
        to.push_back({std::string{prefix} + suffix, std::move(member)});
    };
    add("_text", std::move(text));
    add("_currency", std::move(unit));
    add("_lower", std::move(lower));
    add("_upper", std::move(upper));
    add("_hedge", std::move(hedge));
}

void add_bounded(json_object& to, std::string_view prefix, bounded<share> const* value)
{
    auto const add = [&](char const* suffix, auto const& member_of) {
        to.push_back({std::string{prefix} + suffix,
                      value != nullptr ? json_value{member_of(*value)} : json_value{}});
    };
    using figure = bounded<share>;
    add("_lower", [](figure const& v) { return v.lower.fraction(); });
    add("_upper", [](figure const& v) { return v.upper.fraction(); });
    add("_coverage", [](figure const& v) { return v.coverage.fraction(); });
    add("_hedged", [](figure const& v) { return v.hedged; });
    add("_best",
        [](figure const& v) { return v.best ? std::optional{v.best->fraction()} : std::nullopt; });
    add("_convention",
        [](figure const& v) { return v.best ? std::optional{v.convention} : std::nullopt; });
}

} // namespace capgraph::cli

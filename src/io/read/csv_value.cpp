// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "csv_value.hpp"

#include "country_codes.hpp"
#include "nearest.hpp"

#include <capgraph/core/decimal.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <optional>
#include <vector>

namespace capgraph::inline v0::detail {

namespace {

std::string quoted(std::string_view text)
{
    return '\'' + std::string{text} + '\'';
}

char lower(char c) noexcept
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool are_same_letters(char a, char b) noexcept
{
    return lower(a) == lower(b);
}

bool is_same_word(std::string_view a, std::string_view b) noexcept
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), are_same_letters);
}

bool are_digits(std::string_view text) noexcept
{
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// Dates.

error no_date(std::string_view text, csv_date_order order)
{
    switch (order) {
    case csv_date_order::month_day_year:
        return {error_code::bad_value, quoted(text), "a date: 2026, 5/2026 or 5/28/2026"};
    case csv_date_order::day_month_year:
        return {error_code::bad_value, quoted(text), "a date: 2026, 5/2026 or 28/5/2026"};
    default:
        return {error_code::bad_value, quoted(text), "a date: 2026, 2026-05 or 2026-05-28"};
    }
}

/// The numbers of a date, written with one separator between them; empty where it is none.
std::vector<int> numbers_of(std::string_view text)
{
    auto const at = text.find_first_of("/-.");
    auto const separator = at == std::string_view::npos ? '/' : text[at];
    std::vector<int> numbers;
    for (;;) {
        auto const end = text.find(separator);
        auto const part = text.substr(0, end);
        auto const is_last = end == std::string_view::npos;
        if (!are_digits(part) || (is_last ? part.size() != 4 : part.size() > 2)
            || numbers.size() == 3) {
            return {};
        }
        std::from_chars(part.data(), part.data() + part.size(), numbers.emplace_back());
        if (is_last) {
            return numbers;
        }
        text.remove_prefix(end + 1);
    }
}

date make_date(std::vector<int> const& numbers, csv_date_order order)
{
    auto const at = [&](std::size_t i) { return static_cast<unsigned>(numbers[i]); };
    switch (numbers.size()) {
    case 1:
        return date{numbers[0]};
    case 2:
        return {numbers[1], at(0)};
    default:
        return order == csv_date_order::month_day_year ? date{numbers[2], at(0), at(1)}
                                                       : date{numbers[2], at(1), at(0)};
    }
}

// Sums.

error no_sum(std::string_view text, csv_mapping const& mapping)
{
    std::string example = "1000000";
    if (mapping.thousands_separator != '\0') {
        example = std::string{"1"} + mapping.thousands_separator + "000"
                  + mapping.thousands_separator + "000";
    }
    example = "a sum, such as " + example + mapping.decimal_point + "50";
    if (!mapping.hedges.empty()) {
        example += ", or with one of the words of the mapping";
    }
    return {error_code::bad_value, quoted(text), example};
}

/// The digits in groups of three, without what stands between them; null where they are not.
std::optional<std::string> ungrouped(std::string_view text, char separator)
{
    std::string digits;
    for (auto is_first = true;; is_first = false) {
        auto const end = text.find(separator);
        auto const group = text.substr(0, end);
        if (!are_digits(group) || (is_first ? group.size() > 3 : group.size() != 3)) {
            return std::nullopt;
        }
        digits += group;
        if (end == std::string_view::npos) {
            return digits;
        }
        text.remove_prefix(end + 1);
    }
}

money read_figure(std::string_view text, currency unit, csv_mapping const& mapping,
                  std::string_view cell)
{
    auto const point = text.find(mapping.decimal_point);
    auto const whole = text.substr(0, point);
    auto const has_groups = mapping.thousands_separator != '\0'
                            && whole.find(mapping.thousands_separator) != std::string_view::npos;
    auto number = has_groups ? ungrouped(whole, mapping.thousands_separator)
                             : std::optional{std::string{whole}};
    auto const has_foreign_point =
        mapping.decimal_point != '.' && number && number->find('.') != std::string::npos;
    if (!number || has_foreign_point) {
        throw no_sum(cell, mapping);
    }
    if (point != std::string_view::npos) {
        *number += '.';
        *number += text.substr(point + 1);
    }
    auto const value = try_parse_decimal(*number);
    if (!value) {
        throw value.error().code() == error_code::bad_value ? no_sum(cell, mapping) : value.error();
    }
    if (value->digits() < 0) {
        throw error{error_code::bad_value, quoted(cell), "a sum that is not negative"};
    }
    return try_make_money(value->scaled(mapping.power_of_ten), unit).value();
}

struct hedged_text {
    qualifier said = qualifier::plain;
    std::string_view figure;
};

/// `text` without the longest word of the mapping that stands at one end of it.
hedged_text without_hedge(std::string_view text, csv_mapping const& mapping)
{
    hedged_text best{qualifier::plain, text};
    std::size_t longest = 0;
    for (auto const& [word, said] : mapping.hedges) {
        auto const is_one_sided = said != qualifier::between && said != qualifier::undisclosed;
        if (!is_one_sided || word.size() > text.size() || word.size() <= longest) {
            continue;
        }
        auto const rest = text.size() - word.size();
        if (is_same_word(text.substr(0, word.size()), word)) {
            best = {said, trimmed(text.substr(word.size()))};
            longest = word.size();
        } else if (is_same_word(text.substr(rest), word)) {
            best = {said, trimmed(text.substr(0, rest))};
            longest = word.size();
        }
    }
    return best;
}

bool is_undisclosed(std::string_view text, csv_mapping const& mapping)
{
    return std::any_of(mapping.hedges.begin(), mapping.hedges.end(), [&](auto const& hedge) {
        return hedge.means == qualifier::undisclosed && is_same_word(text, hedge.word);
    });
}

/// Both figures around a word that means `between`; null where none stands within `text`.
std::optional<std::array<std::string_view, 2>> around_between(std::string_view text,
                                                              csv_mapping const& mapping)
{
    for (auto const& [word, said] : mapping.hedges) {
        auto const at =
            std::search(text.begin(), text.end(), word.begin(), word.end(), are_same_letters);
        if (said == qualifier::between && at != text.end() && at != text.begin()) {
            auto const first = static_cast<std::size_t>(at - text.begin());
            return std::array{trimmed(text.substr(0, first)),
                              trimmed(text.substr(first + word.size()))};
        }
    }
    return std::nullopt;
}

} // namespace

std::string_view trimmed(std::string_view text) noexcept
{
    auto const first = text.find_first_not_of(" \t");
    return first == std::string_view::npos
               ? std::string_view{}
               : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

date read_csv_date(std::string_view text, csv_date_order order)
{
    if (order == csv_date_order::year_month_day) {
        auto const read = try_parse_date(text);
        return read ? *read : throw no_date(text, order);
    }
    auto const numbers = numbers_of(text);
    if (numbers.empty()) {
        throw no_date(text, order);
    }
    try {
        return make_date(numbers, order);
    } catch (error const&) {
        throw no_date(text, order);
    }
}

amount read_csv_amount(std::string_view text, currency unit, csv_mapping const& mapping)
{
    if (is_undisclosed(text, mapping)) {
        return {};
    }
    // "up to 5" comes before " to " between two figures.
    auto const [said, figure] = without_hedge(text, mapping);
    auto const both = said == qualifier::plain ? around_between(text, mapping) : std::nullopt;
    if (both) {
        return {between(read_figure((*both)[0], unit, mapping, text),
                        read_figure((*both)[1], unit, mapping, text))};
    }
    auto const value = read_figure(figure, unit, mapping, text);
    return {stated<money>{said, value, value}};
}

round_kind read_csv_round_kind(std::string_view text, csv_mapping const& mapping)
{
    std::vector<std::string_view> words;
    for (auto const& [word, means] : mapping.round_kinds) {
        if (is_same_word(text, word)) {
            return means;
        }
        words.emplace_back(word);
    }
    if (auto const kind = find_word<round_kind>(text)) {
        return *kind;
    }
    words.insert(words.end(), words_of<round_kind>.begin(), words_of<round_kind>.end());
    throw error{error_code::bad_value, quoted(text), one_of(words, text)};
}

std::string_view read_csv_country(std::string_view text, csv_country_code code)
{
    if (code == csv_country_code::alpha_2) {
        return is_country_code(text) ? text
                                     : throw error{error_code::bad_value, quoted(text),
                                                   "an ISO 3166 code of two capital letters, such "
                                                   "as CN"};
    }
    auto const short_code = alpha_2_of(text);
    return !short_code.empty() ? short_code
                               : throw error{error_code::bad_value, quoted(text),
                                             "an ISO 3166 code of three capital letters, such as "
                                             "CHN"};
}

std::string line_of(amount const& value)
{
    std::string line;
    for (auto const& rendering : value.renderings()) {
        if (rendering.said() != qualifier::plain) {
            line += std::string{to_string(rendering.said())} + ' ';
        }
        line += to_string(rendering.low());
        if (rendering.said() == qualifier::between) {
            line += ".." + to_string(rendering.high());
        }
    }
    return value.is_disclosed() ? line : std::string{to_string(qualifier::undisclosed)};
}

} // namespace capgraph::inline v0::detail

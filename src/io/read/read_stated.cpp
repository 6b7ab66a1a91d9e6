// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "plain_share.hpp"
#include "read_members.hpp"
#include "verbs.hpp"

#include "core/same_text.hpp"

#include <limits>
#include <optional>

namespace capgraph::inline v0::detail {

namespace {

std::vector<std::string_view> verb_words()
{
    std::vector<std::string_view> words;
    words.reserve(verbs.size() + 1);
    for (auto const verb : verbs) {
        words.push_back(to_string(verb));
    }
    return words;
}

/// What an object says of a figure: by which verb, and what else beside it.
struct saying {
    qualifier verb{};
    std::optional<json_value> figure{};
    std::optional<json_value> currency{};
};

/// Throws: the error for a second member of one meaning.
[[noreturn]] void refuse_second(json_value first, json_value second)
{
    if (first.key() == second.key()) {
        throw duplicate_key(second);
    }
    throw error{error_code::inconsistent_record,
                "both " + in_quotes(first.key()) + " and " + in_quotes(second.key()),
                "one verb for one figure", second.key_position()};
}

void keep(std::optional<json_value>& place, json_value member)
{
    if (place) {
        refuse_second(*place, member);
    }
    place = member;
}

saying read_saying(json_value value, bool has_currency)
{
    require_type(value, json_type::object, R"(an object such as {"over": ...}, or "undisclosed")");
    saying said;
    for (auto const member : value) {
        if (has_currency && same_text(member.key(), "currency")) {
            keep(said.currency, member);
        } else if (auto const verb = find_verb(member.key())) {
            keep(said.figure, member);
            said.verb = *verb;
        } else {
            auto keys = verb_words();
            if (has_currency) {
                keys.emplace_back("currency");
            }
            throw unknown_key(member, keys);
        }
    }
    if (!said.figure) {
        throw error{error_code::missing_field, "a figure without a verb", one_of(verb_words(), {}),
                    value.position()};
    }
    return said;
}

/// Reads the one figure of a verb, or the two of `between`.
template <class Read>
auto read_figures(saying const& said, Read&& read) -> stated<decltype(read(*said.figure))>
{
    if (said.verb != qualifier::between) {
        auto const figure = read(*said.figure);
        return {said.verb, figure, figure};
    }
    std::string_view const expected = "an array of two figures, the smaller first";
    require_type(*said.figure, json_type::array, expected);
    std::vector<decltype(read(*said.figure))> figures;
    for (auto const element : *said.figure) {
        if (figures.size() == 2) {
            throw error{error_code::bad_value, "more than two figures", std::string{expected},
                        element.position()};
        }
        figures.push_back(read(element));
    }
    if (figures.size() < 2) {
        throw error{error_code::bad_value, "fewer than two figures", std::string{expected},
                    said.figure->position()};
    }
    if (is_smaller(figures[1], figures[0])) {
        throw error{error_code::bad_value, "figures that run backwards", std::string{expected},
                    said.figure->position()};
    }
    return {said.verb, figures[0], figures[1]};
}

bool is_undisclosed(json_value value)
{
    if (value.type() != json_type::string) {
        return false;
    }
    if (value.text() != to_string(qualifier::undisclosed)) {
        throw error_at(value, error_code::bad_value,
                       "\"undisclosed\", or the figure with its verb");
    }
    return true;
}

/// Whether `part` lies in [0, 1], exactly: a double would take 100.0000000000000001 % for the
/// whole.
bool is_share(decimal part)
{
    if (part.digits() <= 0 || part.exponent() >= 0) {
        return part == decimal{} || part == decimal{1};
    }
    auto whole = part.digits();
    for (auto decimals = -part.exponent(); decimals != 0 && whole != 0; --decimals) {
        whole /= 10;
    }
    return whole == 0;
}

share read_share(json_value value)
{
    if (value.type() != json_type::string && value.type() != json_type::number) {
        throw wrong_type(value, "a share such as \"17.44%\" or 0.1744");
    }
    if (auto const plain = plain_share(value.text())) {
        return *plain;
    }
    auto text = value.text();
    auto const is_percent = text.ends_with('%');
    text.remove_suffix(is_percent ? 1 : 0);
    auto const number = try_parse_decimal(text);
    if (!number) {
        throw error_at(value, number.error().code(), R"(a share such as "17.44%" or "0.1744")");
    }
    auto const part = is_percent ? number->scaled(-2) : *number;
    if (!is_share(part)) {
        throw error_at(value, error_code::bad_value, "a share from 0% to 100%, or from 0 to 1");
    }
    return share{part.to_double()};
}

std::uint32_t read_count(json_value value)
{
    auto const number = read_number(value).to_integer();
    if (!number || *number < 0 || *number > std::numeric_limits<std::uint32_t>::max()) {
        throw error_at(value, error_code::number_out_of_range,
                       "a whole number from 0 to 4294967295");
    }
    return static_cast<std::uint32_t>(*number);
}

money read_money(json_value value, currency unit)
{
    auto const number = read_number(value);
    if (number.digits() < 0) {
        throw error_at(value, error_code::bad_value, "a sum of zero or more");
    }
    auto const sum = try_make_money(number, unit);
    if (!sum) {
        throw error_at(value, sum.error().code(), std::string{sum.error().expected()});
    }
    return *sum;
}

stated<money> read_rendering(json_value value, references& refs)
{
    auto const said = read_saying(value, true);
    if (!said.currency) {
        throw error{error_code::missing_field, "a sum without 'currency'",
                    "its code of ISO 4217, such as \"CNY\"", value.position()};
    }
    currency unit;
    read_value(*said.currency, unit, refs);
    return read_figures(said, [&](json_value figure) { return read_money(figure, unit); });
}

} // namespace

void read_value(json_value value, amount& out, references& refs)
{
    std::string_view const expected = "an array of renderings, such as [{\"over\": \"1000000\", "
                                      "\"currency\": \"CNY\"}], or \"undisclosed\"";
    if (is_undisclosed(value)) {
        out = amount{};
        return;
    }
    require_type(value, json_type::array, expected);
    if (value.is_empty()) {
        throw error{error_code::bad_value, "an empty array", std::string{expected},
                    value.position()};
    }
    std::vector<stated<money>> renderings;
    renderings.reserve(2); // the sum's own, and one printed beside it
    for (auto const element : value) {
        renderings.push_back(read_rendering(element, refs));
    }
    out = amount{std::move(renderings)};
}

void read_value(json_value value, stated<share>& out, references&)
{
    out = is_undisclosed(value) ? stated<share>{}
                                : read_figures(read_saying(value, false), read_share);
}

void read_value(json_value value, stated<std::uint32_t>& out, references&)
{
    out = is_undisclosed(value) ? stated<std::uint32_t>{}
                                : read_figures(read_saying(value, false), read_count);
}

} // namespace capgraph::inline v0::detail

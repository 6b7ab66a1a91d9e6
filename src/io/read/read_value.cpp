// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "read_value.hpp"

#include "core/plain_date.hpp"

#include <algorithm>
#include <utility>

namespace capgraph::inline v0::detail {

void require_type(json_value value, json_type type, std::string_view expected)
{
    if (value.type() != type) {
        throw wrong_type(value, std::string{expected});
    }
}

void refuse_name(json_value value, std::string_view expected)
{
    if (value.type() != json_type::string) {
        throw wrong_type(value, std::string{expected} + ", a string");
    }
    throw error_at(value, error_code::bad_value, std::string{expected});
}

decimal read_number(json_value value)
{
    if (value.type() != json_type::string && value.type() != json_type::number) {
        throw wrong_type(value, "a number, as such or as a string");
    }
    auto const number = try_parse_decimal(value.text());
    if (!number) {
        throw error_at(value, number.error().code(), std::string{number.error().expected()});
    }
    return *number;
}

void read_value(json_value value, std::string_view& out, references&)
{
    require_type(value, json_type::string, "a string");
    out = value.text();
}

void read_value(json_value value, bool& out, references&)
{
    require_type(value, json_type::boolean, "true or false");
    out = value.text() == "true";
}

void read_value(json_value value, date& out, references&)
{
    require_type(value, json_type::string, "a date in a string, such as \"2026-05\"");
    if (auto const plain = plain_date(value.text())) {
        out = *plain;
        return;
    }
    auto const day = try_parse_date(value.text());
    if (!day) {
        throw error_at(value, day.error().code(), std::string{day.error().expected()});
    }
    out = *day;
}

void read_value(json_value value, decimal& out, references&)
{
    out = read_number(value);
}

void read_value(json_value value, currency& out, references&)
{
    require_type(value, json_type::string, "a currency code of ISO 4217, such as \"CNY\"");
    try {
        out = currency{value.text()};
    } catch (error const& e) {
        throw error_at(value, e.code(), std::string{e.expected()});
    }
}

namespace {

void read_schemes(json_value value, std::vector<identifier>& out)
{
    require_type(value, json_type::object,
                 R"(an object of schemes and values, such as {"lei": "..."}, or an array of such)");
    std::vector<std::string_view> schemes;
    for (auto const member : value) {
        require_type(member, json_type::string, "the identifier, a string");
        out.push_back({member.key(), member.text()});
        schemes.push_back(member.key());
    }
    std::sort(schemes.begin(), schemes.end());
    auto const twice = std::adjacent_find(schemes.begin(), schemes.end());
    if (twice == schemes.end()) {
        return;
    }
    bool is_second = false;
    for (auto const member : value) {
        if (member.key() == *twice && std::exchange(is_second, true)) {
            throw duplicate_key(member);
        }
    }
}

} // namespace

void read_value(json_value value, std::vector<identifier>& out, references&)
{
    if (value.type() != json_type::array) {
        read_schemes(value, out);
        return;
    }
    for (auto const element : value) {
        read_schemes(element, out);
    }
}

void read_value(json_value value, entity_id& out, references& refs)
{
    out = refs.entity(value);
}
void read_value(json_value value, record_id& out, references& refs)
{
    out = refs.round(value);
}

} // namespace capgraph::inline v0::detail

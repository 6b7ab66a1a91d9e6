// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "write_value.hpp"

#include <capgraph/core/error.hpp>

#include <algorithm>

namespace capgraph::inline v0::detail {

namespace {

std::string_view same_name(std::string_view name)
{
    return name;
}

template <class Struct>
void write_struct(std::string& out, Struct const& value, ledger const& book)
{
    json_list list{out, '{'};
    write_members(list, value, book, same_name);
    list.close();
}

/// Appends the figure of `value` behind its verb; `write` appends one figure.
template <class T, class Write>
void write_saying(json_list& list, stated<T> const& value, Write&& write)
{
    auto& out = list.next(to_string(value.said()));
    if (value.said() != qualifier::between) {
        write(out, value.low());
        return;
    }
    json_list figures{out, '['};
    write(figures.next(), value.low());
    write(figures.next(), value.high());
    figures.close();
}

template <class T, class Write>
void write_stated(std::string& out, stated<T> const& value, Write&& write)
{
    if (!value.is_disclosed()) {
        append_string(out, to_string(qualifier::undisclosed));
        return;
    }
    json_list list{out, '{'};
    write_saying(list, value, write);
    list.close();
}

void write_rendering(std::string& out, stated<money> const& value)
{
    json_list list{out, '{'};
    write_saying(list, value,
                 [](std::string& o, money sum) { append_string(o, to_string(major_units(sum))); });
    append_string(list.next("currency"), value.low().unit().code());
    list.close();
}

bool has_scheme_twice(std::vector<identifier> const& identifiers)
{
    std::vector<std::string_view> schemes;
    schemes.reserve(identifiers.size());
    for (auto const& each : identifiers) {
        schemes.push_back(each.scheme);
    }
    std::sort(schemes.begin(), schemes.end());
    return std::adjacent_find(schemes.begin(), schemes.end()) != schemes.end();
}

} // namespace

void write_value(std::string& out, std::string_view value, ledger const&)
{
    append_string(out, value);
}

void write_value(std::string& out, bool value, ledger const&)
{
    out += value ? "true" : "false";
}

void write_value(std::string& out, date value, ledger const&)
{
    append_string(out, to_string(value));
}

void write_value(std::string& out, decimal value, ledger const&)
{
    auto const text = to_string(value);
    if (!try_parse_decimal(text)) {
        throw error{error_code::number_out_of_range,
                    "a number of " + std::to_string(text.size()) + " digits",
                    "one that the data format can hold"};
    }
    append_string(out, text);
}

void write_value(std::string& out, currency value, ledger const&)
{
    append_string(out, value.code());
}

void write_value(std::string& out, amount const& value, ledger const&)
{
    if (!value.is_disclosed()) {
        append_string(out, to_string(qualifier::undisclosed));
        return;
    }
    json_list list{out, '['};
    for (auto const& rendering : value.renderings()) {
        write_rendering(list.next(), rendering);
    }
    list.close();
}

void write_value(std::string& out, stated<share> const& value, ledger const&)
{
    write_stated(out, value, [](std::string& o, share part) {
        append_string(o, to_string(shortest_decimal(part.fraction()).scaled(2)) + '%');
    });
}

void write_value(std::string& out, stated<std::uint32_t> const& value, ledger const&)
{
    write_stated(out, value,
                 [](std::string& o, std::uint32_t count) { o += std::to_string(count); });
}

void write_value(std::string& out, std::vector<identifier> const& value, ledger const&)
{
    // An object has each key once: schemes told twice take an object each.
    auto const is_split = has_scheme_twice(value);
    json_list list{out, is_split ? '[' : '{'};
    for (auto const& [scheme, name] : value) {
        if (is_split) {
            json_list one{list.next(), '{'};
            append_string(one.next(scheme), name);
            one.close();
        } else {
            append_string(list.next(scheme), name);
        }
    }
    list.close();
}

void write_value(std::string& out, state_link const& value, ledger const& book)
{
    write_struct(out, value, book);
}

void write_value(std::string& out, lead_group const& value, ledger const& book)
{
    write_struct(out, value, book);
}

void write_value(std::string& out, entity_id value, ledger const& book)
{
    append_string(out, book.slug_of(value));
}

void write_value(std::string& out, record_id value, ledger const& book)
{
    append_string(out, book.slug_of(value));
}

} // namespace capgraph::inline v0::detail

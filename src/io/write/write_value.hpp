// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "json_text.hpp"

#include <capgraph/core/amount.hpp>
#include <capgraph/core/date.hpp>
#include <capgraph/core/decimal.hpp>
#include <capgraph/core/id.hpp>
#include <capgraph/core/money.hpp>
#include <capgraph/core/share.hpp>
#include <capgraph/core/stated.hpp>
#include <capgraph/ledger/ledger.hpp>
#include <capgraph/model/entity.hpp>
#include <capgraph/model/field.hpp>
#include <capgraph/model/field_description.hpp>
#include <capgraph/model/funding_round.hpp>
#include <capgraph/model/state_link.hpp>
#include <capgraph/model/words.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace capgraph::inline v0::detail {

// Each function below appends one value of the data format, as the reader takes it.

void write_value(std::string& out, std::string_view value, ledger const&);
void write_value(std::string& out, bool value, ledger const&);
void write_value(std::string& out, date value, ledger const&);
void write_value(std::string& out, decimal value, ledger const&);
void write_value(std::string& out, currency value, ledger const&);
void write_value(std::string& out, amount const& value, ledger const&);
void write_value(std::string& out, stated<share> const& value, ledger const&);
void write_value(std::string& out, stated<std::uint32_t> const& value, ledger const&);
void write_value(std::string& out, std::vector<identifier> const& value, ledger const&);
void write_value(std::string& out, state_link const& value, ledger const&);
void write_value(std::string& out, lead_group const& value, ledger const&);
void write_value(std::string& out, entity_id value, ledger const& book);
void write_value(std::string& out, record_id value, ledger const& book);

template <worded Enum>
void write_value(std::string& out, Enum value, ledger const&)
{
    append_string(out, to_string(value));
}

template <class T>
void write_value(std::string& out, std::vector<T> const& values, ledger const& book)
{
    json_list list{out, '['};
    for (auto const& value : values) {
        write_value(list.next(), value, book);
    }
    list.close();
}

// Members say something, or are left out.

template <class T>
[[nodiscard]] bool is_said(field<T> const& value) noexcept
{
    return value.is_said();
}
template <class T>
[[nodiscard]] bool is_said(std::optional<T> const& value) noexcept
{
    return value.has_value();
}
[[nodiscard]] inline bool is_said(std::string_view value) noexcept
{
    return !value.empty();
}
[[nodiscard]] inline bool is_said(bool value) noexcept
{
    return value;
}
template <worded Enum>
[[nodiscard]] bool is_said(Enum) noexcept
{
    return true;
}

template <class T>
void write_value(std::string& out, field<T> const& value, ledger const& book)
{
    if (value.is_withdrawn()) {
        out += "null";
    } else {
        write_value(out, *value, book);
    }
}
template <class T>
void write_value(std::string& out, std::optional<T> const& value, ledger const& book)
{
    write_value(out, *value, book);
}

/// Appends the members that `value` says, in the order of its fields. `rename` gives the key of a
/// field.
template <class Struct, class Rename>
void write_members(json_list& list, Struct const& value, ledger const& book, Rename&& rename)
{
    for_each_field<Struct>([&](auto const& f) {
        if (auto const& member = value.*f.member; is_said(member)) {
            write_value(list.next(rename(f.name)), member, book);
        }
    });
}

} // namespace capgraph::inline v0::detail

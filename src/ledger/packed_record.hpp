// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "packed_values.hpp"

#include <capgraph/model/field.hpp>
#include <capgraph/model/field_description.hpp>

#include <concepts>
#include <cstddef>
#include <span>
#include <tuple>
#include <utility>

namespace capgraph::inline v0::detail {

/// Behind the last field.
inline constexpr unsigned end_of_record = 0xff;

template <class Writer, class T>
void pack_field(Writer& to, unsigned tag, field<T> const& value)
{
    if (value.has_value()) {
        to.byte(tag);
        to.put(*value);
    } else if (value.is_withdrawn()) {
        to.byte(tag | 1U);
    }
}
/// A slug stands in the record's own row.
template <class Writer>
void pack_field(Writer&, unsigned, std::string_view) noexcept
{
}

/// An amount stands in the record or beside it.
template <class Writer>
[[gnu::always_inline]] inline void pack_amount(Writer& to, unsigned tag, field<amount> const& value,
                                               std::span<plain_figure const> beside)
{
    if (beside.empty()) {
        pack_field(to, tag, value);
        return;
    }
    to.byte(tag);
    to.put(beside);
}

/// Writes the fields that `record` and `beside` say, each behind a tag: its number, and whether it
/// is taken back.
template <class Writer, class Record>
void pack(Writer& to, Record const& record, plain_sums const& beside)
{
    constexpr std::size_t most_of_field = 48; // lists keep the room themselves
    static_assert(std::tuple_size_v<decltype(Record::fields())> * most_of_field + 128 // the head
                  <= bounded_row_bytes);
    unsigned tag = 0;
    for_each_field<Record>([&](auto const& f) {
        if constexpr (std::same_as<decltype(f.member), field<amount> Record::*>) {
            pack_amount(to, tag, record.*f.member, beside.of(tag / 2));
        } else {
            pack_field(to, tag, record.*f.member);
        }
        tag += 2;
    });
    to.byte(end_of_record);
}

template <class T>
void unpack_field(packed_reader& from, unsigned tag, field<T>& value)
{
    if (from.peek() == tag) {
        from.byte();
        T read{};
        from.get(read);
        value = std::move(read);
    } else if (from.peek() == (tag | 1U)) {
        from.byte();
        value = taken_back;
    }
}
inline void unpack_field(packed_reader&, unsigned, std::string_view) noexcept {}

/// What `pack` wrote, but for the slug.
template <class Record>
Record unpack(packed_reader from)
{
    Record record{};
    unsigned tag = 0;
    for_each_field<Record>([&](auto const& f) {
        unpack_field(from, tag, record.*f.member);
        tag += 2;
    });
    return record;
}

} // namespace capgraph::inline v0::detail

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "packed_record.hpp"

#include <capgraph/model/field_description.hpp>

#include <concepts>
#include <cstddef>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace capgraph::inline v0::detail {

// Reading past values: as packed_reader gets them, but for what takes memory or is checked.

template <class T>
struct past {
    static void read(packed_reader& from)
    {
        T value{};
        from.get(value);
    }
};
template <class T>
struct past<stated<T>> {
    static void read(packed_reader& from)
    {
        auto said = qualifier::undisclosed;
        from.get(said);
        if (said != qualifier::undisclosed) {
            past<T>::read(from);
        }
        if (said == qualifier::between) {
            past<T>::read(from);
        }
    }
};
template <class T>
struct past<std::vector<T>> {
    static void read(packed_reader& from)
    {
        for (auto n = from.varint(); n != 0; --n) {
            past<T>::read(from);
        }
    }
};
template <>
struct past<amount> : past<std::vector<stated<money>>> {
};

template <class T>
void skip_field(packed_reader& from, unsigned tag, field<T> const&)
{
    if (from.peek() == tag) {
        from.byte();
        past<T>::read(from);
    } else if (from.peek() == (tag | 1U)) {
        from.byte();
    }
}
inline void skip_field(packed_reader&, unsigned, std::string_view) noexcept {}

/// Some of the fields of a record, told by its members.
template <class Record, auto... Members>
struct chosen_fields {
    static constexpr auto all = Record::fields();

    /// Whether a field is one of them.
    template <class Member>
    [[nodiscard]] static constexpr bool has(Member member)
    {
        return (is_same(member, Members) || ...);
    }
    /// Calls `visit` with the number of each, as a constant.
    template <class Visit>
    static void for_each(Visit&& visit)
    {
        for_each_up_to_last([&](auto number) {
            if constexpr (has(std::get<number>(all).member)) {
                visit(number);
            }
        });
    }
    /// The same with those between them.
    template <class Visit>
    static void for_each_up_to_last(Visit&& visit)
    {
        [&]<std::size_t... I>(std::index_sequence<I...>)
        {
            (visit(std::integral_constant<std::size_t, I>{}), ...);
        }
        (std::make_index_sequence<end()>{});
    }

private:
    template <class A, class B>
    static constexpr bool is_same([[maybe_unused]] A a, [[maybe_unused]] B b)
    {
        if constexpr (std::same_as<A, B>) {
            return a == b;
        } else {
            return false;
        }
    }

    /// Behind the last of them.
    static constexpr std::size_t end()
    {
        std::size_t number = 0;
        std::size_t last = 0;
        for_each_field<Record>([&](auto const& f) {
            ++number;
            last = has(f.member) ? number : last;
        });
        return last;
    }
};

/// Reads into `record` the fields `Members` of what `pack` wrote, and past those between them.
template <auto... Members, class Record>
void unpack_some(packed_reader from, Record& record)
{
    using chosen = chosen_fields<Record, Members...>;
    ((record.*Members = {}), ...);
    chosen::for_each_up_to_last([&](auto number) {
        constexpr auto tag = static_cast<unsigned>(2 * number);
        constexpr auto member = std::get<number>(chosen::all).member;
        if constexpr (chosen::has(member)) {
            unpack_field(from, tag, record.*member);
        } else {
            skip_field(from, tag, record.*member);
        }
    });
}

} // namespace capgraph::inline v0::detail

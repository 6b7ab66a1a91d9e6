// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "record_key.hpp"

#include <cstring>

namespace capgraph::inline v0::detail {

namespace {

/// An id as a part of a key: 0 where there is none.
template <class Id>
std::uint64_t part(field<Id> const& id) noexcept
{
    return id ? index_of(*id) + 1 : 0;
}

template <class Enum>
std::uint64_t word(field<Enum> const& value) noexcept
{
    return value ? static_cast<std::uint64_t>(*value) + 1 : 0;
}

std::uint64_t days(date value) noexcept
{
    auto const first = value.has_first() ? value.first_day().time_since_epoch().count() : INT32_MIN;
    auto const last = value.has_last() ? value.last_day().time_since_epoch().count() : INT32_MAX;
    return (static_cast<std::uint64_t>(static_cast<std::uint32_t>(first)) << 32U)
           | static_cast<std::uint32_t>(last);
}

std::uint64_t code(currency value) noexcept
{
    std::uint64_t packed = 0;
    std::memcpy(&packed, value.code().data(), value.code().size());
    return packed;
}

} // namespace

record_key key_of(participation const& r)
{
    return {record_kind::participation, {part(r.round), part(r.company), part(r.investor), 0}};
}

record_key key_of(valuation const& r)
{
    return {record_kind::valuation, {part(r.company), part(r.round), word(r.basis), 0}};
}

record_key key_of(holding const& r)
{
    return {record_kind::holding,
            {part(r.owner), part(r.owned), word(r.basis), r.indirect.value_or(false) ? 1U : 0U},
            r.share_class.value_or({})};
}

record_key key_of(relation const& r)
{
    return {record_kind::relation, {word(r.type), part(r.from), part(r.to), 0}};
}

record_key key_of(absence const& r)
{
    return {record_kind::absence, {part(r.entity), word(r.of), 0, 0}};
}

record_key key_of(rate const& r)
{
    return {record_kind::rate, {code(*r.base), code(*r.quote), days(*r.date), 0}};
}

} // namespace capgraph::inline v0::detail

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "json_value.hpp"
#include "nearest.hpp"
#include "read_value.hpp"
#include "references.hpp"

#include "core/same_text.hpp"

#include <capgraph/model/field.hpp>
#include <capgraph/model/field_description.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace capgraph::inline v0::detail {

/// Which keys an object has had so far.
class key_set {
public:
    /// Throws: `error` with `duplicate_key`.
    void add(json_value member, unsigned key)
    {
        auto const bit = std::uint64_t{1} << key;
        if ((bits_ & bit) != 0) {
            throw duplicate_key(member);
        }
        bits_ |= bit;
    }
    [[nodiscard]] bool has(unsigned key) const noexcept { return (bits_ >> key & 1U) != 0; }

private:
    std::uint64_t bits_ = 0;
};

template <class T>
inline constexpr bool is_field = false;
template <class T>
inline constexpr bool is_field<field<T>> = true;
template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

template <class T>
void read_field(json_value value, field<T>& out, folding rule, references& refs)
{
    if (value.type() == json_type::null) {
        if (rule == folding::key) {
            throw wrong_type(value, "a value: it is part of what names the record");
        }
        if (rule == folding::timeless) {
            throw wrong_type(value, "a value: it can be said anew, not taken back");
        }
        out = taken_back;
        return;
    }
    T read{};
    read_value(value, read, refs);
    out = std::move(read);
}

/// Reads one member of a record, of what is said beside it, or of a value with fields of its own.
template <class Member>
void read_member(json_value value, Member& out, folding rule, references& refs)
{
    if constexpr (is_field<Member>) {
        read_field(value, out, rule, refs);
    } else if constexpr (std::is_same_v<Member, std::optional<record_id>>) {
        out = refs.source(value);
    } else if constexpr (is_optional<Member>) {
        typename Member::value_type read{};
        read_value(value, read, refs);
        out = std::move(read);
    } else if constexpr (std::is_same_v<Member, std::string_view>) {
        out = read_name(value, "a text that is not empty");
    } else {
        read_value(value, out, refs);
    }
}

/// Reads `member` into the field of `record` that its key names. Returns whether there is one.
/// `first` is the number of the first field in `seen`.
template <class Struct>
bool read_named_member(json_value member, Struct& record, key_set& seen, unsigned first,
                       references& refs)
{
    auto number = first;
    bool found = false;
    for_each_field<Struct>([&](auto const& f) {
        if (!found && same_text(f.name, member.key())) {
            found = true;
            seen.add(member, number);
            refs.begin_field(f.name);
            read_member(member, record.*f.member, f.rule, refs);
        }
        ++number;
    });
    return found;
}

/// The keys of `Struct`, in the order of its fields.
template <class Struct>
std::vector<std::string_view> keys_of()
{
    std::vector<std::string_view> keys;
    for_each_field<Struct>([&](auto const& f) { keys.push_back(f.name); });
    return keys;
}

/// The error for a member whose key is none of `keys`.
inline error unknown_key(json_value member, std::span<std::string_view const> keys)
{
    return {error_code::unknown_key, "the key " + in_quotes(member.key()),
            one_of(keys, member.key()), member.key_position()};
}

/// Reads an object into a value that lists its fields. Enumerations among them must be said.
template <class Struct>
void read_struct(json_value value, Struct& out, references& refs)
{
    require_type(value, json_type::object, "an object");
    key_set seen;
    for (auto const member : value) {
        if (!read_named_member(member, out, seen, 0, refs)) {
            throw unknown_key(member, keys_of<Struct>());
        }
    }
    unsigned number = 0;
    for_each_field<Struct>([&](auto const& f) {
        if (std::is_enum_v<std::remove_cvref_t<decltype(out.*f.member)>> && !seen.has(number)) {
            throw error{error_code::missing_field,
                        "an object without '" + std::string{f.name} + '\'', "a value for it",
                        value.position()};
        }
        ++number;
    });
}

} // namespace capgraph::inline v0::detail

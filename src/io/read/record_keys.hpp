// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "key_pattern.hpp"

#include "core/same_text.hpp"
#include "core/word_table.hpp"

#include <capgraph/core/id.hpp>
#include <capgraph/model/field.hpp>
#include <capgraph/model/field_description.hpp>
#include <capgraph/model/record.hpp>
#include <capgraph/model/statement.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <tuple>
#include <utility>

namespace capgraph::inline v0::detail {

/// Where a record stands: in an array of its kind, or on a line that names its kind by `type`.
enum class record_frame : std::uint8_t { element, line };

/// A key that a record may have.
struct alignas(64) record_key_word {
    std::string_view name;
    std::optional<record_kind> slug_of; ///< What its value names, where that is one slug.
    key_pattern pattern;
};

template <class Struct>
constexpr std::size_t num_fields = std::tuple_size_v<decltype(Struct::fields())>;

template <class Record>
constexpr bool has_field(std::string_view name)
{
    bool found = false;
    for_each_field<Record>([&](auto const& f) { found = found || f.name == name; });
    return found;
}

/// A statement's own id goes by `statement`, unless a field of the record does.
template <class Record>
constexpr std::string_view own_id_key = has_field<Record>("statement") ? "id" : "statement";

/// What a field of that type of a record of `kind` names.
template <class Member>
constexpr std::optional<record_kind> slug_in([[maybe_unused]] record_kind kind)
{
    if constexpr (std::same_as<Member, field<entity_id>>) {
        return record_kind::entity;
    } else if constexpr (std::same_as<Member, field<record_id>>) {
        return record_kind::round;
    } else if constexpr (std::same_as<Member, std::string_view>) {
        return kind; // its own
    } else {
        return std::nullopt;
    }
}

template <class Record, class Member>
constexpr record_key_word key_of_field(field_description<Record, Member> const& f)
{
    return {f.name, slug_in<Member>(kind_of<Record>), key_pattern{f.name}};
}

/// The key of something said beside a record.
template <class Record, class Member>
constexpr record_key_word key_beside(field_description<provenance, Member> const& f)
{
    auto const name = f.name == "statement" ? own_id_key<Record> : f.name;
    auto const slug = f.name == "source" ? std::optional{record_kind::source} : std::nullopt;
    return {name, slug, key_pattern{name}};
}

/// The keys of a record: those of its fields, of who said it, and `type`, which a line has.
template <class Record>
constexpr auto record_keys = std::apply(
    [](auto const&... own) {
        return std::apply(
            [&](auto const&... beside) {
                return std::array{key_of_field(own)..., key_beside<Record>(beside)...,
                                  record_key_word{"type", std::nullopt, key_pattern{"type"}}};
            },
            provenance::fields());
    },
    Record::fields());

/// How many of these a record has that stands there; for relations `type` is a field of their own.
template <class Record>
constexpr std::size_t num_record_keys(record_frame frame) noexcept
{
    auto const has_type = frame == record_frame::line && !std::same_as<Record, relation>;
    return record_keys<Record>.size() - (has_type ? 0 : 1);
}

/// The keys of one kind of record, and which of them a word is.
struct record_key_list {
    static constexpr std::uint8_t unknown = word_table::unknown;

    /// The number of `key` among them, or `unknown`.
    [[nodiscard]] std::uint8_t find(std::string_view key) const noexcept
    {
        auto const number = numbers->candidate(key);
        return number < keys.size() && same_text(keys[number].name, key) ? number : unknown;
    }

    std::span<record_key_word const> keys;
    word_table const* numbers;
    std::uint8_t type_number; ///< The number of the key `type`, of which a line has one.
};

/// Those of a record that stands there.
[[nodiscard]] record_key_list const& record_keys_of(record_kind kind, record_frame frame) noexcept;

/// The kind of a record by the word for it on a line.
[[nodiscard]] std::optional<record_kind> kind_on_line(std::string_view word) noexcept;

} // namespace capgraph::inline v0::detail

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "seek_word.hpp"
#include "token_pattern.hpp"

#include "core/same_text.hpp"
#include "core/word_table.hpp"

#include <capgraph/core/amount.hpp>
#include <capgraph/core/date.hpp>
#include <capgraph/core/id.hpp>
#include <capgraph/core/share.hpp>
#include <capgraph/core/stated.hpp>
#include <capgraph/model/field.hpp>
#include <capgraph/model/field_description.hpp>
#include <capgraph/model/record.hpp>
#include <capgraph/model/statement.hpp>
#include <capgraph/model/words.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace capgraph::inline v0::detail {

/// Where a record stands: in an array of its kind, or on a line that names its kind by `type`.
enum class record_frame : std::uint8_t { element, line };

/// What a value is to be that most records have: `plain_record_reader` reads it.
enum class value_form : std::uint8_t {
    kind,      ///< Of the record on a line: it is known.
    own_slug,  ///< Of the record.
    reference, ///< A slug of another.
    text,      ///< Maybe empty.
    texts,     ///< A list of such.
    name,      ///< Not empty.
    country,   ///< The code of one.
    word,      ///< One of an enumeration.
    flag,      ///< True or false.
    day,       ///< A date.
    sum,       ///< An amount of money.
    part,      ///< A share.
    other      ///< Read by `read_value` alone.
};

/// A list of words, and which of them a text is.
struct word_list {
    std::span<std::string_view const> words;
    std::span<token_pattern const> patterns;
    word_table const* numbers;

    /// The number of the word between the quotes around `first`, or `word_table::unknown`. As many
    /// bytes as a pattern looks at can be read from there.
    [[nodiscard]] std::uint8_t in_quotes(char const* first, std::size_t size) const noexcept
    {
        auto const number = numbers->likely_candidate(first, size);
        auto const is_found = number < words.size() && patterns[number].is_at(first - 1);
        return is_found ? number : numbers->find(words, {first, size});
    }
};
template <std::size_t N>
[[nodiscard]] constexpr std::array<token_pattern, N>
patterns_of(std::array<std::string_view, N> const& words)
{
    std::array<token_pattern, N> patterns;
    for (std::size_t i = 0; i != N; ++i) {
        patterns[i] = token_pattern::of_word(words[i]);
    }
    return patterns;
}
template <worded Enum>
inline constexpr auto word_patterns = patterns_of(words_of<Enum>);
template <worded Enum>
inline constexpr word_list known_words{words_of<Enum>, word_patterns<Enum>, &word_numbers<Enum>};

/// A key that a record may have.
struct alignas(64) record_key_word {
    std::string_view name;
    std::optional<record_kind> slug_of; ///< What its value names, where that is one slug.
    value_form form = value_form::other;
    word_list const* words = nullptr; ///< Those that its value is one of.
    token_pattern pattern;
};

template <class Struct>
constexpr std::size_t num_fields = std::tuple_size_v<decltype(Struct::fields())>;

/// The number of the field of that name among those of `Record`.
template <class Struct>
consteval unsigned field_number(std::string_view name)
{
    unsigned number = 0;
    unsigned at = num_fields<Struct>;
    for_each_field<Struct>([&](auto const& f) {
        at = f.name == name ? number : at;
        ++number;
    });
    return at != num_fields<Struct> ? at : throw "no such field";
}

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

/// The form of a field of that type.
template <class Member>
constexpr value_form form_of(std::string_view name)
{
    if constexpr (std::same_as<Member, std::string_view>) {
        return value_form::own_slug;
    } else if constexpr (std::same_as<Member,
                                      field<entity_id>> || std::same_as<Member, field<record_id>>) {
        return value_form::reference;
    } else if constexpr (std::same_as<Member, field<std::string_view>>) {
        return name == "country" ? value_form::country
                                 : (name == "name" ? value_form::name : value_form::text);
    } else if constexpr (std::same_as<Member, field<std::vector<std::string_view>>>) {
        return value_form::texts;
    } else if constexpr (worded<typename Member::value_type>) {
        return value_form::word;
    } else if constexpr (std::same_as<Member, field<bool>>) {
        return value_form::flag;
    } else if constexpr (std::same_as<Member, field<date>>) {
        return value_form::day;
    } else if constexpr (std::same_as<Member, field<amount>>) {
        return value_form::sum;
    } else if constexpr (std::same_as<Member, field<stated<share>>>) {
        return value_form::part;
    } else {
        return value_form::other;
    }
}

template <class Member>
constexpr word_list const* words_in() noexcept
{
    if constexpr (requires { requires worded<typename Member::value_type>; }) {
        static_assert(sizeof(typename Member::value_type) == 1); // as a row has it
        return &known_words<typename Member::value_type>;
    } else {
        return nullptr;
    }
}

template <class Record, class Member>
constexpr record_key_word key_of_field(field_description<Record, Member> const& f)
{
    return {f.name, slug_in<Member>(kind_of<Record>), form_of<Member>(f.name), words_in<Member>(),
            token_pattern::of_key(f.name)};
}

/// The form of something said beside a record.
template <class Member>
constexpr value_form form_beside() noexcept
{
    if constexpr (std::same_as<Member, std::optional<record_id>>) {
        return value_form::reference;
    } else if constexpr (std::same_as<Member, std::optional<date>>) {
        return value_form::day;
    } else if constexpr (std::same_as<Member, bool>) {
        return value_form::flag;
    } else {
        return value_form::name;
    }
}

/// The key of something said beside a record.
template <class Record, class Member>
constexpr record_key_word key_beside(field_description<provenance, Member> const& f)
{
    auto const name = f.name == "statement" ? own_id_key<Record> : f.name;
    auto const slug = f.name == "source" ? std::optional{record_kind::source} : std::nullopt;
    return {name, slug, form_beside<Member>(), nullptr, token_pattern::of_key(name)};
}

/// The keys of a record: those of its fields, of who said it, and `type`, which a line has.
template <class Record>
constexpr auto record_keys = std::apply(
    [](auto const&... own) {
        return std::apply(
            [&](auto const&... beside) {
                return std::array{key_of_field(own)..., key_beside<Record>(beside)...,
                                  record_key_word{"type", std::nullopt, value_form::kind, nullptr,
                                                  token_pattern::of_key("type")}};
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
    std::uint8_t num_own;     ///< How many are fields of the record: they come first.
    std::uint64_t references; ///< A bit for each key whose form is that of a reference.
    std::uint64_t others;     ///< For each whose form is `other`.
};

/// Those of a record that stands there.
[[nodiscard]] record_key_list const& record_keys_of(record_kind kind, record_frame frame) noexcept;

/// The kind of a record by the word for it on a line.
[[nodiscard]] std::optional<record_kind> kind_on_line(std::string_view word) noexcept;
/// The same of a word in a text: see `word_list::in_quotes`.
[[nodiscard]] std::optional<record_kind> kind_in_quotes(char const* first,
                                                        std::size_t size) noexcept;

} // namespace capgraph::inline v0::detail

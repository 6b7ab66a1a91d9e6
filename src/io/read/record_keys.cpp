// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "record_keys.hpp"

#include "core/same_text.hpp"

#include <algorithm>

namespace capgraph::inline v0::detail {

namespace {

using keys_by_kind = std::array<std::span<record_key_word const>, std::tuple_size_v<record_types>>;

template <record_frame Frame>
constexpr auto all_keys = []<std::size_t... I>(std::index_sequence<I...>)
{
    auto const keys_of = []<class Record>(std::type_identity<Record>) {
        static_assert(record_keys<Record>.size() <= key_finder::begin);
        return std::span{record_keys<Record>}.first(num_record_keys<Record>(Frame));
    };
    return keys_by_kind{keys_of(std::type_identity<std::tuple_element_t<I, record_types>>{})...};
}
(std::make_index_sequence<std::tuple_size_v<record_types>>{});

/// A place for each word of a kind, by its length and its first letter.
constexpr std::size_t num_places = 64;

constexpr std::size_t place_of(std::string_view word) noexcept
{
    return (word.size() + 7U * static_cast<unsigned char>(word.front())) % num_places;
}

/// The only kind that a word can name.
constexpr auto kinds_by_word = [] {
    std::array<record_kind, num_places> kinds{};
    for (std::size_t i = 0; i != words_of<record_kind>.size(); ++i) {
        kinds[place_of(words_of<record_kind>[i])] = static_cast<record_kind>(i);
    }
    return kinds;
}();
static_assert(std::ranges::all_of(words_of<record_kind>, [](std::string_view word) {
    return words_of<record_kind>[static_cast<std::size_t>(kinds_by_word[place_of(word)])] == word
           || word == "relation";
}));

} // namespace

std::span<record_key_word const> record_keys_of(record_kind kind, record_frame frame) noexcept
{
    auto const i = static_cast<std::size_t>(kind);
    return frame == record_frame::line ? all_keys<record_frame::line>[i]
                                       : all_keys<record_frame::element>[i];
}

std::optional<record_kind> kind_on_line(std::string_view word) noexcept
{
    if (word.empty()) {
        return std::nullopt;
    }
    auto const kind = kinds_by_word[place_of(word)];
    if (same_text(to_string(kind), word) && kind != record_kind::relation) {
        return kind;
    }
    return find_word<relation_type>(word) ? std::optional{record_kind::relation} : std::nullopt;
}

std::uint8_t key_finder::find(record_kind kind, std::span<record_key_word const> keys,
                              std::uint8_t previous, std::string_view key) noexcept
{
    auto& guess = next_[static_cast<std::size_t>(kind)][previous];
    if (guess < keys.size() && same_text(keys[guess].name, key)) {
        return guess;
    }
    // From the one behind the last: most records keep to the order of the keys, and leave some out.
    auto i = std::size_t{previous} + 1;
    for (auto left = keys.size(); left != 0; --left, ++i) {
        i = i < keys.size() ? i : 0;
        if (same_text(keys[i].name, key)) {
            return guess = static_cast<std::uint8_t>(i);
        }
    }
    return unknown;
}

} // namespace capgraph::inline v0::detail

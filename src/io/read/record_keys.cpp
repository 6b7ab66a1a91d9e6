// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "record_keys.hpp"

#include "json_value.hpp"

#include "core/word_table.hpp"

namespace capgraph::inline v0::detail {

namespace {

/// The words of the keys that a record may have on a line: those of an element are among them.
template <class Record>
constexpr auto key_words = [] {
    std::array<std::string_view, num_record_keys<Record>(record_frame::line)> words{};
    for (std::size_t i = 0; i != words.size(); ++i) {
        words[i] = record_keys<Record>[i].name;
    }
    return words;
}();
template <class Record>
constexpr word_table key_numbers{key_words<Record>};

/// A bit for each key of that form.
template <class Record, value_form Form>
constexpr std::uint64_t keys_of_form = [] {
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i != record_keys<Record>.size(); ++i) {
        bits |= std::uint64_t{record_keys<Record>[i].form == Form ? 1U : 0U} << i;
    }
    return bits;
}();

template <record_frame Frame>
constexpr auto all_keys = []<std::size_t... I>(std::index_sequence<I...>)
{
    auto const keys_of = []<class Record>(std::type_identity<Record>) {
        static_assert(key_numbers<Record>.is_whole());
        static_assert(record_keys<Record>.size() <= json_tree::numbered_members::most_keys);
        return record_key_list{std::span{record_keys<Record>}.first(num_record_keys<Record>(Frame)),
                               &key_numbers<Record>,
                               key_numbers<Record>.candidate("type"),
                               static_cast<std::uint8_t>(num_fields<Record>),
                               keys_of_form<Record, value_form::reference>,
                               keys_of_form<Record, value_form::other>};
    };
    return std::array{keys_of(std::type_identity<std::tuple_element_t<I, record_types>>{})...};
}
(std::make_index_sequence<std::tuple_size_v<record_types>>{});

/// The words that a line can have for its kind, and their kinds: relations go by their own types.
struct line_words {
    static constexpr std::size_t size =
        words_of<record_kind>.size() - 1 + words_of<relation_type>.size();

    constexpr line_words() noexcept
    {
        std::size_t n = 0;
        for (std::size_t i = 0; i != words_of<record_kind>.size(); ++i) {
            if (auto const kind = static_cast<record_kind>(i); kind != record_kind::relation) {
                words[n] = words_of<record_kind>[i];
                kinds[n++] = kind;
            }
        }
        for (auto const word : words_of<relation_type>) {
            words[n] = word;
            kinds[n++] = record_kind::relation;
        }
    }

    std::array<std::string_view, size> words{};
    std::array<record_kind, size> kinds{};
};
constexpr line_words on_line;
constexpr word_table line_word_numbers{on_line.words};
static_assert(line_word_numbers.is_whole());
constexpr auto line_word_patterns = patterns_of(on_line.words);
constexpr word_list line_word_list{on_line.words, line_word_patterns, &line_word_numbers};

} // namespace

record_key_list const& record_keys_of(record_kind kind, record_frame frame) noexcept
{
    auto const i = static_cast<std::size_t>(kind);
    return frame == record_frame::line ? all_keys<record_frame::line>[i]
                                       : all_keys<record_frame::element>[i];
}

std::optional<record_kind> kind_on_line(std::string_view word) noexcept
{
    auto const number = line_word_numbers.find(on_line.words, word);
    return number != word_table::unknown ? std::optional{on_line.kinds[number]} : std::nullopt;
}

std::optional<record_kind> kind_in_quotes(char const* first, std::size_t size) noexcept
{
    auto const number = line_word_list.in_quotes(first, size);
    return number != word_table::unknown ? std::optional{on_line.kinds[number]} : std::nullopt;
}

} // namespace capgraph::inline v0::detail

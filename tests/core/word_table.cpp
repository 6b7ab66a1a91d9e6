// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

#include "core/word_table.hpp"

#include "support/catch2.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

using namespace capgraph;
using detail::word_table;

namespace {

constexpr auto words = std::to_array<std::string_view>(
    {"a", "id", "of", "to", "lei", "kind", "name", "status", "statement", "state_link", "published",
     "publisher", "published_basis", "status_as_stated", "valid_from", "valid_until"});
constexpr word_table numbers{words};
static_assert(numbers.is_whole());

constexpr auto twins = std::to_array<std::string_view>({"one word", "one wood"});
static_assert(word_table{twins}.is_whole() == false); // told by nothing that is looked at

} // namespace

TEST_CASE("word_table: finds each word of its list and no other", "[core]")
{
    for (std::size_t i = 0; i < words.size(); ++i) {
        CAPTURE(words[i]);
        CHECK(numbers.find(words, words[i]) == i);
        CHECK(numbers.candidate(words[i]) == i);
        auto const text = std::string{words[i]};
        for (auto const& other : {text + 'x', 'x' + text, text.substr(1), text + text}) {
            CAPTURE(other);
            CHECK(numbers.find(words, other) == word_table::unknown);
        }
        for (std::size_t at = 0; at < text.size(); ++at) {
            auto changed = text;
            changed[at] = '#';
            CHECK(numbers.find(words, changed) == word_table::unknown);
        }
    }
    CHECK(numbers.find(words, "") == word_table::unknown);
}

TEST_CASE("word_table: a likely candidate is the candidate where a quote and a colon follow",
          "[core]")
{
    for (std::size_t i = 0; i < words.size(); ++i) {
        CAPTURE(words[i]);
        auto const text = std::string{words[i]} + "\":1";
        if (words[i].size() > 1) {
            CHECK(numbers.likely_candidate(text.data(), words[i].size()) == i);
        }
    }
}

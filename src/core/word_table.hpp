// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "core/same_text.hpp"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

namespace capgraph::inline v0::detail {

/// Finds a word among the few of a list that is known when compiling, with one look: no two of them
/// share a place, which their length, their last letter and their first four tell.
class word_table {
public:
    static constexpr std::uint8_t unknown = 0xff;

    /// The table of at most 255 words, none of them empty. `is_whole` says whether it could be
    /// made: to be asserted.
    explicit constexpr word_table(std::span<std::string_view const> words) noexcept
    {
        for (auto tries = 0; tries != 200 && !is_whole_; ++tries) {
            factor_ = factor_ * 0x9e3779b1U + 2; // stays odd
            is_whole_ = place_all(words);
        }
    }
    [[nodiscard]] constexpr bool is_whole() const noexcept { return is_whole_; }

    /// The number of the only word of the list that `word` can be, or `unknown`.
    [[nodiscard]] constexpr std::uint8_t candidate(std::string_view word) const noexcept
    {
        return word.empty() ? unknown : numbers_[place_of(word)];
    }
    /// The same, sooner, of a word behind some byte, such as a quote, and from whose beginning on 4
    /// bytes can be read. A shorter one is missed unless a quote and a colon follow, as they do
    /// behind most keys.
    [[nodiscard]] std::uint8_t likely_candidate(char const* word, std::size_t size) const noexcept
    {
        auto const* const end = word + size;
        return numbers_[place_of(load_four(word), end[-1], size)]; // of no letter, the byte before
    }
    /// The number of `word` in `words`, the list of this table, or `unknown`.
    [[nodiscard]] std::uint8_t find(std::span<std::string_view const> words,
                                    std::string_view word) const noexcept
    {
        auto const number =
            word.size() >= 4 ? likely_candidate(word.data(), word.size()) : candidate(word);
        return number != unknown && same_text(words[number], word) ? number : unknown;
    }

private:
    static constexpr unsigned place_bits = 7;

    [[nodiscard]] static std::uint32_t load_four(char const* from) noexcept
    {
        std::uint32_t four = 0;
        std::memcpy(&four, from, sizeof four);
        return four;
    }
    /// What `load_four` finds where a quote and a colon follow.
    [[nodiscard]] static constexpr std::uint32_t first_four(std::string_view word) noexcept
    {
        std::uint32_t four = 0;
        for (std::size_t i = 0; i != 4 && i != word.size() + 2; ++i) {
            auto const c = i < word.size() ? word[i] : (i == word.size() ? '"' : ':');
            auto const shift = 8 * (std::endian::native == std::endian::little ? i : 3 - i);
            four |= std::uint32_t{static_cast<unsigned char>(c)} << shift;
        }
        return four;
    }
    [[nodiscard]] constexpr std::size_t place_of(std::string_view word) const noexcept
    {
        return place_of(first_four(word), word.back(), word.size());
    }
    [[nodiscard]] constexpr std::size_t place_of(std::uint32_t four, char last,
                                                 std::size_t size) const noexcept
    {
        auto const rest =
            static_cast<std::uint32_t>(size) + (static_cast<std::uint32_t>(last) << 8U);
        return ((four ^ (rest << 5U)) * factor_) >> (32 - place_bits);
    }
    /// Gives each word its place, if no other has it.
    constexpr bool place_all(std::span<std::string_view const> words) noexcept
    {
        numbers_.fill(unknown);
        for (std::size_t i = 0; i != words.size(); ++i) {
            auto& place = numbers_[place_of(words[i])];
            if (place != unknown) {
                return false;
            }
            place = static_cast<std::uint8_t>(i);
        }
        return true;
    }

    std::array<std::uint8_t, std::size_t{1} << place_bits> numbers_{};
    std::uint32_t factor_ = 1;
    bool is_whole_ = false;
};

} // namespace capgraph::inline v0::detail

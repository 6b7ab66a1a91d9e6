// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "core/word_table.hpp"

#include <capgraph/model/words.hpp>

#include <optional>
#include <string_view>

namespace capgraph::inline v0::detail {

template <worded Enum>
inline constexpr word_table word_numbers{words_of<Enum>};

/// What `find_word` returns, with one look for each word.
template <worded Enum>
[[nodiscard]] std::optional<Enum> seek_word(std::string_view word) noexcept
{
    static_assert(word_numbers<Enum>.is_whole());
    auto const number = word_numbers<Enum>.find(words_of<Enum>, word);
    return number != word_table::unknown ? std::optional{static_cast<Enum>(number)} : std::nullopt;
}

} // namespace capgraph::inline v0::detail

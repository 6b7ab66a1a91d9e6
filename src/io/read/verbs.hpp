// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "core/word_table.hpp"

#include <capgraph/core/stated.hpp>

#include <array>
#include <optional>
#include <string_view>

namespace capgraph::inline v0::detail {

/// The words that say how a figure is meant, in the order in which messages name them.
inline constexpr std::array verbs{qualifier::plain,  qualifier::exactly,  qualifier::about,
                                  qualifier::over,   qualifier::at_least, qualifier::up_to,
                                  qualifier::between};

[[nodiscard]] inline std::optional<qualifier> find_verb(std::string_view word) noexcept
{
    static constexpr word_table numbers{qualifier_words};
    static_assert(numbers.is_whole());
    auto const number = numbers.find(qualifier_words, word);
    auto const said = static_cast<qualifier>(number);
    // `undisclosed` is a word of its own, no verb.
    return number != word_table::unknown && said != qualifier::undisclosed ? std::optional{said}
                                                                           : std::nullopt;
}

} // namespace capgraph::inline v0::detail

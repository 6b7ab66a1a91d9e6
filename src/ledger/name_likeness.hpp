// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace capgraph::inline v0::detail {

/// A name as it is compared.
struct spelling {
    std::string_view words; ///< Normalised, in the name's own order.
    std::string_view key;   ///< The same words sorted.
};

/// In what way two names are near.
struct likeness {
    double score = 0.0;
    std::string reason;
};

/// Null where they are not. Those of the same key are: ask about others.
/// Complexity: linear in their length.
[[nodiscard]] std::optional<likeness> likeness_of(spelling a, spelling b);

/// The words of normalised text.
[[nodiscard]] std::vector<std::string_view> split_words(std::string_view text);

/// Normalised text without its spaces.
[[nodiscard]] std::string without_spaces(std::string_view text);

/// The first letters of the words, but for those that acronyms leave out; empty where they are
/// fewer than 3, more than 8 or not ASCII.
[[nodiscard]] std::string initials_of(std::string_view words);

} // namespace capgraph::inline v0::detail

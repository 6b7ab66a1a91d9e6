// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <optional>
#include <string_view>
#include <type_traits>

namespace capgraph::inline v0 {

namespace detail {

/// The words of the data format, or of the command, for an enumeration, in the order of its values.
/// Specialised beside each enumeration.
template <class Enum>
inline constexpr std::array<std::string_view, 0> words_of{};

} // namespace detail

/// An enumeration whose values have words.
template <class Enum>
concept worded = std::is_enum_v<Enum> &&(detail::words_of<Enum>.size() != 0);

/// The word for `value`, such as `in_talks`.
template <worded Enum>
[[nodiscard]] constexpr std::string_view to_string(Enum value) noexcept
{
    auto const i = static_cast<std::size_t>(value);
    return i < detail::words_of<Enum>.size() ? detail::words_of<Enum>[i] : "unknown";
}

/// The value whose word is `word`; null where there is none.
template <worded Enum>
[[nodiscard]] constexpr std::optional<Enum> find_word(std::string_view word) noexcept
{
    for (std::size_t i = 0; i < detail::words_of<Enum>.size(); ++i) {
        if (detail::words_of<Enum>[i] == word) {
            return static_cast<Enum>(i);
        }
    }
    return std::nullopt;
}

} // namespace capgraph::inline v0

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace capgraph::inline v0::detail {

/// What a character does in a name.
enum class letter_role : std::uint8_t {
    letter,
    ideograph, ///< Or kana: what is written without spaces.
    space,
    punctuation,
    full_stop,
    ampersand,
    apostrophe,
    invisible,   ///< Combining marks too.
    voiced,      ///< A mark that voices the kana before it.
    half_voiced, ///< As in `パ`.
};

/// A character as names are compared: small, without accent, of its usual width.
struct name_letter {
    letter_role role = letter_role::letter;
    char32_t first = 0;
    char32_t second = 0; ///< 0 but for letters that become two.
};

[[nodiscard]] name_letter folded(char32_t c) noexcept;

/// The kana that `kana` is with that mark; 0 where there is none.
[[nodiscard]] char32_t voiced_kana(char32_t kana, letter_role mark) noexcept;

[[nodiscard]] bool is_ideograph(char32_t c) noexcept;

/// The character of `text` at `at`, which moves behind it. A byte that begins none is U+FFFD.
[[nodiscard]] char32_t next_character(std::string_view text, std::size_t& at) noexcept;

void append_utf8(std::string& out, char32_t c);

/// The characters of `text`.
[[nodiscard]] std::u32string characters_of(std::string_view text);

} // namespace capgraph::inline v0::detail

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "place.hpp"
#include "string_scan.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace capgraph::inline v0::detail {

/// The token behind which a place lies, as far as the grammar cares.
enum class last_token : std::uint8_t { none, opening, comma, colon, key, value };

/// What a place lies within.
enum class inside_token : std::uint8_t { nothing, string, word };

/// Walks the text beside the parser, token by token, and knows where each one stands.
///
/// Boost's parser hands out what it reads, not where it read it. What it has accepted can be walked
/// again at little cost: separators are skipped, a token ends where its kind says. The text comes
/// in pieces; a token may lie across any number of them.
class token_track {
public:
    /// The next piece of the text, which goes on where the walk through the one before ended.
    void begin(std::string_view piece) noexcept;

    /// Where the token at hand begins; separators before it are skipped.
    place start();
    /// Ends the token at hand: an opening or closing bracket.
    void end_bracket(last_token as) noexcept;
    /// Ends the token at hand: a string. Returns the bytes between its quotes.
    std::uint64_t end_string(last_token as) noexcept;
    /// Ends the token at hand: a number, true, false or null of so many bytes.
    void end_word(std::size_t bytes) noexcept;

    /// Walks on to `to` in the piece, maybe into a token, but not beyond a fault in a string.
    void walk(std::size_t to);
    /// Goes to the end of the piece, which holds no line break, whatever stands between.
    void drop() noexcept;
    /// Skips JSON's whitespace in the piece. Returns whether its end was reached.
    bool skip_whitespace() noexcept;
    /// Goes behind a line break that follows here, where a new text begins as it were.
    void next_line() noexcept;

    /// Goes behind whole lines, where a new text begins as it were; no line was begun.
    void skip_lines(std::size_t bytes, std::size_t lines) noexcept;

    [[nodiscard]] place here() const noexcept { return at_byte(base_ + at_); }
    /// The place of a byte of the line at hand.
    [[nodiscard]] place at_byte(std::uint64_t byte) const noexcept;
    [[nodiscard]] std::size_t offset() const noexcept { return at_; }
    [[nodiscard]] last_token last() const noexcept { return last_; }
    [[nodiscard]] inside_token inside() const noexcept { return inside_; }
    /// Where the token at hand begins. Precondition: `inside()` is not `nothing`.
    [[nodiscard]] place token_start() const noexcept { return start_; }
    [[nodiscard]] string_scan const& string() const noexcept { return string_; }
    /// How many bytes of the token at hand there are so far, quotes not counted.
    [[nodiscard]] std::uint64_t token_bytes() const noexcept
    {
        return base_ + at_ - start_.byte - (inside_ == inside_token::string ? 1 : 0);
    }
    /// The first bytes of the number or literal at hand.
    [[nodiscard]] std::string const& word() const noexcept { return word_; }

private:
    void skip_separators(std::size_t to) noexcept;
    void begin_token();
    void walk_token(std::size_t to);
    void count_line() noexcept { ++line_, line_begin_ = base_ + at_ + 1; }

    std::string_view piece_;
    std::size_t at_ = 0;
    std::uint64_t base_ = 0; ///< The byte at which the piece begins.
    std::uint64_t line_ = 1;
    std::uint64_t line_begin_ = 0; ///< The byte at which the line begins.
    place start_;
    inside_token inside_ = inside_token::nothing;
    last_token last_ = last_token::none;
    string_scan string_;
    std::string word_;
};

} // namespace capgraph::inline v0::detail

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace capgraph::inline v0::detail {

/// What a string may not hold.
enum class string_fault : std::uint8_t { none, control, escape, surrogate };

/// Follows the raw text of one JSON string from behind its opening quote, piece by piece.
///
/// The parser checks strings too, but where it says that one is broken depends on how the text was
/// cut into pieces; what this says does not.
class string_scan {
public:
    /// Goes on through `piece`, up to behind the closing quote, to the first fault, or to the end.
    /// Returns the place reached: of the faulty byte where there is one.
    std::size_t advance(std::string_view piece) noexcept;

    [[nodiscard]] bool is_closed() const noexcept { return state_ == state::closed; }
    [[nodiscard]] string_fault fault() const noexcept { return fault_; }
    [[nodiscard]] bool has_escape() const noexcept { return has_escape_; }
    /// How many bytes before the place reached the escape at hand begins; for a half of a surrogate
    /// pair, the whole pair.
    [[nodiscard]] std::size_t escape_length() const noexcept { return escape_length_; }

    void reset() noexcept { *this = {}; }

private:
    enum class state : std::uint8_t { plain, backslash, digits, low_backslash, low_u, closed };

    void take(char c) noexcept;
    void take_escaped(char c) noexcept;
    void take_digit(char c) noexcept;
    void end_escape() noexcept;

    state state_ = state::plain;
    string_fault fault_ = string_fault::none;
    bool has_escape_ = false;
    bool is_low_ = false; ///< The second half of a surrogate pair is due.
    unsigned digits_ = 0;
    unsigned unit_ = 0;
    std::size_t escape_length_ = 0;
};

} // namespace capgraph::inline v0::detail

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "json_path.hpp"
#include "json_value.hpp"
#include "place.hpp"

#include <capgraph/core/error.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace capgraph::inline v0::detail {

/// What hears of a text, in its order. What it throws ends the parser's `write`.
///
/// The parser's path leads to the value that begins or has begun, or to the member of a key.
class json_listener {
public:
    json_listener() = default;
    json_listener(json_listener const&) = delete;
    json_listener& operator=(json_listener const&) = delete;
    virtual ~json_listener() = default;

    virtual void on_open(json_type type, place at) = 0;
    /// `at` is the place of the closing bracket.
    virtual void on_close(place at) = 0;
    virtual void on_key(std::string_view key, place at) = 0;
    /// `text` is what a string says, or a number or literal as it is written.
    virtual void on_scalar(json_type type, std::string_view text, place at) = 0;
};

/// Boost's parser calls itself for each level: beyond this the stack would be at risk.
inline constexpr std::size_t most_depth = 1000;

/// Limits of a parser: read_limits has the meaning of each.
struct parser_limits {
    std::size_t depth = 32;
    std::size_t string_bytes = std::size_t{64} * 1024;
    bool escaped_keys = false; ///< Whether keys may be written with escapes; ours are plain.
};

/// Boost.JSON's parser with what it lacks: the place of each token, errors that say what was found
/// and expected, and answers that do not depend on how the text was cut into pieces.
class json_parser {
public:
    json_parser(json_listener& listener, std::string file, parser_limits limits);
    ~json_parser();

    /// Takes `piece`, all of it unless the value ended. Returns how much was taken.
    ///
    /// Throws: `error` with `syntax`, `bad_encoding`, `escaped_key`, `number_out_of_range` or
    ///   `limit_exceeded`; what the listener throws. Then only `drop` goes on.
    std::size_t write(std::string_view piece);
    /// Ends the value: there is no more of "the text" or "the line". Throws: as `write`.
    void finish(std::string_view what_ends);

    /// Whether the value has ended.
    [[nodiscard]] bool is_done() const noexcept;
    /// Whether there was more than whitespace.
    [[nodiscard]] bool has_begun() const noexcept;

    /// Goes to the end of what was last written, which holds no line break, whatever it holds.
    void drop() noexcept;
    /// Goes to the end of `piece`, which holds no line break, whatever it holds.
    void skip(std::string_view piece) noexcept;
    /// Goes behind whole lines of so many bytes. Precondition: none was begun.
    void skip_lines(std::size_t bytes, std::size_t lines) noexcept;
    /// Goes behind a line break, where a new value may begin.
    void next_line();
    /// Throws: `error` with `syntax` when there is more than whitespace in `piece`, though the
    ///   value has ended.
    void refuse_more(std::string_view piece, std::string_view expected);

    [[nodiscard]] place here() const noexcept;
    [[nodiscard]] json_path const& path() const noexcept;
    /// The position of `at`, with the pointer of the path.
    [[nodiscard]] text_position position(place at) const;

private:
    class handler;
    struct state;
    std::unique_ptr<state> state_;
};

} // namespace capgraph::inline v0::detail

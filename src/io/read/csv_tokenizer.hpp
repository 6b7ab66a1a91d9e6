// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "place.hpp"

#include <capgraph/core/error.hpp>
#include <capgraph/io/read/csv_mapping.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace capgraph::inline v0::detail {

/// A cell in UTF-8, without its quotes.
struct csv_cell {
    std::string_view text;
    place at;
};

/// A row, which lives while its listener hears of it.
struct csv_row {
    std::span<csv_cell const> cells;
    std::string_view raw; ///< As it is written, without its line break.
    place at;
};

/// Hears of the rows of a table, but for blank lines.
class csv_row_listener {
public:
    csv_row_listener() = default;
    csv_row_listener(csv_row_listener const&) = delete;
    csv_row_listener& operator=(csv_row_listener const&) = delete;
    virtual ~csv_row_listener() = default;

    virtual void on_row(csv_row const& row) = 0;
    /// A row that is none: `why` says where. It ends with its line.
    virtual void on_bad_row(csv_row const& row, error const& why) = 0;
};

struct csv_token_limits {
    std::size_t cell_bytes;
    std::size_t row_bytes;
    std::size_t columns;
};

/// Splits a table that comes in pieces into rows and cells. What it finds does not depend on the
/// pieces.
class csv_tokenizer {
public:
    /// The listener must outlive it. Errors call the text `name`.
    csv_tokenizer(csv_dialect const& dialect, csv_token_limits limits, std::string name,
                  csv_row_listener& listener);

    /// Throws: `fatal_error` with `limit_exceeded`; what the listener throws.
    void write(std::string_view piece);
    /// The text ends here. Throws: `fatal_error` with `syntax` within quotes; what the listener
    /// throws.
    void finish();

    /// The place behind all that was written.
    [[nodiscard]] place here() const noexcept { return {byte_, line_, byte_ - line_start_ + 1}; }
    [[nodiscard]] text_position position(place at) const
    {
        return {name_, at.byte, at.line, at.column, {}};
    }

private:
    enum class state : std::uint8_t {
        row_begin,  ///< Nothing of the row is there.
        cell_begin, ///< Behind a delimiter.
        plain,
        quoted,
        quote, ///< Behind a quote within quotes: the closing one, or the first of two.
        lost,  ///< Passing over the rest of a broken line.
    };
    struct cell_row {
        std::size_t first; ///< In `text_`.
        place at;
    };

    [[nodiscard]] std::size_t length_of_run(std::string_view piece) const noexcept;
    [[nodiscard]] bool is_line_break(char c) const noexcept { return c == '\n' || c == '\r'; }
    [[nodiscard]] bool is_quote(char c) const noexcept { return c == quote_ && quote_ != '\0'; }
    void take_run(std::string_view run);
    void take_sign(char c);
    void take_line_break(char c);
    void take_quote();
    void begin_cell();
    void end_cell();
    void end_row();
    void keep(std::string_view run);
    void keep_raw(std::string_view run);
    void refuse(error_code code, std::string found, std::string expected, place at);
    [[noreturn]] void refuse_size(std::string what, std::size_t most, place at) const;

    char delimiter_;
    char quote_;
    csv_encoding encoding_;
    csv_token_limits limits_;
    std::string name_;
    csv_row_listener* listener_;
    std::array<bool, 256> is_sign_{}; ///< What ends a run of a plain cell.

    state state_ = state::row_begin;
    bool after_cr_ = false;
    std::uint64_t byte_ = 0;
    std::uint64_t line_ = 1;
    std::uint64_t line_start_ = 0;

    place row_at_;
    std::string raw_;
    std::string text_;
    std::vector<cell_row> cells_;
    std::vector<csv_cell> row_;
    std::optional<error> fault_; ///< The first of the row.
};

} // namespace capgraph::inline v0::detail

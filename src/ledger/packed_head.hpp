// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "id_index.hpp"
#include "packed_values.hpp"

#include <capgraph/core/date.hpp>
#include <capgraph/core/id.hpp>
#include <capgraph/model/record.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

namespace capgraph::inline v0::detail {

/// Where a statement stood, as short-lived as what it views.
struct position_view {
    std::string_view file;
    std::uint64_t byte = 0;
    std::uint64_t line = 0;
    std::uint64_t column = 0;
    std::string_view pointer;
};

/// The same with the number of the file; what a row keeps.
struct packed_position {
    std::uint32_t file = 0;
    std::uint64_t byte = 0;
    std::uint64_t line = 0;
    std::uint64_t column = 0;
    std::string_view pointer;
};

/// What stands before the fields of a statement: of what kind they are, who said them and when.
struct statement_head {
    record_kind kind{};
    bool denial = false;
    std::uint32_t source = none; ///< A record.
    std::optional<date> reported_on;
    std::optional<date> as_of;
    std::string_view attributed_to;
    std::string_view id;
};

namespace head_flag {
inline constexpr unsigned denial = 1U << 4U; // below: the kind
inline constexpr unsigned source = 1U << 5U;
inline constexpr unsigned reported_on = 1U << 6U;
inline constexpr unsigned as_of = 1U << 7U;
inline constexpr unsigned attributed_to = 1U << 0U; // in the second byte
inline constexpr unsigned id = 1U << 1U;
inline constexpr unsigned position = 1U << 2U;
inline constexpr unsigned within_line = 1U << 3U; // a position, and not that of a whole line
} // namespace head_flag

/// Whether a statement that stands there fills a line, as in JSON Lines.
[[nodiscard]] inline bool is_line(packed_position const& where) noexcept
{
    return where.column == 1 && where.pointer.empty();
}

// Inlined always: the writer then stays in registers.
template <class Writer>
[[gnu::always_inline]] inline void pack(Writer& to, statement_head const& head,
                                        std::optional<packed_position> const& where)
{
    auto const flag = [](bool is_set, unsigned bit) { return is_set ? bit : 0U; };
    to.byte(static_cast<unsigned>(head.kind) | flag(head.denial, head_flag::denial)
            | flag(head.source != none, head_flag::source)
            | flag(head.reported_on.has_value(), head_flag::reported_on)
            | flag(head.as_of.has_value(), head_flag::as_of));
    to.byte(flag(!head.attributed_to.empty(), head_flag::attributed_to)
            | flag(!head.id.empty(), head_flag::id) | flag(where.has_value(), head_flag::position)
            | flag(where && !is_line(*where), head_flag::within_line));
    if (head.source != none) {
        to.put(head.source);
    }
    if (head.reported_on) {
        to.put(*head.reported_on);
    }
    if (head.as_of) {
        to.put(*head.as_of);
    }
    if (!head.attributed_to.empty()) {
        to.put(head.attributed_to);
    }
    if (!head.id.empty()) {
        to.put(head.id);
    }
    if (where) {
        to.numbers(where->byte, where->line);
        to.varint(where->file);
        if (!is_line(*where)) {
            to.varint(where->column);
            to.text(where->pointer);
        }
    }
}

/// A row opened behind its head.
struct unpacked_head {
    statement_head head;
    bool has_position = false;
    bool is_within_line = false;
    packed_reader rest; ///< The position, where there is one; then the fields.
};

[[nodiscard]] inline record_kind packed_kind(char const* row) noexcept
{
    return static_cast<record_kind>(static_cast<unsigned char>(*row) & 0xfU);
}

inline unpacked_head unpack_head(char const* row)
{
    unpacked_head out{{}, false, false, packed_reader{row}};
    auto& in = out.rest;
    auto const first = in.byte();
    auto const second = in.byte();
    out.head.kind = packed_kind(row);
    out.head.denial = (first & head_flag::denial) != 0;
    out.has_position = (second & head_flag::position) != 0;
    out.is_within_line = (second & head_flag::within_line) != 0;
    if ((first & head_flag::source) != 0) {
        in.get(out.head.source);
    }
    if ((first & head_flag::reported_on) != 0) {
        in.get(out.head.reported_on.emplace());
    }
    if ((first & head_flag::as_of) != 0) {
        in.get(out.head.as_of.emplace());
    }
    if ((second & head_flag::attributed_to) != 0) {
        in.get(out.head.attributed_to);
    }
    if ((second & head_flag::id) != 0) {
        in.get(out.head.id);
    }
    return out;
}

/// Reads the position in front of the fields of an opened row that has one.
inline packed_position unpack_position(unpacked_head& row)
{
    auto& in = row.rest;
    packed_position where;
    in.numbers(where.byte, where.line);
    where.file = static_cast<std::uint32_t>(in.varint());
    where.column = 1;
    if (row.is_within_line) {
        where.column = in.varint();
        where.pointer = in.text();
    }
    return where;
}

} // namespace capgraph::inline v0::detail

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <string>

namespace capgraph::inline v0 {

/// A place in a text: where a record stood, or where an error was found.
struct text_position {
    std::string file;         ///< As the caller named it; empty when the text came from memory.
    std::uint64_t byte = 0;   ///< From 0.
    std::uint64_t line = 0;   ///< From 1; 0 when there is no line to name.
    std::uint64_t column = 0; ///< From 1, in bytes.
    std::string pointer;      ///< JSON Pointer (RFC 6901), or the cell of a CSV file.

    friend bool operator==(text_position const&, text_position const&) = default;
};

} // namespace capgraph::inline v0

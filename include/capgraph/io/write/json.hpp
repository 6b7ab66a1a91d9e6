// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/export.hpp>
#include <capgraph/ledger/ledger.hpp>

#include <cstdint>
#include <iosfwd>
#include <string>

namespace capgraph::inline v0 {

/// In which form the data format is written.
enum class json_layout : std::uint8_t {
    document, ///< One object with an array for each kind of record: for people and repositories.
    lines,    ///< JSON Lines, one record a line: for streams. Keeps the order over all kinds.
};

/// How the data format is written.
struct write_json_options {
    json_layout layout = json_layout::document; ///< In which form.
    std::string title = {};                     ///< Written unless empty.
};

/// All statements of `book` in the data format (docs/data-format.md), in their order.
///
/// A document keeps the order within each kind of record, JSON Lines that over all kinds. What is
/// written is canonical: it reads back to equal statements and is written again to the same bytes.
/// Where statements stood in a file is not written.
///
/// Complexity: linear in the statements.
/// Throws: `error` with `bad_encoding` for text that is not UTF-8; with `number_out_of_range` for a
///   rate that could not be read back.
[[nodiscard]] CAPGRAPH_EXPORT std::string to_json(ledger const& book,
                                                  write_json_options const& options = {});

/// As `to_json`, into a stream, some 64 KiB at a time.
/// Throws: as `to_json`; `error` with `unwritable_file` when the stream fails.
CAPGRAPH_EXPORT void write_json(std::ostream& out, ledger const& book,
                                write_json_options const& options = {});

/// As `to_json`, into a file, at once or not at all: a new file takes the place of `path` when it
/// is safely on the disk. Whatever fails leaves what was there.
///
/// Throws: as `to_json`; `error` with `unwritable_file`.
CAPGRAPH_EXPORT void write_json_file(std::string const& path, ledger const& book,
                                     write_json_options const& options = {});

} // namespace capgraph::inline v0

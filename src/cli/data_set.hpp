// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "table_source.hpp"

#include <capgraph/core/error.hpp>
#include <capgraph/ledger/ledger.hpp>

#include <cstddef>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

namespace capgraph::cli {

/// A ledger, and what its data set calls itself.
struct data_set {
    ledger book{};
    std::string title{};
    std::size_t refused = 0; ///< Rows of a table that were kept elsewhere.
};

/// All that is left in `in`. Throws: `bad_data`.
[[nodiscard]] std::string read_all(std::istream& in);

/// Reads a file, the standard input (`-`) or, for none, the embedded set.
///
/// What is refused is kept in `format.rejects`, where that is asked for: rows of a table, beside
/// which the others are read; records of the data format, of which one refuses all.
///
/// Throws: `bad_data`; `bad_usage` where what is refused would be written over the data; `error`
///   with `unwritable_file` where it cannot be.
[[nodiscard]] data_set read_data(std::optional<std::string> const& file, std::istream& in,
                                 format_choice const& format = {});

/// All that is wrong with the data set; nothing where `read_data` takes it. Keeps what is refused
/// as `read_data` does, but for rows of a table, which that reads on behind.
///
/// Throws: as `read_data`, but for what it returns.
[[nodiscard]] std::vector<error> check_data(std::optional<std::string> const& file,
                                            std::istream& in, format_choice const& format = {});

} // namespace capgraph::cli

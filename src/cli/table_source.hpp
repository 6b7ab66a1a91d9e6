// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "words.hpp"

#include <capgraph/io/read/csv.hpp>
#include <capgraph/io/read/csv_mapping.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace capgraph::cli {

/// How `--data` is read, where it is more than a file in the data format.
struct format_choice {
    data_format format = data_format::detect;
    /// The file that keeps what is refused; empty: none. With it a table is read without its bad
    /// rows, of which else the first refuses it all.
    std::string rejects{};
};

/// The columns of a table in `format`; null for what is no table.
[[nodiscard]] std::optional<csv_mapping> mapping_of(data_format format);

/// The table whose header a text begins with; else JSON.
[[nodiscard]] data_format detected(std::string_view beginning);

/// The first line of a file, or what there is of it in its first 16 KiB; empty where it cannot be
/// read.
[[nodiscard]] std::string first_line_of(std::string const& path);

} // namespace capgraph::cli

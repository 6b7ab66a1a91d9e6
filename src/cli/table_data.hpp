// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "data_text.hpp"

#include <capgraph/core/error.hpp>
#include <capgraph/io/read/csv_mapping.hpp>
#include <capgraph/ledger/ledger.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace capgraph::cli {

/// Appends the rows of a table. Those that are refused go to the file `rejects`; where that is
/// empty, the first of them refuses the table. Returns how many were.
///
/// Throws: `bad_data`; `error` with `unwritable_file`.
std::size_t append_table(ledger& to, data_text const& from, csv_mapping const& mapping,
                         std::string const& rejects);

/// All that is wrong with a table.
[[nodiscard]] std::vector<error> check_table(data_text const& from, csv_mapping const& mapping);

} // namespace capgraph::cli

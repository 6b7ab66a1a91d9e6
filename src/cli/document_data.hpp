// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "data_text.hpp"

#include <capgraph/core/error.hpp>
#include <capgraph/ledger/ledger.hpp>

#include <string>
#include <vector>

namespace capgraph::cli {

/// Appends the statements of a text in the data format, all or none; returns its title.
///
/// What is refused goes to the file `rejects`, unless that is empty: every record in which there is
/// an error. The file is written where nothing is refused, too, but not where the text cannot be
/// read at all.
///
/// Throws: `bad_data`; `error` with `unwritable_file`.
std::string append_document(ledger& to, data_text const& from, std::string const& rejects);

/// All that is wrong with a text in the data format, up to the reader's limit; where that is
/// something, what is refused goes to `rejects`, as above.
///
/// Throws: `error` with `unwritable_file`.
[[nodiscard]] std::vector<error> check_document(data_text const& from, std::string const& rejects);

} // namespace capgraph::cli

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "table_source.hpp"

#include <capgraph/core/error.hpp>
#include <capgraph/ledger/ledger.hpp>

#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

namespace capgraph::cli {

/// A ledger, and what its data set calls itself.
struct data_set {
    ledger book{};
    std::string title{};
};

/// All that is left in `in`. Throws: `bad_data`.
[[nodiscard]] std::string read_all(std::istream& in);

/// Reads a file, the standard input (`-`) or, for none, the embedded set.
///
/// Throws: `bad_data`; `bad_usage` where refused rows are to be kept of what is no table; `error`
///   with `unwritable_file` where they cannot be.
[[nodiscard]] data_set read_data(std::optional<std::string> const& file, std::istream& in,
                                 format_choice const& format = {});

/// All that is wrong with the data set; nothing where `read_data` takes it.
[[nodiscard]] std::vector<error> check_data(std::optional<std::string> const& file,
                                            std::istream& in, format_choice const& format = {});

} // namespace capgraph::cli

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "exit_code.hpp"
#include "invocation.hpp"
#include "streams.hpp"

#include <optional>
#include <string>
#include <vector>

namespace capgraph::cli {

/// What came of reading a command line.
struct parsed_line {
    /// What to do; absent where help was given or the line makes no sense.
    std::optional<invocation> what{};
    exit_code code = fine;
};

/// Reads the arguments, the program's name left out. Prints help and version to `io.out`, what is
/// wrong with the line to `io.err`.
[[nodiscard]] parsed_line parse_line(std::vector<std::string> arguments, streams const& io);

} // namespace capgraph::cli

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "exit_code.hpp"
#include "streams.hpp"

#include <string>
#include <vector>

namespace capgraph::cli {

/// Runs the command with these arguments, the program's name left out.
///
/// Prints the answer to `io.out` once it is all there, so that a failure leaves half of none, and
/// what went wrong to `io.err`. Throws nothing.
[[nodiscard]] exit_code run(std::vector<std::string> arguments, streams const& io) noexcept;

} // namespace capgraph::cli

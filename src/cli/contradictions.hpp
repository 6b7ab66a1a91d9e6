// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "invocation.hpp"

namespace CLI {
class App;
} // namespace CLI

namespace capgraph::cli {

/// Refuses options that don't go together, of the subcommand that `line` is.
/// Throws: `CLI::ValidationError`.
void refuse_contradictions(CLI::App const& line, invocation const& what);

} // namespace capgraph::cli

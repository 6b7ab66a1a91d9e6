// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "invocation.hpp"

namespace CLI {
class App;
} // namespace CLI

namespace capgraph::cli {

// What the subcommands about ownership, control and the state take besides what all take.

/// Which state, and by which measure.
void add_state(CLI::App& to, backing_choice& into);
void add_ownership(CLI::App& to, ownership_choice& into);
void add_control(CLI::App& to, ownership_choice& into);
void add_what_if(CLI::App& to, backing_choice& into);
void add_narrowing(CLI::App& to, backing_choice& into);

} // namespace capgraph::cli

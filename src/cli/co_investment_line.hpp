// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "invocation.hpp"

namespace CLI {
class App;
} // namespace CLI

namespace capgraph::cli {

// What the subcommands of co-investment take.

void add_co_investors(CLI::App& to, invocation& into);
void add_co_investment(CLI::App& to, co_investment_choice& into);
void add_estimate(CLI::App& to, co_investment_choice& into);
void add_syndicates(CLI::App& to, co_investment_choice& into);

} // namespace capgraph::cli

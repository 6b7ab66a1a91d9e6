// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/error.hpp>
#include <capgraph/network/exchange_rates.hpp>

#include <string>

namespace CLI {
class App;
} // namespace CLI

namespace capgraph::cli {

/// Adds an option for rates of exchange, with commas between: `USD/CNY=7.2@2025-03`.
void add_rates(CLI::App& to, std::string const& name, exchange_rates& into);

/// `e`, of a missing rate with a word on how to give one.
[[nodiscard]] error with_hint(error const& e);

} // namespace capgraph::cli

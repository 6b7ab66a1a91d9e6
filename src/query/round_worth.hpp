// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "capital_ratio.hpp"

#include <capgraph/core/amount.hpp>
#include <capgraph/core/id.hpp>
#include <capgraph/core/money.hpp>
#include <capgraph/network/network.hpp>

namespace capgraph::inline v0::detail {

/// What the company is said to be worth after the round, or before it; nothing bounds it where
/// nothing is said in that currency.
[[nodiscard]] given_whole worth_of(network const& n, record_id round, currency unit,
                                   tolerance const& soft);

} // namespace capgraph::inline v0::detail

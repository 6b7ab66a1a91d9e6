// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/query/co_investment_groups.hpp>
#include <capgraph/query/co_investment_options.hpp>
#include <capgraph/run/run_options.hpp>

namespace capgraph::inline v0::detail {

/// Refuses what the estimate says cannot fit the budget, before a pair is made.
/// Throws: `error` with `over_budget`, naming the estimate; with `cancelled`.
void refuse_early(co_investment_groups const& all, co_investment_options const& options,
                  run_options const& run);

} // namespace capgraph::inline v0::detail

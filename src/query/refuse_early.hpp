// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/query/co_investment_estimate.hpp>
#include <capgraph/query/co_investment_groups.hpp>
#include <capgraph/query/co_investment_options.hpp>
#include <capgraph/run/run_options.hpp>

#include <functional>

namespace capgraph::inline v0::detail {

/// What is asked how large it would be, so precisely.
using size_question =
    std::function<co_investment_estimate(projection_estimate_options const&, run_options const&)>;

/// Refuses what the estimate says cannot fit the budget, before a pair is made.
/// Throws: `error` with `over_budget`, naming the estimate; with `cancelled`.
void refuse_early(size_question const& estimate, run_options const& run);
void refuse_early(co_investment_groups const& all, co_investment_options const& options,
                  run_options const& run);

} // namespace capgraph::inline v0::detail

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "refuse_early.hpp"

#include <capgraph/core/error.hpp>
#include <string>

namespace capgraph::inline v0::detail {

void refuse_early(size_question const& estimate, run_options const& run)
{
    if (run.memory_budget == unlimited_memory) {
        return;
    }
    constexpr projection_estimate_options quick{.confidence = 0.999, .samples = 1U << 11U};
    auto const found = estimate(quick, {.stop = run.stop, .seed = run.seed});
    if (found.min_bytes > run.memory_budget) {
        throw error{error_code::over_budget,
                    "at least " + std::to_string(found.min_bytes) + " bytes needed for "
                        + std::to_string(found.edges.min) + " to " + std::to_string(found.edges.max)
                        + " pairs of " + std::to_string(found.members),
                    "at most " + std::to_string(run.memory_budget) + " bytes"};
    }
}

void refuse_early(co_investment_groups const& all, co_investment_options const& options,
                  run_options const& run)
{
    refuse_early(
        [&](projection_estimate_options const& quick, run_options const& draw) {
            return estimate_co_investment(all, options, quick, draw);
        },
        run);
}

} // namespace capgraph::inline v0::detail

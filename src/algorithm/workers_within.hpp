// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/run/memory_budget.hpp>
#include <capgraph/run/parallel.hpp>
#include <capgraph/run/run_options.hpp>

#include <algorithm>
#include <cstdint>

namespace capgraph::inline v0::detail {

// How many workers a plan is given where each takes `bytes_each` of scratch memory: as many as the
// budget has room for, one at least, which the budget then refuses or not.
[[nodiscard]] inline unsigned workers_within(memory_budget const& budget, block_plan const& plan,
                                             run_options const& run, std::uint64_t bytes_each)
{
    auto const room = budget.left() / std::max<std::uint64_t>(1, bytes_each);
    auto const useful = std::uint64_t{std::max(1U, worker_count(plan, run))};
    return static_cast<unsigned>(std::clamp<std::uint64_t>(room, 1, useful));
}

} // namespace capgraph::inline v0::detail

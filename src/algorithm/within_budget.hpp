// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/algorithm/look_through.hpp>
#include <capgraph/run/memory_budget.hpp>

namespace capgraph::inline v0::detail {

/// `look_through`, as a part of a call that has a budget.
[[nodiscard]] held_parts look_through_within(memory_budget& budget, stake_matrix const& w,
                                             std::span<std::uint32_t const> holders,
                                             look_through_options const& options,
                                             run_options const& run);

} // namespace capgraph::inline v0::detail

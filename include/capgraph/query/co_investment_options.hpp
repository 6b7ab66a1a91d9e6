// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/query/co_investment_weight.hpp>

#include <cstddef>
#include <limits>

namespace capgraph::inline v0 {

/// How ties weigh, and which are kept. What is kept weighs as it would were all kept.
struct co_investment_options {
    co_investment_weight weight = co_investment_weight::shared;
    /// A tie that weighs less is left out.
    double min_weight = 0.0;
    /// Of one member: its so many heaviest ties, those of equal weight by slug. Of a network: a tie
    /// stays when it is among these of either of its ends.
    std::size_t top_k = std::numeric_limits<std::size_t>::max();
    /// Who meets in larger groups alone is not tied.
    std::size_t hub_cap = std::numeric_limits<std::size_t>::max();
};

} // namespace capgraph::inline v0

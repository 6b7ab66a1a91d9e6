// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "algorithm/leiden_rows.hpp"
#include "algorithm/null_model.hpp"
#include "graph/charged_vector.hpp"

#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/memory_budget.hpp>

#include <cstdint>

namespace capgraph::inline v0::detail {

// How the method of Leiden is run.
struct leiden_plan {
    std::uint32_t rounds = 1;
    std::uint64_t seed = 0;
};

// The community of each vertex of `g`: numbers below g.size(), some of them unused. Advances
// `check` by g.size() for each round.
[[nodiscard]] charged_vector<std::uint32_t> leiden(leiden_rows const& g, null_model const& null,
                                                   leiden_plan const& plan, memory_budget& budget,
                                                   checkpoint& check);

} // namespace capgraph::inline v0::detail

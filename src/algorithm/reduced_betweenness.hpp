// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/algorithm/betweenness_centrality.hpp>
#include <capgraph/graph/csr_view.hpp>
#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/memory_budget.hpp>
#include <capgraph/run/run_options.hpp>

#include <optional>
#include <vector>

namespace capgraph::inline v0::detail {

// The betweenness of each vertex, all ordered pairs counted, by searches from eight sources at once
// on a reduced graph; nothing where the budget has no room for that, or where there are more paths
// than a double can tell.
//
// Precondition: `g` is simple and undirected.
[[nodiscard]] std::optional<std::vector<double>>
reduced_betweenness(csr_view g, betweenness_options const& options, memory_budget& budget,
                    checkpoint& check, run_options const& run);

} // namespace capgraph::inline v0::detail

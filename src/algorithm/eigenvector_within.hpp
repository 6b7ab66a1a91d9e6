// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/algorithm/eigenvector_centrality.hpp>
#include <capgraph/graph/csr_view.hpp>
#include <capgraph/run/memory_budget.hpp>
#include <capgraph/run/run_options.hpp>

#include <vector>

namespace capgraph::inline v0::detail {

/// `eigenvector_centrality`, as a part of a call that has a budget and has told of its check of the
/// weights.
[[nodiscard]] std::vector<double> eigenvector_within(memory_budget& budget, csr_view g,
                                                     eigenvector_options const& options,
                                                     run_options const& run);

} // namespace capgraph::inline v0::detail

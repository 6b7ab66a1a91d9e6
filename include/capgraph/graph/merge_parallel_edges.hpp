// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/export.hpp>
#include <capgraph/graph/csr_graph.hpp>

namespace capgraph::inline v0 {

/// What the one edge weighs that takes the place of several.
enum class merged_weight {
    sum,          ///< What they weigh together; an edge of an unweighted graph weighs 1.
    multiplicity, ///< How many they were, whatever each weighed.
};

/// What becomes of the edges from a vertex to itself.
enum class self_loops {
    keep, ///< Parallel ones are merged like other edges.
    drop, ///< They are left out, which makes the graph simple in the strict sense.
};

struct merge_options {
    merged_weight weight = merged_weight::sum;
    self_loops loops = self_loops::keep;
};

/// The graph with one weighted edge for all that join the same two ends (in the same direction).
///
/// Path counts and centralities take parallel edges for separate paths: merge them first. Weights
/// are summed in the order of the input.
///
/// Complexity: O(V + E).
/// Throws: `std::invalid_argument` when a sum is NaN (of opposite infinities); `std::bad_alloc`.
[[nodiscard]] CAPGRAPH_EXPORT csr_graph merge_parallel_edges(csr_graph const& g,
                                                             merge_options const& options = {});
/// As above; a self-loop is one edge, though it is in its row twice.
[[nodiscard]] CAPGRAPH_EXPORT undirected_csr_graph
merge_parallel_edges(undirected_csr_graph const& g, merge_options const& options = {});

} // namespace capgraph::inline v0

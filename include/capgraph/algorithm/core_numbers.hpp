// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/algorithm/held_bytes.hpp>
#include <capgraph/core/export.hpp>
#include <capgraph/graph/concepts.hpp>
#include <capgraph/graph/csr_view.hpp>
#include <capgraph/graph/pack.hpp>
#include <capgraph/run/run_options.hpp>

#include <cstdint>
#include <vector>

namespace capgraph::inline v0 {

namespace detail {

CAPGRAPH_EXPORT std::vector<std::uint32_t> core_numbers(csr_view g, run_options const& run,
                                                        std::uint64_t held);

} // namespace detail

/// The core number of each vertex: the greatest k for which it lies in a k-core.
///
/// Returns one number per vertex, indexed by vertex. The k-core is the largest set of vertices of
/// which each has k neighbours or more within the set. Neighbours are distinct other vertices:
/// parallel edges count as one, self-loops not at all (NetworkX refuses them, igraph counts
/// parallel edges). An isolated vertex has 0.
///
/// Complexity: O(V + E) time; O(V) space, and O(E) where edges have to be merged.
/// Throws: `error` with `cancelled` or `over_budget`; what `pack` throws; `std::bad_alloc`.
/// Reference: Seidman, "Network structure and minimum degree", Social Networks 5(3), 1983; the
///   method is Batagelj and Zaversnik, "Fast algorithms for determining (generalized) core groups
///   in social networks", Advances in Data Analysis and Classification 5, 2011.
template <undirected_graph Graph>
[[nodiscard]] std::vector<std::uint32_t> core_numbers(Graph const& g, run_options const& run = {})
{
    auto const rows = pack(g);
    return detail::core_numbers(rows, run, detail::held_bytes(rows));
}

} // namespace capgraph::inline v0

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/algorithm/held_bytes.hpp>
#include <capgraph/algorithm/two_sides.hpp>
#include <capgraph/core/export.hpp>
#include <capgraph/graph/concepts.hpp>
#include <capgraph/graph/csr_view.hpp>
#include <capgraph/graph/pack.hpp>
#include <capgraph/run/run_options.hpp>

#include <cstdint>
#include <vector>

namespace capgraph::inline v0 {

struct birank_options {
    /// The vertices [0, first_side) are one side, the others the other.
    std::uint64_t first_side = 0;
    /// How much of the scores of a side comes over the edges, the rest from `prior`; in [0, 1].
    double first_damping = 0.8;
    double second_damping = 0.8; ///< The same for the other side.
    /// What is known beforehand, in proportion within each side: one entry a vertex; empty for all
    /// alike.
    std::vector<double> prior = {};
    /// How far the scores x of the second side may miss: one more round changes them by no more, in
    /// all, than this part of their sum.
    double tolerance = 1e-12;
    std::uint64_t max_iterations = 100'000;
};

namespace detail {

CAPGRAPH_EXPORT std::vector<double> birank(csr_view g, birank_options const& options,
                                           run_options const& run, std::uint64_t held);

} // namespace detail

/// How the two sides of a two-mode graph rank each other.
///
/// Returns one score per vertex, indexed by vertex, none negative: each side's is its damping times
/// S, or S transposed, times the other's, and one less its damping times its `prior`, which sums to
/// 1. S[u, v] is the weight between u and v over the square root of the product of their strengths,
/// weights being those that the graph carries (1 each when it carries none). Self-loops are
/// ignored; an edge of weight 0 is none; parallel edges add up. An isolated vertex keeps its part
/// of the prior. Scores of unlike sides do not compare; as in NetworkX they need not sum to 1.
///
/// Complexity: O(I (V + E)) time for I iterations, of which each leaves the product of the
///   two dampings of the residual, or less; O(V + E) space.
/// Throws: `std::invalid_argument` when `g` has more vertices on the first side than in all or an
///   edge within a side; for a damping not in [0, 1], a weight that is negative, NaN or infinite,
///   such a tolerance, a `prior` with another number of entries than vertices or with one that is
///   negative, NaN or infinite, or with none above 0 on a side that has vertices; `error` with
///   `not_converged`, naming the residual reached, with `cancelled` or with `over_budget`; what
///   `pack` throws; `std::bad_alloc`.
/// Reference: He, Gao, Kan and Wang, "BiRank: towards ranking on bipartite graphs", IEEE
///   Transactions on Knowledge and Data Engineering 29(1), 2017.
template <undirected_graph Graph>
[[nodiscard]] std::vector<double> birank(Graph const& g, birank_options const& options = {},
                                         run_options const& run = {})
{
    detail::require_two_sides(g, options.first_side);
    auto const rows = pack(g);
    return detail::birank(rows, options, run, detail::held_bytes(rows));
}

/// The same by weights of the caller's: `weight(e)` is that of edge e, alike from both its ends.
template <undirected_graph Graph, edge_weight_function<Graph> Weight>
[[nodiscard]] std::vector<double> birank(Graph const& g, Weight const& weight,
                                         birank_options const& options = {},
                                         run_options const& run = {})
{
    detail::require_two_sides(g, options.first_side);
    auto const rows = pack(g, weight);
    return detail::birank(rows, options, run, detail::held_bytes(rows));
}

} // namespace capgraph::inline v0

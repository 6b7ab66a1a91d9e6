// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/algorithm/counted_edges.hpp>
#include <capgraph/algorithm/held_bytes.hpp>
#include <capgraph/core/export.hpp>
#include <capgraph/graph/concepts.hpp>
#include <capgraph/graph/csr_view.hpp>
#include <capgraph/graph/direction.hpp>
#include <capgraph/graph/pack.hpp>
#include <capgraph/run/run_options.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace capgraph::inline v0 {

/// How `katz_centrality` scales its scores.
enum class katz_normalization {
    none,      ///< As `alpha` and `beta` make them.
    euclidean, ///< The squares of the scores sum to 1.
};

struct katz_options {
    /// What a neighbour's score adds, below 1/rho; when absent, 0.85/rho, and 0.85 where rho is 0.
    std::optional<double> alpha = {};
    double beta = 1.0; ///< What each vertex has of itself; positive.
    katz_normalization scale = katz_normalization::euclidean;
    /// In a directed graph: `in` adds the scores of those with an edge to the vertex, as NetworkX
    /// and igraph do, `out` of those it has an edge to.
    counted_edges edges = counted_edges::in;
    /// How far the scores x may miss: |alpha A x + beta - x| <= tolerance * |x|.
    double tolerance = 1e-12;
    std::uint64_t max_iterations = 100'000;
};

namespace detail {

CAPGRAPH_EXPORT std::vector<double> katz_centrality(csr_view g, direction kind,
                                                    katz_options const& options,
                                                    run_options const& run, std::uint64_t held);

} // namespace detail

/// How many walks end at each vertex, those of k edges counting alpha^k times.
///
/// Returns one score per vertex, indexed by vertex: the solution of x = alpha A x + beta, A being
/// the matrix of weights, as the graph carries them (1 each when it carries none). Self-loops are
/// ignored; an edge of weight 0 is none; parallel edges add up. An isolated vertex scores beta.
/// There is a solution as long as alpha is below 1/rho, rho being the largest eigenvalue of A (0
/// where there is no cycle); any other alpha is refused, though NetworkX's solver would return
/// numbers for it.
///
/// Complexity: O(I (V + E)) time for I iterations, of which each leaves about alpha * rho of the
///   residual, and that of `eigenvector_centrality` where the sums of rows do not tell that alpha
///   is below 1/rho; O(V + E) space.
/// Throws: `std::invalid_argument` for an alpha that is negative, NaN, or not below 1/rho, which the
///   message names; for a beta that is not positive and finite, a weight that is negative, NaN or
///   infinite, and for such a tolerance; `error` with `not_converged`, naming the residual reached,
///   with `cancelled` or with `over_budget`; what `pack` throws; `std::bad_alloc`.
/// Reference: Katz, "A new status index derived from sociometric analysis", Psychometrika 18(1),
///   1953; Newman, "Networks", 2010.
template <indexed_graph Graph>
[[nodiscard]] std::vector<double> katz_centrality(Graph const& g, katz_options const& options = {},
                                                  run_options const& run = {})
{
    auto const kind = undirected_graph<Graph> ? direction::undirected : direction::directed;
    auto const rows = pack(g);
    return detail::katz_centrality(rows, kind, options, run, detail::held_bytes(rows));
}

/// The same by weights of the caller's: `weight(e)` is that of edge e, alike from both its ends.
template <indexed_graph Graph, edge_weight_function<Graph> Weight>
[[nodiscard]] std::vector<double> katz_centrality(Graph const& g, Weight const& weight,
                                                  katz_options const& options = {},
                                                  run_options const& run = {})
{
    auto const kind = undirected_graph<Graph> ? direction::undirected : direction::directed;
    auto const rows = pack(g, weight);
    return detail::katz_centrality(rows, kind, options, run, detail::held_bytes(rows));
}

} // namespace capgraph::inline v0

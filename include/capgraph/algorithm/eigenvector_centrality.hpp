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

/// How `eigenvector_centrality` scales its scores.
enum class eigenvector_normalization {
    euclidean, ///< The squares of the scores sum to 1.
    maximum,   ///< The highest score is 1.
};

struct eigenvector_options {
    eigenvector_normalization scale = eigenvector_normalization::euclidean;
    /// How far a unit vector x may miss: |A x - lambda x| <= tolerance * lambda.
    double tolerance = 1e-12;
    /// How often a component's vector is improved at most, each time with one product by A.
    std::uint64_t max_iterations = 100'000;
};

namespace detail {

CAPGRAPH_EXPORT std::vector<double> eigenvector_centrality(csr_view g,
                                                           eigenvector_options const& options,
                                                           run_options const& run,
                                                           std::uint64_t held);

} // namespace detail

/// How central each vertex of an undirected graph is by the centrality of its neighbours.
///
/// Returns one score per vertex, indexed by vertex, none negative: the eigenvector of the largest
/// eigenvalue of the matrix of weights, A[u, v] being the weights of all edges between u and v, as
/// the graph carries them (1 each when it carries none). Self-loops are ignored; an edge of weight
/// 0 is none. Two-mode graphs are no special case.
///
/// Of several components that of the largest eigenvalue wins and all other vertices score exactly
/// 0, isolated ones among them. Where eigenvalues tie, to 4 times the tolerance, the components
/// share: each counts as the power iteration from equal scores would leave it, so that like
/// components have like scores. Without an edge every score is 0.
///
/// Complexity: O(I (V + E)) time for I iterations, some ten times the square root of the inverse of
///   the relative gap between the first two eigenvalues; O(V) space.
/// Throws: `std::invalid_argument` for a weight that is negative, NaN or infinite, and for such a
///   tolerance; `error` with `not_converged`, naming the residual reached, with `cancelled` or with
///   `over_budget`; what `pack` throws; `std::bad_alloc`.
/// Reference: Bonacich, "Factoring and weighting approaches to status scores and clique
///   identification", Journal of Mathematical Sociology 2(1), 1972; the method is Knyazev, "Toward
///   the optimal preconditioned eigensolver", SIAM Journal on Scientific Computing 23(2), 2001.
template <undirected_graph Graph>
[[nodiscard]] std::vector<double> eigenvector_centrality(Graph const& g,
                                                         eigenvector_options const& options = {},
                                                         run_options const& run = {})
{
    auto const rows = pack(g);
    return detail::eigenvector_centrality(rows, options, run, detail::held_bytes(rows));
}

/// The same by weights of the caller's: `weight(e)` is that of edge e, alike from both its ends.
template <undirected_graph Graph, edge_weight_function<Graph> Weight>
[[nodiscard]] std::vector<double> eigenvector_centrality(Graph const& g, Weight const& weight,
                                                         eigenvector_options const& options = {},
                                                         run_options const& run = {})
{
    auto const rows = pack(g, weight);
    return detail::eigenvector_centrality(rows, options, run, detail::held_bytes(rows));
}

} // namespace capgraph::inline v0

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
#include <optional>
#include <vector>

namespace capgraph::inline v0 {

/// How `bonacich_power` scales its scores.
enum class bonacich_normalization {
    none,     ///< As `alpha` makes them.
    vertices, ///< The squares of the scores sum to the number of vertices.
};

struct bonacich_options {
    /// What a neighbour's power adds to one's own, or, negative, takes from it; below 1/rho in
    /// size. When absent, 0.75/rho, and 0 without an edge.
    std::optional<double> beta = {};
    double alpha = 1.0; ///< The unit of the scores; not 0. `vertices` leaves its sign alone.
    bonacich_normalization scale = bonacich_normalization::vertices;
    /// How far the scores x may miss: |alpha A 1 + beta A x - x| <= tolerance * |x|.
    double tolerance = 1e-12;
    std::uint64_t max_iterations = 100'000;
};

namespace detail {

CAPGRAPH_EXPORT std::vector<double> bonacich_power(csr_view g, bonacich_options const& options,
                                                   run_options const& run, std::uint64_t held);

} // namespace detail

/// How powerful each vertex of an undirected graph is by the power, or the want of power, of its
/// neighbours.
///
/// Returns one score per vertex, indexed by vertex: the solution of x = alpha A 1 + beta A x, A
/// being the matrix of weights, as the graph carries them (1 each when it carries none). Self-loops
/// are ignored; an edge of weight 0 is none; parallel edges add up. beta = 0 is the strength;
/// towards 1/rho, rho being the largest eigenvalue of A, the scores become those of
/// `eigenvector_centrality`; a negative beta favours those whose neighbours have few others to turn
/// to. An isolated vertex scores 0. igraph scales alike.
///
/// Complexity: O(I (V + E)) time for I iterations, of which each leaves at most |beta| * rho of the
///   residual, and that of `eigenvector_centrality` where the sums of rows do not tell that beta is
///   below 1/rho; O(V + E) space.
/// Throws: `std::invalid_argument` for a beta that is NaN or not below 1/rho in size, which the
///   message names; for an alpha that is 0, NaN or infinite, a weight that is negative, NaN or
///   infinite, and for such a tolerance; `error` with `not_converged`, naming the residual reached,
///   with `cancelled` or with `over_budget`; what `pack` throws; `std::bad_alloc`.
/// Reference: Bonacich, "Power and centrality: a family of measures", American Journal of Sociology
///   92(5), 1987.
template <undirected_graph Graph>
[[nodiscard]] std::vector<double>
bonacich_power(Graph const& g, bonacich_options const& options = {}, run_options const& run = {})
{
    auto const rows = pack(g);
    return detail::bonacich_power(rows, options, run, detail::held_bytes(rows));
}

/// The same by weights of the caller's: `weight(e)` is that of edge e, alike from both its ends.
template <undirected_graph Graph, edge_weight_function<Graph> Weight>
[[nodiscard]] std::vector<double> bonacich_power(Graph const& g, Weight const& weight,
                                                 bonacich_options const& options = {},
                                                 run_options const& run = {})
{
    auto const rows = pack(g, weight);
    return detail::bonacich_power(rows, options, run, detail::held_bytes(rows));
}

} // namespace capgraph::inline v0

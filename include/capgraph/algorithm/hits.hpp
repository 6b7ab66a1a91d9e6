// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/algorithm/held_bytes.hpp>
#include <capgraph/core/export.hpp>
#include <capgraph/graph/concepts.hpp>
#include <capgraph/graph/csr_view.hpp>
#include <capgraph/graph/direction.hpp>
#include <capgraph/graph/pack.hpp>
#include <capgraph/run/run_options.hpp>

#include <cstdint>
#include <vector>

namespace capgraph::inline v0 {

/// How `hits` scales its scores, hubs and authorities each by themselves.
enum class hits_normalization {
    euclidean, ///< The squares of the scores sum to 1.
    sum,       ///< The scores sum to 1.
    maximum,   ///< The highest score is 1.
};

struct hits_options {
    hits_normalization scale = hits_normalization::euclidean;
    /// As in `eigenvector_options`, of the matrix that joins each vertex as hub to its targets.
    double tolerance = 1e-12;
    std::uint64_t max_iterations = 100'000;
};

/// What each vertex is to the others, indexed by vertex.
struct hits_scores {
    std::vector<double> hubs;        ///< High for vertices with edges to authorities.
    std::vector<double> authorities; ///< High for vertices with edges from hubs.

    friend bool operator==(hits_scores const&, hits_scores const&) = default;
};

namespace detail {

CAPGRAPH_EXPORT hits_scores hits(csr_view g, direction kind, hits_options const& options,
                                 run_options const& run, std::uint64_t held);

} // namespace detail

/// Hubs, which have edges to good authorities, and authorities, which have edges from good hubs.
///
/// None of the scores is negative: they are the first singular vectors of the matrix of weights,
/// as the graph carries them (1 each when it carries none). Self-loops are ignored; an edge of
/// weight 0 is none; parallel edges add up. A vertex without an edge out scores exactly 0 as a hub,
/// one without an edge in as an authority; so do all those apart from where the largest singular
/// value is. Where singular values tie, the parts share as equal scores would, as in
/// `eigenvector_centrality`. In an undirected graph both are that centrality.
///
/// Complexity: that of `eigenvector_centrality` on 2 V vertices and 2 E arcs; O(V + E) space.
/// Throws: `std::invalid_argument` for a weight that is negative, NaN or infinite, and for such a
///   tolerance; `std::length_error` unless twice the vertices fit 32 bits; `error` with
///   `not_converged`, naming the residual reached, with `cancelled` or with `over_budget`; what
///   `pack` throws; `std::bad_alloc`.
/// Reference: Kleinberg, "Authoritative sources in a hyperlinked environment", Journal of the ACM
///   46(5), 1999.
template <indexed_graph Graph>
[[nodiscard]] hits_scores hits(Graph const& g, hits_options const& options = {},
                               run_options const& run = {})
{
    auto const kind = undirected_graph<Graph> ? direction::undirected : direction::directed;
    auto const rows = pack(g);
    return detail::hits(rows, kind, options, run, detail::held_bytes(rows));
}

/// The same by weights of the caller's: `weight(e)` is that of edge e, alike from both its ends.
template <indexed_graph Graph, edge_weight_function<Graph> Weight>
[[nodiscard]] hits_scores hits(Graph const& g, Weight const& weight,
                               hits_options const& options = {}, run_options const& run = {})
{
    auto const kind = undirected_graph<Graph> ? direction::undirected : direction::directed;
    auto const rows = pack(g, weight);
    return detail::hits(rows, kind, options, run, detail::held_bytes(rows));
}

} // namespace capgraph::inline v0

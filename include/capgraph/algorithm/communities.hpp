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

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace capgraph::inline v0 {

struct community_options {
    /// Above 1 for smaller communities, below 1 for larger ones, 0 for connected components.
    double resolution = 1.0;
    /// The method is run so often, each time from what it found before, and ends when nothing
    /// changes any more; 1 and up.
    std::uint32_t rounds = 3;
};

/// Which vertices belong together, each to one community.
struct community_partition {
    /// The community of each vertex. Communities are numbered from 0 by their lowest vertex.
    std::vector<std::uint32_t> community_of;
    /// How many vertices each community has.
    std::vector<std::uint64_t> sizes;
    /// By the resolution that was asked for; none when no edge weighs anything.
    std::optional<double> modularity;
    /// Whether each community hangs together by edges within it, as was checked.
    bool are_connected = true;

    [[nodiscard]] std::size_t count() const noexcept { return sizes.size(); }

    friend bool operator==(community_partition const&, community_partition const&) = default;
};

namespace detail {

// Of one mode, or of two where there is a first side.
CAPGRAPH_EXPORT community_partition communities(csr_view g, std::optional<std::uint64_t> first_side,
                                                community_options const& options,
                                                run_options const& run, std::uint64_t held);

} // namespace detail

/// Groups of vertices with more edges within than chance would have there, as many more as can be
/// found: a partition of high `modularity`, by the method of Leiden.
///
/// The highest is hard to find: what is returned is a partition that no move of a vertex, or of one
/// of the well-connected parts it was made of, makes better, unless the rounds ran out. Each
/// community is connected. Which of several good ones is found depends on `run.seed`; the same seed
/// finds the same bytes on any number of threads (one does the work).
///
/// Edges weigh what the graph carries, 1 each when it carries nothing: parallel edges add up,
/// self-loops count as in `modularity` and move nothing. Who has no edge, or only edges of weight
/// 0, is a community by itself.
///
/// In the refinement a vertex joins the part with which it gains most, ties being broken by the
/// order in which they are met (Traag et al. draw one at random, by the gain).
///
/// Complexity: O(V + E) time a pass, of which there are some ten in a round; O(V + E) space.
/// Throws: `std::invalid_argument` for a resolution that is negative, NaN or infinite, for no
///   round, for a weight that is negative, NaN or infinite, and where the weights add up to
///   infinity; `error` with `cancelled` or `over_budget`; what `pack` throws; `std::bad_alloc`.
/// Reference: Traag, Waltman and van Eck, "From Louvain to Leiden: guaranteeing well-connected
///   communities", Scientific Reports 9, 2019.
template <undirected_graph Graph>
[[nodiscard]] community_partition communities(Graph const& g, community_options const& options = {},
                                              run_options const& run = {})
{
    auto const rows = pack(g);
    return detail::communities(rows, {}, options, run, detail::held_bytes(rows));
}

/// The same by weights of the caller's: `weight(e)` is that of edge e, alike from both its ends.
template <undirected_graph Graph, edge_weight_function<Graph> Weight>
[[nodiscard]] community_partition communities(Graph const& g, Weight const& weight,
                                              community_options const& options = {},
                                              run_options const& run = {})
{
    auto const rows = pack(g, weight);
    return detail::communities(rows, {}, options, run, detail::held_bytes(rows));
}

/// The same of a two-mode graph: a partition of both sides of high `bipartite_modularity`, found by
/// the same moves. The vertices [0, first_side) are one side, the others the other.
///
/// Complexity: as `communities`. Throws: as that; `std::invalid_argument`, too, when `first_side`
///   is more than all vertices, or an edge joins two vertices of a side.
/// Reference: as `communities`; Barber, "Modularity and community detection in bipartite networks",
///   Physical Review E 76, 2007.
template <undirected_graph Graph>
[[nodiscard]] community_partition bipartite_communities(Graph const& g, std::uint64_t first_side,
                                                        community_options const& options = {},
                                                        run_options const& run = {})
{
    detail::require_two_sides(g, first_side);
    auto const rows = pack(g);
    return detail::communities(rows, first_side, options, run, detail::held_bytes(rows));
}

/// The same by weights of the caller's: `weight(e)` is that of edge e, alike from both its ends.
template <undirected_graph Graph, edge_weight_function<Graph> Weight>
[[nodiscard]] community_partition
bipartite_communities(Graph const& g, Weight const& weight, std::uint64_t first_side,
                      community_options const& options = {}, run_options const& run = {})
{
    detail::require_two_sides(g, first_side);
    auto const rows = pack(g, weight);
    return detail::communities(rows, first_side, options, run, detail::held_bytes(rows));
}

} // namespace capgraph::inline v0

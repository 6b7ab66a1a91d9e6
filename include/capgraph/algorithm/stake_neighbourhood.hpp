// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/export.hpp>
#include <capgraph/graph/stake_matrix.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace capgraph::inline v0 {

/// A piece of a stake matrix around one vertex, small enough to ask it many things.
struct stake_neighbourhood {
    /// Among the vertices of the piece, of which 0 is the one it lies around.
    stake_matrix w;
    /// What each is in the whole, in the order of being come upon, breadth first. Where the piece
    /// is of holdings the last is none, but stands for all owners that are not in the piece:
    /// `elsewhere`.
    std::vector<std::uint32_t> vertices;
    /// How many stakes lie between each and the first, at the least.
    std::vector<std::uint32_t> distances;
    /// Vertices of the piece beyond which there is more, which was left out.
    std::vector<std::uint32_t> cut;
};

inline constexpr auto elsewhere = static_cast<std::uint32_t>(-1);

struct neighbourhood_options {
    /// Of a larger neighbourhood the nearest vertices are taken.
    std::size_t most_vertices = 10'000;
    /// Whether to go beyond a vertex; empty: always.
    std::function<bool(std::uint32_t)> goes_beyond{};
};

/// The owners of `target`, theirs, and so on. Complexity: O(s log s) in the stakes of the piece.
/// Throws: `std::out_of_range` for a vertex that is none, here and below.
[[nodiscard]] CAPGRAPH_EXPORT stake_neighbourhood owners_above(
    stake_matrix const& w, std::uint32_t target, neighbourhood_options const& options = {});

/// What `holder` owns, what that owns, and so on, with all stakes in it: those of others as stakes
/// of `elsewhere`. Where more was left out it is owned by nobody in the piece.
[[nodiscard]] CAPGRAPH_EXPORT stake_neighbourhood holdings_below(
    stake_matrix const& w, std::uint32_t holder, neighbourhood_options const& options = {});

} // namespace capgraph::inline v0

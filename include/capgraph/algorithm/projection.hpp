// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/algorithm/group_rows.hpp>
#include <capgraph/core/export.hpp>
#include <capgraph/graph/packed_graph.hpp>
#include <capgraph/run/run_options.hpp>

#include <cstddef>
#include <cstdint>
#include <span>

namespace capgraph::inline v0 {

struct projection_options {
    /// What each group adds to the weight of each of its pairs: above 0; empty: 1.
    std::span<double const> group_weights{};
};

/// The graph of who sits in a group with whom: an edge weighs the sum over the groups that its ends
/// share.
///
/// Returns the symmetric form of an undirected graph of `member_count` vertices: rows ascending, no
/// loops, no parallel edges; for `undirected_csr_graph::from_rows`. Sums are made in the order of
/// the groups, so that a weight is the same from both ends.
///
/// Each pair is found once, from its lower end: each group's later members are added up in a row of
/// sums (Gustavson 1978), the row is put in order, and the other half is its mirror image.
///
/// Complexity: O(sum of k^2) over groups of k members, in space linear in the groups and the pairs:
///   36 bytes a pair at the most, charged to the budget as they are found.
/// Throws: `std::invalid_argument` where offsets don't ascend from 0 to the number of members, a
///   group is not ascending, or there are group weights but not one for each; `std::out_of_range`
///   for a member that is none; `error` with `cancelled`, `over_budget`.
/// Reference: Gustavson, "Two fast algorithms for sparse matrices", ACM Transactions on
///   Mathematical Software 4(3), 1978.
[[nodiscard]] CAPGRAPH_EXPORT packed_graph projection(std::size_t member_count, group_rows groups,
                                                      projection_options const& options = {},
                                                      run_options const& run = {});

/// How many edges `projection` would make, without keeping any.
///
/// Complexity: as `projection`, in space linear in the groups. Throws: as that.
[[nodiscard]] CAPGRAPH_EXPORT std::uint64_t
num_projected_pairs(std::size_t member_count, group_rows groups, run_options const& run = {});

} // namespace capgraph::inline v0

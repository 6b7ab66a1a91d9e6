// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/algorithm/group_rows.hpp>
#include <capgraph/core/export.hpp>
#include <capgraph/graph/packed_graph.hpp>
#include <capgraph/run/run_options.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
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
/// Each pair is found from its lower end, among the later members of its groups, and that twice:
/// pairs are first counted, where nothing is added up, so that what is taken at the peak is known
/// before; then they are added up in a row of sums (Gustavson 1978) and written where they belong.
///
/// Complexity: O(sum of k^2) over groups of k members, in space linear in the groups and 24 bytes a
///   pair, charged to the budget once they are counted. Members are shared out among the threads in
///   at most 16 blocks.
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

/// Hears of a member, the later members it shares groups with, and how many groups with each.
using projected_row_visitor =
    std::function<void(std::uint32_t member, std::span<std::uint32_t const> others,
                       std::span<std::uint32_t const> shared)>;

/// Tells each pair of `projection` once, from its lower end, without keeping any.
///
/// Members come in order, also those without a pair; the others of one come as the groups are first
/// shared, not ascending. Always in the calling thread.
///
/// Complexity: as `projection`, in space linear in the groups. Throws: as that, and what `visit`
/// throws.
CAPGRAPH_EXPORT void visit_projected_rows(std::size_t member_count, group_rows groups,
                                          projected_row_visitor const& visit,
                                          run_options const& run = {});

} // namespace capgraph::inline v0

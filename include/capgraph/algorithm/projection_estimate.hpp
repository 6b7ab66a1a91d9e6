// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/algorithm/group_rows.hpp>
#include <capgraph/core/export.hpp>
#include <capgraph/run/run_options.hpp>

#include <cstddef>
#include <cstdint>

namespace capgraph::inline v0 {

/// How many pairs a projection has, told before it is made.
struct projection_estimate {
    /// Surely at least so many: the pairs of each member in its largest group.
    std::uint64_t at_least = 0;
    /// Surely at most so many.
    std::uint64_t at_most = 0;
    /// Between `min` and `max` with a probability of at least `confidence`, over all seeds; within
    /// the sure bounds. Where pairs are so few that they were counted: equal, and 1.
    std::uint64_t min = 0;
    std::uint64_t max = 0;
    double confidence = 1.0;
    /// How many meetings were drawn; 0 where pairs were counted.
    std::uint64_t samples = 0;

    friend bool operator==(projection_estimate const&, projection_estimate const&) = default;
};

struct projection_estimate_options {
    /// In (0, 1).
    double confidence = 0.99;
    /// Meetings to draw, at most; more narrow the bounds by the square root.
    std::uint64_t samples = std::uint64_t{1} << 14U;
    /// So few meetings, or a few times the participations, are counted instead.
    std::uint64_t counted = std::uint64_t{1} << 16U;
};

/// How many pairs `projection` would find.
///
/// A pair that shares s groups meets s times. Of all meetings, sum of k(k - 1)/2 over groups of k,
/// some are drawn (`run.seed`), and the mean of 1/s among them is the number of pairs by the number
/// of meetings. Bounds are the narrower of Hoeffding's and of the empirical Bernstein bounds, which
/// hold for any number of samples.
///
/// `memberships`: the groups of each member, ascending: `groups` the other way round.
/// Complexity: O(members + groups + participations), in space linear in the groups.
/// Throws: `std::invalid_argument` for a confidence outside (0, 1) or less than two samples; `error`
///   with `cancelled`. Rows are taken as they are: see `projection` for what they must be.
/// Reference: Maurer & Pontil, "Empirical Bernstein bounds and sample-variance penalization", COLT
///   2009; Hoeffding, Journal of the American Statistical Association 58, 1963.
[[nodiscard]] CAPGRAPH_EXPORT projection_estimate
estimate_projection(group_rows groups, group_rows memberships,
                    projection_estimate_options const& options = {}, run_options const& run = {});

/// The bytes that `projection` takes at its peak for so many pairs, its result among them: what it
/// charges to the budget. Threads beyond the first take more where there is room, 13 bytes a
/// member.
[[nodiscard]] CAPGRAPH_EXPORT std::uint64_t
projection_bytes(std::size_t member_count, group_rows groups, std::uint64_t pairs) noexcept;

} // namespace capgraph::inline v0

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/algorithm/look_through.hpp>
#include <capgraph/core/export.hpp>
#include <capgraph/core/part_bounds.hpp>
#include <capgraph/graph/stake_matrix.hpp>
#include <capgraph/run/run_options.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace capgraph::inline v0 {

struct ultimate_options {
    unknown_owners unknown = unknown_owners::impossible;
    /// Vertices whose owners are not told here but elsewhere: anybody's.
    std::span<std::uint32_t const> open{};
    /// How much work the sharp upper ends may take, in looks at a stake.
    std::uint64_t most_work = 20'000'000;
    /// As those of `look_through_options`.
    double tolerance = 1e-12;
    std::uint64_t most_sweeps = 100'000;
};

/// Who in the end holds one company.
struct ultimate_parts {
    /// Beside the ends that were asked for.
    std::vector<part_bounds> parts;
    /// What nobody is said to hold.
    part_bounds unknown;
    /// Whether all bounds are reached, or approached, by stakes within theirs.
    bool is_sharp = true;
};

/// The part of `target` that each of `ends` holds through chains of any length; chains end at all
/// of them. Parts and the unknown rest add up to the whole.
///
/// Bounds and findings are as those of `look_through` with one end as the holder, all of whose
/// answers this finds at once where stakes are exact.
///
/// Complexity: O(n + m) for exact stakes, for others that times the number of ends; beyond
///   `most_work` their upper ends are what all the others leave. Beside the cyclic part, as
///   `look_through`. Throws: as that.
/// Reference: as `look_through`.
[[nodiscard]] CAPGRAPH_EXPORT ultimate_parts ultimate_parts_of(stake_matrix const& w,
                                                               std::uint32_t target,
                                                               std::span<std::uint32_t const> ends,
                                                               ultimate_options const& options = {},
                                                               run_options const& run = {});

} // namespace capgraph::inline v0

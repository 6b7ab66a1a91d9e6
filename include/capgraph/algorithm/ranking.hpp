// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/export.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace capgraph::inline v0 {

/// One row of a ranking.
struct ranked_vertex {
    std::uint32_t vertex = 0;
    double score = 0.0;
    std::uint64_t rank = 1; ///< One more than the number of vertices that score more.

    friend bool operator==(ranked_vertex const&, ranked_vertex const&) = default;
};

struct ranking_options {
    /// At most so many rows, of those that tie for the last ones the lower vertices; all if absent.
    std::optional<std::uint64_t> top = {};
    /// Scores tie with the highest of their rank when they differ from it by no more than this part
    /// of it, as centralities are sums and equal ones may differ in their last bits; 0: never else.
    double tie_tolerance = 1e-9;
};

/// The vertices from the highest score to the lowest, `scores[v]` being that of vertex v.
///
/// Vertices that tie share a rank and are ordered by number; the next rank counts them all: 1, 2,
/// 2, 4. Each row keeps its own score.
///
/// Complexity: O(V log V).
/// Throws: `std::invalid_argument` for a score that is NaN or a tolerance not in [0, 1);
///   `std::length_error` for more than 2^32 scores.
[[nodiscard]] CAPGRAPH_EXPORT std::vector<ranked_vertex>
ranking(std::span<double const> scores, ranking_options const& options = {});

} // namespace capgraph::inline v0

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/export.hpp>

#include <cstdint>
#include <optional>
#include <span>

namespace capgraph::inline v0 {

/// By what the number of shared neighbours of two vertices is divided: the three coefficients of
/// Latapy, Magnien and Del Vecchio, "Basic notions for the analysis of large two-mode networks",
/// Social Networks 30(1), 2008.
enum class overlap_coefficient {
    dot, ///< By that of the neighbours of either: Jaccard's.
    min, ///< By that of the one of fewer neighbours: 1 when they are all shared.
    max, ///< By that of the one of more neighbours.
};

/// How much of two lists of neighbours is shared, in [0, 1].
///
/// Each list ascends and has no neighbour twice. None when both are empty, and for `min` when
/// either is: there is nothing to divide by.
///
/// Complexity: linear in both.
/// Throws: `std::invalid_argument` when a list doesn't ascend, or has a neighbour twice.
[[nodiscard]] CAPGRAPH_EXPORT std::optional<double>
neighbourhood_overlap(std::span<std::uint32_t const> a, std::span<std::uint32_t const> b,
                      overlap_coefficient coefficient = overlap_coefficient::dot);

/// Neighbours, and beside each the weight of the tie with it.
struct weighted_neighbours {
    std::span<std::uint32_t const> neighbours; ///< Ascending, each once.
    std::span<double const> weights;           ///< As many as neighbours.
};

/// How alike two weighted lists of neighbours are, in [0, 1]: the sum of the lesser of both weights
/// of each neighbour, divided by the sum of the greater; who is not in a list has weight 0 there.
///
/// None when all weights are 0, or there is none. With weights of 1 it is Jaccard's coefficient.
///
/// Complexity: linear in both.
/// Throws: `std::invalid_argument` as `neighbourhood_overlap`, and for lists of neighbours and
///   weights of unlike length, and a weight that is negative, NaN or infinite.
/// Reference: Ruzicka, "Anwendung mathematisch-statistischer Methoden in der Geobotanik", Biologia
///   13, 1958.
[[nodiscard]] CAPGRAPH_EXPORT std::optional<double> weighted_jaccard(weighted_neighbours const& a,
                                                                     weighted_neighbours const& b);

} // namespace capgraph::inline v0

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace capgraph::inline v0 {

/// A graph as three arrays that somebody else owns: what the compiled kernels take.
///
/// Row v, the targets of the arcs out of vertex v, lies at [offsets[v], offsets[v + 1]) of
/// `targets`, ascending; `weights`, where there are any, runs beside `targets`. An undirected graph
/// is in its symmetric form: each edge is two arcs, one in the row of either end, and a self-loop
/// is twice in its row. `offsets` has one element more than there are vertices (or none, when there
/// is no vertex).
///
/// See: `pack`, which makes one of any Boost.Graph type; `csr_graph::view`, which costs nothing.
struct csr_view {
    std::span<std::uint64_t const> offsets;
    std::span<std::uint32_t const> targets;
    std::span<double const> weights; ///< Empty when the graph is unweighted.

    [[nodiscard]] constexpr std::size_t num_vertices() const noexcept
    {
        return offsets.empty() ? 0 : offsets.size() - 1;
    }

    /// The number of arcs: the edges of a directed graph, twice those of an undirected one.
    [[nodiscard]] constexpr std::uint64_t num_arcs() const noexcept { return targets.size(); }

    [[nodiscard]] constexpr bool is_weighted() const noexcept { return !weights.empty(); }

    /// The number of arcs out of `v`. Precondition: `v < num_vertices()`, here and below.
    [[nodiscard]] constexpr std::uint64_t degree(std::uint32_t v) const noexcept
    {
        return offsets[std::size_t{v} + 1] - offsets[v];
    }

    /// The targets of the arcs out of `v`, ascending.
    [[nodiscard]] constexpr std::span<std::uint32_t const> row(std::uint32_t v) const noexcept
    {
        return targets.subspan(offsets[v], degree(v));
    }

    /// The weights beside `row(v)`; empty when the graph is unweighted.
    [[nodiscard]] constexpr std::span<double const> weights_of(std::uint32_t v) const noexcept
    {
        return is_weighted() ? weights.subspan(offsets[v], degree(v)) : weights;
    }

    /// The same rows without their weights.
    [[nodiscard]] constexpr csr_view unweighted() const noexcept { return {offsets, targets, {}}; }
};

} // namespace capgraph::inline v0

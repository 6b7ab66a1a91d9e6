// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/algorithm/distinct_arcs.hpp>
#include <capgraph/graph/concepts.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <stdexcept>
#include <vector>

namespace capgraph::inline v0 {

namespace detail {

template <undirected_graph Graph>
[[nodiscard]] std::vector<std::uint64_t> distinct_degrees(Graph const& g)
{
    std::vector<std::uint64_t> degrees(static_cast<std::size_t>(num_vertices(g)), 0);
    for_each_distinct_arc(g, [&](std::size_t u, std::size_t) { ++degrees[u]; });
    return degrees;
}

// Throws: std::invalid_argument unless there is one of `count` things for each vertex.
inline void require_one_each(std::size_t count, std::size_t vertex_count)
{
    if (count != vertex_count) {
        throw std::invalid_argument{"capgraph: not one label or value for each vertex"};
    }
}

// The values of the vertices that have an edge, brought near 1 and into (-1, 1); empty where they
// are all alike. Those of isolated vertices are left as they are.
[[nodiscard]] inline std::vector<double> comparable(std::span<double const> values,
                                                    std::vector<std::uint64_t> const& degrees)
{
    double largest = 0.0;
    auto any = false;
    auto is_constant = true;
    double first = 0.0;
    for (std::size_t v = 0; v < values.size(); ++v) {
        if (degrees[v] > 0) {
            first = any ? first : values[v];
            any = true;
            is_constant = is_constant && values[v] == first;
            largest = std::max(largest, std::abs(values[v]));
        }
    }
    if (is_constant) {
        return {};
    }
    std::vector<double> result(values.begin(), values.end());
    auto const shift = -std::ilogb(largest) - 1;
    for (auto& value : result) {
        value = std::scalbn(value, shift);
    }
    return result;
}

} // namespace detail

/// The correlation of a value at the two ends of the edges, in [-1, 1]: `values[v]` is that of
/// vertex v.
///
/// Here and below parallel edges count as one, self-loops not at all, weights are ignored. 1 when
/// each edge joins equal values. None when the values at the ends of all edges are alike, or
/// there is no edge. Values of isolated vertices don't matter.
///
/// Complexity: O(V + E) time, O(V) space.
/// Throws: `std::invalid_argument` unless there is one value for each vertex and all are finite;
///   `std::out_of_range` when the vertices of `g` have gaps; `std::bad_alloc`.
/// Reference: Newman, "Mixing patterns in networks", Physical Review E 67, 2003.
template <undirected_graph Graph>
[[nodiscard]] std::optional<double> numeric_assortativity(Graph const& g,
                                                          std::span<double const> values)
{
    auto const n = static_cast<std::size_t>(num_vertices(g));
    detail::require_one_each(values.size(), n);
    if (!std::ranges::all_of(values, [](double value) { return std::isfinite(value); })) {
        throw std::invalid_argument{"capgraph::numeric_assortativity: a value that is not finite"};
    }
    auto const degrees = detail::distinct_degrees(g);
    auto x = detail::comparable(values, degrees);
    if (x.empty()) {
        return std::nullopt;
    }
    double ends = 0.0;
    double sum = 0.0;
    for (std::size_t v = 0; v < n; ++v) {
        ends += static_cast<double>(degrees[v]);
        sum += degrees[v] > 0 ? static_cast<double>(degrees[v]) * x[v] : 0.0;
    }
    double variance = 0.0;
    for (std::size_t v = 0; v < n; ++v) {
        x[v] -= sum / ends;
        variance += degrees[v] > 0 ? static_cast<double>(degrees[v]) * x[v] * x[v] : 0.0;
    }
    double covariance = 0.0;
    detail::for_each_distinct_arc(g,
                                  [&](std::size_t u, std::size_t v) { covariance += x[u] * x[v]; });
    return std::clamp(covariance / variance, -1.0, 1.0);
}

/// The correlation of the degrees at the two ends of the edges, in [-1, 1]: above 0 where hubs are
/// joined with hubs. A degree is a number of distinct other vertices.
///
/// None when the ends of all edges have one degree, as in a regular graph, or there is no edge.
///
/// Complexity: O(V + E) time, O(V) space.
/// Throws: `std::out_of_range` when the vertices of `g` have gaps; `std::bad_alloc`.
/// Reference: Newman, "Assortative mixing in networks", Physical Review Letters 89, 2002.
template <undirected_graph Graph>
[[nodiscard]] std::optional<double> degree_assortativity(Graph const& g)
{
    auto const degrees = detail::distinct_degrees(g);
    std::vector<double> values(degrees.size());
    std::ranges::transform(degrees, values.begin(),
                           [](std::uint64_t d) { return static_cast<double>(d); });
    return numeric_assortativity(g, values);
}

/// Whether edges join vertices of one label more often than chance: `labels[v]` is that of vertex
/// v, any number.
///
/// With e the part of the edges within a label and c the part expected by chance, that of the ends
/// of each label squared and summed: (e - c) / (1 - c). 1 when all edges are within labels, 0 when
/// as many as by chance, below 0 when fewer. None when the ends of all edges have one label, or
/// there is no edge. Labels of isolated vertices don't matter.
///
/// Complexity: O(V log V + E) time, O(V) space.
/// Throws: `std::invalid_argument` unless there is one label for each vertex; `std::out_of_range`
///   when the vertices of `g` have gaps; `std::bad_alloc`.
/// Reference: Newman, "Mixing patterns in networks", Physical Review E 67, 2003.
template <undirected_graph Graph>
[[nodiscard]] std::optional<double> categorical_assortativity(Graph const& g,
                                                              std::span<std::uint32_t const> labels)
{
    auto const n = static_cast<std::size_t>(num_vertices(g));
    detail::require_one_each(labels.size(), n);
    std::vector<std::uint32_t> known(labels.begin(), labels.end());
    std::ranges::sort(known);
    known.erase(std::unique(known.begin(), known.end()), known.end());
    std::vector<std::uint64_t> ends_of(known.size(), 0);
    std::uint64_t ends = 0;
    auto const degrees = detail::distinct_degrees(g);
    for (std::size_t v = 0; v < n; ++v) {
        auto const place = std::ranges::lower_bound(known, labels[v]) - known.begin();
        ends_of[static_cast<std::size_t>(place)] += degrees[v];
        ends += degrees[v];
    }
    if (std::ranges::count_if(ends_of, [](std::uint64_t count) { return count > 0; }) < 2) {
        return std::nullopt;
    }
    std::uint64_t within = 0;
    detail::for_each_distinct_arc(
        g, [&](std::size_t u, std::size_t v) { within += labels[u] == labels[v] ? 1U : 0U; });
    double chance = 0.0;
    for (auto const count : ends_of) {
        auto const part = static_cast<double>(count) / static_cast<double>(ends);
        chance += part * part;
    }
    return (static_cast<double>(within) / static_cast<double>(ends) - chance) / (1.0 - chance);
}

} // namespace capgraph::inline v0

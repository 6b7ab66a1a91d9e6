// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

// Centralities by distance, straight from the definitions.

#include "algorithm/sample_graphs.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

namespace capgraph::test {

/// The shortest of the edges from u to v; infinite where there is none.
inline dense_matrix lengths_of(sample_graph const& g, bool both_ways)
{
    auto result =
        dense_matrix(g.n, std::vector<double>(g.n, std::numeric_limits<double>::infinity()));
    for (std::size_t i = 0; i < g.edges.size(); ++i) {
        auto const [u, v] = g.edges[i];
        auto const length = g.weights.empty() ? 1.0 : g.weights[i];
        result[u][v] = std::min(result[u][v], length);
        if (both_ways) {
            result[v][u] = std::min(result[v][u], length);
        }
    }
    return result;
}

/// Lengths of shortest paths by Floyd and Warshall.
inline dense_matrix shortest_lengths(dense_matrix d)
{
    auto const n = d.size();
    for (std::size_t v = 0; v < n; ++v) {
        d[v][v] = 0.0;
    }
    for (std::size_t k = 0; k < n; ++k) {
        for (std::size_t u = 0; u < n; ++u) {
            for (std::size_t v = 0; v < n; ++v) {
                d[u][v] = std::min(d[u][v], d[u][k] + d[k][v]);
            }
        }
    }
    return d;
}

/// Distances from v to the others that it reaches or, turned round, from these to v.
inline std::vector<double> distances_of(dense_matrix const& d, std::size_t v, bool turned = false)
{
    std::vector<double> result;
    for (std::size_t u = 0; u < d.size(); ++u) {
        auto const distance = turned ? d[u][v] : d[v][u];
        if (u != v && std::isfinite(distance)) {
            result.push_back(distance);
        }
    }
    return result;
}

} // namespace capgraph::test

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

// Centralities by distance, straight from the definitions.

#include "algorithm/sample_graphs.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>
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

/// How many shortest paths lead from s to each vertex: over a last step each, from nearer ones
/// first. Sums of `lengths` must be exact.
inline std::vector<double> path_counts_from(dense_matrix const& lengths, dense_matrix const& d,
                                            std::size_t s)
{
    std::vector<std::size_t> order(d.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return d[s][a] < d[s][b]; });
    std::vector<double> count(d.size(), 0.0);
    count[s] = 1.0;
    for (auto const v : order) {
        for (std::size_t last = 0; last < d.size(); ++last) {
            if (last != v && std::isfinite(d[s][v]) && d[s][last] + lengths[last][v] == d[s][v]) {
                count[v] += count[last];
            }
        }
    }
    return count;
}

/// Betweenness summed over ordered pairs, along lengths.
inline std::vector<double> betweenness_along(dense_matrix const& lengths)
{
    auto const n = lengths.size();
    auto const d = shortest_lengths(lengths);
    dense_matrix count;
    for (std::size_t s = 0; s < n; ++s) {
        count.push_back(path_counts_from(lengths, d, s));
    }
    std::vector<double> score(n, 0.0);
    for (std::size_t s = 0; s < n; ++s) {
        for (std::size_t t = 0; t < n; ++t) {
            for (std::size_t v = 0; v < n; ++v) {
                if (s != t && s != v && t != v && std::isfinite(d[s][t])
                    && d[s][v] + d[v][t] == d[s][t]) {
                    score[v] += count[s][v] * count[v][t] / count[s][t];
                }
            }
        }
    }
    return score;
}

} // namespace capgraph::test

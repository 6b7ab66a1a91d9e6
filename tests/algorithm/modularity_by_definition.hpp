// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

// Modularity pair by pair, as Newman and Barber define it, and the highest there is, by trying all.

#include "algorithm/sample_graphs.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <numeric>
#include <optional>
#include <vector>

namespace capgraph::test {

using labels = std::vector<std::uint32_t>;

/// Entry [u][v]: the weight of all edges between u and v; on the diagonal twice that of the
/// self-loops.
inline dense_matrix adjacency_by_definition(sample_graph const& g)
{
    auto a = zero_matrix(g.n);
    for (std::size_t i = 0; i < g.edges.size(); ++i) {
        auto const [u, v] = g.edges[i];
        auto const weight = g.weights.empty() ? 1.0 : g.weights[i];
        a[u][v] += weight;
        a[v][u] += weight;
    }
    return a;
}

/// What each pair in one community adds: a matrix B of which modularity is a sum of entries.
struct pair_gains {
    dense_matrix gain;
    bool has_edges = false;

    [[nodiscard]] std::optional<double> modularity(labels const& community) const
    {
        double sum = 0.0;
        for (std::size_t u = 0; u < gain.size(); ++u) {
            for (std::size_t v = 0; v < gain.size(); ++v) {
                sum += community[u] == community[v] ? gain[u][v] : 0.0;
            }
        }
        return has_edges ? std::optional{sum} : std::nullopt;
    }
};

/// (A_uv - r k_u k_v / 2m) / 2m; in a two-mode graph (A_uv - r k_u k_v / m) / m for u on the first
/// side and v on the second, 0 for other pairs.
inline pair_gains pair_gains_of(sample_graph const& g, double resolution,
                                std::optional<std::size_t> first_side = {})
{
    auto a = adjacency_by_definition(g);
    std::vector<double> k(g.n, 0.0);
    for (std::size_t u = 0; u < g.n; ++u) {
        k[u] = std::accumulate(a[u].begin(), a[u].end(), 0.0);
    }
    auto const ends = std::accumulate(k.begin(), k.end(), 0.0);
    auto const all = first_side ? ends / 2.0 : ends;
    for (std::size_t u = 0; u < g.n; ++u) {
        for (std::size_t v = 0; v < g.n; ++v) {
            auto const counts = !first_side || (u < *first_side && v >= *first_side);
            a[u][v] = counts ? (a[u][v] - resolution * k[u] * k[v] / all) / all : 0.0;
        }
    }
    return {a, ends > 0.0};
}

/// Calls `visit` for each way to part n vertices: Bell's number of times.
inline void for_each_partition(std::size_t n, std::function<void(labels const&)> const& visit)
{
    labels community(n, 0);
    std::function<void(std::size_t, std::uint32_t)> const place = [&](std::size_t v,
                                                                      std::uint32_t used) {
        if (v == n) {
            visit(community);
            return;
        }
        for (std::uint32_t c = 0; c <= used; ++c) {
            community[v] = c;
            place(v + 1, std::max(used, c + 1));
        }
    };
    place(0, 0);
}

inline double highest_by_definition(pair_gains const& gains)
{
    double highest = -1e300;
    for_each_partition(gains.gain.size(), [&](labels const& community) {
        highest = std::max(highest, *gains.modularity(community));
    });
    return highest;
}

} // namespace capgraph::test

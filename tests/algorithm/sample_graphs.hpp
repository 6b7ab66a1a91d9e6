// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

// Graphs to test algorithms on, as lists of edges that become any type of graph.

#include <capgraph/graph/csr_graph.hpp>

#include "support/oracles.hpp"

#include <boost/graph/adjacency_list.hpp>

#include <cstddef>
#include <cstdint>
#include <numeric>
#include <random>
#include <utility>
#include <vector>

namespace capgraph::test {

using boost_undirected = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;
using boost_directed = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;

struct sample_graph {
    std::size_t n = 0;
    std::vector<edge_ends> edges;
    std::vector<double> weights = {}; ///< Empty for an unweighted graph.

    [[nodiscard]] undirected_csr_graph undirected() const
    {
        return undirected_csr_graph{n, edges, weights};
    }
    [[nodiscard]] csr_graph directed() const { return csr_graph{n, edges, weights}; }

    template <class Boost>
    [[nodiscard]] Boost as() const
    {
        Boost g(n);
        for (auto const& e : edges) {
            add_edge(e.source, e.target, g);
        }
        return g;
    }

    /// Without self-loops; undirected, the matrix is symmetric.
    [[nodiscard]] dense_matrix matrix() const
    {
        auto a = zero_matrix(n);
        for (std::size_t i = 0; i < edges.size(); ++i) {
            auto const [u, v] = edges[i];
            a[u][v] += u == v ? 0.0 : weights.empty() ? 1.0 : weights[i];
        }
        return a;
    }
    [[nodiscard]] dense_matrix symmetric_matrix() const { return symmetric(matrix()); }

    /// Vertex v of this becomes vertex `to[v]`.
    [[nodiscard]] sample_graph relabelled(std::vector<std::uint32_t> const& to) const
    {
        auto result = *this;
        for (auto& e : result.edges) {
            e = {to[e.source], to[e.target]};
        }
        return result;
    }

    /// This and `other` beside it, its vertices numbered after these.
    [[nodiscard]] sample_graph beside(sample_graph const& other) const
    {
        auto result = *this;
        for (auto const& e : other.edges) {
            auto const shift = static_cast<std::uint32_t>(n);
            result.edges.push_back({e.source + shift, e.target + shift});
        }
        result.weights.insert(result.weights.end(), other.weights.begin(), other.weights.end());
        result.n += other.n;
        return result;
    }
};

/// Vertex 0 joined to each of `leaves` others.
inline sample_graph star(std::uint32_t leaves)
{
    sample_graph g{.n = leaves + std::size_t{1}, .edges = {}};
    for (std::uint32_t leaf = 1; leaf <= leaves; ++leaf) {
        g.edges.push_back({0, leaf});
    }
    return g;
}

/// 0 - 1 - ... - n - 1
inline sample_graph path(std::uint32_t n)
{
    sample_graph g{.n = n, .edges = {}};
    for (std::uint32_t v = 1; v < n; ++v) {
        g.edges.push_back({v - 1, v});
    }
    return g;
}

/// A path whose ends are joined; n >= 3.
inline sample_graph cycle(std::uint32_t n)
{
    auto g = path(n);
    g.edges.push_back({n - 1, 0});
    return g;
}

inline sample_graph complete(std::uint32_t n)
{
    sample_graph g{.n = n, .edges = {}};
    for (std::uint32_t v = 1; v < n; ++v) {
        for (std::uint32_t u = 0; u < v; ++u) {
            g.edges.push_back({u, v});
        }
    }
    return g;
}

/// Each of [0, first) joined to each of [first, first + second).
inline sample_graph complete_bipartite(std::uint32_t first, std::uint32_t second)
{
    sample_graph g{.n = std::size_t{first} + second, .edges = {}};
    for (std::uint32_t u = 0; u < first; ++u) {
        for (std::uint32_t v = first; v < first + second; ++v) {
            g.edges.push_back({u, v});
        }
    }
    return g;
}

/// Each of the n * n ordered pairs once with the given chance in a thousand; self-loops and edges
/// both ways among them, and one in eight twice.
// NOLINTNEXTLINE(bugprone-easily-swappable-parameters)
inline sample_graph random_graph(std::uint32_t n, unsigned thousandths, unsigned seed)
{
    std::mt19937_64 random{seed}; // its distributions differ between libraries, its numbers don't
    sample_graph g{.n = n, .edges = {}};
    for (std::uint32_t u = 0; u < n; ++u) {
        for (std::uint32_t v = 0; v < n; ++v) {
            if (random() % 1000 < thousandths) {
                g.edges.insert(g.edges.end(), random() % 8 == 0 ? 2 : 1, edge_ends{u, v});
            }
        }
    }
    return g;
}

/// Edges between [0, first) and [first, first + second) only.
// NOLINTNEXTLINE(bugprone-easily-swappable-parameters)
inline sample_graph random_two_mode(std::uint32_t first, std::uint32_t second, unsigned thousandths,
                                    unsigned seed)
{
    std::mt19937_64 random{seed};
    sample_graph g{.n = std::size_t{first} + second, .edges = {}};
    for (auto const& e : complete_bipartite(first, second).edges) {
        if (random() % 1000 < thousandths) {
            g.edges.push_back(e);
        }
    }
    return g;
}

/// The same edges with weights 1/8, 2/8 ... 16/8.
inline sample_graph randomly_weighted(sample_graph g, unsigned seed)
{
    std::mt19937_64 random{seed};
    g.weights.clear();
    for (std::size_t i = 0; i < g.edges.size(); ++i) {
        g.weights.push_back(static_cast<double>(random() % 16 + 1) / 8.0);
    }
    return g;
}

/// A permutation of [0, n).
inline std::vector<std::uint32_t> random_permutation(std::size_t n, unsigned seed)
{
    std::mt19937_64 random{seed};
    std::vector<std::uint32_t> to(n);
    std::iota(to.begin(), to.end(), 0U);
    for (auto left = n; left > 1; --left) {
        std::swap(to[left - 1], to[random() % left]);
    }
    return to;
}

/// `scores` as the graph `relabelled(to)` should have them.
inline std::vector<double> relabelled(std::vector<double> const& scores,
                                      std::vector<std::uint32_t> const& to)
{
    std::vector<double> result(scores.size());
    for (std::size_t v = 0; v < scores.size(); ++v) {
        result[to[v]] = scores[v];
    }
    return result;
}

} // namespace capgraph::test

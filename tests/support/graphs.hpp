// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/graph/csr_graph.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

// Named graphs whose answers are known, and random ones. Each is a list of edges; as_directed and
// as_undirected make a graph of it.
namespace capgraph::test {

struct edge_list {
    std::size_t vertices = 0;
    std::vector<edge_ends> edges;
    std::vector<double> weights; // one an edge, or none
};

inline csr_graph as_directed(edge_list const& list)
{
    return csr_graph{list.vertices, list.edges, list.weights};
}

inline undirected_csr_graph as_undirected(edge_list const& list)
{
    return undirected_csr_graph{list.vertices, list.edges, list.weights};
}

inline edge_list edgeless(std::uint32_t n)
{
    return {n, {}, {}};
}

/// 0 - 1 - 2 - ... - (n - 1)
inline edge_list path(std::uint32_t n)
{
    edge_list g{n, {}, {}};
    for (std::uint32_t v = 1; v < n; ++v) {
        g.edges.push_back({v - 1, v});
    }
    return g;
}

/// A path whose last vertex leads back to 0: a self-loop for n = 1.
inline edge_list cycle(std::uint32_t n)
{
    auto g = path(n);
    if (n > 0) {
        g.edges.push_back({n - 1, 0});
    }
    return g;
}

/// 0 in the middle, 1 .. leaves around it.
inline edge_list star(std::uint32_t leaves)
{
    edge_list g{std::size_t{leaves} + 1, {}, {}};
    for (std::uint32_t leaf = 1; leaf <= leaves; ++leaf) {
        g.edges.push_back({0, leaf});
    }
    return g;
}

/// Every pair once, from the lower vertex to the higher.
inline edge_list complete(std::uint32_t n)
{
    edge_list g{n, {}, {}};
    for (std::uint32_t u = 0; u < n; ++u) {
        for (std::uint32_t v = u + 1; v < n; ++v) {
            g.edges.push_back({u, v});
        }
    }
    return g;
}

/// [0, a) on one side, [a, a + b) on the other.
inline edge_list complete_bipartite(std::uint32_t a, std::uint32_t b)
{
    edge_list g{std::size_t{a} + b, {}, {}};
    for (std::uint32_t u = 0; u < a; ++u) {
        for (std::uint32_t v = 0; v < b; ++v) {
            g.edges.push_back({u, a + v});
        }
    }
    return g;
}

///   0       4
///   | \   / |     Two triangles and the bridge between them: 2 - 3.
///   |  2-3  |
///   | /   \ |
///   1       5
inline edge_list two_triangles()
{
    return {6, {{0, 1}, {0, 2}, {1, 2}, {2, 3}, {3, 4}, {3, 5}, {4, 5}}, {}};
}

/// An outer cycle 0 .. 4, an inner star 5 .. 9, and a spoke from each v to v + 5: 3-regular,
/// girth 5.
inline edge_list petersen()
{
    edge_list g{10, {}, {}};
    for (std::uint32_t v = 0; v < 5; ++v) {
        g.edges.push_back({v, (v + 1) % 5});
        g.edges.push_back({5 + v, 5 + (v + 2) % 5});
        g.edges.push_back({v, 5 + v});
    }
    return g;
}

/// The kite of Krackhardt (1990), in which degree, closeness and betweenness each name another
/// vertex as the most central: 3, then 5 and 6, then 7.
///
///     0---2
///    /|\ /|\          (0 - 1, 2, 3, 5; 1 - 3, 4, 6; 2 - 3, 5; 3 - 4, 5, 6; 4 - 6; 5 - 6, 7;
///   1-+-3-+-5---7--8--9    6 - 7; 7 - 8; 8 - 9)
///    \|/ \|/   /
///     4---6---'
inline edge_list krackhardt_kite()
{
    return {10,
            {{0, 1},
             {0, 2},
             {0, 3},
             {0, 5},
             {1, 3},
             {1, 4},
             {1, 6},
             {2, 3},
             {2, 5},
             {3, 4},
             {3, 5},
             {3, 6},
             {4, 6},
             {5, 6},
             {5, 7},
             {6, 7},
             {7, 8},
             {8, 9}},
            {}};
}

/// Random numbers that are the same with every standard library (Steele, Lea & Flood 2014).
class splitmix {
public:
    explicit splitmix(std::uint64_t seed) : state_{seed} {}

    std::uint64_t operator()()
    {
        state_ += 0x9e3779b97f4a7c15U;
        auto z = state_;
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31U);
    }

    /// In [0, bound).
    std::uint32_t below(std::size_t bound) { return static_cast<std::uint32_t>((*this)() % bound); }

    /// In [0, 1).
    double fraction() { return static_cast<double>((*this)() >> 11U) * 0x1.0p-53; }

private:
    std::uint64_t state_;
};

/// `m` edges with ends anywhere: parallel edges and self-loops, too, many when n is small.
inline edge_list random_multigraph(std::uint32_t n, std::size_t m, std::uint64_t seed)
{
    edge_list g{n, {}, {}};
    splitmix random{seed};
    for (std::size_t i = 0; n > 0 && i != m; ++i) {
        auto const source = random.below(n);
        g.edges.push_back({source, random.below(n)});
    }
    return g;
}

/// The same, with small whole weights of at least 1, whose sums are exact.
inline edge_list random_weighted_multigraph(std::uint32_t n, std::size_t m, std::uint64_t seed)
{
    auto g = random_multigraph(n, m, seed);
    splitmix random{seed + 1'000'003};
    for (std::size_t i = 0; i != g.edges.size(); ++i) {
        g.weights.push_back(1 + random.below(9));
    }
    return g;
}

/// Every pair with the probability `p`, from the lower vertex to the higher: no loops, none twice.
inline edge_list random_simple_graph(std::uint32_t n, double p, std::uint64_t seed)
{
    edge_list g{n, {}, {}};
    splitmix random{seed};
    for (auto const& e : complete(n).edges) {
        if (random.fraction() < p) {
            g.edges.push_back(e);
        }
    }
    return g;
}

} // namespace capgraph::test

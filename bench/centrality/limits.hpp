// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

// What no method that reads each arc can pass, and the loop that anyone would write first.

#include "measure.hpp"

#include <capgraph/graph/csr_graph.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace bench {

/// Eight doubles, one for each source of a batch.
struct alignas(64) line {
    std::array<double, 8> of{};
};

/// To each vertex's line those of its neighbours are added.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
[[gnu::target_clones("avx512f", "avx2", "default")]]
#endif
inline void
gather_lines(capgraph::csr_view const& g, std::vector<line> const& from, std::vector<line>& to)
{
    for (std::uint32_t v = 0; v < to.size(); ++v) {
        line sum;
        for (auto const u : g.row(v)) {
            for (std::size_t k = 0; k < 8; ++k) {
                sum.of[k] += from[u].of[k];
            }
        }
        to[v] = sum;
    }
}

/// Milliseconds for reading a line of 64 bytes at each arc: the least of some passes.
inline double gather_time(capgraph::undirected_csr_graph const& g, int passes = 9)
{
    std::vector<line> from(num_vertices(g));
    std::vector<line> to(num_vertices(g));
    auto least = time_of([&] { gather_lines(g.view(), from, to); });
    for (int i = 0; i < passes; ++i) {
        std::swap(from, to);
        least = std::min(least, time_of([&] { gather_lines(g.view(), from, to); }));
    }
    return least;
}

/// x = factor A S x + constant, S dividing by the degree where `by_degree`, so many times, from
/// x = start.
struct plain_iteration {
    double factor = 0.0;
    double constant = 0.0;
    double start = 0.0;
    bool by_degree = false;
    int times = 100;

    [[nodiscard]] std::vector<double> operator()(capgraph::undirected_csr_graph const& g) const
    {
        auto const view = g.view();
        std::vector<double> x(num_vertices(g), start);
        std::vector<double> part(x.size());
        for (int i = 0; i < times; ++i) {
            for (std::uint32_t v = 0; v < x.size(); ++v) {
                auto const degree = by_degree ? static_cast<double>(view.row(v).size()) : 1.0;
                part[v] = x[v] / degree;
            }
            for (std::uint32_t v = 0; v < x.size(); ++v) {
                auto sum = 0.0;
                for (auto const u : view.row(v)) {
                    sum += part[u];
                }
                x[v] = factor * sum + constant;
            }
        }
        return x;
    }
};

} // namespace bench

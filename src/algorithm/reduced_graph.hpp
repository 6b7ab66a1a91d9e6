// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "algorithm/graph_blocks.hpp"

#include <capgraph/graph/csr_view.hpp>
#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/memory_budget.hpp>
#include <capgraph/run/run_options.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace capgraph::inline v0::detail {

struct reduction_choice {
    bool twins = true;
    bool sides = true;
};

// A graph on which shortest paths are counted in place of another. Its nodes are the vertices of
// one block each, closed twins together: neighbours with the same neighbours lie between nobody who
// is not between the same for the other.
//
// A side is a node whose neighbours are all each other's: no shortest path leads over it. The other
// nodes are inner ones. Those of a block are numbered from the inner ones on, near ones next to
// each other, then its sides; of rows the same holds, as they ascend. Blocks of sides alone are
// left out.
struct reduced_graph {
    struct block {
        std::uint32_t first;
        std::uint32_t sides;
        std::uint32_t last;
    };

    std::vector<std::uint64_t> offsets{0};
    std::vector<std::uint32_t> targets;
    std::vector<std::uint64_t> side_offsets; // where in its row the sides begin
    std::vector<double> multiplicities;      // how many twins there are
    std::vector<double> weights;             // how many vertices all of them are reached for
    std::vector<block> blocks;
    std::vector<std::uint64_t> vertex_offsets{0};
    std::vector<std::uint32_t> vertices; // of which each inner node was made

    // Bytes that are needed to make one and keep it.
    [[nodiscard]] static std::uint64_t space(csr_view g, graph_blocks const& cut) noexcept;

    [[nodiscard]] std::size_t num_nodes() const noexcept { return weights.size(); }
    [[nodiscard]] std::span<std::uint32_t const> row(std::uint32_t u) const noexcept
    {
        return between(offsets[u], offsets[std::size_t{u} + 1]);
    }
    [[nodiscard]] std::span<std::uint32_t const> inner_row(std::uint32_t u) const noexcept
    {
        return between(offsets[u], side_offsets[u]);
    }
    [[nodiscard]] std::span<std::uint32_t const> vertices_of(std::uint32_t u) const noexcept
    {
        return std::span{vertices}.subspan(
            static_cast<std::size_t>(vertex_offsets[u]),
            static_cast<std::size_t>(vertex_offsets[std::size_t{u} + 1] - vertex_offsets[u]));
    }

private:
    [[nodiscard]] std::span<std::uint32_t const> between(std::uint64_t first,
                                                         std::uint64_t last) const noexcept
    {
        return std::span{targets}.subspan(static_cast<std::size_t>(first),
                                          static_cast<std::size_t>(last - first));
    }
};

// Precondition: `g` is simple and undirected, and `cut` is made of it.
//
// Complexity: that of counting the triangles of `g`.
// Reference: Sariyuce, Saule, Kaya & Catalyurek, "Shattering and compressing networks for
//   betweenness centrality", SIAM Data Mining 2013.
[[nodiscard]] reduced_graph reduce(csr_view g, graph_blocks const& cut,
                                   reduction_choice const& choice, memory_budget const& budget,
                                   run_options const& run, checkpoint const& check);

} // namespace capgraph::inline v0::detail

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/graph/directed_csr_graph.hpp>
#include <capgraph/graph/directed_edge.hpp>
#include <capgraph/graph/graph_types.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>

namespace capgraph::inline v0 {
namespace detail {

/// The arcs out of a vertex and then those into it, all seen as leading away from it.
///
/// Positions start at the vertex's row of out-arcs; `Numbers` numbers the two kinds.
template <class Numbers>
struct read_joined_arc {
    std::uint32_t const* targets = nullptr;
    std::uint32_t const* sources = nullptr;
    std::uint64_t const* arcs = nullptr;
    std::uint64_t out_end = 0;  // position of the first in-arc
    std::uint64_t in_begin = 0; // where that one stands in sources and arcs
    std::uint32_t vertex = 0;

    constexpr directed_edge operator()(std::uint64_t k) const noexcept
    {
        if (k < out_end) {
            return {vertex, targets[k], Numbers::out(k)};
        }
        auto const j = in_begin + (k - out_end);
        return {vertex, sources[j], Numbers::in(arcs[j])};
    }
};

/// The other ends of `read_joined_arc`'s edges.
struct read_neighbour {
    std::uint32_t const* targets = nullptr;
    std::uint32_t const* sources = nullptr;
    std::uint64_t out_end = 0;
    std::uint64_t in_begin = 0;

    constexpr std::uint32_t operator()(std::uint64_t k) const noexcept
    {
        return k < out_end ? targets[k] : sources[in_begin + (k - out_end)];
    }
};

/// Where the two rows of `v` lie, and how to read them one after the other.
struct joined_rows {
    joined_rows(csr_graph const& g, std::uint32_t v) noexcept
        : targets_{g.view().targets.data()}, sources_{g.in_view().targets.data()},
          arcs_{g.in_arcs().data()}, first_{g.view().offsets.data()[v]}, out_end_{first_
                                                                                  + out_degree(v,
                                                                                               g)},
          in_begin_{g.in_view().offsets.data()[v]}, last_{out_end_ + in_degree(v, g)}, vertex_{v}
    {
    }

    template <class Numbers>
    [[nodiscard]] auto edges() const noexcept
    {
        return positions(reader<Numbers>(), first_, last_);
    }
    template <class Numbers>
    [[nodiscard]] auto swapped_edges() const noexcept
    {
        return positions(swapped(reader<Numbers>()), first_, last_);
    }
    [[nodiscard]] auto neighbours() const noexcept
    {
        return positions(read_neighbour{targets_, sources_, out_end_, in_begin_}, first_, last_);
    }

private:
    template <class Numbers>
    [[nodiscard]] read_joined_arc<Numbers> reader() const noexcept
    {
        return {targets_, sources_, arcs_, out_end_, in_begin_, vertex_};
    }

    std::uint32_t const* targets_;
    std::uint32_t const* sources_;
    std::uint64_t const* arcs_;
    std::uint64_t first_;
    std::uint64_t out_end_;
    std::uint64_t in_begin_;
    std::uint64_t last_;
    std::uint32_t vertex_;
};

} // namespace detail
} // namespace capgraph::inline v0

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/graph/directed_csr_graph.hpp>
#include <capgraph/graph/directed_edge.hpp>
#include <capgraph/graph/graph_types.hpp>
#include <capgraph/graph/joined_arcs.hpp>

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <utility>

namespace capgraph::inline v0 {
namespace detail {

// Edge i forward is 2i, backward 2i + 1.
struct paired_numbers {
    static constexpr std::uint64_t out(std::uint64_t arc) noexcept { return 2 * arc; }
    static constexpr std::uint64_t in(std::uint64_t arc) noexcept { return 2 * arc + 1; }
};

// The same seen from the other side: an edge out of a vertex is met as its reverse, which leads
// into it.
struct reverse_numbers {
    static constexpr std::uint64_t out(std::uint64_t arc) noexcept { return 2 * arc + 1; }
    static constexpr std::uint64_t in(std::uint64_t arc) noexcept { return 2 * arc; }
};

/// Every edge, each followed by its reverse.
class residual_edge_iterator {
public:
    using value_type = directed_edge;
    using reference = value_type;
    using pointer = void;
    using difference_type = std::ptrdiff_t;
    using iterator_category = std::input_iterator_tag;
    using iterator_concept = std::forward_iterator_tag;

    constexpr residual_edge_iterator() noexcept = default;
    constexpr explicit residual_edge_iterator(arc_iterator at) noexcept : at_{at} {}

    [[nodiscard]] constexpr reference operator*() const noexcept
    {
        auto const e = *at_;
        return is_backward_ ? directed_edge{e.target, e.source, paired_numbers::in(e.index)}
                            : directed_edge{e.source, e.target, paired_numbers::out(e.index)};
    }
    constexpr residual_edge_iterator& operator++() noexcept
    {
        if (is_backward_) {
            ++at_;
        }
        is_backward_ = !is_backward_;
        return *this;
    }
    constexpr residual_edge_iterator operator++(int) noexcept
    {
        auto const before = *this;
        ++*this;
        return before;
    }
    friend constexpr bool operator==(residual_edge_iterator const&,
                                     residual_edge_iterator const&) noexcept = default;

private:
    arc_iterator at_;
    bool is_backward_ = false;
};

} // namespace detail

/// A directed graph with the reverse of every edge beside it, as flow algorithms want it, without a
/// copy.
///
/// Edge i of the graph is edge 2i here, and edge 2i + 1 leads back. Capacities and flows are the
/// caller's, by edge number; a reverse edge has the capacity 0. It lives as long as the graph stays
/// where it is.
class residual_view : public detail::graph_types {
public:
    using edge_descriptor = directed_edge;
    using out_edge_iterator =
        detail::position_iterator<detail::read_joined_arc<detail::paired_numbers>>;
    using in_edge_iterator = detail::position_iterator<
        detail::read_swapped<detail::read_joined_arc<detail::reverse_numbers>>>;
    using adjacency_iterator = detail::position_iterator<detail::read_neighbour>;
    using edge_iterator = detail::residual_edge_iterator;
    using directed_category = boost::bidirectional_tag;
    using traversal_category = detail::view_traversal;

    explicit residual_view(csr_graph const& g) noexcept : graph_{&g} {}

    /// The graph without the reverse edges.
    [[nodiscard]] csr_graph const& base() const noexcept { return *graph_; }

    [[nodiscard]] std::uint64_t index_of(directed_edge const& e) const noexcept { return e.index; }

    /// The edge that takes back what flows along `e`.
    [[nodiscard]] directed_edge reverse(directed_edge const& e) const noexcept
    {
        return {e.target, e.source, e.index ^ 1U};
    }

    /// The edge of `base()` that `e` or its reverse stands for.
    [[nodiscard]] directed_edge base_edge(directed_edge const& e) const noexcept
    {
        return is_reverse(e) ? directed_edge{e.target, e.source, e.index / 2}
                             : directed_edge{e.source, e.target, e.index / 2};
    }
    [[nodiscard]] bool is_reverse(directed_edge const& e) const noexcept
    {
        return e.index % 2 != 0;
    }

    friend std::size_t num_vertices(residual_view const& g) noexcept
    {
        return num_vertices(*g.graph_);
    }
    friend std::uint64_t num_edges(residual_view const& g) noexcept
    {
        return 2 * num_edges(*g.graph_);
    }
    friend std::pair<vertex_iterator, vertex_iterator> vertices(residual_view const& g) noexcept
    {
        return vertices(*g.graph_);
    }
    friend std::pair<edge_iterator, edge_iterator> edges(residual_view const& g) noexcept
    {
        auto const [first, last] = edges(*g.graph_);
        return {edge_iterator{first}, edge_iterator{last}};
    }
    friend std::uint32_t source(directed_edge const& e, residual_view const&) noexcept
    {
        return e.source;
    }
    friend std::uint32_t target(directed_edge const& e, residual_view const&) noexcept
    {
        return e.target;
    }

    friend std::pair<out_edge_iterator, out_edge_iterator>
    out_edges(std::uint32_t v, residual_view const& g) noexcept
    {
        return detail::joined_rows{*g.graph_, v}.edges<detail::paired_numbers>();
    }
    friend std::pair<in_edge_iterator, in_edge_iterator> in_edges(std::uint32_t v,
                                                                  residual_view const& g) noexcept
    {
        return detail::joined_rows{*g.graph_, v}.swapped_edges<detail::reverse_numbers>();
    }
    friend std::pair<adjacency_iterator, adjacency_iterator>
    adjacent_vertices(std::uint32_t v, residual_view const& g) noexcept
    {
        return detail::joined_rows{*g.graph_, v}.neighbours();
    }
    friend std::uint64_t out_degree(std::uint32_t v, residual_view const& g) noexcept
    {
        return degree(v, *g.graph_);
    }
    friend std::uint64_t in_degree(std::uint32_t v, residual_view const& g) noexcept
    {
        return degree(v, *g.graph_);
    }
    friend std::uint64_t degree(std::uint32_t v, residual_view const& g) noexcept
    {
        return 2 * degree(v, *g.graph_);
    }

private:
    csr_graph const* graph_;
};

/// `g` with the reverse of every edge; `g` stays the owner.
[[nodiscard]] inline residual_view residual(csr_graph const& g) noexcept
{
    return residual_view{g};
}
residual_view residual(csr_graph const&& g) = delete;

} // namespace capgraph::inline v0

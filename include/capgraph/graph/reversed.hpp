// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/graph/directed_csr_graph.hpp>
#include <capgraph/graph/directed_edge.hpp>
#include <capgraph/graph/graph_types.hpp>

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <utility>

namespace capgraph::inline v0 {
namespace detail {

// All arcs of a graph, turned round.
class swapped_arc_iterator {
public:
    using value_type = directed_edge;
    using reference = value_type;
    using pointer = void;
    using difference_type = std::ptrdiff_t;
    using iterator_category = std::input_iterator_tag;
    using iterator_concept = std::forward_iterator_tag;

    constexpr swapped_arc_iterator() noexcept = default;
    constexpr explicit swapped_arc_iterator(arc_iterator at) noexcept : at_{at} {}

    [[nodiscard]] constexpr reference operator*() const noexcept { return (*at_).swapped(); }
    constexpr swapped_arc_iterator& operator++() noexcept
    {
        ++at_;
        return *this;
    }
    constexpr swapped_arc_iterator operator++(int) noexcept
    {
        auto const before = *this;
        ++at_;
        return before;
    }
    friend constexpr bool operator==(swapped_arc_iterator const&,
                                     swapped_arc_iterator const&) noexcept = default;

private:
    arc_iterator at_;
};

} // namespace detail

/// A directed graph with every edge turned round, without a copy.
///
/// Vertices and the numbers of the edges stay. It lives as long as the graph stays where it is.
class reversed_view : public detail::graph_types {
public:
    using edge_descriptor = directed_edge;
    using out_edge_iterator = detail::position_iterator<detail::read_swapped<detail::read_in_arc>>;
    using in_edge_iterator = detail::position_iterator<detail::read_swapped<detail::read_out_arc>>;
    using adjacency_iterator = std::uint32_t const*;
    using edge_iterator = detail::swapped_arc_iterator;
    using directed_category = boost::bidirectional_tag;
    using traversal_category = detail::view_traversal;

    explicit reversed_view(csr_graph const& g) noexcept : graph_{&g} {}

    /// The graph as it was.
    [[nodiscard]] csr_graph const& base() const noexcept { return *graph_; }

    [[nodiscard]] bool is_weighted() const noexcept { return graph_->is_weighted(); }
    [[nodiscard]] double weight(directed_edge const& e) const noexcept { return graph_->weight(e); }
    [[nodiscard]] std::uint64_t index_of(directed_edge const& e) const noexcept { return e.index; }

    friend std::size_t num_vertices(reversed_view const& g) noexcept
    {
        return num_vertices(*g.graph_);
    }
    friend std::uint64_t num_edges(reversed_view const& g) noexcept { return num_edges(*g.graph_); }
    friend std::pair<vertex_iterator, vertex_iterator> vertices(reversed_view const& g) noexcept
    {
        return vertices(*g.graph_);
    }
    friend std::pair<edge_iterator, edge_iterator> edges(reversed_view const& g) noexcept
    {
        auto const [first, last] = edges(*g.graph_);
        return {edge_iterator{first}, edge_iterator{last}};
    }
    friend std::uint32_t source(directed_edge const& e, reversed_view const&) noexcept
    {
        return e.source;
    }
    friend std::uint32_t target(directed_edge const& e, reversed_view const&) noexcept
    {
        return e.target;
    }

    friend std::pair<out_edge_iterator, out_edge_iterator>
    out_edges(std::uint32_t v, reversed_view const& g) noexcept
    {
        auto const rows = g.graph_->in_view();
        return detail::positions(detail::swapped(detail::read_in_arc{
                                     rows.targets.data(), g.graph_->in_arcs().data(), v}),
                                 rows.offsets.data()[v], rows.offsets.data()[std::size_t{v} + 1]);
    }
    friend std::uint64_t out_degree(std::uint32_t v, reversed_view const& g) noexcept
    {
        return in_degree(v, *g.graph_);
    }
    friend std::pair<in_edge_iterator, in_edge_iterator> in_edges(std::uint32_t v,
                                                                  reversed_view const& g) noexcept
    {
        auto const rows = g.graph_->view();
        return detail::positions(detail::swapped(detail::read_out_arc{rows.targets.data(), v}),
                                 rows.offsets.data()[v], rows.offsets.data()[std::size_t{v} + 1]);
    }
    friend std::uint64_t in_degree(std::uint32_t v, reversed_view const& g) noexcept
    {
        return out_degree(v, *g.graph_);
    }
    friend std::uint64_t degree(std::uint32_t v, reversed_view const& g) noexcept
    {
        return degree(v, *g.graph_);
    }
    friend std::pair<adjacency_iterator, adjacency_iterator>
    adjacent_vertices(std::uint32_t v, reversed_view const& g) noexcept
    {
        auto const rows = g.graph_->in_view();
        auto const* const bounds = rows.offsets.data() + v;
        return {rows.targets.data() + bounds[0], rows.targets.data() + bounds[1]};
    }

private:
    csr_graph const* graph_;
};

/// `g` with every edge turned round; `g` stays the owner.
[[nodiscard]] inline reversed_view reversed(csr_graph const& g) noexcept
{
    return reversed_view{g};
}
reversed_view reversed(csr_graph const&& g) = delete;

} // namespace capgraph::inline v0

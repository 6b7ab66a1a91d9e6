// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/graph/directed_csr_graph.hpp>
#include <capgraph/graph/directed_edge.hpp>
#include <capgraph/graph/graph_types.hpp>
#include <capgraph/graph/joined_arcs.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>

namespace capgraph::inline v0 {
namespace detail {

// Both arcs of an edge bear its number.
struct shared_numbers {
    static constexpr std::uint64_t out(std::uint64_t arc) noexcept { return arc; }
    static constexpr std::uint64_t in(std::uint64_t arc) noexcept { return arc; }
};

} // namespace detail

/// A directed graph whose edges have lost their direction, without a copy.
///
/// The edges at a vertex are those out of it, then those into it. Two edges of opposite directions
/// become two parallel edges; a self-loop is met twice at its vertex, as in any undirected graph.
/// Vertices and the numbers of the edges stay. It lives as long as the graph stays where it is.
class undirected_view : public detail::graph_types {
public:
    using edge_descriptor = directed_edge;
    using out_edge_iterator =
        detail::position_iterator<detail::read_joined_arc<detail::shared_numbers>>;
    using in_edge_iterator = detail::position_iterator<
        detail::read_swapped<detail::read_joined_arc<detail::shared_numbers>>>;
    using adjacency_iterator = detail::position_iterator<detail::read_neighbour>;
    using edge_iterator = detail::arc_iterator;
    using directed_category = boost::undirected_tag;
    using traversal_category = detail::view_traversal;

    explicit undirected_view(csr_graph const& g) noexcept : graph_{&g} {}

    /// The graph with its directions.
    [[nodiscard]] csr_graph const& base() const noexcept { return *graph_; }

    [[nodiscard]] bool is_weighted() const noexcept { return graph_->is_weighted(); }
    [[nodiscard]] double weight(directed_edge const& e) const noexcept { return graph_->weight(e); }
    [[nodiscard]] std::uint64_t index_of(directed_edge const& e) const noexcept { return e.index; }

    friend std::size_t num_vertices(undirected_view const& g) noexcept
    {
        return num_vertices(*g.graph_);
    }
    friend std::uint64_t num_edges(undirected_view const& g) noexcept
    {
        return num_edges(*g.graph_);
    }
    friend std::pair<vertex_iterator, vertex_iterator> vertices(undirected_view const& g) noexcept
    {
        return vertices(*g.graph_);
    }
    friend std::pair<edge_iterator, edge_iterator> edges(undirected_view const& g) noexcept
    {
        return edges(*g.graph_);
    }
    friend std::uint32_t source(directed_edge const& e, undirected_view const&) noexcept
    {
        return e.source;
    }
    friend std::uint32_t target(directed_edge const& e, undirected_view const&) noexcept
    {
        return e.target;
    }

    friend std::pair<out_edge_iterator, out_edge_iterator>
    out_edges(std::uint32_t v, undirected_view const& g) noexcept
    {
        return detail::joined_rows{*g.graph_, v}.edges<detail::shared_numbers>();
    }
    friend std::pair<in_edge_iterator, in_edge_iterator> in_edges(std::uint32_t v,
                                                                  undirected_view const& g) noexcept
    {
        return detail::joined_rows{*g.graph_, v}.swapped_edges<detail::shared_numbers>();
    }
    friend std::pair<adjacency_iterator, adjacency_iterator>
    adjacent_vertices(std::uint32_t v, undirected_view const& g) noexcept
    {
        return detail::joined_rows{*g.graph_, v}.neighbours();
    }
    friend std::uint64_t degree(std::uint32_t v, undirected_view const& g) noexcept
    {
        return degree(v, *g.graph_);
    }
    friend std::uint64_t out_degree(std::uint32_t v, undirected_view const& g) noexcept
    {
        return degree(v, g);
    }
    friend std::uint64_t in_degree(std::uint32_t v, undirected_view const& g) noexcept
    {
        return degree(v, g);
    }

private:
    csr_graph const* graph_;
};

/// `g` without its directions; `g` stays the owner.
[[nodiscard]] inline undirected_view undirected(csr_graph const& g) noexcept
{
    return undirected_view{g};
}
undirected_view undirected(csr_graph const&& g) = delete;

} // namespace capgraph::inline v0

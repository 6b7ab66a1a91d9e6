// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/graph/concepts.hpp>
#include <capgraph/graph/graph_types.hpp>
#include <capgraph/graph/kept_iterator.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace capgraph::inline v0 {
namespace detail {

struct keep_all {
    constexpr bool operator()(auto const&) const noexcept { return true; }
};

} // namespace detail

/// A graph of ours without some of its edges and vertices, without a copy.
///
/// **Trap**: numbers stay. A hidden vertex remains as an isolated one, so that the vertices are
/// still [0, num_vertices) and arrays by vertex fit; hence each hidden vertex is a component of its
/// own, and a mean over vertices counts it. Numbers of edges stay too: they have gaps, and reach as
/// far as those of the whole graph. Where that won't do, `pack` it, or build a graph of what is
/// left.
///
/// Degrees and `num_edges` are counted: O(degree), O(E). The view lives as long as the graph stays
/// where it is, its iterators as long as the view does.
template <detail::own_graph Graph, std::predicate<edge_t<Graph>> EdgePredicate,
          std::predicate<vertex_t<Graph>> VertexPredicate>
class filtered_view : public detail::graph_types {
    template <class Base, class Read = detail::as_edge>
    using kept = detail::kept_iterator<filtered_view, Base, Read>;

public:
    using edge_descriptor = edge_t<Graph>;
    using out_edge_iterator = kept<typename Graph::out_edge_iterator>;
    using in_edge_iterator = kept<typename Graph::in_edge_iterator>;
    using adjacency_iterator = kept<typename Graph::out_edge_iterator, detail::as_target>;
    using edge_iterator = kept<typename Graph::edge_iterator>;
    using directed_category = typename Graph::directed_category;
    using traversal_category = detail::view_traversal;

    filtered_view(Graph const& g, EdgePredicate keep_edge, VertexPredicate keep_vertex)
        : graph_{&g}, keep_edge_{std::move(keep_edge)}, keep_vertex_{std::move(keep_vertex)}
    {
    }

    /// The graph with all its edges.
    [[nodiscard]] Graph const& base() const noexcept { return *graph_; }

    /// Whether edge `e` of `base()` is there: it and both its ends are kept.
    [[nodiscard]] bool keeps(edge_descriptor const& e) const
    {
        return keep_vertex_(source(e, *graph_)) && keep_vertex_(target(e, *graph_))
               && keep_edge_(e);
    }

    [[nodiscard]] bool is_weighted() const noexcept requires detail::carries_weights<Graph>
    {
        return graph_->is_weighted();
    }
    [[nodiscard]] double
    weight(edge_descriptor const& e) const noexcept requires detail::carries_weights<Graph>
    {
        return graph_->weight(e);
    }
    /// The place of `e` among the edges of the whole graph.
    [[nodiscard]] std::uint64_t index_of(edge_descriptor const& e) const noexcept
    {
        return graph_->index_of(e);
    }

    friend std::size_t num_vertices(filtered_view const& g) noexcept
    {
        return num_vertices(*g.graph_);
    }
    friend std::pair<vertex_iterator, vertex_iterator> vertices(filtered_view const& g) noexcept
    {
        return vertices(*g.graph_);
    }
    friend std::uint64_t num_edges(filtered_view const& g) { return count(edges(g)); }
    friend std::pair<edge_iterator, edge_iterator> edges(filtered_view const& g)
    {
        return g.template keep<edge_iterator>(edges(*g.graph_));
    }
    friend std::uint32_t source(edge_descriptor const& e, filtered_view const& g) noexcept
    {
        return source(e, *g.graph_);
    }
    friend std::uint32_t target(edge_descriptor const& e, filtered_view const& g) noexcept
    {
        return target(e, *g.graph_);
    }

    friend std::pair<out_edge_iterator, out_edge_iterator> out_edges(std::uint32_t v,
                                                                     filtered_view const& g)
    {
        return g.template keep<out_edge_iterator>(out_edges(v, *g.graph_));
    }
    friend std::uint64_t out_degree(std::uint32_t v, filtered_view const& g)
    {
        return count(out_edges(v, g));
    }
    friend std::pair<in_edge_iterator, in_edge_iterator> in_edges(std::uint32_t v,
                                                                  filtered_view const& g)
    {
        return g.template keep<in_edge_iterator>(in_edges(v, *g.graph_));
    }
    friend std::uint64_t in_degree(std::uint32_t v, filtered_view const& g)
    {
        return count(in_edges(v, g));
    }
    friend std::uint64_t degree(std::uint32_t v, filtered_view const& g)
    {
        return undirected_graph<Graph> ? out_degree(v, g) : out_degree(v, g) + in_degree(v, g);
    }
    friend std::pair<adjacency_iterator, adjacency_iterator>
    adjacent_vertices(std::uint32_t v, filtered_view const& g)
    {
        return g.template keep<adjacency_iterator>(out_edges(v, *g.graph_));
    }

private:
    template <class Kept, class Base>
    [[nodiscard]] std::pair<Kept, Kept> keep(std::pair<Base, Base> const& range) const
    {
        return {Kept{*this, range.first, range.second}, Kept{*this, range.second, range.second}};
    }
    template <class Kept>
    [[nodiscard]] static std::uint64_t count(std::pair<Kept, Kept> range)
    {
        std::uint64_t n = 0;
        for (; range.first != range.second; ++range.first) {
            ++n;
        }
        return n;
    }

    Graph const* graph_;
    EdgePredicate keep_edge_;
    VertexPredicate keep_vertex_;
};

/// `g` with only the edges for which `keep(e)` holds; `g` stays the owner.
template <detail::own_graph Graph, std::predicate<edge_t<Graph>> EdgePredicate>
[[nodiscard]] auto filtered_edges(Graph const& g, EdgePredicate keep)
{
    return filtered_view<Graph, EdgePredicate, detail::keep_all>{g, std::move(keep), {}};
}

/// `g` with only the edges between vertices for which `keep(v)` holds; the others stay, isolated.
template <detail::own_graph Graph, std::predicate<vertex_t<Graph>> VertexPredicate>
[[nodiscard]] auto filtered_vertices(Graph const& g, VertexPredicate keep)
{
    return filtered_view<Graph, detail::keep_all, VertexPredicate>{g, {}, std::move(keep)};
}

/// `g` with only the edges kept by `keep_edge`, between vertices kept by `keep_vertex`.
template <detail::own_graph Graph, std::predicate<edge_t<Graph>> EdgePredicate,
          std::predicate<vertex_t<Graph>> VertexPredicate>
[[nodiscard]] auto filtered(Graph const& g, EdgePredicate keep_edge, VertexPredicate keep_vertex)
{
    return filtered_view<Graph, EdgePredicate, VertexPredicate>{g, std::move(keep_edge),
                                                                std::move(keep_vertex)};
}

template <detail::own_graph Graph, class Predicate>
void filtered_edges(Graph const&& g, Predicate keep) = delete;
template <detail::own_graph Graph, class Predicate>
void filtered_vertices(Graph const&& g, Predicate keep) = delete;
template <detail::own_graph Graph, class EdgePredicate, class VertexPredicate>
void filtered(Graph const&& g, EdgePredicate keep_edge, VertexPredicate keep_vertex) = delete;

} // namespace capgraph::inline v0

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <cstddef>

namespace boost {

struct undirected_tag; // of <boost/graph/graph_traits.hpp>, which costs more than this whole header

} // namespace boost

namespace capgraph::inline v0 {

// clang-format off
namespace detail {

// boost::graph_traits<T> does not compile for a T that is no graph, so a concept asks for the
// nested names first. Where T has them, boost::graph_traits reads just these: they are enough.
template <class T>
concept has_graph_traits = requires {
    typename T::vertex_descriptor;
    typename T::edge_descriptor;
    typename T::directed_category;
    typename T::edge_parallel_category;
    typename T::traversal_category;
};

} // namespace detail

/// The handle by which `Graph` names a vertex.
template <detail::has_graph_traits Graph>
using vertex_t = typename Graph::vertex_descriptor;

/// The handle by which `Graph` names an edge.
template <detail::has_graph_traits Graph>
using edge_t = typename Graph::edge_descriptor;

/// A Boost.Graph type whose vertices are the integers [0, num_vertices(g)), and whose out-edges can
/// be walked.
///
/// `boost::adjacency_list` with `vecS` vertices, `boost::compressed_sparse_row_graph` and all our
/// graphs and views model it. A `boost::filtered_graph` that hides vertices does but in part: it
/// counts them still, and still walks the edges out of them, but `vertices(g)` leaves them out.
template <class Graph>
concept indexed_graph = detail::has_graph_traits<Graph>
    && std::unsigned_integral<vertex_t<Graph>>
    && requires(Graph const& g, vertex_t<Graph> v, edge_t<Graph> e) {
           { num_vertices(g) } -> std::convertible_to<std::size_t>;
           { *vertices(g).first } -> std::convertible_to<vertex_t<Graph>>;
           { *out_edges(v, g).first } -> std::convertible_to<edge_t<Graph>>;
           { target(e, g) } -> std::convertible_to<vertex_t<Graph>>;
       };

/// An indexed graph whose edges have no direction: each is among the out-edges of both its ends.
template <class Graph>
concept undirected_graph = indexed_graph<Graph>
    && std::same_as<typename Graph::directed_category, boost::undirected_tag>;

/// What tells the weight of each edge of `Graph`: a callable from its edges to double.
template <class Weight, class Graph>
concept edge_weight_function = indexed_graph<Graph>
    && requires(Weight const& weight, edge_t<Graph> e) {
           { weight(e) } -> std::convertible_to<double>;
       };

namespace detail {

// A graph that carries its own weights, as ours do.
template <class Graph>
concept carries_weights = indexed_graph<Graph>
    && requires(Graph const& g, edge_t<Graph> e) {
           { g.is_weighted() } -> std::same_as<bool>;
           { g.weight(e) } -> std::same_as<double>;
       };

} // namespace detail
// clang-format on

} // namespace capgraph::inline v0

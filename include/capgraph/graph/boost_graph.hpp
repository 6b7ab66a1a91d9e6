// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

// Include this to run the algorithms of Boost.Graph on the graphs and views of this layer. It
// completes what they declare (the traversal tags) and adds their property maps:
//
// - boost::vertex_index: the vertex itself;
// - boost::edge_index: `g.index_of(e)`, in [0, num_edges);
// - boost::edge_weight: `g.weight(e)`, where the graph carries weights (1 when it is unweighted);
// - boost::edge_reverse: `g.reverse(e)`, on a residual_view.
//
// All are computed, none is stored. Maps hold the graph's address.
#include <capgraph/graph/graph_types.hpp>

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/property_map/property_map.hpp>

#include <cstdint>
#include <utility>

namespace capgraph::inline v0 {
namespace detail {

struct view_traversal : virtual boost::vertex_list_graph_tag,
                        virtual boost::edge_list_graph_tag,
                        virtual boost::adjacency_graph_tag,
                        virtual boost::bidirectional_graph_tag {};

struct matrix_traversal : view_traversal, virtual boost::adjacency_matrix_tag {};

// clang-format off
template <class Graph>
concept own_weighted_graph = own_graph<Graph>
    && requires(Graph const& g, typename Graph::edge_descriptor e) { g.weight(e); };

template <class Graph>
concept own_residual_graph = own_graph<Graph>
    && requires(Graph const& g, typename Graph::edge_descriptor e) { g.reverse(e); };
// clang-format on

using vertex_index_map = boost::typed_identity_property_map<std::uint32_t>;

/// A readable map from the edges of a graph to what `Read` makes of each.
template <class Graph, class Read>
struct edge_map {
    using key_type = typename Graph::edge_descriptor;
    using value_type = decltype(Read{}(std::declval<Graph const&>(), key_type{}));
    using reference = value_type;
    using category = boost::readable_property_map_tag;

    Graph const* graph = nullptr;

    [[nodiscard]] reference operator[](key_type const& e) const { return Read{}(*graph, e); }
    friend reference get(edge_map const& map, key_type const& e) { return map[e]; }
};

struct read_index {
    template <class Graph>
    auto operator()(Graph const& g, auto const& e) const
    {
        return g.index_of(e);
    }
};
struct read_weight {
    template <class Graph>
    auto operator()(Graph const& g, auto const& e) const
    {
        return g.weight(e);
    }
};
struct read_reverse {
    template <class Graph>
    auto operator()(Graph const& g, auto const& e) const
    {
        return g.reverse(e);
    }
};

template <class Map>
struct map_types {
    using type = Map;
    using const_type = Map;
};

} // namespace detail

template <detail::own_graph Graph>
[[nodiscard]] detail::vertex_index_map get(boost::vertex_index_t, Graph const&)
{
    return {};
}
template <detail::own_graph Graph>
[[nodiscard]] std::uint32_t get(boost::vertex_index_t, Graph const&, std::uint32_t v)
{
    return v;
}

template <detail::own_graph Graph>
[[nodiscard]] detail::edge_map<Graph, detail::read_index> get(boost::edge_index_t, Graph const& g)
{
    return {&g};
}
template <detail::own_graph Graph>
[[nodiscard]] std::uint64_t get(boost::edge_index_t, Graph const& g,
                                typename Graph::edge_descriptor const& e)
{
    return g.index_of(e);
}

template <detail::own_weighted_graph Graph>
[[nodiscard]] detail::edge_map<Graph, detail::read_weight> get(boost::edge_weight_t, Graph const& g)
{
    return {&g};
}
template <detail::own_weighted_graph Graph>
[[nodiscard]] double get(boost::edge_weight_t, Graph const& g,
                         typename Graph::edge_descriptor const& e)
{
    return g.weight(e);
}

template <detail::own_residual_graph Graph>
[[nodiscard]] detail::edge_map<Graph, detail::read_reverse> get(boost::edge_reverse_t,
                                                                Graph const& g)
{
    return {&g};
}
template <detail::own_residual_graph Graph>
[[nodiscard]] typename Graph::edge_descriptor get(boost::edge_reverse_t, Graph const& g,
                                                  typename Graph::edge_descriptor const& e)
{
    return g.reverse(e);
}

} // namespace capgraph::inline v0

template <capgraph::detail::own_graph Graph>
struct boost::property_map<Graph, boost::vertex_index_t>
    : capgraph::detail::map_types<capgraph::detail::vertex_index_map> {
};

template <capgraph::detail::own_graph Graph>
struct boost::property_map<Graph, boost::edge_index_t>
    : capgraph::detail::map_types<capgraph::detail::edge_map<Graph, capgraph::detail::read_index>> {
};

template <capgraph::detail::own_weighted_graph Graph>
struct boost::property_map<Graph, boost::edge_weight_t>
    : capgraph::detail::map_types<
          capgraph::detail::edge_map<Graph, capgraph::detail::read_weight>> {
};

template <capgraph::detail::own_residual_graph Graph>
struct boost::property_map<Graph, boost::edge_reverse_t>
    : capgraph::detail::map_types<
          capgraph::detail::edge_map<Graph, capgraph::detail::read_reverse>> {
};

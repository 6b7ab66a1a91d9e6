// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "support/graphs.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/property_map/property_map.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

// Boost.Graph's own graphs as oracles, and what is compared with them.
namespace capgraph::test {

using indexed_edge = boost::property<boost::edge_index_t, std::size_t,
                                     boost::property<boost::edge_weight_t, double>>;

template <class Direction>
using mirror_of =
    boost::adjacency_list<boost::vecS, boost::vecS, Direction, boost::no_property, indexed_edge>;
using directed_mirror = mirror_of<boost::bidirectionalS>;
using undirected_mirror = mirror_of<boost::undirectedS>;

/// The same edges in the same order; an edge's index is its place in the list.
template <class Mirror>
Mirror mirrored(edge_list const& list)
{
    Mirror g(list.vertices);
    for (std::size_t i = 0; i != list.edges.size(); ++i) {
        auto const weight = list.weights.empty() ? 1.0 : list.weights[i];
        add_edge(list.edges[i].source, list.edges[i].target, indexed_edge{i, {weight}}, g);
    }
    return g;
}

/// A range of Boost.Graph as a vector of what `read` makes of each element.
template <class Iterator, class Read>
auto collected(std::pair<Iterator, Iterator> range, Read const& read)
{
    std::vector<std::decay_t<decltype(read(*range.first))>> result;
    for (; range.first != range.second; ++range.first) {
        result.push_back(read(*range.first));
    }
    return result;
}

template <class T>
std::vector<T> sorted(std::vector<T> values)
{
    std::sort(values.begin(), values.end());
    return values;
}

using weighted_arc = std::pair<std::size_t, double>;

/// The other ends of the edges out of `v`, each with its edge's weight, in ascending order.
template <class Graph>
std::vector<weighted_arc> arcs_out(std::size_t v, Graph const& g)
{
    auto const weight = get(boost::edge_weight, g);
    auto const vertex = static_cast<typename Graph::vertex_descriptor>(v);
    return sorted(collected(out_edges(vertex, g), [&](auto const& e) {
        return weighted_arc{target(e, g), get(weight, e)};
    }));
}

/// The same for the edges into `v`.
template <class Graph>
std::vector<weighted_arc> arcs_in(std::size_t v, Graph const& g)
{
    auto const weight = get(boost::edge_weight, g);
    auto const vertex = static_cast<typename Graph::vertex_descriptor>(v);
    return sorted(collected(in_edges(vertex, g), [&](auto const& e) {
        return weighted_arc{source(e, g), get(weight, e)};
    }));
}

/// Values by vertex, as Boost.Graph writes them.
template <class Graph, class T>
auto by_vertex(Graph const& g, std::vector<T>& values)
{
    values.resize(num_vertices(g));
    return boost::make_iterator_property_map(values.begin(), get(boost::vertex_index, g));
}

/// Values by edge.
template <class Graph, class T>
auto by_edge(Graph const& g, std::vector<T>& values)
{
    values.resize(num_edges(g));
    return boost::make_iterator_property_map(values.begin(), get(boost::edge_index, g));
}

/// The same classes with the numbers 0, 1, ... in the order of their first members.
inline std::vector<std::size_t> renumbered(std::vector<std::size_t> const& classes)
{
    std::map<std::size_t, std::size_t> numbers;
    std::vector<std::size_t> result;
    result.reserve(classes.size());
    for (auto const c : classes) {
        result.push_back(numbers.emplace(c, numbers.size()).first->second);
    }
    return result;
}

} // namespace capgraph::test

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/graph/boost_graph.hpp>

#include <capgraph/graph/csr_graph.hpp>
#include <capgraph/graph/filtered.hpp>
#include <capgraph/graph/residual.hpp>
#include <capgraph/graph/reversed.hpp>
#include <capgraph/graph/undirected.hpp>

#include "support/catch2.hpp"

#include <boost/graph/graph_concepts.hpp>
#include <boost/property_map/property_map.hpp>

#include <utility>

// What Boost.Graph asks of a graph is met; that its algorithms give the right answers is shown in
// boost_graph_directed.cpp, boost_graph_undirected.cpp and boost_graph_flow.cpp.

using namespace capgraph;

namespace {

struct any_edge {
    bool operator()(auto const&) const { return true; }
};
using filtered_csr = decltype(filtered_edges(std::declval<csr_graph const&>(), any_edge{}));
using filtered_undirected =
    decltype(filtered_edges(std::declval<undirected_csr_graph const&>(), any_edge{}));

template <class Graph>
struct is_a_boost_graph {
    BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<Graph>));
    BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<Graph>));
    BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<Graph>));
    BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<Graph>));
    BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<Graph>));
    BOOST_CONCEPT_ASSERT((boost::concepts::ReadablePropertyGraph<
                          Graph, typename Graph::vertex_descriptor, boost::vertex_index_t>));
    BOOST_CONCEPT_ASSERT((boost::concepts::ReadablePropertyGraph<
                          Graph, typename Graph::edge_descriptor, boost::edge_index_t>));
};

template struct is_a_boost_graph<csr_graph>;
template struct is_a_boost_graph<undirected_csr_graph>;
template struct is_a_boost_graph<reversed_view>;
template struct is_a_boost_graph<undirected_view>;
template struct is_a_boost_graph<residual_view>;
template struct is_a_boost_graph<filtered_csr>;
template struct is_a_boost_graph<filtered_undirected>;

BOOST_CONCEPT_ASSERT((boost::AdjacencyMatrixConcept<csr_graph>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyMatrixConcept<undirected_csr_graph>));

template <class Graph>
using weight_map_of = typename boost::property_map<Graph, boost::edge_weight_t>::const_type;
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyMapConcept<weight_map_of<csr_graph>, directed_edge>));
BOOST_CONCEPT_ASSERT(
    (boost::ReadablePropertyMapConcept<weight_map_of<undirected_csr_graph>, undirected_edge>));
BOOST_CONCEPT_ASSERT(
    (boost::ReadablePropertyMapConcept<weight_map_of<reversed_view>, directed_edge>));

using const_weight_map = boost::property_map<csr_graph const, boost::edge_weight_t>::const_type;
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyMapConcept<const_weight_map, directed_edge>));

static_assert(boost::is_directed_graph<csr_graph>::value);
static_assert(boost::is_directed_bidirectional_graph<csr_graph>::value);
static_assert(boost::is_undirected_graph<undirected_csr_graph>::value);
static_assert(boost::is_undirected_graph<undirected_view>::value);
static_assert(boost::is_multigraph<csr_graph>::value);
static_assert(boost::is_adjacency_matrix<csr_graph const>::value);
static_assert(!boost::is_adjacency_matrix<reversed_view>::value);

} // namespace

TEST_CASE("boost_graph: the traits of a const graph are those of the graph", "[graph][boost]")
{
    CHECK(boost::graph_traits<csr_graph>::null_vertex()
          == boost::graph_traits<csr_graph const>::null_vertex());
    CHECK(boost::is_directed(csr_graph{}));
    CHECK_FALSE(boost::is_directed(undirected_csr_graph{}));
}

TEST_CASE("boost_graph: property maps tell index and weight", "[graph][boost]")
{
    csr_graph const g(3, {{0, 1}, {1, 2}}, {4, 5});
    auto const e = g.edge_at(1);
    CHECK(get(get(boost::vertex_index, g), 2U) == 2);
    CHECK(get(boost::vertex_index, g, 2U) == 2);
    CHECK(get(get(boost::edge_index, g), e) == 1);
    CHECK(get(boost::edge_index, g, e) == 1);
    CHECK(get(get(boost::edge_weight, g), e) == 5);
    CHECK(get(boost::edge_weight, g, e) == 5);
    CHECK(get(boost::edge_weight, g)[e] == 5);

    undirected_csr_graph const u(3, {{0, 1}, {2, 1}}, {4, 5});
    auto const from_2 = *out_edges(2, u).first;
    CHECK(get(boost::edge_index, u, from_2) == 1);
    CHECK(get(boost::edge_weight, u, from_2) == 5);
}

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/graph/concepts.hpp>

#include <capgraph/graph/csr_graph.hpp>
#include <capgraph/graph/filtered.hpp>
#include <capgraph/graph/residual.hpp>
#include <capgraph/graph/reversed.hpp>
#include <capgraph/graph/undirected.hpp>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/adjacency_matrix.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/filtered_graph.hpp>
#include <boost/graph/reverse_graph.hpp>

#include <string>
#include <type_traits>
#include <utility>
#include <vector>

using namespace capgraph;

namespace {

using directed_list = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;
using undirected_list = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;
using boost_csr = boost::compressed_sparse_row_graph<boost::directedS>;

// What the user brings.
static_assert(indexed_graph<directed_list>);
static_assert(indexed_graph<directed_list const>);
static_assert(indexed_graph<undirected_list>);
static_assert(
    indexed_graph<boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS>>);
static_assert(indexed_graph<boost::adjacency_list<boost::setS, boost::vecS>>);
static_assert(indexed_graph<boost_csr>);
static_assert(indexed_graph<boost::compressed_sparse_row_graph<boost::bidirectionalS>>);
static_assert(indexed_graph<boost::adjacency_matrix<boost::undirectedS>>);

// What we bring.
static_assert(indexed_graph<csr_graph>);
static_assert(indexed_graph<csr_graph const>);
static_assert(indexed_graph<undirected_csr_graph>);
static_assert(indexed_graph<reversed_view>);
static_assert(indexed_graph<undirected_view>);
static_assert(indexed_graph<residual_view>);
struct any_edge {
    bool operator()(directed_edge const&) const { return true; }
};
using filtered_csr = decltype(filtered_edges(std::declval<csr_graph const&>(), any_edge{}));
static_assert(indexed_graph<filtered_csr>);

// What is no graph, or has other vertices than numbers.
static_assert(!indexed_graph<int>);
static_assert(!indexed_graph<void>);
static_assert(!indexed_graph<std::string>);
static_assert(!indexed_graph<std::vector<std::vector<int>>>);
static_assert(!indexed_graph<csr_graph&>);
static_assert(!indexed_graph<csr_view>);
static_assert(!indexed_graph<boost::adjacency_list<boost::vecS, boost::listS>>);
static_assert(!indexed_graph<boost::adjacency_list<boost::vecS, boost::setS>>);

static_assert(undirected_graph<undirected_list>);
static_assert(undirected_graph<undirected_csr_graph>);
static_assert(undirected_graph<undirected_view>);
static_assert(!undirected_graph<directed_list>);
static_assert(!undirected_graph<boost_csr>);
static_assert(!undirected_graph<csr_graph>);
static_assert(!undirected_graph<reversed_view>);
static_assert(!undirected_graph<filtered_csr>);
static_assert(!undirected_graph<int>);

static_assert(std::is_same_v<vertex_t<csr_graph>, std::uint32_t>);
static_assert(std::is_same_v<vertex_t<directed_list>, std::size_t>);
static_assert(std::is_same_v<edge_t<csr_graph>, directed_edge>);
static_assert(std::is_same_v<edge_t<undirected_csr_graph>, undirected_edge>);

using weight_of_edge = double (*)(directed_edge const&);
static_assert(edge_weight_function<weight_of_edge, csr_graph>);
static_assert(!edge_weight_function<weight_of_edge, undirected_csr_graph>);
static_assert(!edge_weight_function<double, csr_graph>);
static_assert(!edge_weight_function<std::string (*)(directed_edge const&), csr_graph>);

static_assert(detail::carries_weights<csr_graph>);
static_assert(detail::carries_weights<undirected_csr_graph>);
static_assert(detail::carries_weights<reversed_view>);
static_assert(detail::carries_weights<undirected_view>);
static_assert(detail::carries_weights<filtered_csr>);
static_assert(!detail::carries_weights<residual_view>);
static_assert(!detail::carries_weights<directed_list>);

} // namespace

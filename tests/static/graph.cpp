// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// The types of the graph layer, to be held at compile time: what is regular, what iterates how, and
// what must not compile.
#include <capgraph/graph/csr_graph.hpp>
#include <capgraph/graph/filtered.hpp>
#include <capgraph/graph/pack.hpp>
#include <capgraph/graph/residual.hpp>
#include <capgraph/graph/reversed.hpp>
#include <capgraph/graph/undirected.hpp>

#include <concepts>
#include <iterator>
#include <type_traits>
#include <utility>

using namespace capgraph;

namespace {

// Values.
static_assert(std::regular<csr_graph>);
static_assert(std::regular<undirected_csr_graph>);
static_assert(std::regular<packed_graph>);
static_assert(std::regular<edge_ends> && std::totally_ordered<edge_ends>);
static_assert(std::regular<directed_edge> && std::totally_ordered<directed_edge>);
static_assert(std::regular<undirected_edge> && std::totally_ordered<undirected_edge>);
static_assert(std::is_nothrow_default_constructible_v<csr_graph>);
static_assert(std::is_nothrow_move_constructible_v<csr_graph>);
static_assert(std::is_nothrow_move_assignable_v<undirected_csr_graph>);
static_assert(!std::totally_ordered<csr_graph>);
// Graphs of two kinds don't compare, nor do views, which have no value of their own.
static_assert(!std::equality_comparable_with<csr_graph, undirected_csr_graph>);
static_assert(!std::equality_comparable<reversed_view>);
static_assert(!std::equality_comparable<undirected_view>);
static_assert(!std::equality_comparable<residual_view>);
static_assert(!std::is_same_v<csr_graph, undirected_csr_graph>);
static_assert(!std::convertible_to<csr_graph, undirected_csr_graph>);
static_assert(!std::convertible_to<std::size_t, csr_graph>);

// Handles and views are passed by value.
static_assert(std::is_trivially_copyable_v<csr_view> && sizeof(csr_view) == 48);
static_assert(std::is_trivially_copyable_v<directed_edge> && sizeof(directed_edge) == 16);
static_assert(std::is_trivially_copyable_v<undirected_edge> && sizeof(undirected_edge) == 24);
static_assert(
    std::is_trivially_copyable_v<reversed_view> && sizeof(reversed_view) == sizeof(void*));
static_assert(std::is_trivially_copyable_v<undirected_view>);
static_assert(std::is_trivially_copyable_v<residual_view>);

// Iterators: C++20 random access where a step of any length is O(1), else forward; C++17 input,
// since they return values.
template <class Iterator>
constexpr bool only_input_before_20 =
    std::is_same_v<typename std::iterator_traits<Iterator>::iterator_category,
                   std::input_iterator_tag>;

// clang-format off
template <class Graph>
constexpr bool iterates_rows_at_random =
    std::random_access_iterator<typename Graph::vertex_iterator>
    && std::random_access_iterator<typename Graph::out_edge_iterator>
    && std::random_access_iterator<typename Graph::in_edge_iterator>
    && std::random_access_iterator<typename Graph::adjacency_iterator>
    && std::sized_sentinel_for<typename Graph::out_edge_iterator, typename Graph::out_edge_iterator>
    && only_input_before_20<typename Graph::out_edge_iterator>
    && std::forward_iterator<typename Graph::edge_iterator>
    && !std::bidirectional_iterator<typename Graph::edge_iterator>
    && only_input_before_20<typename Graph::edge_iterator>;
// clang-format on

static_assert(iterates_rows_at_random<csr_graph>);
static_assert(iterates_rows_at_random<undirected_csr_graph>);
static_assert(iterates_rows_at_random<reversed_view>);
static_assert(iterates_rows_at_random<undirected_view>);
static_assert(iterates_rows_at_random<residual_view>);
static_assert(std::contiguous_iterator<csr_graph::adjacency_iterator>);
static_assert(sizeof(csr_graph::vertex_iterator) == 8);
static_assert(sizeof(csr_graph::out_edge_iterator)
              == 24); // speed: it sits on the stack of every DFS

struct any_edge {
    bool operator()(directed_edge const&) const { return true; }
};
using filtered_csr = decltype(filtered_edges(std::declval<csr_graph const&>(), any_edge{}));
static_assert(std::forward_iterator<filtered_csr::out_edge_iterator>);
static_assert(!std::random_access_iterator<filtered_csr::out_edge_iterator>);
static_assert(std::forward_iterator<filtered_csr::in_edge_iterator>);
static_assert(std::forward_iterator<filtered_csr::edge_iterator>);
static_assert(std::forward_iterator<filtered_csr::adjacency_iterator>);

// A view of something about to vanish does not compile.
template <class Graph>
concept reversible = requires(Graph&& g)
{
    reversed(std::forward<Graph>(g));
};
template <class Graph>
concept can_lose_direction = requires(Graph&& g)
{
    undirected(std::forward<Graph>(g));
};
template <class Graph>
concept has_residual = requires(Graph&& g)
{
    residual(std::forward<Graph>(g));
};
template <class Graph>
concept filterable = requires(Graph&& g)
{
    filtered_edges(std::forward<Graph>(g), any_edge{});
};
template <class Graph>
concept packable = requires(Graph&& g)
{
    pack(std::forward<Graph>(g));
};

static_assert(reversible<csr_graph const&> && !reversible<csr_graph>);
static_assert(can_lose_direction<csr_graph&> && !can_lose_direction<csr_graph>);
static_assert(has_residual<csr_graph const&> && !has_residual<csr_graph>);
static_assert(filterable<csr_graph const&> && !filterable<csr_graph>);
static_assert(packable<csr_graph const&> && !packable<csr_graph>);
static_assert(std::convertible_to<packed_graph const&, csr_view>);
static_assert(!std::convertible_to<packed_graph, csr_view>);

// Nor does one of something else.
static_assert(!reversible<undirected_csr_graph const&>);
static_assert(!has_residual<undirected_csr_graph const&>);
static_assert(!filterable<undirected_csr_graph const&>); // any_edge takes edges of csr_graph only
static_assert(!packable<int const&>);

} // namespace

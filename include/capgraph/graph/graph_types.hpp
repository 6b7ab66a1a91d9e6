// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/graph/position_iterator.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <utility>

// The tags of Boost.Graph, by name only: <boost/graph/graph_traits.hpp> makes them complete.
// Whoever runs Boost.Graph's algorithms on our graphs includes <capgraph/graph/boost_graph.hpp>,
// which has all that they need; whoever doesn't, doesn't pay for it.
namespace boost {

struct allow_parallel_edge_tag;
struct bidirectional_tag;
struct undirected_tag;

} // namespace boost

namespace capgraph::inline v0 {
namespace detail {

// What our graphs and views can do, in the words of Boost.Graph; complete in boost_graph.hpp.
struct view_traversal;
struct matrix_traversal;

struct read_vertex {
    constexpr std::uint32_t operator()(std::uint64_t position) const noexcept
    {
        return static_cast<std::uint32_t>(position);
    }
};

/// What boost::graph_traits reads alike from all our graphs and views.
///
/// Members, not a specialisation: that would serve `G` but not `G const`, for which betweenness and
/// core numbers ask.
struct graph_types {
    using vertex_descriptor = std::uint32_t;
    using vertex_iterator = position_iterator<read_vertex>;
    using edge_parallel_category = boost::allow_parallel_edge_tag;
    using vertices_size_type = std::size_t;
    using edges_size_type = std::uint64_t;
    using degree_size_type = std::uint64_t;

    /// No vertex: the one number that no vertex bears.
    [[nodiscard]] static constexpr vertex_descriptor null_vertex() noexcept
    {
        return ~vertex_descriptor{0};
    }

    // For the defaulted == of what derives, and for that alone: two kinds of graph don't compare.
    template <std::same_as<graph_types> Base>
    friend constexpr bool operator==(Base const&, Base const&) noexcept
    {
        return true;
    }
};

template <class Graph>
concept own_graph = std::derived_from<Graph, graph_types>;

template <class Read>
[[nodiscard]] constexpr std::pair<position_iterator<Read>, position_iterator<Read>>
positions(Read read, std::uint64_t first, std::uint64_t last) noexcept
{
    return {{read, first}, {read, last}};
}

} // namespace detail
} // namespace capgraph::inline v0

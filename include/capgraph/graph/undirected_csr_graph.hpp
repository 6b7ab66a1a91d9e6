// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/export.hpp>
#include <capgraph/graph/csr_view.hpp>
#include <capgraph/graph/direction.hpp>
#include <capgraph/graph/edge_ends.hpp>
#include <capgraph/graph/graph_types.hpp>
#include <capgraph/graph/packed_graph.hpp>
#include <capgraph/graph/undirected_edge.hpp>
#include <capgraph/run/run_options.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <utility>
#include <vector>

namespace capgraph::inline v0 {

/// An immutable undirected graph in symmetric compressed sparse rows.
///
/// Row v holds the neighbours of v, ascending; each edge is in the rows of both its ends, a
/// self-loop twice in its own, so that it counts two in the degree. Edges are numbered by lower
/// end, then higher end, then their place in the input; the j-th of several parallel edges in one
/// row is the j-th in the other. A regular type; handles and iterators live as long as the graph
/// stays where it is.
///
/// Space: 16 bytes a vertex and 8 an edge, 24 with weights: `index_of` works out what no edge keeps.
/// See: boost_graph.hpp, to run the algorithms of Boost.Graph on it; `filtered_edges`; `edge_order`,
///   to bring other figures into the order of the edges.
template <>
class basic_csr_graph<direction::undirected> : public detail::graph_types {
public:
    using edge_descriptor = undirected_edge;
    using out_edge_iterator = detail::position_iterator<detail::read_edge_out>;
    using in_edge_iterator = detail::position_iterator<detail::read_edge_in>;
    using adjacency_iterator = std::uint32_t const*;
    using edge_iterator = detail::edge_iterator;
    using directed_category = boost::undirected_tag;
    using traversal_category = detail::matrix_traversal;

    /// A graph without vertices.
    basic_csr_graph() noexcept = default;

    /// The graph of the vertices [0, vertex_count) and `edges`, whichever way each is written,
    /// whose weights, unless there are none, are `weights` in the same order.
    ///
    /// Complexity: O(V + E), whatever the order of the edges.
    /// Throws: `std::length_error` unless the vertices fit 32 bits (2^32 - 1 at most);
    ///   `std::out_of_range` for an end that is no vertex; `std::invalid_argument` for a weight
    ///   that is NaN, or when there are not as many weights as edges; `std::bad_alloc`.
    CAPGRAPH_EXPORT explicit basic_csr_graph(std::size_t vertex_count,
                                             std::span<edge_ends const> edges,
                                             std::span<double const> weights = {});
    basic_csr_graph(std::size_t vertex_count, std::initializer_list<edge_ends> edges,
                    std::initializer_list<double> weights = {})
        : basic_csr_graph{vertex_count, std::span{edges.begin(), edges.size()},
                          std::span{weights.begin(), weights.size()}}
    {
    }

    /// The graph whose symmetric rows are already made, by a projection for instance.
    ///
    /// Complexity: O(V + E).
    /// Throws: as the constructor; `std::invalid_argument` too when the offsets don't start at 0,
    ///   descend, or don't end at the number of targets, or when a row is not ascending, or when
    ///   the rows are not symmetric: an arc without its reverse of the same weight, half a
    ///   self-loop; `error` with `cancelled`.
    [[nodiscard]] CAPGRAPH_EXPORT static basic_csr_graph from_rows(packed_graph rows,
                                                                   run_options const& run = {});

    /// The symmetric rows, borrowed: two arcs an edge.
    [[nodiscard]] csr_view view() const noexcept { return rows_.view(); }

    [[nodiscard]] bool is_weighted() const noexcept { return !rows_.weights.empty(); }

    /// The weight of `e`; 1 when the graph is unweighted.
    [[nodiscard]] double weight(undirected_edge const& e) const noexcept
    {
        return is_weighted() ? rows_.weights[e.arc()] : 1.0;
    }

    /// The place of `e` in [0, num_edges).
    ///
    /// Complexity: O(1) when `e` was met in the row of its lower end, else O(log degree).
    [[nodiscard]] std::uint64_t index_of(undirected_edge const& e) const noexcept
    {
        auto const low = std::min(e.source(), e.target());
        auto const high = std::max(e.source(), e.target());
        auto const row_end = rows_.offsets[std::size_t{low} + 1];
        if (low != high && e.arc() < row_end) {
            // The edges that a row owns are its last ones, so their numbers count back from the
            // next row's first.
            return first_edge_[std::size_t{low} + 1] - (row_end - e.arc());
        }
        return search_index(low, high, e.arc());
    }

    /// The edge at place `index`. Complexity: O(log V). Throws: `std::out_of_range`.
    [[nodiscard]] CAPGRAPH_EXPORT undirected_edge edge_at(std::uint64_t index) const;

    /// Equal when vertices, edges and weights are, edge by edge.
    friend bool operator==(basic_csr_graph const& a, basic_csr_graph const& b)
    {
        return a.rows_ == b.rows_;
    }

    friend std::size_t num_vertices(basic_csr_graph const& g) noexcept
    {
        return g.rows_.offsets.empty() ? 0 : g.rows_.offsets.size() - 1;
    }
    friend std::uint64_t num_edges(basic_csr_graph const& g) noexcept
    {
        return g.rows_.targets.size() / 2;
    }
    friend std::pair<vertex_iterator, vertex_iterator> vertices(basic_csr_graph const& g) noexcept
    {
        return detail::positions(detail::read_vertex{}, 0, num_vertices(g));
    }
    friend std::pair<edge_iterator, edge_iterator> edges(basic_csr_graph const& g) noexcept
    {
        return {edge_iterator{g, 0}, edge_iterator{g, num_vertices(g)}};
    }
    friend std::uint32_t source(undirected_edge const& e, basic_csr_graph const&) noexcept
    {
        return e.source();
    }
    friend std::uint32_t target(undirected_edge const& e, basic_csr_graph const&) noexcept
    {
        return e.target();
    }

    friend std::pair<out_edge_iterator, out_edge_iterator>
    out_edges(std::uint32_t v, basic_csr_graph const& g) noexcept
    {
        auto const* const bounds = g.rows_.offsets.data() + v;
        return detail::positions(detail::read_edge_out{&g, g.rows_.targets.data(), v}, bounds[0],
                                 bounds[1]);
    }
    friend std::uint64_t out_degree(std::uint32_t v, basic_csr_graph const& g) noexcept
    {
        auto const* const bounds = g.rows_.offsets.data() + v;
        return bounds[1] - bounds[0];
    }
    friend std::pair<in_edge_iterator, in_edge_iterator> in_edges(std::uint32_t v,
                                                                  basic_csr_graph const& g) noexcept
    {
        auto const* const bounds = g.rows_.offsets.data() + v;
        return detail::positions(detail::read_edge_in{&g, g.rows_.targets.data(), v}, bounds[0],
                                 bounds[1]);
    }
    friend std::uint64_t in_degree(std::uint32_t v, basic_csr_graph const& g) noexcept
    {
        return out_degree(v, g);
    }
    friend std::uint64_t degree(std::uint32_t v, basic_csr_graph const& g) noexcept
    {
        return out_degree(v, g);
    }
    friend std::pair<adjacency_iterator, adjacency_iterator>
    adjacent_vertices(std::uint32_t v, basic_csr_graph const& g) noexcept
    {
        auto const* const bounds = g.rows_.offsets.data() + v;
        auto const* const targets = g.rows_.targets.data();
        return {targets + bounds[0], targets + bounds[1]};
    }

    /// The first edge between `u` and `v`, and whether there is one. Complexity: O(log(degree)).
    friend std::pair<undirected_edge, bool> edge(std::uint32_t u, std::uint32_t v,
                                                 basic_csr_graph const& g) noexcept
    {
        auto const [first, last] = adjacent_vertices(u, g);
        auto const* const found = std::lower_bound(first, last, v);
        auto const arc = static_cast<std::uint64_t>(found - g.rows_.targets.data());
        return {undirected_edge{g, u, v, arc}, found != last && *found == v};
    }

private:
    struct trusted {}; // rows that need no check
    basic_csr_graph(packed_graph rows, trusted);

    [[nodiscard]] CAPGRAPH_EXPORT std::uint64_t search_index(std::uint32_t low, std::uint32_t high,
                                                             std::uint64_t arc) const noexcept;

    packed_graph rows_;                     // without vertices all arrays are empty, offsets too
    std::vector<std::uint64_t> first_edge_; // of each row, how many edges the rows before it own
};

} // namespace capgraph::inline v0

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/export.hpp>
#include <capgraph/graph/csr_view.hpp>
#include <capgraph/graph/directed_edge.hpp>
#include <capgraph/graph/direction.hpp>
#include <capgraph/graph/edge_ends.hpp>
#include <capgraph/graph/graph_types.hpp>
#include <capgraph/graph/packed_graph.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <utility>
#include <vector>

namespace capgraph::inline v0 {

/// An immutable directed graph in compressed sparse rows, walked along its edges and against them.
///
/// Edges are numbered by source, then target, then their place in the input: edge i is arc i of
/// `view()`. Parallel edges and self-loops are kept. A regular type; handles and iterators live as
/// long as the graph stays where it is.
///
/// Space: 16 bytes a vertex and 16 an edge, 24 with weights.
/// See: boost_graph.hpp, to run the algorithms of Boost.Graph on it; `reversed`, `undirected`,
///   `filtered_edges`, `residual`; `edge_order`, to bring other figures into the order of the
///   edges.
template <>
class basic_csr_graph<direction::directed> : public detail::graph_types {
public:
    using edge_descriptor = directed_edge;
    using out_edge_iterator = detail::position_iterator<detail::read_out_arc>;
    using in_edge_iterator = detail::position_iterator<detail::read_in_arc>;
    using adjacency_iterator = std::uint32_t const*;
    using edge_iterator = detail::arc_iterator;
    using directed_category = boost::bidirectional_tag;
    using traversal_category = detail::matrix_traversal;

    /// A graph without vertices.
    basic_csr_graph() noexcept = default;

    /// The graph of the vertices [0, vertex_count) and `edges`, whose weights, unless there are
    /// none, are `weights` in the same order.
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

    /// The graph whose rows are already made, by a projection for instance.
    ///
    /// Complexity: O(V + E).
    /// Throws: as the constructor; `std::invalid_argument` too when the offsets don't start at 0,
    ///   descend, or don't end at the number of targets, or when a row is not ascending.
    [[nodiscard]] CAPGRAPH_EXPORT static basic_csr_graph from_rows(packed_graph rows);

    /// The rows, borrowed.
    [[nodiscard]] csr_view view() const noexcept { return rows_.view(); }

    /// The rows of the reversed graph, borrowed: row v has the sources of the edges into v,
    /// ascending. It has no weights: `in_arcs()[k]` is the edge to which the arc at position k
    /// belongs.
    [[nodiscard]] csr_view in_view() const noexcept { return {in_offsets_, in_sources_, {}}; }
    [[nodiscard]] std::span<std::uint64_t const> in_arcs() const noexcept { return in_arcs_; }

    [[nodiscard]] bool is_weighted() const noexcept { return !rows_.weights.empty(); }

    /// The weight of `e`; 1 when the graph is unweighted.
    [[nodiscard]] double weight(directed_edge const& e) const noexcept
    {
        return is_weighted() ? rows_.weights[e.index] : 1.0;
    }

    /// The place of `e` in [0, num_edges).
    [[nodiscard]] std::uint64_t index_of(directed_edge const& e) const noexcept { return e.index; }

    /// The edge at place `index`. Complexity: O(log V). Throws: `std::out_of_range`.
    [[nodiscard]] CAPGRAPH_EXPORT directed_edge edge_at(std::uint64_t index) const;

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
        return g.rows_.targets.size();
    }
    friend std::pair<vertex_iterator, vertex_iterator> vertices(basic_csr_graph const& g) noexcept
    {
        return detail::positions(detail::read_vertex{}, 0, num_vertices(g));
    }
    friend std::pair<edge_iterator, edge_iterator> edges(basic_csr_graph const& g) noexcept
    {
        auto const* const offsets = g.rows_.offsets.data();
        auto const* const targets = g.rows_.targets.data();
        auto const last = num_edges(g);
        return {{offsets, targets, 0, last}, {offsets, targets, last, last}};
    }
    friend std::uint32_t source(directed_edge const& e, basic_csr_graph const&) noexcept
    {
        return e.source;
    }
    friend std::uint32_t target(directed_edge const& e, basic_csr_graph const&) noexcept
    {
        return e.target;
    }

    friend std::pair<out_edge_iterator, out_edge_iterator>
    out_edges(std::uint32_t v, basic_csr_graph const& g) noexcept
    {
        auto const* const bounds = g.rows_.offsets.data() + v;
        return detail::positions(detail::read_out_arc{g.rows_.targets.data(), v}, bounds[0],
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
        auto const* const bounds = g.in_offsets_.data() + v;
        return detail::positions(detail::read_in_arc{g.in_sources_.data(), g.in_arcs_.data(), v},
                                 bounds[0], bounds[1]);
    }
    friend std::uint64_t in_degree(std::uint32_t v, basic_csr_graph const& g) noexcept
    {
        auto const* const bounds = g.in_offsets_.data() + v;
        return bounds[1] - bounds[0];
    }
    friend std::uint64_t degree(std::uint32_t v, basic_csr_graph const& g) noexcept
    {
        return out_degree(v, g) + in_degree(v, g);
    }
    friend std::pair<adjacency_iterator, adjacency_iterator>
    adjacent_vertices(std::uint32_t v, basic_csr_graph const& g) noexcept
    {
        auto const* const bounds = g.rows_.offsets.data() + v;
        auto const* const targets = g.rows_.targets.data();
        return {targets + bounds[0], targets + bounds[1]};
    }

    /// The first edge from `u` to `v`, and whether there is one. Complexity: O(log(out_degree)).
    friend std::pair<directed_edge, bool> edge(std::uint32_t u, std::uint32_t v,
                                               basic_csr_graph const& g) noexcept
    {
        auto const [first, last] = adjacent_vertices(u, g);
        auto const* const found = std::lower_bound(first, last, v);
        auto const index = static_cast<std::uint64_t>(found - g.rows_.targets.data());
        return {directed_edge{u, v, index}, found != last && *found == v};
    }

private:
    struct trusted {}; // rows that need no check
    basic_csr_graph(packed_graph rows, trusted);

    packed_graph rows_; // without vertices all arrays are empty, offsets too
    std::vector<std::uint64_t> in_offsets_;
    std::vector<std::uint32_t> in_sources_;
    std::vector<std::uint64_t> in_arcs_;
};

} // namespace capgraph::inline v0

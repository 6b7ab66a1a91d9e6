// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/export.hpp>
#include <capgraph/graph/concepts.hpp>
#include <capgraph/graph/csr_graph.hpp>
#include <capgraph/graph/csr_view.hpp>
#include <capgraph/graph/edge_ends.hpp>
#include <capgraph/graph/packed_graph.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace capgraph::inline v0 {
namespace detail {

[[noreturn]] CAPGRAPH_EXPORT void throw_no_vertex(std::size_t v, std::size_t vertex_count);

/// `v` in 32 bits. Throws: `std::out_of_range` unless it is one of `vertex_count`.
[[nodiscard]] inline std::uint32_t checked_vertex(std::size_t v, std::size_t vertex_count)
{
    if (v >= vertex_count) {
        throw_no_vertex(v, vertex_count);
    }
    return static_cast<std::uint32_t>(v);
}

/// Takes arcs row by row.
class row_packer {
public:
    /// Throws: `std::length_error` unless the vertices fit 32 bits.
    CAPGRAPH_EXPORT row_packer(std::size_t vertex_count, std::size_t expected_arcs);

    /// Begins the row of `v`; those left out are empty.
    /// Throws: `std::out_of_range` unless `v` is a vertex, and higher than the ones before.
    CAPGRAPH_EXPORT void begin_row(std::size_t v);

    /// Throws: `std::out_of_range` unless the target is a vertex.
    void add(std::size_t target)
    {
        auto const t = checked_vertex(target, vertex_count_);
        is_ascending_ =
            is_ascending_
            && (rows_.targets.size() == rows_.offsets.back() || rows_.targets.back() <= t);
        rows_.targets.push_back(t);
    }
    void add(std::size_t target, double weight)
    {
        add(target);
        rows_.weights.push_back(weight);
    }

    /// The rows, ascending. Throws: `std::invalid_argument` for a weight that is NaN.
    [[nodiscard]] CAPGRAPH_EXPORT packed_graph packed() &&;

private:
    packed_graph rows_; // offsets up to the row at hand
    std::size_t vertex_count_;
    bool is_ascending_ = true;
};

/// The symmetric rows of weighted edges.
/// Throws: as the constructor of `undirected_csr_graph`.
[[nodiscard]] CAPGRAPH_EXPORT packed_graph pack_edges(std::size_t vertex_count,
                                                      std::vector<edge_ends> const& edges,
                                                      std::vector<double> const& weights);

template <class Graph>
std::size_t expected_arcs(Graph const& g)
{
    if constexpr (requires { num_edges(g); }) {
        return static_cast<std::size_t>(num_edges(g)) * (undirected_graph<Graph> ? 2 : 1);
    } else {
        return 0;
    }
}

template <class Graph, class Add>
packed_graph pack_rows(Graph const& g, Add const& add)
{
    row_packer rows{static_cast<std::size_t>(num_vertices(g)), expected_arcs(g)};
    for (auto [v, last_v] = vertices(g); v != last_v; ++v) {
        rows.begin_row(*v);
        for (auto [e, last_e] = out_edges(*v, g); e != last_e; ++e) {
            add(rows, *e);
        }
    }
    return std::move(rows).packed();
}

} // namespace detail

/// Any graph as three arrays, ready for a compiled kernel, with `weight(e)` as the weight of each
/// edge.
///
/// Rows ascend; parallel edges keep their order. An undirected graph packs into its symmetric form.
/// A vertex that `vertices(g)` leaves out, as `boost::filtered_graph` does, becomes an isolated
/// one.
///
/// Complexity: O(V + E) time and space.
/// Throws: `std::length_error` unless the vertices fit 32 bits; `std::out_of_range` for a vertex
///   beyond [0, num_vertices), or when `vertices(g)` do not ascend; `std::invalid_argument` for a
///   weight that is NaN; `std::bad_alloc`; what `weight` throws.
template <indexed_graph Graph, edge_weight_function<Graph> Weight>
[[nodiscard]] packed_graph pack(Graph const& g, Weight const& weight)
{
    if constexpr (undirected_graph<Graph> && requires { edges(g); }) {
        // Edge by edge, not row by row: so the weights of parallel edges come in one order at both
        // ends.
        auto const n = static_cast<std::size_t>(num_vertices(g));
        std::vector<edge_ends> ends;
        std::vector<double> weights;
        for (auto [e, last] = edges(g); e != last; ++e) {
            ends.push_back({detail::checked_vertex(source(*e, g), n),
                            detail::checked_vertex(target(*e, g), n)});
            weights.push_back(static_cast<double>(weight(*e)));
        }
        return detail::pack_edges(n, ends, weights);
    } else {
        return detail::pack_rows(g, [&](detail::row_packer& rows, edge_t<Graph> const& e) {
            rows.add(target(e, g), static_cast<double>(weight(e)));
        });
    }
}

/// The same with the weights that `g` carries; unweighted when it carries none, as Boost's graphs,
/// whose weights are told by the other overload.
template <indexed_graph Graph>
[[nodiscard]] packed_graph pack(Graph const& g)
{
    if constexpr (detail::carries_weights<Graph>) {
        if (g.is_weighted()) {
            return pack(g, [&g](edge_t<Graph> const& e) { return g.weight(e); });
        }
    }
    return detail::pack_rows(
        g, [&g](detail::row_packer& rows, edge_t<Graph> const& e) { rows.add(target(e, g)); });
}

namespace detail {

// clang-format off
template <class Graph>
concept lends_view = requires(Graph const& g) { { g.view() } -> std::same_as<csr_view>; };
// clang-format on

} // namespace detail

/// A graph that is packed already, or derives from one, lends its arrays for nothing.
template <indexed_graph Graph>
requires detail::lends_view<Graph>
[[nodiscard]] csr_view pack(Graph const& g) noexcept
{
    return g.view();
}
template <indexed_graph Graph>
requires detail::lends_view<Graph> csr_view pack(Graph const&& g)
= delete;

} // namespace capgraph::inline v0

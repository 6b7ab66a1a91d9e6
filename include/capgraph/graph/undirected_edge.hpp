// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/export.hpp>
#include <capgraph/graph/direction.hpp>
#include <capgraph/graph/graph_types.hpp>

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iterator>

namespace capgraph::inline v0 {

/// The handle of an edge of an `undirected_csr_graph`.
///
/// An edge lies in the rows of both its ends. A handle remembers in which of the two places it was
/// met, and from which end it is seen; neither matters for equality and order, which go by the
/// place of the edge among all edges of the graph.
class undirected_edge {
public:
    /// A handle of no edge; equal only to its like.
    constexpr undirected_edge() noexcept = default;

    /// The edge at `arc` of `g.view().targets`, seen as leading from `source` to `target`; `arc`
    /// lies in the row of either.
    constexpr undirected_edge(undirected_csr_graph const& g, std::uint32_t source,
                              std::uint32_t target, std::uint64_t arc) noexcept
        : graph_{&g}, arc_{arc}, source_{source}, target_{target}
    {
    }

    [[nodiscard]] constexpr std::uint32_t source() const noexcept { return source_; }
    [[nodiscard]] constexpr std::uint32_t target() const noexcept { return target_; }

    /// Where the edge was met among the arcs of the graph's `view()`.
    [[nodiscard]] constexpr std::uint64_t arc() const noexcept { return arc_; }

    /// The place of the edge in [0, num_edges): by lower end, then higher end, then place in the
    /// input.
    ///
    /// Complexity: O(1) when met in the row of its lower end, else O(log degree), as for
    /// self-loops. Precondition: it is a handle of an edge.
    [[nodiscard]] CAPGRAPH_EXPORT std::uint64_t index() const noexcept;

    friend bool operator==(undirected_edge const& a, undirected_edge const& b) noexcept
    {
        return (a <=> b) == std::strong_ordering::equal;
    }

    /// The order of `index()`; handles of different graphs by the graphs' addresses.
    CAPGRAPH_EXPORT friend std::strong_ordering operator<=>(undirected_edge const& a,
                                                            undirected_edge const& b) noexcept;

    /// What boost::hash calls.
    friend std::size_t hash_value(undirected_edge const& e) noexcept
    {
        return std::hash<std::uint64_t>{}(e.graph_ == nullptr ? 0 : e.index());
    }

private:
    undirected_csr_graph const* graph_ = nullptr;
    std::uint64_t arc_ = 0;
    std::uint32_t source_ = 0;
    std::uint32_t target_ = 0;
};

namespace detail {

// The edges at `vertex`, seen from it.
struct read_edge_out {
    undirected_csr_graph const* graph = nullptr;
    std::uint32_t const* targets = nullptr;
    std::uint32_t vertex = 0;

    constexpr undirected_edge operator()(std::uint64_t k) const noexcept
    {
        return {*graph, vertex, targets[k], k};
    }
};

// The same, seen from their other ends.
struct read_edge_in {
    undirected_csr_graph const* graph = nullptr;
    std::uint32_t const* targets = nullptr;
    std::uint32_t vertex = 0;

    constexpr undirected_edge operator()(std::uint64_t k) const noexcept
    {
        return {*graph, targets[k], vertex, k};
    }
};

/// All edges of a graph, each once, in the row of its lower end.
class edge_iterator {
public:
    using value_type = undirected_edge;
    using reference = value_type;
    using pointer = void;
    using difference_type = std::ptrdiff_t;
    using iterator_category = std::input_iterator_tag;
    using iterator_concept = std::forward_iterator_tag;

    constexpr edge_iterator() noexcept = default;

    /// At the first edge of row `row` or a later one; past the last edge if `row` is num_vertices.
    CAPGRAPH_EXPORT edge_iterator(undirected_csr_graph const& g, std::uint64_t row) noexcept;

    [[nodiscard]] constexpr reference operator*() const noexcept
    {
        return {*graph_, static_cast<std::uint32_t>(row_), *target_, arc_};
    }
    edge_iterator& operator++() noexcept
    {
        auto const step = *target_ == row_ ? 2U : 1U; // a self-loop is twice in its row
        target_ += step;
        arc_ += step;
        if (arc_ == row_end_) {
            enter_row(row_ + 1);
        }
        return *this;
    }
    edge_iterator operator++(int) noexcept
    {
        auto const before = *this;
        ++*this;
        return before;
    }
    [[nodiscard]] friend constexpr bool operator==(edge_iterator const& a,
                                                   edge_iterator const& b) noexcept
    {
        return a.arc_ == b.arc_;
    }

private:
    CAPGRAPH_EXPORT void enter_row(std::uint64_t row) noexcept;

    undirected_csr_graph const* graph_ = nullptr;
    std::uint32_t const* target_ = nullptr;
    std::uint64_t arc_ = 0;
    std::uint64_t row_end_ = 0;
    std::uint64_t row_ = 0;
};

} // namespace detail
} // namespace capgraph::inline v0

template <>
struct std::hash<capgraph::undirected_edge> {
    std::size_t operator()(capgraph::undirected_edge const& e) const noexcept
    {
        return hash_value(e);
    }
};

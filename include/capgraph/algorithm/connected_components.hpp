// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/algorithm/for_each_arc.hpp>
#include <capgraph/graph/concepts.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <numeric>
#include <optional>
#include <stdexcept>
#include <vector>

namespace capgraph::inline v0 {

/// Which vertices hang together.
struct component_partition {
    /// The component of each vertex. Components are numbered from 0 by their lowest vertex.
    std::vector<std::uint32_t> component_of;
    /// How many vertices each component has.
    std::vector<std::uint64_t> sizes;

    [[nodiscard]] std::size_t count() const noexcept { return sizes.size(); }

    /// The component of most vertices, of several such the lowest; none when there is no vertex.
    [[nodiscard]] std::optional<std::uint32_t> largest() const
    {
        if (sizes.empty()) {
            return std::nullopt;
        }
        auto const found = std::max_element(sizes.begin(), sizes.end());
        return static_cast<std::uint32_t>(found - sizes.begin());
    }

    friend bool operator==(component_partition const&, component_partition const&) = default;
};

namespace detail {

// Sets of vertices that only grow together; the lowest vertex of each stands for it.
class vertex_sets {
public:
    explicit vertex_sets(std::size_t n)
    {
        if (n > std::numeric_limits<std::uint32_t>::max()) {
            throw std::length_error{"capgraph::connected_components: more than 2^32 - 1 vertices"};
        }
        parent_.resize(n);
        std::iota(parent_.begin(), parent_.end(), std::uint32_t{0});
    }

    [[nodiscard]] std::uint32_t lowest(std::uint32_t v)
    {
        while (parent_[v] != v) {
            parent_[v] = parent_[parent_[v]];
            v = parent_[v];
        }
        return v;
    }

    void join(std::uint32_t u, std::uint32_t v)
    {
        u = lowest(u);
        v = lowest(v);
        parent_[std::max(u, v)] = std::min(u, v);
    }

private:
    std::vector<std::uint32_t> parent_;
};

} // namespace detail

/// The connected components of `g`; of a directed graph the weakly connected ones.
///
/// Two vertices share a component when a path of edges, in whichever direction each, leads from one
/// to the other. A vertex without edges is a component of its own.
///
/// Complexity: O(V + E log V) at worst, on real graphs linear; O(V) space; no recursion.
/// Throws: `std::length_error` for more than 2^32 - 1 vertices; `std::out_of_range` when the
///   vertices of `g` have gaps; `std::bad_alloc`.
template <indexed_graph Graph>
[[nodiscard]] component_partition connected_components(Graph const& g)
{
    auto const n = static_cast<std::size_t>(num_vertices(g));
    detail::vertex_sets sets{n};
    detail::for_each_arc(g, [&](std::size_t u, std::size_t v, edge_t<Graph> const&) {
        sets.join(static_cast<std::uint32_t>(u), static_cast<std::uint32_t>(v));
    });
    component_partition result;
    result.component_of.resize(n);
    for (std::size_t v = 0; v < n; ++v) {
        auto const lowest = sets.lowest(static_cast<std::uint32_t>(v));
        if (lowest == v) {
            result.component_of[v] = static_cast<std::uint32_t>(result.sizes.size());
            result.sizes.push_back(0);
        } else {
            result.component_of[v] = result.component_of[lowest];
        }
        ++result.sizes[result.component_of[v]];
    }
    return result;
}

} // namespace capgraph::inline v0

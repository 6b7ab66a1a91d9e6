// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/graph/edge_order.hpp>

#include "checks.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace capgraph::inline v0 {

namespace {

/// `order` stably sorted by the key of each place.
template <class Key>
std::vector<std::uint64_t> sorted_by(std::vector<std::uint64_t> const& order,
                                     std::size_t vertex_count, Key key)
{
    std::vector<std::uint64_t> next(vertex_count + 1);
    for (auto const place : order) {
        ++next[std::size_t{key(place)} + 1];
    }
    std::partial_sum(next.begin(), next.end(), next.begin());

    std::vector<std::uint64_t> sorted(order.size());
    for (auto const place : order) {
        sorted[next[key(place)]++] = place;
    }
    return sorted;
}

} // namespace

template <direction D>
std::vector<std::uint64_t> edge_order(std::size_t vertex_count, std::span<edge_ends const> edges)
{
    detail::check_vertex_count(vertex_count);
    detail::check_ends(vertex_count, edges);

    auto const ends = [&](std::uint64_t place) {
        auto const e = edges[place];
        return D == direction::undirected && e.target < e.source ? edge_ends{e.target, e.source}
                                                                 : e;
    };
    std::vector<std::uint64_t> order(edges.size());
    std::iota(order.begin(), order.end(), std::uint64_t{0});
    // By the lesser key first: the second sort leaves its order among equals.
    order = sorted_by(order, vertex_count, [&](auto place) { return ends(place).target; });
    return sorted_by(order, vertex_count, [&](auto place) { return ends(place).source; });
}

template std::vector<std::uint64_t> edge_order<direction::directed>(std::size_t,
                                                                    std::span<edge_ends const>);
template std::vector<std::uint64_t> edge_order<direction::undirected>(std::size_t,
                                                                      std::span<edge_ends const>);

} // namespace capgraph::inline v0

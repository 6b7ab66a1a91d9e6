// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "rows.hpp"

#include "checks.hpp"
#include "counting_sort.hpp"

#include <type_traits>
#include <utility>

namespace capgraph::inline v0 {
namespace detail {

namespace {

/// Each arc of `rows` by its target, with what `payload(k)` makes of its position.
template <class Payload, class Read>
keyed_values<Payload> by_target(csr_view rows, Read const& payload)
{
    counting_sort<Payload> sort{rows.num_vertices(), rows.targets.size()};
    auto const keys = [&](auto const& sink) {
        for (auto const target : rows.targets) {
            sink(target);
        }
    };
    auto const arcs = [&](auto const& sink) {
        auto const* const offsets = rows.offsets.data();
        auto const* const targets = rows.targets.data();
        auto const n = static_cast<std::uint32_t>(rows.num_vertices());
        for (std::uint32_t v = 0; v != n; ++v) {
            for (auto k = offsets[v], last = offsets[std::size_t{v} + 1]; k != last; ++k) {
                sink(targets[k], v, payload(k));
            }
        }
    };
    return std::move(sort)(keys, arcs);
}

template <class Payload>
packed_graph packed(keyed_values<Payload> sorted)
{
    if constexpr (std::is_same_v<Payload, double>) {
        return {std::move(sorted.offsets), std::move(sorted.values), std::move(sorted.payloads)};
    } else {
        return {std::move(sorted.offsets), std::move(sorted.values), {}};
    }
}

/// The rows by target of what `arcs(sink, weight)` tells, `weight(i)` being that of edge i.
template <class Keys, class Arcs>
packed_graph rows_by_target(std::size_t vertex_count, std::size_t arc_count,
                            std::span<double const> weights, Keys const& keys, Arcs const& arcs)
{
    if (weights.empty()) {
        counting_sort<no_payload> sort{vertex_count, arc_count};
        return packed(std::move(sort)(
            keys, [&](auto const& sink) { arcs(sink, [](std::size_t) { return no_payload{}; }); }));
    }
    counting_sort<double> sort{vertex_count, arc_count};
    return packed(std::move(sort)(keys, [&](auto const& sink) {
        arcs(sink, [data = weights.data()](std::size_t i) { return data[i]; });
    }));
}

} // namespace

packed_graph rows_of(std::size_t vertex_count, std::span<edge_ends const> edges,
                     std::span<double const> weights)
{
    check_edges(vertex_count, edges, weights);
    auto const keys = [=](auto const& sink) {
        for (auto const& e : edges) {
            sink(e.target);
        }
    };
    auto const arcs = [=](auto const& sink, auto const& weight) {
        for (std::size_t i = 0; i != edges.size(); ++i) {
            sink(edges[i].target, edges[i].source, weight(i));
        }
    };
    auto const reversed = rows_by_target(vertex_count, edges.size(), weights, keys, arcs);
    return reversed_rows(reversed.view());
}

packed_graph symmetric_rows_of(std::size_t vertex_count, std::span<edge_ends const> edges,
                               std::span<double const> weights)
{
    check_edges(vertex_count, edges, weights);
    auto const keys = [=](auto const& sink) {
        for (auto const& e : edges) {
            sink(e.target);
            sink(e.source);
        }
    };
    auto const arcs = [=](auto const& sink, auto const& weight) {
        for (std::size_t i = 0; i != edges.size(); ++i) {
            sink(edges[i].target, edges[i].source, weight(i));
            sink(edges[i].source, edges[i].target, weight(i));
        }
    };
    // Symmetric rows reversed are the same rows, but ascending.
    auto const unsorted = rows_by_target(vertex_count, 2 * edges.size(), weights, keys, arcs);
    return reversed_rows(unsorted.view());
}

packed_graph reversed_rows(csr_view rows)
{
    if (rows.is_weighted()) {
        return packed(by_target<double>(
            rows, [data = rows.weights.data()](std::uint64_t k) { return data[k]; }));
    }
    return packed(by_target<no_payload>(rows, [](std::uint64_t) { return no_payload{}; }));
}

traced_rows traced_reversed_rows(csr_view rows)
{
    auto sorted = by_target<std::uint64_t>(rows, [](std::uint64_t k) { return k; });
    return {std::move(sorted.offsets), std::move(sorted.values), std::move(sorted.payloads)};
}

} // namespace detail
} // namespace capgraph::inline v0

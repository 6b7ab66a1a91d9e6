// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/graph/csr_view.hpp>
#include <capgraph/run/checkpoint.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <utility>
#include <vector>

namespace capgraph::inline v0::detail {

// Dijkstra's algorithm from one source at a time. Memory is used again and again: a search costs
// what it reaches, not what the graph has. A distance beyond the range of double is none.
class length_search {
public:
    // Bytes for each vertex, and for each arc and one more.
    static constexpr std::uint64_t space = sizeof(double) + sizeof(std::uint32_t);
    static constexpr std::uint64_t space_of_arc = sizeof(std::pair<double, std::uint32_t>);

    length_search(csr_view g, checkpoint const& check)
        : g_{g}, pace_{check}, distance_(g.num_vertices(), unreached)
    {
        order_.reserve(g.num_vertices());
        heap_.reserve(g.num_arcs() + 1);
    }

    // Those that `source` reaches, nearest first, itself at the front; until the next call.
    std::span<std::uint32_t const> operator()(std::uint32_t source)
    {
        for (auto const v : order_) {
            distance_[v] = unreached;
        }
        order_.clear();
        shorten(source, 0.0);
        while (!heap_.empty()) {
            std::ranges::pop_heap(heap_, std::greater{});
            auto const [distance, v] = heap_.back();
            heap_.pop_back();
            if (distance == distance_[v]) { // not shortened since
                order_.push_back(v);
                leave(v, distance);
            }
        }
        return order_;
    }

    [[nodiscard]] std::span<std::uint32_t const> reached() const noexcept { return order_; }

    // From the last source; infinite where it leads to no such vertex.
    [[nodiscard]] double distance(std::uint32_t v) const noexcept { return distance_[v]; }

private:
    static constexpr auto unreached = std::numeric_limits<double>::infinity();

    void leave(std::uint32_t v, double distance)
    {
        auto const row = g_.row(v);
        auto const lengths = g_.weights_of(v);
        pace_.steps(row.size() + 1);
        for (std::size_t k = 0; k < row.size(); ++k) {
            if (distance + lengths[k] < distance_[row[k]]) {
                shorten(row[k], distance + lengths[k]);
            }
        }
    }

    void shorten(std::uint32_t v, double distance)
    {
        distance_[v] = distance;
        heap_.emplace_back(distance, v);
        std::ranges::push_heap(heap_, std::greater{});
    }

    csr_view g_;
    paced_poll pace_;
    std::vector<double> distance_;
    std::vector<std::uint32_t> order_;                   // as settled
    std::vector<std::pair<double, std::uint32_t>> heap_; // the nearest first
};

} // namespace capgraph::inline v0::detail

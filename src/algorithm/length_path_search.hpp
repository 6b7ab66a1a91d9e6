// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "algorithm/path_count.hpp"

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

// A graph whose weights are lengths, without parallel arcs, and when sums of them tie.
struct length_graph {
    csr_view rows;
    double tie_tolerance = 0.0;

    [[nodiscard]] std::size_t num_vertices() const noexcept { return rows.num_vertices(); }
    [[nodiscard]] std::uint64_t num_arcs() const noexcept { return rows.num_arcs(); }
};

// The two sweeps of Brandes' algorithm along lengths, from one source at a time: Dijkstra's, then
// the counts. A path goes on from a vertex to those settled after it only, so that there is no
// circle however ties fall. Distances beyond the range of double are none.
template <class Count>
class length_path_search {
public:
    using graph = length_graph;
    // Bytes for each vertex, and for each arc and one more.
    static constexpr std::uint64_t space =
        2 * sizeof(std::uint32_t) + 2 * sizeof(double) + sizeof(Count);
    static constexpr std::uint64_t space_of_arc = sizeof(std::pair<double, std::uint32_t>);
    [[nodiscard]] static std::uint64_t bytes(graph const& g)
    {
        return g.num_vertices() * space + (g.num_arcs() + 1) * space_of_arc;
    }

    length_path_search(graph const& g, checkpoint const& check)
        : g_{g}, pace_{check}, distance_(g.num_vertices(), unreached)
    {
        order_.reserve(g.num_vertices());
        heap_.reserve(g.num_arcs() + 1);
        check.poll(); // first touch of memory is slow
        settled_.resize(g.num_vertices());
        paths_.resize(g.num_vertices());
        check.poll();
        dependency_.resize(g.num_vertices());
    }

    // Counts the shortest paths from `source`. False when there are more than a Count can tell.
    bool count_paths(std::uint32_t source)
    {
        settle_from(source);
        for (auto const v : order_) {
            paths_[v] = Count{};
        }
        paths_[source] = Count{1.0};
        for (auto const v : order_) {
            for_each_next(v, [&](std::uint32_t w) { add(paths_[w], paths_[v]); });
        }
        return std::all_of(order_.begin(), order_.end(),
                           [&](std::uint32_t v) { return fits(paths_[v]); });
    }

    // Those that the source reaches, itself first.
    [[nodiscard]] std::span<std::uint32_t const> reached() const noexcept { return order_; }

    // Adds to each score what depends on the vertex: the sum, over targets, of the fraction of the
    // counted paths on which it lies between the ends.
    void add_dependencies(std::vector<double>& score)
    {
        for (auto left = order_.size(); left > 1; --left) { // the source, first, is an end
            auto const v = order_[left - 1];
            double sum = 0.0;
            for_each_next(v, [&](std::uint32_t w) {
                sum += quotient(paths_[v], paths_[w]) * (1.0 + dependency_[w]);
            });
            dependency_[v] = sum;
            score[v] += sum;
        }
    }

private:
    static constexpr auto unreached = std::numeric_limits<double>::infinity();

    void settle_from(std::uint32_t source)
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
                settled_[v] = static_cast<std::uint32_t>(order_.size());
                order_.push_back(v);
                leave(v, distance);
            }
        }
    }

    void leave(std::uint32_t v, double distance)
    {
        auto const row = g_.rows.row(v);
        auto const lengths = g_.rows.weights_of(v);
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

    // visit(w) for each w to which a shortest path goes on from v.
    template <class Visit>
    void for_each_next(std::uint32_t v, Visit visit)
    {
        auto const row = g_.rows.row(v);
        auto const lengths = g_.rows.weights_of(v);
        pace_.steps(row.size() + 1);
        for (std::size_t k = 0; k < row.size(); ++k) {
            auto const w = row[k];
            auto const longer_by = distance_[v] + lengths[k] - distance_[w]; // NaN out of reach
            if (longer_by <= g_.tie_tolerance * distance_[w] && settled_[v] < settled_[w]) {
                visit(w);
            }
        }
    }

    graph g_;
    paced_poll pace_;
    std::vector<double> distance_;
    std::vector<std::uint32_t> order_;   // as settled, nearer ones first
    std::vector<std::uint32_t> settled_; // the place of each in that order
    std::vector<Count> paths_;
    std::vector<double> dependency_;
    std::vector<std::pair<double, std::uint32_t>> heap_; // the nearest first
};

} // namespace capgraph::inline v0::detail

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "algorithm/path_count.hpp"

#include <capgraph/graph/csr_view.hpp>
#include <capgraph/run/checkpoint.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace capgraph::inline v0::detail {

// The two sweeps of Brandes' algorithm from one source at a time. Memory is used again and again: a
// search costs what it reaches, not what the graph has.
//
// Instead of lists of predecessors the way back looks at successors, one level further from the
// source: it needs no memory, and it serves directed graphs as well.
template <class Count>
class shortest_path_search {
public:
    using graph = csr_view;
    // Bytes for each vertex.
    static constexpr std::uint64_t space =
        2 * sizeof(std::uint32_t) + sizeof(Count) + sizeof(double);
    [[nodiscard]] static std::uint64_t bytes(graph const& g) { return g.num_vertices() * space; }

    shortest_path_search(csr_view g, checkpoint const& check)
        : g_{g}, pace_{check}, distance_(g.num_vertices(), unreached)
    {
        order_.reserve(g.num_vertices());
        check.poll(); // first touch of memory is slow
        paths_.resize(g.num_vertices());
        check.poll();
        dependency_.resize(g.num_vertices());
    }

    // Counts the shortest paths from `source`. False when there are more than a Count can tell.
    bool count_paths(std::uint32_t source)
    {
        for (auto const v : order_) {
            distance_[v] = unreached;
        }
        order_.clear();
        reach(source, 0);
        paths_[source] = Count{1.0};
        std::size_t next = 0;
        while (next < order_.size()) {
            auto const v = order_[next++];
            auto const further = distance_[v] + 1;
            for (auto const w : g_.row(v)) {
                pace_.step();
                if (distance_[w] == unreached) {
                    reach(w, further);
                }
                if (distance_[w] == further) {
                    add(paths_[w], paths_[v]);
                }
            }
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
            auto const further = distance_[v] + 1;
            double sum = 0.0;
            for (auto const w : g_.row(v)) {
                pace_.step();
                if (distance_[w] == further) {
                    sum += quotient(paths_[v], paths_[w]) * (1.0 + dependency_[w]);
                }
            }
            dependency_[v] = sum;
            score[v] += sum;
        }
    }

private:
    // No distance, and no distance plus one that matters: 2^32 - 1 vertices end at 2^32 - 2.
    static constexpr auto unreached = std::numeric_limits<std::uint32_t>::max();

    void reach(std::uint32_t v, std::uint32_t distance)
    {
        distance_[v] = distance;
        paths_[v] = Count{};
        order_.push_back(v);
    }

    csr_view g_;
    paced_poll pace_;
    std::vector<std::uint32_t> distance_;
    std::vector<std::uint32_t> order_; // as reached, nearer ones first
    std::vector<Count> paths_;
    std::vector<double> dependency_;
};

} // namespace capgraph::inline v0::detail

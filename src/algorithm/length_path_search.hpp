// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "algorithm/length_search.hpp"
#include "algorithm/path_count.hpp"

#include <capgraph/graph/csr_view.hpp>
#include <capgraph/run/checkpoint.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
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
        length_search::space + sizeof(std::uint32_t) + sizeof(double) + sizeof(Count);
    static constexpr std::uint64_t space_of_arc = length_search::space_of_arc;
    [[nodiscard]] static std::uint64_t bytes(graph const& g)
    {
        return g.num_vertices() * space + (g.num_arcs() + 1) * space_of_arc;
    }

    length_path_search(graph const& g, checkpoint const& check)
        : g_{g}, pace_{check}, search_{g.rows, check}
    {
        check.poll(); // first touch of memory is slow
        settled_.resize(g.num_vertices());
        paths_.resize(g.num_vertices());
        check.poll();
        dependency_.resize(g.num_vertices());
    }

    // Counts the shortest paths from `source`. False when there are more than a Count can tell.
    bool count_paths(std::uint32_t source)
    {
        auto const order = search_(source);
        for (std::size_t i = 0; i < order.size(); ++i) {
            settled_[order[i]] = static_cast<std::uint32_t>(i);
            paths_[order[i]] = Count{};
        }
        paths_[source] = Count{1.0};
        for (auto const v : order) {
            for_each_next(v, [&](std::uint32_t w) { add(paths_[w], paths_[v]); });
        }
        return std::all_of(order.begin(), order.end(),
                           [&](std::uint32_t v) { return fits(paths_[v]); });
    }

    // Those that the source reaches, itself first.
    [[nodiscard]] std::span<std::uint32_t const> reached() const noexcept
    {
        return search_.reached();
    }

    // Adds to each score what depends on the vertex: the sum, over targets, of the fraction of the
    // counted paths on which it lies between the ends.
    void add_dependencies(std::vector<double>& score)
    {
        auto const order = reached();
        for (auto left = order.size(); left > 1; --left) { // the source, first, is an end
            auto const v = order[left - 1];
            double sum = 0.0;
            for_each_next(v, [&](std::uint32_t w) {
                sum += quotient(paths_[v], paths_[w]) * (1.0 + dependency_[w]);
            });
            dependency_[v] = sum;
            score[v] += sum;
        }
    }

private:
    // visit(w) for each w to which a shortest path goes on from v.
    template <class Visit>
    void for_each_next(std::uint32_t v, Visit visit)
    {
        auto const row = g_.rows.row(v);
        auto const lengths = g_.rows.weights_of(v);
        auto const from = search_.distance(v);
        pace_.steps(row.size() + 1);
        for (std::size_t k = 0; k < row.size(); ++k) {
            auto const w = row[k];
            auto const longer_by = from + lengths[k] - search_.distance(w); // NaN out of reach
            if (longer_by <= g_.tie_tolerance * search_.distance(w) && settled_[v] < settled_[w]) {
                visit(w);
            }
        }
    }

    graph g_;
    paced_poll pace_;
    length_search search_;
    std::vector<std::uint32_t> settled_; // the place of each in the order of the search
    std::vector<Count> paths_;
    std::vector<double> dependency_;
};

} // namespace capgraph::inline v0::detail

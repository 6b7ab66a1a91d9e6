// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/graph/merge_parallel_edges.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace capgraph::inline v0 {

namespace {

/// What the arcs [first, last) of one row, all to one target, weigh together; `step` is 2 where
/// they are self-loops of an undirected graph, each of which is there twice.
double merged(csr_view rows, std::uint64_t first, std::uint64_t last, std::uint64_t step,
              merged_weight rule)
{
    if (rule == merged_weight::multiplicity || !rows.is_weighted()) {
        auto const edges = (last - first) / step;
        return static_cast<double>(edges);
    }
    double sum = 0.0;
    for (auto k = first; k != last; k += step) {
        sum += rows.weights[k];
    }
    return sum;
}

packed_graph merged_rows(csr_view rows, direction kind, merge_options const& options)
{
    packed_graph result;
    result.offsets.push_back(0);
    for (std::uint32_t v = 0; v != rows.num_vertices(); ++v) {
        auto const end = rows.offsets[std::size_t{v} + 1];
        for (auto first = rows.offsets[v]; first != end;) {
            auto const target = rows.targets[first];
            auto last = first + 1;
            while (last != end && rows.targets[last] == target) {
                ++last;
            }
            auto const is_loop = target == v;
            if (!is_loop || options.loops == self_loops::keep) {
                auto const copies =
                    is_loop && kind == direction::undirected ? std::size_t{2} : std::size_t{1};
                auto const weight = merged(rows, first, last, copies, options.weight);
                result.targets.insert(result.targets.end(), copies, target);
                result.weights.insert(result.weights.end(), copies, weight);
            }
            first = last;
        }
        result.offsets.push_back(result.targets.size());
    }
    return result;
}

} // namespace

csr_graph merge_parallel_edges(csr_graph const& g, merge_options const& options)
{
    return csr_graph::from_rows(merged_rows(g.view(), direction::directed, options));
}

undirected_csr_graph merge_parallel_edges(undirected_csr_graph const& g,
                                          merge_options const& options)
{
    return undirected_csr_graph::from_rows(merged_rows(g.view(), direction::undirected, options));
}

} // namespace capgraph::inline v0

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "algorithm/leiden_rows.hpp"

#include <numeric>

namespace capgraph::inline v0::detail {

namespace {

// The vertices of each group, in order.
struct grouped_vertices {
    charged_vector<std::uint64_t> ends; // of each group; after the last one is where it begins
    charged_vector<std::uint32_t> vertices;

    grouped_vertices(std::span<std::uint32_t const> group_of, std::size_t group_count,
                     memory_budget& budget, checkpoint const& check)
        : ends{budget, group_count + 1}, vertices{budget, group_of.size()}
    {
        paced_poll pace{check};
        for (auto const group : group_of) {
            pace.step();
            ++ends[group];
        }
        std::partial_sum(ends.begin(), ends.end(), ends.begin());
        for (auto v = group_of.size(); v > 0; --v) {
            pace.step();
            vertices[--ends[group_of[v - 1]]] = static_cast<std::uint32_t>(v - 1);
        }
    }

    [[nodiscard]] std::span<std::uint32_t const> of(std::size_t group) const
    {
        return vertices.part(ends[group], ends[group + 1] - ends[group]);
    }
};

} // namespace

merged_rows::merged_rows(leiden_rows const& g, std::span<std::uint32_t const> group_of,
                         std::size_t group_count, memory_budget& budget, checkpoint const& check)
    : offsets_{budget}, targets_{budget}, weights_{budget}, at_{budget, group_count}
{
    grouped_vertices const groups{group_of, group_count, budget, check};
    weights_by_label near{group_count, budget};
    paced_poll pace{check};
    offsets_.reserve(group_count + 1);
    offsets_.push_back(0);
    for (std::uint32_t group = 0; group < group_count; ++group) {
        for (auto const v : groups.of(group)) {
            at_[group] += g.at[v];
            pace.steps(g.row(v).size() + 1);
            g.for_each_neighbour(v, [&](std::uint32_t u, double weight) {
                if (group_of[u] != group) {
                    near.add(group_of[u], weight);
                }
            });
        }
        for (auto const other : near.labels()) {
            targets_.push_back(other);
            weights_.push_back(near.to(other));
        }
        near.clear();
        offsets_.push_back(targets_.size());
    }
}

} // namespace capgraph::inline v0::detail

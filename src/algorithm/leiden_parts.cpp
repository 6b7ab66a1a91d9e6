// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "algorithm/leiden_parts.hpp"

#include "algorithm/leiden_moves.hpp"
#include "algorithm/random_order.hpp"

#include <cstddef>
#include <numeric>
#include <utility>

namespace capgraph::inline v0::detail {

level_parts::level_parts(leiden_rows const& g, null_model const& null,
                         std::span<std::uint32_t const> labels, memory_budget& budget)
    : g_{g}, null_{null}, labels_{labels}, budget_{budget}, near_{g.size(), budget},
      part_of_{budget, g.size()}, at_label_{budget, g.size()}, at_part_{budget, g.size()},
      outward_{budget, g.size()}, is_alone_{budget}
{
    std::iota(part_of_.begin(), part_of_.end(), 0U);
    is_alone_.assign(g.size(), 1);
}

charged_vector<std::uint32_t> level_parts::run(std::mt19937_64& random, checkpoint const& check) &&
{
    paced_poll pace{check};
    for (std::uint32_t v = 0; v < g_.size(); ++v) {
        pace.steps(g_.row(v).size() + 1);
        at_label_[labels_[v]] += g_.at[v];
        at_part_[v] = g_.at[v];
        double sum = 0.0;
        g_.for_each_neighbour(v, [&](std::uint32_t u, double weight) {
            sum += labels_[u] == labels_[v] ? weight : 0.0;
        });
        outward_[v] = sum;
    }
    for (auto const v : random_order(g_.size(), random, budget_, check)) {
        pace.steps(g_.row(v).size() + 1);
        if (is_alone_[v] != 0 && is_well_connected(v)) {
            if (auto const part = best_part(v)) {
                join(v, *part);
            }
            near_.clear();
        }
    }
    return std::move(part_of_);
}

bool level_parts::is_well_connected(std::uint32_t part) const
{
    auto rest = at_label_[labels_[part]];
    rest -= at_part_[part];
    auto const chance = null_model::expected(null_.factor(at_part_[part]), rest);
    return outward_[part] >= (1.0 - least_gain) * chance;
}

std::optional<std::uint32_t> level_parts::best_part(std::uint32_t v)
{
    g_.for_each_neighbour(v, [&](std::uint32_t u, double weight) {
        if (labels_[u] == labels_[v]) {
            near_.add(part_of_[u], weight);
        }
    });
    auto const factor = null_.factor(g_.at[v]);
    std::optional<std::uint32_t> best;
    double most = 0.0;
    for (auto const part : near_.labels()) {
        auto const gain = near_.to(part) - null_model::expected(factor, at_part_[part]);
        if ((gain > most || (!best && gain >= 0.0)) && is_well_connected(part)) {
            best = part;
            most = gain;
        }
    }
    return best;
}

void level_parts::join(std::uint32_t v, std::uint32_t part)
{
    part_of_[v] = part;
    is_alone_[v] = 0;
    is_alone_[part] = 0;
    outward_[part] += outward_[v] - 2.0 * near_.to(part);
    at_part_[part] += at_part_[v];
}

} // namespace capgraph::inline v0::detail

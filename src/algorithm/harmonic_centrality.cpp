// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/harmonic_centrality.hpp>

#include "algorithm/arc_rows.hpp"
#include "algorithm/distance_sums.hpp"

#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/memory_budget.hpp>

#include <numeric>

namespace capgraph::inline v0::detail {

namespace {

std::vector<double> sums_of_lengths(csr_view g, distance_question const& question,
                                    memory_budget& budget, run_options const& run)
{
    checkpoint quick{run, "checking lengths", 1};
    check_weights(g, allowed_weights::positive, "capgraph::harmonic_centrality", quick);
    quick.finish();
    return score_lengths(g, question, budget, run, [](std::vector<double> const& distances) {
        // From the far, which add least.
        return std::accumulate(distances.rbegin(), distances.rend(), 0.0,
                               [](double sum, double distance) { return sum + 1.0 / distance; });
    });
}

} // namespace

std::vector<double> harmonic_centrality(csr_view g, direction kind, harmonic_options const& options,
                                        run_options const& run, std::uint64_t held)
{
    memory_budget budget{run.memory_budget};
    auto const held_charge = budget.charge(held);
    distance_question const question{"harmonic centrality", kind, options.edges};
    auto score = g.is_weighted() ? sums_of_lengths(g, question, budget, run)
                                 : inverse_distance_sums(g, question, budget, run);
    if (options.scale == harmonic_normalization::others && score.size() > 1) {
        for (auto& sum : score) {
            sum /= static_cast<double>(score.size() - 1);
        }
    }
    return score;
}

} // namespace capgraph::inline v0::detail

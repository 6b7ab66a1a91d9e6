// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/closeness_centrality.hpp>

#include "algorithm/arc_rows.hpp"
#include "algorithm/distance_sums.hpp"

#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/memory_budget.hpp>

#include <algorithm>
#include <numeric>
#include <stdexcept>
#include <string>

namespace capgraph::inline v0::detail {

namespace {

constexpr auto name = "capgraph::closeness_centrality";

// `least` is the least that `total` could be.
double score_of(double total, double reached, double least, double others,
                closeness_normalization scale)
{
    if (reached == 0.0) {
        return 0.0;
    }
    switch (scale) {
    case closeness_normalization::none:
        return 1.0 / total;
    case closeness_normalization::reached:
        return reached / total;
    case closeness_normalization::all:
        return reached / total * (reached / others);
    case closeness_normalization::two_mode:
        break;
    }
    return least / total * (reached / others);
}

void check_question(csr_view g, direction kind, closeness_normalization scale)
{
    if (scale == closeness_normalization::two_mode
        && (kind == direction::directed || g.is_weighted())) {
        throw std::invalid_argument{std::string{name}
                                    + ": two_mode is for undirected graphs without lengths"};
    }
}

} // namespace

std::vector<double> closeness_centrality(csr_view g, direction kind,
                                         closeness_options const& options, run_options const& run,
                                         std::uint64_t held)
{
    check_question(g, kind, options.scale);
    memory_budget budget{run.memory_budget};
    auto const held_charge = budget.charge(held);
    distance_question const question{"closeness centrality", kind, options.edges};
    auto const others = static_cast<double>(g.num_vertices()) - 1.0;
    if (g.is_weighted()) {
        checkpoint quick{run, "checking lengths", 1};
        check_weights(g, allowed_weights::positive, name, quick);
        quick.finish();
        return score_lengths(g, question, budget, run, [&](std::vector<double> const& distances) {
            auto const total = std::accumulate(distances.begin(), distances.end(), 0.0);
            auto const reached = static_cast<double>(distances.size());
            return score_of(total, reached, total, others, options.scale);
        });
    }
    auto const sums = distance_sums(g, question, budget, run);
    std::vector<double> score(sums.size());
    std::transform(sums.begin(), sums.end(), score.begin(), [&](distance_sum const& sum) {
        // Of two modes those of the other side are the odd ones: 1 at least, the others 2.
        auto const least = 2.0 * sum.reached - sum.odd;
        return score_of(static_cast<double>(sum.total), sum.reached, least, others, options.scale);
    });
    return score;
}

} // namespace capgraph::inline v0::detail

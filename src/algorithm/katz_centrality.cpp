// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/katz_centrality.hpp>

#include "algorithm/arc_rows.hpp"
#include "algorithm/fixed_point.hpp"
#include "algorithm/spectral_radius.hpp"

#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/memory_budget.hpp>

#include <cmath>
#include <stdexcept>
#include <string>

namespace capgraph::inline v0::detail {

namespace {

constexpr auto name = "capgraph::katz_centrality";

void check_options(katz_options const& options)
{
    check_tolerance(options.tolerance, name);
    if (options.alpha && !(*options.alpha >= 0.0 && std::isfinite(*options.alpha))) {
        throw std::invalid_argument{
            "capgraph::katz_centrality: an alpha that is negative, NaN or infinite"};
    }
    if (!(options.beta > 0.0 && std::isfinite(options.beta))) {
        throw std::invalid_argument{"capgraph::katz_centrality: a beta not positive and finite"};
    }
}

} // namespace

std::vector<double> katz_centrality(csr_view g, direction kind, katz_options const& options,
                                    run_options const& run, std::uint64_t held)
{
    check_options(options);
    memory_budget budget{run.memory_budget};
    auto const held_charge = budget.charge(held);
    auto const n = g.num_vertices();
    auto const charge = budget.charge(n, 3 * sizeof(double));
    checkpoint quick{run, "checking weights", 1};
    check_weights(g, allowed_weights::not_negative, name, quick);
    arc_rows const rows{g, kind, options.edges, budget, quick};
    quick.finish();
    auto const alpha = factor_below_radius(options.alpha, 0.85, 0.85, "katz_centrality: alpha",
                                           rows.view(), kind, budget, run);
    checkpoint check{run, "Katz centrality", residual_progress::units};
    auto score = solve_geometric(rows.view(), std::vector<double>(n, options.beta), alpha,
                                 {options.tolerance, options.max_iterations}, budget, run, check);
    if (options.scale == katz_normalization::euclidean) {
        scale_squares(score, 1.0);
    }
    return score;
}

} // namespace capgraph::inline v0::detail

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/bonacich_power.hpp>

#include "algorithm/arc_rows.hpp"
#include "algorithm/fixed_point.hpp"
#include "algorithm/spectral_radius.hpp"

#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/memory_budget.hpp>

#include <array>
#include <cmath>
#include <stdexcept>
#include <utility>

namespace capgraph::inline v0::detail {

namespace {

constexpr auto name = "capgraph::bonacich_power";

void check_options(bonacich_options const& options)
{
    check_tolerance(options.tolerance, name);
    if (options.beta && !std::isfinite(*options.beta)) {
        throw std::invalid_argument{"capgraph::bonacich_power: a beta that is NaN or infinite"};
    }
    if (!std::isfinite(options.alpha) || options.alpha == 0.0) {
        throw std::invalid_argument{
            "capgraph::bonacich_power: an alpha that is 0, NaN or infinite"};
    }
}

} // namespace

std::vector<double> bonacich_power(csr_view g, bonacich_options const& options,
                                   run_options const& run, std::uint64_t held)
{
    check_options(options);
    memory_budget budget{run.memory_budget};
    auto const held_charge = budget.charge(held);
    auto const n = g.num_vertices();
    auto const charge = budget.charge(n, 3 * sizeof(double));
    checkpoint quick{run, "checking weights", 1};
    check_weights(g, allowed_weights::not_negative, name, quick);
    arc_rows const rows{g, direction::undirected, counted_edges::out, budget, quick};
    quick.finish();
    auto const beta = factor_below_radius(options.beta, 0.75, 0.0, "bonacich_power: beta",
                                          rows.view(), direction::undirected, budget, run);
    checkpoint check{run, "Bonacich power", residual_progress::units};
    row_sweep const sweep{rows.view(), run};
    std::vector<double> const alpha(n, options.alpha);
    std::vector<double> first(n);
    sweep.operator()<1>(
        [&](std::uint32_t v, std::array<double, 1>&) { first[v] = sweep.product(v, alpha); });
    auto score = solve_geometric(rows.view(), std::move(first), beta,
                                 {options.tolerance, options.max_iterations}, budget, run, check);
    if (options.scale == bonacich_normalization::vertices) {
        scale_squares(score, static_cast<double>(n));
    }
    return score;
}

} // namespace capgraph::inline v0::detail

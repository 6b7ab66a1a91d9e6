// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/eigenvector_centrality.hpp>

#include "algorithm/component_eigenvector.hpp"
#include "algorithm/eigenvector_within.hpp"
#include "algorithm/fixed_point.hpp"
#include "algorithm/weighted_components.hpp"

#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/memory_budget.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>
#include <string_view>

namespace capgraph::inline v0::detail {

namespace {

// A power of two that brings the largest weight near 1: sums of weights cannot overflow, and
// nothing is rounded. Throws for a weight that no such matrix may have.
double checked_scale(csr_view g, checkpoint const& check)
{
    paced_poll pace{check};
    double largest = 0.0;
    for (auto const weight : g.weights) {
        pace.step();
        if (!(weight >= 0.0 && std::isfinite(weight))) {
            throw std::invalid_argument{
                "capgraph::eigenvector_centrality: a weight is negative, NaN or infinite"};
        }
        largest = std::max(largest, weight);
    }
    return largest > 0.0 ? std::ldexp(1.0, std::clamp(-std::ilogb(largest), -1022, 1022)) : 1.0;
}

// Brings x of one component to its eigenvector; returns the eigenvalue.
double solve(component_eigenvector& component, eigenvector_options const& options,
             checkpoint& check)
{
    constexpr std::uint64_t refresh_after = 64;
    residual_progress progress{check, options.tolerance};
    component.start();
    for (std::uint64_t iteration = 0;; ++iteration) {
        auto residual = component.residual();
        if (residual <= options.tolerance || iteration % refresh_after == refresh_after - 1) {
            component.refresh(); // believe only what A x itself says
            residual = component.residual();
        }
        if (residual <= options.tolerance) {
            progress.done();
            return component.eigenvalue();
        }
        if (iteration == options.max_iterations || !std::isfinite(residual)) {
            throw_not_converged(residual, iteration, options.tolerance);
        }
        progress.at(residual);
        component.improve();
    }
}

// Each winner counts with the part of equal scores that lies along it; the others are cleared.
void share_among_winners(weighted_components const& components,
                         std::vector<std::size_t> const& candidates,
                         std::vector<double> const& eigenvalues, double tolerance,
                         std::vector<double>& x)
{
    auto const largest = std::ranges::max(eigenvalues);
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        auto const members = components.members(candidates[i]);
        double share = 0.0;
        if (eigenvalues[i] >= largest * (1.0 - 4.0 * tolerance)) {
            share = std::transform_reduce(members.begin(), members.end(), 0.0, std::plus{},
                                          [&](std::uint32_t v) { return x[v]; });
        }
        for (auto const v : members) {
            x[v] = std::abs(share * x[v]); // all of one sign but for rounding
        }
    }
}

void normalise(std::vector<double>& x, eigenvector_normalization scale)
{
    auto divisor = x.empty() ? 0.0 : std::ranges::max(x);
    if (divisor > 0.0 && scale == eigenvector_normalization::euclidean) {
        divisor = std::sqrt(std::inner_product(x.begin(), x.end(), x.begin(), 0.0));
    }
    for (auto& entry : x) {
        entry /= divisor > 0.0 ? divisor : 1.0;
    }
}

std::vector<double> scores_of(memory_budget& budget, csr_view g, eigenvector_options const& options,
                              run_options const& run, std::string_view first_phase)
{
    auto const charge =
        budget.charge(g.num_vertices(), eigenvector_workspace::space + weighted_components::space);
    checkpoint quick{run, first_phase, 1};
    auto const scale = checked_scale(g, quick);
    weighted_components const components{g, scale, quick};
    quick.finish();
    auto const candidates = components.candidates();
    checkpoint check{run, "eigenvector centrality", residual_progress::units * candidates.size()};
    eigenvector_workspace work{g.num_vertices(), check};
    std::vector<double> eigenvalues;
    for (auto const c : candidates) {
        component_eigenvector component{g, scale, components.members(c), work, run};
        eigenvalues.push_back(solve(component, options, check));
    }
    if (!candidates.empty()) {
        share_among_winners(components, candidates, eigenvalues, options.tolerance, work.x);
    }
    normalise(work.x, options.scale);
    check.finish();
    return std::move(work.x);
}

} // namespace

std::vector<double> eigenvector_within(memory_budget& budget, csr_view g,
                                       eigenvector_options const& options, run_options const& run)
{
    return scores_of(budget, g, options, run, "finding components");
}

std::vector<double> eigenvector_centrality(csr_view g, eigenvector_options const& options,
                                           run_options const& run, std::uint64_t held)
{
    check_tolerance(options.tolerance, "capgraph::eigenvector_centrality");
    memory_budget budget{run.memory_budget};
    auto const held_charge = budget.charge(held);
    return scores_of(budget, g, options, run, "checking weights");
}

} // namespace capgraph::inline v0::detail

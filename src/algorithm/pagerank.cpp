// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/pagerank.hpp>

#include "algorithm/arc_rows.hpp"
#include "algorithm/fixed_point.hpp"
#include "algorithm/proportions.hpp"

#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/memory_budget.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <stdexcept>
#include <utility>

namespace capgraph::inline v0::detail {

namespace {

constexpr auto name = "capgraph::pagerank";

void check_options(pagerank_options const& options)
{
    check_tolerance(options.tolerance, name);
    if (!(options.damping >= 0.0 && options.damping < 1.0)) {
        throw std::invalid_argument{"capgraph::pagerank: a damping not in [0, 1)"};
    }
}

// What each vertex hands on over a weight of 1, and the weights that make it so: those out of it in
// parts of the largest, so that their sum stays within double, whatever the unit.
struct walk {
    std::vector<double> share;   // 1 over the sum of the weights out; 0 where there are none
    std::vector<double> largest; // of them; empty when unweighted
};

walk walk_along(csr_view out, checkpoint const& check)
{
    paced_poll pace{check};
    auto const n = out.num_vertices();
    walk result{std::vector<double>(n, 0.0), {}};
    if (out.is_weighted()) {
        result.largest.assign(n, 0.0);
    }
    for (std::uint32_t v = 0; v < n; ++v) {
        pace.steps(out.degree(v) + 1);
        auto sum = static_cast<double>(out.degree(v));
        if (out.is_weighted() && out.degree(v) > 0) {
            auto const weights = out.weights_of(v);
            auto const largest = *std::max_element(weights.begin(), weights.end());
            sum = 0.0;
            for (auto const weight : weights) {
                sum += weight / largest;
            }
            result.largest[v] = largest;
        }
        result.share[v] = sum > 0.0 ? 1.0 / sum : 0.0;
    }
    return result;
}

// Beside the rows of the arcs in.
std::vector<double> relative_weights(csr_view in, walk const& along, checkpoint const& check)
{
    paced_poll pace{check};
    std::vector<double> result(in.weights.begin(), in.weights.end());
    for (std::size_t k = 0; k < result.size(); ++k) {
        pace.step();
        result[k] /= along.largest[in.targets[k]];
    }
    return result;
}

std::vector<double> stationary(csr_view in, walk const& along, std::vector<double> const& restart,
                               pagerank_options const& options, run_options const& run,
                               checkpoint& check)
{
    auto const n = in.num_vertices();
    auto const weights = relative_weights(in, along, check);
    row_sweep const sweep{{in.offsets, in.targets, weights}, run};
    auto x = restart;
    std::vector<double> next(n);
    std::vector<double> handed(n);
    iterate(
        {options.tolerance, options.max_iterations}, check,
        [&] {
            auto const stuck = sweep.operator()<1>([&](std::uint32_t v, auto& sum) {
                handed[v] = x[v] * along.share[v];
                sum[0] += along.share[v] == 0.0 ? x[v] : 0.0;
            })[0];
            auto const anew = options.damping * stuck + (1.0 - options.damping);
            return sweep.operator()<1>([&](std::uint32_t v, auto& sum) {
                next[v] = options.damping * sweep.product(v, handed) + anew * restart[v];
                sum[0] += std::abs(next[v] - x[v]);
            })[0];
        },
        [&] { std::swap(x, next); });
    return x;
}

} // namespace

std::vector<double> pagerank(csr_view g, direction kind, pagerank_options const& options,
                             run_options const& run, std::uint64_t held)
{
    check_options(options);
    memory_budget budget{run.memory_budget};
    auto const held_charge = budget.charge(held);
    auto const n = g.num_vertices();
    auto const charge = budget.charge(6 * n + g.weights.size(), sizeof(double));
    checkpoint quick{run, "checking weights", 1};
    check_weights(g, allowed_weights::not_negative, name, quick);
    auto const restart = proportions(options.restart, n, 0, n, name);
    arc_rows const out{g, kind, counted_edges::out, budget, quick};
    arc_rows const in{g, kind, counted_edges::in, budget, quick};
    auto const along = walk_along(out.view(), quick);
    quick.finish();
    checkpoint check{run, "PageRank", residual_progress::units};
    return stationary(in.view(), along, restart, options, run, check);
}

} // namespace capgraph::inline v0::detail

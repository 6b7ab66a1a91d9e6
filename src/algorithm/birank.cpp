// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/birank.hpp>

#include "algorithm/arc_rows.hpp"
#include "algorithm/fixed_point.hpp"
#include "algorithm/proportions.hpp"

#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/memory_budget.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <stdexcept>
#include <utility>

namespace capgraph::inline v0::detail {

namespace {

constexpr auto name = "capgraph::birank";

void check_options(birank_options const& options)
{
    check_tolerance(options.tolerance, name);
    auto const is_part = [](double damping) { return damping >= 0.0 && damping <= 1.0; };
    if (!is_part(options.first_damping) || !is_part(options.second_damping)) {
        throw std::invalid_argument{"capgraph::birank: a damping not in [0, 1]"};
    }
}

// The square root of a power of two that brings the largest weight near 1: nothing is rounded.
double root_of_scale(csr_view rows)
{
    auto const largest =
        rows.weights.empty() ? 1.0 : *std::max_element(rows.weights.begin(), rows.weights.end());
    return std::ldexp(1.0, -std::ilogb(largest) / 2);
}

// One over the square root of each vertex's strength, in scaled weights; 0 without an edge.
std::vector<double> inverse_roots(csr_view rows, double root_scale, run_options const& run)
{
    auto const n = rows.num_vertices();
    std::vector<double> const scales(n, root_scale);
    std::vector<double> result(n);
    row_sweep const sweep{rows, run};
    sweep.operator()<1>([&](std::uint32_t v, std::array<double, 1>&) {
        auto const strength = sweep.product(v, scales) * root_scale;
        result[v] = strength > 0.0 ? 1.0 / std::sqrt(strength) : 0.0;
    });
    return result;
}

// The two sides in turn.
class two_sides {
public:
    two_sides(csr_view rows, birank_options const& options, run_options const& run)
        : options_{options}, sweep_{rows, run},
          root_scale_{root_of_scale(rows)}, root_{inverse_roots(rows, root_scale_, run)}
    {
        auto const n = rows.num_vertices();
        auto const first = static_cast<std::size_t>(options.first_side);
        prior_ = proportions(options.prior, n, 0, first, name);
        auto const second = proportions(options.prior, n, first, n, name);
        std::copy(second.begin() + static_cast<std::ptrdiff_t>(first), second.end(),
                  prior_.begin() + static_cast<std::ptrdiff_t>(first));
        score_ = prior_;
        next_ = prior_;
        scaled_.resize(n);
    }

    // Brings the first side to what the second has, and prepares the second.
    double step()
    {
        turn(false);
        auto const sums = turn(true);
        return sums[0] > 0.0 ? sums[0] / sums[1] : 0.0;
    }

    void advance() { std::swap(score_, next_); }

    std::vector<double> take() { return std::move(score_); }

private:
    // Computes one side of `next_` from the other of `score_`. Of the first side, it is the score
    // at once. Returns how much changes in all, and the sum.
    std::array<double, 2> turn(bool second)
    {
        auto const first_side = options_.first_side;
        auto const damping = second ? options_.second_damping : options_.first_damping;
        sweep_.operator()<1>([&](std::uint32_t v, std::array<double, 1>&) {
            scaled_[v] = score_[v] * root_[v] * root_scale_;
        });
        return sweep_.operator()<2>([&](std::uint32_t v, std::array<double, 2>& sum) {
            if ((v >= first_side) != second) {
                return;
            }
            next_[v] = damping * root_[v] * root_scale_ * sweep_.product(v, scaled_)
                       + (1.0 - damping) * prior_[v];
            sum[0] += std::abs(next_[v] - score_[v]);
            sum[1] += score_[v];
            if (!second) {
                score_[v] = next_[v];
            }
        });
    }

    birank_options const& options_;
    row_sweep sweep_;
    double root_scale_;
    std::vector<double> root_;
    std::vector<double> prior_;
    std::vector<double> score_;
    std::vector<double> next_;
    std::vector<double> scaled_;
};

} // namespace

std::vector<double> birank(csr_view g, birank_options const& options, run_options const& run,
                           std::uint64_t held)
{
    check_options(options);
    memory_budget budget{run.memory_budget};
    auto const held_charge = budget.charge(held);
    auto const charge = budget.charge(g.num_vertices(), 6 * sizeof(double));
    checkpoint quick{run, "checking weights", 1};
    check_weights(g, allowed_weights::not_negative, name, quick);
    arc_rows const rows{g, direction::undirected, counted_edges::out, budget, quick};
    quick.finish();
    checkpoint check{run, "BiRank", residual_progress::units};
    two_sides sides{rows.view(), options, run};
    iterate(
        {options.tolerance, options.max_iterations}, check, [&] { return sides.step(); },
        [&] { sides.advance(); });
    return sides.take();
}

} // namespace capgraph::inline v0::detail

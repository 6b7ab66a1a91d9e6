// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "algorithm/fixed_point.hpp"

#include "algorithm/sliced_rows.hpp"

#include <capgraph/core/error.hpp>

#include <charconv>
#include <cmath>
#include <numeric>
#include <stdexcept>
#include <utility>

namespace capgraph::inline v0::detail {

std::string text_of(double value)
{
    std::array<char, 32> buffer{};
    auto const end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    return {buffer.data(), end};
}

void check_tolerance(double tolerance, std::string_view caller)
{
    if (!(tolerance >= 0.0 && std::isfinite(tolerance))) {
        throw std::invalid_argument{std::string{caller}
                                    + ": a tolerance that is negative, NaN or infinite"};
    }
}

void throw_not_converged(double residual, std::uint64_t iterations, double tolerance)
{
    throw error{error_code::not_converged,
                "a residual of " + text_of(residual) + " after " + std::to_string(iterations)
                    + " iterations",
                "at most " + text_of(tolerance)};
}

void residual_progress::at(double residual)
{
    first_ = std::max(first_, residual);
    if (goal_ > 0.0 && first_ > goal_ && residual > goal_) {
        auto const part = std::log(first_ / residual) / std::log(first_ / goal_);
        reach(static_cast<std::uint64_t>(part * static_cast<double>(units)));
    } else {
        check_.poll();
    }
}

void residual_progress::reach(std::uint64_t done)
{
    auto const reached = std::max(done, done_);
    check_.advance(reached - done_);
    done_ = reached;
}

std::vector<double> solve_geometric(csr_view rows, std::vector<double> b, double factor,
                                    iteration_limits const& limits, memory_budget& budget,
                                    run_options const& run, checkpoint& check)
{
    sliced_rows const matrix{rows, budget, check};
    auto x = b;
    std::vector<double> next(b.size());
    iterate(
        limits, check,
        [&] {
            auto const visit = [&](std::uint32_t v, double product, std::array<double, 2>& sums) {
                next[v] = b[v] + factor * product;
                sums[0] += (next[v] - x[v]) * (next[v] - x[v]);
                sums[1] += x[v] * x[v];
            };
            auto const sums = matrix.sweep<2>(x, run, visit);
            return sums[0] > 0.0 ? std::sqrt(sums[0] / sums[1]) : sums[0];
        },
        [&] { std::swap(x, next); });
    return x;
}

void scale_squares(std::vector<double>& x, double sum)
{
    auto const squares = std::inner_product(x.begin(), x.end(), x.begin(), 0.0);
    auto const factor = squares > 0.0 ? std::sqrt(sum / squares) : 1.0;
    for (auto& entry : x) {
        entry *= factor;
    }
}

} // namespace capgraph::inline v0::detail

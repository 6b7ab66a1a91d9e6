// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "algorithm/block_sums.hpp"
#include "algorithm/steady_sums.hpp"

#include <capgraph/graph/csr_view.hpp>
#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/memory_budget.hpp>
#include <capgraph/run/parallel.hpp>
#include <capgraph/run/run_options.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace capgraph::inline v0::detail {

// When an iteration ends.
struct iteration_limits {
    double tolerance = 0.0;
    std::uint64_t max_iterations = 0;
};

// std::to_string would ask the locale for its decimal point.
[[nodiscard]] std::string text_of(double value);

// Throws: std::invalid_argument, in the name of `caller`, for a tolerance that is none.
void check_tolerance(double tolerance, std::string_view caller);

// Throws: error with not_converged, naming the residual reached.
[[noreturn]] void throw_not_converged(double residual, std::uint64_t iterations, double tolerance);

// How far the fall of a residual has come, on the scale of logarithms: the units of a checkpoint.
class residual_progress {
public:
    static constexpr std::uint64_t units = 1000;

    residual_progress(checkpoint& check, double tolerance) : check_{check}, goal_{tolerance} {}

    void at(double residual);
    void done() { reach(units); }

private:
    void reach(std::uint64_t done);

    checkpoint& check_;
    double goal_;
    double first_ = 0.0;
    std::uint64_t done_ = 0;
};

// Calls `step()`, which returns the residual of the answer at hand and prepares a better one, and
// then `advance()`, which moves to that, until the residual keeps the tolerance.
//
// Throws: error with not_converged, with cancelled.
template <class Step, class Advance>
void iterate(iteration_limits const& limits, checkpoint& check, Step step, Advance advance)
{
    constexpr auto largest = std::numeric_limits<double>::max();
    residual_progress progress{check, limits.tolerance};
    for (std::uint64_t iteration = 0;; ++iteration) {
        double const residual = step();
        if (residual <= limits.tolerance) {
            break;
        }
        if (iteration == limits.max_iterations || !(residual <= largest)) {
            throw_not_converged(residual, iteration, limits.tolerance);
        }
        progress.at(residual);
        advance();
    }
    check.finish();
}

// Sweeps over the rows of a graph, by all threads.
class row_sweep {
public:
    row_sweep(csr_view rows, run_options const& run) : rows_{rows}, run_{run}
    {
        plan_ = blocks_of(rows.num_vertices(), rows.num_vertices() + rows.num_arcs());
    }

    // visit(v, sums) for each vertex v; it may change the entries of v and adds to the sums, which
    // are returned and are the same bytes on any number of threads.
    template <std::size_t Sums, class Visit>
    std::array<double, Sums> operator()(Visit visit) const
    {
        return sums_over<Sums>(
            plan_, few_to_sum, run_,
            [&](std::uint64_t first, std::uint64_t last, std::array<double, Sums>& sums) {
                for (auto v = first; v < last; ++v) {
                    visit(static_cast<std::uint32_t>(v), sums);
                }
            });
    }

    // Row v times x, with the weights of the graph.
    [[nodiscard]] double product(std::uint32_t v, std::vector<double> const& x) const
    {
        return product(v, x, rows_.weights_of(v));
    }

    // Row v times x, with `weights` beside the row; empty: 1 each.
    [[nodiscard]] double product(std::uint32_t v, std::vector<double> const& x,
                                 std::span<double const> weights) const
    {
        auto const row = rows_.row(v);
        return weights.empty()
                   ? sum_of(row.size(), [&](std::uint64_t k) { return x[row[k]]; })
                   : sum_of(row.size(), [&](std::uint64_t k) { return weights[k] * x[row[k]]; });
    }

private:
    csr_view rows_;
    run_options const& run_;
    block_plan plan_;
};

// The solution of x = b + factor A x, A being the rows: each step takes the right side for x.
// |b + factor A x - x| <= tolerance |x|. Charges a copy of the rows. Precondition: it converges.
[[nodiscard]] std::vector<double> solve_geometric(csr_view rows, std::vector<double> b,
                                                  double factor, iteration_limits const& limits,
                                                  memory_budget& budget, run_options const& run,
                                                  checkpoint& check);

// Makes the squares of x sum to `sum`, unless all are 0.
void scale_squares(std::vector<double>& x, double sum);

} // namespace capgraph::inline v0::detail

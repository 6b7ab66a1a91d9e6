// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "algorithm/spectral_radius.hpp"

#include "algorithm/eigenvector_within.hpp"
#include "algorithm/fixed_point.hpp"
#include "algorithm/strong_components.hpp"

#include <capgraph/run/checkpoint.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

namespace capgraph::inline v0::detail {

namespace {

constexpr double precision = 1e-11;
constexpr std::uint64_t max_iterations = 100'000;

double largest_row_sum(csr_view rows, run_options const& run)
{
    std::vector<double> const ones(rows.num_vertices(), 1.0);
    std::vector<double> sums(rows.num_vertices());
    row_sweep const sweep{rows, run};
    sweep.operator()<1>(
        [&](std::uint32_t v, std::array<double, 1>&) { sums[v] = sweep.product(v, ones); });
    return sums.empty() ? 0.0 : *std::max_element(sums.begin(), sums.end());
}

// The Rayleigh quotient of the eigenvector.
double symmetric_radius(csr_view rows, memory_budget& budget, run_options const& run)
{
    auto const x = eigenvector_within(budget, rows, {}, run);
    row_sweep const sweep{rows, run};
    auto const sums = sweep.operator()<2>([&](std::uint32_t v, std::array<double, 2>& sum) {
        sum[0] += x[v] * sweep.product(v, x);
        sum[1] += x[v] * x[v];
    });
    return sums[1] > 0.0 ? sums[0] / sums[1] : 0.0;
}

// Of one strong component after the other, by power iteration with a shift, which no cycle makes
// oscillate. For any x > 0 the radius lies between the least and the greatest of (A x)[v] / x[v]
// (Collatz 1942).
class component_radius {
public:
    component_radius(csr_view rows, checkpoint const& check)
        : rows_{rows}, pace_{check}, x_(rows.num_vertices()), ax_(rows.num_vertices()),
          component_of_(rows.num_vertices())
    {
    }

    static constexpr std::uint64_t space = 2 * sizeof(double) + sizeof(std::uint32_t);

    // The bound from above; less exact where it is below `enough`.
    double operator()(std::span<std::uint32_t const> members, double enough)
    {
        ++components_;
        for (auto const v : members) {
            component_of_[v] = components_;
            x_[v] = 1.0;
        }
        multiply(members);
        double shift = 0.0;
        for (auto const v : members) {
            shift += ax_[v] / static_cast<double>(members.size());
        }
        for (std::uint64_t iteration = 0;; ++iteration) {
            auto const [least, greatest] = ratios(members);
            if (greatest < enough || greatest - least <= precision * greatest) {
                return greatest;
            }
            if (iteration == max_iterations) {
                throw_not_converged((greatest - least) / greatest, iteration, precision);
            }
            improve(members, shift);
            multiply(members);
        }
    }

private:
    struct bounds {
        double least;
        double greatest;
    };

    void multiply(std::span<std::uint32_t const> members)
    {
        for (auto const v : members) {
            auto const row = rows_.row(v);
            auto const weights = rows_.weights_of(v);
            pace_.steps(row.size() + 1);
            double sum = 0.0;
            for (std::size_t k = 0; k < row.size(); ++k) {
                auto const inside = component_of_[row[k]] == components_;
                sum += inside ? (weights.empty() ? 1.0 : weights[k]) * x_[row[k]] : 0.0;
            }
            ax_[v] = sum;
        }
    }

    [[nodiscard]] bounds ratios(std::span<std::uint32_t const> members) const
    {
        auto const of_first = ax_[members.front()] / x_[members.front()];
        bounds result{of_first, of_first};
        for (auto const v : members) {
            result.least = std::min(result.least, ax_[v] / x_[v]);
            result.greatest = std::max(result.greatest, ax_[v] / x_[v]);
        }
        return result;
    }

    // The highest entry becomes 1; none is lost to underflow.
    void improve(std::span<std::uint32_t const> members, double shift)
    {
        double highest = 0.0;
        for (auto const v : members) {
            x_[v] = ax_[v] + shift * x_[v];
            highest = std::max(highest, x_[v]);
        }
        for (auto const v : members) {
            x_[v] = std::max(x_[v] / highest, 1e-280);
        }
    }

    csr_view rows_;
    paced_poll pace_;
    std::vector<double> x_;
    std::vector<double> ax_;
    std::vector<std::uint32_t> component_of_; // of those begun
    std::uint32_t components_ = 0;
};

double directed_radius(csr_view rows, double enough, memory_budget& budget, run_options const& run)
{
    checkpoint check{run, "spectral radius", rows.num_vertices()};
    auto const charge = budget.charge(rows.num_vertices(), component_radius::space);
    component_radius radius_of{rows, check};
    double radius = 0.0;
    for_each_strong_component(
        rows.num_vertices(), [&](std::uint32_t v) { return rows.degree(v); },
        [&](std::uint32_t v, std::uint64_t k) { return rows.row(v)[k]; },
        [&](auto const& component) {
            std::span<std::uint32_t const> const members{component.begin(), component.end()};
            if (members.size() > 1) {
                radius = std::max(radius, radius_of(members, std::max(enough, radius)));
            }
            check.advance(members.size());
        },
        check, budget);
    check.finish();
    return radius;
}

} // namespace

double spectral_radius(csr_view rows, direction kind, double enough, memory_budget& budget,
                       run_options const& run)
{
    auto const charge = budget.charge(rows.num_vertices(), 2 * sizeof(double));
    auto const bound = largest_row_sum(rows, run);
    if (bound < enough || bound == 0.0) {
        return bound;
    }
    return kind == direction::directed ? directed_radius(rows, enough, budget, run)
                                       : symmetric_radius(rows, budget, run);
}

double factor_below_radius(std::optional<double> told, double part, double without,
                           std::string_view caller, csr_view rows, direction kind,
                           memory_budget& budget, run_options const& run)
{
    auto const size = std::abs(told.value_or(0.0));
    if (told && size == 0.0) {
        return 0.0;
    }
    auto const radius = spectral_radius(rows, kind, told ? 1.0 / size : 0.0, budget, run);
    if (!told) {
        return radius > 0.0 ? part / radius : without;
    }
    if (size * radius >= 1.0 - precision) {
        throw std::invalid_argument{"capgraph::" + std::string{caller} + " of " + text_of(*told)
                                    + ", not below 1/rho = " + text_of(1.0 / radius) + " in size"};
    }
    return *told;
}

} // namespace capgraph::inline v0::detail

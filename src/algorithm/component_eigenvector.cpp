// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "algorithm/component_eigenvector.hpp"

#include "algorithm/block_sums.hpp"
#include "algorithm/steady_sums.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

namespace capgraph::inline v0::detail {

namespace {

block_plan plan_of(csr_view g, std::span<std::uint32_t const> members)
{
    std::uint64_t steps = 0;
    for (auto const v : members) {
        steps += 1 + g.degree(v);
    }
    return blocks_of(members.size(), steps);
}

} // namespace

component_eigenvector::component_eigenvector(csr_view g, double scale,
                                             std::span<std::uint32_t const> members,
                                             eigenvector_workspace& work, run_options const& run)
    : g_{g}, scale_{scale}, members_{members}, work_{work}, run_{run}, plan_{plan_of(g, members)}
{
}

// visit(v, sums) for each member v; it may change the entries of v and adds to the sums.
template <std::size_t Sums, class Visit>
std::array<double, Sums> component_eigenvector::sweep(Visit visit) const
{
    return sums_over<Sums>(
        plan_, few_to_sum, run_,
        [&](std::uint64_t first, std::uint64_t last, std::array<double, Sums>& sums) {
            for (auto i = first; i < last; ++i) {
                visit(members_[i], sums);
            }
        });
}

void component_eigenvector::multiply(std::vector<double> const& from, std::vector<double>& to) const
{
    parallel_for_blocks(plan_, run_, [&](work_block const& block) {
        for (auto i = block.first; i < block.last; ++i) {
            auto const v = members_[i];
            auto const row = g_.row(v);
            auto const weights = g_.weights_of(v);
            to[v] = sum_of(row.size(), [&](std::uint64_t k) {
                auto const weight = weights.empty() ? 1.0 : weights[k] * scale_;
                return row[k] == v ? 0.0 : weight * from[row[k]];
            });
        }
    });
}

void component_eigenvector::start()
{
    auto const entry = 1.0 / std::sqrt(static_cast<double>(members_.size()));
    for (auto const v : members_) {
        work_.x[v] = entry;
        work_.p[v] = 0.0;
        work_.ap[v] = 0.0;
    }
    refresh();
    for (auto const v : members_) {
        bound_ = std::max(bound_, work_.ax[v] / entry);
    }
}

void component_eigenvector::refresh()
{
    multiply(work_.x, work_.ax);
    measure();
}

// Clang 14 captures no structured bindings, so the vectors are named one by one below.

void component_eigenvector::measure()
{
    auto const& x = work_.x;
    auto const& ax = work_.ax;
    auto const sums = sweep<2>([&](std::uint32_t v, std::array<double, 2>& sum) {
        sum[0] += x[v] * x[v];
        sum[1] += x[v] * ax[v];
    });
    lambda_ = sums[1] / sums[0];
    length_ = std::sqrt(sums[0]);
}

double component_eigenvector::residual()
{
    auto& x = work_.x;
    auto& ax = work_.ax;
    auto& w = work_.w;
    auto const unit = 1.0 / length_;
    auto const sums = sweep<2>([&](std::uint32_t v, std::array<double, 2>& sum) {
        x[v] *= unit;
        ax[v] *= unit;
        w[v] = ax[v] - lambda_ * x[v];
        sum[0] += w[v] * w[v];
        sum[1] += w[v] * x[v];
    });
    length_ = 1.0;
    residual_length_ = std::sqrt(sums[0]);
    residual_on_x_ = sums[1];
    constexpr auto rounding = 1e-9;
    auto const is_eigenvalue = lambda_ > 0.0 && lambda_ <= bound_ * (1.0 + rounding);
    return is_eigenvalue ? residual_length_ / lambda_ : std::numeric_limits<double>::infinity();
}

void component_eigenvector::improve()
{
    turn_residual();
    multiply(work_.w, work_.aw);
    auto const projected = project();
    step(largest_eigenvector(projected));
}

// Makes w a unit vector across x.
void component_eigenvector::turn_residual()
{
    auto const& x = work_.x;
    auto& w = work_.w;
    auto const& p = work_.p;
    auto const unit = 1.0 / residual_length_;
    auto const sums = sweep<2>([&](std::uint32_t v, std::array<double, 2>& sum) {
        w[v] = (w[v] - residual_on_x_ * x[v]) * unit;
        sum[0] += p[v] * x[v];
        sum[1] += p[v] * w[v];
    });
    p_on_x_ = sums[0];
    p_on_w_ = sums[1];
}

// Turns p across x and w, and what happens to p happens to A p. Returns the matrix as these three
// see it, after Gram and Schmidt; a p of which nothing but rounding is left takes no part.
small_matrix component_eigenvector::project()
{
    auto const& x = work_.x;
    auto const& ax = work_.ax;
    auto const& w = work_.w;
    auto const& aw = work_.aw;
    auto& p = work_.p;
    auto& ap = work_.ap;
    auto const sums = sweep<6>([&](std::uint32_t v, std::array<double, 6>& sum) {
        p[v] -= p_on_x_ * x[v] + p_on_w_ * w[v];
        ap[v] -= p_on_x_ * ax[v] + p_on_w_ * aw[v];
        sum[0] += p[v] * p[v];
        sum[1] += x[v] * aw[v];
        sum[2] += w[v] * aw[v];
        sum[3] += x[v] * ap[v];
        sum[4] += w[v] * ap[v];
        sum[5] += p[v] * ap[v];
    });
    auto const usable = sums[0] > 1e-20 * (p_on_x_ * p_on_x_ + p_on_w_ * p_on_w_);
    p_unit_ = usable ? 1.0 / std::sqrt(sums[0]) : 0.0;
    auto const xp = sums[3] * p_unit_;
    auto const wp = sums[4] * p_unit_;
    return {
        {{lambda_, sums[1], xp}, {sums[1], sums[2], wp}, {xp, wp, sums[5] * p_unit_ * p_unit_}}};
}

// Moves x to the vector of the three with the coordinates `c`.
void component_eigenvector::step(small_vector const& c)
{
    auto& x = work_.x;
    auto& ax = work_.ax;
    auto const& w = work_.w;
    auto const& aw = work_.aw;
    auto& p = work_.p;
    auto& ap = work_.ap;
    auto const on_p = c[2] * p_unit_;
    auto const sums = sweep<2>([&](std::uint32_t v, std::array<double, 2>& sum) {
        p[v] = c[1] * w[v] + on_p * p[v];
        ap[v] = c[1] * aw[v] + on_p * ap[v];
        x[v] = c[0] * x[v] + p[v];
        ax[v] = c[0] * ax[v] + ap[v];
        sum[0] += x[v] * x[v];
        sum[1] += x[v] * ax[v];
    });
    lambda_ = sums[1] / sums[0];
    length_ = std::sqrt(sums[0]);
}

} // namespace capgraph::inline v0::detail

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "fitness_equations.hpp"

#include "log_probability.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numeric>
#include <utility>

namespace capgraph::inline v0::detail {

namespace {

double num_ones(std::vector<degree_class> const& side)
{
    return std::accumulate(side.begin(), side.end(), 0.0, [](double sum, degree_class const& c) {
        return sum + c.multiplicity * c.degree;
    });
}

/// Where the ones are so few that x y is the probability.
std::vector<double> sparse_logs(std::vector<degree_class> const& side, double ones)
{
    std::vector<double> logs(side.size());
    std::transform(side.begin(), side.end(), logs.begin(), [&](degree_class const& c) {
        return std::log(c.degree) - 0.5 * std::log(ones);
    });
    return logs;
}

double largest(std::vector<double> const& values)
{
    return std::accumulate(values.begin(), values.end(), 0.0,
                           [](double most, double x) { return std::max(most, std::abs(x)); });
}

double dot(std::vector<double> const& a, std::vector<double> const& b)
{
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

std::vector<double> moved(std::vector<double> from, std::vector<double> const& by, double part)
{
    for (std::size_t i = 0; i < from.size(); ++i) {
        from[i] += part * by[i];
    }
    return from;
}

} // namespace

fitness_equations::fitness_equations(std::vector<degree_class> rows,
                                     std::vector<degree_class> columns, paced_poll& poll)
    : rows_{std::move(rows)}, columns_{std::move(columns)}, poll_{&poll},
      u_{sparse_logs(rows_, num_ones(rows_))}, v_{sparse_logs(columns_, num_ones(rows_))},
      row_off_(rows_.size()), column_off_(columns_.size()), row_step_(rows_.size()),
      column_step_(columns_.size()), weights_(rows_.size() * columns_.size()),
      row_weights_(rows_.size()), joined_(columns_.size() * columns_.size())
{
    loss_ = loss(u_, v_);
    look();
}

/// Minus the log-likelihood.
double fitness_equations::loss(std::vector<double> const& u, std::vector<double> const& v)
{
    exact_sum sum;
    for (std::size_t a = 0; a < rows_.size(); ++a) {
        auto row = 0.0;
        for (std::size_t b = 0; b < columns_.size(); ++b) {
            poll_->step();
            auto const z = u[a] + v[b];
            row +=
                columns_[b].multiplicity * (std::max(z, 0.0) + std::log1p(std::exp(-std::abs(z))));
        }
        sum.add(rows_[a].multiplicity * (row - rows_[a].degree * u[a]));
    }
    for (std::size_t b = 0; b < columns_.size(); ++b) {
        sum.add(-columns_[b].multiplicity * columns_[b].degree * v[b]);
    }
    return sum.value();
}

/// What the degrees are off by here, and the weights.
void fitness_equations::look()
{
    std::vector<double> column_sums(columns_.size());
    residual_ = 0.0;
    for (std::size_t a = 0; a < rows_.size(); ++a) {
        auto sum = 0.0;
        row_weights_[a] = 0.0;
        for (std::size_t b = 0; b < columns_.size(); ++b) {
            poll_->step();
            auto const z = u_[a] + v_[b];
            auto const e = std::exp(-std::abs(z));
            auto const p = (z < 0.0 ? e : 1.0) / (1.0 + e);
            auto const cells = rows_[a].multiplicity * columns_[b].multiplicity;
            auto const weight = cells * e / ((1.0 + e) * (1.0 + e));
            weights_[a * columns_.size() + b] = weight;
            row_weights_[a] += weight;
            sum += columns_[b].multiplicity * p;
            column_sums[b] += rows_[a].multiplicity * p;
        }
        auto const off = rows_[a].degree - sum;
        row_off_[a] = rows_[a].multiplicity * off;
        residual_ = std::max(residual_, std::abs(off) / std::max(1.0, rows_[a].degree));
    }
    for (std::size_t b = 0; b < columns_.size(); ++b) {
        auto const off = columns_[b].degree - column_sums[b];
        column_off_[b] = columns_[b].multiplicity * off;
        residual_ = std::max(residual_, std::abs(off) / std::max(1.0, columns_[b].degree));
    }
}

/// Eliminates the rows: a row joins each two columns by the product of their weights over its sum.
void fitness_equations::join_columns()
{
    auto const width = columns_.size();
    std::fill(joined_.begin(), joined_.end(), 0.0);
    for (std::size_t a = 0; a < rows_.size(); ++a) {
        auto const* const row = &weights_[a * width];
        for (std::size_t b = 0; b < width && row_weights_[a] > 0.0; ++b) {
            poll_->step();
            auto const part = row[b] / row_weights_[a];
            for (std::size_t other = b + 1; other < width; ++other) {
                joined_[b * width + other] += part * row[other];
            }
        }
    }
}

/// Newton's direction. The last column class stays put, as only sums of logarithms count; each of
/// the others is eliminated as a row was, by additions alone, so that nothing cancels.
void fitness_equations::find_direction()
{
    join_columns();
    auto const width = columns_.size();
    auto& x = column_step_;
    x = column_off_;
    for (std::size_t a = 0; a < rows_.size(); ++a) {
        auto const per_weight = row_weights_[a] > 0.0 ? row_off_[a] / row_weights_[a] : 0.0;
        for (std::size_t b = 0; b < width; ++b) {
            x[b] -= weights_[a * width + b] * per_weight;
        }
    }
    std::vector<double> degrees(width);
    for (std::size_t b = 0; b + 1 < width; ++b) {
        auto* const row = &joined_[b * width];
        degrees[b] = std::accumulate(row + b + 1, row + width, 0.0);
        for (auto i = b + 1; i + 1 < width && degrees[b] > 0.0; ++i) {
            poll_->step();
            auto const part = row[i] / degrees[b];
            x[i] += part * x[b];
            for (auto j = i + 1; j < width; ++j) {
                joined_[i * width + j] += part * row[j];
            }
        }
    }
    x[width - 1] = 0.0;
    for (auto b = width - 1; b-- != 0;) {
        auto const* const row = &joined_[b * width];
        for (auto j = b + 1; j < width; ++j) {
            x[b] += row[j] * x[j];
        }
        x[b] = degrees[b] > 0.0 ? x[b] / degrees[b] : 0.0;
    }
    for (std::size_t a = 0; a < rows_.size(); ++a) {
        auto sum = row_off_[a];
        for (std::size_t b = 0; b < width; ++b) {
            sum -= weights_[a * width + b] * x[b];
        }
        row_step_[a] = row_weights_[a] > 0.0 ? sum / row_weights_[a] : 0.0;
    }
}

bool fitness_equations::step()
{
    // Some e-folds at once, lest a step where nothing bends is one into nowhere.
    constexpr double longest = 8.0;
    constexpr double least_part = 1e-6;
    find_direction();
    auto const length = std::max(largest(row_step_), largest(column_step_));
    auto const slope = -dot(row_off_, row_step_) - dot(column_off_, column_step_);
    auto part = length > longest ? longest / length : 1.0;
    for (; part > least_part; part *= 0.5) {
        auto u = moved(u_, row_step_, part);
        auto v = moved(v_, column_step_, part);
        auto const next = loss(u, v);
        // Near the solution the gain is less than rounding: whole steps go on there.
        if (next <= loss_ + 1e-4 * part * slope + 1e-12 * std::abs(loss_)) {
            u_ = std::move(u);
            v_ = std::move(v);
            loss_ = next;
            look();
            return true;
        }
    }
    return false;
}

} // namespace capgraph::inline v0::detail

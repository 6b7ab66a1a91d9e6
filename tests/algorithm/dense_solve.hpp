// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "support/oracles.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

namespace capgraph::test {

/// The solution of A x = b by elimination, in long double.
inline std::vector<double> dense_solve(dense_matrix const& matrix, std::vector<double> const& right)
{
    auto const n = right.size();
    std::vector<std::vector<long double>> a(n);
    for (std::size_t i = 0; i < n; ++i) {
        a[i].assign(matrix[i].begin(), matrix[i].end());
        a[i].push_back(right[i]);
    }
    for (std::size_t k = 0; k < n; ++k) {
        for (std::size_t i = k + 1; i < n; ++i) {
            if (std::abs(a[i][k]) > std::abs(a[k][k])) {
                std::swap(a[i], a[k]);
            }
        }
        for (std::size_t i = 0; i < n; ++i) {
            auto const factor = i == k ? 0.0L : a[i][k] / a[k][k];
            for (std::size_t j = k; j <= n; ++j) {
                a[i][j] -= factor * a[k][j];
            }
        }
    }
    std::vector<double> x(n);
    for (std::size_t i = 0; i < n; ++i) {
        x[i] = static_cast<double>(a[i][n] / a[i][i]);
    }
    return x;
}

/// I - factor * A.
inline dense_matrix one_less(double factor, dense_matrix a)
{
    for (std::size_t u = 0; u < a.size(); ++u) {
        for (std::size_t v = 0; v < a.size(); ++v) {
            a[u][v] = (u == v ? 1.0 : 0.0) - factor * a[u][v];
        }
    }
    return a;
}

inline dense_matrix transposed(dense_matrix const& a)
{
    auto result = zero_matrix(a.size());
    for (std::size_t u = 0; u < a.size(); ++u) {
        for (std::size_t v = 0; v < a.size(); ++v) {
            result[v][u] = a[u][v];
        }
    }
    return result;
}

inline std::vector<double> row_sums(dense_matrix const& a)
{
    std::vector<double> result(a.size(), 0.0);
    for (std::size_t u = 0; u < a.size(); ++u) {
        for (auto const entry : a[u]) {
            result[u] += entry;
        }
    }
    return result;
}

/// `x` so that its squares sum to `sum`.
inline std::vector<double> with_squares(std::vector<double> x, double sum)
{
    double squares = 0.0;
    for (auto const entry : x) {
        squares += entry * entry;
    }
    for (auto& entry : x) {
        entry *= squares > 0.0 ? std::sqrt(sum / squares) : 1.0;
    }
    return x;
}

} // namespace capgraph::test

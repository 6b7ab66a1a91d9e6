// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cmath>
#include <cstddef>

namespace capgraph::inline v0::detail {

using small_vector = std::array<double, 3>;
using small_matrix = std::array<small_vector, 3>;

// One rotation of Jacobi's method: makes a[p][q] zero. The columns of `v` turn with it.
inline void rotate(small_matrix& a, small_matrix& v, std::size_t p, std::size_t q)
{
    if (a[p][q] == 0.0) {
        return;
    }
    auto const theta = (a[q][q] - a[p][p]) / (2.0 * a[p][q]);
    auto const root = std::abs(theta) + std::sqrt(theta * theta + 1.0);
    auto const t = (theta < 0.0 ? -1.0 : 1.0) / root;
    auto const c = 1.0 / std::sqrt(t * t + 1.0);
    auto const s = t * c;
    for (std::size_t k = 0; k < 3; ++k) {
        auto const akp = a[k][p];
        a[k][p] = c * akp - s * a[k][q];
        a[k][q] = s * akp + c * a[k][q];
        auto const vkp = v[k][p];
        v[k][p] = c * vkp - s * v[k][q];
        v[k][q] = s * vkp + c * v[k][q];
    }
    for (std::size_t k = 0; k < 3; ++k) {
        auto const apk = a[p][k];
        a[p][k] = c * apk - s * a[q][k];
        a[q][k] = s * apk + c * a[q][k];
    }
}

// The unit eigenvector of the largest eigenvalue of a symmetric matrix, by Jacobi's method: a fixed
// number of steps of correctly rounded operations, so the same bytes on every processor.
[[nodiscard]] inline small_vector largest_eigenvector(small_matrix a)
{
    small_matrix v{{{1.0, 0.0, 0.0}, {0.0, 1.0, 0.0}, {0.0, 0.0, 1.0}}};
    for (int sweep = 0; sweep < 12; ++sweep) {
        rotate(a, v, 0, 1);
        rotate(a, v, 0, 2);
        rotate(a, v, 1, 2);
    }
    auto const best =
        a[0][0] >= a[1][1] ? (a[0][0] >= a[2][2] ? 0U : 2U) : (a[1][1] >= a[2][2] ? 1U : 2U);
    return {v[0][best], v[1][best], v[2][best]};
}

} // namespace capgraph::inline v0::detail

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

// Slow answers straight from the definitions, for small graphs. They share no code with the
// library: a graph is a square matrix here, and every loop runs over all vertices.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>
#include <vector>

namespace capgraph::test {

/// Entry [u][v]: the weight of all edges from u to v; 0 where there is none.
using dense_matrix = std::vector<std::vector<double>>;

inline dense_matrix zero_matrix(std::size_t n)
{
    // NOLINTNEXTLINE(modernize-return-braced-init-list): braces would make a list of two
    return dense_matrix(n, std::vector<double>(n, 0.0));
}

inline dense_matrix symmetric(dense_matrix a)
{
    auto const n = a.size();
    for (std::size_t u = 0; u < n; ++u) {
        for (std::size_t v = u + 1; v < n; ++v) {
            a[u][v] = a[v][u] = a[u][v] + a[v][u];
        }
    }
    return a;
}

/// Lengths of shortest paths by Floyd and Warshall; infinity where there is none.
inline dense_matrix distances_by_definition(dense_matrix const& a)
{
    auto const n = a.size();
    auto d = dense_matrix(n, std::vector<double>(n, std::numeric_limits<double>::infinity()));
    for (std::size_t u = 0; u < n; ++u) {
        for (std::size_t v = 0; v < n; ++v) {
            d[u][v] = u == v ? 0.0 : a[u][v] != 0.0 ? 1.0 : d[u][v];
        }
    }
    for (std::size_t k = 0; k < n; ++k) {
        for (std::size_t u = 0; u < n; ++u) {
            for (std::size_t v = 0; v < n; ++v) {
                d[u][v] = std::min(d[u][v], d[u][k] + d[k][v]);
            }
        }
    }
    return d;
}

/// How many shortest paths lead from u to v, parallel edges being one: each comes over a last step
/// from a vertex one nearer to u.
inline dense_matrix path_counts_by_definition(dense_matrix const& a, dense_matrix const& d)
{
    auto const n = a.size();
    auto count = zero_matrix(n);
    for (std::size_t u = 0; u < n; ++u) {
        count[u][u] = 1.0;
        for (std::size_t length = 1; length < n; ++length) {
            for (std::size_t v = 0; v < n; ++v) {
                for (std::size_t last = 0; last < n; ++last) {
                    auto const near = static_cast<double>(length) - 1.0;
                    if (last != v && a[last][v] != 0.0 && d[u][last] == near
                        && d[u][v] == near + 1.0) {
                        count[u][v] += count[u][last];
                    }
                }
            }
        }
    }
    return count;
}

/// Betweenness summed over ordered pairs: over all s, t and v, the part of the paths from s to t
/// that have v within.
inline std::vector<double> betweenness_by_definition(dense_matrix const& a)
{
    auto const n = a.size();
    auto const d = distances_by_definition(a);
    auto const count = path_counts_by_definition(a, d);
    std::vector<double> score(n, 0.0);
    for (std::size_t s = 0; s < n; ++s) {
        for (std::size_t t = 0; t < n; ++t) {
            for (std::size_t v = 0; v < n; ++v) {
                if (s != t && s != v && t != v && std::isfinite(d[s][t])
                    && d[s][v] + d[v][t] == d[s][t]) {
                    score[v] += count[s][v] * count[v][t] / count[s][t];
                }
            }
        }
    }
    return score;
}

/// The sum over ordered pairs, s to t with a path, of the vertices within: what all betweenness is.
inline double inner_vertices_by_definition(dense_matrix const& a)
{
    double sum = 0.0;
    auto const d = distances_by_definition(a);
    for (std::size_t s = 0; s < a.size(); ++s) {
        for (std::size_t t = 0; t < a.size(); ++t) {
            sum += s != t && std::isfinite(d[s][t]) ? d[s][t] - 1.0 : 0.0;
        }
    }
    return sum;
}

/// Eigenvalues and, in the columns of `vectors`, unit eigenvectors of a symmetric matrix.
struct eigen_decomposition {
    std::vector<long double> values;
    std::vector<std::vector<long double>> vectors;
};

/// By Jacobi's rotations of the whole matrix, in long double.
inline eigen_decomposition eigen_by_definition(dense_matrix const& symmetric_matrix)
{
    auto const n = symmetric_matrix.size();
    using row = std::vector<long double>;
    std::vector<row> a(n, row(n, 0.0L));
    std::vector<row> v(n, row(n, 0.0L));
    for (std::size_t i = 0; i < n; ++i) {
        std::copy(symmetric_matrix[i].begin(), symmetric_matrix[i].end(), a[i].begin());
        v[i][i] = 1.0L;
    }
    for (int sweep = 0; sweep < 60; ++sweep) {
        for (std::size_t p = 0; p < n; ++p) {
            for (std::size_t q = p + 1; q < n; ++q) {
                auto const angle = 0.5L * std::atan2(2.0L * a[p][q], a[q][q] - a[p][p]);
                auto const c = std::cos(angle);
                auto const s = std::sin(angle);
                for (std::size_t k = 0; k < n; ++k) {
                    auto const kp = a[k][p];
                    auto const kq = a[k][q];
                    a[k][p] = c * kp - s * kq;
                    a[k][q] = s * kp + c * kq;
                    auto const vp = v[k][p];
                    auto const vq = v[k][q];
                    v[k][p] = c * vp - s * vq;
                    v[k][q] = s * vp + c * vq;
                }
                for (std::size_t k = 0; k < n; ++k) {
                    auto const pk = a[p][k];
                    auto const qk = a[q][k];
                    a[p][k] = c * pk - s * qk;
                    a[q][k] = s * pk + c * qk;
                }
            }
        }
    }
    eigen_decomposition result{row(n), v};
    for (std::size_t i = 0; i < n; ++i) {
        result.values[i] = a[i][i];
    }
    return result;
}

/// The part of equal scores that lies in the space of the largest eigenvalue, at unit length: where
/// power iteration from equal scores ends. All 0 for the zero matrix.
inline std::vector<double> eigenvector_by_definition(dense_matrix const& a)
{
    auto const n = a.size();
    auto const [values, vectors] = eigen_by_definition(a);
    auto const largest = values.empty() ? 0.0L : *std::max_element(values.begin(), values.end());
    std::vector<double> score(n, 0.0);
    if (largest <= 0.0L) {
        return score;
    }
    for (std::size_t i = 0; i < n; ++i) {
        if (values[i] < largest * (1.0L - 1e-12L)) {
            continue;
        }
        long double on_ones = 0.0L;
        for (std::size_t v = 0; v < n; ++v) {
            on_ones += vectors[v][i];
        }
        for (std::size_t v = 0; v < n; ++v) {
            score[v] += static_cast<double>(on_ones * vectors[v][i]);
        }
    }
    auto const length =
        std::sqrt(std::inner_product(score.begin(), score.end(), score.begin(), 0.0));
    for (auto& entry : score) {
        entry = std::abs(entry / length);
    }
    return score;
}

/// The lowest vertex that hangs together with each, edges taken both ways.
inline std::vector<std::size_t> lowest_connected_by_definition(dense_matrix const& a)
{
    auto const d = distances_by_definition(symmetric(a));
    std::vector<std::size_t> lowest(a.size());
    for (std::size_t v = 0; v < a.size(); ++v) {
        while (!std::isfinite(d[v][lowest[v]])) {
            ++lowest[v];
        }
    }
    return lowest;
}

/// Whether two lists of scores agree, entry by entry, to `tolerance` of the largest score.
inline bool agree(std::vector<double> const& a, std::vector<double> const& b,
                  double tolerance = 1e-10)
{
    if (a.size() != b.size()) {
        return false;
    }
    double largest = 0.0;
    for (auto const entry : b) {
        largest = std::max(largest, std::abs(entry));
    }
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (!(std::abs(a[i] - b[i]) <= tolerance * largest)) {
            return false;
        }
    }
    return true;
}

} // namespace capgraph::test

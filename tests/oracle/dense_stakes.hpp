// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

// Ownership straight from its equations, for small matrices: dense, in long double, by Gaussian
// elimination with row exchanges. Shares no code with the library.

#include "support/stakes.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace capgraph::test {

using real_row = std::vector<long double>;
using real_matrix = std::vector<real_row>;

/// W of the lower ends.
inline real_matrix dense_of(stake_case const& told)
{
    real_matrix w(told.n, real_row(told.n, 0.0L));
    for (auto const& s : told.stakes) {
        w[s.owner][s.owned] += static_cast<long double>(s.lower);
    }
    return w;
}

/// x with a x = b; nothing where a is (nearly) singular.
inline std::optional<real_row> solved(real_matrix a, real_row b)
{
    auto const n = b.size();
    for (std::size_t k = 0; k < n; ++k) {
        auto best = k;
        for (auto i = k + 1; i < n; ++i) {
            best = std::abs(a[i][k]) > std::abs(a[best][k]) ? i : best;
        }
        if (std::abs(a[best][k]) < 1e-13L) {
            return std::nullopt;
        }
        std::swap(a[k], a[best]);
        std::swap(b[k], b[best]);
        for (auto i = k + 1; i < n; ++i) {
            auto const by = a[i][k] / a[k][k];
            for (auto j = k; j < n; ++j) {
                a[i][j] -= by * a[k][j];
            }
            b[i] -= by * b[k];
        }
    }
    for (auto k = n; k-- > 0;) {
        for (auto j = k + 1; j < n; ++j) {
            b[k] -= a[k][j] * b[j];
        }
        b[k] /= a[k][k];
    }
    return b;
}

/// x = s + xW, `ones` being 1 and `zeros` 0 whoever owns them.
inline std::optional<real_row> look_through_by_definition(real_matrix const& w,
                                                          vertex_list const& ones,
                                                          vertex_list const& zeros = {})
{
    auto const n = w.size();
    real_matrix a(n, real_row(n, 0.0L));
    real_row b(n, 0.0L);
    auto const has = [](vertex_list const& all, std::size_t v) {
        return std::find(all.begin(), all.end(), v) != all.end();
    };
    for (std::size_t j = 0; j < n; ++j) {
        a[j][j] = 1.0L;
        if (has(ones, j)) {
            b[j] = 1.0L;
        } else if (!has(zeros, j)) {
            for (std::size_t i = 0; i < n; ++i) {
                a[j][i] -= w[i][j];
            }
        }
    }
    return solved(std::move(a), std::move(b));
}

/// Row `from` of V = (I - W)^-1: v = e + vW.
inline std::optional<real_row> row_of_inverse(real_matrix const& w, std::size_t from)
{
    auto const n = w.size();
    real_matrix a(n, real_row(n, 0.0L));
    real_row b(n, 0.0L);
    b[from] = 1.0L;
    for (std::size_t j = 0; j < n; ++j) {
        a[j][j] = 1.0L;
        for (std::size_t i = 0; i < n; ++i) {
            a[j][i] -= w[i][j];
        }
    }
    return solved(std::move(a), std::move(b));
}

/// Row `from` of (I - W)^-1 W = V - I.
inline std::optional<real_row> walk_sum_by_definition(real_matrix const& w, std::size_t from)
{
    auto v = row_of_inverse(w, from);
    if (v) {
        (*v)[from] -= 1.0L;
    }
    return v;
}

/// Row `from` of diag(V)^-1 (V - I).
inline std::optional<real_row> first_passage_by_definition(real_matrix const& w, std::size_t from)
{
    auto v = row_of_inverse(w, from);
    if (v) {
        auto const visits = (*v)[from];
        (*v)[from] -= 1.0L;
        for (auto& x : *v) {
            x /= visits;
        }
    }
    return v;
}

/// Adds, to `sum`, the products of all chains that go on from `at` and pass no vertex twice.
inline void add_simple_chains(real_matrix const& w, std::size_t at, long double so_far,
                              std::vector<bool>& is_passed, real_row& sum)
{
    is_passed[at] = true;
    for (std::size_t to = 0; to < w.size(); ++to) {
        if (!is_passed[to] && w[at][to] > 0.0L) {
            sum[to] += so_far * w[at][to];
            add_simple_chains(w, to, so_far * w[at][to], is_passed, sum);
        }
    }
    is_passed[at] = false;
}

inline real_row simple_path_by_definition(real_matrix const& w, std::size_t from)
{
    real_row sum(w.size(), 0.0L);
    std::vector<bool> is_passed(w.size());
    add_simple_chains(w, from, 1.0L, is_passed, sum);
    return sum;
}

/// Stakes that give what each column has left to owners in the order of `favour`, to the first
/// `favoured` of them: among all orders is one that is best for the first.
inline stake_case favouring(stake_case told, vertex_list const& favour, std::size_t favoured)
{
    std::vector<double> left(told.n, 1.0);
    for (auto const& s : told.stakes) {
        left[s.owned] -= s.lower;
    }
    for (std::size_t k = 0; k < favoured; ++k) {
        for (auto& s : told.stakes) {
            if (s.owner == favour[k]) {
                auto const more = std::clamp(left[s.owned], 0.0, s.upper - s.lower);
                left[s.owned] -= more;
                s.lower += more;
                s.upper = s.lower;
            }
        }
    }
    for (auto& s : told.stakes) {
        s.upper = s.lower;
    }
    return told;
}

/// Calls `visit(stakes)` for each order of favour and each number of those favoured.
template <class Visit>
void for_each_favour(stake_case const& told, Visit visit)
{
    vertex_list order(told.n);
    for (std::size_t v = 0; v < told.n; ++v) {
        order[v] = static_cast<std::uint32_t>(v);
    }
    do {
        for (std::size_t favoured = 0; favoured <= told.n; ++favoured) {
            visit(favouring(told, order, favoured));
        }
    } while (std::next_permutation(order.begin(), order.end()));
}

/// The greatest x by rounds over all vertices, from nothing: each time all stakes in a company give
/// what is left to whoever has most. From below, within `rounds` of rounds that change little.
inline real_row greatest_by_rounds(stake_case const& told, vertex_list const& ones,
                                   std::size_t rounds)
{
    std::vector<std::vector<bounded_stake>> columns(told.n);
    for (auto const& s : told.stakes) {
        columns[s.owned].push_back(s);
    }
    real_row x(told.n, 0.0L);
    for (std::size_t round = 0; round < rounds; ++round) {
        for (auto const v : ones) {
            x[v] = 1.0L;
            columns[v].clear();
        }
        auto const before = x;
        for (std::size_t v = 0; v < told.n; ++v) {
            auto& column = columns[v];
            std::sort(column.begin(), column.end(), [&](auto const& a, auto const& b) {
                return before[a.owner] > before[b.owner];
            });
            auto left = 1.0L;
            auto sum = columns[v].empty() ? before[v] : 0.0L;
            for (auto const& s : column) {
                left -= static_cast<long double>(s.lower);
                sum += static_cast<long double>(s.lower) * before[s.owner];
            }
            for (auto const& s : column) {
                auto const more = std::clamp(static_cast<long double>(s.upper - s.lower), 0.0L,
                                             std::max(0.0L, left));
                left -= more;
                sum += more * before[s.owner];
            }
            x[v] = sum;
        }
    }
    return x;
}

/// The greatest difference between figures; infinite where one is NaN.
inline double distance(std::span<double const> figures, real_row const& expected)
{
    auto far = figures.size() == expected.size() ? 0.0L : HUGE_VALL;
    for (std::size_t i = 0; i < std::min(figures.size(), expected.size()); ++i) {
        auto const d = std::abs(static_cast<long double>(figures[i]) - expected[i]);
        far = d <= far ? far : std::isnan(d) ? HUGE_VALL : d;
    }
    return static_cast<double>(far);
}

} // namespace capgraph::test

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

// The peers: x = s + xW by iteration over all companies, and by Eigen's solver where it is found.
// The rows they go over are made beforehand.

#include "ownership/synthetic.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

#ifdef BENCH_EIGEN
#include <Eigen/IterativeLinearSolvers>
#include <Eigen/SparseCore>
#endif

namespace bench {

/// By company: its owners, and what they hold. The state has none.
struct owner_rows {
    std::vector<std::uint32_t> offsets;
    std::vector<std::uint32_t> owners;
    std::vector<double> parts;
    std::vector<double> start; ///< 1 for the state, else 0.

    [[nodiscard]] std::size_t size() const { return start.size(); }
};

inline owner_rows rows_of(ownership const& all)
{
    owner_rows rows;
    rows.start.assign(all.companies, 0.0);
    for (auto const v : all.state) {
        rows.start[v] = 1.0;
    }
    rows.offsets.assign(all.companies + 2, 0);
    for (auto const& s : all.stakes) {
        ++rows.offsets[s.owned + 2U];
    }
    std::partial_sum(rows.offsets.begin(), rows.offsets.end(), rows.offsets.begin());
    rows.owners.resize(all.stakes.size());
    rows.parts.resize(all.stakes.size());
    for (auto const& s : all.stakes) {
        auto const at = rows.offsets[s.owned + 1U]++;
        rows.owners[at] = s.owner;
        rows.parts[at] = s.part;
    }
    rows.offsets.pop_back();
    return rows;
}

inline double sum_over_owners(owner_rows const& rows, std::uint32_t v, std::vector<double> const& x)
{
    auto sum = rows.start[v];
    for (auto at = rows.offsets[v]; at != rows.offsets[v + 1U]; ++at) {
        sum += rows.parts[at] * x[rows.owners[at]];
    }
    return sum;
}

inline constexpr double peer_tolerance = 1e-12; // what makes answers agree to 1e-9
inline constexpr int most_sweeps = 10'000;

struct solution {
    std::vector<double> x;
    int iterations = 0;
};

inline solution power_iteration(owner_rows const& rows)
{
    solution out{rows.start, 0};
    std::vector<double> next(rows.size());
    for (auto change = 1.0; change > peer_tolerance && out.iterations < most_sweeps;
         ++out.iterations) {
        change = 0.0;
        for (std::uint32_t v = 0; v < rows.size(); ++v) {
            next[v] = sum_over_owners(rows, v, out.x);
            change = std::max(change, std::abs(next[v] - out.x[v]));
        }
        out.x.swap(next);
    }
    return out;
}

inline solution gauss_seidel(owner_rows const& rows)
{
    solution out{rows.start, 0};
    for (auto change = 1.0; change > peer_tolerance && out.iterations < most_sweeps;
         ++out.iterations) {
        change = 0.0;
        for (std::uint32_t v = 0; v < rows.size(); ++v) {
            auto const sum = sum_over_owners(rows, v, out.x);
            change = std::max(change, std::abs(sum - out.x[v]));
            out.x[v] = sum;
        }
    }
    return out;
}

#ifdef BENCH_EIGEN
/// Eigen's BiCGSTAB, its matrix made and its preconditioner (the diagonal) computed beforehand.
class eigen_solver {
public:
    explicit eigen_solver(owner_rows const& rows)
        : matrix_(static_cast<int>(rows.size()), static_cast<int>(rows.size())),
          start_{Eigen::Map<Eigen::VectorXd const>(rows.start.data(),
                                                   static_cast<Eigen::Index>(rows.size()))}
    {
        matrix_.reserve(static_cast<Eigen::Index>(rows.owners.size() + rows.size()));
        std::vector<std::pair<std::uint32_t, double>> row;
        for (std::uint32_t v = 0; v < rows.size(); ++v) {
            row.assign(1, {v, 1.0});
            for (auto at = rows.offsets[v]; at != rows.offsets[v + 1U]; ++at) {
                row.emplace_back(rows.owners[at], -rows.parts[at]);
            }
            std::sort(row.begin(), row.end());
            matrix_.startVec(static_cast<Eigen::Index>(v));
            for (auto const& [owner, value] : row) {
                matrix_.insertBack(static_cast<int>(v), static_cast<int>(owner)) = value;
            }
        }
        matrix_.finalize();
        solver_.setTolerance(peer_tolerance);
        solver_.compute(matrix_);
    }
    eigen_solver(eigen_solver const&) = delete; // the solver keeps pointing at the matrix
    eigen_solver& operator=(eigen_solver const&) = delete;

    solution operator()() const
    {
        Eigen::VectorXd const x = solver_.solve(start_);
        return {{x.begin(), x.end()}, static_cast<int>(solver_.iterations())};
    }

private:
    using matrix = Eigen::SparseMatrix<double, Eigen::RowMajor, int>;

    matrix matrix_;
    Eigen::VectorXd start_;
    Eigen::BiCGSTAB<matrix> solver_;
};
#endif

} // namespace bench

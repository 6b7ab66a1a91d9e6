// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/run/checkpoint.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace capgraph::inline v0::detail {

/// A degree within a block, and of how many rows or columns it is.
struct degree_class {
    double degree = 0.0;
    double multiplicity = 0.0;
};

/// The equations of one block of the bipartite configuration model: one unknown a class.
///
/// The log-likelihood is concave in the logarithms of the fitnesses; its gradient is what the
/// degrees are off by, and its second derivative is, but for the sign, the Laplacian of the
/// complete bipartite graph between the classes, weighted by the variances of their cells.
class fitness_equations {
public:
    /// Each degree is above 0 and below the size of the other side; `rows` has at least as many
    /// classes as `columns`.
    fitness_equations(std::vector<degree_class> rows, std::vector<degree_class> columns,
                      paced_poll& poll);

    /// One step of Newton's method; false where none makes it better.
    [[nodiscard]] bool step();
    /// The largest difference of an expected degree from its own, by max(1, degree).
    [[nodiscard]] double residual() const noexcept { return residual_; }
    /// Logarithms of the fitnesses.
    [[nodiscard]] std::vector<double> const& row_logs() const noexcept { return u_; }
    [[nodiscard]] std::vector<double> const& column_logs() const noexcept { return v_; }

    /// What a block of so many classes takes, in doubles.
    [[nodiscard]] static std::uint64_t doubles(std::uint64_t rows, std::uint64_t columns) noexcept
    {
        return rows * columns + columns * columns + 8 * (rows + columns);
    }

private:
    [[nodiscard]] double loss(std::vector<double> const& u, std::vector<double> const& v);
    void look();
    void join_columns();
    void find_direction();

    std::vector<degree_class> rows_;
    std::vector<degree_class> columns_;
    paced_poll* poll_;
    std::vector<double> u_;
    std::vector<double> v_;
    std::vector<double> row_off_; ///< What each class misses in all: multiplicity included.
    std::vector<double> column_off_;
    std::vector<double> row_step_;
    std::vector<double> column_step_;
    std::vector<double> weights_; ///< Of cells, row by row: variances.
    std::vector<double> row_weights_;
    std::vector<double> joined_; ///< Between columns, once the rows are eliminated.
    double loss_ = 0.0;
    double residual_ = 0.0;
};

} // namespace capgraph::inline v0::detail

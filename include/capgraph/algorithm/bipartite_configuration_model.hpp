// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/export.hpp>
#include <capgraph/run/run_options.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace capgraph::inline v0 {

namespace detail {
struct bipartite_solution;
} // namespace detail

/// How `solve_bipartite_configuration` goes about it.
struct bipartite_configuration_options {
    /// How far an expected degree may be from its own, by max(1, degree without what is certain).
    double tolerance = 1e-10;
    /// Steps of Newton's method, of each part that is solved by itself.
    std::uint32_t max_steps = 500;
};

/// The rows, or the columns, of one degree: they share a fitness.
struct fitness_class {
    std::uint64_t degree = 0;       ///< Ones in each.
    std::uint64_t multiplicity = 0; ///< How many of them.
    /// ln x of a row, ln y of a column. None where each of its probabilities is exactly 0 or 1. Of
    /// rows and columns solved together, the sum of one of each is what counts.
    std::optional<double> log_fitness;

    friend bool operator==(fitness_class const&, fitness_class const&) = default;
};

/// The most random table of zeros and ones whose rows and columns have given sums on the average:
/// the ones are independent, with the odds x_i y_j in row i and column j (BiCM).
class CAPGRAPH_EXPORT bipartite_configuration_model {
public:
    /// Of the table.
    [[nodiscard]] std::size_t num_rows() const noexcept { return row_class_.size(); }
    /// Of the table, too.
    [[nodiscard]] std::size_t num_columns() const noexcept { return column_class_.size(); }

    /// Of the rows, by degree, descending.
    [[nodiscard]] std::span<fitness_class const> row_classes() const noexcept { return rows_; }
    /// Of the columns, likewise.
    [[nodiscard]] std::span<fitness_class const> column_classes() const noexcept
    {
        return columns_;
    }
    /// Where in `row_classes` a row is. Throws: `std::out_of_range`.
    [[nodiscard]] std::uint32_t row_class(std::size_t row) const { return row_class_.at(row); }
    /// Where in `column_classes` a column is. Throws: `std::out_of_range`.
    [[nodiscard]] std::uint32_t column_class(std::size_t column) const
    {
        return column_class_.at(column);
    }

    /// The probability of a one. Throws: `std::out_of_range`.
    [[nodiscard]] double probability(std::size_t row, std::size_t column) const
    {
        return class_probability(row_class(row), column_class(column));
    }
    /// That of any row of one class and any column of another. Throws: `std::out_of_range`.
    [[nodiscard]] double class_probability(std::uint32_t row_class,
                                           std::uint32_t column_class) const;
    /// The largest difference of an expected degree from its own, by max(1, degree without what is
    /// certain).
    [[nodiscard]] double residual() const noexcept { return residual_; }

private:
    friend struct detail::bipartite_solution;

    /// Where the rows of a class have ones for certain, and where none: by the columns' degrees.
    struct sure_columns {
        std::uint64_t none_to = 0;
        std::uint64_t one_from = 0;
    };

    std::vector<fitness_class> rows_;
    std::vector<fitness_class> columns_;
    std::vector<sure_columns> sure_; ///< Beside `rows_`.
    std::vector<std::uint32_t> row_class_;
    std::vector<std::uint32_t> column_class_;
    double residual_ = 0.0;
};

/// Solves the model for the degrees of the rows and the columns.
///
/// Where a part of the table is the same in every table of these degrees, its probabilities are
/// exactly 0 or 1 and it is taken out first: full and empty rows and columns, again and again, and
/// each block that the bound of Gale and Ryser leaves no choice. What is left falls apart into
/// blocks that have a solution each, and one only. It is found by Newton's method on the
/// logarithms, each step cut where the likelihood would not grow, with one unknown for each
/// degree; its equations, a graph's Laplacian, are solved without a subtraction.
///
/// Complexity: O(n log n) for n rows and columns, and for a and b <= a distinct degrees O(a b^2) a
///   step, some ten or twenty of them; O(n + a b) space, charged to the budget.
/// Throws: `std::invalid_argument` for degrees that no table of zeros and ones has, and a tolerance
///   that is not above 0; `error` with `not_converged` naming the residual, `cancelled`,
///   `over_budget`.
/// Reference: Saracco, Di Clemente, Gabrielli and Squartini, "Randomizing bipartite networks: the
///   case of the World Trade Web", Scientific Reports 5, 2015; Saracco et al., "Inferring
///   monopartite projections of bipartite networks", New Journal of Physics 19, 2017; Gale, "A
///   theorem on flows in networks", Pacific Journal of Mathematics 7(2), 1957.
[[nodiscard]] CAPGRAPH_EXPORT bipartite_configuration_model solve_bipartite_configuration(
    std::span<std::uint64_t const> row_degrees, std::span<std::uint64_t const> column_degrees,
    bipartite_configuration_options const& options = {}, run_options const& run = {});

} // namespace capgraph::inline v0

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/bipartite_configuration_model.hpp>

#include "algorithm/crunchbase_groups.hpp"
#include "algorithm/davis.hpp"
#include "algorithm/thrown_code.hpp"
#include "support/catch2.hpp"
#include "support/effort.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <numeric>
#include <random>
#include <stdexcept>
#include <stop_token>
#include <vector>

using namespace capgraph;

namespace {

using degrees = std::vector<std::uint64_t>;
using table = std::vector<std::vector<int>>;

degrees row_sums(table const& t)
{
    degrees sums;
    for (auto const& row : t) {
        sums.push_back(static_cast<std::uint64_t>(std::accumulate(row.begin(), row.end(), 0)));
    }
    return sums;
}

table turned(table const& t)
{
    table out(t.empty() ? 0 : t.front().size(), std::vector<int>(t.size()));
    for (std::size_t i = 0; i < t.size(); ++i) {
        for (std::size_t j = 0; j < t[i].size(); ++j) {
            out[j][i] = t[i][j];
        }
    }
    return out;
}

/// The largest difference between a degree and what is expected, by max(1, degree), cell by cell.
double residual_of(bipartite_configuration_model const& m, degrees const& rows,
                   degrees const& columns)
{
    std::vector<double> column_sums(columns.size());
    double worst = 0.0;
    auto const look = [&](double sum, std::uint64_t degree) {
        auto const due = static_cast<double>(degree);
        worst = std::max(worst, std::abs(sum - due) / std::max(1.0, due));
    };
    for (std::size_t i = 0; i < rows.size(); ++i) {
        double sum = 0.0;
        for (std::size_t j = 0; j < columns.size(); ++j) {
            auto const p = m.probability(i, j);
            sum += p;
            column_sums[j] += p;
        }
        look(sum, rows[i]);
    }
    for (std::size_t j = 0; j < columns.size(); ++j) {
        look(column_sums[j], columns[j]);
    }
    return worst;
}

/// Whether odds are x_i y_j where no cell is certain: cross ratios of two by two cells are 1.
bool has_product_odds(bipartite_configuration_model const& m)
{
    auto const log_odds = [&](std::size_t i, std::size_t j) {
        auto const p = m.probability(i, j);
        return std::log(p) - std::log1p(-p);
    };
    for (std::size_t i = 1; i < m.num_rows(); ++i) {
        for (std::size_t j = 1; j < m.num_columns(); ++j) {
            auto const cross = log_odds(0, 0) - log_odds(0, j) - log_odds(i, 0) + log_odds(i, j);
            if (std::isfinite(cross) && std::abs(cross) > 1e-6) {
                return false;
            }
        }
    }
    return true;
}

table random_table(std::mt19937_64& draw, std::size_t most_rows, std::size_t most_columns)
{
    auto const rows = 1 + draw() % most_rows;
    auto const columns = 1 + draw() % most_columns;
    // Rows and columns each with a chance of their own, of heavy tails.
    auto const chance = [&] {
        return std::pow(static_cast<double>(1 + draw() % 1000) / 1000.0, 2);
    };
    std::vector<double> x(rows);
    std::vector<double> y(columns);
    std::generate(x.begin(), x.end(), chance);
    std::generate(y.begin(), y.end(), chance);
    table t(rows, std::vector<int>(columns));
    for (std::size_t i = 0; i < rows; ++i) {
        for (std::size_t j = 0; j < columns; ++j) {
            auto const p = std::min(1.0, 3.0 * x[i] * y[j]);
            t[i][j] = static_cast<double>(draw() % 100000) / 100000.0 < p ? 1 : 0;
        }
    }
    return t;
}

} // namespace

TEST_CASE("solve_bipartite_configuration: nothing and one cell are certain", "[algorithm][bicm]")
{
    auto const none = solve_bipartite_configuration({}, {});
    CHECK(none.num_rows() == 0);
    CHECK(none.row_classes().empty());
    CHECK(none.residual() == 0.0);
    CHECK(solve_bipartite_configuration(degrees{1}, degrees{1}).probability(0, 0) == 1.0);
    CHECK(solve_bipartite_configuration(degrees{0}, degrees{0}).probability(0, 0) == 0.0);
    CHECK(solve_bipartite_configuration(degrees{0, 0}, {}).num_rows() == 2);
}

TEST_CASE("solve_bipartite_configuration: a permutation is spread evenly", "[algorithm][bicm]")
{
    auto const two = solve_bipartite_configuration(degrees{1, 1}, degrees{1, 1});
    CHECK(two.probability(0, 1) == Approx(0.5).epsilon(1e-12));
    degrees const ones(7, 1);
    auto const seven = solve_bipartite_configuration(ones, ones);
    CHECK(seven.probability(3, 5) == Approx(1.0 / 7).epsilon(1e-12));
    CHECK(seven.row_classes().size() == 1);
    CHECK(seven.row_classes()[0].multiplicity == 7);
    // All rows of 3 and all columns of 2: 3 of 8 cells.
    auto const even = solve_bipartite_configuration(degrees(6, 3), degrees(9, 2));
    CHECK(even.probability(5, 8) == Approx(1.0 / 3).epsilon(1e-12));
}

// Two rows of 1 and one of 2, columns alike: p, q, q, r with 2 p + q = 1 and 2 q + r = 2; cross
// ratios give p r / ((1 - p)(1 - r)) = (q / (1 - q))^2. A published test of network backbones
// prints 0.216, 0.568 and 0.863; these are the next digits.
TEST_CASE("solve_bipartite_configuration: gives the published probabilities of three by three",
          "[algorithm][bicm][oracle]")
{
    auto const m = solve_bipartite_configuration(degrees{1, 1, 2}, degrees{1, 1, 2});
    std::array<std::array<double, 3>, 3> const expected{{{0.215779, 0.215779, 0.568441},
                                                         {0.215779, 0.215779, 0.568441},
                                                         {0.568441, 0.568441, 0.863117}}};
    for (std::size_t i = 0; i < 3; ++i) {
        for (std::size_t j = 0; j < 3; ++j) {
            CHECK(std::abs(m.probability(i, j) - expected[i][j]) < 1e-6);
        }
    }
    auto const p = m.probability(0, 0);
    auto const q = m.probability(0, 2);
    auto const r = m.probability(2, 2);
    CHECK(p * r * (1 - q) * (1 - q) == Approx((1 - p) * (1 - r) * q * q).epsilon(1e-11));
}

TEST_CASE("solve_bipartite_configuration: full and empty rows and columns are exactly 1 and 0",
          "[algorithm][bicm]")
{
    // The full row leaves columns that are full or empty in the rest, and so on.
    //   1 1 1 1 0      1 1 1 1 0
    //   1 . . . 0      and two of the three in each row of the middle
    //   1 . . . 0
    degrees const rows{4, 3, 3, 0};
    degrees const columns{3, 2, 2, 3, 0};
    auto const m = solve_bipartite_configuration(rows, columns);
    for (std::size_t j = 0; j < 4; ++j) {
        CHECK(m.probability(0, j) == 1.0);
        CHECK(m.probability(3, j) == 0.0);
    }
    for (std::size_t i = 0; i < 4; ++i) {
        CHECK(m.probability(i, 4) == 0.0);
    }
    CHECK(m.probability(1, 0) == 1.0);
    CHECK(m.probability(2, 3) == 1.0);
    CHECK(m.probability(1, 1) == Approx(0.5).epsilon(1e-12));
    CHECK_FALSE(m.row_classes()[0].log_fitness.has_value());
    CHECK(m.row_classes()[1].log_fitness.has_value());
    CHECK(residual_of(m, rows, columns) <= 1e-10);
}

TEST_CASE("solve_bipartite_configuration: a staircase has one table only", "[algorithm][bicm]")
{
    degrees const rows{1, 2, 3, 4, 5};
    auto const m = solve_bipartite_configuration(rows, rows);
    for (std::size_t i = 0; i < 5; ++i) {
        for (std::size_t j = 0; j < 5; ++j) {
            CHECK(m.probability(i, j) == (i + j >= 4 ? 1.0 : 0.0));
        }
    }
    CHECK(m.residual() == 0.0);
}

// Two blocks on the diagonal, ones above and zeros below: no row or column is full or empty, and
// yet the cells outside of the blocks are the same in all tables of these degrees.
//   1 0 1 1      rows 3 3 1 1
//   0 1 1 1      columns 1 1 3 3
//   0 0 1 0
//   0 0 0 1
TEST_CASE("solve_bipartite_configuration: blocks that are tight are taken apart",
          "[algorithm][bicm]")
{
    degrees const rows{3, 3, 1, 1};
    degrees const columns{1, 1, 3, 3};
    auto const m = solve_bipartite_configuration(rows, columns);
    CHECK(m.probability(0, 2) == 1.0);
    CHECK(m.probability(3, 0) == 0.0);
    CHECK(m.probability(0, 0) == Approx(0.5).epsilon(1e-12));
    CHECK(m.probability(3, 3) == Approx(0.5).epsilon(1e-12));
    CHECK(residual_of(m, rows, columns) <= 1e-10);
}

TEST_CASE("solve_bipartite_configuration: degrees that no table has are refused",
          "[algorithm][bicm]")
{
    auto const solve = [](degrees const& r, degrees const& c) {
        return solve_bipartite_configuration(r, c);
    };
    CHECK_THROWS_AS(solve({1, 1}, {1}), std::invalid_argument); // sums differ
    CHECK_THROWS_AS(solve({2}, {1}), std::invalid_argument);    // more than columns
    CHECK_THROWS_AS(solve({1, 1}, {3}), std::invalid_argument); // more than rows
    CHECK_THROWS_AS(solve({}, {1}), std::invalid_argument);     // nobody to have it
    CHECK_THROWS_AS(solve({3, 3, 0}, {1, 1, 4}), std::invalid_argument);
    CHECK_THROWS_AS(solve({2, 2, 0}, {3, 1, 0}), std::invalid_argument); // Gale and Ryser
    CHECK_THROWS_AS(solve({3, 3, 3, 0, 0, 0}, {5, 1, 3}), std::invalid_argument);
    bipartite_configuration_options options;
    options.tolerance = 0.0;
    CHECK_THROWS_AS(solve_bipartite_configuration(degrees{1}, degrees{1}, options),
                    std::invalid_argument);
}

TEST_CASE("solve_bipartite_configuration: every random table's degrees are met",
          "[algorithm][bicm][oracle]")
{
    for (std::uint64_t seed = 0; seed < 150U * static_cast<std::uint64_t>(test::effort()); ++seed) {
        CAPTURE(seed);
        std::mt19937_64 draw{seed};
        auto const size = seed % 10 == 0 ? 60U : 9U;
        auto const t = random_table(draw, size, size);
        auto const rows = row_sums(t);
        auto const columns = row_sums(turned(t));
        auto const m = solve_bipartite_configuration(rows, columns);
        CHECK(m.residual() <= 1e-10);
        CHECK(residual_of(m, rows, columns) <= 2e-10);
        CHECK(has_product_odds(m));
        auto const other = solve_bipartite_configuration(columns, rows);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            for (std::size_t j = 0; j < columns.size(); ++j) {
                CHECK(other.probability(j, i) == Approx(m.probability(i, j)).margin(1e-8));
            }
        }
    }
}

/// Whether cell (i, j) can be `value` in a table of these degrees: by trying all, row by row.
bool can_be(table& t, std::size_t cell, degrees rows, degrees columns, std::size_t fixed, int value)
{
    auto const width = columns.size();
    if (cell == rows.size() * width) {
        auto const is_zero = [](std::uint64_t d) { return d == 0; };
        return std::all_of(rows.begin(), rows.end(), is_zero)
               && std::all_of(columns.begin(), columns.end(), is_zero);
    }
    auto const i = cell / width;
    auto const j = cell % width;
    if (rows[i] > width - j) {
        return false;
    }
    if ((cell != fixed || value == 0) && can_be(t, cell + 1, rows, columns, fixed, value)) {
        return true;
    }
    if ((cell != fixed || value == 1) && rows[i] > 0 && columns[j] > 0) {
        --rows[i];
        --columns[j];
        return can_be(t, cell + 1, rows, columns, fixed, value);
    }
    return false;
}

TEST_CASE("solve_bipartite_configuration: a cell is certain when it is so in every table",
          "[algorithm][bicm][oracle]")
{
    for (std::uint64_t seed = 0; seed < 200U * static_cast<std::uint64_t>(test::effort()); ++seed) {
        CAPTURE(seed);
        std::mt19937_64 draw{seed};
        auto t = random_table(draw, 4, 5);
        auto const rows = row_sums(t);
        auto const columns = row_sums(turned(t));
        auto const m = solve_bipartite_configuration(rows, columns);
        for (std::size_t cell = 0; cell < rows.size() * columns.size(); ++cell) {
            CAPTURE(cell);
            auto const p = m.probability(cell / columns.size(), cell % columns.size());
            CHECK((p > 0.0) == can_be(t, 0, rows, columns, cell, 1));
            CHECK((p < 1.0) == can_be(t, 0, rows, columns, cell, 0));
        }
    }
}

TEST_CASE("solve_bipartite_configuration: every small pair of degrees is solved or refused",
          "[algorithm][bicm]")
{
    // All degrees of four rows and four columns, descending: 70 of each.
    std::vector<degrees> all;
    for (std::uint64_t a = 0; a <= 4; ++a) {
        for (std::uint64_t b = 0; b <= a; ++b) {
            for (std::uint64_t c = 0; c <= b; ++c) {
                for (std::uint64_t d = 0; d <= c; ++d) {
                    all.push_back({a, b, c, d});
                }
            }
        }
    }
    std::size_t solved = 0;
    std::size_t possible = 0;
    table t;
    for (auto const& rows : all) {
        for (auto const& columns : all) {
            auto const is_possible =
                can_be(t, 0, rows, columns, std::numeric_limits<std::size_t>::max(), 0);
            possible += is_possible ? 1U : 0U;
            try {
                auto const m = solve_bipartite_configuration(rows, columns);
                solved += residual_of(m, rows, columns) <= 2e-10 && is_possible ? 1U : 0U;
            } catch (std::invalid_argument const&) {
                solved += is_possible ? 0U : 1U;
            }
        }
    }
    CHECK(all.size() == 70);
    CHECK(possible > 70);
    CHECK(solved == all.size() * all.size());
}

TEST_CASE("solve_bipartite_configuration: equal degrees share a class", "[algorithm][bicm]")
{
    auto const g = test::davis();
    degrees women(test::davis_women);
    degrees events(test::davis_events);
    for (auto const& [woman, event] : g.edges) {
        ++women[woman];
        ++events[event - test::davis_women];
    }
    auto const m = solve_bipartite_configuration(women, events);
    CHECK(m.row_classes().size() == 7); // 8 7 6 5 4 3 2
    CHECK(m.row_classes()[m.row_class(0)].degree == 8);
    CHECK(m.row_classes()[m.row_class(0)].multiplicity == 3);
    CHECK(m.row_class(0) == m.row_class(2));
    CHECK(m.class_probability(m.row_class(0), m.column_class(7)) == m.probability(2, 7));
    CHECK(m.residual() <= 1e-10);
    CHECK(residual_of(m, women, events) <= 1e-10);
    CHECK_THROWS_AS(m.probability(18, 0), std::out_of_range);
    CHECK_THROWS_AS(m.class_probability(0, 99), std::out_of_range);
}

TEST_CASE("solve_bipartite_configuration: heavy tails and near-full degrees converge",
          "[algorithm][bicm]")
{
    // One row in all columns but one, one column in all rows but one, many of a single one.
    std::size_t const n = 3000;
    degrees rows(n, 1);
    degrees columns(n, 1);
    rows[0] = n - 1;
    columns[0] = n - 1;
    auto const m = solve_bipartite_configuration(rows, columns);
    CHECK(m.residual() <= 1e-10);
    CHECK(residual_of(m, rows, columns) <= 1e-10);
    // Powers of two, in a table all of whose degrees differ.
    degrees powers;
    degrees halves(1 << 10U, 0);
    for (std::uint64_t i = 0; i < 10; ++i) {
        powers.push_back(std::uint64_t{1} << i);
        for (std::size_t j = 0; j < powers.back(); ++j) {
            ++halves[(j * 37 + i * 101) % halves.size()];
        }
    }
    auto const spread = solve_bipartite_configuration(powers, halves);
    CHECK(residual_of(spread, powers, halves) <= 1e-10);
}

TEST_CASE("solve_bipartite_configuration: the real degrees of companies and investors are met",
          "[algorithm][bicm][crunchbase]")
{
    auto const groups = test::crunchbase_groups(false);
    if (!groups) {
        WARN("skipped: no shared data");
        return;
    }
    degrees investors(groups->names.size());
    degrees companies;
    for (auto const m : groups->members) {
        ++investors[m];
    }
    for (std::size_t g = 0; g + 1 < groups->offsets.size(); ++g) {
        companies.push_back(groups->offsets[g + 1] - groups->offsets[g]);
    }
    auto const m = solve_bipartite_configuration(investors, companies);
    CHECK(m.num_columns() == 21410);
    CHECK(m.residual() <= 1e-10);
    // By classes, as there are 359 million cells.
    for (std::uint32_t a = 0; a < m.row_classes().size(); ++a) {
        double sum = 0.0;
        for (std::uint32_t b = 0; b < m.column_classes().size(); ++b) {
            sum +=
                static_cast<double>(m.column_classes()[b].multiplicity) * m.class_probability(a, b);
        }
        CHECK(sum == Approx(static_cast<double>(m.row_classes()[a].degree)).epsilon(1e-9));
    }
}

TEST_CASE("solve_bipartite_configuration: says what it did not reach", "[algorithm][bicm]")
{
    bipartite_configuration_options options;
    options.max_steps = 1;
    degrees const rows{3, 2, 2, 3, 2, 5};
    degrees const columns{4, 1, 1, 1, 1, 3, 5, 1};
    CHECK(test::thrown_code([&] { return solve_bipartite_configuration(rows, columns, options); })
          == error_code::not_converged);
    options.max_steps = 0;
    options.tolerance = 100.0;
    CHECK(solve_bipartite_configuration(rows, columns, options).residual() <= 100.0);
}

TEST_CASE("solve_bipartite_configuration: heeds the run options", "[algorithm][bicm]")
{
    degrees const rows{3, 2, 2, 3, 2, 5};
    degrees const columns{4, 1, 1, 1, 1, 3, 5, 1};
    std::stop_source source;
    source.request_stop();
    run_options stopped;
    stopped.stop = source.get_token();
    CHECK(
        test::thrown_code([&] { return solve_bipartite_configuration(rows, columns, {}, stopped); })
        == error_code::cancelled);
    run_options poor;
    poor.memory_budget = 64;
    CHECK(test::thrown_code([&] { return solve_bipartite_configuration(rows, columns, {}, poor); })
          == error_code::over_budget);
    std::vector<double> heard;
    run_options watched;
    watched.progress = [&](progress_report const& r) { heard.push_back(r.fraction); };
    static_cast<void>(solve_bipartite_configuration(rows, columns, {}, watched));
    REQUIRE(heard.size() >= 2);
    CHECK(heard.front() == 0.0);
    CHECK(heard.back() == 1.0);
    CHECK(std::is_sorted(heard.begin(), heard.end()));
}

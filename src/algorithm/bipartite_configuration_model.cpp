// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/bipartite_configuration_model.hpp>

#include "fitness_equations.hpp"

#include <capgraph/core/error.hpp>
#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/memory_budget.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <functional>
#include <numeric>
#include <stdexcept>
#include <string>
#include <utility>

namespace capgraph::inline v0 {

namespace {

constexpr std::uint64_t block_progress = 1000;

std::string as_text(double x)
{
    std::array<char, 32> text{};
    auto const end = std::to_chars(text.data(), text.data() + text.size(), x).ptr;
    return {text.data(), end};
}

/// Classes by degree, descending, and the class of each.
std::vector<fitness_class> classes_of(std::span<std::uint64_t const> degrees,
                                      std::vector<std::uint32_t>& class_of)
{
    std::vector<std::uint64_t> distinct(degrees.begin(), degrees.end());
    std::sort(distinct.begin(), distinct.end(), std::greater<>{});
    distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
    std::vector<fitness_class> classes(distinct.size());
    for (std::size_t c = 0; c < distinct.size(); ++c) {
        classes[c].degree = distinct[c];
    }
    for (auto const degree : degrees) {
        auto const at =
            std::lower_bound(distinct.begin(), distinct.end(), degree, std::greater<>{});
        auto const c = static_cast<std::size_t>(at - distinct.begin());
        ++classes[c].multiplicity;
        class_of.push_back(static_cast<std::uint32_t>(c));
    }
    return classes;
}

std::uint64_t largest_degree(std::vector<fitness_class> const& classes)
{
    return classes.empty() ? 0 : classes.front().degree;
}

[[noreturn]] void refuse_degrees()
{
    throw std::invalid_argument{
        "capgraph::solve_bipartite_configuration: no table of zeros and ones has these degrees"};
}

/// Of each number k of rows, how many columns have more than k ones: conjugate degrees.
std::vector<std::uint64_t> conjugate(std::vector<fitness_class> const& columns, std::size_t rows)
{
    std::vector<std::uint64_t> more(rows + 1);
    for (auto const& c : columns) {
        if (c.degree > 0) {
            more[static_cast<std::size_t>(c.degree) - 1] += c.multiplicity;
        }
    }
    std::partial_sum(more.rbegin(), more.rend(), more.rbegin());
    return more;
}

/// The numbers k of rows, from 0 to all, whose k largest have all the ones they can have: what
/// they share with columns of more than k ones is full, and of fewer than k the others are empty.
std::vector<std::uint64_t> tight_rows(std::vector<fitness_class> const& rows,
                                      std::vector<fitness_class> const& columns, std::size_t count)
{
    auto const more = conjugate(columns, count);
    std::vector<std::uint64_t> tight{0};
    std::uint64_t k = 0;
    std::uint64_t slack = 0; // Gale and Ryser: never below 0
    for (auto const& c : rows) {
        for (std::uint64_t i = 0; i < c.multiplicity; ++i) {
            auto const room = slack + more[static_cast<std::size_t>(k)];
            if (room < c.degree) {
                refuse_degrees();
            }
            slack = room - c.degree;
            ++k;
            if (slack == 0) {
                tight.push_back(k);
            }
        }
    }
    if (slack != 0) {
        refuse_degrees();
    }
    return tight;
}

/// Calls the progress sink as the residual falls, each halving as much as the one before.
class fall_watch {
public:
    fall_watch(checkpoint& check, double from, double to)
        : check_{&check}, from_{std::log(std::max(from, to))}, to_{std::log(to)}
    {
    }
    ~fall_watch() = default;
    fall_watch(fall_watch const&) = delete;
    fall_watch& operator=(fall_watch const&) = delete;

    void look(double residual)
    {
        auto const height = from_ - to_;
        auto const fallen = from_ - std::log(std::max(residual, std::exp(to_)));
        auto const part = height > 0.0 ? std::clamp(fallen / height, 0.0, 1.0) : 1.0;
        auto const now = static_cast<std::uint64_t>(part * static_cast<double>(block_progress));
        if (now > said_) {
            check_->advance(now - said_);
            said_ = now;
        }
    }
    void finish() { look(0.0); }

private:
    checkpoint* check_;
    double from_;
    double to_;
    std::uint64_t said_ = 0;
};

} // namespace

/// Puts a model together.
struct detail::bipartite_solution {
    bipartite_configuration_options const& options;
    bipartite_configuration_model model{};

    /// The classes of the rows (first, last] by degree, and of the columns with ones in some only.
    struct block {
        std::uint64_t none_to = 0;
        std::uint64_t one_from = 0;
        std::vector<std::size_t> rows{};
        std::vector<std::size_t> columns{};
    };

    /// Fills in the degrees; returns what is left to solve.
    std::vector<block> take(std::span<std::uint64_t const> rows,
                            std::span<std::uint64_t const> columns);
    std::vector<block> blocks(std::vector<std::uint64_t> const& tight);
    void solve(block const& b, checkpoint& check, memory_budget& budget);
};

std::vector<detail::bipartite_solution::block>
detail::bipartite_solution::take(std::span<std::uint64_t const> rows,
                                 std::span<std::uint64_t const> columns)
{
    model.rows_ = classes_of(rows, model.row_class_);
    model.columns_ = classes_of(columns, model.column_class_);
    if (largest_degree(model.rows_) > columns.size()
        || largest_degree(model.columns_) > rows.size()) {
        refuse_degrees();
    }
    return blocks(tight_rows(model.rows_, model.columns_, rows.size()));
}

/// Takes out what is certain; the columns of a block follow from its rows.
std::vector<detail::bipartite_solution::block>
detail::bipartite_solution::blocks(std::vector<std::uint64_t> const& tight)
{
    std::vector<block> found;
    std::uint64_t k = 0; // rows before the class
    std::size_t column = 0;
    auto& columns = model.columns_;
    std::vector<std::size_t> ascending(columns.size());
    std::iota(ascending.rbegin(), ascending.rend(), std::size_t{0});
    for (std::size_t r = 0; r < model.rows_.size(); ++r) {
        // A class that spans several blocks has but cells that are certain, the same in each.
        auto const after = std::upper_bound(tight.begin(), tight.end(), k);
        auto const sure = bipartite_configuration_model::sure_columns{*(after - 1), *after};
        model.sure_.push_back(sure);
        k += model.rows_[r].multiplicity;
        if (!found.empty() && found.back().one_from == sure.one_from) {
            found.back().rows.push_back(r);
            continue;
        }
        block next{.none_to = sure.none_to, .one_from = sure.one_from, .rows = {r}};
        while (column < columns.size() && columns[ascending[column]].degree <= sure.none_to) {
            ++column;
        }
        for (; column < columns.size() && columns[ascending[column]].degree < sure.one_from;
             ++column) {
            next.columns.push_back(ascending[column]);
        }
        if (!next.columns.empty()) {
            found.push_back(std::move(next));
        }
    }
    return found;
}

namespace {

/// What is left to solve of those classes, without the ones that are certain.
std::vector<detail::degree_class> part_of(std::vector<fitness_class> const& classes,
                                          std::vector<std::size_t> const& those,
                                          std::uint64_t certain)
{
    std::vector<detail::degree_class> part;
    part.reserve(those.size());
    for (auto const c : those) {
        part.push_back({static_cast<double>(classes[c].degree - certain),
                        static_cast<double>(classes[c].multiplicity)});
    }
    return part;
}

/// Steps until the residual is small enough.
void converge(detail::fitness_equations& equations, bipartite_configuration_options const& options,
              checkpoint& check)
{
    fall_watch watch{check, equations.residual(), options.tolerance};
    for (std::uint32_t i = 0; !(equations.residual() <= options.tolerance); ++i) {
        check.poll();
        if (i == options.max_steps || !equations.step()) {
            throw error{error_code::not_converged,
                        "degrees off by " + as_text(equations.residual()),
                        "at most " + as_text(options.tolerance)};
        }
        watch.look(equations.residual());
    }
    watch.finish();
}

void put_logs(std::vector<fitness_class>& classes, std::vector<std::size_t> const& those,
              std::vector<double> const& logs)
{
    for (std::size_t i = 0; i < those.size(); ++i) {
        classes[those[i]].log_fitness = logs[i];
    }
}

} // namespace

void detail::bipartite_solution::solve(block const& b, checkpoint& check, memory_budget& budget)
{
    auto const charged = budget.charge(
        detail::fitness_equations::doubles(b.rows.size(), b.columns.size()), sizeof(double));
    std::uint64_t full = 0; // columns of ones throughout the block's rows
    for (auto const& c : model.columns_) {
        full += c.degree >= b.one_from ? c.multiplicity : 0;
    }
    auto rows = part_of(model.rows_, b.rows, full);
    auto columns = part_of(model.columns_, b.columns, b.none_to);
    // The equations want the longer side first.
    auto const is_turned = rows.size() < columns.size();
    if (is_turned) {
        rows.swap(columns);
    }
    paced_poll poll{check};
    detail::fitness_equations equations{std::move(rows), std::move(columns), poll};
    converge(equations, options, check);
    put_logs(model.rows_, b.rows, is_turned ? equations.column_logs() : equations.row_logs());
    put_logs(model.columns_, b.columns, is_turned ? equations.row_logs() : equations.column_logs());
    model.residual_ = std::max(model.residual_, equations.residual());
}

double bipartite_configuration_model::class_probability(std::uint32_t row_class,
                                                        std::uint32_t column_class) const
{
    auto const& row = rows_.at(row_class);
    auto const& column = columns_.at(column_class);
    auto const& sure = sure_[row_class];
    if (column.degree <= sure.none_to) {
        return 0.0;
    }
    if (column.degree >= sure.one_from) {
        return 1.0;
    }
    auto const z = *row.log_fitness + *column.log_fitness;
    auto const e = std::exp(-std::abs(z));
    return (z < 0.0 ? e : 1.0) / (1.0 + e);
}

bipartite_configuration_model solve_bipartite_configuration(
    std::span<std::uint64_t const> row_degrees, std::span<std::uint64_t const> column_degrees,
    bipartite_configuration_options const& options, run_options const& run)
{
    if (!(options.tolerance > 0.0)) {
        throw std::invalid_argument{
            "capgraph::solve_bipartite_configuration: a tolerance that is not above 0"};
    }
    detail::bipartite_solution solution{.options = options};
    memory_budget budget{run.memory_budget};
    // Of each row and column a class, a degree in order and a place among the tight ones.
    auto const charged = budget.charge(row_degrees.size() + column_degrees.size(), 48);
    auto const blocks = solution.take(row_degrees, column_degrees);
    checkpoint check{run, "bipartite configuration model", block_progress * blocks.size()};
    for (auto const& b : blocks) {
        solution.solve(b, check, budget);
    }
    check.finish();
    return std::move(solution.model);
}

} // namespace capgraph::inline v0

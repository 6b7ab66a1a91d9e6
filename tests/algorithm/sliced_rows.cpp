// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "algorithm/sliced_rows.hpp"

#include "algorithm/sample_graphs.hpp"
#include "algorithm/thrown_code.hpp"
#include "support/catch2.hpp"

#include <random>

using namespace capgraph;
using detail::sliced_rows;

namespace {

/// Most rows are short, some long, some longer than what rows are sorted by.
test::sample_graph ragged(std::uint32_t n, std::uint64_t seed)
{
    std::mt19937_64 random{seed};
    test::sample_graph g{.n = n, .edges = {}};
    for (std::uint32_t v = 0; v < n; ++v) {
        auto const length = v == n / 2 ? 3000 : v % 97 == 3 ? random() % 300 : random() % 9;
        for (std::uint64_t k = 0; k < length; ++k) {
            g.edges.push_back({v, static_cast<std::uint32_t>(random() % n)});
            g.weights.push_back(static_cast<double>(random() % 1000) * 0x1p-7);
        }
    }
    return g;
}

double row_times(csr_view rows, std::uint32_t v, std::vector<double> const& x)
{
    double sum = 0.0;
    for (std::size_t k = 0; k < rows.row(v).size(); ++k) {
        sum += (rows.is_weighted() ? rows.weights_of(v)[k] : 1.0) * x[rows.row(v)[k]];
    }
    return sum;
}

void check_products(csr_view rows, unsigned threads)
{
    memory_budget budget;
    run_options const run{.threads = threads};
    checkpoint const check{run, "test", 1};
    sliced_rows const matrix{rows, budget, check};
    std::vector<double> x(rows.num_vertices());
    for (std::size_t v = 0; v < x.size(); ++v) {
        x[v] = static_cast<double>(v % 512) * 0x1p-4; // sums of these are exact in any order
    }
    std::vector<int> visits(x.size());
    std::vector<double> products(x.size());
    auto const sums =
        matrix.sweep<2>(x, run, [&](std::uint32_t v, double product, std::array<double, 2>& sum) {
            ++visits[v];
            products[v] = product;
            sum[0] += 1.0;
            sum[1] += static_cast<double>(v);
        });
    auto const n = static_cast<double>(x.size());
    CHECK(sums == std::array<double, 2>{n, n * (n - 1.0) / 2.0});
    auto wrong = 0;
    for (std::uint32_t v = 0; v < x.size(); ++v) {
        wrong += visits[v] == 1 && products[v] == row_times(rows, v, x) ? 0 : 1; // to the last bit
    }
    CHECK(wrong == 0);
}

} // namespace

TEST_CASE("sliced_rows: each row is multiplied once", "[algorithm]")
{
    auto const n = GENERATE(1U, 2U, 7U, 8U, 9U, 64U, 2047U, 2048U, 2049U, 30'000U);
    auto const threads = GENERATE(1U, 2U);
    CAPTURE(n, threads);
    auto const weighted = ragged(n, n).directed();
    check_products(weighted.view(), threads);
    check_products(weighted.view().unweighted(), threads);
}

TEST_CASE("sliced_rows: no vertex and no arc", "[algorithm]")
{
    check_products(csr_view{}, 1);
    check_products(csr_graph{20, {}}.view(), 1);
}

TEST_CASE("sliced_rows: the copy is charged and given back", "[algorithm]")
{
    auto const g = ragged(1000, 1).directed();
    memory_budget budget{g.view().num_arcs() * 12 + 1000 * 8};
    run_options const run;
    checkpoint const check{run, "test", 1};
    {
        sliced_rows const matrix{g.view(), budget, check};
        CHECK(budget.left() == 0);
        CHECK(test::thrown_code([&] {
                  sliced_rows{g.view(), budget, check};
              })
              == error_code::over_budget);
    }
    CHECK(budget.used() == 0);
}

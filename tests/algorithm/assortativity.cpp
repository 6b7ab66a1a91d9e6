// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/assortativity.hpp>

#include <capgraph/graph/boost_graph.hpp>

#include "algorithm/published_graphs.hpp"
#include "algorithm/sample_graphs.hpp"
#include "support/catch2.hpp"
#include "support/effort.hpp"
#include "support/oracles.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <random>
#include <stdexcept>
#include <vector>

using namespace capgraph;
using values_of = std::vector<double>;
using labels_of = std::vector<std::uint32_t>;

namespace {

/// Pearson's correlation over all ordered pairs of neighbours, in long double.
std::optional<double> correlation_by_definition(test::dense_matrix const& a, values_of const& x)
{
    long double pairs = 0.0L;
    long double sum = 0.0L;
    long double squares = 0.0L;
    long double products = 0.0L;
    for (std::size_t u = 0; u < a.size(); ++u) {
        for (std::size_t v = 0; v < a.size(); ++v) {
            if (u != v && a[u][v] != 0.0) {
                pairs += 1.0L;
                sum += x[u];
                squares += static_cast<long double>(x[u]) * x[u];
                products += static_cast<long double>(x[u]) * x[v];
            }
        }
    }
    auto const variance = pairs * squares - sum * sum;
    return variance == 0.0L
               ? std::nullopt
               : std::optional{static_cast<double>((pairs * products - sum * sum) / variance)};
}

values_of degrees_by_definition(test::dense_matrix const& a)
{
    values_of degree(a.size(), 0.0);
    for (std::size_t u = 0; u < a.size(); ++u) {
        for (std::size_t v = 0; v < a.size(); ++v) {
            degree[u] += u != v && a[u][v] != 0.0 ? 1.0 : 0.0;
        }
    }
    return degree;
}

/// By the mixing matrix of Newman: trace and squares.
std::optional<double> mixing_by_definition(test::dense_matrix const& a, labels_of const& labels,
                                           std::uint32_t kinds)
{
    auto mixing = test::zero_matrix(kinds);
    double all = 0.0;
    for (std::size_t u = 0; u < a.size(); ++u) {
        for (std::size_t v = 0; v < a.size(); ++v) {
            if (u != v && a[u][v] != 0.0) {
                mixing[labels[u]][labels[v]] += 1.0;
                all += 1.0;
            }
        }
    }
    double trace = 0.0;
    double squares = 0.0;
    for (std::size_t i = 0; i < kinds; ++i) {
        trace += mixing[i][i];
        for (std::size_t j = 0; j < kinds; ++j) {
            for (std::size_t k = 0; k < kinds; ++k) {
                squares += mixing[i][j] * mixing[k][i];
            }
        }
    }
    return all == 0.0 || squares == all * all
               ? std::nullopt
               : std::optional{(trace / all - squares / all / all) / (1.0 - squares / all / all)};
}

bool alike(std::optional<double> const& a, std::optional<double> const& b)
{
    return a.has_value() == b.has_value() && (!a || std::abs(*a - *b) < 1e-10);
}

} // namespace

TEST_CASE("assortativity: there is none where all ends are alike", "[algorithm][assortativity]")
{
    for (auto const& g :
         {undirected_csr_graph{}, undirected_csr_graph{1, {}}, undirected_csr_graph{3, {}},
          undirected_csr_graph{1, {{0, 0}}}, test::cycle(5).undirected(),
          test::complete(4).undirected(), undirected_csr_graph{3, {{0, 1}}}}) {
        auto const n = num_vertices(g);
        CHECK(!degree_assortativity(g).has_value());
        CHECK(!numeric_assortativity(g, values_of(n, 0.1)).has_value());
        CHECK(!categorical_assortativity(g, labels_of(n, 7)).has_value());
    }
    // The isolated vertex alone differs.
    undirected_csr_graph const pair{3, {{0, 1}}};
    CHECK(!numeric_assortativity(pair, values_of{2.0, 2.0, 3.0}).has_value());
    CHECK(!categorical_assortativity(pair, labels_of{2, 2, 3}).has_value());
}

TEST_CASE("assortativity: the ends of the scale", "[algorithm][assortativity]")
{
    // A hub has but leaves: -1. A pair beside a triangle: each joined with its like, 1.
    CHECK(*degree_assortativity(test::star(5).undirected()) == Approx(-1.0));
    CHECK(*degree_assortativity(test::path(2).beside(test::cycle(3)).undirected()) == Approx(1.0));
    auto const two = test::complete(3).beside(test::complete(4)).undirected();
    CHECK(categorical_assortativity(two, labels_of{9, 9, 9, 4, 4, 4, 4}) == 1.0);
    CHECK(*numeric_assortativity(two, values_of{1, 1, 1, -4, -4, -4, -4}) == Approx(1.0));
    // No edge within a label, half of the ends in each: (0 - 1/2) / (1 - 1/2).
    auto const sides = test::complete_bipartite(2, 3).undirected();
    CHECK(*categorical_assortativity(sides, labels_of{1, 1, 0, 0, 0}) == Approx(-1.0));
}

TEST_CASE("assortativity: a path of four by hand", "[algorithm][assortativity]")
{
    // Degrees 1 2 2 1: at the six ends 2, 2, 2, 2, 1, 1; mean 5/3, variance 2/9; the products sum
    // to 2 (4 + 2 + 2) = 16: 16/6 - 25/9 = -1/9. So -1/2.
    auto const g = test::path(4).undirected();
    CHECK(*degree_assortativity(g) == Approx(-0.5));
    // Labels 0 0 1 1: 4 of 6 ends within, half of the ends in each: (2/3 - 1/2) / (1/2) = 1/3.
    CHECK(*categorical_assortativity(g, labels_of{0, 0, 1, 1}) == Approx(1.0 / 3.0));
}

TEST_CASE("assortativity: Zachary's karate club by degree", "[algorithm][assortativity][published]")
{
    // NetworkX and igraph: -0.475613.
    CHECK(*degree_assortativity(test::karate_club().undirected())
          == Approx(-0.475613).margin(1e-6));
}

TEST_CASE("assortativity: NetworkX's mixing of four", "[algorithm][assortativity][published]")
{
    // Its test of attributes: 0 - 1 alike, 2 - 3 alike, and none between; then one between.
    undirected_csr_graph const apart{4, {{0, 1}, {2, 3}}};
    CHECK(categorical_assortativity(apart, labels_of{1, 1, 2, 2}) == 1.0);
    undirected_csr_graph const joined{4, {{0, 1}, {2, 3}, {0, 2}}};
    CHECK(*categorical_assortativity(joined, labels_of{1, 1, 2, 2}) == Approx(1.0 / 3.0));
}

TEST_CASE("assortativity: agrees with the definitions on random graphs", "[algorithm][oracle]")
{
    auto const count = 80 * static_cast<unsigned>(test::effort());
    for (unsigned seed = 0; seed < count; ++seed) {
        CAPTURE(seed);
        auto const sample = test::random_graph(2 + seed % 20, 20 + 5 * (seed % 80), seed);
        auto const g = sample.undirected();
        auto const a = sample.symmetric_matrix();
        std::mt19937_64 random{seed};
        values_of values(sample.n);
        labels_of labels(sample.n);
        for (std::size_t v = 0; v < sample.n; ++v) {
            values[v] = static_cast<double>(random() % 9) - 4.0;
            labels[v] = static_cast<std::uint32_t>(random() % 3);
        }
        CHECK(
            alike(degree_assortativity(g), correlation_by_definition(a, degrees_by_definition(a))));
        CHECK(alike(numeric_assortativity(g, values), correlation_by_definition(a, values)));
        CHECK(alike(categorical_assortativity(g, labels), mixing_by_definition(a, labels, 3)));
        CHECK(alike(degree_assortativity(sample.as<test::boost_undirected>()),
                    degree_assortativity(g)));
    }
}

TEST_CASE("assortativity: scale and shift of values and names of labels don't matter",
          "[algorithm][property]")
{
    auto const seed = GENERATE(range(0U, 10U));
    CAPTURE(seed);
    auto const sample = test::random_graph(30, 80, seed);
    auto const g = sample.undirected();
    std::mt19937_64 random{seed};
    values_of values(sample.n);
    values_of moved(sample.n);
    values_of huge(sample.n);
    values_of tiny(sample.n);
    labels_of labels(sample.n);
    labels_of renamed(sample.n);
    for (std::size_t v = 0; v < sample.n; ++v) {
        values[v] = static_cast<double>(random() % 1000);
        moved[v] = 40.0 - 0.125 * values[v];
        huge[v] = values[v] * 1e305;
        tiny[v] = values[v] * 1e-310;
        labels[v] = static_cast<std::uint32_t>(random() % 4);
        renamed[v] = std::numeric_limits<std::uint32_t>::max() - 1000 * labels[v];
    }
    auto const expected = numeric_assortativity(g, values);
    CHECK(alike(numeric_assortativity(g, moved), expected));
    CHECK(alike(numeric_assortativity(g, huge), expected));
    CHECK(alike(numeric_assortativity(g, tiny), expected));
    CHECK(alike(categorical_assortativity(g, renamed), categorical_assortativity(g, labels)));
    auto const to = test::random_permutation(sample.n, seed);
    auto const other = sample.relabelled(to).undirected();
    CHECK(alike(numeric_assortativity(other, test::relabelled(values, to)), expected));
    CHECK(alike(degree_assortativity(other), degree_assortativity(g)));
}

TEST_CASE("assortativity: an isolated vertex parallel edges loops and weights change nothing",
          "[algorithm][assortativity]")
{
    auto g = test::path(5);
    g.edges.push_back({1, 3});
    auto const expected = degree_assortativity(g.undirected());
    g.n = 6;
    g.edges.insert(g.edges.end(), {{1, 0}, {2, 2}, {5, 5}});
    g = test::randomly_weighted(g, 3);
    CHECK(degree_assortativity(g.undirected()) == expected);
    // Even an infinite scale apart: what an isolated vertex has is nobody's business.
    auto const values = values_of{1, 2, 3, 5, 4, 1e308};
    CHECK(alike(numeric_assortativity(g.undirected(), values),
                correlation_by_definition(g.symmetric_matrix(), values)));
}

TEST_CASE("assortativity: what is not one finite value for each vertex is refused",
          "[algorithm][assortativity]")
{
    auto const g = test::path(2).undirected();
    CHECK_THROWS_AS(numeric_assortativity(g, values_of{1.0}), std::invalid_argument);
    CHECK_THROWS_AS(categorical_assortativity(g, labels_of{1, 2, 3}), std::invalid_argument);
    for (auto const bad :
         {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()}) {
        CHECK_THROWS_AS(numeric_assortativity(g, values_of{1.0, bad}), std::invalid_argument);
    }
}

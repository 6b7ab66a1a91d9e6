// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/structural_holes.hpp>

#include <capgraph/core/error.hpp>
#include <capgraph/graph/boost_graph.hpp>
#include <capgraph/graph/undirected.hpp>

#include "algorithm/published_graphs.hpp"
#include "algorithm/sample_graphs.hpp"
#include "algorithm/thrown_code.hpp"
#include "support/catch2.hpp"
#include "support/effort.hpp"
#include "support/oracles.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>
#include <stdexcept>
#include <stop_token>
#include <vector>

using namespace capgraph;
using scores = std::vector<double>;
using optional_scores = std::vector<std::optional<double>>;

namespace {

template <class Graph>
concept has_holes = requires(Graph const& g)
{
    burt_constraint(g);
};

static_assert(has_holes<undirected_csr_graph>);
static_assert(has_holes<test::boost_undirected>);
static_assert(!has_holes<csr_graph>); // say `undirected(g)`

/// The example of Borgatti (1997) and others; A to G are 0 to 6.
test::sample_graph seven()
{
    return {
        .n = 7,
        .edges = {{0, 1}, {0, 5}, {0, 6}, {0, 4}, {4, 6}, {5, 6}, {1, 6}, {1, 3}, {3, 6}, {6, 2}},
        .weights = {2, 3, 5, 2, 8, 3, 4, 1, 3, 10}};
}

/// All of Burt's measures, each sum written out over all vertices.
struct by_definition {
    optional_scores constraint;
    optional_scores hierarchy;
    scores effective_size;
    optional_scores efficiency;
};

by_definition burt_by_definition(test::dense_matrix const& a)
{
    auto const n = a.size();
    scores sum(n, 0.0);
    scores largest(n, 0.0);
    scores contacts(n, 0.0);
    for (std::size_t v = 0; v < n; ++v) {
        for (std::size_t w = 0; w < n; ++w) {
            sum[v] += a[v][w];
            largest[v] = std::max(largest[v], a[v][w]);
            contacts[v] += a[v][w] > 0.0 ? 1.0 : 0.0;
        }
    }
    by_definition result{optional_scores(n), optional_scores(n), scores(n, 0.0),
                         optional_scores(n)};
    for (std::size_t v = 0; v < n; ++v) {
        scores bound;
        for (std::size_t w = 0; w < n; ++w) {
            if (a[v][w] == 0.0) {
                continue;
            }
            auto part = a[v][w] / sum[v];
            auto redundant = 0.0;
            for (std::size_t q = 0; q < n; ++q) {
                if (q != v && q != w) {
                    part += a[v][q] == 0.0 ? 0.0 : a[v][q] / sum[v] * a[q][w] / sum[q];
                    redundant += a[v][q] / sum[v] * a[w][q] / largest[w];
                }
            }
            bound.push_back(part * part);
            result.effective_size[v] += 1.0 - redundant;
        }
        if (bound.empty()) {
            continue;
        }
        double all = 0.0;
        for (auto const c : bound) {
            all += c;
        }
        result.constraint[v] = all;
        result.efficiency[v] = result.effective_size[v] / contacts[v];
        if (bound.size() > 1) {
            double entropy = 0.0;
            for (auto const c : bound) {
                entropy += c / (all / contacts[v]) * std::log(c / (all / contacts[v]));
            }
            result.hierarchy[v] = entropy / (contacts[v] * std::log(contacts[v]));
        }
    }
    return result;
}

bool alike(optional_scores const& a, optional_scores const& b)
{
    return std::ranges::equal(a, b, [](auto const& x, auto const& y) {
        return x.has_value() == y.has_value() && (!x || std::abs(*x - *y) < 1e-10);
    });
}

template <class Scores>
Scores moved(Scores const& score, std::vector<std::uint32_t> const& to)
{
    Scores result(score.size());
    for (std::size_t v = 0; v < score.size(); ++v) {
        result[to[v]] = score[v];
    }
    return result;
}

} // namespace

TEST_CASE("structural_holes: who has no contact has no constraint", "[algorithm][burt]")
{
    undirected_csr_graph const empty;
    CHECK(burt_constraint(empty).empty());
    CHECK(burt_hierarchy(empty).empty());
    CHECK(burt_effective_size(empty).empty());
    CHECK(burt_efficiency(empty).empty());
    for (auto const& g : {undirected_csr_graph{2, {}}, undirected_csr_graph{2, {{0, 0}, {1, 1}}},
                          undirected_csr_graph{2, {{0, 1}}, {0.0}}}) {
        CHECK(burt_constraint(g) == optional_scores(2));
        CHECK(burt_hierarchy(g) == optional_scores(2));
        CHECK(burt_effective_size(g) == scores(2, 0.0));
        CHECK(burt_efficiency(g) == optional_scores(2));
    }
    undirected_csr_graph const pair{2, {{0, 1}}, {3.0}};
    CHECK(burt_constraint(pair) == optional_scores(2, 1.0));
    CHECK(burt_hierarchy(pair) == optional_scores(2)); // one contact: nothing to compare
    CHECK(burt_effective_size(pair) == scores(2, 1.0));
    CHECK(burt_efficiency(pair) == optional_scores(2, 1.0));
}

TEST_CASE("structural_holes: closed forms", "[algorithm][burt]")
{
    auto const n = GENERATE(3U, 4U, 9U);
    SECTION("the hub of a star spans holes between all leaves")
    {
        auto const star = test::star(n).undirected();
        auto const constraint = burt_constraint(star);
        CHECK(*constraint[0] == Approx(1.0 / n));
        CHECK(constraint[1] == 1.0);
        CHECK(burt_effective_size(star)[0] == n);
        CHECK(burt_efficiency(star)[0] == 1.0);
        CHECK(*burt_hierarchy(star)[0] == Approx(0.0).margin(1e-12));
    }
    SECTION("in a clique each contact is bound over all others")
    {
        // d = n - 1 contacts: p = 1/d each and (d - 1)/d^2 over the others; effective 1.
        auto const clique = test::complete(n).undirected();
        auto const d = n - 1.0;
        auto const part = 1.0 / d + (d - 1.0) / (d * d);
        CHECK(alike(burt_constraint(clique), optional_scores(n, d * part * part)));
        CHECK(test::agree(burt_effective_size(clique), scores(n, 1.0)));
        CHECK(alike(burt_efficiency(clique), optional_scores(n, 1.0 / d)));
        CHECK(alike(burt_hierarchy(clique), optional_scores(n, 0.0)));
    }
}

TEST_CASE("structural_holes: the published example of seven", "[algorithm][burt][published]")
{
    // Oracle C19: UCINET, igraph and by hand, in NetworkX test_structuralholes; to three digits.
    auto const g = seven();
    SECTION("unweighted")
    {
        auto const one = [](auto const&) { return 1.0; };
        auto const constraint = burt_constraint(g.undirected(), one);
        std::array const expected{0.595486, 0.642747, 1.0, 0.784722, 0.730903, 0.730903, 0.40027};
        for (std::size_t v = 0; v < 7; ++v) {
            CHECK(*constraint[v] == Approx(expected[v]).margin(1e-5));
        }
        CHECK(test::agree(burt_effective_size(g.undirected(), one),
                          {2.5, 5.0 / 3.0, 1, 1, 1, 1, 14.0 / 3.0}));
        CHECK(*burt_efficiency(g.undirected(), one)[0] == Approx(2.5 / 4.0));
        auto plain = g;
        plain.weights.clear();
        CHECK(burt_constraint(plain.undirected()) == constraint);
    }
    SECTION("weighted")
    {
        auto const constraint = burt_constraint(g.undirected());
        CHECK(*constraint[0] == Approx(0.795).margin(1e-3));
        CHECK(constraint[2] == 1.0);
        CHECK(*constraint[6] == Approx(0.299).margin(1e-3));
        auto const size = burt_effective_size(g.undirected());
        CHECK(size[0] == Approx(2.47).margin(5e-3)); // two digits are told
        CHECK(size[2] == 1.0);
        CHECK(size[6] == Approx(5.47).margin(5e-3));
    }
}

TEST_CASE("structural_holes: the constraint of the karate club's leaders",
          "[algorithm][burt][published]")
{
    // Oracle C07: NetworkX and igraph agree.
    auto const constraint = burt_constraint(test::karate_club().undirected());
    CHECK(*constraint[0] == Approx(0.155423).margin(1e-6));
    CHECK(*constraint[2] == Approx(0.185177).margin(1e-6));
    CHECK(*constraint[33] == Approx(0.156419).margin(1e-6));
}

TEST_CASE("structural_holes: agrees with the definitions on random graphs", "[algorithm][oracle]")
{
    auto const count = 80 * static_cast<unsigned>(test::effort());
    for (unsigned seed = 0; seed < count; ++seed) {
        CAPTURE(seed);
        auto sample = test::random_graph(2 + seed % 20, 20 + 5 * (seed % 80), seed);
        if (seed % 3 > 0) { // else parallel edges make ties of 2 and more
            sample = test::randomly_weighted(sample, seed);
        }
        auto const g = sample.undirected();
        auto const expected = burt_by_definition(sample.symmetric_matrix());
        CHECK(alike(burt_constraint(g), expected.constraint));
        CHECK(alike(burt_hierarchy(g), expected.hierarchy));
        CHECK(test::agree(burt_effective_size(g), expected.effective_size));
        CHECK(alike(burt_efficiency(g), expected.efficiency));
        auto const directed = sample.directed();
        CHECK(alike(burt_constraint(undirected(directed)), expected.constraint));
        if (sample.weights.empty()) {
            CHECK(alike(burt_constraint(sample.as<test::boost_undirected>()), expected.constraint));
        }
    }
}

TEST_CASE("structural_holes: unweighted effective size counts the ties among the contacts",
          "[algorithm][property]")
{
    // Borgatti: n - 2t/n for n contacts with t ties among them.
    auto const seed = GENERATE(range(0U, 10U));
    CAPTURE(seed);
    auto const sample = test::random_two_mode(10, 10, 300, seed).beside(test::complete(5));
    auto const a = sample.symmetric_matrix();
    auto const size = burt_effective_size(sample.undirected());
    for (std::size_t v = 0; v < sample.n; ++v) {
        double contacts = 0.0;
        double ties = 0.0;
        for (std::size_t u = 0; u < sample.n; ++u) {
            contacts += a[v][u];
            for (std::size_t w = 0; w < u; ++w) {
                ties += a[v][u] * a[v][w] * a[u][w];
            }
        }
        CHECK(size[v] == Approx(contacts == 0.0 ? 0.0 : contacts - 2.0 * ties / contacts));
    }
}

TEST_CASE("structural_holes: relabelling permutes the scores and scale doesn't matter",
          "[algorithm][property]")
{
    auto const seed = GENERATE(range(0U, 10U));
    CAPTURE(seed);
    auto const sample = test::randomly_weighted(test::random_graph(25, 100, seed), seed);
    auto const g = sample.undirected();
    auto const to = test::random_permutation(sample.n, seed);
    auto const other = sample.relabelled(to).undirected();
    CHECK(alike(burt_constraint(other), moved(burt_constraint(g), to)));
    CHECK(alike(burt_hierarchy(other), moved(burt_hierarchy(g), to)));
    CHECK(test::agree(burt_effective_size(other), moved(burt_effective_size(g), to)));
    for (auto const factor : {1e300, 1e-300, 3.0}) {
        auto const scaled = [&](auto const& e) { return factor * g.weight(e); };
        CHECK(alike(burt_constraint(g, scaled), burt_constraint(g)));
        CHECK(test::agree(burt_effective_size(g, scaled), burt_effective_size(g)));
    }
}

TEST_CASE("structural_holes: weights that are no ties are refused", "[algorithm][burt]")
{
    auto const nan = std::numeric_limits<double>::quiet_NaN();
    auto const infinity = std::numeric_limits<double>::infinity();
    auto const g = test::path(3).undirected();
    for (auto const bad : {nan, infinity, -1.0, 1.7e308}) { // two of the last are infinite
        auto const weight = [&](auto const&) { return bad; };
        CHECK_THROWS_AS(burt_constraint(g, weight), std::invalid_argument);
        CHECK_THROWS_AS(burt_hierarchy(g, weight), std::invalid_argument);
        CHECK_THROWS_AS(burt_effective_size(g, weight), std::invalid_argument);
        CHECK_THROWS_AS(burt_efficiency(g, weight), std::invalid_argument);
    }
}

TEST_CASE("structural_holes: threads and little memory don't change a byte", "[algorithm][burt]")
{
    auto const g = test::randomly_weighted(test::random_graph(300, 30, 6), 6).undirected();
    auto const constraint = burt_constraint(g, {.threads = 1});
    auto const hierarchy = burt_hierarchy(g, {.threads = 1});
    auto const size = burt_effective_size(g, {.threads = 1});
    for (auto const threads : {0U, 2U, 7U}) {
        run_options const run{.threads = threads};
        CHECK(burt_constraint(g, run) == constraint);
        CHECK(burt_hierarchy(g, run) == hierarchy);
        CHECK(burt_effective_size(g, run) == size);
    }
    std::stop_source stop;
    stop.request_stop();
    CHECK(test::thrown_code([&] { return burt_constraint(g, {.stop = stop.get_token()}); })
          == error_code::cancelled);
    CHECK(test::thrown_code([&] { return burt_constraint(g, {.memory_budget = 5000}); })
          == error_code::over_budget);
}

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// The figures of docs/centrality.md: one small graph, asked of other libraries, too. Where they are
// the same by some option of ours it is checked; theirs were printed by igraph 0.10.2, Boost.Graph
// 1.81 and NetworkX 3.6.1.

#include <capgraph/algorithm/betweenness_centrality.hpp>

#include <capgraph/algorithm/closeness_centrality.hpp>
#include <capgraph/algorithm/clustering_coefficient.hpp>
#include <capgraph/algorithm/degree_centrality.hpp>
#include <capgraph/algorithm/eigenvector_centrality.hpp>
#include <capgraph/algorithm/harmonic_centrality.hpp>
#include <capgraph/algorithm/katz_centrality.hpp>
#include <capgraph/algorithm/pagerank.hpp>
#include <capgraph/algorithm/structural_holes.hpp>
#include <capgraph/graph/csr_graph.hpp>

#include "support/catch2.hpp"

#include <cmath>
#include <cstddef>
#include <vector>

using namespace capgraph;

namespace {

// a === b --- c --- e      f
//  \    |    /
//   `-- d --'
undirected_csr_graph asked()
{
    return undirected_csr_graph{6, {{0, 1}, {0, 1}, {1, 2}, {2, 3}, {0, 3}, {1, 3}, {2, 4}}};
}

/// The same with one edge between a and b.
undirected_csr_graph merged()
{
    return undirected_csr_graph{6, {{0, 1}, {1, 2}, {2, 3}, {0, 3}, {1, 3}, {2, 4}}};
}

/// To the four digits of the page.
void must_be(std::vector<double> const& found, std::vector<double> const& told)
{
    REQUIRE(found.size() == told.size());
    for (std::size_t v = 0; v < told.size(); ++v) {
        CAPTURE(v);
        CHECK(std::abs(found[v] - told[v]) <= 5.1e-5);
    }
}

std::vector<double> constraints_of(undirected_csr_graph const& g)
{
    std::vector<double> out;
    for (auto const& each : burt_constraint(g)) {
        out.push_back(each.value_or(-1.0));
    }
    return out;
}

} // namespace

TEST_CASE("centrality: paths take parallel edges for one", "[algorithm][oracle][centrality]")
{
    auto const g = asked();
    must_be(degree_centrality(g), {.4, .6, .6, .6, .2, 0});
    must_be(degree_centrality(g, {.scale = degree_normalization::none}), {2, 3, 3, 3, 1, 0});
    must_be(closeness_centrality(g), {.4571, .64, .64, .64, .4, 0});
    must_be(closeness_centrality(g, {.scale = closeness_normalization::reached}),
            {.5714, .8, .8, .8, .5, 0});
    must_be(closeness_centrality(g, {.scale = closeness_normalization::none}),
            {.1429, .2, .2, .2, .125, 0});
    must_be(harmonic_centrality(g), {.5667, .7, .7, .7, .4667, 0});
    must_be(harmonic_centrality(g, {.scale = harmonic_normalization::none}),
            {2.8333, 3.5, 3.5, 3.5, 2.3333, 0});
    must_be(betweenness_centrality(g), {0, .1, .3, .1, 0, 0});
    must_be(betweenness_centrality(g, {.scale = betweenness_normalization::none}),
            {0, 1, 3, 1, 0, 0});
    must_be(clustering_coefficient(g), {1, .6667, .3333, .6667, 0, 0});
}

TEST_CASE("centrality: flows and strengths add parallel edges up",
          "[algorithm][oracle][centrality]")
{
    auto const g = asked();
    must_be(eigenvector_centrality(g), {.5228, .5948, .3724, .4695, .1173, 0});
    must_be(eigenvector_centrality(g, {.scale = eigenvector_normalization::maximum}),
            {.8790, 1, .6260, .7894, .1973, 0});
    must_be(pagerank(g), {.1972, .2604, .2195, .2025, .0913, .0291});
    must_be(katz_centrality(g, {.alpha = 0.1}), {.4398, .4754, .4267, .4354, .3439, .3012});
    must_be(katz_centrality(g, {.alpha = 0.1, .scale = katz_normalization::none}),
            {1.4602, 1.5782, 1.4165, 1.4455, 1.1417, 1});
    must_be(constraints_of(g), {.8549, .7014, .4823, .8681, 1, -1});
}

TEST_CASE("centrality: merged first, flows and strengths are as NetworkX tells them",
          "[algorithm][oracle][centrality]")
{
    auto const g = merged();
    must_be(eigenvector_centrality(g), {.4067, .5371, .4747, .5371, .1797, 0});
    must_be(pagerank(g), {.1612, .2331, .2450, .2331, .0985, .0291});
    must_be(katz_centrality(g, {.alpha = 0.1}), {.4082, .4486, .4445, .4486, .3630, .3185});
    must_be(constraints_of(g), {.8889, .7685, .5062, .7685, 1, -1});
}

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// The whole catalogue on graphs that hardly are any, and on weights that are none.

#include <capgraph/algorithm/articulation_points.hpp>
#include <capgraph/algorithm/assortativity.hpp>
#include <capgraph/algorithm/betweenness_centrality.hpp>
#include <capgraph/algorithm/betweenness_estimate.hpp>
#include <capgraph/algorithm/birank.hpp>
#include <capgraph/algorithm/bonacich_power.hpp>
#include <capgraph/algorithm/closeness_centrality.hpp>
#include <capgraph/algorithm/clustering_coefficient.hpp>
#include <capgraph/algorithm/communities.hpp>
#include <capgraph/algorithm/connected_components.hpp>
#include <capgraph/algorithm/core_numbers.hpp>
#include <capgraph/algorithm/degree_centrality.hpp>
#include <capgraph/algorithm/density.hpp>
#include <capgraph/algorithm/eigenvector_centrality.hpp>
#include <capgraph/algorithm/harmonic_centrality.hpp>
#include <capgraph/algorithm/hits.hpp>
#include <capgraph/algorithm/katz_centrality.hpp>
#include <capgraph/algorithm/modularity.hpp>
#include <capgraph/algorithm/pagerank.hpp>
#include <capgraph/algorithm/strength.hpp>
#include <capgraph/algorithm/structural_holes.hpp>
#include <capgraph/algorithm/top_closeness.hpp>
#include <capgraph/algorithm/two_mode_clustering.hpp>

#include "algorithm/sample_graphs.hpp"
#include "support/catch2.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <vector>

using namespace capgraph;
using scores = std::vector<double>;
using graph = undirected_csr_graph;

namespace {

struct measure {
    std::string name;
    std::function<scores(graph const&)> of;
    bool ignores_parallels = true; ///< And loops.
};

scores told(std::vector<std::optional<double>> const& figures)
{
    scores out;
    for (auto const& figure : figures) {
        out.push_back(figure.value_or(-1.0));
    }
    return out;
}

template <class T>
scores as_scores(std::vector<T> const& figures)
{
    return {figures.begin(), figures.end()};
}

scores of_ranked(std::vector<ranked_vertex> const& ranked)
{
    scores out(ranked.size());
    for (auto const& place : ranked) {
        out.at(place.vertex) = place.score;
    }
    return out;
}

auto const one = [](auto const&) { return 1.0; };

/// One figure for each vertex.
std::vector<measure> measures()
{
    return {
        {"degree", [](auto& g) { return degree_centrality(g); }},
        {"closeness", [](auto& g) { return closeness_centrality(g); }},
        {"harmonic", [](auto& g) { return harmonic_centrality(g); }},
        {"betweenness", [](auto& g) { return betweenness_centrality(g); }},
        {"eigenvector", [](auto& g) { return eigenvector_centrality(g); }, false},
        {"katz", [](auto& g) { return katz_centrality(g); }, false},
        {"pagerank", [](auto& g) { return pagerank(g); }, false},
        {"hits", [](auto& g) { return hits(g).hubs; }, false},
        {"core numbers", [](auto& g) { return as_scores(core_numbers(g)); }},
        {"clustering", [](auto& g) { return clustering_coefficient(g); }},
        {"constraint", [](auto& g) { return told(burt_constraint(g)); }, false},
        {"hierarchy", [](auto& g) { return told(burt_hierarchy(g)); }, false},
        {"effective size", [](auto& g) { return burt_effective_size(g); }, false},
        {"efficiency", [](auto& g) { return told(burt_efficiency(g)); }, false},
        {"communities", [](auto& g) { return as_scores(communities(g).community_of); }, false},
        {"components", [](auto& g) { return as_scores(connected_components(g).component_of); }},
        {"strength", [](auto& g) { return strength(g); }, false},
        {"bonacich", [](auto& g) { return bonacich_power(g); }, false},
        {"triangles", [](auto& g) { return as_scores(triangle_counts(g)); }},
        {"lengths", [](auto& g) { return betweenness_centrality(g, one); }},
        {"estimate", [](auto& g) { return estimate_betweenness(g).scores; }},
        {"top closeness", [](auto& g) { return of_ranked(top_closeness(g, num_vertices(g))); }},
        {"top harmonic", [](auto& g) { return of_ranked(top_harmonic(g, num_vertices(g))); }},
    };
}

struct weighted_measure {
    std::string name;
    std::function<scores(graph const&, std::function<double(graph::edge_descriptor const&)>)> of;
};

std::vector<weighted_measure> weighted_measures()
{
    return {
        {"closeness", [](auto& g, auto w) { return closeness_centrality(g, w); }},
        {"harmonic", [](auto& g, auto w) { return harmonic_centrality(g, w); }},
        {"eigenvector", [](auto& g, auto w) { return eigenvector_centrality(g, w); }},
        {"bonacich", [](auto& g, auto w) { return bonacich_power(g, w); }},
        {"katz", [](auto& g, auto w) { return katz_centrality(g, w); }},
        {"pagerank", [](auto& g, auto w) { return pagerank(g, w); }},
        {"hits", [](auto& g, auto w) { return hits(g, w).hubs; }},
        {"birank", [](auto& g, auto w) { return birank(g, w); }},
        {"constraint", [](auto& g, auto w) { return told(burt_constraint(g, w)); }},
        {"hierarchy", [](auto& g, auto w) { return told(burt_hierarchy(g, w)); }},
        {"effective size", [](auto& g, auto w) { return burt_effective_size(g, w); }},
        {"efficiency", [](auto& g, auto w) { return told(burt_efficiency(g, w)); }},
        {"betweenness", [](auto& g, auto w) { return betweenness_centrality(g, w); }},
        {"strength", [](auto& g, auto w) { return strength(g, w); }},
        {"communities", [](auto& g, auto w) { return as_scores(communities(g, w).community_of); }},
    };
}

/// One figure for a whole graph, or none.
std::vector<std::optional<double>> figures_of(graph const& g)
{
    auto const n = num_vertices(g);
    std::vector<std::uint32_t> const alike(n, 0);
    return {density(g),
            transitivity(g),
            average_clustering(g),
            degree_assortativity(g),
            numeric_assortativity(g, scores(n, 1.0)),
            categorical_assortativity(g, alike),
            modularity(g, alike),
            communities_are_connected(g, alike) ? 1.0 : 0.0,
            static_cast<double>(articulation_points(g).size()),
            static_cast<double>(bridges(g).size())};
}

/// Of a graph whose first vertices are one side.
std::vector<scores> two_mode_figures(graph const& g, std::uint64_t first_side)
{
    std::vector<std::uint32_t> const alike(num_vertices(g), 0);
    return {told(two_mode_clustering(g, first_side)), told(two_mode_redundancy(g, first_side)),
            birank(g, {.first_side = first_side}),
            as_scores(bipartite_communities(g, first_side).community_of),
            told({robins_alexander_clustering(g, first_side),
                  bipartite_modularity(g, first_side, alike)})};
}

/// Along the edges, and against them.
std::vector<scores> directed_figures(csr_graph const& g)
{
    return {degree_centrality(g),
            betweenness_centrality(g),
            pagerank(g),
            katz_centrality(g),
            closeness_centrality(g),
            harmonic_centrality(g),
            hits(g).hubs,
            hits(g).authorities,
            strength(g),
            betweenness_centrality(g, one)};
}

bool all_finite(scores const& figures)
{
    return std::all_of(figures.begin(), figures.end(), [](double x) { return std::isfinite(x); });
}

std::vector<std::pair<std::string, test::sample_graph>> poor_graphs()
{
    return {
        {"empty", {.n = 0, .edges = {}}},
        {"one vertex", {.n = 1, .edges = {}}},
        {"one vertex and a loop", {.n = 1, .edges = {{0, 0}}}},
        {"no edges", {.n = 5, .edges = {}}},
        {"loops alone", {.n = 3, .edges = {{0, 0}, {2, 2}, {2, 2}}}},
        {"one edge", {.n = 2, .edges = {{0, 1}}}},
        {"parallel edges", {.n = 2, .edges = {{0, 1}, {1, 0}, {0, 1}}}},
        {"disconnected", {.n = 7, .edges = {{0, 1}, {1, 2}, {0, 2}, {4, 5}}}},
    };
}

} // namespace

TEST_CASE("catalogue: no graph is too poor for a figure of each vertex", "[algorithm][degenerate]")
{
    for (auto const& [what, sample] : poor_graphs()) {
        for (auto const& m : measures()) {
            CAPTURE(what, m.name);
            auto const figures = m.of(sample.undirected());
            CHECK(figures.size() == sample.n);
            CHECK(all_finite(figures));
        }
    }
}

TEST_CASE("catalogue: no graph is too poor for a figure of the whole", "[algorithm][degenerate]")
{
    for (auto const& [what, sample] : poor_graphs()) {
        CAPTURE(what);
        CHECK(all_finite(told(figures_of(sample.undirected()))));
        for (auto const& figures : directed_figures(sample.directed())) {
            CHECK(figures.size() == sample.n);
            CHECK(all_finite(figures));
        }
    }
}

TEST_CASE("catalogue: no two sides are too poor for a figure", "[algorithm][degenerate]")
{
    std::vector<std::pair<test::sample_graph, std::uint64_t>> const poor{
        {{.n = 0, .edges = {}}, 0},       {{.n = 1, .edges = {}}, 0},
        {{.n = 1, .edges = {}}, 1},       {{.n = 4, .edges = {}}, 2},
        {{.n = 2, .edges = {{0, 1}}}, 1}, {{.n = 3, .edges = {{0, 2}, {0, 2}}}, 2}};
    for (auto const& [sample, first_side] : poor) {
        CAPTURE(sample.n, first_side);
        for (auto const& figures : two_mode_figures(sample.undirected(), first_side)) {
            CHECK(all_finite(figures));
        }
    }
}

TEST_CASE("catalogue: parallel edges and loops change no figure that is said to ignore them",
          "[algorithm][degenerate]")
{
    test::sample_graph const g{
        .n = 7, .edges = {{0, 1}, {1, 2}, {0, 2}, {2, 3}, {3, 4}, {4, 5}, {5, 3}, {5, 6}}};
    auto more = g;
    more.edges.insert(more.edges.end(), {{1, 0}, {3, 3}, {5, 4}, {5, 4}, {6, 6}});
    for (auto const& m : measures()) {
        CAPTURE(m.name);
        CHECK((m.of(more.undirected()) == m.of(g.undirected())) == m.ignores_parallels);
    }
}

TEST_CASE("catalogue: what is no weight is refused by all that weigh", "[algorithm][degenerate]")
{
    auto const g = test::path(4).undirected();
    constexpr auto nan = std::numeric_limits<double>::quiet_NaN();
    constexpr auto infinite = std::numeric_limits<double>::infinity();
    for (auto const wrong : {nan, -1.0, infinite, -infinite}) {
        for (auto const& m : weighted_measures()) {
            CAPTURE(wrong, m.name);
            std::size_t asked = 0;
            auto const weight = [&](auto const&) { return asked++ == 1 ? wrong : 1.0; };
            CHECK_THROWS_AS(m.of(g, weight), std::invalid_argument);
        }
    }
}

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// The whole catalogue on graphs that hardly are any, and on weights that are none.

#include <capgraph/algorithm/articulation_points.hpp>
#include <capgraph/algorithm/assortativity.hpp>
#include <capgraph/algorithm/betweenness_centrality.hpp>
#include <capgraph/algorithm/birank.hpp>
#include <capgraph/algorithm/bonacich_power.hpp>
#include <capgraph/algorithm/closeness_centrality.hpp>
#include <capgraph/algorithm/clustering_coefficient.hpp>
#include <capgraph/algorithm/communities.hpp>
#include <capgraph/algorithm/connected_components.hpp>
#include <capgraph/algorithm/core_numbers.hpp>
#include <capgraph/algorithm/degree_centrality.hpp>
#include <capgraph/algorithm/eigenvector_centrality.hpp>
#include <capgraph/algorithm/harmonic_centrality.hpp>
#include <capgraph/algorithm/hits.hpp>
#include <capgraph/algorithm/katz_centrality.hpp>
#include <capgraph/algorithm/pagerank.hpp>
#include <capgraph/algorithm/structural_holes.hpp>

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
        {"effective size", [](auto& g, auto w) { return burt_effective_size(g, w); }},
        {"communities", [](auto& g, auto w) { return as_scores(communities(g, w).community_of); }},
    };
}

bool all_finite(scores const& figures)
{
    return std::all_of(figures.begin(), figures.end(), [](double x) { return std::isfinite(x); });
}

} // namespace

TEST_CASE("catalogue: no graph is too poor for a figure of each vertex", "[algorithm][degenerate]")
{
    auto const poor = std::vector<std::pair<std::string, test::sample_graph>>{
        {"empty", {.n = 0, .edges = {}}},
        {"one vertex", {.n = 1, .edges = {}}},
        {"one vertex and a loop", {.n = 1, .edges = {{0, 0}}}},
        {"no edges", {.n = 5, .edges = {}}},
        {"loops alone", {.n = 3, .edges = {{0, 0}, {2, 2}, {2, 2}}}},
        {"one edge", {.n = 2, .edges = {{0, 1}}}},
        {"parallel edges", {.n = 2, .edges = {{0, 1}, {1, 0}, {0, 1}}}},
        {"disconnected", {.n = 7, .edges = {{0, 1}, {1, 2}, {0, 2}, {4, 5}}}},
    };
    for (auto const& [what, sample] : poor) {
        for (auto const& m : measures()) {
            CAPTURE(what, m.name);
            auto const figures = m.of(sample.undirected());
            CHECK(figures.size() == sample.n);
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

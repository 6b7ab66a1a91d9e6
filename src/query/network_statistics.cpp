// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/network_statistics.hpp>

#include <capgraph/algorithm/articulation_points.hpp>
#include <capgraph/algorithm/assortativity.hpp>
#include <capgraph/algorithm/butterflies.hpp>
#include <capgraph/algorithm/clustering_coefficient.hpp>
#include <capgraph/algorithm/communities.hpp>
#include <capgraph/algorithm/connected_components.hpp>
#include <capgraph/algorithm/core_numbers.hpp>
#include <capgraph/algorithm/density.hpp>
#include <capgraph/model/participation.hpp>
#include <capgraph/network/status_of.hpp>
#include <capgraph/query/co_investment_network.hpp>
#include <capgraph/query/state_backing.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

namespace capgraph::inline v0 {

namespace {

std::size_t num_retractions(view const& facts)
{
    std::size_t out = 0;
    for (auto const id : facts.records(record_kind::retraction)) {
        out += facts.statements_of(id).size();
    }
    return out;
}

void count_records(network_statistics& out, network const& n)
{
    auto const& facts = n.facts();
    out.statements = facts.num_statements() - num_retractions(facts);
    out.entities = n.entities().size();
    out.investors = n.investors().size();
    out.companies = n.companies().size();
    out.rounds = n.rounds().size();
    out.holdings = n.stakes().size();
    out.ties = num_edges(n.two_mode());
    out.participations =
        static_cast<std::size_t>(std::count_if(n.investments().begin(), n.investments().end(),
                                               [](investment const& i) { return !i.is_prior; }));
    for (auto const id : facts.records(record_kind::participation)) {
        auto const status = status_of(facts, facts.at<participation>(id));
        ++(status ? out.by_status[static_cast<std::size_t>(*status)] : out.without_status);
    }
}

double real(std::uint64_t count)
{
    return static_cast<double>(count);
}

/// Of the vertices [first, last) of a graph without loops and parallel edges.
degree_statistics degrees_of(csr_view g, std::size_t first, std::size_t last)
{
    degree_statistics out;
    std::uint64_t sum = 0;
    for (auto v = first; v < last; ++v) {
        auto const degree = g.degree(static_cast<std::uint32_t>(v));
        sum += degree;
        out.max = std::max(out.max, degree);
    }
    if (first < last) {
        out.mean = real(sum) / real(last - first);
    }
    return out;
}

community_statistics statistics_of(community_partition const& found)
{
    community_statistics out;
    out.modularity = found.modularity;
    for (auto const size : found.sizes) {
        if (size > 1) {
            ++out.count;
            out.largest = std::max(out.largest, static_cast<std::size_t>(size));
        }
    }
    return out;
}

/// The paths of three edges: from each edge, an end of another one at either end.
double paths_of_three(csr_view g, std::size_t first_side)
{
    double paths = 0.0;
    for (std::uint32_t u = 0; u < first_side; ++u) {
        for (auto const v : g.row(u)) {
            paths += (real(g.degree(u)) - 1.0) * (real(g.degree(v)) - 1.0);
        }
    }
    return paths;
}

two_mode_statistics two_mode_of(network const& n, run_options const& run)
{
    auto const& g = n.two_mode();
    auto const side = n.investors().size();
    two_mode_statistics out;
    out.investors = degrees_of(g.view(), 0, side);
    out.companies = degrees_of(g.view(), side, num_vertices(g));
    if (num_vertices(g) > 0) { // then there is one on either side
        out.density = density(g, {.first_side = side});
    }
    auto const parts = connected_components(g);
    out.components = parts.count();
    out.largest_component = parts.largest() ? parts.sizes[*parts.largest()] : 0;
    out.butterflies = butterflies(g, side, run).total;
    if (auto const paths = paths_of_three(g.view(), side); paths > 0.0) {
        out.clustering = 4.0 * real(out.butterflies) / paths;
    }
    out.degree_assortativity = degree_assortativity(g);
    out.communities = statistics_of(bipartite_communities(g, side, {}, run));
    return out;
}

void add_clustering(co_investment_statistics& out, csr_view g,
                    std::vector<std::uint64_t> const& triangles)
{
    double all_pairs = 0.0;
    double sum = 0.0;
    std::uint64_t corners = 0;
    for (std::uint32_t v = 0; v < g.num_vertices(); ++v) {
        auto const pairs = real(g.degree(v)) * (real(g.degree(v)) - 1.0) / 2.0;
        all_pairs += pairs;
        corners += triangles[v];
        sum += pairs > 0.0 ? real(triangles[v]) / pairs : 0.0;
    }
    out.triangles = corners / 3;
    if (all_pairs > 0.0) {
        out.transitivity = real(corners) / all_pairs;
    }
    if (g.num_vertices() > 0) {
        out.average_clustering = sum / real(g.num_vertices());
    }
}

/// Cut vertices are in several of the components that none holds together, bridges are two of them.
void add_cuts(co_investment_statistics& out, biconnected_partition const& parts,
              std::size_t vertex_count)
{
    std::vector<std::uint32_t> times(vertex_count, 0);
    for (auto const v : parts.members) {
        out.articulation_points += ++times[v] == 2 ? 1U : 0U;
    }
    for (std::size_t i = 0; i < parts.count(); ++i) {
        out.bridges += parts.row(i).size() == 2 ? 1U : 0U;
    }
}

std::optional<double> state_assortativity(network const& n, co_investment_network const& g)
{
    std::vector<std::uint32_t> labels;
    for (auto const member : g.members()) {
        labels.push_back(is_state(n, member, state_measure::labelled) ? 1U : 0U);
    }
    return categorical_assortativity(g, labels);
}

co_investment_statistics co_investment_of(network const& n, co_investment_scope const& scope,
                                          run_options const& run)
{
    auto const g = project_co_investment(n, scope, {}, run);
    auto const view = g.view();
    auto const size = view.num_vertices();
    co_investment_statistics out;
    out.pairs = num_edges(g);
    for (std::uint32_t v = 0; v < size; ++v) {
        out.tied += view.degree(v) > 0 ? 1U : 0U;
    }
    out.degrees = degrees_of(view, 0, size);
    if (size > 1) {
        out.density = density(g);
    }
    auto const parts = connected_components(g);
    out.components = parts.count();
    out.largest_component = parts.largest() ? parts.sizes[*parts.largest()] : 0;
    add_clustering(out, view, triangle_counts(g, run));
    out.degree_assortativity = degree_assortativity(g);
    out.state_assortativity = state_assortativity(n, g);
    for (auto const core : core_numbers(g, run)) {
        out.max_core = std::max(out.max_core, core);
    }
    add_cuts(out, biconnected_components(g, run), size);
    out.communities = statistics_of(communities(g, {}, run));
    return out;
}

} // namespace

network_statistics network_statistics_of(network const& n,
                                         network_statistics_options const& options,
                                         run_options const& run)
{
    network_statistics out;
    count_records(out, n);
    out.two_mode = two_mode_of(n, run);
    if (options.co_investment) {
        out.co_investment = co_investment_of(n, options.scope, run);
    }
    return out;
}

} // namespace capgraph::inline v0

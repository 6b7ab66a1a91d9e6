// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "scores.hpp"

#include "failure.hpp"
#include "listed.hpp"

#include <capgraph/algorithm/betweenness_centrality.hpp>
#include <capgraph/algorithm/closeness_centrality.hpp>
#include <capgraph/algorithm/core_numbers.hpp>
#include <capgraph/algorithm/degree_centrality.hpp>
#include <capgraph/algorithm/eigenvector_centrality.hpp>
#include <capgraph/algorithm/harmonic_centrality.hpp>
#include <capgraph/algorithm/katz_centrality.hpp>
#include <capgraph/algorithm/pagerank.hpp>
#include <capgraph/algorithm/strength.hpp>

#include <algorithm>
#include <string>

namespace capgraph::cli {

namespace {

/// The scales of a measure, its own first.
std::vector<scale_choice> scales_of(graph_choice graph, measure_choice measure)
{
    using enum scale_choice;
    auto const sided = graph == graph_choice::two_mode;
    switch (measure) {
    case measure_choice::degree:
        return sided ? std::vector{two_mode, others, none} : std::vector{others, none};
    case measure_choice::betweenness:
        return sided ? std::vector{two_mode, pairs, none} : std::vector{pairs, none};
    case measure_choice::eigenvector:
        return {euclidean, maximum};
    case measure_choice::closeness:
        return sided ? std::vector{two_mode, others} : std::vector{others};
    case measure_choice::harmonic:
        return {others, none};
    case measure_choice::katz:
        return {euclidean, none};
    case measure_choice::pagerank:
    case measure_choice::core_number:
    case measure_choice::strength:
        break;
    }
    return {none};
}

degree_normalization degree_scale(scale_choice scale)
{
    switch (scale) {
    case scale_choice::none:
        return degree_normalization::none;
    case scale_choice::two_mode:
        return degree_normalization::two_mode;
    default:
        return degree_normalization::others;
    }
}

betweenness_normalization betweenness_scale(scale_choice scale)
{
    switch (scale) {
    case scale_choice::none:
        return betweenness_normalization::none;
    case scale_choice::two_mode:
        return betweenness_normalization::two_mode;
    default:
        return betweenness_normalization::pairs;
    }
}

template <class Graph>
std::vector<double> scores(Graph const& g, std::size_t first_side, measure_choice measure,
                           scale_choice scale)
{
    switch (measure) {
    case measure_choice::strength:
        return strength(g);
    case measure_choice::betweenness:
        return betweenness_centrality(
            g, {.scale = betweenness_scale(scale), .first_side = first_side});
    case measure_choice::eigenvector:
        return eigenvector_centrality(g, {.scale = scale == scale_choice::maximum
                                                       ? eigenvector_normalization::maximum
                                                       : eigenvector_normalization::euclidean});
    case measure_choice::closeness:
        return closeness_centrality(g, {.scale = scale == scale_choice::two_mode
                                                     ? closeness_normalization::two_mode
                                                     : closeness_normalization::all,
                                        .first_side = first_side});
    case measure_choice::harmonic:
        return harmonic_centrality(g, {.scale = scale == scale_choice::none
                                                    ? harmonic_normalization::none
                                                    : harmonic_normalization::others});
    case measure_choice::pagerank:
        return pagerank(g);
    case measure_choice::katz:
        return katz_centrality(g, {.scale = scale == scale_choice::none
                                                ? katz_normalization::none
                                                : katz_normalization::euclidean});
    case measure_choice::core_number: {
        auto const cores = core_numbers(g);
        return {cores.begin(), cores.end()};
    }
    case measure_choice::degree:
        break;
    }
    return degree_centrality(g, {.scale = degree_scale(scale), .first_side = first_side});
}

} // namespace

scale_choice scale_of(graph_choice graph, measure_choice measure,
                      std::optional<scale_choice> chosen)
{
    auto const has = scales_of(graph, measure);
    if (!chosen) {
        return has.front();
    }
    if (std::find(has.begin(), has.end(), *chosen) == has.end()) {
        std::string list;
        for (auto const each : has) {
            append_listed(list, to_string(each), "|");
        }
        throw bad_usage{"--normalization: " + std::string{to_string(measure)} + " in the "
                        + std::string{to_string(graph)} + " graph has " + list + ", not "
                        + std::string{to_string(*chosen)}};
    }
    return *chosen;
}

std::vector<double> scores_of(co_investment_network const& g, measure_choice measure,
                              scale_choice scale)
{
    return scores(g, 0, measure, scale);
}

std::vector<double> scores_of(network const& n, measure_choice measure, scale_choice scale)
{
    return scores(n.two_mode(), n.investors().size(), measure, scale);
}

} // namespace capgraph::cli

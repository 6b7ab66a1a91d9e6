// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/betweenness_centrality.hpp>

#include "algorithm/arc_rows.hpp"
#include "algorithm/dependency_sums.hpp"
#include "algorithm/length_path_search.hpp"
#include "algorithm/reduced_betweenness.hpp"
#include "algorithm/shortest_path_search.hpp"
#include "algorithm/shortest_rows.hpp"
#include "algorithm/simple_rows.hpp"

#include <capgraph/run/memory_budget.hpp>

#include <cstddef>
#include <stdexcept>
#include <string>
#include <utility>

namespace capgraph::inline v0::detail {

namespace {

std::vector<double> scores_of(csr_view g, direction kind, betweenness_options const& options,
                              memory_budget& budget, checkpoint& check, run_options const& run)
{
    if (kind == direction::undirected) {
        if (auto found = reduced_betweenness(g, options, budget, check, run)) {
            return std::move(*found);
        }
    }
    return sum_over_sources<shortest_path_search>(g, options.endpoints, budget, check, run);
}

// The most unordered pairs that one of `own` vertices can lie between, with `other` on the other
// side (Borgatti and Everett 1997): all others of the own side hang on it, spread evenly.
double two_mode_maximum(std::uint64_t own, std::uint64_t other)
{
    if (own == 0 || other == 0) {
        return 0.0;
    }
    auto const each = (own - 1) / other;
    auto const m = static_cast<double>(other);
    auto const s = static_cast<double>(each);
    auto const t = static_cast<double>(own - 1 - each * other);
    return 0.5 * (m * m * (s + 1) * (s + 1) + m * (s + 1) * (2 * t - s - 1) - t * (2 * s - t + 3));
}

void divide(std::vector<double>& score, std::size_t first, std::size_t last, double divisor)
{
    for (auto v = first; v < last && divisor > 0.0; ++v) {
        score[v] /= divisor;
    }
}

void scale(std::vector<double>& score, direction kind, betweenness_options const& options)
{
    auto const n = score.size();
    auto const orders = kind == direction::undirected ? 2.0 : 1.0;
    divide(score, 0, n, orders);
    auto const others = options.endpoints ? 0U : 1U; // who is no end of a pair
    if (options.scale == betweenness_normalization::pairs && n > 1 + others) {
        divide(score, 0, n,
               static_cast<double>(n - others) * static_cast<double>(n - 1 - others) / orders);
    }
    if (options.scale == betweenness_normalization::two_mode) {
        auto const first = options.first_side;
        divide(score, 0, first, two_mode_maximum(first, n - first));
        divide(score, first, n, two_mode_maximum(n - first, first));
    }
}

} // namespace

std::vector<double> betweenness_centrality(csr_view g, direction kind,
                                           betweenness_options const& options,
                                           run_options const& run, std::uint64_t held)
{
    if (options.scale == betweenness_normalization::two_mode
        && (kind == direction::directed || options.endpoints)) {
        throw std::invalid_argument{"capgraph::betweenness_centrality: two_mode is for undirected "
                                    "graphs, and without endpoints"};
    }
    memory_budget budget{run.memory_budget};
    auto const held_charge = budget.charge(held);
    // The hopeless is refused before an arc is read: one sum and one thread are needed at least.
    static_cast<void>(
        budget.charge(g.num_vertices(), sizeof(double) + shortest_path_search<double>::space));
    checkpoint check{run, "betweenness centrality", g.num_vertices()};
    simple_rows const rows{g, budget, check};
    if (g.num_vertices() == 0) {
        check.finish();
        return {};
    }
    auto score = scores_of(rows.view(), kind, options, budget, check, run);
    scale(score, kind, options);
    check.finish();
    return score;
}

std::vector<double> betweenness_by_lengths(csr_view g, direction kind,
                                           betweenness_options const& options,
                                           run_options const& run, std::uint64_t held)
{
    constexpr auto name = "capgraph::betweenness_centrality";
    if (options.scale == betweenness_normalization::two_mode) {
        throw std::invalid_argument{std::string{name} + ": two_mode is for graphs without lengths"};
    }
    memory_budget budget{run.memory_budget};
    auto const held_charge = budget.charge(held);
    checkpoint quick{run, "checking lengths", 1};
    check_weights(g, allowed_weights::positive, name, quick);
    quick.finish();
    checkpoint check{run, "betweenness centrality", g.num_vertices()};
    shortest_rows const rows{g, budget, check};
    std::vector<double> score;
    if (g.num_vertices() != 0) {
        length_graph const lengths{rows.view(), tie_tolerance_of(rows.view(), check)};
        score =
            sum_over_sources<length_path_search>(lengths, options.endpoints, budget, check, run);
    }
    scale(score, kind, options);
    check.finish();
    return score;
}

} // namespace capgraph::inline v0::detail

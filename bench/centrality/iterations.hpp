// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

// What is found by iteration: beside peers as a whole, and by the time of one.

#include "centrality/limits.hpp"
#include "centrality/peers.hpp"
#include "centrality/ways.hpp"
#include "measure.hpp"

#include <capgraph/algorithm/eigenvector_centrality.hpp>
#include <capgraph/algorithm/katz_centrality.hpp>
#include <capgraph/algorithm/pagerank.hpp>
#include <capgraph/core/error.hpp>
#include <capgraph/graph/csr_graph.hpp>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace bench {

/// Of the difference of a long and a short run that are both refused for want of convergence.
inline double time_per_iteration(subject const& s, std::uint64_t few, std::uint64_t many,
                                 std::function<void(std::uint64_t)> const& iterate)
{
    std::vector<double> times;
    auto const time = [&](std::uint64_t count) {
        return time_of([&] {
            try {
                iterate(count);
            } catch (capgraph::error const&) { // not converged, as it was meant
            }
        });
    };
    for (int i = 0; i < 2 * s.repetitions + 1; ++i) {
        auto const less = time(few);
        times.push_back((time(many) - less) / static_cast<double>(many - few));
    }
    return median(times);
}

/// The median time of one of so many iterations.
inline double time_of_each(subject const& s, int count, std::function<void()> const& run)
{
    std::vector<double> times;
    for (int i = 0; i < s.repetitions; ++i) {
        times.push_back(time_of(run) / count);
    }
    return median(times);
}

inline void print_iteration(subject const& s, std::string const& measure, double ours,
                            std::vector<std::pair<std::string, double>> const& peers)
{
    std::printf("  %-18s capgraph %10.4f ms an iteration", measure.c_str(), ours);
    auto fastest = 1e300;
    for (auto const& [name, time] : peers) {
        std::printf(";  %s %.4f ms, %.2fx", name.c_str(), time, time / ours);
        fastest = std::min(fastest, time);
    }
    std::puts("");
    if (s.name == "real" && !peers.empty()) {
        print_target(measure + "." + s.name + ".iteration", fastest / ours, 1.0);
    }
}

inline void run_pagerank(subject const& s)
{
    constexpr int rounds = 160; // what is left is 5e-12 of what was wrong
    compare(
        s, "pagerank",
        {{"capgraph", [&] { return capgraph::pagerank(s.g, {.tolerance = 1e-10}, one_thread); }},
         {"igraph", [&] { return s.igraph.pagerank(); }, 1.0, false, igraph_peer::is_found}},
        s.name == "large" ? 2.0 : 0.0, 1.0);
    auto const n = static_cast<double>(num_vertices(s.g));
    plain_iteration const plain{0.85, 0.15 / n, 1.0 / n, true, rounds};
    auto const ours = time_per_iteration(s, 10, 60, [&](std::uint64_t count) {
        (void)capgraph::pagerank(s.g, {.tolerance = 1e-300, .max_iterations = count}, one_thread);
    });
    scores told;
    auto const boost = time_of_each(s, rounds, [&] { told = s.boost.pagerank(rounds); });
    scores looped;
    auto const loop = time_of_each(s, rounds, [&] { looped = plain(s.g); });
    print_iteration(s, "pagerank", ours, {{"Boost.Graph", boost}, {"plain loop", loop}});
    auto const found = capgraph::pagerank(s.g, {}, one_thread);
    must_be_small("pagerank, Boost.Graph", difference(found, told, 0.0));
    must_be_small("pagerank, plain loop", difference(found, looped, 0.0));
}

inline scores our_eigenvector(subject const& s)
{
    return capgraph::eigenvector_centrality(
        s.g, {.scale = capgraph::eigenvector_normalization::maximum}, one_thread);
}

inline void run_eigenvector(subject const& s)
{
    compare(s, "eigenvector",
            {{"capgraph", [&] { return our_eigenvector(s); }},
             {"igraph", [&] { return s.igraph.eigenvector().first; }, 1.0, false,
              igraph_peer::is_found}},
            s.name == "large" ? 2.0 : 0.0);
    auto const ours = time_per_iteration(s, 3, 9, [&](std::uint64_t count) {
        (void)capgraph::eigenvector_centrality(s.g, {.tolerance = 1e-300, .max_iterations = count},
                                               one_thread);
    });
    std::vector<std::pair<std::string, double>> peers;
    if (igraph_peer::is_found) {
        auto products = 1;
        auto const time = time_of_each(s, 1, [&] { products = s.igraph.eigenvector().second; });
        peers.emplace_back("igraph", time / products);
    }
    print_iteration(s, "eigenvector", ours, peers);
}

/// Of a unit vector.
inline double eigenvalue_of(capgraph::undirected_csr_graph const& g, scores const& x)
{
    auto over = 0.0;
    auto under = 0.0;
    for (std::uint32_t v = 0; v < x.size(); ++v) {
        for (auto const u : g.view().row(v)) {
            over += x[v] * x[u];
        }
        under += x[v] * x[v];
    }
    return over / under;
}

inline void run_katz(subject const& s)
{
    constexpr int rounds = 160;
    auto const alpha = 0.85 / eigenvalue_of(s.g, our_eigenvector(s));
    auto const katz = [&](double tolerance, std::uint64_t most) {
        return capgraph::katz_centrality(s.g,
                                         {.alpha = alpha,
                                          .scale = capgraph::katz_normalization::none,
                                          .tolerance = tolerance,
                                          .max_iterations = most},
                                         one_thread);
    };
    auto const ours =
        time_per_iteration(s, 10, 60, [&](std::uint64_t count) { (void)katz(1e-300, count); });
    plain_iteration const plain{alpha, 1.0, 1.0, false, rounds};
    scores looped;
    auto const loop = time_of_each(s, rounds, [&] { looped = plain(s.g); });
    print_iteration(s, "katz", ours, {{"plain loop", loop}});
    must_be_small("katz, plain loop", difference(katz(1e-12, 100'000), looped, 0.0));
}

} // namespace bench

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// How fast are the central found?
//
//     bench_centrality [REPETITIONS [SEED]]
//
// Asks three graphs, all unweighted and without isolated vertices: the co-investment network of
// Crunchbase's table of 2013 where it is found (real), one of a made up table ten times as large
// (large), and 10,000 vertices with 100,000 edges drawn alike (random). All of one run: capgraph,
// igraph where it is found, Boost.Graph, and the loop that anyone would write first. Graphs are
// made beforehand. Repetitions are interleaved, each beginning with another way; the figures are
// medians of processor time in one thread, but what takes seconds runs once. Two threads: the least
// of wall time and, as the machine may have others to serve, of the processor time of the busier.
//
// Answers must agree: no score may differ by more than 1e-9 of the highest (of 1 for PageRank,
// whose scores sum to 1: igraph stops at 1e-10). On the large graph the peers would take hours for
// shortest paths: they search from a few vertices, their time is scaled to all ("by so many"), and
// betweenness is checked by its sum, which that of distances tells. igraph tells how many products
// by the matrix it took for eigenvectors but not how often PageRank went around; for Katz by
// iteration there is no peer, so the loop stands in.
//
// "Arcs a second" is what one search a vertex would pass, by the time. The limit beside it is what
// reading a line of 64 bytes an arc takes, forth and back, from eight sources at once: what makes
// the graph smaller comes below it. AVX2 is not asked for apart from AVX-512: the library chooses.

#include "centrality/graphs.hpp"
#include "centrality/iterations.hpp"
#include "centrality/peers.hpp"
#include "centrality/ways.hpp"
#include "clocks.hpp"
#include "measure.hpp"
#include "projection/inputs.hpp"

#include <capgraph/algorithm/betweenness_centrality.hpp>
#include <capgraph/algorithm/closeness_centrality.hpp>
#include <capgraph/algorithm/clustering_coefficient.hpp>
#include <capgraph/algorithm/connected_components.hpp>
#include <capgraph/algorithm/core_numbers.hpp>
#include <capgraph/algorithm/harmonic_centrality.hpp>
#include <capgraph/algorithm/structural_holes.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <limits>
#include <numeric>
#include <vector>

namespace {

using bench::all_agree;
using bench::compare;
using bench::difference;
using bench::must_be_small;
using bench::one_thread;
using bench::print_target;
using bench::scores;
using bench::subject;

// ---- Shortest paths

scores our_betweenness(subject const& s, unsigned threads)
{
    return capgraph::betweenness_centrality(
        s.g, {.scale = capgraph::betweenness_normalization::none}, {.threads = threads});
}

/// The least of some runs with so many threads.
struct thread_times {
    unsigned threads;
    double wall = std::numeric_limits<double>::infinity();
    double busier = wall; ///< Processor time of the one of two that had more.
    scores told = {};

    void run(subject const& s)
    {
        auto const start = bench::wall_ms();
        auto mine = bench::thread_ms();
        auto all = bench::processor_ms();
        told = our_betweenness(s, threads);
        mine = bench::thread_ms() - mine;
        all = bench::processor_ms() - all;
        wall = std::min(wall, bench::wall_ms() - start);
        busier = std::min(busier, std::max(mine, all - mine));
    }
};

void compare_threads(subject const& s, int runs)
{
    thread_times one{.threads = 1};
    thread_times two{.threads = 2};
    for (int i = 0; i < runs; ++i) {
        one.run(s);
        two.run(s);
    }
    auto const is_same = one.told == two.told;
    std::printf(
        "  betweenness, ms of wall time: %.1f in one thread, %.1f in two; of processor time "
        "%.1f, and %.1f in the busier; %s\n",
        one.wall, two.wall, one.busier, two.busier, is_same ? "the same bytes" : "NOT THE SAME");
    all_agree = all_agree && is_same;
    print_target("two_threads." + s.name, one.wall / two.wall, 1.8);
    print_target("two_threads_busier." + s.name, one.busier / two.busier, 1.8);
}

void print_speed(subject const& s, double time)
{
    auto const batches = std::ceil(static_cast<double>(num_vertices(s.g)) / 8.0);
    std::printf("  betweenness: %.2f thousand million arcs a second; the limit of gathers is "
                "%.0f ms without reductions (%.2f ns a line)\n",
                s.arcs / time / 1e6, 2.0 * batches * s.line_time,
                1e6 * s.line_time / (2.0 * static_cast<double>(num_edges(s.g))));
}

/// Sums of betweenness over vertices and of d - 1 over pairs are one.
void check_sum(subject const& s, scores const& found)
{
    auto const closeness = capgraph::closeness_centrality(
        s.g, {.scale = capgraph::closeness_normalization::none}, one_thread);
    auto const parts = capgraph::connected_components(s.g);
    auto expected = 0.0;
    for (std::size_t v = 0; v < closeness.size(); ++v) {
        auto const others = static_cast<double>(parts.sizes[parts.component_of[v]] - 1);
        expected += (1.0 / closeness[v] - others) / 2.0;
    }
    auto const sum = std::accumulate(found.begin(), found.end(), 0.0);
    must_be_small("betweenness, its sum", std::abs(sum - expected) / expected);
}

void run_betweenness(subject const& s, double igraph_target, double boost_target)
{
    std::vector<bench::way> ways{
        {"capgraph", [&] { return our_betweenness(s, 1); }},
        {"igraph", [&] { return s.igraph.betweenness(); }, 1.0, true, bench::igraph_peer::is_found},
        {"Boost.Graph", [&] { return s.boost.betweenness(); }, 1.0, true}};
    bench::run_all(ways, std::min(s.repetitions, 5));
    auto const ours = ways[0].time();
    std::printf("  %-18s capgraph %10.2f ms", "betweenness", ours);
    for (std::size_t i = 1; i < ways.size(); ++i) {
        if (ways[i].is_found) {
            std::printf(";  %s %.0f ms, %.1fx", ways[i].name.c_str(), ways[i].time(),
                        ways[i].time() / ours);
        }
    }
    std::puts("");
    print_speed(s, ours);
    for (std::size_t i = 1; i < ways.size(); ++i) {
        if (ways[i].is_found) {
            must_be_small("betweenness, " + ways[i].name,
                          difference(ways[0].told, ways[i].told, 0.0));
            print_target("betweenness." + s.name + "." + ways[i].name, ways[i].time() / ours,
                         i == 1 ? igraph_target : boost_target);
        }
    }
    check_sum(s, ways[0].told);
    compare_threads(s, 5);
}

void run_large_betweenness(subject const& s)
{
    constexpr std::size_t sources = 20;
    scores found;
    auto const time = bench::time_of([&] { found = our_betweenness(s, 1); });
    std::printf("  %-18s capgraph %10.0f ms", "betweenness", time);
    if (bench::igraph_peer::is_found) {
        auto const part = bench::time_of([&] { (void)s.igraph.betweenness_from(sources); });
        auto const peer = part * static_cast<double>(num_vertices(s.g)) / sources;
        std::printf(";  igraph %.0f ms (by %zu sources), %.1fx", peer, sources, peer / time);
    }
    std::puts("");
    print_speed(s, time);
    check_sum(s, found);
}

void run_distances(subject const& s, double wanted, std::size_t count)
{
    auto const n = num_vertices(s.g);
    auto const asked = std::min(count, n);
    auto const scale = static_cast<double>(n) / static_cast<double>(asked);
    auto const is_found = bench::igraph_peer::is_found;
    compare(s, "harmonic",
            {{"capgraph", [&] { return capgraph::harmonic_centrality(s.g, {}, one_thread); }},
             {"igraph", [&] { return s.igraph.harmonic(asked); }, scale, true, is_found}},
            wanted);
    compare(s, "closeness",
            {{"capgraph",
              [&] {
                  return capgraph::closeness_centrality(
                      s.g, {.scale = capgraph::closeness_normalization::reached}, one_thread);
              }},
             {"igraph", [&] { return s.igraph.closeness(asked); }, scale, true, is_found}},
            wanted);
}

// ---- Neighbourhoods

scores our_constraint(subject const& s)
{
    scores out;
    for (auto const& each : capgraph::burt_constraint(s.g, one_thread)) {
        out.push_back(*each); // no vertex is isolated
    }
    return out;
}

void run_neighbourhoods(subject const& s, bool is_judged)
{
    auto const is_found = bench::igraph_peer::is_found;
    compare(s, "constraint",
            {{"capgraph", [&] { return our_constraint(s); }},
             {"igraph", [&] { return s.igraph.constraint(); }, 1.0, s.name == "large", is_found}},
            is_judged ? 4.0 : 0.0);
    compare(s, "clustering",
            {{"capgraph", [&] { return capgraph::clustering_coefficient(s.g, one_thread); }},
             {"igraph", [&] { return s.igraph.local_clustering(); }, 1.0, false, is_found}},
            is_judged ? 3.5 : 0.0);
    compare(
        s, "cores",
        {{"capgraph", [&] { return bench::as_scores(capgraph::core_numbers(s.g, one_thread)); }},
         {"igraph", [&] { return s.igraph.core_numbers(); }, 1.0, false, is_found},
         {"Boost.Graph", [&] { return s.boost.core_numbers(); }}},
        is_judged ? 1.5 : 0.0);
}

// ---- One graph

void run_subject(subject const& s, std::size_t sources)
{
    auto const is_real = s.name == "real";
    std::printf("%s: %zu vertices, %llu edges\n", s.name.c_str(),
                static_cast<std::size_t>(num_vertices(s.g)),
                static_cast<unsigned long long>(num_edges(s.g)));
    run_neighbourhoods(s, is_real);
    bench::run_pagerank(s);
    bench::run_eigenvector(s);
    bench::run_katz(s);
    run_distances(s, is_real ? 70.0 : 0.0, sources);
    if (s.name == "large") {
        run_large_betweenness(s);
    } else {
        run_betweenness(s, is_real ? 25.0 : 7.0, is_real ? 25.0 : 7.0);
    }
    std::fflush(stdout);
}

} // namespace

int main(int argc, char** argv)
try {
    auto const repetitions = std::max(argc > 1 ? std::atoi(argv[1]) : 7, 1);
    auto const seed = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1;
    constexpr auto all = static_cast<std::size_t>(-1);
    auto const* const path = "../shared/data/crunchbase-2013-investments/investments.csv";
    auto const real = bench::read_investments(path);
    if (real.investors == 0) {
        std::puts("real: skipped, there is no table");
    } else {
        run_subject({"real", bench::tied_investors(real), repetitions}, all);
    }
    run_subject({"random", bench::random_graph(10'000, 100'000, seed), repetitions}, all);
    auto const made = bench::two_mode_maker{160'000, seed}(214'000, 600'000);
    run_subject({"large", bench::tied_investors(made), std::min(repetitions, 3)}, 100);
    if (!all_agree) {
        std::puts("answers DISAGREE");
    }
    return all_agree ? 0 : 1;
} catch (std::exception const& e) {
    std::fprintf(stderr, "bench_centrality: %s\n", e.what());
    return 1;
}

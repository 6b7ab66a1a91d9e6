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
#include "centrality/limits.hpp"
#include "centrality/peers.hpp"
#include "clocks.hpp"
#include "measure.hpp"
#include "projection/inputs.hpp"

#include <capgraph/algorithm/betweenness_centrality.hpp>
#include <capgraph/algorithm/closeness_centrality.hpp>
#include <capgraph/algorithm/clustering_coefficient.hpp>
#include <capgraph/algorithm/core_numbers.hpp>
#include <capgraph/algorithm/eigenvector_centrality.hpp>
#include <capgraph/algorithm/harmonic_centrality.hpp>
#include <capgraph/algorithm/katz_centrality.hpp>
#include <capgraph/algorithm/pagerank.hpp>
#include <capgraph/algorithm/structural_holes.hpp>
#include <capgraph/core/error.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <functional>
#include <limits>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

namespace {

using bench::scores;
using capgraph::undirected_csr_graph;

capgraph::run_options const one_thread{.threads = 1};
auto all_agree = true;

// ---- One question, asked in several ways

/// One way to the answer.
struct way {
    std::string name;
    std::function<scores()> ask;
    double scale = 1.0;   ///< What part of the work is left out: its time counts so often.
    bool is_slow = false; ///< Run once, not as often as the others.
    bool is_found = true;
    std::vector<double> times = {};
    scores told = {};

    [[nodiscard]] double time() const { return bench::median(times); }
};

/// The greatest difference, over the entries that both have, by `unit`, 0 for the highest.
double difference(scores const& a, scores const& b, double unit)
{
    auto most = 0.0;
    for (std::size_t v = 0; v < std::min(a.size(), b.size()); ++v) {
        most = std::max(most, std::abs(a[v] - b[v]));
    }
    return most / (unit > 0.0 ? unit : *std::ranges::max_element(a));
}

void must_be_small(std::string const& what, double error)
{
    if (!(error <= 1e-9)) {
        std::printf("  %s DISAGREES by %.1e\n", what.c_str(), error);
        all_agree = false;
    }
}

/// A graph, and how it is asked.
struct subject {
    std::string name;
    undirected_csr_graph g;
    int repetitions = 1;
    bench::igraph_peer igraph{g};
    bench::boost_peer boost{g};
    double arcs = bench::traversed_arcs(g);
    double line_time = bench::gather_time(g);
};

void print_target(std::string const& what, double ratio, double wanted)
{
    std::printf("target: centrality.%s %.2f %.2f\n", what.c_str(), ratio, wanted);
}

void run_all(std::vector<way>& ways, int repetitions)
{
    for (int i = 0; i < repetitions; ++i) {
        for (std::size_t j = 0; j < ways.size(); ++j) {
            auto& each = ways[(static_cast<std::size_t>(i) + j) % ways.size()];
            if (each.is_found && (!each.is_slow || i == 0)) {
                each.times.push_back(each.scale * bench::time_of([&] { each.told = each.ask(); }));
            }
        }
    }
}

/// Runs and prints them; the first is ours. `wanted`: the ratio to reach beside each peer, 0 for
/// none.
void compare(subject const& s, std::string const& measure, std::vector<way> ways, double wanted,
             double unit = 0.0)
{
    run_all(ways, s.repetitions);
    auto const& ours = ways.front();
    std::printf("  %-18s capgraph %10.2f ms", measure.c_str(), ours.time());
    for (auto const& each : ways) {
        if (&each != &ours && each.is_found) {
            std::printf(";  %s %.2f ms%s, %.1fx", each.name.c_str(), each.time(),
                        each.scale > 1.0 ? " (scaled)" : "", each.time() / ours.time());
        }
    }
    std::puts("");
    for (auto const& each : ways) {
        if (&each != &ours && each.is_found) {
            if (!each.told.empty()) {
                must_be_small(measure + ", " + each.name, difference(ours.told, each.told, unit));
            }
            if (wanted > 0.0) {
                print_target(measure + "." + s.name + "." + each.name, each.time() / ours.time(),
                             wanted);
            }
        }
    }
}

template <class Value>
scores as_scores(std::vector<Value> const& from)
{
    return scores(from.begin(), from.end());
}

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
    std::vector<way> ways{
        {"capgraph", [&] { return our_betweenness(s, 1); }},
        {"igraph", [&] { return s.igraph.betweenness(); }, 1.0, true, bench::igraph_peer::is_found},
        {"Boost.Graph", [&] { return s.boost.betweenness(); }, 1.0, true}};
    run_all(ways, std::min(s.repetitions, 5));
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
    compare(s, "cores",
            {{"capgraph", [&] { return as_scores(capgraph::core_numbers(s.g, one_thread)); }},
             {"igraph", [&] { return s.igraph.core_numbers(); }, 1.0, false, is_found},
             {"Boost.Graph", [&] { return s.boost.core_numbers(); }}},
            is_judged ? 1.5 : 0.0);
}

// ---- Iterations

/// Of the difference of a long and a short run that are both refused for want of convergence.
double time_per_iteration(subject const& s, std::uint64_t few, std::uint64_t many,
                          std::function<void(std::uint64_t)> const& iterate)
{
    std::vector<double> times;
    auto const time = [&](std::uint64_t count) {
        return bench::time_of([&] {
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
    return bench::median(times);
}

/// The median time of one of so many iterations.
double time_of_each(subject const& s, int count, std::function<void()> const& run)
{
    std::vector<double> times;
    for (int i = 0; i < s.repetitions; ++i) {
        times.push_back(bench::time_of(run) / count);
    }
    return bench::median(times);
}

void print_iteration(subject const& s, std::string const& measure, double ours,
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

void run_pagerank(subject const& s)
{
    constexpr int rounds = 160; // what is left is 5e-12 of what was wrong
    compare(
        s, "pagerank",
        {{"capgraph", [&] { return capgraph::pagerank(s.g, {.tolerance = 1e-10}, one_thread); }},
         {"igraph", [&] { return s.igraph.pagerank(); }, 1.0, false, bench::igraph_peer::is_found}},
        s.name == "large" ? 2.0 : 0.0, 1.0);
    auto const n = static_cast<double>(num_vertices(s.g));
    bench::plain_iteration const plain{0.85, 0.15 / n, 1.0 / n, true, rounds};
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

scores our_eigenvector(subject const& s)
{
    return capgraph::eigenvector_centrality(
        s.g, {.scale = capgraph::eigenvector_normalization::maximum}, one_thread);
}

void run_eigenvector(subject const& s)
{
    compare(s, "eigenvector",
            {{"capgraph", [&] { return our_eigenvector(s); }},
             {"igraph", [&] { return s.igraph.eigenvector().first; }, 1.0, false,
              bench::igraph_peer::is_found}},
            s.name == "large" ? 2.0 : 0.0);
    auto const ours = time_per_iteration(s, 3, 9, [&](std::uint64_t count) {
        (void)capgraph::eigenvector_centrality(s.g, {.tolerance = 1e-300, .max_iterations = count},
                                               one_thread);
    });
    std::vector<std::pair<std::string, double>> peers;
    if (bench::igraph_peer::is_found) {
        auto products = 1;
        auto const time = time_of_each(s, 1, [&] { products = s.igraph.eigenvector().second; });
        peers.emplace_back("igraph", time / products);
    }
    print_iteration(s, "eigenvector", ours, peers);
}

/// Of a unit vector.
double eigenvalue_of(undirected_csr_graph const& g, scores const& x)
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

void run_katz(subject const& s)
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
    bench::plain_iteration const plain{alpha, 1.0, 1.0, false, rounds};
    scores looped;
    auto const loop = time_of_each(s, rounds, [&] { looped = plain(s.g); });
    print_iteration(s, "katz", ours, {{"plain loop", loop}});
    must_be_small("katz, plain loop", difference(katz(1e-12, 100'000), looped, 0.0));
}

// ---- One graph

void run_subject(subject const& s, std::size_t sources)
{
    auto const is_real = s.name == "real";
    std::printf("%s: %zu vertices, %llu edges\n", s.name.c_str(),
                static_cast<std::size_t>(num_vertices(s.g)),
                static_cast<unsigned long long>(num_edges(s.g)));
    run_neighbourhoods(s, is_real);
    run_pagerank(s);
    run_eigenvector(s);
    run_katz(s);
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

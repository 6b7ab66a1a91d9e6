// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// How fast is who invests with whom found, and in how much memory?
//
//     bench_projection [REPETITIONS [SEED]]
//
// Makes up investors and companies (4.6 million ties with 16.5 million pairs; 9.5 million with 37
// million; a million investors), takes Crunchbase's of 2013 where its table is found, and counts in
// one run what each two share: with capgraph, with SuiteSparse:GraphBLAS, Eigen and igraph where
// they are found, by Gustavson's accumulator and by a hash table. Answers must be equal: the number
// of pairs, what they share, and a checksum. Repetitions are interleaved; the figures are medians
// of processor time in one thread (two threads: the least of wall time, as the machine may have
// others to serve). Matrices, graphs and indices are made beforehand and counted apart. SciPy,
// slower than GraphBLAS and Eigen where they were tried, needs Python, and is left out.
//
// "Pairs kept" is each pair once, in no order; "the graph" has both directions, rows ascending,
// with weights of 8 bytes. It takes 24 bytes a pair: 378 MiB for 16.5 million, more than half of
// what GraphBLAS takes for the upper triangle, so that this goal can't be met by what is returned.

#include "measure.hpp"
#include "process.hpp"
#include "projection/inputs.hpp"
#include "projection/ours.hpp"
#include "projection/peers.hpp"
#include "projection/plain.hpp"

#include <capgraph/algorithm/projection.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <functional>
#include <limits>
#include <string>
#include <vector>

namespace {

using bench::answer;
using bench::parts;
using bench::two_mode;

constexpr double mebi = 1024.0 * 1024.0;

std::uint64_t volatile black_hole = 0; // whatever is added here must be computed

void target(std::string const& name, double ratio, double wanted)
{
    std::printf("target: projection.%s %.2f %.2f\n", name.c_str(), ratio, wanted);
}

// ---- Ways, side by side

/// One way to the answer.
struct way {
    std::string name;
    bool is_found = true;
    bool is_slow = false; ///< Run once, not as often as the others.
    std::function<parts()> run;
    std::function<answer()> told = {}; ///< Empty where there is none to check.
    std::function<void()> drop = [] {};
    std::vector<double> firsts = {};
    std::vector<double> seconds = {};
    std::vector<double> sums = {};

    [[nodiscard]] double first() const { return bench::median(firsts); }
    [[nodiscard]] double second() const { return bench::median(seconds); }
    [[nodiscard]] double sum() const { return bench::median(sums); }
};

/// Runs all, each repetition beginning with another; what they keep is dropped in between. Whether
/// all agree with what is expected.
bool run_all(std::vector<way>& ways, int repetitions, answer const& expected)
{
    auto all_agree = true;
    for (int i = 0; i < repetitions; ++i) {
        for (std::size_t j = 0; j < ways.size(); ++j) {
            auto& w = ways[(static_cast<std::size_t>(i) + j) % ways.size()];
            if (!w.is_found || (w.is_slow && i != 0)) {
                continue;
            }
            auto const t = w.run();
            w.firsts.push_back(t.first);
            w.seconds.push_back(t.second);
            w.sums.push_back(t.sum());
            if (i == 0 && w.told && w.told() != expected) {
                std::printf("WRONG: %s\n", w.name.c_str());
                all_agree = false;
            }
            w.drop();
        }
    }
    return all_agree;
}

template <class Work>
parts ours(Work const& work)
{
    return bench::parts_of(bench::processor_ms, 1, work);
}

template <class Peer>
way way_of(std::string name, Peer& peer, bool is_slow)
{
    return {std::move(name),
            Peer::is_found,
            is_slow,
            [&] { return peer(); },
            [&] { return peer.told(); },
            [&] { peer.drop(); }};
}

// ---- One input

struct subject {
    explicit subject(two_mode made)
        : all{std::move(made)}, plain{all}, sizes(all.investors), ones(all.investors, 1U)
    {
        for (auto const v : all.members) {
            ++sizes[v];
        }
        expected = plain(false).told();
    }

    two_mode all;
    bench::gustavson plain;
    std::vector<std::uint32_t> sizes; ///< Companies of each investor.
    std::vector<std::uint32_t> ones;
    answer expected;
};

/// What the answers of one input are kept in.
struct kept {
    explicit kept(subject const& s) : pairs{s.expected.pairs} {}

    bench::pair_keeper pairs;
    std::uint64_t count = 0;
    capgraph::packed_graph graph;
    bench::kept_pairs plain;
    bench::pair_counts hashed;
};

/// Ours: counted, kept, as a graph.
void add_ours(std::vector<way>& ways, subject const& s, kept& k)
{
    auto const& all = s.all;
    ways.push_back({"ours: pairs counted", true, false, [&] {
                        return ours([&](auto const& run) {
                            k.count =
                                capgraph::num_projected_pairs(all.investors, all.groups(), run);
                        });
                    }});
    ways.push_back({"ours: pairs kept", true, false,
                    [&] { return ours([&](auto const& run) { k.pairs(all, run); }); },
                    [&] { return k.pairs.told(); }});
    ways.push_back({"ours: the graph", true, false,
                    [&] {
                        return ours([&](auto const& run) {
                            k.graph = capgraph::projection(all.investors, all.groups(), {}, run);
                        });
                    },
                    [&] { return bench::told(k.graph); }, [&] { k.graph = {}; }});
}

void add_plain(std::vector<way>& ways, subject const& s, kept& k, bool is_slow)
{
    auto const gustavson = [&](std::string name, bool is_sorted) {
        ways.push_back({std::move(name), true, false,
                        [&, is_sorted] {
                            return parts{bench::time_of([&] { k.plain = s.plain(is_sorted); })};
                        },
                        [&] { return k.plain.told(); }, [&] { k.plain = {}; }});
    };
    gustavson("Gustavson's accumulator", false);
    gustavson("  with std::sort", true);
    auto const hashed = [&] {
        answer out;
        for (auto const& [pair, count] : k.hashed) {
            out.add(pair >> 32U, pair & 0xFFFFFFFFU, count);
        }
        return out;
    };
    ways.push_back({"a hash table", true, is_slow,
                    [&] { return parts{bench::time_of([&] { k.hashed = count_by_hash(s.all); })}; },
                    hashed, [&] { k.hashed = {}; }});
}

void add_limits(std::vector<way>& ways, subject const& s, kept& k)
{
    ways.push_back({"limit: a gather for each meeting", true, false, [&] {
                        return parts{bench::time_of([&] {
                            black_hole = black_hole + bench::gather_meetings(s.all, s.ones);
                        })};
                    }});
    ways.push_back({"limit: the graph's bytes written",
                    true,
                    false,
                    [&] {
                        k.graph.targets.resize(2 * s.expected.pairs); // untimed: gets the memory
                        k.graph.weights.resize(2 * s.expected.pairs);
                        return parts{bench::time_of([&] {
                            std::fill(k.graph.targets.begin(), k.graph.targets.end(), 1U);
                            std::fill(k.graph.weights.begin(), k.graph.weights.end(), 1.0);
                        })};
                    },
                    {},
                    [&] { k.graph = {}; }});
}

void print(std::vector<way> const& ways, double gathers_per_ms)
{
    auto const kernel = ways[1].second();
    auto const graph = ways[2].second();
    std::printf("%-34s %9s %9s %12s %11s\n", "", "ms", "before", "x pairs kept", "x the graph");
    for (auto const& w : ways) {
        if (!w.is_found) {
            std::printf("%-34s   skipped: not found\n", w.name.c_str());
            continue;
        }
        auto const is_ours = w.name.starts_with("ours");
        auto const ms = is_ours ? w.second() : w.sum();
        std::printf("%-34s %9.2f %9s %12.2f %11.2f\n", w.name.c_str(), ms,
                    is_ours ? std::to_string(w.first()).substr(0, 6).c_str() : "", ms / kernel,
                    ms / graph);
    }
    std::printf("gathers: %.0f million a second\n", gathers_per_ms / 1000.0);
}

/// Peers that return both directions, in order, against the graph; those who return pairs once
/// against the pairs kept.
void print_targets(std::vector<way> const& ways, std::string const& size, bool is_large)
{
    auto const kernel = ways[1].second();
    auto const graph = ways[2].second();
    auto const peer = [&](std::size_t i, char const* name) {
        if (ways[i].is_found) {
            target(std::string{name} + "_over_pairs_" + size, ways[i].sum() / kernel,
                   is_large ? 15.0 : 10.0);
            target(std::string{name} + "_product_over_graph_" + size, ways[i].first() / graph,
                   is_large ? 6.0 : 1.0);
        }
    };
    peer(3, "graphblas");
    peer(4, "eigen");
    if (ways[5].is_found) {
        target("igraph_over_pairs_" + size, ways[5].sum() / kernel, is_large ? 50.0 : 10.0);
    }
    std::printf("\n");
}

bool measure_peers(subject const& s, std::string const& size, int repetitions, bool is_large)
{
    kept k{s};
    bench::graphblas_peer graphblas{s.all};
    bench::eigen_peer eigen{s.all};
    bench::igraph_peer igraph{s.all};
    std::vector<way> ways;
    add_ours(ways, s, k);
    ways.push_back(way_of("SuiteSparse:GraphBLAS", graphblas, false));
    ways.push_back(way_of("Eigen", eigen, false));
    ways.push_back(way_of("igraph", igraph, is_large));
    add_plain(ways, s, k, is_large);
    add_limits(ways, s, k);
    auto is_right = run_all(ways, repetitions, s.expected);
    is_right = is_right && k.count == s.expected.pairs;
    print(ways, static_cast<double>(s.all.meetings()) / ways[9].sum());
    std::printf("answers: %s\n\n", is_right ? "equal" : "DIFFER");
    print_targets(ways, size, is_large);
    return is_right;
}

/// Each weight, in processor time of the whole, over plain counts.
void measure_weights(subject const& s, std::string const& size, int repetitions)
{
    std::vector<way> ways;
    capgraph::packed_graph graph;
    for (std::size_t i = 0; i < bench::weight_names.size(); ++i) {
        ways.push_back({bench::weight_names[i],
                        true,
                        false,
                        [&, i] {
                            return ours([&](auto const& run) {
                                auto const w = static_cast<bench::weight>(i);
                                graph = bench::weigh(s.all, s.sizes, w, run);
                            });
                        },
                        {},
                        [&] { graph = {}; }});
    }
    run_all(ways, repetitions, {});
    std::printf("weights, index and all: ms\n");
    for (auto const& w : ways) {
        std::printf("  %-20s %9.2f\n", w.name.c_str(), w.sum());
    }
    for (std::size_t i = 1; i < ways.size(); ++i) {
        target("1.3_plain_over_" + ways[i].name + "_" + size,
               1.3 * ways.front().sum() / ways[i].sum(), 1.0);
    }
    std::printf("\n");
}

/// The least time of what follows the index, in one and in two threads: wall time and, of two that
/// have others to give way to, the processor time of the one that was busier, no more than which
/// free processors would take if both were busy throughout.
template <class Work>
void measure_threads(std::string const& name, int repetitions, Work const& work)
{
    constexpr auto never = std::numeric_limits<double>::infinity();
    double wall[]{never, never};
    double busier[]{never, never};
    for (int i = 0; i < 2 * repetitions; ++i) {
        auto const two = static_cast<unsigned>(i % 2);
        auto const threads = two + 1;
        auto all = 0.0;
        auto mine = 0.0;
        auto const t = bench::parts_of(bench::wall_ms, threads, [&](auto const& run) {
            auto timed = run;
            timed.progress = [&](auto const& report) {
                run.progress(report);
                mine = report.fraction == 0.0 ? bench::thread_ms() : mine;
                all = report.fraction == 0.0 ? bench::processor_ms() : all;
            };
            work(timed);
            mine = bench::thread_ms() - mine;
            all = bench::processor_ms() - all;
        });
        wall[two] = std::min(wall[two], t.second);
        busier[two] = std::min(busier[two], std::max(mine, all - mine));
    }
    std::printf("%s: ms of wall time %.2f in one thread, %.2f in two; of processor time %.2f, and "
                "%.2f in the busier\n",
                name.c_str(), wall[0], wall[1], busier[0], busier[1]);
    target("two_threads_" + name, wall[0] / wall[1], 1.7);
    target("two_threads_busier_" + name, busier[0] / busier[1], 1.7);
}

void measure_threads(subject const& s, std::string const& size, int repetitions)
{
    auto const& all = s.all;
    measure_threads("counted_" + size, repetitions, [&](auto const& run) {
        black_hole = black_hole + capgraph::num_projected_pairs(all.investors, all.groups(), run);
    });
    measure_threads("graph_" + size, repetitions, [&](auto const& run) {
        auto const g = capgraph::projection(all.investors, all.groups(), {}, run);
        black_hole = black_hole + g.targets.size();
    });
    std::printf("\n");
}

// ---- Memory

/// How much more than the input is resident at the most, in MiB, while `work` runs.
double memory_of(std::function<void()> const& work)
{
    bench::resident_trimmed(); // lest what was freed here count as the most there
    return bench::in_child([&] {
        auto const before = bench::resident_trimmed();
        work();
        return static_cast<double>(bench::memory_status("VmHWM") - before) / mebi;
    });
}

void measure_memory(subject const& s, std::string const& size)
{
    auto const& all = s.all;
    capgraph::run_options const one{.threads = 1};
    auto const pairs = memory_of([&] {
        bench::pair_keeper keep{s.expected.pairs};
        keep(all, one);
    });
    auto const graph = memory_of([&] {
        auto const g = capgraph::projection(all.investors, all.groups(), {}, one);
        black_hole = black_hole + g.targets.size();
    });
    auto const two = memory_of([&] {
        auto const g = capgraph::projection(all.investors, all.groups(), {}, {.threads = 2});
        black_hole = black_hole + g.targets.size();
    });
    std::printf("peak memory beside the input, index and all: MiB\n  pairs kept %.0f; the graph "
                "%.0f (in two threads %.0f), of which it is %.0f itself\n",
                pairs, graph, two, 24.0 * static_cast<double>(s.expected.pairs) / mebi);
    if (bench::graphblas_peer::is_found) {
        auto const theirs = memory_of([&] { bench::graphblas_peer{all}(); });
        std::printf("  SuiteSparse:GraphBLAS %.0f\n", theirs);
        target("graphblas_third_over_pairs_memory_" + size, theirs / 3.0 / pairs, 1.0);
        target("graphblas_half_over_graph_memory_" + size, theirs / 2.0 / graph, 1.0);
    }
    std::printf("\n");
}

// ---- All

void print_head(subject const& s, char const* name)
{
    std::printf("-- %s: %zu investors, %zu companies, %zu ties, %llu meetings, %llu pairs\n", name,
                s.all.investors, s.all.offsets.size() - 1, s.all.members.size(),
                static_cast<unsigned long long>(s.all.meetings()),
                static_cast<unsigned long long>(s.expected.pairs));
}

bool measure_made_up(std::size_t investors, std::size_t ties, std::uint64_t seed,
                     std::string const& size, int repetitions)
{
    subject const s{bench::two_mode_maker{investors, seed}(1'000'000, ties)};
    print_head(s, "made up");
    measure_memory(s, size); // first, as it starts processes
    auto const is_right = measure_peers(s, size, repetitions, true);
    measure_weights(s, size, repetitions);
    measure_threads(s, size, 2 * repetitions);
    return is_right;
}

bool measure_real(int repetitions)
{
    auto const* const path = "../shared/data/crunchbase-2013-investments/investments.csv";
    auto made = bench::read_investments(path);
    if (made.members.empty()) {
        std::printf("-- real: skipped, there is no %s\n\n", path);
        return true;
    }
    subject const s{std::move(made)};
    print_head(s, "real, Crunchbase 2013");
    auto const is_right = measure_peers(s, "real", repetitions, false);
    measure_weights(s, "real", repetitions);
    return is_right;
}

/// Where the row of sums leaves the cache.
bool measure_many(std::uint64_t seed, int repetitions)
{
    subject const s{bench::two_mode_maker{1'000'000, seed}(1'000'000, 5'000'000)};
    print_head(s, "made up, many investors");
    kept k{s};
    std::vector<way> ways;
    add_ours(ways, s, k);
    add_plain(ways, s, k, true);
    add_limits(ways, s, k);
    auto const is_right = run_all(ways, repetitions, s.expected);
    print(ways, static_cast<double>(s.all.meetings()) / ways[6].sum());
    std::printf("answers: %s\n\n", is_right ? "equal" : "DIFFER");
    target("gustavson_over_pairs_1m_investors", ways[3].sum() / ways[1].second(), 5.0);
    target("sorted_gustavson_over_pairs_1m_investors", ways[4].sum() / ways[1].second(), 5.0);
    std::printf("\n");
    return is_right;
}

int run(int argc, char** argv)
{
    auto const number = [&](int i, std::uint64_t fallback) {
        return i < argc ? std::strtoull(argv[i], nullptr, 10) : fallback;
    };
    auto const repetitions = std::max(static_cast<int>(number(1, 3)), 1);
    auto const seed = number(2, 1);
    std::printf("milliseconds of processor time in one thread, medians of %d interleaved "
                "repetitions\n(hash table and igraph on what is made up: once); instruction set: "
                "x86-64's baseline (SSE2), no vectors:\nthe figure for AVX2 is the same\n\n",
                repetitions);
    auto is_right = measure_real(10 * repetitions + 1);
    is_right = measure_made_up(100'000, 5'000'000, seed, "5m", repetitions) && is_right;
    is_right = measure_many(seed, repetitions) && is_right;
    is_right = measure_made_up(20'000, 10'000'000, seed + 2, "10m", repetitions) && is_right;
    return is_right ? EXIT_SUCCESS : EXIT_FAILURE;
}

} // namespace

int main(int argc, char** argv)
{
    std::setvbuf(stdout, nullptr, _IOLBF, BUFSIZ); // it takes long: show what is known
    try {
        return run(argc, argv);
    } catch (std::exception const& e) {
        std::fprintf(stderr, "bench_projection: %s\n", e.what());
        return EXIT_FAILURE;
    }
}

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// How fast are communities found, and how good are they?
//
//     bench_communities [REPETITIONS [SEED]]
//
// Takes the co-investment network of Crunchbase's table of 2013 where it is found, and one made up
// (100,000 investors, a million ties), unweighted, and looks for communities of high modularity: by
// capgraph, in one round and in the usual three, and by igraph's multilevel method where it is
// found. All of one run; repetitions are interleaved, each with a seed of its own, and the figures
// are medians of processor time in one thread. Graphs are made beforehand. The modularity of each
// partition is told by capgraph, and must be what its finder says.

#include "igraph_graph.hpp"
#include "measure.hpp"
#include "projection/inputs.hpp"

#include <capgraph/algorithm/communities.hpp>
#include <capgraph/algorithm/modularity.hpp>
#include <capgraph/algorithm/projection.hpp>
#include <capgraph/graph/csr_graph.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace {

using capgraph::undirected_csr_graph;

/// One way to find them, and what it found in each repetition.
struct tally {
    std::vector<double> times;
    std::vector<double> modularities;

    void add(double time, double modularity)
    {
        times.push_back(time);
        modularities.push_back(modularity);
    }
    [[nodiscard]] double time() const { return bench::median(times); }
    [[nodiscard]] double modularity() const { return bench::median(modularities); }
    void print(char const* name) const
    {
        auto const [least, most] = std::ranges::minmax(modularities);
        std::printf("  %-24s %9.1f ms   modularity %.4f (%.4f to %.4f)\n", name, time(),
                    modularity(), least, most);
    }
};

void must_agree(double told, double found)
{
    if (!(std::abs(told - found) < 1e-9)) {
        throw std::runtime_error{"a modularity is not what its finder says"};
    }
}

void run_ours(tally& into, undirected_csr_graph const& g, std::uint32_t rounds, std::uint64_t seed)
{
    capgraph::community_partition found;
    auto const time = bench::time_of([&] {
        found = capgraph::communities(g, {.rounds = rounds}, {.threads = 1, .seed = seed});
    });
    must_agree(*found.modularity, *capgraph::modularity(g, found.community_of));
    into.add(time, *found.modularity);
}

#ifdef BENCH_IGRAPH
class igraph_peer {
public:
    explicit igraph_peer(undirected_csr_graph const& g) : graph_{g} {}

    void run(tally& into, undirected_csr_graph const& g, std::uint64_t seed)
    {
        igraph_vector_int_t membership;
        igraph_vector_t levels;
        bench::check_igraph(igraph_vector_int_init(&membership, 0));
        bench::check_igraph(igraph_vector_init(&levels, 0));
        bench::check_igraph(igraph_rng_seed(igraph_rng_default(), seed));
        auto const time = bench::time_of([&] {
            bench::check_igraph(igraph_community_multilevel(graph_.get(), nullptr, 1.0, &membership,
                                                            nullptr, &levels));
        });
        std::vector<std::uint32_t> found;
        for (std::size_t v = 0; v < num_vertices(g); ++v) {
            found.push_back(
                static_cast<std::uint32_t>(VECTOR(membership)[static_cast<igraph_integer_t>(v)]));
        }
        auto const modularity = *capgraph::modularity(g, found);
        must_agree(igraph_vector_max(&levels), modularity);
        into.add(time, modularity);
        igraph_vector_destroy(&levels);
        igraph_vector_int_destroy(&membership);
    }

private:
    bench::igraph_graph graph_;
};
#endif

void run_all(std::string const& name, bench::two_mode const& made, int repetitions,
             std::uint64_t seed)
{
    auto rows = capgraph::projection(made.investors, made.groups());
    rows.weights.clear();
    auto const g = undirected_csr_graph::from_rows(std::move(rows));
    std::printf("%s: %zu investors, %llu pairs\n", name.c_str(),
                static_cast<std::size_t>(num_vertices(g)),
                static_cast<unsigned long long>(num_edges(g)));
    tally once;
    tally usual;
    tally peer;
#ifdef BENCH_IGRAPH
    igraph_peer igraph{g};
#endif
    for (int i = 0; i < repetitions; ++i) {
        auto const own = seed + static_cast<std::uint64_t>(i);
        run_ours(once, g, 1, own);
        run_ours(usual, g, 3, own);
#ifdef BENCH_IGRAPH
        igraph.run(peer, g, own);
#endif
    }
    once.print("capgraph, one round");
    usual.print("capgraph, three rounds");
    if (!peer.times.empty()) {
        peer.print("igraph, multilevel");
        std::printf("target: communities.%s.time %.2f %.2f\n", name.c_str(),
                    peer.time() / usual.time(), 170.0 / 66.0);
    }
    if (name == "real") {
        std::printf("target: communities.real.modularity %.4f 0.472\n", usual.modularity());
    }
}

} // namespace

int main(int argc, char** argv)
try {
    auto const repetitions = std::max(argc > 1 ? std::atoi(argv[1]) : 7, 1);
    auto const seed = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1;
    auto const* const path = "../shared/data/crunchbase-2013-investments/investments.csv";
    auto const real = bench::read_investments(path);
    if (real.investors == 0) {
        std::puts("real: skipped, there is no table");
    } else {
        run_all("real", real, repetitions, seed);
    }
    run_all("made_up", bench::two_mode_maker{100'000, seed}(200'000, 1'000'000), repetitions, seed);
    return 0;
} catch (std::exception const& e) {
    std::fprintf(stderr, "bench_communities: %s\n", e.what());
    return 1;
}

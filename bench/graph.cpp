// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// Is csr_graph as fast under Boost.Graph's own algorithms as Boost.Graph's own graphs?
//
//     bench_graph [VERTICES [EDGES [REPETITIONS]]]
//
// Builds the same random directed graph as capgraph::csr_graph, boost::compressed_sparse_row_graph
// and boost::adjacency_list, and runs breadth_first_search and strong_components on each, with the
// same property maps. Repetitions are interleaved; the figures are medians. The peers are taken at
// their best: 32-bit vertices in Boost's CSR; for the traversals, which walk out-edges only, an
// adjacency_list that has no in-edges and so touches half the memory. Answers must agree.
//
// The traversals are bound by gathers from their property maps, which all three graphs share: a
// graph can save no more than what is left.

#include "measure.hpp"

#include <capgraph/graph/boost_graph.hpp>
#include <capgraph/graph/csr_graph.hpp>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/strong_components.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace {

using bench::measure;
using capgraph::csr_graph;
using boost_csr = boost::compressed_sparse_row_graph<boost::bidirectionalS, boost::no_property,
                                                     boost::no_property, boost::no_property,
                                                     std::uint32_t, std::uint64_t>;
using boost_list = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS>;
using boost_out_list = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;

using figures = std::vector<std::uint32_t>; // one a vertex
constexpr auto unreached = ~std::uint32_t{0};

std::size_t volatile black_hole = 0; // whatever is added here must be computed

struct input {
    std::size_t vertices = 1'000'000;
    std::size_t edges = 5'000'000;
    int repetitions = 7;
    std::vector<capgraph::edge_ends> ours;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> theirs;
};

input random_input(int argc, char** argv)
{
    input in;
    auto const argument = [&](int i, std::size_t fallback) {
        return argc > i ? static_cast<std::size_t>(std::strtoull(argv[i], nullptr, 10)) : fallback;
    };
    in.vertices = std::max<std::size_t>(argument(1, in.vertices), 1);
    in.edges = argument(2, in.edges);
    in.repetitions = std::max(static_cast<int>(argument(3, 7)), 1);

    std::mt19937_64 random{20260701};
    auto const vertex = [&] { return static_cast<std::uint32_t>(random() % in.vertices); };
    for (std::size_t i = 0; i != in.edges; ++i) {
        auto const source = vertex();
        auto const target = vertex();
        in.ours.push_back({source, target});
        in.theirs.emplace_back(source, target);
    }
    return in;
}

template <class Graph, class T>
auto by_vertex(Graph const& g, std::vector<T>& values)
{
    return boost::make_iterator_property_map(values.begin(), get(boost::vertex_index, g));
}

template <class Graph>
figures distances(Graph const& g)
{
    using vertex = typename boost::graph_traits<Graph>::vertex_descriptor;
    figures distance(num_vertices(g), unreached);
    std::vector<boost::default_color_type> colour(num_vertices(g));
    distance[0] = 0;
    vertex const start[] = {0};
    boost::queue<vertex> queue;
    boost::breadth_first_search(g, start, start + 1, queue,
                                boost::make_bfs_visitor(boost::record_distances(
                                    by_vertex(g, distance), boost::on_tree_edge{})),
                                by_vertex(g, colour));
    return distance;
}

template <class Graph>
figures components(Graph const& g)
{
    figures component(num_vertices(g));
    figures root(num_vertices(g));
    figures time(num_vertices(g));
    std::vector<boost::default_color_type> colour(num_vertices(g));
    boost::strong_components(g, by_vertex(g, component),
                             boost::root_map(by_vertex(g, root))
                                 .discover_time_map(by_vertex(g, time))
                                 .color_map(by_vertex(g, colour)));
    return component;
}

/// Whether both number the same classes, each in its own way.
bool same_partition(figures const& a, figures const& b)
{
    std::unordered_map<std::uint32_t, std::uint32_t> forth;
    std::unordered_map<std::uint32_t, std::uint32_t> back;
    for (std::size_t v = 0; v != a.size(); ++v) {
        if (forth.try_emplace(a[v], b[v]).first->second != b[v]
            || back.try_emplace(b[v], a[v]).first->second != a[v]) {
            return false;
        }
    }
    return a.size() == b.size();
}

/// What every traversal must do at least: stream the rows once, and look once at each target's
/// colour.
std::size_t bare_pass(csr_graph const& g, std::vector<boost::default_color_type> const& colour)
{
    std::size_t whites = 0;
    for (auto const target : g.view().targets) {
        whites += colour[target] == boost::white_color ? 1U : 0U;
    }
    return whites;
}

/// What every way of building must do at least: count by source and by target, and put each edge at
/// a place in its source's row and one in its target's.
std::size_t bare_scatter(input const& in, figures& counts, figures& places)
{
    for (auto const& e : in.ours) {
        ++counts[e.source];
        ++counts[e.target];
    }
    auto const row = in.edges / in.vertices;
    for (auto const& e : in.ours) {
        places[e.source * row] = e.target;
        places[e.target * row] = e.source;
    }
    return counts.back() + places.back();
}

/// One thing to do, with four ways of doing it.
struct workload {
    std::string name;
    std::string limit; ///< What is physically there to do.
    std::function<void()> ours, csr, list;
    std::function<void()> floor;         ///< No more than that.
    std::function<void()> clear = [] {}; ///< Goes before each, untimed.
};

/// Medians in milliseconds.
struct medians {
    double ours, csr, list, floor;
};

medians measure(workload const& w, int repetitions)
{
    auto const [ours, csr, list, floor] =
        measure<4>({w.ours, w.csr, w.list, w.floor}, repetitions, w.clear);
    return {ours, csr, list, floor};
}

/// The same, the list apart and last: the millions of small blocks that it hands back would change
/// what memory the others get, and make whoever comes next pay for sorting them.
medians measure_list_apart(workload const& w, int repetitions)
{
    auto const [ours, csr, floor] = measure<3>({w.ours, w.csr, w.floor}, repetitions, w.clear);
    auto const [list] = measure<1>({w.list}, repetitions, w.clear);
    return {ours, csr, list, floor};
}

void print(workload const& w, medians const& m)
{
    std::printf("%-6s %8.1f %8.1f %8.1f %9.2f %9.2f %9.1f %8.1f   %s\n", w.name.c_str(), m.ours,
                m.csr, m.list, m.csr / m.ours, m.list / m.ours, m.floor, m.ours / m.floor,
                w.limit.c_str());
}

void print_targets(workload const& w, medians const& m, double against_csr, double against_list)
{
    std::printf("target: graph.%s.csr %.2f %.1f\n", w.name.c_str(), m.csr / m.ours, against_csr);
    std::printf("target: graph.%s.list %.2f %.1f\n", w.name.c_str(), m.list / m.ours, against_list);
}

std::string in_millions(std::size_t n, char const* unit)
{
    return std::to_string((n + 500'000) / 1'000'000) + unit;
}

struct graphs {
    std::optional<csr_graph> ours;
    std::optional<boost_csr> csr;
    std::optional<boost_list> list;
    std::optional<boost_out_list> out_list;

    void clear()
    {
        ours.reset();
        csr.reset();
        list.reset();
        out_list.reset();
    }
};

workload building(input const& in, graphs& built)
{
    auto const counts = std::make_shared<figures>(in.vertices);
    auto const places = std::make_shared<figures>(in.edges + in.vertices);
    return {
        "build",
        "read " + in_millions(16 * in.edges, " MB") + ", count and place "
            + in_millions(2 * in.edges, " M arcs"),
        [&] { built.ours.emplace(in.vertices, in.ours); },
        [&] {
            built.csr.emplace(boost::edges_are_unsorted_multi_pass, in.theirs.begin(),
                              in.theirs.end(), static_cast<std::uint32_t>(in.vertices));
        },
        [&] { built.list.emplace(in.theirs.begin(), in.theirs.end(), in.vertices); },
        [&in, counts, places] { black_hole = black_hole + bare_scatter(in, *counts, *places); }};
}

/// `Run` on all graphs; `answers` are those of ours, csr and list.
template <class Run>
workload traversal(std::string name, input const& in, graphs const& built,
                   std::array<figures, 3>& answers, Run run)
{
    auto const colour = std::make_shared<std::vector<boost::default_color_type>>(in.vertices);
    return {std::move(name),
            "stream " + in_millions(8 * in.vertices + 4 * in.edges, " MB") + " of rows, gather "
                + in_millions(in.edges, " M colours"),
            [&, run] { answers[0] = run(*built.ours); },
            [&, run] { answers[1] = run(*built.csr); },
            [&, run] { answers[2] = run(*built.out_list); },
            [&, colour] { black_hole = black_hole + bare_pass(*built.ours, *colour); }};
}

int failure(char const* what)
{
    std::fprintf(stderr, "bench_graph: the answers of %s differ\n", what);
    return EXIT_FAILURE;
}

} // namespace

int main(int argc, char** argv)
{
    auto const in = random_input(argc, argv);
    std::printf("csr_graph beside Boost.Graph's graphs: %zu vertices, %zu random edges\n"
                "milliseconds of processor time, medians of %d interleaved repetitions\n\n",
                in.vertices, in.edges, in.repetitions);

    graphs built;
    std::array<figures, 3> answers;
    auto const build = building(in, built);
    auto const of_build = measure_list_apart(build, in.repetitions);
    built.clear();
    build.ours();
    build.csr();
    built.out_list.emplace(in.theirs.begin(), in.theirs.end(), in.vertices);

    auto const bfs =
        traversal("bfs", in, built, answers, [](auto const& g) { return distances(g); });
    auto const of_bfs = measure(bfs, in.repetitions);
    if (answers[0] != answers[1] || answers[0] != answers[2]) {
        return failure("breadth_first_search");
    }
    auto const scc =
        traversal("scc", in, built, answers, [](auto const& g) { return components(g); });
    auto const of_scc = measure(scc, in.repetitions);
    if (!same_partition(answers[0], answers[1]) || !same_partition(answers[0], answers[2])) {
        return failure("strong_components");
    }

    std::printf("%-6s %8s %8s %8s %9s %9s %9s %8s   %s\n", "", "ours", "csr", "list", "csr/ours",
                "list/ours", "floor", "x floor", "what is there to do");
    print(build, of_build);
    print(bfs, of_bfs);
    print(scc, of_scc);
    std::printf(
        "\ncsr: compressed_sparse_row_graph; list: adjacency_list<vecS, vecS>; floor: a bare "
        "loop that does just what is there to do\nthe answers of all three agree\n\n");
    print_targets(build, of_build, 1.5, 5.0);
    print_targets(bfs, of_bfs, 1.0, 1.5);
    print_targets(scc, of_scc, 1.0, 1.5);
    return EXIT_SUCCESS;
}

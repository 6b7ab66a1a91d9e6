// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/graph/pack.hpp>

#include <capgraph/graph/filtered.hpp>
#include <capgraph/graph/residual.hpp>
#include <capgraph/graph/reversed.hpp>
#include <capgraph/graph/undirected.hpp>

#include "boost_mirror.hpp"
#include "support/catch2.hpp"
#include "support/effort.hpp"
#include "support/graphs.hpp"

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/filtered_graph.hpp>
#include <boost/iterator/counting_iterator.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <utility>
#include <vector>

using namespace capgraph;

namespace {

bool same(csr_view a, csr_view b)
{
    return std::ranges::equal(a.offsets, b.offsets) && std::ranges::equal(a.targets, b.targets)
           && std::ranges::equal(a.weights, b.weights);
}

// The result of pack() is named before it is viewed, or it would be gone.
bool same(packed_graph const& a, csr_view b)
{
    return same(a.view(), b);
}

// A kernel, as src/algorithm has them: it takes a view, whoever owns the arrays.
double sum_of_weights(csr_view g)
{
    return std::accumulate(g.weights.begin(), g.weights.end(), 0.0);
}

// Every vertex leads to all `targets`.
struct miscounted {
    using vertex_descriptor = std::size_t;
    using edge_descriptor = std::pair<std::size_t, std::size_t>;
    using directed_category = boost::directed_tag;
    using edge_parallel_category = boost::allow_parallel_edge_tag;
    using traversal_category = boost::incidence_graph_tag;

    std::size_t count;
    std::vector<std::size_t> targets;

    friend std::size_t num_vertices(miscounted const& g) { return g.count; }
    friend auto vertices(miscounted const& g)
    {
        return std::pair{boost::counting_iterator<std::size_t>{0},
                         boost::counting_iterator<std::size_t>{g.count}};
    }
    friend auto out_edges(std::size_t v, miscounted const& g)
    {
        std::vector<edge_descriptor> edges;
        for (auto const t : g.targets) {
            edges.emplace_back(v, t);
        }
        g.row = std::move(edges);
        return std::pair{g.row.begin(), g.row.end()};
    }
    friend std::size_t target(edge_descriptor const& e, miscounted const&) { return e.second; }

    mutable std::vector<edge_descriptor> row{};
};

struct no_vertex_2 {
    bool operator()(std::size_t v) const { return v != 2; }
};

} // namespace

TEST_CASE("pack: an empty graph packs into a view without vertices", "[graph][pack]")
{
    test::directed_mirror const empty;
    auto const packed = pack(empty);
    CHECK(packed.view().num_vertices() == 0);
    CHECK(packed.view().num_arcs() == 0);
}

TEST_CASE("pack: a graph of ours lends its own arrays", "[graph][pack]")
{
    auto const g = test::as_directed(test::random_weighted_multigraph(5, 9, 1));
    CHECK(pack(g).targets.data() == g.view().targets.data());
    CHECK(pack(g).weights.data() == g.view().weights.data());
    auto const u = test::as_undirected(test::random_weighted_multigraph(5, 9, 1));
    CHECK(pack(u).targets.data() == u.view().targets.data());
}

TEST_CASE("pack: a kernel takes what is owned and what is borrowed alike", "[graph][pack]")
{
    csr_graph const g(2, {{0, 1}, {1, 0}}, {2, 3});
    auto const lent = pack(g);
    auto const owned = pack(reversed(g));
    CHECK(sum_of_weights(lent) == 5);
    CHECK(sum_of_weights(owned) == 5);
}

TEST_CASE("pack: Boost's graphs pack into the rows of ours", "[graph][pack][oracle]")
{
    auto const seed = static_cast<std::size_t>(GENERATE(range(0, 15 * test::effort())));
    CAPTURE(seed);
    auto const list = test::random_weighted_multigraph(8, 3 * seed, seed);
    auto const g = test::as_directed(list);
    auto const u = test::as_undirected(list);

    auto const directed = test::mirrored<test::directed_mirror>(list);
    auto const undirected = test::mirrored<test::undirected_mirror>(list);
    auto const weight_in = [](auto const& graph) {
        return [&graph](auto const& e) { return get(boost::edge_weight, graph, e); };
    };
    CHECK(same(pack(directed, weight_in(directed)), g.view()));
    CHECK(same(pack(undirected, weight_in(undirected)), u.view()));
    CHECK(same(pack(directed), g.view().unweighted()));
    CHECK(same(pack(undirected), u.view().unweighted()));

    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (auto const& e : list.edges) {
        pairs.emplace_back(e.source, e.target);
    }
    boost::compressed_sparse_row_graph<> const csr(boost::edges_are_unsorted_multi_pass,
                                                   pairs.begin(), pairs.end(), list.vertices);
    CHECK(same(pack(csr), g.view().unweighted()));
}

TEST_CASE("pack: what it makes of Boost's graphs makes a graph of ours", "[graph][pack]")
{
    auto const list = test::random_multigraph(7, 20, 3);
    CHECK(csr_graph::from_rows(pack(test::mirrored<test::directed_mirror>(list)))
          == test::as_directed(list));
    CHECK(undirected_csr_graph::from_rows(pack(test::mirrored<test::undirected_mirror>(list)))
          == test::as_undirected(list));
}

TEST_CASE("pack: views keep the weights of their graph", "[graph][pack]")
{
    csr_graph const g(3, {{0, 1}, {0, 2}, {2, 0}}, {2, 3, 5});
    CHECK(same(pack(reversed(g)), csr_graph(3, {{1, 0}, {2, 0}, {0, 2}}, {2, 3, 5}).view()));
    CHECK(same(pack(undirected(g)),
               undirected_csr_graph(3, {{0, 1}, {0, 2}, {2, 0}}, {2, 3, 5}).view()));
    auto const heavy = [&](directed_edge const& e) { return g.weight(e) > 2; };
    CHECK(same(pack(filtered_edges(g, heavy)), csr_graph(3, {{0, 2}, {2, 0}}, {3, 5}).view()));
    CHECK(pack(residual(g)).weights.empty());
}

TEST_CASE("pack: other weights take the place of the graph's own", "[graph][pack]")
{
    csr_graph const g(2, {{0, 1}, {1, 0}}, {2, 3});
    auto const packed = pack(g, [&](directed_edge const& e) { return 10 * g.weight(e); });
    CHECK(packed.weights == std::vector<double>{20, 30});
    auto const counted = pack(g, [](directed_edge const&) { return 1; }); // any arithmetic type
    CHECK(counted.weights == std::vector<double>{1, 1});
}

TEST_CASE("pack: a weight that is no number is refused", "[graph][pack]")
{
    csr_graph const g(2, {{0, 1}, {1, 0}});
    auto const broken = [](directed_edge const& e) {
        return e.index == 1 ? std::numeric_limits<double>::quiet_NaN() : 1.0;
    };
    CHECK_THROWS_AS(pack(g, broken), std::invalid_argument);
    CHECK_THROWS_WITH(pack(g, broken), "capgraph: the weight of arc 1 is not a number");
}

TEST_CASE("pack: vertices that Boost's filtered_graph hides become isolated", "[graph][pack]")
{
    using mirror = test::directed_mirror;
    auto const whole = test::mirrored<mirror>(test::path(5));
    boost::filtered_graph<mirror, boost::keep_all, no_vertex_2> const gap(whole, boost::keep_all{},
                                                                          no_vertex_2{});
    CHECK(same(pack(gap), csr_graph(5, {{0, 1}, {3, 4}}).view()));
}

TEST_CASE("pack: a vertex beyond the last is refused", "[graph][pack]")
{
    miscounted const one_too_few{.count = 2, .targets = {1, 2}};
    CHECK_THROWS_AS(pack(one_too_few), std::out_of_range);
    CHECK_THROWS_WITH(pack(one_too_few), "capgraph::pack: vertex 2 in a graph of 2 vertices");
    miscounted const right{.count = 3, .targets = {1, 2}};
    CHECK(pack(right).targets == std::vector<std::uint32_t>{1, 2, 1, 2, 1, 2});
}

TEST_CASE("pack: parallel edges of one undirected graph weigh the same from both ends",
          "[graph][pack]")
{
    // Out of 0 comes 3, then 5; out of 2, by the order of its row, 5 and then 3.
    csr_graph const g(3, {{0, 2}, {2, 0}}, {3, 5});
    CHECK(undirected_csr_graph::from_rows(pack(undirected(g)))
          == undirected_csr_graph(3, {{0, 2}, {2, 0}}, {3, 5}));
}

TEST_CASE("pack: what derives from a graph of ours lends its arrays too", "[graph][pack]")
{
    struct named : undirected_csr_graph {
        using undirected_csr_graph::undirected_csr_graph;
    };
    named const g{3, {{0, 1}, {1, 2}}};
    CHECK(pack(g).targets.data() == g.view().targets.data());
}

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "algorithm/batch_search.hpp"

#include "algorithm/path_lengths.hpp"
#include "algorithm/sample_graphs.hpp"
#include "support/catch2.hpp"

#include <capgraph/run/run_options.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <utility>

using namespace capgraph;
using namespace capgraph::detail;

namespace {

/// How many targets each vertex has at each distance.
using counts = std::map<std::pair<std::uint32_t, std::uint64_t>, std::uint32_t>;

struct keep_counts {
    counts found;

    void operator()(std::uint32_t v, std::uint32_t count, std::uint64_t distance)
    {
        found[{v, distance}] += count;
    }
};

/// In the numbers of the graph, from every batch.
template <class Bits>
counts by_batches(csr_view g, direction kind, counted_edges edges)
{
    run_options const run;
    memory_budget budget;
    checkpoint check{run, "test", 1};
    search_rows const rows{g, kind, edges, budget, check};
    batch_search<Bits> search{rows, check};
    keep_counts keep;
    auto const n = static_cast<std::uint32_t>(rows.num_vertices());
    for (std::uint32_t first = 0; first < n; first += Bits::width) {
        search(first, std::min<std::uint32_t>(n, first + Bits::width), keep);
    }
    counts result;
    for (auto const& [key, count] : keep.found) {
        result[{rows.old_number(key.first), key.second}] = count;
    }
    return result;
}

counts by_definition(test::dense_matrix const& lengths, bool turned)
{
    auto const d = test::shortest_lengths(lengths);
    counts result;
    for (std::uint32_t v = 0; v < d.size(); ++v) {
        for (auto const distance : test::distances_of(d, v, turned)) {
            ++result[{v, static_cast<std::uint64_t>(distance)}];
        }
    }
    return result;
}

} // namespace

TEMPLATE_TEST_CASE("batch_search: of any width counts what the definition does",
                   "[algorithm][oracle]", (vertex_bits<1, 1>), (vertex_bits<2, 4>),
                   (vertex_bits<4, 2>))
{
    auto const seed = GENERATE(range(0U, 6U));
    CAPTURE(seed);
    // From sparse, where searches go back from the frontier, to dense; paths for long ways.
    auto const g = test::random_graph(60 + seed, 4 + 12 * seed, seed)
                       .beside(test::path(25))
                       .beside(test::cycle(9))
                       .beside({.n = 2, .edges = {}});
    auto const undirected = g.undirected();
    CHECK(by_batches<TestType>(undirected.view(), direction::undirected, counted_edges::out)
          == by_definition(test::lengths_of(g, true), false));
    auto const directed = g.directed();
    CHECK(by_batches<TestType>(directed.view(), direction::directed, counted_edges::out)
          == by_definition(test::lengths_of(g, false), false));
    CHECK(by_batches<TestType>(directed.view(), direction::directed, counted_edges::in)
          == by_definition(test::lengths_of(g, false), true));
}

TEMPLATE_TEST_CASE("vertex_bits: sets add up and take away", "[algorithm]", (vertex_bits<1, 1>),
                   (vertex_bits<2, 4>), (vertex_bits<4, 2>))
{
    TestType a{};
    CHECK_FALSE(a.any());
    for (std::size_t bit = 0; bit < TestType::width; bit += 3) {
        a.set(bit);
    }
    CHECK(a.any());
    CHECK(a.count() == (TestType::width + 2) / 3);
    TestType b{};
    b.set(3);
    b.set(4);
    a.remove(b);
    CHECK(a.count() == (TestType::width + 2) / 3 - 1);
    a.add(b);
    CHECK(a.count() == (TestType::width + 2) / 3 + 1);
    a.clear();
    CHECK_FALSE(a.any());
    a.set(TestType::width - 1);
    CHECK(a.any());
    CHECK(a.count() == 1);
}

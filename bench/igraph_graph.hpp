// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

// A graph of igraph's own, where igraph is found.

#ifdef BENCH_IGRAPH
#include "for_each_edge.hpp"

#include <capgraph/graph/csr_graph.hpp>

#include <cstdint>
#include <stdexcept>

#include <igraph/igraph.h>

namespace bench {

/// Throws: `std::runtime_error` where a call of igraph's failed.
inline void check_igraph(igraph_error_t code)
{
    if (code != IGRAPH_SUCCESS) {
        throw std::runtime_error{igraph_strerror(code)};
    }
}

class igraph_graph {
public:
    explicit igraph_graph(capgraph::undirected_csr_graph const& g)
    {
        igraph_vector_int_t ends;
        check_igraph(igraph_vector_int_init(&ends, 0));
        check_igraph(
            igraph_vector_int_reserve(&ends, static_cast<igraph_integer_t>(2 * num_edges(g))));
        for_each_edge(g, [&](std::uint32_t u, std::uint32_t v) {
            check_igraph(igraph_vector_int_push_back(&ends, u));
            check_igraph(igraph_vector_int_push_back(&ends, v));
        });
        check_igraph(igraph_create(&graph_, &ends, static_cast<igraph_integer_t>(num_vertices(g)),
                                   IGRAPH_UNDIRECTED));
        igraph_vector_int_destroy(&ends);
    }
    igraph_graph(igraph_graph const&) = delete;
    igraph_graph& operator=(igraph_graph const&) = delete;
    ~igraph_graph() { igraph_destroy(&graph_); }

    [[nodiscard]] igraph_t const* get() const noexcept { return &graph_; }

private:
    igraph_t graph_{};
};

} // namespace bench
#endif

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

// igraph where it is found, and Boost.Graph. Graphs are made beforehand; all run in one thread.

#include "for_each_edge.hpp"
#include "igraph_graph.hpp"

#include <capgraph/graph/csr_graph.hpp>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/core_numbers.hpp>
#include <boost/graph/page_rank.hpp>
#include <boost/property_map/property_map.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#ifdef BENCH_IGRAPH
#include <dlfcn.h>
#include <igraph/igraph.h>
#endif

namespace bench {

using scores = std::vector<double>;

#ifdef BENCH_IGRAPH
/// igraph's PageRank would take all processors, by an OpenMP that is not linked here.
inline void keep_to_one_thread()
{
    if (auto* const found = ::dlsym(RTLD_DEFAULT, "omp_set_num_threads")) {
        reinterpret_cast<void (*)(int)>(found)(1);
    }
}

class igraph_peer {
public:
    static constexpr bool is_found = true;

    explicit igraph_peer(capgraph::undirected_csr_graph const& g) : graph_{g}
    {
        keep_to_one_thread();
    }

    [[nodiscard]] scores betweenness() const
    {
        return told([&](igraph_vector_t* out) {
            return igraph_betweenness(graph_.get(), out, igraph_vss_all(), false, nullptr);
        });
    }
    /// From the first vertices alone.
    [[nodiscard]] scores betweenness_from(std::size_t sources) const
    {
        return told([&](igraph_vector_t* out) {
            return igraph_betweenness_subset(graph_.get(), out, igraph_vss_all(), false,
                                             first(sources), igraph_vss_all(), nullptr);
        });
    }
    /// Of the first vertices alone.
    [[nodiscard]] scores harmonic(std::size_t count) const
    {
        return told([&](igraph_vector_t* out) {
            return igraph_harmonic_centrality(graph_.get(), out, first(count), IGRAPH_ALL, nullptr,
                                              true);
        });
    }
    [[nodiscard]] scores closeness(std::size_t count) const
    {
        return told([&](igraph_vector_t* out) {
            return igraph_closeness(graph_.get(), out, nullptr, nullptr, first(count), IGRAPH_ALL,
                                    nullptr, true);
        });
    }
    [[nodiscard]] scores constraint() const
    {
        return told([&](igraph_vector_t* out) {
            return igraph_constraint(graph_.get(), out, igraph_vss_all(), nullptr);
        });
    }
    [[nodiscard]] scores local_clustering() const
    {
        return told([&](igraph_vector_t* out) {
            return igraph_transitivity_local_undirected(graph_.get(), out, igraph_vss_all(),
                                                        IGRAPH_TRANSITIVITY_ZERO);
        });
    }
    [[nodiscard]] scores core_numbers() const
    {
        igraph_vector_int_t cores;
        check_igraph(igraph_vector_int_init(&cores, 0));
        check_igraph(igraph_coreness(graph_.get(), &cores, IGRAPH_ALL));
        scores out;
        for (igraph_integer_t v = 0; v < igraph_vector_int_size(&cores); ++v) {
            out.push_back(static_cast<double>(VECTOR(cores)[v]));
        }
        igraph_vector_int_destroy(&cores);
        return out;
    }
    /// By PRPACK, which stops at 1e-10.
    [[nodiscard]] scores pagerank() const
    {
        return told([&](igraph_vector_t* out) {
            return igraph_pagerank(graph_.get(), IGRAPH_PAGERANK_ALGO_PRPACK, out, nullptr,
                                   igraph_vss_all(), false, 0.85, nullptr, nullptr);
        });
    }
    /// By ARPACK; and how many products by the matrix it took.
    [[nodiscard]] std::pair<scores, int> eigenvector() const
    {
        igraph_arpack_options_t options;
        igraph_arpack_options_init(&options);
        auto found = told([&](igraph_vector_t* out) {
            return igraph_eigenvector_centrality(graph_.get(), out, nullptr, false, true, nullptr,
                                                 &options);
        });
        return {std::move(found), options.numop};
    }

private:
    static igraph_vs_t first(std::size_t count)
    {
        return igraph_vss_range(0, static_cast<igraph_integer_t>(count));
    }
    template <class Ask>
    static scores told(Ask const& ask)
    {
        igraph_vector_t found;
        check_igraph(igraph_vector_init(&found, 0));
        check_igraph(ask(&found));
        scores out(VECTOR(found), VECTOR(found) + igraph_vector_size(&found));
        igraph_vector_destroy(&found);
        return out;
    }

    igraph_graph graph_;
};
#else
/// Stands for what was not found.
struct igraph_peer {
    static constexpr bool is_found = false;

    explicit igraph_peer(capgraph::undirected_csr_graph const&) {}
    [[nodiscard]] scores betweenness() const { return {}; }
    [[nodiscard]] scores betweenness_from(std::size_t) const { return {}; }
    [[nodiscard]] scores harmonic(std::size_t) const { return {}; }
    [[nodiscard]] scores closeness(std::size_t) const { return {}; }
    [[nodiscard]] scores constraint() const { return {}; }
    [[nodiscard]] scores local_clustering() const { return {}; }
    [[nodiscard]] scores core_numbers() const { return {}; }
    [[nodiscard]] scores pagerank() const { return {}; }
    [[nodiscard]] std::pair<scores, int> eigenvector() const { return {{}, 1}; }
};
#endif

class boost_peer {
    using rows =
        boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                           boost::no_property, std::uint32_t, std::uint32_t>;
    using list = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;

    [[nodiscard]] auto map_of(scores& out) const
    {
        return boost::make_iterator_property_map(out.begin(), get(boost::vertex_index, rows_));
    }

public:
    explicit boost_peer(capgraph::undirected_csr_graph const& g) : list_(num_vertices(g))
    {
        std::vector<std::pair<std::uint32_t, std::uint32_t>> arcs;
        for_each_edge(g, [&](std::uint32_t u, std::uint32_t v) {
            add_edge(u, v, list_);
            arcs.emplace_back(u, v);
            arcs.emplace_back(v, u);
        });
        rows_ = {boost::edges_are_unsorted_multi_pass, arcs.begin(), arcs.end(),
                 static_cast<std::uint32_t>(num_vertices(g))};
    }

    /// Over rows with both directions, which is faster than over its lists; each pair counts twice.
    [[nodiscard]] scores betweenness() const
    {
        scores out(num_vertices(rows_));
        boost::brandes_betweenness_centrality(rows_, map_of(out));
        for (auto& each : out) {
            each /= 2.0;
        }
        return out;
    }
    [[nodiscard]] scores core_numbers() const
    {
        std::vector<std::size_t> cores(num_vertices(list_));
        boost::core_numbers(list_, boost::make_iterator_property_map(
                                       cores.begin(), get(boost::vertex_index, list_)));
        return {cores.begin(), cores.end()};
    }
    /// Its scores sum to the number of vertices.
    [[nodiscard]] scores pagerank(std::size_t iterations) const
    {
        scores out(num_vertices(rows_));
        boost::graph::page_rank(rows_, map_of(out), boost::graph::n_iterations(iterations), 0.85);
        for (auto& each : out) {
            each /= static_cast<double>(out.size());
        }
        return out;
    }

private:
    rows rows_;
    list list_;
};

} // namespace bench

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

// Every public header but what pulls in the heavy part of Boost.Graph: graph/boost_graph.hpp.

#include <capgraph/algorithm/betweenness_centrality.hpp>
#include <capgraph/algorithm/connected_components.hpp>
#include <capgraph/algorithm/counted_edges.hpp>
#include <capgraph/algorithm/degree_centrality.hpp>
#include <capgraph/algorithm/density.hpp>
#include <capgraph/algorithm/distinct_arcs.hpp>
#include <capgraph/algorithm/eigenvector_centrality.hpp>
#include <capgraph/algorithm/for_each_arc.hpp>
#include <capgraph/algorithm/held_bytes.hpp>
#include <capgraph/algorithm/ranking.hpp>
#include <capgraph/algorithm/strength.hpp>
#include <capgraph/algorithm/two_sides.hpp>
#include <capgraph/core/amount.hpp>
#include <capgraph/core/bounded.hpp>
#include <capgraph/core/date.hpp>
#include <capgraph/core/decimal.hpp>
#include <capgraph/core/error.hpp>
#include <capgraph/core/id.hpp>
#include <capgraph/core/interval.hpp>
#include <capgraph/core/money.hpp>
#include <capgraph/core/result.hpp>
#include <capgraph/core/share.hpp>
#include <capgraph/core/stated.hpp>
#include <capgraph/core/text_position.hpp>
#include <capgraph/graph/concepts.hpp>
#include <capgraph/graph/csr_graph.hpp>
#include <capgraph/graph/csr_view.hpp>
#include <capgraph/graph/directed_csr_graph.hpp>
#include <capgraph/graph/directed_edge.hpp>
#include <capgraph/graph/direction.hpp>
#include <capgraph/graph/edge_ends.hpp>
#include <capgraph/graph/edge_order.hpp>
#include <capgraph/graph/filtered.hpp>
#include <capgraph/graph/graph_types.hpp>
#include <capgraph/graph/joined_arcs.hpp>
#include <capgraph/graph/kept_iterator.hpp>
#include <capgraph/graph/merge_parallel_edges.hpp>
#include <capgraph/graph/pack.hpp>
#include <capgraph/graph/packed_graph.hpp>
#include <capgraph/graph/position_iterator.hpp>
#include <capgraph/graph/residual.hpp>
#include <capgraph/graph/reversed.hpp>
#include <capgraph/graph/undirected.hpp>
#include <capgraph/graph/undirected_csr_graph.hpp>
#include <capgraph/graph/undirected_edge.hpp>
#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/memory_budget.hpp>
#include <capgraph/run/parallel.hpp>
#include <capgraph/run/run_options.hpp>
#include <capgraph/version.hpp>

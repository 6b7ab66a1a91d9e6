// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

namespace capgraph::inline v0 {

/// Whether an edge leads from one end to the other, or joins two equal ends.
enum class direction {
    directed,   ///< From source to target.
    undirected, ///< Between two vertices, whichever comes first.
};

/// An immutable graph in compressed sparse rows; see csr_graph.hpp.
template <direction D>
class basic_csr_graph;

/// A directed graph that knows the edges out of each vertex and the edges into it.
using csr_graph = basic_csr_graph<direction::directed>;

/// An undirected graph; each of its edges is found from both ends.
using undirected_csr_graph = basic_csr_graph<direction::undirected>;

} // namespace capgraph::inline v0

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/algorithm/held_bytes.hpp>
#include <capgraph/algorithm/ranking.hpp>
#include <capgraph/core/export.hpp>
#include <capgraph/graph/concepts.hpp>
#include <capgraph/graph/csr_view.hpp>
#include <capgraph/graph/pack.hpp>
#include <capgraph/run/run_options.hpp>

#include <cstdint>
#include <vector>

namespace capgraph::inline v0 {

namespace detail {

CAPGRAPH_EXPORT std::vector<ranked_vertex>
top_closeness(csr_view g, std::uint64_t k, run_options const& run, std::uint64_t held);
CAPGRAPH_EXPORT std::vector<ranked_vertex> top_harmonic(csr_view g, std::uint64_t k,
                                                        run_options const& run, std::uint64_t held);

} // namespace detail

/// The `k` vertices that score most by `closeness_centrality` as it is by default, exactly: those
/// of higher score first, of equal ones the lower vertex. Fewer where there are fewer vertices.
///
/// Scores are those of `closeness_centrality` to the last bit; of equal scores ranks are, too. A
/// search from a vertex ends as soon as what is left cannot bring it among the first k: each next
/// level has at most as many vertices as the edges that lead on, and all others are further still.
/// In networks with hubs that is at once for most, and faster than to score all by far where these
/// are many; where hardly any can be left out, `closeness_centrality` is faster.
///
/// Complexity: O(V (V + E)) at worst; some 110 bytes a vertex and 90 for each of the k, and
///   O(E) where edges have to be merged. One thread.
/// Throws: `error` with `cancelled` or `over_budget`; what `pack` throws; `std::bad_alloc`.
/// Reference: Bergamini, Borassi, Crescenzi, Marino & Meyerhenke, "Computing top-k closeness
///   centrality faster in unweighted graphs", ACM Transactions on Knowledge Discovery from Data
///   13(5), 2019.
template <undirected_graph Graph>
[[nodiscard]] std::vector<ranked_vertex> top_closeness(Graph const& g, std::uint64_t k,
                                                       run_options const& run = {})
{
    auto const rows = pack(g);
    csr_view const view = rows;
    return detail::top_closeness(view.unweighted(), k, run, detail::held_bytes(rows));
}

/// The same by `harmonic_centrality`.
template <undirected_graph Graph>
[[nodiscard]] std::vector<ranked_vertex> top_harmonic(Graph const& g, std::uint64_t k,
                                                      run_options const& run = {})
{
    auto const rows = pack(g);
    csr_view const view = rows;
    return detail::top_harmonic(view.unweighted(), k, run, detail::held_bytes(rows));
}

} // namespace capgraph::inline v0

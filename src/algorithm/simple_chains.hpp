// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/algorithm/chain_sums.hpp>
#include <capgraph/graph/stake_matrix.hpp>
#include <capgraph/run/checkpoint.hpp>

#include <algorithm>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <vector>

namespace capgraph::inline v0::detail {

/// Sums over the chains from `from` that pass no vertex twice, each chain being worth
/// `longer(worth so far, stake)`, and 1 without a stake. Without recursion.
template <class Longer>
chain_sums sum_over_chains(stake_matrix const& w, std::uint32_t from, chain_options const& options,
                           run_options const& run, double upper_if_truncated, Longer longer)
{
    if (from >= w.num_vertices()) {
        throw std::out_of_range{"capgraph: vertex " + std::to_string(from) + " of "
                                + std::to_string(w.num_vertices())};
    }
    struct link {
        std::uint32_t vertex;
        double lower;
        double upper;
        std::size_t next; ///< In its row.
    };
    checkpoint check{run, "chains of stakes", 1};
    paced_poll pace{check};
    auto const is_down = options.direction == chain_direction::to_owned;
    chain_sums out{std::vector<double>(w.num_vertices()), std::vector<double>(w.num_vertices())};
    std::vector<bool> is_passed(w.num_vertices());
    std::vector<link> chain{{from, 1.0, 1.0, 0}};
    is_passed[from] = true;
    std::uint64_t chains = 0;
    while (!chain.empty()) {
        pace.step();
        auto& top = chain.back();
        auto const row = is_down ? w.owned_by(top.vertex) : w.owners_of(top.vertex);
        if (top.next == row.size()) {
            is_passed[top.vertex] = false;
            chain.pop_back();
            continue;
        }
        auto const& e = row[top.next];
        auto const at = top.next++;
        if (is_passed[e.vertex]) {
            continue;
        }
        if (chains++ == options.most_chains) {
            out.is_truncated = true;
            std::fill(out.upper.begin(), out.upper.end(), upper_if_truncated);
            out.upper[from] = 0.0;
            break;
        }
        auto const most = is_down        ? w.most_of(e.vertex, top.vertex)
                          : w.is_exact() ? e.lower
                                         : w.uppers_of(top.vertex)[at];
        link const next{e.vertex, longer(top.lower, e.lower), longer(top.upper, most), 0};
        out.lower[next.vertex] += next.lower;
        out.upper[next.vertex] += next.upper;
        is_passed[next.vertex] = true;
        chain.push_back(next);
    }
    check.finish();
    return out;
}

} // namespace capgraph::inline v0::detail

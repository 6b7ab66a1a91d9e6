// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "../graph/charged_vector.hpp"

#include <capgraph/algorithm/chain_sums.hpp>
#include <capgraph/core/error.hpp>
#include <capgraph/core/part_bounds.hpp>
#include <capgraph/graph/stake_matrix.hpp>
#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/memory_budget.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace capgraph::inline v0::detail {

/// Follows the chains that pass no vertex twice, each chain being worth `longer(worth so far,
/// stake)`, and 1 without a stake. Without recursion.
template <class Longer>
class chain_follower {
public:
    chain_follower(stake_matrix const& w, chain_options const& options, run_options const& run,
                   Longer longer)
        : w_{&w}, options_{&options}, longer_{longer}, budget_{run.memory_budget},
          check_{run, "chains of stakes", 1}, lower_{budget_, w.num_vertices()},
          upper_{budget_, w.num_vertices()}, is_passed_{budget_, w.num_vertices()}, chain_{budget_}
    {
    }

    chain_sums operator()(std::uint32_t from, double upper_if_truncated)
    {
        auto const is_whole = follow(from);
        chain_sums out{std::move(lower_).take(), std::move(upper_).take(), undefined(), !is_whole};
        if (!is_whole) {
            std::fill(out.upper.begin(), out.upper.end(), upper_if_truncated);
            out.upper[from] = 0.0;
        }
        check_.finish();
        return out;
    }

private:
    struct link {
        std::uint32_t vertex;
        part_bounds worth;
        std::size_t next; ///< In its row.
    };

    [[nodiscard]] bool is_down() const { return options_->direction == chain_direction::to_owned; }

    /// Whether all chains were, within the limit.
    bool follow(std::uint32_t from)
    {
        paced_poll pace{check_};
        chain_.push_back({from, {1.0, 1.0}, 0});
        is_passed_[from] = true;
        std::uint64_t chains = 0;
        while (!chain_.empty()) {
            pace.step();
            auto& top = chain_.back();
            auto const row = is_down() ? w_->owned_by(top.vertex) : w_->owners_of(top.vertex);
            if (top.next == row.size()) {
                is_passed_[top.vertex] = false;
                chain_.pop_back();
                continue;
            }
            auto const at = top.next++;
            if (is_passed_[row[at].vertex]) {
                continue;
            }
            if (chains++ == options_->most_chains) {
                return false;
            }
            go_on({row[at].vertex, longer(top, row[at], at), 0});
        }
        return true;
    }

    void go_on(link const& next)
    {
        lower_[next.vertex] += next.worth.lower;
        upper_[next.vertex] += next.worth.upper;
        is_passed_[next.vertex] = true;
        chain_.push_back(next);
    }

    /// What the chain is worth with the entry `at` of the row of its last vertex.
    [[nodiscard]] part_bounds longer(link const& last, stake_entry const& e, std::size_t at)
    {
        auto const owned = is_down() ? e.vertex : last.vertex;
        if (is_overfull(owned)) {
            return {longer_(last.worth.lower, 0.0), longer_(last.worth.upper, 1.0)};
        }
        auto const most = is_down()        ? w_->most_of(e.vertex, last.vertex)
                          : w_->is_exact() ? e.lower
                                           : w_->uppers_of(last.vertex)[at];
        return {longer_(last.worth.lower, e.lower), longer_(last.worth.upper, most)};
    }

    /// Whether more than the whole of it is held: if so it is a finding.
    [[nodiscard]] bool is_overfull(std::uint32_t owned)
    {
        auto const over = w_->overfull();
        if (over.empty() || !std::binary_search(over.begin(), over.end(), owned)) {
            return false;
        }
        if (options_->strict) {
            throw error{error_code::inconsistent_record,
                        "vertex " + std::to_string(owned)
                            + ", of which more than the whole is held",
                        "stakes of at most the whole"};
        }
        is_found_.resize(over.size());
        is_found_[static_cast<std::size_t>(std::lower_bound(over.begin(), over.end(), owned)
                                           - over.begin())] = true;
        return true;
    }

    /// The findings, in their order.
    [[nodiscard]] std::vector<std::uint32_t> undefined() const
    {
        std::vector<std::uint32_t> out;
        for (std::size_t k = 0; k < is_found_.size(); ++k) {
            if (is_found_[k]) {
                out.push_back(w_->overfull()[k]);
            }
        }
        return out;
    }

    stake_matrix const* w_;
    chain_options const* options_;
    Longer longer_;
    memory_budget budget_;
    checkpoint check_;
    charged_vector<double> lower_;
    charged_vector<double> upper_;
    charged_vector<bool> is_passed_;
    charged_vector<link> chain_;
    std::vector<bool> is_found_; ///< Of those over the whole.
};

/// Sums over the chains from `from`, each worth `longer(worth so far, stake)`.
template <class Longer>
chain_sums sum_over_chains(stake_matrix const& w, std::uint32_t from, chain_options const& options,
                           run_options const& run, double upper_if_truncated, Longer longer)
{
    if (from >= w.num_vertices()) {
        throw std::out_of_range{"capgraph: vertex " + std::to_string(from) + " of "
                                + std::to_string(w.num_vertices())};
    }
    return chain_follower<Longer>{w, options, run, longer}(from, upper_if_truncated);
}

} // namespace capgraph::inline v0::detail

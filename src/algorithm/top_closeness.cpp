// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/top_closeness.hpp>

#include "algorithm/degree_order.hpp"
#include "algorithm/graph_blocks.hpp"
#include "algorithm/inverse_sum.hpp"
#include "algorithm/simple_rows.hpp"

#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/memory_budget.hpp>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <optional>
#include <set>
#include <span>
#include <string_view>
#include <utility>

namespace capgraph::inline v0::detail {

namespace {

// How many vertices there are at each distance from one, from 1 on.
using level_counts = std::vector<std::uint64_t>;

struct closeness_score {
    static constexpr std::string_view phase = "closest vertices";
    double others; // in all

    [[nodiscard]] double operator()(level_counts const& levels) const
    {
        std::uint64_t total = 0;
        std::uint64_t reached = 0;
        for (std::size_t d = 0; d < levels.size(); ++d) {
            total += (d + 1) * levels[d];
            reached += levels[d];
        }
        auto const r = static_cast<double>(reached);
        return reached == 0 ? 0.0 : r / static_cast<double>(total) * (r / others);
    }
};

struct harmonic_score {
    static constexpr std::string_view phase = "harmonically closest vertices";
    double others;

    [[nodiscard]] double operator()(level_counts const& levels) const
    {
        inverse_sum sum;
        for (std::size_t d = 0; d < levels.size(); ++d) {
            sum.add(levels[d], d + 1);
        }
        return levels.empty() ? 0.0 : sum.value() / others;
    }
};

// Breadth-first searches that end early.
class pruned_search {
public:
    // Bytes for each vertex.
    static constexpr std::uint64_t space = 2 * sizeof(std::uint32_t);

    pruned_search(csr_view g, checkpoint const& check)
        : g_{g}, pace_{check}, seen_by_(g.num_vertices(), none)
    {
        queue_.reserve(g.num_vertices());
    }

    // The levels around `v`, which reaches so many others; nothing if, whatever is left, its score
    // is less than `least`.
    template <class Score>
    std::optional<level_counts> operator()(std::uint32_t v, std::uint64_t others, double least,
                                           Score const& score)
    {
        level_counts levels;
        auto left = others;
        auto most_next = g_.degree(v);
        queue_.assign(1, v);
        seen_by_[v] = v;
        for (std::size_t first = 0; left > 0;) {
            if (score(completed(levels, left, most_next)) < least) {
                return std::nullopt;
            }
            auto const end = queue_.size();
            most_next = go_on(v, first, end);
            first = end;
            levels.push_back(queue_.size() - end);
            left -= levels.back();
        }
        return levels;
    }

private:
    static constexpr auto none = std::numeric_limits<std::uint32_t>::max();

    // As near as all others can be.
    static level_counts completed(level_counts levels, std::uint64_t left, std::uint64_t most_next)
    {
        levels.push_back(std::min(left, most_next));
        levels.push_back(left - levels.back());
        return levels;
    }

    // Puts the next level behind the one that stands in [first, end). Returns how many vertices the
    // level after it can have: an edge of each leads back.
    std::uint64_t go_on(std::uint32_t v, std::size_t first, std::size_t end)
    {
        std::uint64_t arcs = 0;
        for (auto i = first; i < end; ++i) {
            auto const row = g_.row(queue_[i]);
            pace_.steps(1 + row.size());
            for (auto const w : row) {
                if (seen_by_[w] != v) {
                    seen_by_[w] = v;
                    queue_.push_back(w);
                    arcs += g_.degree(w) - 1;
                }
            }
        }
        return arcs;
    }

    csr_view g_;
    paced_poll pace_;
    std::vector<std::uint32_t> seen_by_; // the last that it was searched from
    std::vector<std::uint32_t> queue_;
};

// The k best, the best first.
class best_vertices {
public:
    explicit best_vertices(std::uint64_t k) : k_{k} {}

    // What a score must be to be among them, rounding allowed for.
    [[nodiscard]] double least() const
    {
        constexpr auto rounding = 1e-12;
        return best_.size() < k_ ? 0.0 : -best_.rbegin()->first * (1.0 - rounding);
    }
    void add(std::uint32_t v, double score)
    {
        best_.emplace(-score, v);
        if (best_.size() > k_) {
            best_.erase(std::prev(best_.end()));
        }
    }
    [[nodiscard]] std::vector<ranked_vertex> ranked() const
    {
        std::vector<ranked_vertex> out;
        for (auto const& [negative, v] : best_) {
            auto const is_tied = !out.empty() && out.back().score == -negative;
            out.push_back({v, -negative, is_tied ? out.back().rank : out.size() + 1});
        }
        return out;
    }

private:
    std::uint64_t k_;
    std::set<std::pair<double, std::uint32_t>> best_; // by negative score, then vertex
};

template <class Score>
std::vector<ranked_vertex> top_of(csr_view g, std::uint64_t k, run_options const& run,
                                  std::uint64_t held)
{
    auto const n = g.num_vertices();
    memory_budget budget{run.memory_budget};
    auto const held_charge = budget.charge(held);
    auto const charge =
        budget.charge(n, pruned_search::space + degree_order::space + graph_blocks::space);
    checkpoint check{run, Score::phase, n};
    simple_rows const rows{g, budget, check};
    best_vertices best{k};
    if (k > 0) {
        auto const others = uncut_blocks(rows.view(), check).others;
        auto const order = order_by_degree(rows.view()).vertices;
        Score const score{static_cast<double>(n) - 1.0};
        pruned_search search{rows.view(), check};
        for (auto i = order.size(); i-- > 0;) { // those with most neighbours first
            if (auto const levels = search(order[i], others[order[i]], best.least(), score)) {
                best.add(order[i], score(*levels));
            }
            check.advance();
        }
    }
    check.finish();
    return best.ranked();
}

} // namespace

std::vector<ranked_vertex> top_closeness(csr_view g, std::uint64_t k, run_options const& run,
                                         std::uint64_t held)
{
    return top_of<closeness_score>(g, k, run, held);
}

std::vector<ranked_vertex> top_harmonic(csr_view g, std::uint64_t k, run_options const& run,
                                        std::uint64_t held)
{
    return top_of<harmonic_score>(g, k, run, held);
}

} // namespace capgraph::inline v0::detail

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

// The closeness of a vertex of whose others some are told.
class closeness_so_far {
public:
    static constexpr std::string_view phase = "closest vertices";

    void add(std::uint64_t count, std::uint64_t distance)
    {
        total_ += count * distance;
        reached_ += count;
    }
    // Among `others` in all.
    [[nodiscard]] double score(double others) const
    {
        auto const r = static_cast<double>(reached_);
        return reached_ == 0 ? 0.0 : r / static_cast<double>(total_) * (r / others);
    }

private:
    std::uint64_t total_ = 0;
    std::uint64_t reached_ = 0;
};

class harmonic_so_far {
public:
    static constexpr std::string_view phase = "harmonically closest vertices";

    void add(std::uint64_t count, std::uint64_t distance) { sum_.add(count, distance); }
    [[nodiscard]] double score(double others) const
    {
        return others > 0.0 ? sum_.value() / others : 0.0;
    }

private:
    inverse_sum sum_;
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

    // The score of `v`, which reaches so many others; nothing if, whatever is left, it is less than
    // `least`.
    template <class SoFar>
    std::optional<double> score_of(std::uint32_t v, std::uint64_t others, double least)
    {
        auto const all = static_cast<double>(g_.num_vertices()) - 1.0;
        SoFar found;
        auto left = others;
        auto most_next = g_.degree(v);
        queue_.assign(1, v);
        seen_by_[v] = v;
        std::size_t first = 0;
        for (std::uint64_t distance = 1; left > 0; ++distance) {
            if (completed(found, distance, left, most_next).score(all) < least) {
                return std::nullopt;
            }
            auto const end = queue_.size();
            most_next = go_on(v, first, end);
            first = end;
            found.add(queue_.size() - end, distance);
            left -= queue_.size() - end;
        }
        return found.score(all);
    }

private:
    static constexpr auto none = std::numeric_limits<std::uint32_t>::max();

    // As near as all others can be.
    template <class SoFar>
    static SoFar completed(SoFar found, std::uint64_t distance, std::uint64_t left,
                           std::uint64_t most_next)
    {
        auto const next = std::min(left, most_next);
        found.add(next, distance);
        found.add(left - next, distance + 1);
        return found;
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
    // Bytes for each: a node of the set, as it lies in memory, and a place in the answer.
    static constexpr std::uint64_t space = 64 + sizeof(ranked_vertex);

    explicit best_vertices(std::uint64_t k) : k_{k} {}

    // Of so many vertices, how many are held at once: one more than k while it is put in its place.
    [[nodiscard]] static std::uint64_t most_held(std::uint64_t k, std::uint64_t vertices)
    {
        return k < vertices ? k + 1 : vertices;
    }

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
        out.reserve(best_.size());
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

template <class SoFar>
std::vector<ranked_vertex> top_of(csr_view g, std::uint64_t k, run_options const& run,
                                  std::uint64_t held)
{
    auto const n = g.num_vertices();
    memory_budget budget{run.memory_budget};
    auto const held_charge = budget.charge(held);
    auto const charge =
        budget.charge(n, pruned_search::space + degree_order::space + graph_blocks::space);
    auto const best_charge = budget.charge(best_vertices::most_held(k, n), best_vertices::space);
    checkpoint check{run, SoFar::phase, n};
    simple_rows const rows{g, budget, check};
    best_vertices best{k};
    if (k > 0) {
        auto const others = uncut_blocks(rows.view(), check).others;
        auto const order = order_by_degree(rows.view()).vertices;
        pruned_search search{rows.view(), check};
        for (auto i = order.size(); i-- > 0;) { // those with most neighbours first
            auto const v = order[i];
            if (auto const score = search.template score_of<SoFar>(v, others[v], best.least())) {
                best.add(v, *score);
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
    return top_of<closeness_so_far>(g, k, run, held);
}

std::vector<ranked_vertex> top_harmonic(csr_view g, std::uint64_t k, run_options const& run,
                                        std::uint64_t held)
{
    return top_of<harmonic_so_far>(g, k, run, held);
}

} // namespace capgraph::inline v0::detail

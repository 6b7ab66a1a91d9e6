// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "algorithm/double_lanes.hpp"
#include "algorithm/reduced_graph.hpp"

#include <capgraph/run/checkpoint.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace capgraph::inline v0::detail {

// Brandes' two sweeps from eight sources of a reduced graph at once: a frontier for all of them, a
// lane for each. A level of all searches is one look at each arc: from the near end,
// or from the far one where that is fewer arcs.
//
// Sides as sources count the pairs with inner nodes for both orders, so that inner nodes need not
// look for sides.
//
// All is inlined into the caller, for the sake of the processor that the caller is compiled for.
template <std::size_t Width>
class dependency_batch {
    using lanes = double_lanes<Width>;

public:
    // Bytes for each node, levels included.
    static constexpr std::uint64_t space = 4 * sizeof(lanes) + 12 * 2 * sizeof(std::uint32_t);

    dependency_batch(reduced_graph const& g, checkpoint const& check) : g_{&g}, pace_{check}
    {
        auto const n = g.num_nodes();
        for (auto* const each : {&paths_, &shares_, &sums_, &dependencies_}) {
            check.poll(); // first touch of memory is slow
            each->resize(n);
        }
        seen_.resize(n);
        is_marked_.resize(n);
    }

    // Adds to `scores` what depends on each inner node for the sources [first, last), all of `b`
    // and of one kind: all inner ones, or all sides. False where there are more paths than a double
    // can tell; `scores` are then as they were.
    [[gnu::always_inline]] inline bool operator()(reduced_graph::block const& b,
                                                  std::uint32_t first, std::uint32_t last,
                                                  std::span<double> scores)
    {
        of_sides_ = first >= b.sides;
        range_ = {b.first, of_sides_ ? b.last : b.sides};
        sides_from_ = b.sides;
        begin(first, last);
        while (reached_.size() > level_starts_.back()) {
            go_on();
        }
        level_starts_.pop_back(); // of the empty level
        if (!fits()) {
            return false;
        }
        while (level_starts_.size() > 1) {
            go_back();
        }
        lanes weights{}; // of the sources
        for (auto v = first; v < last; ++v) {
            weights.set(v - first, g_->weights[v]);
        }
        for (auto v = b.first; v < b.sides; ++v) {
            auto of_pairs = dependencies_[v];
            of_pairs.multiply(weights);
            scores[v] += of_pairs.sum();
        }
        return true;
    }

private:
    // A node, and the searches that reached it at the level at hand.
    struct reached {
        std::uint32_t node;
        std::uint32_t lanes;
    };
    struct node_range {
        std::uint32_t first;
        std::uint32_t last;
    };

    [[gnu::always_inline]] inline void begin(std::uint32_t first, std::uint32_t last)
    {
        auto const all = last - first;
        auto const absent = all_lanes & ~((1U << all) - 1U);
        for (auto v = range_.first; v < range_.last; ++v) {
            paths_[v].clear();
            shares_[v].clear();
            dependencies_[v].clear();
            seen_[v] = static_cast<std::uint8_t>(absent);
        }
        pace_.steps(range_.last - range_.first);
        all_paths_.clear();
        reached_.clear();
        level_starts_.assign(1, 0);
        for (auto v = first; v < last; ++v) {
            auto const bit = 1U << (v - first);
            paths_[v].set(v - first, 1.0);
            seen_[v] = static_cast<std::uint8_t>(seen_[v] | bit);
            reached_.push_back({v, bit});
        }
    }

    [[nodiscard, gnu::always_inline]] inline std::span<std::uint32_t const>
    row(std::uint32_t v) const
    {
        return of_sides_ ? g_->row(v) : g_->inner_row(v);
    }

    [[nodiscard]] std::span<reached const> level_from(std::size_t start, std::size_t end) const
    {
        return std::span{reached_}.subspan(start, end - start);
    }

    [[nodiscard]] std::uint64_t arcs_of(std::span<reached const> level) const
    {
        std::uint64_t arcs = 0;
        for (auto const& r : level) {
            arcs += row(r.node).size();
        }
        return arcs;
    }

    // ---- On: how many paths

    // The next level.
    [[gnu::always_inline]] inline void go_on()
    {
        auto const start = level_starts_.back();
        auto const end = reached_.size();
        auto const is_first = level_starts_.size() == 1;
        for (auto i = start; i < end; ++i) {
            auto const r = reached_[i];
            auto& share = shares_[r.node];
            // Twins of a source are reached as it is, and lie behind it for nobody.
            share.set_product(paths_[r.node], is_first ? 1.0 : g_->multiplicities[r.node]);
            share.keep(r.lanes);
        }
        auto const arcs = arcs_of(level_from(start, end));
        auto const all =
            g_->offsets[range_.last] - g_->offsets[range_.first]; // those to sides included
        if (is_first || 3 * arcs < all) {
            push_on(start, end);
        } else {
            pull_on();
        }
        for (auto i = start; i < end; ++i) {
            shares_[reached_[i].node].clear();
        }
        level_starts_.push_back(end);
    }

    [[gnu::always_inline]] inline void push_on(std::size_t start, std::size_t end)
    {
        touched_.clear();
        for (auto i = start; i < end; ++i) {
            auto const r = reached_[i];
            auto const& share = shares_[r.node];
            pace_.steps(1 + row(r.node).size());
            for (auto const w : row(r.node)) {
                if ((r.lanes & ~std::uint32_t{seen_[w]}) == 0) {
                    continue;
                }
                if (is_marked_[w] == 0) {
                    is_marked_[w] = 1;
                    touched_.push_back(w);
                    sums_[w] = share;
                } else {
                    sums_[w].add(share);
                }
            }
        }
        for (auto const w : touched_) {
            is_marked_[w] = 0;
            reach(w, sums_[w]);
        }
    }

    // No path leads on over a side but from it.
    [[gnu::always_inline]] inline void pull_on()
    {
        for (auto w = range_.first; w < range_.last; ++w) {
            if (seen_[w] != all_lanes) {
                lanes paths;
                sum_shares(g_->inner_row(w), paths);
                reach(w, paths);
            }
        }
    }

    [[gnu::always_inline]] inline void sum_shares(std::span<std::uint32_t const> row, lanes& to)
    {
        pace_.steps(1 + row.size());
        lanes even{};
        lanes odd{};
        std::size_t i = 0;
        for (; i + 1 < row.size(); i += 2) {
            even.add(shares_[row[i]]);
            odd.add(shares_[row[i + 1]]);
        }
        if (i < row.size()) {
            even.add(shares_[row[i]]);
        }
        even.add(odd);
        to = even;
    }

    [[gnu::always_inline]] inline void reach(std::uint32_t w, lanes& paths)
    {
        auto const found = paths.above(0.0) & ~std::uint32_t{seen_[w]};
        if (found == 0) {
            return;
        }
        paths.keep(found);
        paths_[w].add(paths);
        all_paths_.add(paths);
        seen_[w] = static_cast<std::uint8_t>(seen_[w] | found);
        reached_.push_back({w, found});
    }

    // One over a number of paths has all its digits, too: none is more than their sum.
    [[nodiscard, gnu::always_inline]] inline bool fits() const
    {
        constexpr auto most = 1e290;
        return all_paths_.above(most) == 0;
    }

    // ---- Back: what depends on whom

    // Tells the level before the last what depends on it for the last, which is done with.
    [[gnu::always_inline]] inline void go_back()
    {
        auto const start = level_starts_.back();
        auto const end = reached_.size();
        level_starts_.pop_back();
        auto const before = level_starts_.back();
        if (level_starts_.size() > 1) { // else the sources, which are ends
            put_shares(start, end);
            if (arcs_of(level_from(before, start)) <= 2 * arcs_of(level_from(start, end))) {
                pull_back(before, start);
            } else {
                push_back(before, start, end);
            }
            for (auto i = start; i < end; ++i) {
                shares_[reached_[i].node].clear();
            }
        }
        reached_.resize(start);
    }

    [[gnu::always_inline]] inline void put_shares(std::size_t start, std::size_t end)
    {
        for (auto i = start; i < end; ++i) {
            auto const r = reached_[i];
            auto const orders = of_sides_ && r.node < sides_from_ ? 2.0 : 1.0;
            auto& share = shares_[r.node];
            share.set_product(dependencies_[r.node], g_->multiplicities[r.node],
                              g_->weights[r.node] * orders);
            share.divide(paths_[r.node]);
            share.keep(r.lanes);
        }
    }

    [[gnu::always_inline]] inline void pull_back(std::size_t before, std::size_t start)
    {
        for (auto i = before; i < start; ++i) {
            if (reached_[i].node < sides_from_) {
                lanes sum;
                sum_shares(row(reached_[i].node), sum);
                depend(reached_[i], sum);
            }
        }
    }

    [[gnu::always_inline]] inline void push_back(std::size_t before, std::size_t start,
                                                 std::size_t end)
    {
        for (auto i = before; i < start; ++i) {
            is_marked_[reached_[i].node] = 1;
            sums_[reached_[i].node].clear();
        }
        for (auto i = start; i < end; ++i) {
            auto const& share = shares_[reached_[i].node];
            auto const inner = g_->inner_row(reached_[i].node);
            pace_.steps(1 + inner.size());
            for (auto const u : inner) {
                if (is_marked_[u] != 0) {
                    sums_[u].add(share);
                }
            }
        }
        for (auto i = before; i < start; ++i) {
            is_marked_[reached_[i].node] = 0;
            if (reached_[i].node < sides_from_) {
                depend(reached_[i], sums_[reached_[i].node]);
            }
        }
    }

    [[gnu::always_inline]] inline void depend(reached r, lanes& sum)
    {
        sum.multiply(paths_[r.node]);
        sum.keep(r.lanes);
        dependencies_[r.node].add(sum);
    }

    reduced_graph const* g_;
    paced_poll pace_;
    bool of_sides_ = false;
    node_range range_{};
    std::uint32_t sides_from_ = 0;
    std::vector<lanes> paths_;
    std::vector<lanes> shares_; // of the level at hand, 0 elsewhere
    std::vector<lanes> sums_;
    std::vector<lanes> dependencies_;
    lanes all_paths_{};
    std::vector<std::uint8_t> seen_; // the lanes of those that are not searched for, too
    std::vector<std::uint8_t> is_marked_;
    std::vector<std::uint32_t> touched_;
    std::vector<reached> reached_; // by level
    std::vector<std::size_t> level_starts_;
};

} // namespace capgraph::inline v0::detail

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "algorithm/leiden_moves.hpp"

#include "algorithm/random_order.hpp"

namespace capgraph::inline v0::detail {

level_moves::level_moves(leiden_rows const& g, null_model const& null, memory_budget& budget)
    : g_{g}, null_{null}, budget_{budget}, near_{g.size(), budget}, at_label_{budget, g.size()},
      sizes_{budget, g.size()}, unused_{budget}, queue_{budget}, is_queued_{budget}
{
}

void level_moves::begin(charged_vector<std::uint32_t> const& labels, std::mt19937_64& random,
                        checkpoint const& check)
{
    auto const n = g_.size();
    paced_poll pace{check};
    for (std::size_t v = 0; v < n; ++v) {
        pace.step();
        at_label_[labels[v]] += g_.at[v];
        ++sizes_[labels[v]];
    }
    unused_.reserve(n);
    for (auto label = n; label > 0; --label) {
        if (sizes_[label - 1] == 0) {
            unused_.push_back(static_cast<std::uint32_t>(label - 1));
        }
    }
    queue_ = random_order(n, random, budget_, check);
    is_queued_.assign(n, 1);
    waiting_ = n;
    next_ = 0;
}

bool level_moves::run(charged_vector<std::uint32_t>& labels, std::mt19937_64& random,
                      checkpoint* first_pass, checkpoint const& check)
{
    constexpr std::size_t stride = 1024;
    begin(labels, random, check);
    auto const n = g_.size();
    paced_poll pace{check};
    auto any = false;
    for (std::size_t asked = 1; waiting_ > 0; ++asked) {
        auto const v = queue_[next_];
        next_ = next_ + 1 == n ? 0 : next_ + 1;
        --waiting_;
        is_queued_[v] = 0;
        pace.steps(2 * g_.row(v).size() + 1);
        any = move(v, labels) || any;
        if (first_pass != nullptr && asked <= n && (asked % stride == 0 || asked == n)) {
            first_pass->advance(asked % stride == 0 ? stride : n % stride);
        }
    }
    return any;
}

bool level_moves::move(std::uint32_t v, charged_vector<std::uint32_t>& labels)
{
    auto const own = labels[v];
    g_.for_each_neighbour(v, [&](std::uint32_t u, double weight) { near_.add(labels[u], weight); });
    at_label_[own] -= g_.at[v];
    auto const best = best_place(v, own);
    at_label_[best.label] += g_.at[v];
    near_.clear();
    if (best.label == own) {
        return false;
    }
    labels[v] = best.label;
    if (--sizes_[own] == 0) {
        at_label_[own] = {}; // without what rounding left
        unused_.push_back(own);
    }
    if (sizes_[best.label]++ == 0) {
        unused_.pop_back();
    }
    ask_neighbours(v, labels);
    return true;
}

level_moves::place level_moves::best_place(std::uint32_t v, std::uint32_t own)
{
    auto const factor = null_.factor(g_.at[v]);
    auto const is_alone = sizes_[own] == 1;
    auto const chance = is_alone ? 0.0 : null_model::expected(factor, at_label_[own]);
    double all_edges = 0.0;
    for (auto const label : near_.labels()) {
        all_edges += near_.to(label);
    }
    auto const stays = is_alone ? 0.0 : near_.to(own) - chance;
    place best{own, stays + least_gain * (all_edges + chance)};
    for (auto const label : near_.labels()) {
        auto const value = near_.to(label) - null_model::expected(factor, at_label_[label]);
        if (value > best.value && label != own) {
            best = {label, value};
        }
    }
    if (best.value < 0.0 && !is_alone) { // by itself it would be worth 0
        best = {unused_.back(), 0.0};
    }
    return best;
}

void level_moves::ask_neighbours(std::uint32_t v, charged_vector<std::uint32_t> const& labels)
{
    auto const n = g_.size();
    auto last = next_ + waiting_;
    last -= last >= n ? n : 0;
    for (auto const u : g_.row(v)) {
        if (is_queued_[u] == 0 && labels[u] != labels[v]) {
            is_queued_[u] = 1;
            queue_[last] = u;
            last = last + 1 == n ? 0 : last + 1;
            ++waiting_;
        }
    }
}

} // namespace capgraph::inline v0::detail

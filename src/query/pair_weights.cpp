// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "pair_weights.hpp"

#include "../run/paced_advance.hpp"

#include <capgraph/run/checkpoint.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace capgraph::inline v0::detail {

namespace {

/// What a group of `n` investors adds to each of its pairs; 1 where only their number matters.
double share_of(co_investment_weight weight, std::uint64_t n)
{
    auto const size =
        static_cast<double>(std::max<std::uint64_t>(n, 2)); // of fewer there is no pair
    switch (weight) {
    case co_investment_weight::newman:
        return 1.0 / (size - 1.0);
    case co_investment_weight::adamic_adar:
        return 1.0 / std::log(size);
    case co_investment_weight::shared:
    case co_investment_weight::jaccard:
    case co_investment_weight::cosine:
    case co_investment_weight::simpson:
        break;
    }
    return 1.0;
}

/// Leaves out the arcs for which `stays(arc)` is false.
template <class Stays>
void keep_arcs(packed_graph& graph, Stays stays, paced_advance& work)
{
    std::uint64_t to = 0;
    std::uint64_t from = 0;
    for (std::size_t v = 0; v + 1 < graph.offsets.size(); ++v) {
        graph.offsets[v] = to;
        for (auto const end = graph.offsets[v + 1]; from < end; ++from) {
            work.step();
            if (stays(from)) {
                graph.targets[to] = graph.targets[from];
                graph.weights[to++] = graph.weights[from];
            }
        }
    }
    graph.offsets.back() = to;
    graph.targets.resize(to);
    graph.weights.resize(to);
}

/// Which arcs are among the `k` heaviest of their row.
std::vector<bool> heaviest(packed_graph const& graph, std::size_t k, paced_advance& work)
{
    std::vector<bool> out(graph.targets.size());
    std::vector<std::uint64_t> row;
    for (std::size_t v = 0; v + 1 < graph.offsets.size(); ++v) {
        row.resize(graph.offsets[v + 1] - graph.offsets[v]);
        std::iota(row.begin(), row.end(), graph.offsets[v]);
        auto const last = row.begin() + static_cast<std::ptrdiff_t>(std::min(k, row.size()));
        std::partial_sort(row.begin(), last, row.end(), [&](std::uint64_t a, std::uint64_t b) {
            work.step();
            return graph.weights[a] != graph.weights[b] ? graph.weights[a] > graph.weights[b]
                                                        : a < b;
        });
        std::for_each(row.begin(), last, [&](std::uint64_t arc) { out[arc] = true; });
    }
    return out;
}

/// The arc the other way round.
std::uint64_t reverse_of(packed_graph const& graph, std::uint32_t from, std::uint32_t to)
{
    auto const first = graph.targets.begin() + static_cast<std::ptrdiff_t>(graph.offsets[to]);
    auto const last = graph.targets.begin() + static_cast<std::ptrdiff_t>(graph.offsets[to + 1U]);
    return static_cast<std::uint64_t>(std::lower_bound(first, last, from) - graph.targets.begin());
}

/// Leaves out the arcs that stay neither way round.
void keep_either(packed_graph& graph, std::vector<bool> stays, paced_advance& work)
{
    for (std::uint32_t v = 0; v + 1 < graph.offsets.size(); ++v) {
        for (auto arc = graph.offsets[v]; arc < graph.offsets[v + 1U]; ++arc) {
            work.step();
            if (v < graph.targets[arc]) {
                auto const back = reverse_of(graph, v, graph.targets[arc]);
                auto const either = stays[arc] || stays[back];
                stays[arc] = either;
                stays[back] = either;
            }
        }
    }
    keep_arcs(
        graph, [&](std::uint64_t arc) { return stays[arc]; }, work);
}

} // namespace

pair_weights::pair_weights(co_investment_groups const& all, co_investment_weight weight)
    : all_{&all}, weight_{weight}
{
    if (weight == co_investment_weight::newman || weight == co_investment_weight::adamic_adar) {
        of_groups_.reserve(all.num_groups());
        for (std::size_t g = 0; g < all.num_groups(); ++g) {
            of_groups_.push_back(share_of(weight, all.groups().size_of(g)));
        }
    }
}

double pair_weights::finished(double sum, std::uint32_t a, std::uint32_t b) const
{
    auto const x = static_cast<double>(all_->memberships().size_of(a));
    auto const y = static_cast<double>(all_->memberships().size_of(b));
    switch (weight_) {
    case co_investment_weight::jaccard:
        return sum / (x + y - sum);
    case co_investment_weight::cosine:
        return sum / std::sqrt(x * y);
    case co_investment_weight::simpson:
        return sum / std::min(x, y);
    case co_investment_weight::shared:
    case co_investment_weight::newman:
    case co_investment_weight::adamic_adar:
        break;
    }
    return sum;
}

void pair_weights::finish(packed_graph& sums, run_options const& run) const
{
    if (weight_ == co_investment_weight::shared || !of_groups_.empty()) {
        return; // the sum is the weight
    }
    checkpoint check{run, "weighing pairs", sums.targets.size()};
    paced_advance work{check};
    for (std::uint32_t v = 0; v + 1 < sums.offsets.size(); ++v) {
        for (auto arc = sums.offsets[v]; arc < sums.offsets[v + 1U]; ++arc) {
            work.step();
            auto const other = sums.targets[arc];
            sums.weights[arc] = finished(sums.weights[arc], v, other);
        }
    }
    check.finish();
}

void pair_weights::weigh_anew(packed_graph& pairs, run_options const& run) const
{
    auto const groups_of = all_->memberships();
    checkpoint check{run, "weighing pairs", groups_of.size()};
    paced_poll poll{check};
    std::vector<bool> is_in(all_->num_groups());
    for (std::uint32_t v = 0; v + 1 < pairs.offsets.size(); ++v) {
        for (auto const group : groups_of.row(v)) {
            is_in[group] = true;
        }
        for (auto arc = pairs.offsets[v]; arc < pairs.offsets[v + 1U]; ++arc) {
            auto const other = pairs.targets[arc];
            auto sum = 0.0; // in the order of the groups: the same from both ends
            for (auto const group : groups_of.row(other)) {
                poll.step();
                sum += is_in[group] ? of_group(group) : 0.0;
            }
            pairs.weights[arc] = finished(sum, v, other);
        }
        for (auto const group : groups_of.row(v)) {
            is_in[group] = false;
        }
        check.advance();
    }
    check.finish();
}

void keep_heavy(packed_graph& graph, double least, std::size_t top_k, run_options const& run)
{
    auto const ranks = top_k != std::numeric_limits<std::size_t>::max();
    if (graph.offsets.empty() || (least <= 0.0 && !ranks)) {
        return;
    }
    auto const arcs = graph.targets.size();
    checkpoint check{run, "leaving out pairs",
                     (least > 0.0 ? arcs : 0) + (ranks ? 2 * arcs + steps_of_sort(arcs) : 0)};
    paced_advance work{check};
    if (least > 0.0) {
        keep_arcs(
            graph, [&](std::uint64_t arc) { return graph.weights[arc] >= least; }, work);
    }
    if (ranks) {
        keep_either(graph, heaviest(graph, top_k, work), work);
    }
    check.finish();
}

} // namespace capgraph::inline v0::detail

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "algorithm/reduced_betweenness.hpp"

#include "algorithm/dependency_batch.hpp"
#include "algorithm/graph_blocks.hpp"
#include "algorithm/reduced_graph.hpp"
#include "algorithm/workers_within.hpp"

#include <capgraph/run/parallel.hpp>

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <functional>
#include <span>

namespace capgraph::inline v0::detail {

namespace {

template <std::size_t Width>
using search_function = bool (*)(dependency_batch<Width>&, reduced_graph::block const&,
                                 std::uint32_t, std::uint32_t, std::span<double>);

template <std::size_t Width>
bool search_anywhere(dependency_batch<Width>& search, reduced_graph::block const& b,
                     std::uint32_t first, std::uint32_t last, std::span<double> scores)
{
    return search(b, first, last, scores);
}

// The answer is the same; it comes sooner.
#if defined(__x86_64__)
[[gnu::target("avx2")]] bool search_with_avx2(dependency_batch<4>& search,
                                              reduced_graph::block const& b, std::uint32_t first,
                                              std::uint32_t last, std::span<double> scores)
{
    return search(b, first, last, scores);
}
[[gnu::target("avx512f,avx512dq")]] bool search_with_avx512(dependency_batch<8>& search,
                                                            reduced_graph::block const& b,
                                                            std::uint32_t first, std::uint32_t last,
                                                            std::span<double> scores)
{
    return search(b, first, last, scores);
}
#endif

struct batch {
    std::uint32_t block;
    std::uint32_t first;
    std::uint32_t last;
};

std::vector<batch> batches_of(reduced_graph const& g)
{
    std::vector<batch> out;
    for (std::size_t b = 0; b < g.blocks.size(); ++b) {
        auto const add = [&](std::uint32_t first, std::uint32_t last) {
            for (; first < last; first += lane_count) {
                out.push_back(
                    {static_cast<std::uint32_t>(b), first, std::min(last, first + lane_count)});
            }
        };
        add(g.blocks[b].first, g.blocks[b].sides);
        add(g.blocks[b].sides, g.blocks[b].last);
    }
    return out;
}

// Some hundred microseconds at a time.
std::uint64_t grain_of(reduced_graph const& g, std::vector<batch> const& batches)
{
    std::uint64_t steps = 1;
    for (auto const& b : batches) {
        auto const& block = g.blocks[b.block];
        steps += 4 * (g.offsets[block.last] - g.offsets[block.first]);
    }
    auto const each = steps / std::max<std::uint64_t>(1, batches.size());
    return std::max<std::uint64_t>(1, (std::uint64_t{1} << 18U) / std::max<std::uint64_t>(1, each));
}

// So much of a work of `total` units is done with the nodes before `u` of n.
std::uint64_t part_of(std::uint64_t total, std::uint32_t u, std::size_t n)
{
    return total * u / n;
}

// Of the nodes; nothing where there are too many paths. Advances `check` by `total`.
template <std::size_t Width>
std::optional<std::vector<double>>
sum_over_sources(search_function<Width> search, reduced_graph const& g, std::uint64_t total,
                 memory_budget& budget, checkpoint& check, run_options run)
{
    using search_type = dependency_batch<Width>;
    auto const n = g.num_nodes();
    auto const batches = batches_of(g);
    block_plan const plan{.items = batches.size(), .grain = grain_of(g, batches)};
    auto const sums = budget.charge(std::min(plan.blocks(), reduction_slots), n * sizeof(double));
    run.threads = workers_within(budget, plan, run, n * search_type::space);
    auto const scratch = budget.charge(run.threads, n * search_type::space);
    std::vector<std::optional<search_type>> searches(run.threads);
    std::atomic<bool> fits = true;
    auto scores = ordered_reduce(
        plan, run,
        [&] {
            check.poll(); // first touch of memory is slow
            return std::vector<double>(n, 0.0);
        },
        [&](work_block const& at, std::vector<double>& into) {
            auto& own = searches[at.worker];
            if (!own) {
                own.emplace(g, check);
            }
            for (auto i = at.first; i < at.last && fits; ++i) {
                auto const& each = batches[static_cast<std::size_t>(i)];
                if (!search(*own, g.blocks[each.block], each.first, each.last, into)) {
                    fits = false;
                }
                check.advance(part_of(total, each.last, n) - part_of(total, each.first, n));
            }
        },
        [&](std::vector<double>& into, std::vector<double> const& from) {
            check.poll();
            std::transform(into.begin(), into.end(), from.begin(), into.begin(), std::plus{});
        });
    return fits ? std::optional{std::move(scores)} : std::nullopt;
}

// As wide as the processor allows.
std::optional<std::vector<double>> sum_by_best(reduced_graph const& g, std::uint64_t total,
                                               memory_budget& budget, checkpoint& check,
                                               run_options const& run)
{
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512dq") != 0) {
        return sum_over_sources<8>(&search_with_avx512, g, total, budget, check, run);
    }
    if (__builtin_cpu_supports("avx2") != 0) {
        return sum_over_sources<4>(&search_with_avx2, g, total, budget, check, run);
    }
#endif
    return sum_over_sources<2>(&search_anywhere<2>, g, total, budget, check, run);
}

// What one thread and one sum take, for as many nodes as there can be.
std::uint64_t least_space(std::uint64_t nodes)
{
    return nodes * (dependency_batch<2>::space + reduction_slots * sizeof(double) + sizeof(batch));
}

} // namespace

std::optional<std::vector<double>> reduced_betweenness(csr_view g,
                                                       betweenness_options const& options,
                                                       memory_budget& budget, checkpoint& check,
                                                       run_options const& run)
{
    auto const n = g.num_vertices();
    if (budget.left() / std::max<std::size_t>(1, n) < graph_blocks::space) {
        return std::nullopt;
    }
    auto const cut_charge = budget.charge(n, graph_blocks::space);
    auto const& reductions = options.reductions;
    auto cut = reductions.cut_vertices ? cut_into_blocks(g, check) : uncut_blocks(g, check);
    auto const space = reduced_graph::space(g, cut);
    if (budget.left() < space + least_space(cut.weights.size())) {
        return std::nullopt;
    }
    auto const graph_charge = budget.charge(space);
    auto const reduced =
        reduce(g, cut, {.twins = reductions.twins, .sides = reductions.sides}, budget, run, check);
    auto const found = sum_by_best(reduced, n, budget, check, run);
    if (!found) {
        return std::nullopt;
    }
    auto scores = std::move(cut.scores);
    for (std::size_t v = 0; options.endpoints && v < n; ++v) {
        scores[v] += 2.0 * static_cast<double>(cut.others[v]);
    }
    for (std::uint32_t u = 0; u < reduced.num_nodes(); ++u) {
        for (auto const v : reduced.vertices_of(u)) {
            scores[v] += (*found)[u];
        }
    }
    return scores;
}

} // namespace capgraph::inline v0::detail

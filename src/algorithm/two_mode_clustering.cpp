// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/two_mode_clustering.hpp>

#include "algorithm/overlap.hpp"
#include "algorithm/simple_rows.hpp"
#include "algorithm/wedge_counts.hpp"
#include "algorithm/workers_within.hpp"
#include "run/without_progress.hpp"

#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/memory_budget.hpp>
#include <capgraph/run/parallel.hpp>

#include <algorithm>
#include <cstddef>
#include <span>

namespace capgraph::inline v0::detail {

namespace {

using optional_scores = std::vector<std::optional<double>>;

// Calls work(u, worker, pace) for each vertex, each block of them in one thread.
template <class Work>
void for_each_vertex(std::size_t n, run_options const& run, checkpoint& check, Work work)
{
    parallel_for_blocks({.items = n, .grain = 64}, run, [&](work_block const& block) {
        paced_poll pace{check};
        for (auto u = block.first; u < block.last; ++u) {
            work(static_cast<std::uint32_t>(u), block.worker, pace);
        }
        check.advance(block.last - block.first);
    });
}

run_options with_workers(memory_budget const& budget, run_options run, std::size_t n,
                         std::uint64_t bytes_each)
{
    run.threads = workers_within(budget, {.items = n, .grain = 64}, run, n * bytes_each);
    return run;
}

// The mean over all that u shares a neighbour with. `wedges` is empty before and after.
std::optional<double> mean_overlap(csr_view g, std::uint32_t u, overlap_coefficient coefficient,
                                   wedge_counts& wedges, paced_poll& pace)
{
    for (auto const middle : g.row(u)) {
        pace.steps(g.degree(middle));
        for (auto const w : g.row(middle)) {
            if (w != u) {
                wedges.add(w);
            }
        }
    }
    if (wedges.touched().empty()) {
        return std::nullopt;
    }
    double sum = 0.0;
    for (auto const w : wedges.touched()) {
        auto const divisor = overlap_divisor(wedges[w], g.degree(u), g.degree(w), coefficient);
        sum += static_cast<double>(wedges[w]) / static_cast<double>(divisor);
    }
    auto const mean = sum / static_cast<double>(wedges.touched().size());
    wedges.clear();
    return std::min(mean, 1.0);
}

// What one thread finds of redundancy: whole numbers, the sums of which are the same whoever found
// what.
class redundancy_search {
public:
    // Bytes for each vertex.
    static constexpr std::uint64_t space = wedge_counts::space + sizeof(std::uint64_t);

    explicit redundancy_search(csr_view g)
        : g_{g}, wedges_{g.num_vertices()}, redundant_(g.num_vertices(), 0)
    {
    }

    // Counts, at each neighbour of u, the pairs of u and a higher vertex that share another one.
    void search(std::uint32_t u, paced_poll& pace)
    {
        for (auto const middle : g_.row(u)) {
            pace.steps(g_.degree(middle));
            for (auto const w : later(middle, u)) {
                wedges_.add(w);
            }
        }
        for (auto const middle : g_.row(u)) {
            pace.steps(g_.degree(middle));
            for (auto const w : later(middle, u)) {
                redundant_[middle] += wedges_[w] > 1 ? 1U : 0U;
            }
        }
        wedges_.clear();
    }

    void add_to(std::vector<std::uint64_t>& counts) const
    {
        for (std::size_t v = 0; v < counts.size(); ++v) {
            counts[v] += redundant_[v];
        }
    }

private:
    [[nodiscard]] std::span<std::uint32_t const> later(std::uint32_t middle, std::uint32_t u) const
    {
        auto const row = g_.row(middle);
        auto const after = std::upper_bound(row.begin(), row.end(), u);
        return row.subspan(static_cast<std::size_t>(after - row.begin()));
    }

    csr_view g_;
    wedge_counts wedges_;
    std::vector<std::uint64_t> redundant_; // pairs of neighbours
};

std::vector<std::uint64_t> redundant_pairs(csr_view g, memory_budget& budget, checkpoint& check,
                                           run_options const& run)
{
    auto const n = g.num_vertices();
    auto const own_run = with_workers(budget, run, n, redundancy_search::space);
    auto const scratch = budget.charge(own_run.threads, n * redundancy_search::space);
    std::vector<std::optional<redundancy_search>> searches(own_run.threads);
    for_each_vertex(n, own_run, check, [&](std::uint32_t u, unsigned worker, paced_poll& pace) {
        auto& own = searches[worker];
        if (!own) {
            own.emplace(g);
        }
        own->search(u, pace);
    });
    std::vector<std::uint64_t> counts(n, 0);
    for (auto const& own : searches) {
        if (own) {
            own->add_to(counts);
        }
    }
    return counts;
}

} // namespace

optional_scores two_mode_clustering(csr_view g, overlap_coefficient coefficient,
                                    run_options const& run, std::uint64_t held)
{
    auto const n = g.num_vertices();
    memory_budget budget{run.memory_budget};
    auto const held_charge = budget.charge(held);
    auto const results = budget.charge(n, sizeof(std::optional<double>));
    checkpoint check{run, "two-mode clustering", n};
    simple_rows const rows{g, budget, check};
    auto const own_run = with_workers(budget, run, n, wedge_counts::space);
    auto const scratch = budget.charge(own_run.threads, n * wedge_counts::space);
    std::vector<std::optional<wedge_counts>> wedges(own_run.threads);
    optional_scores score(n);
    for_each_vertex(n, own_run, check, [&](std::uint32_t u, unsigned worker, paced_poll& pace) {
        auto& own = wedges[worker];
        if (!own) {
            own.emplace(n);
        }
        score[u] = mean_overlap(rows.view(), u, coefficient, *own, pace);
    });
    check.finish();
    return score;
}

optional_scores two_mode_redundancy(csr_view g, run_options const& run, std::uint64_t held)
{
    auto const n = g.num_vertices();
    memory_budget budget{run.memory_budget};
    auto const held_charge = budget.charge(held);
    auto const results = budget.charge(n, sizeof(std::uint64_t) + sizeof(std::optional<double>));
    checkpoint check{run, "two-mode redundancy", n};
    simple_rows const rows{g, budget, check};
    auto const pairs = redundant_pairs(rows.view(), budget, check, run);
    optional_scores score(n);
    for (std::uint32_t v = 0; v < n; ++v) {
        auto const d = static_cast<double>(rows.view().degree(v));
        if (d > 1.0) {
            score[v] = static_cast<double>(pairs[v]) / (d * (d - 1.0) / 2.0);
        }
    }
    check.finish();
    return score;
}

std::optional<double> robins_alexander_clustering(csr_view g, run_options const& run,
                                                  std::uint64_t held)
{
    auto const total = butterflies(g, run, held).total;
    memory_budget budget{run.memory_budget};
    auto const held_charge = budget.charge(held);
    auto const quiet = without_progress(run);
    checkpoint const check{quiet, "paths of three edges", 0};
    simple_rows const rows{g, budget, check};
    paced_poll pace{check};
    double paths = 0.0; // twice, from either end of the middle edge
    for (std::uint32_t u = 0; u < g.num_vertices(); ++u) {
        pace.steps(rows.view().degree(u) + 1);
        for (auto const v : rows.view().row(u)) {
            paths += static_cast<double>(rows.view().degree(u) - 1)
                     * static_cast<double>(rows.view().degree(v) - 1);
        }
    }
    return paths == 0.0 ? std::nullopt : std::optional{8.0 * static_cast<double>(total) / paths};
}

} // namespace capgraph::inline v0::detail

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "algorithm/path_count.hpp"
#include "algorithm/workers_within.hpp"

#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/memory_budget.hpp>
#include <capgraph/run/parallel.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace capgraph::inline v0::detail {

// What one thread works with: a search by edges or by lengths, and one of wider counts for sources
// whose paths are too many.
template <template <class> class Search>
class dependency_searcher {
    using narrow_search = Search<double>;
    using wide_search = Search<wide_count>;

public:
    using graph = typename narrow_search::graph;

    dependency_searcher(graph const& g, memory_budget& budget, checkpoint const& check)
        : g_{g}, budget_{budget}, check_{check}, narrow_{g, check}
    {
    }

    void add_dependencies(std::uint32_t source, bool endpoints, std::vector<double>& score)
    {
        auto const fits = narrow_.count_paths(source);
        if (endpoints) {
            add_ends(score);
        }
        if (fits) {
            narrow_.add_dependencies(score);
            return;
        }
        if (!wide_) {
            charge_ = budget_.charge(wide_search::bytes(g_));
            wide_.emplace(g_, check_);
        }
        wide_->count_paths(source);
        wide_->add_dependencies(score);
    }

private:
    // One to the score of each vertex for each pair of the source and another that was reached.
    void add_ends(std::vector<double>& score) const
    {
        auto const reached = narrow_.reached();
        score[reached.front()] += static_cast<double>(reached.size() - 1);
        for (auto const v : reached.subspan(1)) {
            score[v] += 1.0;
        }
    }

    graph g_;
    memory_budget& budget_;
    checkpoint const& check_;
    narrow_search narrow_;
    std::optional<wide_search> wide_;
    memory_charge charge_;
};

// Sources in blocks of about a quarter of a million steps: some hundred microseconds.
[[nodiscard]] inline block_plan plan_of_sources(std::size_t vertices, std::uint64_t arcs)
{
    auto const steps = vertices + 2 * arcs;
    return {.items = vertices,
            .grain = std::max<std::uint64_t>(1, (std::uint64_t{1} << 18U) / steps)};
}

// What depends on each vertex, over all sources in turn: each unordered pair counts twice. With
// endpoints a pair counts for its ends, too.
// Precondition: there is a vertex.
template <template <class> class Search>
[[nodiscard]] std::vector<double>
sum_over_sources(typename dependency_searcher<Search>::graph const& g, bool endpoints,
                 memory_budget& budget, checkpoint& check, run_options run)
{
    auto const n = g.num_vertices();
    auto const plan = plan_of_sources(n, g.num_arcs());
    auto const slots = std::min(plan.blocks(), reduction_slots);
    auto const sums = budget.charge(slots, n * sizeof(double));
    auto const bytes_each = Search<double>::bytes(g);
    run.threads = std::min(workers_within(budget, plan, run, bytes_each),
                           static_cast<unsigned>(reduction_slots));
    auto const scratch = budget.charge(run.threads, bytes_each);
    std::vector<std::optional<dependency_searcher<Search>>> searchers(run.threads);
    return ordered_reduce(
        plan, run,
        [&] {
            check.poll(); // first touch of memory is slow
            return std::vector<double>(n, 0.0);
        },
        [&](work_block const& block, std::vector<double>& score) {
            auto& own = searchers[block.worker];
            if (!own) {
                own.emplace(g, budget, check);
            }
            for (auto source = block.first; source < block.last; ++source) {
                own->add_dependencies(static_cast<std::uint32_t>(source), endpoints, score);
                check.advance();
            }
        },
        [&](std::vector<double>& into, std::vector<double> const& from) {
            check.poll();
            std::transform(into.begin(), into.end(), from.begin(), into.begin(), std::plus{});
        });
}

} // namespace capgraph::inline v0::detail

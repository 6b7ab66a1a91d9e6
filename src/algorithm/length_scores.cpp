// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "algorithm/arc_rows.hpp"
#include "algorithm/distance_sums.hpp"
#include "algorithm/length_search.hpp"

#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/parallel.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>

namespace capgraph::inline v0::detail {

namespace {

// Sources in blocks of about a hundred thousand steps: some hundred microseconds.
block_plan plan_of(csr_view g)
{
    auto const steps = g.num_vertices() + g.num_arcs();
    return {.items = g.num_vertices(),
            .grain = std::max<std::uint64_t>(1, (std::uint64_t{1} << 16U)
                                                    / std::max<std::uint64_t>(1, steps))};
}

} // namespace

std::vector<double> score_lengths(csr_view g, distance_question const& question,
                                  memory_budget& budget, run_options const& run,
                                  length_score const& score)
{
    auto const n = g.num_vertices();
    checkpoint check{run, question.phase, n};
    arc_rows const rows{g, question.kind, question.edges, budget, check};
    auto const view = rows.view();
    auto const bytes_each =
        n * length_search::space + (view.num_arcs() + 1) * length_search::space_of_arc;
    auto const plan = plan_of(view);
    auto own_run = run;
    own_run.threads = static_cast<unsigned>(std::clamp<std::uint64_t>(
        budget.left() / bytes_each, 1, std::max(1U, worker_count(plan, run))));
    auto const charge = budget.charge(own_run.threads, bytes_each);
    std::vector<double> result(n, 0.0);
    std::vector<std::optional<length_search>> searches(own_run.threads);
    parallel_for_blocks(plan, own_run, [&](work_block const& block) {
        auto& own = searches[block.worker];
        if (!own) {
            own.emplace(view, check);
        }
        for (auto source = block.first; source < block.last; ++source) {
            result[source] = score((*own)(static_cast<std::uint32_t>(source)));
            check.advance();
        }
    });
    check.finish();
    return result;
}

} // namespace capgraph::inline v0::detail

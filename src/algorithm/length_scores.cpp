// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "algorithm/arc_rows.hpp"
#include "algorithm/distance_sums.hpp"
#include "algorithm/length_search.hpp"
#include "algorithm/workers_within.hpp"

#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/parallel.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

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

// What one thread works with.
class distance_list {
public:
    [[nodiscard]] static std::uint64_t bytes(csr_view g)
    {
        return g.num_vertices() * (length_search::space + sizeof(double))
               + (g.num_arcs() + 1) * length_search::space_of_arc;
    }

    distance_list(csr_view g, checkpoint const& check) : search_{g, check}
    {
        distances_.reserve(g.num_vertices());
    }

    // From `source` to all others that it reaches, ascending; until the next call.
    std::vector<double> const& operator()(std::uint32_t source)
    {
        distances_.clear();
        for (auto const v : search_(source).subspan(1)) {
            distances_.push_back(search_.distance(v));
        }
        return distances_;
    }

private:
    length_search search_;
    std::vector<double> distances_;
};

} // namespace

std::vector<double> score_lengths(csr_view g, distance_question const& question,
                                  memory_budget& budget, run_options const& run,
                                  length_score const& score)
{
    auto const n = g.num_vertices();
    checkpoint check{run, question.phase, n};
    arc_rows const rows{g, question.kind, question.edges, budget, check};
    auto const view = rows.view();
    auto const bytes_each = distance_list::bytes(view);
    auto const plan = plan_of(view);
    auto own_run = run;
    own_run.threads = workers_within(budget, plan, run, bytes_each);
    auto const charge = budget.charge(own_run.threads, bytes_each);
    std::vector<double> result(n, 0.0);
    std::vector<std::optional<distance_list>> lists(own_run.threads);
    parallel_for_blocks(plan, own_run, [&](work_block const& block) {
        auto& own = lists[block.worker];
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

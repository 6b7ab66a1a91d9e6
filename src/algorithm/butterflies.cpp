// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/butterflies.hpp>

#include "algorithm/add_exactly.hpp"
#include "algorithm/simple_rows.hpp"
#include "algorithm/wedge_counts.hpp"
#include "algorithm/workers_within.hpp"

#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/memory_budget.hpp>
#include <capgraph/run/parallel.hpp>

#include <cstddef>
#include <optional>

namespace capgraph::inline v0::detail {

namespace {

// What one thread works with. All that it finds are whole numbers, so that the sums are the same
// whoever found what.
class butterfly_search {
public:
    // Bytes for each vertex.
    static constexpr std::uint64_t space = wedge_counts::space + sizeof(std::uint64_t);

    butterfly_search(csr_view g, checkpoint const& check)
        : g_{g}, pace_{check}, wedges_{g.num_vertices()}, found_(g.num_vertices(), 0)
    {
    }

    // The butterflies whose vertex of highest priority is u.
    void search(std::uint32_t u)
    {
        for_each_wedge(u, [&](std::uint32_t, std::uint32_t w) { wedges_.add(w); });
        for (auto const w : wedges_.touched()) {
            std::uint64_t const paths = wedges_[w];
            auto const pairs = paths * (paths - 1) / 2;
            add_exactly(total_, pairs);
            add_exactly(found_[u], pairs);
            add_exactly(found_[w], pairs);
        }
        // Of a middle the others are the partners.
        for_each_wedge(u, [&](std::uint32_t middle, std::uint32_t w) {
            add_exactly(found_[middle], wedges_[w] - 1);
        });
        wedges_.clear();
    }

    void add_to(butterfly_counts& counts) const
    {
        add_exactly(counts.total, total_);
        for (std::size_t v = 0; v < found_.size(); ++v) {
            add_exactly(counts.of_vertex[v], found_[v]);
        }
    }

private:
    [[nodiscard]] bool is_before(std::uint32_t v, std::uint32_t u) const
    {
        return g_.degree(v) < g_.degree(u) || (g_.degree(v) == g_.degree(u) && v < u);
    }

    // Calls visit(middle, w) for each path from u of which all else has lower priority.
    template <class Visit>
    void for_each_wedge(std::uint32_t u, Visit visit)
    {
        for (auto const middle : g_.row(u)) {
            pace_.step();
            if (!is_before(middle, u)) {
                continue;
            }
            pace_.steps(g_.degree(middle));
            for (auto const w : g_.row(middle)) {
                if (is_before(w, u)) {
                    visit(middle, w);
                }
            }
        }
    }

    csr_view g_;
    paced_poll pace_;
    wedge_counts wedges_;
    std::vector<std::uint64_t> found_;
    std::uint64_t total_ = 0;
};

} // namespace

butterfly_counts butterflies(csr_view g, run_options const& run, std::uint64_t held)
{
    auto const n = g.num_vertices();
    memory_budget budget{run.memory_budget};
    auto const held_charge = budget.charge(held);
    auto const results = budget.charge(n, sizeof(std::uint64_t));
    checkpoint check{run, "butterflies", n};
    simple_rows const rows{g, budget, check};
    block_plan const plan{.items = n, .grain = 256};
    auto own_run = run;
    own_run.threads = workers_within(budget, plan, run, n * butterfly_search::space);
    auto const scratch = budget.charge(own_run.threads, n * butterfly_search::space);
    std::vector<std::optional<butterfly_search>> searches(own_run.threads);
    parallel_for_blocks(plan, own_run, [&](work_block const& block) {
        auto& own = searches[block.worker];
        if (!own) {
            own.emplace(rows.view(), check);
        }
        for (auto u = block.first; u < block.last; ++u) {
            own->search(static_cast<std::uint32_t>(u));
        }
        check.advance(block.last - block.first);
    });
    butterfly_counts counts{.total = 0, .of_vertex = std::vector<std::uint64_t>(n, 0)};
    for (auto const& own : searches) {
        if (own) {
            own->add_to(counts);
        }
    }
    check.finish();
    return counts;
}

} // namespace capgraph::inline v0::detail

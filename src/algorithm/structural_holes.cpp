// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/structural_holes.hpp>

#include "algorithm/tie_rows.hpp"
#include "algorithm/workers_within.hpp"
#include "graph/large_array.hpp"

#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/memory_budget.hpp>
#include <capgraph/run/parallel.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace capgraph::inline v0::detail {

namespace {

using scores = std::vector<double>;
using optional_scores = std::vector<std::optional<double>>;

double weight_at(csr_view g, std::size_t arc)
{
    return g.weights.empty() ? 1.0 : g.weights[arc];
}

// How the two ties by which third vertices join the ends of a tie are added up.
enum class third {
    by_strength, // tie times tie, divided by the sum of the third vertex's ties
    plain,       // tie times tie, divided by the sum of the ties of the end of more contacts
};

// Whether what a tie's ends share is kept with v: that of more contacts, of as many the higher.
bool keeps(csr_view g, std::uint32_t v, std::uint32_t w)
{
    return g.degree(w) < g.degree(v) || (g.degree(w) == g.degree(v) && w < v);
}

// Sums along a row in four lanes, lest each addition wait for the one before. The order is fixed.
template <class At>
double sum_of_row(std::size_t size, At at)
{
    std::array<double, 4> sums{};
    std::size_t i = 0;
    for (; i + 4 <= size; i += 4) {
        for (std::size_t lane = 0; lane < 4; ++lane) {
            sums[lane] += at(i + lane);
        }
    }
    for (; i < size; ++i) {
        sums[0] += at(i);
    }
    return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

// What the ends of each tie share. All lies in plain sight of the functions below.
class shared_ties {
public:
    shared_ties(csr_view g, third how, memory_budget& budget, checkpoint& check,
                run_options const& run)
        : g_{g}, how_{how}
    {
        auto const n = g.num_vertices();
        charge_ = budget.charge((n + g.num_arcs()) * sizeof(double));
        check.poll(); // first touch of memory is slow
        strength_.resize(n);
        paced_poll pace{check};
        for (std::uint32_t v = 0; v < n; ++v) {
            pace.steps(g.degree(v) + 1);
            auto const first = g.offsets[v];
            strength_[v] =
                sum_of_row(g.degree(v), [&](std::size_t i) { return weight_at(g, first + i); });
        }
        allot(shared_, g.num_arcs(), [&] { check.poll(); });
        find(budget, check, run);
    }

    [[nodiscard]] scores const& strength() const noexcept { return strength_; }

    // Calls visit(v, w, weight, shared) once for each tie; v is the end that keeps it.
    template <class Visit>
    void for_each(checkpoint const& check, Visit visit) const
    {
        paced_poll pace{check};
        for (std::uint32_t v = 0; v < g_.num_vertices(); ++v) {
            pace.steps(g_.degree(v) + 1);
            for (auto arc = g_.offsets[v]; arc < g_.offsets[std::size_t{v} + 1]; ++arc) {
                auto const w = g_.targets[arc];
                if (keeps(g_, v, w)) {
                    visit(v, w, weight_at(g_, arc), shared_[arc]);
                }
            }
        }
    }

private:
    void find(memory_budget& budget, checkpoint& check, run_options run)
    {
        auto const n = g_.num_vertices();
        block_plan const plan{.items = n, .grain = 64};
        run.threads = workers_within(budget, plan, run, n * sizeof(double));
        auto const scratch = budget.charge(run.threads, n * sizeof(double));
        std::vector<scores> near(run.threads);
        parallel_for_blocks(plan, run, [&](work_block const& block) {
            auto& own = near[block.worker];
            own.resize(n); // 0 between the vertices
            paced_poll pace{check};
            for (auto v = block.first; v < block.last; ++v) {
                find_at(static_cast<std::uint32_t>(v), own, pace);
            }
            check.advance(block.last - block.first);
        });
    }

    // `near[q]` becomes the tie of v with q, divided.
    void find_at(std::uint32_t v, scores& near, paced_poll& pace)
    {
        auto const row = g_.row(v);
        auto const first = g_.offsets[v];
        pace.steps(2 * row.size());
        for (std::size_t i = 0; i < row.size(); ++i) {
            auto const q = row[i];
            near[q] = weight_at(g_, first + i) / strength_[how_ == third::by_strength ? q : v];
        }
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (keeps(g_, v, row[i])) {
                pace.steps(g_.degree(row[i]) + 1);
                shared_[first + i] = shared_with(row[i], near);
            }
        }
        for (auto const q : row) {
            near[q] = 0.0;
        }
    }

    [[nodiscard]] double shared_with(std::uint32_t w, scores const& near) const
    {
        auto const* const row = g_.row(w).data();
        if (g_.weights.empty()) {
            return sum_of_row(g_.degree(w), [&](std::size_t i) { return near[row[i]]; });
        }
        auto const* const weights = g_.weights_of(w).data();
        return sum_of_row(g_.degree(w), [&](std::size_t i) { return near[row[i]] * weights[i]; });
    }

    csr_view g_;
    third how_;
    memory_charge charge_;
    scores strength_;
    scores shared_; // of each arc from the end that keeps it; else unused
};

// Calls visit(v, w, c) for each vertex v and each contact w, c being what w constrains v by. Ties
// come in one order whatever the number of threads.
template <class Visit>
void for_each_constraint(shared_ties const& ties, checkpoint const& check, Visit visit)
{
    auto const& strength = ties.strength();
    ties.for_each(check, [&](std::uint32_t v, std::uint32_t w, double weight, double shared) {
        for (auto const& [one, other] : {std::array{v, w}, std::array{w, v}}) {
            auto const part = weight / strength[one] + shared / strength[one];
            visit(one, other, part * part);
        }
    });
}

// What each call opens with.
struct opened {
    opened(csr_view g, run_options const& run, std::uint64_t held, std::uint64_t bytes_each)
        : budget{run.memory_budget},
          held_charge{budget.charge(held)}, results{budget.charge(g.num_vertices(), bytes_each)},
          check{run, "structural holes", g.num_vertices()}, rows{g, budget, check}
    {
    }

    memory_budget budget;
    memory_charge held_charge;
    memory_charge results;
    checkpoint check;
    tie_rows rows;
};

constexpr std::uint64_t space_of_scores = sizeof(double) + sizeof(std::optional<double>);

scores constraint_sums(shared_ties const& ties, checkpoint const& check, std::size_t n)
{
    scores sums(n, 0.0);
    for_each_constraint(ties, check,
                        [&](std::uint32_t v, std::uint32_t, double c) { sums[v] += c; });
    return sums;
}

// `sums[v]` where v has `least` contacts or more.
optional_scores where_defined(csr_view rows, scores const& sums, std::uint64_t least)
{
    optional_scores result(sums.size());
    for (std::uint32_t v = 0; v < sums.size(); ++v) {
        if (rows.degree(v) >= least) {
            result[v] = sums[v];
        }
    }
    return result;
}

} // namespace

optional_scores burt_constraint(csr_view g, run_options const& run, std::uint64_t held)
{
    opened call{g, run, held, space_of_scores};
    auto const rows = call.rows.view();
    shared_ties const ties{rows, third::by_strength, call.budget, call.check, run};
    auto result = where_defined(rows, constraint_sums(ties, call.check, g.num_vertices()), 1);
    call.check.finish();
    return result;
}

optional_scores burt_hierarchy(csr_view g, run_options const& run, std::uint64_t held)
{
    opened call{g, run, held, space_of_scores + sizeof(double)};
    auto const rows = call.rows.view();
    shared_ties const ties{rows, third::by_strength, call.budget, call.check, run};
    auto const sums = constraint_sums(ties, call.check, g.num_vertices());
    scores entropy(sums.size(), 0.0);
    for_each_constraint(ties, call.check, [&](std::uint32_t v, std::uint32_t, double c) {
        auto const ratio = c / sums[v] * static_cast<double>(rows.degree(v));
        entropy[v] += ratio > 0.0 ? ratio * std::log(ratio) : 0.0;
    });
    for (std::uint32_t v = 0; v < entropy.size(); ++v) {
        auto const contacts = static_cast<double>(rows.degree(v));
        if (contacts > 1.0) { // rounding must not take it out of [0, 1]
            entropy[v] = std::clamp(entropy[v] / (contacts * std::log(contacts)), 0.0, 1.0);
        }
    }
    call.check.finish();
    return where_defined(rows, entropy, 2);
}

namespace {

scores effective_sizes(opened& call, run_options const& run)
{
    auto const rows = call.rows.view();
    auto const n = rows.num_vertices();
    shared_ties const ties{rows, third::plain, call.budget, call.check, run};
    auto const& strength = ties.strength();
    scores strongest(n, 0.0);
    ties.for_each(call.check, [&](std::uint32_t v, std::uint32_t w, double weight, double) {
        strongest[v] = std::max(strongest[v], weight);
        strongest[w] = std::max(strongest[w], weight);
    });
    scores redundant(n, 0.0);
    ties.for_each(call.check, [&](std::uint32_t v, std::uint32_t w, double, double shared) {
        redundant[v] += shared / strongest[w];
        redundant[w] += shared / strength[w] * (strength[v] / strongest[v]);
    });
    for (std::uint32_t v = 0; v < n; ++v) {
        redundant[v] = std::max(0.0, static_cast<double>(rows.degree(v)) - redundant[v]);
    }
    return redundant;
}

} // namespace

scores burt_effective_size(csr_view g, run_options const& run, std::uint64_t held)
{
    opened call{g, run, held, 2 * sizeof(double)};
    auto result = effective_sizes(call, run);
    call.check.finish();
    return result;
}

optional_scores burt_efficiency(csr_view g, run_options const& run, std::uint64_t held)
{
    opened call{g, run, held, space_of_scores + sizeof(double)};
    auto sizes = effective_sizes(call, run);
    auto const rows = call.rows.view();
    for (std::uint32_t v = 0; v < sizes.size(); ++v) {
        sizes[v] /= std::max(1.0, static_cast<double>(rows.degree(v)));
    }
    call.check.finish();
    return where_defined(rows, sizes, 1);
}

} // namespace capgraph::inline v0::detail

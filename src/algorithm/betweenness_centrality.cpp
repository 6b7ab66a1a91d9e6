// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/betweenness_centrality.hpp>

#include "algorithm/reduced_betweenness.hpp"
#include "algorithm/shortest_path_search.hpp"
#include "algorithm/simple_rows.hpp"

#include <capgraph/run/memory_budget.hpp>
#include <capgraph/run/parallel.hpp>

#include <algorithm>
#include <functional>
#include <optional>
#include <stdexcept>

namespace capgraph::inline v0::detail {

namespace {

using narrow_search = shortest_path_search<double>;
using wide_search = shortest_path_search<wide_count>;

// What one thread works with.
class searcher {
public:
    searcher(csr_view g, memory_budget& budget, checkpoint const& check)
        : g_{g}, budget_{budget}, check_{check}, narrow_{g, check}
    {
    }

    void add_dependencies(std::uint32_t source, bool endpoints, std::vector<double>& score)
    {
        auto const fits = narrow_.count_paths(source);
        if (endpoints) {
            narrow_.add_ends(score);
        }
        if (fits) {
            narrow_.add_dependencies(score);
            return;
        }
        if (!wide_) {
            charge_ = budget_.charge(g_.num_vertices(), wide_search::space);
            wide_.emplace(g_, check_);
        }
        wide_->count_paths(source);
        wide_->add_dependencies(score);
    }

private:
    csr_view g_;
    memory_budget& budget_;
    checkpoint const& check_;
    narrow_search narrow_;
    std::optional<wide_search> wide_;
    memory_charge charge_;
};

// Sources in blocks of about a quarter of a million steps: some hundred microseconds.
block_plan plan_of(csr_view g)
{
    auto const steps = g.num_vertices() + 2 * g.num_arcs();
    return {.items = g.num_vertices(),
            .grain = std::max<std::uint64_t>(1, (std::uint64_t{1} << 18U) / steps)};
}

// As many workers as the budget has room for, one at least.
unsigned affordable_workers(block_plan const& plan, run_options const& run,
                            memory_budget const& budget, std::uint64_t bytes_each)
{
    auto const room = std::max<std::uint64_t>(1, budget.left() / bytes_each);
    auto const useful = std::min<std::uint64_t>(worker_count(plan, run), reduction_slots);
    return static_cast<unsigned>(std::min(room, useful));
}

// Over all sources in turn: each unordered pair counts twice.
std::vector<double> sum_over_sources(csr_view g, bool endpoints, memory_budget& budget,
                                     checkpoint& check, run_options run)
{
    auto const n = g.num_vertices();
    auto const plan = plan_of(g);
    auto const slots = std::min(plan.blocks(), reduction_slots);
    auto const sums = budget.charge(slots, n * sizeof(double));
    run.threads = affordable_workers(plan, run, budget, n * narrow_search::space);
    auto const scratch = budget.charge(run.threads, n * narrow_search::space);
    std::vector<std::optional<searcher>> searchers(run.threads);
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

std::vector<double> scores_of(csr_view g, direction kind, betweenness_options const& options,
                              memory_budget& budget, checkpoint& check, run_options const& run)
{
    if (kind == direction::undirected) {
        if (auto found = reduced_betweenness(g, options, budget, check, run)) {
            return std::move(*found);
        }
    }
    return sum_over_sources(g, options.endpoints, budget, check, run);
}

// The most unordered pairs that one of `own` vertices can lie between, with `other` on the other
// side (Borgatti and Everett 1997): all others of the own side hang on it, spread evenly.
double two_mode_maximum(std::uint64_t own, std::uint64_t other)
{
    if (own == 0 || other == 0) {
        return 0.0;
    }
    auto const each = (own - 1) / other;
    auto const m = static_cast<double>(other);
    auto const s = static_cast<double>(each);
    auto const t = static_cast<double>(own - 1 - each * other);
    return 0.5 * (m * m * (s + 1) * (s + 1) + m * (s + 1) * (2 * t - s - 1) - t * (2 * s - t + 3));
}

void divide(std::vector<double>& score, std::size_t first, std::size_t last, double divisor)
{
    for (auto v = first; v < last && divisor > 0.0; ++v) {
        score[v] /= divisor;
    }
}

void scale(std::vector<double>& score, direction kind, betweenness_options const& options)
{
    auto const n = score.size();
    auto const orders = kind == direction::undirected ? 2.0 : 1.0;
    divide(score, 0, n, orders);
    auto const others = options.endpoints ? 0U : 1U; // who is no end of a pair
    if (options.scale == betweenness_normalization::pairs && n > 1 + others) {
        divide(score, 0, n,
               static_cast<double>(n - others) * static_cast<double>(n - 1 - others) / orders);
    }
    if (options.scale == betweenness_normalization::two_mode) {
        auto const first = options.first_side;
        divide(score, 0, first, two_mode_maximum(first, n - first));
        divide(score, first, n, two_mode_maximum(n - first, first));
    }
}

} // namespace

std::vector<double> betweenness_centrality(csr_view g, direction kind,
                                           betweenness_options const& options,
                                           run_options const& run, std::uint64_t held)
{
    if (options.scale == betweenness_normalization::two_mode
        && (kind == direction::directed || options.endpoints)) {
        throw std::invalid_argument{"capgraph::betweenness_centrality: two_mode is for undirected "
                                    "graphs, and without endpoints"};
    }
    memory_budget budget{run.memory_budget};
    auto const held_charge = budget.charge(held);
    // The hopeless is refused before an arc is read: one sum and one thread are needed at least.
    static_cast<void>(budget.charge(g.num_vertices(), sizeof(double) + narrow_search::space));
    checkpoint check{run, "betweenness centrality", g.num_vertices()};
    simple_rows const rows{g, budget, check};
    if (g.num_vertices() == 0) {
        check.finish();
        return {};
    }
    auto score = scores_of(rows.view(), kind, options, budget, check, run);
    scale(score, kind, options);
    check.finish();
    return score;
}

} // namespace capgraph::inline v0::detail

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/co_investment_significance.hpp>

#include "pair_chance.hpp"
#include "refuse_early.hpp"
#include "round_date.hpp"

#include "../run/paced_advance.hpp"

#include <capgraph/algorithm/multiple_tests.hpp>
#include <capgraph/algorithm/projection.hpp>
#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/memory_budget.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <stdexcept>
#include <tuple>
#include <utility>

namespace capgraph::inline v0 {

namespace {

/// Members that are in some group.
std::vector<std::uint32_t> active_members(co_investment_groups const& all)
{
    std::vector<std::uint32_t> out;
    for (std::uint32_t v = 0; v < all.members().size(); ++v) {
        if (all.memberships().size_of(v) != 0) {
            out.push_back(v);
        }
    }
    return out;
}

using pairs = std::vector<significant_pair>;

/// What is kept of a test, its p-value, that adjusted, and their order.
constexpr std::uint64_t bytes_of_test = sizeof(significant_pair) + 3 * sizeof(double);
constexpr std::uint64_t bytes_of_arc = sizeof(std::uint32_t) + sizeof(double);

/// Each pair that shares a group.
pairs upper_tests(co_investment_groups const& all, detail::pair_chance& chance,
                  run_options const& run)
{
    detail::refuse_early(all, {}, run);
    auto const graph = projection(all.members().size(), all.groups(), {}, run);
    memory_budget budget{run.memory_budget};
    auto const charged = budget.charge(graph.targets.size(), bytes_of_arc + bytes_of_test / 2);
    checkpoint check{run, "testing pairs", graph.targets.size()};
    pairs out;
    out.reserve(graph.targets.size() / 2);
    for (std::uint32_t v = 0; v + 1 < graph.offsets.size(); ++v) {
        for (auto arc = graph.offsets[v]; arc < graph.offsets[v + 1U]; ++arc) {
            check.advance();
            if (auto const other = graph.targets[arc]; other > v) {
                auto const shared = static_cast<std::uint64_t>(graph.weights[arc]);
                auto const [expected, log_p] = chance.of(v, other, shared);
                out.push_back({v, other, shared, expected, log_p, 0.0});
            }
        }
    }
    check.finish();
    return out;
}

/// Each pair of members that are in any group.
pairs lower_tests(co_investment_groups const& all, std::vector<std::uint32_t> const& active,
                  detail::pair_chance& chance, run_options const& run)
{
    pairs out;
    out.reserve(active.size() * (active.size() - (active.empty() ? 0 : 1)) / 2);
    std::vector<std::uint64_t> shared(all.members().size());
    checkpoint check{run, "testing pairs", active.size()};
    paced_poll poll{check};
    for (std::size_t i = 0; i < active.size(); ++i) {
        auto const v = active[i];
        auto const count = [&](std::uint64_t step) {
            for (auto const g : all.memberships().row(v)) {
                for (auto const other : all.groups().row(g)) {
                    poll.step();
                    shared[other] += step;
                }
            }
        };
        count(1);
        for (auto k = i + 1; k < active.size(); ++k) {
            poll.step();
            auto const other = active[k];
            auto const [expected, log_p] = chance.of(v, other, shared[other]);
            out.push_back({v, other, shared[other], expected, log_p, 0.0});
        }
        count(~std::uint64_t{0}); // takes them away again
        check.advance();
    }
    check.finish();
    return out;
}

void adjust(pairs& all, std::uint64_t tests, significance_correction correction,
            run_options const& run)
{
    checkpoint check{run, "reading p-values", all.size()};
    detail::paced_advance work{check};
    std::vector<double> log_p;
    auto const is_by_rank = correction == significance_correction::false_discovery_rate;
    log_p.reserve(is_by_rank ? all.size() : 0);
    for (auto& each : all) {
        work.step();
        if (is_by_rank) {
            log_p.push_back(each.log_p);
        } else {
            each.log_adjusted = log_bonferroni(each.log_p, tests);
        }
    }
    check.finish();
    if (is_by_rank) {
        auto const adjusted = log_benjamini_hochberg(log_p, tests, run);
        checkpoint writing{run, "writing p-values", all.size()};
        detail::paced_advance written{writing};
        for (std::size_t i = 0; i < all.size(); ++i) {
            written.step();
            all[i].log_adjusted = adjusted[i];
        }
        writing.finish();
    }
}

void check_options(co_investment_significance_options const& options)
{
    if (!(options.level > 0.0 && options.level <= 1.0)) {
        throw std::invalid_argument{
            "capgraph::significant_pairs: expected a level above 0 and at most 1"};
    }
}

bool is_more_significant(significant_pair const& a, significant_pair const& b)
{
    return std::tuple{a.log_p, a.first, a.second} < std::tuple{b.log_p, b.first, b.second};
}

/// Finds the least likely pair, leaves out those above the level, and sorts the others.
void keep_significant(co_investment_significance& of, double log_level, run_options const& run)
{
    auto& all = of.pairs;
    checkpoint check{run, "ranking findings", 2 * all.size()};
    detail::paced_advance work{check};
    auto const is_before = [&](significant_pair const& a, significant_pair const& b) {
        work.step();
        return is_more_significant(a, b);
    };
    of.least = *std::min_element(all.begin(), all.end(), is_before);
    std::erase_if(all, [&](significant_pair const& p) {
        work.step();
        return p.log_adjusted > log_level;
    });
    check.finish();
    checkpoint sorting{run, "sorting findings", detail::steps_of_sort(all.size())};
    detail::paced_advance sorted{sorting};
    std::sort(all.begin(), all.end(), [&](significant_pair const& a, significant_pair const& b) {
        sorted.step();
        return is_more_significant(a, b);
    });
    sorting.finish();
}

pairs tests_of(co_investment_groups const& all, std::vector<std::uint32_t> const& active,
               co_investment_significance_options const& options, run_options run)
{
    if (options.tail == significance_tail::upper) {
        auto const chance = detail::make_pair_chance(all, options, run);
        return upper_tests(all, *chance, run);
    }
    constexpr std::uint64_t unless_told = std::uint64_t{1} << 30U;
    if (run.memory_budget == unlimited_memory) {
        run.memory_budget = unless_told;
    }
    memory_budget budget{run.memory_budget};
    auto const n = std::uint64_t{active.size()};
    auto const charged = budget.charge(n < 2 ? 0 : n * (n - 1) / 2, bytes_of_test);
    auto const chance = detail::make_pair_chance(all, options, run);
    return lower_tests(all, active, *chance, run);
}

} // namespace

co_investment_significance significant_pairs(co_investment_groups const& all,
                                             co_investment_significance_options const& options,
                                             run_options const& run)
{
    check_options(options);
    co_investment_significance out;
    out.groups = detail::num_populated(all);
    auto const active = active_members(all);
    auto const n = std::uint64_t{active.size()};
    out.tests = n < 2 ? 0 : n * (n - 1) / 2;
    if (out.tests == 0) {
        return out;
    }
    out.pairs = tests_of(all, active, options, run);
    if (out.pairs.empty()) {
        return out;
    }
    adjust(out.pairs, out.tests, options.correction, run);
    keep_significant(out, std::log(options.level), run);
    return out;
}

co_investment_significance significant_pairs(network const& n, co_investment_scope const& scope,
                                             co_investment_significance_options options,
                                             run_options const& run)
{
    co_investment_groups const all{n, scope};
    if (options.null == significance_null::hypergeometric_by_year && options.years.empty()) {
        options.years = years_of_groups(n, all);
    }
    return significant_pairs(all, options, run);
}

} // namespace capgraph::inline v0

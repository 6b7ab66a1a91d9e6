// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/co_investment_money.hpp>

#include "chunked_list.hpp"
#include "money_ties.hpp"
#include "refuse_early.hpp"

#include "../graph/large_array.hpp"
#include "../run/paced_advance.hpp"

#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/memory_budget.hpp>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <numeric>
#include <utility>

namespace capgraph::inline v0 {

namespace {

/// What is kept of a pair, its sums, its two arcs and their ranks; what is read of each cheque and
/// of each round.
constexpr std::uint64_t bytes_of_pair = 136;
constexpr std::uint64_t bytes_of_participation = 64;
constexpr std::uint64_t bytes_of_round = 24;

struct money_pair {
    std::uint32_t first = 0;
    detail::money_tie tie{};
};
using money_pairs = detail::chunked_list<money_pair>;

co_investment_options ties_kept(co_investment_money_options const& options)
{
    co_investment_options out;
    out.hub_cap = options.hub_cap;
    return out;
}

co_investment_estimate estimate(co_investment_groups const& all,
                                co_investment_money_options const& options,
                                projection_estimate_options const& precision,
                                run_options const& run)
{
    auto out = estimate_co_investment(all, ties_kept(options), precision, run);
    auto const fixed = all.memberships().members.size() * bytes_of_participation
                       + all.num_groups() * bytes_of_round;
    auto const bytes = [&](std::uint64_t pairs) {
        return pairs > (unlimited_memory - fixed) / bytes_of_pair ? unlimited_memory
                                                                  : fixed + pairs * bytes_of_pair;
    };
    out.min_bytes = bytes(out.edges.min);
    out.max_bytes = bytes(out.edges.max);
    out.at_most_bytes = bytes(out.edges.at_most);
    return out;
}

/// All pairs that weigh enough, by their lower, then by their higher member.
money_pairs pairs_of(co_investment_groups const& all, detail::paid_cheques const& paid,
                     co_investment_money_options const& options, memory_budget& budget,
                     std::vector<memory_charge>& charges, run_options const& run)
{
    money_pairs out;
    detail::money_adder sums{all, paid, options};
    checkpoint check{run, "money side by side", all.members().size()};
    paced_poll poll{check};
    for (std::uint32_t v = 0; v < all.members().size(); ++v) {
        auto const ties = sums.later_ties(v, poll);
        charges.push_back(budget.charge(ties.size(), bytes_of_pair));
        for (auto const& tie : ties) {
            out.push_back({v, tie});
        }
        check.advance();
    }
    check.finish();
    return out;
}

/// Where the pairs of each member begin, were they listed by member.
std::vector<std::uint64_t> offsets_of(std::size_t members, money_pairs const& pairs,
                                      paced_poll& poll)
{
    std::vector<std::uint64_t> out(members + 1);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        auto const& p = pairs[i];
        poll.step();
        ++out[p.first + 1U];
        ++out[p.tie.other + 1U];
    }
    std::partial_sum(out.begin(), out.end(), out.begin());
    return out;
}

/// The pairs of each member, by their places.
struct member_pairs {
    std::vector<std::uint64_t> offsets;
    std::vector<std::uint64_t> places;
};

member_pairs by_members(std::size_t members, money_pairs const& pairs, paced_poll& poll)
{
    member_pairs out{offsets_of(members, pairs, poll), {}};
    detail::allot(out.places, 2 * pairs.size(), [&] { poll.steps(1U << 14U); });
    auto next = out.offsets;
    for (std::uint64_t i = 0; i < pairs.size(); ++i) {
        poll.step();
        out.places[next[pairs[i].first]++] = i;
        out.places[next[pairs[i].tie.other]++] = i;
    }
    return out;
}

/// Whether each pair is among the `top_k` heaviest of either end.
std::vector<bool> are_heaviest(money_pairs const& pairs, std::size_t members, std::size_t top_k,
                               detail::paced_advance& work, paced_poll& poll)
{
    auto of = by_members(members, pairs, poll);
    std::vector<bool> out(pairs.size());
    for (std::uint32_t v = 0; v < members; ++v) {
        auto const seen_from_v = [&](std::uint64_t i) {
            auto tie = pairs[i].tie;
            tie.other = tie.other == v ? pairs[i].first : tie.other;
            return tie;
        };
        auto const at = [&](std::uint64_t place) {
            return of.places.begin() + static_cast<std::ptrdiff_t>(place);
        };
        auto const width = of.offsets[v + 1U] - of.offsets[v];
        auto const first = at(of.offsets[v]);
        auto const last = at(of.offsets[v] + std::min<std::uint64_t>(top_k, width));
        std::partial_sort(first, last, at(of.offsets[v + 1U]),
                          [&](std::uint64_t a, std::uint64_t b) {
                              work.step();
                              return detail::is_heavier(seen_from_v(a), seen_from_v(b));
                          });
        std::for_each(first, last, [&](std::uint64_t i) { out[i] = true; });
    }
    return out;
}

/// Leaves out the pairs that are not among these.
void keep_heaviest(money_pairs& pairs, std::size_t members, std::size_t top_k,
                   run_options const& run)
{
    checkpoint check{run, "ranking pairs", 2 * detail::steps_of_sort(pairs.size())};
    detail::paced_advance work{check};
    paced_poll poll{check};
    auto const stays = are_heaviest(pairs, members, top_k, work, poll);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        poll.step();
        if (stays[i]) {
            pairs[kept++] = pairs[i];
        }
    }
    pairs.shrink(kept);
    check.finish();
}

undirected_csr_graph graph_of(std::size_t members, money_pairs const& pairs, run_options const& run)
{
    checkpoint check{run, "laying out pairs", pairs.size()};
    detail::paced_advance work{check};
    paced_poll poll{check};
    packed_graph rows;
    rows.offsets = offsets_of(members, pairs, poll);
    auto const look_up = [&] { check.poll(); };
    detail::allot(rows.targets, 2 * pairs.size(), look_up);
    detail::allot(rows.weights, 2 * pairs.size(), look_up);
    auto next = rows.offsets;
    auto const put = [&](std::uint32_t from, std::uint32_t to, double weight) {
        rows.targets[next[from]] = to;
        rows.weights[next[from]++] = weight;
    };
    // Pairs go by their lower end: each row gets its earlier members first, both parts ascending.
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        auto const& p = pairs[i];
        work.step();
        put(p.first, p.tie.other, p.tie.weight);
        put(p.tie.other, p.first, p.tie.weight);
    }
    check.finish();
    return undirected_csr_graph::from_rows(std::move(rows), run);
}

std::vector<side_by_side_money> sums_of(money_pairs const& pairs, run_options const& run)
{
    checkpoint check{run, "listing sums", pairs.size()};
    detail::paced_advance work{check};
    std::vector<side_by_side_money> out;
    out.reserve(pairs.size());
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        auto const& p = pairs[i];
        work.step();
        out.push_back(p.tie.sum);
    }
    check.finish();
    return out;
}

} // namespace

co_investment_money_network project_co_investment_money(network const& n, co_investment_scope scope,
                                                        co_investment_money_options const& options,
                                                        run_options const& run)
{
    detail::check_options(options);
    auto rounds = detail::rounds_that_count(n, std::move(scope), options, run);
    auto const& all = rounds.all;
    detail::refuse_early(
        [&](auto const& quick, auto const& draw) { return estimate(all, options, quick, draw); },
        run);
    memory_budget budget{run.memory_budget};
    std::vector<memory_charge> charges;
    charges.push_back(budget.charge(all.memberships().members.size(), bytes_of_participation));
    charges.push_back(budget.charge(all.num_groups(), bytes_of_round));
    std::vector<std::uint32_t> every(all.num_groups());
    std::iota(every.begin(), every.end(), std::uint32_t{0});
    detail::paid_cheques const paid{n, all, every, options, run};
    for (auto const g : paid.without_rate()) {
        rounds.left_out.push_back(*all.round_of(g));
    }
    auto pairs = pairs_of(all, paid, options, budget, charges, run);
    auto const members = all.members().size();
    if (options.top_k != std::numeric_limits<std::size_t>::max()) {
        keep_heaviest(pairs, members, options.top_k, run);
    }
    auto graph = graph_of(members, pairs, run);
    return {std::move(graph),
            {all.members().begin(), all.members().end()},
            sums_of(pairs, run),
            options.unit,
            std::move(rounds.left_out)};
}

co_investment_estimate estimate_co_investment_money(network const& n, co_investment_scope scope,
                                                    co_investment_money_options const& options,
                                                    projection_estimate_options const& precision,
                                                    run_options const& run)
{
    auto const rounds = detail::rounds_that_count(n, std::move(scope), options, run);
    return estimate(rounds.all, options, precision, run);
}

} // namespace capgraph::inline v0

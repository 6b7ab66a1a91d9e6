// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// Options of co-investment and who is in which round with what money, as bytes: what is left out
// never changes what the rest weighs, the networks say what the questions about one investor say,
// estimates hold, bounds are bounds, and a budget refuses or changes nothing.

#include "byte_deals.hpp"
#include "byte_source.hpp"
#include "require.hpp"

#include <capgraph/core/error.hpp>
#include <capgraph/query/co_investment_estimate.hpp>
#include <capgraph/query/co_investment_money.hpp>
#include <capgraph/query/co_investment_network.hpp>
#include <capgraph/query/co_investment_significance.hpp>
#include <capgraph/query/co_investment_ties.hpp>
#include <capgraph/query/co_investors_by_money.hpp>
#include <capgraph/query/co_investors_of.hpp>
#include <capgraph/query/lead_network.hpp>
#include <capgraph/query/next_round_candidates.hpp>
#include <capgraph/query/partnerships.hpp>
#include <capgraph/query/recurring_syndicates.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <utility>

using namespace capgraph;
using namespace capgraph::test;

namespace {

using weighted_pairs = std::map<std::pair<std::uint32_t, std::uint32_t>, double>;

weighted_pairs pairs_of(co_investment_network const& g)
{
    weighted_pairs out;
    auto const [first, last] = edges(g);
    for (auto e = first; e != last; ++e) {
        out[{source(*e, g), target(*e, g)}] = g.weight(*e);
    }
    return out;
}

/// Whether the two meet in a group of at most `cap`.
bool meet_below(co_investment_groups const& all, std::uint32_t a, std::uint32_t b, std::size_t cap)
{
    auto const shared = groups_shared_by(all, a, b);
    return std::any_of(shared.begin(), shared.end(),
                       [&](std::uint32_t g) { return all.groups().size_of(g) <= cap; });
}

void require_kept(co_investment_groups const& all, co_investment_options const& options)
{
    auto const every = pairs_of(project_co_investment(all, {.weight = options.weight}));
    auto unranked = options;
    unranked.top_k = every.size() + few;
    auto const some = pairs_of(project_co_investment(all, unranked));
    for (auto const& [pair, weight] : every) {
        auto const stays = weight >= options.min_weight
                           && meet_below(all, pair.first, pair.second, options.hub_cap);
        require(some.contains(pair) == stays, "a pair that should not is kept, or left out");
        require(!stays || some.at(pair) == weight, "what is left out changes a weight");
    }
    for (auto const& [pair, weight] : pairs_of(project_co_investment(all, options))) {
        require(some.at(pair) == weight, "the top k change a weight");
    }
    for (std::uint32_t v = 0; v < all.members().size(); ++v) {
        for (auto const& tie : co_investment_ties_of(all, v, unranked)) {
            require(some.at(std::minmax(v, tie.other)) == tie.weight, "a tie is no edge");
        }
    }
    auto const found = estimate_co_investment(all, options, {.counted = 0}).edges;
    auto const unweighed = options.min_weight <= 0.0 ? some.size() : found.at_least;
    require(found.at_least <= unweighed && unweighed <= found.at_most, "an estimate fails");
}

void require_budget(co_investment_groups const& all, co_investment_options const& options,
                    std::uint64_t budget)
{
    try {
        auto const within = project_co_investment(all, options, {.memory_budget = budget});
        require(within == project_co_investment(all, options), "a budget changes the answer");
    } catch (error const& e) {
        require(e.code() == error_code::over_budget, "an error of another kind");
    }
}

void require_significance(network const& n, co_investment_scope const& scope,
                          co_investment_significance_options const& options)
{
    try {
        auto const found = significant_pairs(n, scope, options);
        for (auto const& p : found.pairs) {
            require(p.log_p <= 0.0 && p.log_p <= p.log_adjusted && p.log_adjusted <= 0.0,
                    "no p-value");
            require(p.expected >= 0.0, "less than nothing expected");
        }
    } catch (error const& e) {
        require(e.code() == error_code::not_converged, "an error of another kind");
    }
}

void require_sums(network const& n, co_investment_money_network const& g,
                  co_investment_scope const& scope, co_investment_money_options const& options)
{
    auto every = options;
    every.min_weight = 0.0;
    every.hub_cap = few;
    std::uint64_t ties = 0;
    for (std::uint32_t v = 0; v < g.investors().size(); ++v) {
        for (auto const& tie : co_investors_by_money(n, g.investors()[v], scope, options).ties) {
            auto const [e, is_there] = edge(v, *n.find_investor(tie.investor), g);
            require(is_there, "a tie of money is no edge");
            auto const& sum = g.sums()[g.index_of(e)];
            require(sum == tie.sum && g.weight(e) == tie.weight, "a tie of money weighs otherwise");
            require(0.0 <= sum.lower && sum.lower <= sum.upper, "bounds that are none");
            require(tie.weight >= options.min_weight, "a tie below the threshold is kept");
            auto const shared =
                money_shared_with(n, g.investors()[v], tie.investor, scope, options);
            require(shared.sum == sum && !shared.rounds.empty(), "two share other money");
            ++ties;
        }
    }
    require(ties == 2 * num_edges(g), "an edge of money is no tie");
    auto const found = estimate_co_investment_money(n, scope, options, {.counted = 0}).edges;
    auto const all = num_edges(project_co_investment_money(n, scope, every));
    require(num_edges(g) <= all && num_edges(g) <= found.at_most, "an estimate of money fails");
}

void require_money(network const& n, co_investment_scope const& scope,
                   co_investment_money_options const& options, std::size_t top_k,
                   std::uint64_t budget)
{
    try {
        auto const g = project_co_investment_money(n, scope, options);
        require_sums(n, g, scope, options);
        auto ranked = options;
        ranked.top_k = top_k;
        auto const some = project_co_investment_money(n, scope, ranked);
        auto const [first, last] = edges(some);
        for (auto e = first; e != last; ++e) {
            auto const [was, is_there] = edge(source(*e, some), target(*e, some), g);
            require(is_there && g.weight(was) == some.weight(*e), "the top k change a sum");
        }
        try {
            require(project_co_investment_money(n, scope, options, {.memory_budget = budget}) == g,
                    "a budget changes the money");
        } catch (error const& e) {
            require(e.code() == error_code::over_budget, "an error of another kind");
        }
    } catch (error const& e) {
        require(e.code() == error_code::missing_rate && options.unrated == unrated_money::refused,
                "an error of another kind");
    }
}

co_investment_scope by_rounds(co_investment_scope scope)
{
    scope.unit = co_investment_unit::same_round;
    scope.side = co_investment_side::investors;
    return scope;
}

void require_leads(network const& n, co_investment_scope const& scope)
{
    co_investment_groups const all{n, by_rounds(scope)};
    auto const g = project_leads(n, scope);
    auto const [first, last] = edges(g);
    for (auto e = first; e != last; ++e) {
        auto const from = source(*e, g);
        auto const to = target(*e, g);
        require(from != to, "one leads itself");
        auto const shared = groups_shared_by(all, from, to).size();
        require(0.0 < g.weight(*e) && g.weight(*e) <= static_cast<double>(shared),
                "one leads where it is not");
    }
}

void require_partnerships(network const& n, co_investment_scope const& scope, std::uint64_t times)
{
    auto const pairs = pairs_of(project_co_investment(n, by_rounds(scope)));
    auto const least = static_cast<double>(times);
    auto const again =
        std::count_if(pairs.begin(), pairs.end(), [&](auto const& p) { return p.second >= least; });
    auto const found = repeat_partnerships(n, scope, {.min_times = times});
    require(found.size() == static_cast<std::size_t>(again), "partners come and go");
    for (auto const& p : found) {
        require(p.times >= times && p.rounds.size() == p.times && p.dates.size() == p.times,
                "partners without their rounds");
    }
    std::uint64_t first_time = 0;
    for (auto const& year : partnerships_by_year(n, scope)) {
        require(year.pairs.lower <= year.pairs.upper
                    && year.first_time.lower <= year.first_time.upper
                    && year.first_time.upper <= year.pairs.upper,
                "years whose bounds are none");
        first_time += year.first_time.lower;
    }
    require(first_time == pairs.size(), "pairs that met for the first time twice, or never");
}

void require_syndicates(network const& n, co_investment_scope scope,
                        recurring_syndicates_options const& options)
{
    scope.side = co_investment_side::investors;
    co_investment_groups const all{n, scope};
    auto const found = find_recurring_syndicates(n, scope, options);
    require(found.syndicates.size() <= options.at_most, "more syndicates than asked for");
    require(!found.is_cut || found.syndicates.size() == options.at_most, "fewer than asked for");
    for (auto const& s : found.syndicates) {
        require(s.times >= options.min_times && s.investors.size() >= options.min_investors,
                "a syndicate that does not recur");
        std::uint64_t times = 0;
        for (std::size_t g = 0; g < all.num_groups(); ++g) {
            auto const row = all.groups().row(g);
            times += std::all_of(s.investors.begin(), s.investors.end(),
                                 [&](entity_id who) {
                                     return std::binary_search(row.begin(), row.end(),
                                                               *n.find_investor(who));
                                 })
                         ? 1U
                         : 0U;
        }
        require(times == s.times, "a syndicate that meets another number of times");
    }
}

void require_candidates(network const& n, co_investment_scope scope, std::size_t top_k)
{
    scope.side = co_investment_side::investors;
    co_investment_groups const all{n, scope};
    for (auto const company : n.companies()) {
        auto last = std::numeric_limits<double>::infinity();
        auto const found = next_round_candidates(n, company, scope, top_k);
        require(found.size() <= top_k, "more candidates than asked for");
        for (auto const& c : found) {
            require(0.0 < c.score && c.score <= last, "candidates in no order");
            last = c.score;
            require(!c.through.empty(), "a candidate through nobody");
            auto sum = 0.0;
            for (auto const backer : c.through) {
                sum += shared_with(n, c.investor, backer, scope, co_investment_weight::adamic_adar)
                           .weight;
            }
            require(std::abs(sum - c.score) <= 1e-9 * sum, "a score that is no sum of ties");
        }
    }
}

} // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    if (size > 300) {
        return 0; // more rounds of the same
    }
    byte_source bytes{{data, size}};
    auto const kind = bytes.next();
    co_investment_scope scope;
    scope.unit = static_cast<co_investment_unit>(kind & 1U);
    if ((kind & 2U) != 0) {
        scope.unit = co_investment_unit::same_company;
        scope.side = co_investment_side::companies;
    }
    if ((kind & 4U) != 0) {
        scope.period = date{2000 + (kind >> 6U)};
    }
    co_investment_options options;
    options.weight = static_cast<co_investment_weight>(bytes.next() % 6);
    options.min_weight = bytes.next() / 64.0;
    options.top_k = bytes.next() % 8U;
    options.hub_cap = bytes.next() % 16U;
    auto const budget = std::uint64_t{bytes.next()} << 4U;
    co_investment_significance_options tests{.level = 1.0};
    auto const test = bytes.next();
    tests.null = static_cast<significance_null>(test % 3);
    tests.tail = static_cast<significance_tail>(test / 3 % 2);
    tests.correction = static_cast<significance_correction>(test / 6 % 2);
    tests.method = static_cast<tail_method>(test / 12 % 4);
    auto const money = bytes.next();
    co_investment_money_options const sums{.unnamed = static_cast<unnamed_money>(money % 2),
                                           .unrated = static_cast<unrated_money>(money / 2 % 3),
                                           .weight = static_cast<money_weight>(money / 6 % 3),
                                           .min_weight = money / 18 * 2.5,
                                           .hub_cap = options.hub_cap};
    auto const often = bytes.next();

    auto const book = ledger_in(bytes);
    network const n{view{book}};
    co_investment_groups const all{n, scope};
    require_kept(all, options);
    require_budget(all, options, budget);
    require_significance(n, scope, tests);
    require_money(n, scope, sums, options.top_k, budget << 4U);
    require_leads(n, scope);
    require_partnerships(n, scope, 1 + often % 4U);
    require_syndicates(n, scope,
                       {.min_times = 1 + often / 4U % 4U,
                        .min_investors = 1 + often / 16U % 4U,
                        .at_most = often >= 128 ? 5U : 10'000U});
    require_candidates(n, scope, options.top_k);
    return 0;
}

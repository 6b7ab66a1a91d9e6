// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/state_backing.hpp>

#include "capital_bounds.hpp"
#include "capital_ratio.hpp"
#include "counted_rounds.hpp"
#include "equal_split.hpp"
#include "part_reader.hpp"
#include "read_all.hpp"
#include "round_money.hpp"
#include "round_worth.hpp"
#include "unnamed_investors.hpp"

#include <capgraph/model/participation.hpp>
#include <capgraph/network/ownership_network.hpp>
#include <capgraph/query/controllers.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace capgraph::inline v0 {

namespace {

using detail::capital_region;
using detail::part_reader;
using detail::syndicate;
using detail::unnamed_investors;

share part(double state, double all, double where_nothing)
{
    return share{all > 0.0 ? std::min(1.0, state / all) : where_nothing};
}

/// The state's parts of those who are counted, added up.
struct head_sums {
    double lower = 0.0;
    double upper = 0.0;
};

bounded<share> headcount_of(head_sums const& state, std::size_t named,
                            unnamed_investors const& more)
{
    auto const n = static_cast<double>(named);
    auto const most = static_cast<double>(more.at_most.value_or(0));
    auto const lower = more.at_most ? part(state.lower, n + most, 0.0) : share{};
    auto const upper = more.at_most ? part(state.upper + most, n + most, 1.0) : share{1.0};
    auto const coverage = more.at_most ? part(n, n + most, 0.0) : share{};
    return make_bounded(lower, upper, coverage, more.hedged);
}

/// Who controls each of `investors` in the end, each once, by slug.
std::vector<entity_id> controllers_among(network const& n, std::vector<entity_id> const& investors,
                                         state_scope const& scope, run_options const& run)
{
    ownership_network const owners{n, scope.ownership};
    auto const controllers = ultimate_controllers(owners, scope.control, run);
    std::vector<entity_id> out;
    for (auto const id : investors) {
        auto const v = n.find_entity(id);
        out.push_back(v ? controllers[*v].value_or(id) : id);
    }
    auto const slug = [&](entity_id id) { return n.facts().slug_of(id); };
    std::sort(out.begin(), out.end(), [&](entity_id a, entity_id b) { return slug(a) < slug(b); });
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

/// Fills in who invests, and who of them counts as the state.
head_sums count_heads(state_backing& out, network const& n, std::vector<entity_id> investors,
                      part_reader const& parts, state_backing_options const& options,
                      run_options const& run)
{
    if (options.heads == counted_heads::controllers) {
        investors = controllers_among(n, investors, parts.scope(), run);
    }
    head_sums sums;
    for (auto const id : investors) {
        auto const state = parts.of(id);
        sums.lower += state.lower;
        sums.upper += state.upper;
        if (state.lower > 0.0) {
            out.state_investors.push_back(id);
        }
    }
    out.investors = std::move(investors);
    return sums;
}

/// Fills in the state's part of the money of `rounds` together.
void count_money(state_backing& out, network const& n, std::vector<syndicate> const& rounds,
                 part_reader const& parts, state_backing_options const& options)
{
    if (!options.with_capital) {
        out.capital = make_bounded(share{}, share{1.0}, share{});
        return;
    }
    auto const external_only = options.denominator == backing_denominator::external;
    auto const is_of_worth = options.denominator == backing_denominator::post_money;
    auto const told = is_of_worth ? detail::worth_told(n, rounds.front()) : std::nullopt;
    auto const read = detail::read_all(n, rounds, parts, options, told ? &told->sum : nullptr);
    out.unit = read.unit;
    out.rates = read.rates;
    detail::given_whole worth;
    if (is_of_worth) {
        auto const by =
            detail::worth_in(n, rounds.front(), told, out.unit.value_or(currency{}), options);
        worth = by.worth;
        detail::add_new(out.rates, by.rates);
    }
    std::vector<capital_region> regions;
    for (std::size_t i = 0; i < read.sums.size(); ++i) {
        regions.push_back(detail::capital_region_of(read.sums[i], external_only));
        if (detail::cheques_pass_total(read.sums[i])) {
            out.over_total.push_back(rounds[i].round);
        }
    }
    auto const ends =
        is_of_worth ? detail::capital_ratio(regions, worth) : detail::capital_ratio(regions);
    auto const hedged = worth.hedged
                        || std::any_of(regions.begin(), regions.end(),
                                       [](capital_region const& r) { return r.hedged; });
    out.capital = make_bounded(ends.lower, *ends.upper, detail::coverage_of(regions), hedged);
    if (is_of_worth || out.capital.best || options.best != backing_convention::equal_split) {
        return;
    }
    if (auto const split = detail::equal_split(read.sums, external_only)) {
        out.capital.best = std::clamp(*split, out.capital.lower, out.capital.upper);
        out.capital.convention = "equal_split";
    }
}

/// Who backs the companies, in whatever round or in none that is known; by slug.
std::vector<entity_id> backers_of(network const& n, std::span<entity_id const> companies,
                                  backing_denominator of)
{
    auto const& facts = n.facts();
    std::vector<entity_id> out;
    for (auto const company : companies) {
        for (auto const id : n.participations_in(company)) {
            auto const p = facts.at<participation>(id);
            if (of != backing_denominator::external || !p.internal.value_or(false)) {
                out.push_back(facts.representative(*p.investor));
            }
        }
    }
    std::sort(out.begin(), out.end(),
              [&](entity_id a, entity_id b) { return facts.slug_of(a) < facts.slug_of(b); });
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

state_backing answer_to(state_backing_options const& options, part_reader const& parts)
{
    state_backing out;
    out.measure = parts.measure();
    out.denominator = options.denominator;
    return out;
}

} // namespace

state_backing state_backing_of(network const& n, record_id round,
                               state_backing_options const& options, run_options const& run)
{
    detail::require_counted(n, round);
    syndicate const s{round, detail::members_of(n, round)};
    auto const counted = options.denominator == backing_denominator::external
                             ? detail::members_counted::external
                             : detail::members_counted::all;
    part_reader const parts{n, options, run};
    auto out = answer_to(options, parts);
    auto const heads =
        count_heads(out, n, detail::investors_among(s.members, counted), parts, options, run);
    auto const more = detail::unnamed_in(n, s, options.unnamed);
    out.headcount = headcount_of(heads, out.investors.size(), more);
    count_money(out, n, {s}, parts, options);
    return out;
}

state_backing state_backing_of(network const& n, entity_id company,
                               state_backing_options const& options, run_options const& run)
{
    detail::require_backed(n, company);
    return state_backing_of(n, std::span{&company, 1}, options, run);
}

state_backing state_backing_of(network const& n, std::span<entity_id const> companies,
                               state_backing_options const& options, run_options const& run)
{
    if (options.denominator == backing_denominator::post_money) {
        throw error{error_code::bad_value, "the post-money worth of several rounds",
                    "one round, by itself: later ones dilute it"};
    }
    part_reader const parts{n, options, run};
    auto out = answer_to(options, parts);
    auto const rounds = detail::rounds_of(n, companies);
    auto const heads =
        count_heads(out, n, backers_of(n, companies, options.denominator), parts, options, run);
    auto const named = backers_of(n, companies, backing_denominator::total);
    auto const more = detail::unnamed_in(n, rounds, named, options.unnamed);
    out.headcount = headcount_of(heads, out.investors.size(), more);
    count_money(out, n, rounds, parts, options);
    return out;
}

} // namespace capgraph::inline v0

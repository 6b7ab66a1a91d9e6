// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/co_investors_of.hpp>

#include "pair_weights.hpp"

#include <capgraph/query/co_investment_groups.hpp>
#include <capgraph/query/co_investment_ties.hpp>

#include <algorithm>
#include <utility>

namespace capgraph::inline v0 {

namespace {

co_investment_groups groups_on(network const& n, co_investment_side side, co_investment_scope scope)
{
    scope.side = side;
    if (side == co_investment_side::companies) {
        scope.unit = co_investment_unit::same_company;
    }
    return co_investment_groups{n, std::move(scope)};
}

/// Which groups say that the two are tied, as entities each once, and as rounds.
void name_groups(co_investment_groups const& all, std::span<std::uint32_t const> groups,
                 std::vector<entity_id>& entities, std::vector<record_id>* rounds)
{
    for (auto const g : groups) {
        // Rounds of one company stand together.
        if (entities.empty() || entities.back() != all.entity_of(g)) {
            entities.push_back(all.entity_of(g));
        }
        if (auto const round = all.round_of(g); round && rounds != nullptr) {
            rounds->push_back(*round);
        }
    }
}

co_investor described(view const& facts, co_investment_groups const& all, std::uint32_t mine,
                      co_investment_tie const& tie)
{
    co_investor out{all.members()[tie.other], tie.shared, tie.weight, {}, {}};
    name_groups(all, groups_shared_by(all, mine, tie.other), out.companies, &out.rounds);
    std::sort(out.rounds.begin(), out.rounds.end(),
              [&](record_id a, record_id b) { return facts.slug_of(a) < facts.slug_of(b); });
    return out;
}

} // namespace

std::vector<co_investor> co_investors_of(network const& n, entity_id investor,
                                         co_investment_scope scope,
                                         co_investment_options const& options,
                                         run_options const& run)
{
    auto const mine = n.find_investor(investor);
    if (!mine) {
        return {};
    }
    auto const all = groups_on(n, co_investment_side::investors, std::move(scope));
    std::vector<co_investor> out;
    for (auto const& tie : co_investment_ties_of(all, *mine, options, run)) {
        out.push_back(described(n.facts(), all, *mine, tie));
    }
    return out;
}

co_investor shared_with(network const& n, entity_id investor, entity_id co_investor_asked,
                        co_investment_scope scope, co_investment_weight weight)
{
    auto const mine = n.find_investor(investor);
    auto const theirs = n.find_investor(co_investor_asked);
    if (!mine || !theirs || *mine == *theirs) {
        co_investor none;
        none.investor = theirs ? n.investors()[*theirs] : co_investor_asked;
        return none;
    }
    auto const all = groups_on(n, co_investment_side::investors, std::move(scope));
    auto const groups = groups_shared_by(all, *mine, *theirs);
    detail::pair_weights const weights{all, weight};
    auto sum = 0.0;
    for (auto const g : groups) {
        sum += weights.of_group(g);
    }
    auto const finished = groups.empty() ? 0.0 : weights.finished(sum, *mine, *theirs);
    return described(n.facts(), all, *mine, {*theirs, groups.size(), finished});
}

std::vector<co_invested_company> co_invested_companies_of(network const& n, entity_id company,
                                                          co_investment_scope scope,
                                                          co_investment_options const& options,
                                                          run_options const& run)
{
    auto const mine = n.find_company(company);
    if (!mine) {
        return {};
    }
    auto const all = groups_on(n, co_investment_side::companies, std::move(scope));
    std::vector<co_invested_company> out;
    for (auto const& tie : co_investment_ties_of(all, *mine, options, run)) {
        out.push_back({all.members()[tie.other], tie.shared, tie.weight, {}});
        name_groups(all, groups_shared_by(all, *mine, tie.other), out.back().investors, nullptr);
    }
    return out;
}

std::vector<entity_id> shared_backers(network const& n, entity_id company, entity_id other,
                                      co_investment_scope scope)
{
    auto const a = n.find_company(company);
    auto const b = n.find_company(other);
    std::vector<entity_id> out;
    if (a && b) {
        auto const all = groups_on(n, co_investment_side::companies, std::move(scope));
        name_groups(all, groups_shared_by(all, *a, *b), out, nullptr);
    }
    return out;
}

} // namespace capgraph::inline v0

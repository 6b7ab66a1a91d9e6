// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/co_investors_by_money.hpp>

#include "money_ties.hpp"

#include <capgraph/query/co_investment_ties.hpp>
#include <capgraph/run/checkpoint.hpp>

#include <algorithm>
#include <limits>
#include <optional>
#include <span>
#include <utility>

namespace capgraph::inline v0 {

namespace {

/// One who is asked about, and what its rounds brought.
struct asked_investor {
    asked_investor(network const& n, std::uint32_t who, co_investment_scope scope,
                   co_investment_money_options const& options, run_options const& run)
        : facts{&n.facts()}, all{detail::paid_rounds(n, std::move(scope))}, member{who},
          paid{n, all, all.memberships().row(who), options, run}, unrated{options.unrated}
    {
    }

    [[nodiscard]] money_co_investor described(detail::money_tie const& tie) const
    {
        money_co_investor out{all.members()[tie.other], tie.sum, tie.weight, {}, {}};
        for (auto const g : groups_shared_by(all, member, tie.other)) {
            auto const lacking = paid.without_rate();
            auto const lacks = std::binary_search(lacking.begin(), lacking.end(), g);
            if (lacks) {
                out.without_rate.push_back(*all.round_of(g));
            }
            if (!lacks || unrated != unrated_money::left_out) {
                out.rounds.push_back(*all.round_of(g));
            }
        }
        sort_by_slug(out.rounds);
        sort_by_slug(out.without_rate);
        return out;
    }

    /// All of its rounds that lack a rate.
    [[nodiscard]] std::vector<record_id> without_rate() const
    {
        std::vector<record_id> out;
        for (auto const g : paid.without_rate()) {
            out.push_back(*all.round_of(g));
        }
        sort_by_slug(out);
        return out;
    }

    void sort_by_slug(std::vector<record_id>& rounds) const
    {
        std::sort(rounds.begin(), rounds.end(),
                  [&](record_id a, record_id b) { return facts->slug_of(a) < facts->slug_of(b); });
    }

    view const* facts;
    co_investment_groups all;
    std::uint32_t member;
    detail::paid_cheques paid;
    unrated_money unrated;
};

/// The heaviest, in their order.
std::vector<detail::money_tie> heaviest(std::span<detail::money_tie const> ties, std::size_t top_k,
                                        paced_poll& poll)
{
    std::vector<detail::money_tie> out{ties.begin(), ties.end()};
    auto const kept = std::min(top_k, out.size());
    std::partial_sort(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(kept), out.end(),
                      [&](detail::money_tie const& a, detail::money_tie const& b) {
                          poll.step();
                          return detail::is_heavier(a, b);
                      });
    out.resize(kept);
    return out;
}

} // namespace

money_co_investors co_investors_by_money(network const& n, entity_id investor,
                                         co_investment_scope scope,
                                         co_investment_money_options const& options,
                                         run_options const& run)
{
    detail::check_options(options);
    auto const member = n.find_investor(investor);
    if (!member) {
        return {};
    }
    asked_investor const asked{n, *member, std::move(scope), options, run};
    detail::money_adder sums{asked.all, asked.paid, options};
    checkpoint check{run, "money side by side", 1};
    paced_poll poll{check};
    auto const ties = heaviest(sums.all_ties(*member, poll), options.top_k, poll);
    money_co_investors out{{}, asked.without_rate()};
    out.ties.reserve(ties.size());
    for (auto const& tie : ties) {
        check.poll();
        out.ties.push_back(asked.described(tie));
    }
    check.finish();
    return out;
}

money_co_investor money_shared_with(network const& n, entity_id investor,
                                    entity_id co_investor_asked, co_investment_scope scope,
                                    co_investment_money_options const& options,
                                    run_options const& run)
{
    auto const mine = n.find_investor(investor);
    auto const theirs = n.find_investor(co_investor_asked);
    if (!mine || !theirs || *mine == *theirs) {
        money_co_investor none;
        none.investor = theirs ? n.investors()[*theirs] : co_investor_asked;
        return none;
    }
    asked_investor const asked{n, *mine, std::move(scope), options, run};
    auto every = options;
    every.min_weight = -std::numeric_limits<double>::infinity();
    every.hub_cap = std::numeric_limits<std::size_t>::max();
    detail::money_adder sums{asked.all, asked.paid, every};
    checkpoint check{run, "money side by side", 1};
    paced_poll poll{check};
    auto const ties = sums.all_ties(*mine, poll);
    auto const found = std::find_if(ties.begin(), ties.end(), [&](detail::money_tie const& tie) {
        return tie.other == *theirs;
    });
    check.finish();
    return asked.described(found != ties.end() ? *found : detail::money_tie{*theirs});
}

} // namespace capgraph::inline v0

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "money_ties.hpp"

#include "counted_rounds.hpp"
#include "deals_in_scope.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace capgraph::inline v0::detail {

namespace {

constexpr std::uint32_t not_met = 0xffff'ffff;

/// Those of rounds in which money came in for shares, and was counted once.
std::vector<investment> paid_deals(network const& n, co_investment_scope const& scope)
{
    auto deals = deals_in(n, scope);
    std::unordered_map<record_id, bool> is_paid;
    std::erase_if(deals, [&](investment const& i) {
        auto const [at, is_new] = is_paid.try_emplace(*i.round);
        if (is_new) {
            at->second = brings_money_for_shares(n, *i.round);
        }
        return !at->second;
    });
    return deals;
}

co_investment_scope by_rounds(co_investment_scope scope)
{
    scope.unit = co_investment_unit::same_round;
    scope.side = co_investment_side::investors;
    return scope;
}

} // namespace

co_investment_groups paid_rounds(network const& n, co_investment_scope scope)
{
    scope = by_rounds(std::move(scope));
    auto const deals = paid_deals(n, scope);
    return {n, std::move(scope), std::span<investment const>{deals}};
}

rated_rounds rounds_that_count(network const& n, co_investment_scope scope,
                               co_investment_money_options const& options, run_options const& run)
{
    rated_rounds out{paid_rounds(n, scope), {}};
    if (options.unrated != unrated_money::left_out) {
        return out;
    }
    std::vector<std::uint32_t> every(out.all.num_groups());
    std::iota(every.begin(), every.end(), std::uint32_t{0});
    paid_cheques const paid{n, out.all, every, options, run};
    for (auto const g : paid.without_rate()) {
        out.left_out.push_back(*out.all.round_of(g));
    }
    if (!out.left_out.empty()) {
        scope = by_rounds(std::move(scope));
        std::unordered_set<record_id> const left{out.left_out.begin(), out.left_out.end()};
        auto deals = paid_deals(n, scope);
        std::erase_if(deals, [&](investment const& i) { return left.contains(*i.round); });
        out.all = co_investment_groups{n, std::move(scope), std::span<investment const>{deals}};
    }
    return out;
}

void check_options(co_investment_money_options const& options)
{
    if (std::isnan(options.min_weight)) {
        throw std::invalid_argument{
            "capgraph::co_investment_money_options: min_weight is no number"};
    }
}

double weight_of(side_by_side_money const& sum, money_weight by)
{
    switch (by) {
    case money_weight::most:
        return sum.upper;
    case money_weight::equal_split:
        return sum.best.value_or(sum.lower);
    case money_weight::least:
        break;
    }
    return sum.lower;
}

bool is_heavier(money_tie const& a, money_tie const& b)
{
    return std::tuple{b.weight, b.sum.lower, b.sum.upper, a.other}
           < std::tuple{a.weight, a.sum.lower, a.sum.upper, b.other};
}

void add(side_by_side_money& to, side_by_side_money const& more)
{
    to.lower += more.lower;
    to.upper += more.upper;
    to.best = to.best && more.best ? std::optional{*to.best + *more.best} : std::nullopt;
}

money_adder::money_adder(co_investment_groups const& all, paid_cheques const& paid,
                         co_investment_money_options const& options)
    : all_{&all}, paid_{&paid}, options_{&options}, place_(all.members().size(), not_met)
{
}

std::span<money_tie const> money_adder::later_ties(std::uint32_t v, paced_poll& poll)
{
    return ties_of(v, v + 1, poll);
}

std::span<money_tie const> money_adder::all_ties(std::uint32_t v, paced_poll& poll)
{
    return ties_of(v, 0, poll);
}

bool money_adder::is_passed_over(std::uint32_t group) const
{
    auto const lacking = paid_->without_rate();
    return options_->unrated == unrated_money::left_out
           && std::binary_search(lacking.begin(), lacking.end(), group);
}

/// Whom `v` meets among no more than the cap.
void money_adder::meet(std::uint32_t v, std::uint32_t least, paced_poll& poll)
{
    for (auto const g : all_->memberships().row(v)) {
        auto const row = all_->groups().row(g);
        if (row.size() > options_->hub_cap || is_passed_over(g)) {
            continue;
        }
        for (auto at = std::lower_bound(row.begin(), row.end(), least); at != row.end(); ++at) {
            poll.step();
            if (*at != v && std::exchange(place_[*at], 0) == not_met) {
                ties_.push_back({*at});
            }
        }
    }
    std::sort(ties_.begin(), ties_.end(),
              [](money_tie const& a, money_tie const& b) { return a.other < b.other; });
    for (std::uint32_t i = 0; i < ties_.size(); ++i) {
        place_[ties_[i].other] = i;
    }
}

/// All that `v` shares with those that it met, in the order of the groups: the same from both ends.
void money_adder::add_up(std::uint32_t v, paced_poll& poll)
{
    for (auto const g : all_->memberships().row(v)) {
        if (is_passed_over(g)) {
            continue;
        }
        auto const row = all_->groups().row(g);
        auto const place_in_row = [&](std::uint32_t member) {
            auto const at = std::lower_bound(row.begin(), row.end(), member);
            return static_cast<std::size_t>(at - row.begin());
        };
        auto const own = place_in_row(v);
        if (row.size() > options_->hub_cap) { // most of whom may not be met
            for (auto& tie : ties_) {
                poll.step();
                auto const place = place_in_row(tie.other);
                if (place < row.size() && row[place] == tie.other) {
                    add(tie.sum, paid_->lesser(g, own, place));
                }
            }
            continue;
        }
        auto const first = ties_.empty() ? row.size() : place_in_row(ties_.front().other);
        for (auto place = first; place < row.size(); ++place) {
            poll.step();
            if (place != own) {
                add(ties_[place_[row[place]]].sum, paid_->lesser(g, own, place));
            }
        }
    }
}

std::span<money_tie const> money_adder::ties_of(std::uint32_t v, std::uint32_t least,
                                                paced_poll& poll)
{
    ties_.clear();
    meet(v, least, poll);
    add_up(v, poll);
    for (auto& tie : ties_) {
        place_[tie.other] = not_met;
        tie.weight = weight_of(tie.sum, options_->weight);
    }
    std::erase_if(ties_, [&](money_tie const& tie) { return tie.weight < options_->min_weight; });
    return ties_;
}

} // namespace capgraph::inline v0::detail

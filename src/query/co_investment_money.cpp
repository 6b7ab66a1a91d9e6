// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/co_investment_money.hpp>

#include "counted_rounds.hpp"
#include "deals_in_scope.hpp"
#include "paid_cheques.hpp"
#include "refuse_early.hpp"

#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/memory_budget.hpp>

#include <algorithm>
#include <cstddef>
#include <map>
#include <span>
#include <utility>

namespace capgraph::inline v0 {

namespace {

void add(side_by_side_money& to, side_by_side_money const& more)
{
    to.lower += more.lower;
    to.upper += more.upper;
    to.best = to.best && more.best ? std::optional{*to.best + *more.best} : std::nullopt;
}

/// Pairs and their sums, in the order of the edges.
class pair_adder {
public:
    pair_adder(co_investment_groups const& all, detail::paid_cheques const& paid,
               run_options const& run)
        : all_{&all}, paid_{&paid}, budget_{run.memory_budget}, row_(all.members().size()),
          is_met_(all.members().size())
    {
    }

    /// All pairs of `v` with later members.
    void add_row(std::uint32_t v, paced_poll& poll)
    {
        for (auto const g : all_->memberships().row(v)) {
            auto const members = all_->groups().row(g);
            auto const own = static_cast<std::size_t>(
                std::lower_bound(members.begin(), members.end(), v) - members.begin());
            for (auto k = own + 1; k < members.size(); ++k) {
                poll.step();
                auto const other = members[k];
                if (!is_met_[other]) {
                    is_met_[other] = true;
                    met_.push_back(other);
                    row_[other] = {0.0, 0.0, 0.0};
                }
                add(row_[other], paid_->lesser(g, own, k));
            }
        }
        std::sort(met_.begin(), met_.end());
        charges_.push_back(budget_.charge(met_.size(), bytes_of_pair));
        for (auto const other : met_) {
            ends.push_back({v, other});
            sums.push_back(row_[other]);
            is_met_[other] = false;
        }
        met_.clear();
    }

    std::vector<edge_ends> ends;
    std::vector<side_by_side_money> sums;

private:
    /// What is kept of it, as arrays that grow, its weight, and two arcs.
    static constexpr std::uint64_t bytes_of_pair = 120;

    co_investment_groups const* all_;
    detail::paid_cheques const* paid_;
    memory_budget budget_;
    std::vector<memory_charge> charges_;
    std::vector<side_by_side_money> row_;
    std::vector<bool> is_met_;
    std::vector<std::uint32_t> met_;
};

/// Those of rounds in which money came in for shares, and was counted once.
std::vector<investment> paid_deals(network const& n, co_investment_scope const& scope)
{
    auto deals = detail::deals_in(n, scope);
    std::map<record_id, bool> is_paid;
    std::erase_if(deals, [&](investment const& i) {
        auto const [at, is_new] = is_paid.try_emplace(*i.round);
        if (is_new) {
            at->second = detail::brings_money_for_shares(n, *i.round);
        }
        return !at->second;
    });
    return deals;
}

} // namespace

co_investment_money_network project_co_investment_money(network const& n, co_investment_scope scope,
                                                        co_investment_money_options const& options,
                                                        run_options const& run)
{
    scope.unit = co_investment_unit::same_round;
    scope.side = co_investment_side::investors;
    auto const deals = paid_deals(n, scope);
    co_investment_groups const all{n, std::move(scope), std::span<investment const>{deals}};
    detail::refuse_early(all, {}, run);
    detail::paid_cheques const paid{n, all, options, run};
    pair_adder pairs{all, paid, run};
    checkpoint check{run, "money side by side", all.members().size()};
    paced_poll poll{check};
    for (std::uint32_t v = 0; v < all.members().size(); ++v) {
        pairs.add_row(v, poll);
        check.advance();
    }
    check.finish();
    std::vector<double> weights;
    weights.reserve(pairs.sums.size());
    for (auto const& sum : pairs.sums) {
        weights.push_back(options.equal_split ? sum.best.value_or(sum.lower) : sum.lower);
    }
    return {undirected_csr_graph{all.members().size(), pairs.ends, weights},
            {all.members().begin(), all.members().end()},
            std::move(pairs.sums),
            options.unit};
}

} // namespace capgraph::inline v0

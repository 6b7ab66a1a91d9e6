// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/lead_network.hpp>

#include "deals_in_scope.hpp"

#include <capgraph/query/co_investment_groups.hpp>
#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/memory_budget.hpp>

#include <algorithm>
#include <cstdint>
#include <utility>

namespace capgraph::inline v0 {

namespace {

/// By membership, as `co_investment_groups::memberships` lists them: whether the member leads.
std::vector<bool> leads_in(network const& n, co_investment_groups const& all)
{
    auto const deals = detail::deals_in(n, all.scope());
    std::vector<bool> out;
    out.reserve(all.memberships().members.size());
    for (std::size_t i = 0; i < deals.size(); ++i) {
        auto const& now = deals[i];
        // Two records of one investor in one round stand together: it leads where either says so.
        auto const goes_on =
            i != 0 && deals[i - 1].investor == now.investor && deals[i - 1].round == now.round;
        auto const leads = now.role == participation_role::lead;
        if (!goes_on) {
            out.push_back(leads);
        } else if (leads) {
            out.back() = true;
        }
    }
    return out;
}

/// Of each group, its members that lead it.
std::vector<std::vector<std::uint32_t>> leaders_of(co_investment_groups const& all,
                                                   std::vector<bool> const& leads)
{
    std::vector<std::vector<std::uint32_t>> out(all.num_groups());
    auto const groups_of = all.memberships();
    for (std::uint32_t v = 0; v < groups_of.size(); ++v) {
        for (auto k = groups_of.offsets[v]; k < groups_of.offsets[v + 1U]; ++k) {
            if (leads[k]) {
                out[groups_of.members[k]].push_back(v);
            }
        }
    }
    return out;
}

/// Edges from those who lead, one row after another.
class edge_maker {
public:
    edge_maker(co_investment_groups const& all, std::vector<bool> const& leads,
               run_options const& run)
        : all_{&all}, leads_{&leads}, leaders_{leaders_of(all, leads)}, budget_{run.memory_budget},
          count_(all.members().size())
    {
    }

    void add(std::uint32_t v, paced_poll& poll)
    {
        auto const groups_of = all_->memberships();
        for (auto k = groups_of.offsets[v]; k < groups_of.offsets[v + 1U]; ++k) {
            if ((*leads_)[k]) {
                follow(groups_of.members[k], poll);
            }
        }
        std::sort(met_.begin(), met_.end());
        charges_.push_back(budget_.charge(met_.size(), bytes_of_edge));
        for (auto const other : met_) {
            edges.push_back({v, other});
            weights.push_back(static_cast<double>(std::exchange(count_[other], 0)));
        }
        met_.clear();
    }

    std::vector<edge_ends> edges;
    std::vector<double> weights;

private:
    void follow(std::uint32_t group, paced_poll& poll)
    {
        auto const& leaders = leaders_[group];
        for (auto const other : all_->groups().row(group)) {
            poll.step();
            if (!std::binary_search(leaders.begin(), leaders.end(), other)
                && count_[other]++ == 0) {
                met_.push_back(other);
            }
        }
    }

    /// Itself and its weight, as arrays that grow, and in the graph.
    static constexpr std::uint64_t bytes_of_edge = 48;

    co_investment_groups const* all_;
    std::vector<bool> const* leads_;
    std::vector<std::vector<std::uint32_t>> leaders_;
    memory_budget budget_;
    std::vector<memory_charge> charges_;
    std::vector<std::uint64_t> count_;
    std::vector<std::uint32_t> met_;
};

} // namespace

lead_network project_leads(network const& n, co_investment_scope scope, run_options const& run)
{
    scope.unit = co_investment_unit::same_round;
    scope.side = co_investment_side::investors;
    co_investment_groups const all{n, std::move(scope)};
    auto const leads = leads_in(n, all);
    edge_maker rows{all, leads, run};
    checkpoint check{run, "projection of leads", all.members().size()};
    paced_poll poll{check};
    for (std::uint32_t v = 0; v < all.members().size(); ++v) {
        rows.add(v, poll);
        check.advance();
    }
    check.finish();
    return {csr_graph{all.members().size(), rows.edges, rows.weights},
            {all.members().begin(), all.members().end()}};
}

} // namespace capgraph::inline v0

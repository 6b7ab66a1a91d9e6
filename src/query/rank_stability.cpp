// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/rank_stability.hpp>

#include "../run/without_progress.hpp"
#include "deals_in_scope.hpp"

#include <capgraph/algorithm/ranking.hpp>
#include <capgraph/run/checkpoint.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <random>
#include <stdexcept>
#include <string>
#include <tuple>
#include <utility>

namespace capgraph::inline v0 {

namespace {

constexpr std::size_t most_tried = 20;

void check_options(rank_stability_options const& options)
{
    if (!(options.chance >= 0.0 && options.chance <= 1.0) || options.worlds == 0
        || options.exact_up_to > most_tried) {
        throw std::invalid_argument{"capgraph::rank_stability_of: expected a chance from 0 to 1, "
                                    "a world or more, and at most 20 deals to try in all ways"};
    }
}

/// The investments of a scope, and to which doubtful deal each belongs.
struct numbered_deals {
    std::vector<investment> all;
    std::vector<std::optional<std::uint32_t>> doubt; ///< Of each; null: it is certain.
    std::uint32_t count = 0;
};

numbered_deals numbered(network const& n, co_investment_scope const& scope, deal_status certain)
{
    numbered_deals out;
    out.all = detail::deals_in(n, scope);
    // A round at one status, or else the investment itself.
    std::map<std::tuple<bool, std::uint32_t, deal_status>, std::uint32_t> numbers;
    for (auto const& i : out.all) {
        if (i.status >= certain) {
            out.doubt.emplace_back();
            continue;
        }
        auto const key = i.round ? static_cast<std::uint32_t>(*i.round)
                                 : static_cast<std::uint32_t>(i.participation);
        auto const [at, is_new] =
            numbers.try_emplace({i.round.has_value(), key, i.status}, out.count);
        out.count += is_new ? 1U : 0U;
        out.doubt.emplace_back(at->second);
    }
    return out;
}

/// Ranks of all members in one world after the other.
class world_ranker {
public:
    world_ranker(network const& n, network_scores const& scores, co_investment_scope const& scope,
                 rank_stability_options const& options, run_options const& run)
        : n_{&n}, scores_{&scores}, scope_{&scope}, options_{&options},
          run_{detail::without_progress(run)}, deals_{numbered(n, scope, options.certain_from)}
    {
    }

    [[nodiscard]] std::uint32_t num_doubtful() const { return deals_.count; }

    /// By member.
    [[nodiscard]] std::vector<std::uint64_t> ranks(std::vector<bool> const& is_real) const
    {
        std::vector<investment> deals;
        for (std::size_t i = 0; i < deals_.all.size(); ++i) {
            if (!deals_.doubt[i] || is_real[*deals_.doubt[i]]) {
                deals.push_back(deals_.all[i]);
            }
        }
        co_investment_groups const groups{*n_, *scope_, deals};
        auto const scores = (*scores_)(project_co_investment(groups, options_->weights, run_));
        if (scores.size() != groups.members().size()) {
            throw std::invalid_argument{"capgraph::rank_stability_of: "
                                        + std::to_string(scores.size()) + " scores, expected "
                                        + std::to_string(groups.members().size())};
        }
        std::vector<std::uint64_t> out(scores.size());
        for (auto const& each : ranking(scores)) {
            out[each.vertex] = each.rank;
        }
        return out;
    }

private:
    network const* n_;
    network_scores const* scores_;
    co_investment_scope const* scope_;
    rank_stability_options const* options_;
    run_options run_;
    numbered_deals deals_;
};

/// Adds one world, of that weight, to what is known of all members.
void add(std::vector<stable_rank>& to, std::vector<std::uint64_t> const& ranks, double weight,
         std::size_t top_k)
{
    for (std::size_t v = 0; v < to.size(); ++v) {
        auto& known = to[v];
        known.in_top += ranks[v] <= top_k ? weight : 0.0;
        known.mean_rank += weight * static_cast<double>(ranks[v]);
        known.best_rank = known.best_rank == 0 ? ranks[v] : std::min(known.best_rank, ranks[v]);
        known.worst_rank = std::max(known.worst_rank, ranks[v]);
    }
}

void add_all_worlds(std::vector<stable_rank>& to, world_ranker const& worlds,
                    rank_stability_options const& options, checkpoint& check)
{
    auto const count = worlds.num_doubtful();
    for (std::uint64_t world = 0; world < std::uint64_t{1} << count; ++world) {
        std::vector<bool> is_real(count);
        auto weight = 1.0;
        for (std::uint32_t i = 0; i < count; ++i) {
            is_real[i] = ((world >> i) & 1U) != 0;
            weight *= is_real[i] ? options.chance : 1.0 - options.chance;
        }
        if (weight > 0.0) {
            add(to, worlds.ranks(is_real), weight, options.top_k);
        }
        check.advance();
    }
}

void add_drawn_worlds(std::vector<stable_rank>& to, world_ranker const& worlds,
                      rank_stability_options const& options, std::uint64_t seed, checkpoint& check)
{
    std::mt19937_64 random{seed};
    for (std::uint64_t world = 0; world < options.worlds; ++world) {
        std::vector<bool> is_real(worlds.num_doubtful());
        for (std::size_t i = 0; i < is_real.size(); ++i) {
            is_real[i] = static_cast<double>(random() >> 11U) * 0x1p-53 < options.chance;
        }
        add(to, worlds.ranks(is_real), 1.0 / static_cast<double>(options.worlds), options.top_k);
        check.advance();
    }
}

} // namespace

rank_stability rank_stability_of(network const& n, network_scores const& scores,
                                 co_investment_scope scope, rank_stability_options const& options,
                                 run_options const& run)
{
    check_options(options);
    world_ranker const worlds{n, scores, scope, options, run};
    rank_stability out;
    out.doubtful = worlds.num_doubtful();
    out.is_exact = out.doubtful <= options.exact_up_to;
    out.worlds = out.is_exact ? std::uint64_t{1} << out.doubtful : options.worlds;
    auto const without = worlds.ranks(std::vector<bool>(worlds.num_doubtful(), false));
    auto const with = worlds.ranks(std::vector<bool>(worlds.num_doubtful(), true));
    auto const members =
        scope.side == co_investment_side::companies ? n.companies() : n.investors();
    for (std::size_t v = 0; v < members.size(); ++v) {
        out.ranks.push_back(
            {.investor = members[v], .rank_without = without[v], .rank_with = with[v]});
    }
    checkpoint check{run, "worlds", out.worlds};
    if (out.is_exact) {
        add_all_worlds(out.ranks, worlds, options, check);
    } else {
        add_drawn_worlds(out.ranks, worlds, options, run.seed, check);
    }
    check.finish();
    std::stable_sort(
        out.ranks.begin(), out.ranks.end(), [](stable_rank const& a, stable_rank const& b) {
            return a.in_top != b.in_top ? a.in_top > b.in_top : a.mean_rank < b.mean_rank;
        });
    return out;
}

} // namespace capgraph::inline v0

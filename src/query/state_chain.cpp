// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/state_chain.hpp>

#include "state_ties.hpp"

#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <utility>

namespace capgraph::inline v0 {

namespace {

using detail::asked_state;

/// The best way from a vertex down to the entity.
struct way_down {
    std::uint32_t below = 0; ///< The next vertex on it.
    part_bounds stake{};
    bool is_declared = false;
    part_bounds part{1.0, 1.0}; ///< The product of all stakes on it.
    std::size_t length = 0;
};

/// By what products of stakes keep: a chain is best if each of its ends is.
bool is_better(part_bounds const& a, part_bounds const& b)
{
    return a.upper > b.upper;
}

class chain_finder {
public:
    chain_finder(ownership_network const& n, asked_state const& asked) : n_{&n}, asked_{asked} {}

    std::optional<state_chain> operator()(std::uint32_t entity)
    {
        ways_[entity] = {};
        std::optional<std::uint32_t> labelled;
        std::vector<std::uint32_t> level{entity};
        while (!level.empty()) {
            if (auto const organ = best_of(level, &chain_finder::is_organ)) {
                return told(*organ, entity, true);
            }
            labelled = labelled ? labelled : best_of(level, &chain_finder::is_labelled);
            level = above(level);
        }
        return labelled ? std::optional{told(*labelled, entity, false)} : std::nullopt;
    }

private:
    [[nodiscard]] bool is_organ(std::uint32_t v) const
    {
        auto const tie = detail::tie_of(n_->net().facts(), n_->entity_at(v), asked_);
        return tie.certain == field<state_tie>{state_tie::organ};
    }
    [[nodiscard]] bool is_labelled(std::uint32_t v) const
    {
        return detail::tie_of(n_->net().facts(), n_->entity_at(v), asked_).certain.has_value();
    }

    [[nodiscard]] std::optional<std::uint32_t> best_of(std::vector<std::uint32_t> const& level,
                                                       bool (chain_finder::*wanted)(std::uint32_t)
                                                           const) const
    {
        std::optional<std::uint32_t> best;
        for (auto const v : level) {
            if ((this->*wanted)(v)
                && (!best || is_better(ways_.at(v).part, ways_.at(*best).part))) {
                best = v;
            }
        }
        return best;
    }

    /// Who owns or controls the vertices of `level` and was not come upon before, by slug.
    std::vector<std::uint32_t> above(std::vector<std::uint32_t> const& level)
    {
        std::vector<std::uint32_t> next;
        auto const& w = n_->capital();
        for (auto const v : level) {
            for (auto const& e : w.owners_of(v)) {
                reach(next, e.vertex, v, {e.lower, w.most_of(v, e.vertex)}, false);
            }
            for (auto const& d : n_->power().declared_of(v)) {
                if (d.is_certain) {
                    auto const most = w.most_of(v, d.owner);
                    auto const stake =
                        most > 0.0 ? part_bounds{w.least_of(v, d.owner), most} : part_bounds{0, 1};
                    reach(next, d.owner, v, stake, true);
                }
            }
        }
        std::sort(next.begin(), next.end());
        return next;
    }

    void reach(std::vector<std::uint32_t>& next, std::uint32_t owner, std::uint32_t owned,
               part_bounds stake, bool is_declared)
    {
        if (!(stake.upper > 0.0)) {
            return;
        }
        auto const& below = ways_.at(owned);
        way_down const way{owned,
                           stake,
                           is_declared,
                           {below.part.lower * stake.lower, below.part.upper * stake.upper},
                           below.length + 1};
        auto const [at, is_new] = ways_.try_emplace(owner, way);
        if (is_new) {
            next.push_back(owner);
        } else if (at->second.length == way.length) {
            if (is_better(way.part, at->second.part)) {
                at->second = way;
            } else if (at->second.below == owned) {
                at->second.is_declared |= is_declared; // a stake, and control besides
            }
        }
    }

    [[nodiscard]] state_chain told(std::uint32_t from, std::uint32_t entity, bool is_organ) const
    {
        state_chain out;
        out.from = n_->entity_at(from);
        out.is_organ = is_organ;
        out.part = ways_.at(from).part;
        for (auto v = from; v != entity; v = ways_.at(v).below) {
            auto const& way = ways_.at(v);
            out.links.push_back(
                {n_->entity_at(v), n_->entity_at(way.below), way.stake, way.is_declared});
        }
        return out;
    }

    ownership_network const* n_;
    asked_state asked_;
    std::unordered_map<std::uint32_t, way_down> ways_;
};

} // namespace

std::optional<state_chain> state_chain_to(ownership_network const& n, entity_id entity,
                                          state_scope const& scope)
{
    return chain_finder{n, {scope.country, scope.level}}(n.vertex_of(entity));
}

} // namespace capgraph::inline v0

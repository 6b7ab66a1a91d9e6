// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/control_over.hpp>

#include "control_options_of.hpp"

#include "../run/without_progress.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace capgraph::inline v0 {

namespace {

using vertices = std::vector<std::uint32_t>;

/// Who is above a vertex.
struct vertices_above {
    vertices found;
    bool is_cut = false; ///< Whether there are more.
};

/// Who is above `v`, the nearest first: who is declared to control, then the holders of votes,
/// those with the most first.
vertices_above above(ownership_network const& n, std::uint32_t v, std::size_t most)
{
    vertices_above out;
    out.found.push_back(v);
    std::unordered_set<std::uint32_t> seen{v};
    auto const add = [&](std::uint32_t owner) {
        if (seen.contains(owner)) {
            return;
        }
        out.is_cut = out.is_cut || out.found.size() > most;
        if (out.found.size() <= most) {
            seen.insert(owner);
            out.found.push_back(owner);
        }
    };
    auto const& votes = n.power().votes();
    std::vector<std::pair<double, std::uint32_t>> holders;
    for (std::size_t i = 0; i < out.found.size(); ++i) {
        for (auto const& d : n.power().declared_of(out.found[i])) {
            add(d.owner);
        }
        holders.clear();
        for (auto const& e : votes.owners_of(out.found[i])) {
            holders.emplace_back(-votes.most_of(out.found[i], e.vertex), e.vertex);
        }
        std::sort(holders.begin(), holders.end());
        for (auto const& [part, owner] : holders) {
            add(owner);
        }
    }
    out.found.erase(out.found.begin());
    return out;
}

/// The votes and declarations among `members`, by their places. All that decides about one of them
/// where they are all above it.
voting_power power_among(ownership_network const& n, vertices const& members)
{
    std::unordered_map<std::uint32_t, std::uint32_t> places;
    for (auto const v : members) {
        places.emplace(v, static_cast<std::uint32_t>(places.size()));
    }
    auto const& votes = n.power().votes();
    std::vector<bounded_stake> stakes;
    std::vector<declared_control> declared;
    for (auto const v : members) {
        for (auto const& e : votes.owners_of(v)) {
            if (auto const owner = places.find(e.vertex); owner != places.end()) {
                auto over = std::max(0.0, std::ceil(e.lower) - 1.0); // of a column over the whole
                auto const lower = e.lower - over;
                auto const upper = std::min(1.0, votes.most_of(v, e.vertex) - over);
                for (; over > 0.0; --over) {
                    stakes.push_back({owner->second, places.at(v), 1.0, 1.0});
                }
                stakes.push_back({owner->second, places.at(v), lower, std::max(lower, upper)});
            }
        }
        for (auto const& d : n.power().declared_of(v)) {
            if (auto const owner = places.find(d.owner); owner != places.end()) {
                declared.push_back({owner->second, places.at(v), d.is_certain});
            }
        }
    }
    return voting_power{stake_matrix{members.size(), stakes, {votes.rounding()}},
                        std::move(declared)};
}

/// One that controls the company asked about.
struct found_controller {
    std::uint32_t vertex = 0;
    bool is_certain = false;
    vertices controlled; ///< For certain; ascending.

    [[nodiscard]] bool is_above(std::uint32_t v) const
    {
        return std::binary_search(controlled.begin(), controlled.end(), v);
    }
};

/// Those of the `asked` that control `target`.
std::vector<found_controller> find_controllers(voting_power const& power, std::uint32_t target,
                                               vertices const& asked,
                                               control_options const& options,
                                               run_options const& run)
{
    std::vector<found_controller> out;
    for (auto const v : asked) {
        auto set = control_of(power, {&v, 1}, options, run);
        auto const has = [&](vertices const& all) {
            return std::find(all.begin(), all.end(), target) != all.end();
        };
        if (has(set.possibly)) {
            auto const is_certain = has(set.certainly);
            std::sort(set.certainly.begin(), set.certainly.end());
            out.push_back({v, is_certain, std::move(set.certainly)});
        }
    }
    return out;
}

/// Whether none of `all` controls `c` and is not controlled by it: two that control each other are
/// both ultimate.
bool is_ultimate(found_controller const& c, std::vector<found_controller> const& all)
{
    return std::none_of(all.begin(), all.end(), [&](found_controller const& other) {
        return &other != &c && other.is_above(c.vertex) && !c.is_above(other.vertex);
    });
}

} // namespace

controller_list controllers_of(ownership_network const& n, entity_id company,
                               control_rule const& rule, std::size_t most_entities,
                               run_options const& run)
{
    auto const target = n.vertex_of(company);
    auto const asked = above(n, target, most_entities);
    auto options = detail::control_options_of(n, rule);
    auto const quiet = detail::without_progress(run);
    std::vector<found_controller> found;
    // Who is not asked may stand between those that are and the company.
    constexpr std::size_t farther = 100;
    auto const all = asked.is_cut ? above(n, target, farther * most_entities) : asked;
    if (all.is_cut) {
        found = find_controllers(n.power(), target, asked.found, options, quiet);
    } else {
        auto members = all.found; // those asked first
        members.push_back(target);
        options.ultimate = {}; // nothing is told of owning those
        vertices places(asked.found.size());
        std::iota(places.begin(), places.end(), 0U);
        found =
            find_controllers(power_among(n, members), static_cast<std::uint32_t>(all.found.size()),
                             places, options, quiet);
    }
    controller_list out{{}, asked.is_cut};
    for (auto const& c : found) {
        auto const v = all.is_cut ? c.vertex : all.found[c.vertex];
        out.controllers.push_back({n.entity_at(v), c.is_certain, is_ultimate(c, found)});
    }
    auto const key = [&](controller const& c) {
        return std::tuple{!c.is_certain, !c.is_ultimate, n.net().facts().slug_of(c.entity)};
    };
    std::sort(out.controllers.begin(), out.controllers.end(),
              [&](controller const& a, controller const& b) { return key(a) < key(b); });
    return out;
}

} // namespace capgraph::inline v0

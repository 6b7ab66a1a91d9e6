// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/state_parts.hpp>

#include "control_options_of.hpp"
#include "state_look_through.hpp"
#include "state_ties.hpp"

#include "../algorithm/vertex_list.hpp"

#include <capgraph/algorithm/control.hpp>
#include <capgraph/model/entity.hpp>

#include <algorithm>
#include <utility>

namespace capgraph::inline v0 {

struct state_parts::state {
    network const* net;
    state_scope scope;
    ownership_network owners;
    bool looks_when_asked = true; ///< At one entity alone.
    std::vector<double> lower;    ///< By vertex, where it doesn't.
    std::vector<double> upper;

    state(network const& n, state_scope const& s) : net{&n}, scope{s}, owners{n, s.ownership} {}
};

namespace {

using detail::joined;

void consolidate(state_parts::state& s, detail::tied_vertices const& tied, run_options const& run)
{
    auto const& power = s.owners.power();
    auto options = detail::control_options_of(s.owners, s.scope.control);
    options.unknown = s.scope.unknown;
    auto const others = detail::without(s.owners.ultimate(), tied.possible_organs);
    options.ultimate = others;
    auto const certain = control_of(power, joined(tied.organs, tied.controlled), options, run);
    auto const group = joined(joined(tied.possible_organs, tied.controlled), tied.backed);
    auto const possible = control_of(power, group, options, run);
    s.lower.assign(s.owners.num_vertices(), 0.0);
    s.upper = s.lower;
    for (auto const v : joined(joined(tied.organs, tied.controlled), certain.certainly)) {
        s.lower[v] = 1.0;
    }
    for (auto const v : joined(group, joined(possible.possibly, certain.certainly))) {
        s.upper[v] = 1.0;
    }
}

} // namespace

state_parts::state_parts(network const& n, state_scope const& scope, run_options const& run)
{
    auto made = std::make_shared<state>(n, scope);
    if (scope.measure == state_measure::look_through
        || scope.measure == state_measure::consolidated) {
        made->looks_when_asked = false;
        auto const tied = detail::tied_in(made->owners, {scope.country, scope.level});
        if (scope.measure == state_measure::look_through) {
            auto const found = detail::state_look_through(made->owners, made->owners.capital(),
                                                          tied, scope.unknown, run);
            made->lower.assign(found.lowers().begin(), found.lowers().end());
            made->upper.assign(found.uppers().begin(), found.uppers().end());
        } else {
            consolidate(*made, tied, run);
        }
    }
    state_ = std::move(made);
}

network const& state_parts::net() const noexcept
{
    return *state_->net;
}

state_scope const& state_parts::scope() const noexcept
{
    return state_->scope;
}

ownership_network const& state_parts::owners() const noexcept
{
    return state_->owners;
}

part_bounds state_parts::of(entity_id entity) const
{
    auto const& s = *state_;
    if (s.looks_when_asked) {
        return detail::part_by_ties(*s.net, entity, s.scope);
    }
    if (auto const v = s.net->find_entity(entity)) {
        return {s.lower[*v], s.upper[*v]};
    }
    return {0.0, s.scope.unknown == unknown_owners::possible ? 1.0 : 0.0};
}

bounded<share> state_parts::equity_of(entity_id company) const
{
    auto const& s = *state_;
    auto const& w = s.owners.capital();
    auto const found = s.net->find_entity(company);
    if (!found) {
        return make_bounded(share{}, share{of(company).upper > 0.0 ? 1.0 : 0.0}, share{});
    }
    auto const v = *found;
    if (s.owners.is_ultimate(v)) { // nobody's but its own
        auto const own = of(company);
        return make_bounded(share{own.lower}, share{own.upper}, share{});
    }
    auto const coverage = share{std::min(1.0, w.known_part(v))};
    auto const clashes = s.owners.without_room();
    auto const clash = std::lower_bound(
        clashes.begin(), clashes.end(), v,
        [](untold_stake const& each, std::uint32_t of) { return each.owned < of; });
    if (clash != clashes.end() && clash->owned == v) {
        return make_bounded(share{}, share{1.0}, coverage);
    }
    if (s.scope.measure == state_measure::look_through) {
        return make_bounded(share{s.lower[v]}, share{s.upper[v]}, coverage);
    }
    auto const is_among = [v](std::span<std::uint32_t const> all) {
        return std::binary_search(all.begin(), all.end(), v);
    };
    if (is_among(w.overfull()) || is_among(w.closed())) {
        return make_bounded(share{}, share{1.0}, coverage);
    }
    auto const owners = w.owners_of(v);
    auto lower = 0.0;
    auto upper = 0.0;
    auto left = 1.0;
    auto room = 0.0; // for stakes of holders that count
    for (auto const& e : owners) {
        auto const part = of(s.owners.entity_at(e.vertex));
        lower += e.lower * part.lower;
        upper += e.lower * part.upper;
        left -= e.lower;
        room += (w.most_of(v, e.vertex) - e.lower) * part.upper; // parts are all or nothing
    }
    left = std::max(0.0, left);
    upper += s.scope.unknown == unknown_owners::possible ? left : std::min(left, room);
    return make_bounded(share{std::clamp(lower, 0.0, 1.0)},
                        share{std::clamp(std::max(lower, upper), 0.0, 1.0)}, coverage);
}

} // namespace capgraph::inline v0

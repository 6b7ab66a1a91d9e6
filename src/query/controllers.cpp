// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/controllers.hpp>

#include "control_options_of.hpp"

#include "../run/without_progress.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <utility>

namespace capgraph::inline v0 {

namespace {

/// Whether `v` may control something: it votes, or is declared to.
bool may_control(voting_power const& power, std::uint32_t v)
{
    return !power.votes().owned_by(v).empty() || !power.declared_by(v).empty();
}

/// All vertices, each after those above it, as far as no circle stands in the way.
std::vector<std::uint32_t> from_above(voting_power const& power)
{
    auto const n = static_cast<std::uint32_t>(power.votes().num_vertices());
    std::vector<std::uint32_t> above(n);
    for (std::uint32_t v = 0; v < n; ++v) {
        above[v] = static_cast<std::uint32_t>(power.votes().owners_of(v).size());
    }
    for (auto const& d : power.declared()) {
        ++above[d.owned];
    }
    std::vector<std::uint32_t> order;
    std::vector<bool> is_taken(n);
    auto const take = [&](std::uint32_t v) {
        is_taken[v] = true;
        order.push_back(v);
    };
    for (std::uint32_t v = 0; v < n; ++v) {
        if (above[v] == 0) {
            take(v);
        }
    }
    for (std::size_t i = 0; i < order.size(); ++i) {
        auto const pass = [&](std::uint32_t below) {
            if (--above[below] == 0) {
                take(below);
            }
        };
        for (auto const& e : power.votes().owned_by(order[i])) {
            pass(e.vertex);
        }
        for (auto const& d : power.declared_by(order[i])) {
            pass(d.owned);
        }
    }
    for (std::uint32_t v = 0; v < n; ++v) {
        if (!is_taken[v]) {
            order.push_back(v);
        }
    }
    return order;
}

/// The last of those above `v`. Who is above is never below: it would not have been asked.
std::uint32_t last_above(std::vector<std::uint32_t> const& above, std::uint32_t v)
{
    while (above[v] != v) {
        v = above[v];
    }
    return v;
}

} // namespace

std::vector<std::optional<entity_id>>
ultimate_controllers(ownership_network const& n, control_rule const& rule, run_options const& run)
{
    std::vector<std::uint32_t> above(n.num_vertices());
    std::iota(above.begin(), above.end(), 0U);
    auto const options = detail::control_options_of(n, rule);
    auto const quiet = detail::without_progress(run);
    for (auto const v : from_above(n.power())) {
        if (above[v] != v || !may_control(n.power(), v)) {
            continue; // what it controls is its controller's
        }
        for (auto const c : control_of(n.power(), {&v, 1}, options, quiet).certainly) {
            above[c] = above[c] == c ? v : std::min(above[c], v); // held jointly
        }
    }
    std::vector<std::optional<entity_id>> out(n.num_vertices());
    for (std::uint32_t v = 0; v < above.size(); ++v) {
        auto const last = last_above(above, v);
        if (last != v) {
            out[v] = n.entity_at(last);
        }
    }
    return out;
}

network network_by_controllers(view const& facts, control_rule const& rule, run_options const& run)
{
    network const plain{facts};
    ownership_network const owners{plain};
    auto const found = ultimate_controllers(owners, rule, run);
    std::vector<std::pair<entity_id, entity_id>> tops;
    for (std::uint32_t v = 0; v < found.size(); ++v) {
        if (found[v]) {
            tops.emplace_back(owners.entity_at(v), *found[v]);
        }
    }
    return network{facts, roll_up_map{facts, tops}, {.roll_up = roll_up::controller}};
}

} // namespace capgraph::inline v0

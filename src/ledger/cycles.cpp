// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "cycles.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

namespace capgraph::inline v0::detail {

namespace {

/// Arcs between vertices numbered from 0.
struct dense_arcs {
    std::vector<arc> arcs;
    std::size_t vertices = 0;
};

dense_arcs numbered(std::span<arc const> arcs)
{
    std::vector<std::uint32_t> names;
    for (auto const& each : arcs) {
        names.push_back(each.from);
        names.push_back(each.to);
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    auto const number = [&](std::uint32_t name) {
        auto const at = std::lower_bound(names.begin(), names.end(), name);
        return static_cast<std::uint32_t>(at - names.begin());
    };
    dense_arcs out{{}, names.size()};
    for (auto const& each : arcs) {
        out.arcs.push_back({number(each.from), number(each.to)});
    }
    return out;
}

/// Strikes out, again and again, the arcs from where none leads to.
void strike_tails(dense_arcs const& all, std::vector<char>& is_struck, bool forward)
{
    std::vector<std::vector<std::size_t>> leaving(all.vertices);
    std::vector<std::size_t> entering(all.vertices, 0);
    for (std::size_t i = 0; i < all.arcs.size(); ++i) {
        if (is_struck[i] == 0) {
            auto const [from, to] = all.arcs[i];
            leaving[forward ? from : to].push_back(i);
            ++entering[forward ? to : from];
        }
    }
    std::vector<std::size_t> free;
    for (std::size_t v = 0; v < all.vertices; ++v) {
        if (entering[v] == 0) {
            free.push_back(v);
        }
    }
    while (!free.empty()) {
        auto const v = free.back();
        free.pop_back();
        for (auto const i : leaving[v]) {
            is_struck[i] = 1;
            auto const next = forward ? all.arcs[i].to : all.arcs[i].from;
            if (--entering[next] == 0) {
                free.push_back(next);
            }
        }
    }
}

std::size_t find_root(std::vector<std::size_t>& parent, std::size_t i)
{
    while (parent[i] != i) {
        parent[i] = parent[parent[i]];
        i = parent[i];
    }
    return i;
}

} // namespace

std::vector<std::vector<std::size_t>> cycles_among(std::span<arc const> arcs)
{
    auto const all = numbered(arcs);
    std::vector<char> is_struck(arcs.size(), 0);
    strike_tails(all, is_struck, true);
    strike_tails(all, is_struck, false);
    std::vector<std::size_t> parent(all.vertices);
    std::iota(parent.begin(), parent.end(), std::size_t{0});
    for (std::size_t i = 0; i < arcs.size(); ++i) {
        if (is_struck[i] == 0) {
            parent[find_root(parent, all.arcs[i].from)] = find_root(parent, all.arcs[i].to);
        }
    }
    std::map<std::size_t, std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < arcs.size(); ++i) {
        if (is_struck[i] == 0) {
            groups[find_root(parent, all.arcs[i].from)].push_back(i);
        }
    }
    std::vector<std::vector<std::size_t>> out;
    for (auto& [root, group] : groups) {
        out.push_back(std::move(group));
    }
    return out;
}

} // namespace capgraph::inline v0::detail

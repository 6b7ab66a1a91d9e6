// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace capgraph::inline v0::detail {

/// Calls `found(component)` for each strong component, after all those it has an arc into. In one,
/// each vertex stands after those that it has an arc to, but for the arcs that close a cycle.
///
/// `arcs_of(v)` counts the arcs out of v, `head(v, k)` is where the k-th leads. Without recursion:
/// a chain of any length fits any stack.
///
/// Complexity: O(n + m). Reference: Tarjan, "Depth-first search and linear graph algorithms", SIAM
///   Journal on Computing 1(2), 1972.
template <class ArcsOf, class Head, class Found>
void for_each_strong_component(std::size_t vertex_count, ArcsOf arcs_of, Head head, Found found)
{
    constexpr std::uint32_t unseen = 0;
    constexpr auto done = static_cast<std::uint32_t>(-1);
    struct frame {
        std::uint32_t vertex;
        std::uint32_t seen_at;
        std::size_t left_before; ///< When it was entered: what was left since is at its end.
        std::uint64_t next_arc;
    };
    std::vector<std::uint32_t> lowest(vertex_count, unseen); // reachable, in order of being seen
    std::vector<std::uint32_t> left; // in that order, of components that are not complete
    std::vector<frame> path;
    std::uint32_t seen = 0;
    auto const enter = [&](std::uint32_t v) {
        lowest[v] = ++seen;
        path.push_back({v, seen, left.size(), 0});
    };
    auto const leave = [&](frame const& from) {
        left.push_back(from.vertex);
        if (lowest[from.vertex] == from.seen_at) {
            auto const component = std::span<std::uint32_t const>{left}.subspan(from.left_before);
            for (auto const v : component) {
                lowest[v] = done;
            }
            found(component);
            left.resize(from.left_before);
        } else {
            auto& above = lowest[path.back().vertex]; // the first of a component has none
            above = std::min(above, lowest[from.vertex]);
        }
    };
    for (std::uint32_t root = 0; root < vertex_count; ++root) {
        if (lowest[root] != unseen) {
            continue;
        }
        enter(root);
        while (!path.empty()) {
            auto& top = path.back();
            if (top.next_arc < arcs_of(top.vertex)) {
                auto const to = head(top.vertex, top.next_arc++);
                if (lowest[to] == unseen) {
                    enter(to);
                } else if (lowest[to] != done) {
                    lowest[top.vertex] = std::min(lowest[top.vertex], lowest[to]);
                }
                continue;
            }
            auto const from = top;
            path.pop_back();
            leave(from);
        }
    }
}

} // namespace capgraph::inline v0::detail

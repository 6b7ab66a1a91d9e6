// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace capgraph::inline v0::detail {

/// Calls `found(component)` for each strong component, after all those it has an arc into; the
/// vertices of one stand in the reverse of the order in which they were come upon.
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
        std::uint64_t next_arc;
    };
    std::vector<std::uint32_t> lowest(vertex_count, unseen); // reachable, in order of being seen
    std::vector<std::uint32_t> open;
    std::vector<frame> path;
    std::vector<std::uint32_t> component;
    std::vector<std::uint32_t> seen_at(vertex_count);
    std::uint32_t seen = 0;
    auto const enter = [&](std::uint32_t v) {
        lowest[v] = seen_at[v] = ++seen;
        open.push_back(v);
        path.push_back({v, 0});
    };
    auto const leave = [&](std::uint32_t v) {
        if (lowest[v] == seen_at[v]) {
            component.clear();
            do {
                component.push_back(open.back());
                lowest[open.back()] = done;
                open.pop_back();
            } while (component.back() != v);
            found(std::span<std::uint32_t const>{component});
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
                    lowest[top.vertex] = std::min(lowest[top.vertex], seen_at[to]);
                }
                continue;
            }
            auto const v = top.vertex;
            path.pop_back();
            if (!path.empty() && lowest[v] != done) {
                auto& above = lowest[path.back().vertex];
                above = std::min(above, lowest[v]);
            }
            leave(v);
        }
    }
}

} // namespace capgraph::inline v0::detail

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "../graph/charged_vector.hpp"

#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/memory_budget.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

namespace capgraph::inline v0::detail {

/// The search behind `for_each_strong_component`.
template <class ArcsOf, class Head, class Found>
class strong_component_search {
public:
    strong_component_search(std::size_t vertex_count, ArcsOf arcs_of, Head head, Found found,
                            checkpoint const& check, memory_budget& budget)
        : arcs_of_{arcs_of}, head_{head}, found_{found}, pace_{check},
          lowest_{budget, vertex_count}, left_{budget}, path_{budget}
    {
    }

    void operator()()
    {
        for (std::uint32_t root = 0; root < lowest_.size(); ++root) {
            pace_.step();
            if (lowest_[root] == unseen) {
                search_from(root);
            }
        }
    }

private:
    static constexpr std::uint32_t unseen = 0;
    static constexpr auto done = static_cast<std::uint32_t>(-1);

    struct frame {
        std::uint32_t vertex;
        std::uint32_t seen_at;
        std::size_t left_before; ///< When it was entered: what was left since is at its end.
        std::uint64_t next_arc;
    };

    void search_from(std::uint32_t root)
    {
        enter(root);
        while (!path_.empty()) {
            pace_.step();
            auto& top = path_.back();
            if (top.next_arc == arcs_of_(top.vertex)) {
                auto const from = top;
                path_.pop_back();
                leave(from);
                continue;
            }
            auto const to = head_(top.vertex, top.next_arc++);
            if (lowest_[to] == unseen) {
                enter(to);
            } else if (lowest_[to] != done) {
                lowest_[top.vertex] = std::min(lowest_[top.vertex], lowest_[to]);
            }
        }
    }

    void enter(std::uint32_t v)
    {
        lowest_[v] = ++seen_;
        path_.push_back({v, seen_, left_.size(), 0});
    }

    void leave(frame const& from)
    {
        left_.push_back(from.vertex);
        if (lowest_[from.vertex] != from.seen_at) {
            auto& above = lowest_[path_.back().vertex]; // the first of a component has none
            above = std::min(above, lowest_[from.vertex]);
            return;
        }
        auto const component = left_.part(from.left_before, left_.size() - from.left_before);
        for (auto const v : component) {
            lowest_[v] = done;
        }
        found_(component);
        left_.shrink(from.left_before);
    }

    ArcsOf arcs_of_;
    Head head_;
    Found found_;
    paced_poll pace_;
    charged_vector<std::uint32_t> lowest_; ///< Reachable, in order of being seen.
    charged_vector<std::uint32_t> left_;   ///< In that order, of components that are not complete.
    charged_vector<frame> path_;
    std::uint32_t seen_ = 0;
};

/// Calls `found(component)` for each strong component, after all those it has an arc into. In one,
/// each vertex stands after those that it has an arc to, but for the arcs that close a cycle.
///
/// `arcs_of(v)` counts the arcs out of v, `head(v, k)` is where the k-th leads. Without recursion:
/// a chain of any length fits any stack.
///
/// Complexity: O(n + m). Throws: `error` with `cancelled`, `over_budget`; what the callables throw.
/// Reference: Tarjan, "Depth-first search and linear graph algorithms", SIAM Journal on Computing
///   1(2), 1972.
template <class ArcsOf, class Head, class Found>
void for_each_strong_component(std::size_t vertex_count, ArcsOf arcs_of, Head head, Found found,
                               checkpoint const& check, memory_budget& budget)
{
    strong_component_search<ArcsOf, Head, Found>{vertex_count, arcs_of, head,
                                                 found,        check,   budget}();
}

} // namespace capgraph::inline v0::detail

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "../graph/charged_vector.hpp"

#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/memory_budget.hpp>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>

namespace capgraph::inline v0::detail {

using charged_vertices = charged_vector<std::uint32_t>;

/// `a`, then `b`.
[[nodiscard]] inline charged_vertices both(std::span<std::uint32_t const> a,
                                           std::span<std::uint32_t const> b, memory_budget& budget)
{
    charged_vertices all{budget};
    all.reserve(a.size() + b.size());
    all.append(a);
    all.append(b);
    return all;
}

/// Marks of `vertex_count` vertices: those in any of `lists`.
[[nodiscard]] inline charged_vector<bool>
marked(std::size_t vertex_count, std::initializer_list<std::span<std::uint32_t const>> lists,
       checkpoint const& check, memory_budget& budget)
{
    charged_vector<bool> is_marked{budget, vertex_count};
    paced_poll pace{check};
    for (auto const list : lists) {
        for (auto const v : list) {
            pace.step();
            is_marked[v] = true;
        }
    }
    return is_marked;
}

/// `all` without those that are marked, in their order.
[[nodiscard]] inline charged_vertices unmarked(std::span<std::uint32_t const> all,
                                               charged_vector<bool> const& is_marked,
                                               checkpoint const& check, memory_budget& budget)
{
    charged_vertices left{budget};
    paced_poll pace{check};
    for (auto const v : all) {
        pace.step();
        if (!is_marked[v]) {
            left.push_back(v);
        }
    }
    return left;
}

} // namespace capgraph::inline v0::detail

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "undefined_parts.hpp"

#include <algorithm>
#include <iterator>

namespace capgraph::inline v0::detail {

namespace {

/// Marks who stands where chains end, and those of `closed` that these own a part of, or own a
/// part of one that does.
charged_vector<bool> explained_in(stake_matrix const& w, charged_vertices struck,
                                  checkpoint const& check, memory_budget& budget)
{
    charged_vector<bool> is_struck{budget, w.num_vertices()};
    auto const is_closed = marked(w.num_vertices(), {w.closed()}, check, budget);
    paced_poll pace{check};
    while (!struck.empty()) {
        pace.step();
        auto const v = struck.back();
        struck.pop_back();
        if (is_struck[v]) {
            continue;
        }
        is_struck[v] = true;
        for (auto const& e : w.owned_by(v)) {
            pace.step();
            if (e.lower > 0.0 && is_closed[e.vertex]) {
                struck.push_back(e.vertex);
            }
        }
    }
    return is_struck;
}

} // namespace

charged_vertices undefined_in(stake_matrix const& w, std::span<std::uint32_t const> holders,
                              std::span<std::uint32_t const> ultimate, checkpoint const& check,
                              memory_budget& budget)
{
    charged_vertices found{budget};
    if (w.closed().empty()) {
        found.append(w.overfull());
        return found;
    }
    auto const is_struck = explained_in(w, both(holders, ultimate, budget), check, budget);
    auto const open = unmarked(w.closed(), is_struck, check, budget);
    found.reserve(open.size() + w.overfull().size());
    std::set_union(open.begin(), open.end(), w.overfull().begin(), w.overfull().end(),
                   std::back_inserter(found));
    return found;
}

} // namespace capgraph::inline v0::detail

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/algorithm/articulation_points.hpp>
#include <capgraph/graph/csr_view.hpp>
#include <capgraph/run/checkpoint.hpp>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace capgraph::inline v0::detail {

// Tarjan's depth-first search without recursion: the way back is told by `parent_`.
//
// Of each component the vertex that it was entered by comes first, and the components that hang on
// the others come before it.
class biconnected_search {
public:
    // Bytes for each vertex, and of what is found, which may take twice its room as it grows: fewer
    // than V components of fewer than 2 V members in all.
    static constexpr std::uint64_t space = 5 * sizeof(std::uint32_t);
    static constexpr std::uint64_t space_of_found =
        2 * (2 * sizeof(std::uint32_t) + sizeof(std::uint64_t));

    biconnected_search(csr_view g, checkpoint const& check) : g_{g}, pace_{check}
    {
        auto const n = g.num_vertices();
        number_.assign(n, unseen);
        low_.resize(n);
        parent_.assign(n, none);
        next_.assign(n, 0);
        waiting_.reserve(n);
    }

    biconnected_partition run()
    {
        for (std::uint32_t root = 0; root < g_.num_vertices(); ++root) {
            if (number_[root] == unseen && g_.degree(root) > 0) {
                enter(root, none);
                walk(root);
                waiting_.pop_back(); // the root, which is in components already
            }
        }
        return std::move(found_);
    }

private:
    static constexpr auto unseen = std::numeric_limits<std::uint32_t>::max();
    static constexpr auto none = unseen; // no vertex: there are at most 2^32 - 1

    void enter(std::uint32_t v, std::uint32_t parent)
    {
        number_[v] = low_[v] = seen_++;
        parent_[v] = parent;
        waiting_.push_back(v);
    }

    void walk(std::uint32_t v)
    {
        while (v != none) {
            pace_.step();
            auto const row = g_.row(v);
            if (next_[v] == row.size()) {
                leave(v);
                v = parent_[v];
                continue;
            }
            auto const w = row[next_[v]++];
            if (number_[w] == unseen) {
                enter(w, v);
                v = w;
            } else if (w != parent_[v]) {
                low_[v] = std::min(low_[v], number_[w]);
            }
        }
    }

    void leave(std::uint32_t v)
    {
        auto const parent = parent_[v];
        if (parent == none) {
            return;
        }
        low_[parent] = std::min(low_[parent], low_[v]);
        if (low_[v] >= number_[parent]) { // nothing below v leads above the parent
            found_.members.push_back(parent);
            for (auto last = none; last != v;) {
                last = waiting_.back();
                waiting_.pop_back();
                found_.members.push_back(last);
            }
            found_.offsets.push_back(found_.members.size());
        }
    }

    csr_view g_;
    paced_poll pace_;
    std::uint32_t seen_ = 0;
    std::vector<std::uint32_t> number_; // in the order of the search
    std::vector<std::uint32_t> low_;    // the lowest number reached from below by one edge back
    std::vector<std::uint32_t> parent_;
    std::vector<std::uint32_t> next_;    // place in the row
    std::vector<std::uint32_t> waiting_; // in no component from below yet
    biconnected_partition found_;
};

} // namespace capgraph::inline v0::detail

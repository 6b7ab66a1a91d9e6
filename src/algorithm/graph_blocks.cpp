// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "algorithm/graph_blocks.hpp"

#include "algorithm/biconnected_search.hpp"

#include <cstddef>
#include <span>
#include <utility>

namespace capgraph::inline v0::detail {

namespace {

using counts = std::vector<std::uint64_t>;

// How many vertices hang on each by the blocks below it, itself not counted, and of each block how
// many are in it and below it, its first not counted: blocks come after those below them.
struct hanging {
    counts on_vertex;
    counts below_block;
};

hanging count_hanging(biconnected_partition const& parts, std::size_t n, checkpoint const& check)
{
    hanging out{counts(n, 0), counts(parts.count(), 0)};
    paced_poll pace{check};
    for (std::size_t b = 0; b < parts.count(); ++b) {
        auto const members = parts.row(b);
        pace.steps(members.size());
        for (auto const v : members.subspan(1)) {
            out.below_block[b] += 1 + out.on_vertex[v];
        }
        out.on_vertex[members.front()] += out.below_block[b];
    }
    return out;
}

} // namespace

// On the branches from a vertex, one for each of its blocks, with b others each: it lies between
// all ordered pairs of them but those in one branch.
graph_blocks cut_into_blocks(csr_view g, checkpoint const& check)
{
    auto const n = g.num_vertices();
    graph_blocks out{biconnected_search{g, check}.run(), {}, {}, {}};
    auto const hangs = count_hanging(out.parts, n, check);
    counts all(n, 0); // in the connected component
    counts within(n, 0);
    out.weights.resize(out.parts.members.size());
    paced_poll pace{check};
    for (auto b = out.parts.count(); b-- > 0;) {
        auto const members = out.parts.row(b);
        pace.steps(members.size());
        auto const first = members.front();
        auto const below = hangs.below_block[b];
        if (all[first] == 0) {
            all[first] = 1 + hangs.on_vertex[first];
        }
        within[first] += below * below;
        auto* const weights = &out.weights[static_cast<std::size_t>(out.parts.offsets[b])];
        weights[0] = static_cast<double>(all[first] - below);
        for (std::size_t i = 1; i < members.size(); ++i) {
            all[members[i]] = all[first];
            weights[i] = static_cast<double>(1 + hangs.on_vertex[members[i]]);
        }
    }
    out.scores.resize(n, 0.0);
    for (std::size_t v = 0; v < n; ++v) {
        if (all[v] != 0) {
            auto const others = --all[v];
            auto const above = others - hangs.on_vertex[v];
            out.scores[v] = static_cast<double>(others * others - within[v] - above * above);
        }
    }
    out.others = std::move(all);
    return out;
}

graph_blocks uncut_blocks(csr_view g, checkpoint const& check)
{
    auto const n = g.num_vertices();
    graph_blocks out;
    std::vector<bool> is_seen(n, false);
    paced_poll pace{check};
    auto& members = out.parts.members;
    for (std::uint32_t root = 0; root < n; ++root) {
        if (is_seen[root] || g.degree(root) == 0) {
            continue;
        }
        is_seen[root] = true;
        members.push_back(root);
        for (auto next = static_cast<std::size_t>(out.parts.offsets.back()); next < members.size();
             ++next) {
            auto const row = g.row(members[next]);
            pace.steps(row.size());
            for (auto const w : row) {
                if (!is_seen[w]) {
                    is_seen[w] = true;
                    members.push_back(w);
                }
            }
        }
        out.parts.offsets.push_back(members.size());
    }
    out.weights.assign(members.size(), 1.0);
    out.scores.assign(n, 0.0);
    out.others.assign(n, 0);
    for (std::size_t c = 0; c < out.parts.count(); ++c) {
        auto const row = out.parts.row(c);
        for (auto const v : row) {
            out.others[v] = row.size() - 1;
        }
    }
    return out;
}

} // namespace capgraph::inline v0::detail

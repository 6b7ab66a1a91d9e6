// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "algorithm/node_rows.hpp"

namespace capgraph::inline v0::detail {

// Each node in turn, the first first, is put at the end of its neighbours' rows.
node_rows renumbered(node_rows const& rows, std::vector<std::uint32_t> const& order,
                     checkpoint const& check)
{
    auto const old = rows.view();
    paced_poll pace{check};
    std::vector<std::uint32_t> number(rows.size(), no_node);
    node_rows out;
    out.offsets.reserve(order.size() + 1);
    for (std::size_t u = 0; u < order.size(); ++u) {
        pace.step();
        number[order[u]] = static_cast<std::uint32_t>(u);
        out.offsets.push_back(out.offsets.back() + old.degree(order[u]));
    }
    out.targets.resize(static_cast<std::size_t>(out.offsets.back()));
    std::vector<std::uint64_t> ends{out.offsets};
    for (std::size_t u = 0; u < order.size(); ++u) {
        auto const row = old.row(order[u]);
        pace.steps(1 + row.size());
        for (auto const w : row) {
            out.targets[static_cast<std::size_t>(ends[number[w]]++)] =
                static_cast<std::uint32_t>(u);
        }
    }
    return out;
}

} // namespace capgraph::inline v0::detail

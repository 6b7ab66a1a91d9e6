// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "undefined_parts.hpp"

#include <algorithm>

namespace capgraph::inline v0::detail {

std::vector<std::uint32_t> undefined_in(stake_matrix const& w,
                                        std::span<std::uint32_t const> holders,
                                        std::span<std::uint32_t const> ultimate)
{
    std::vector<std::uint32_t> found{w.closed().begin(), w.closed().end()};
    std::vector<bool> is_struck(found.empty() ? 0 : w.num_vertices());
    std::vector<std::uint32_t> struck;
    if (!found.empty()) {
        struck.assign(holders.begin(), holders.end());
        struck.insert(struck.end(), ultimate.begin(), ultimate.end());
    }
    while (!struck.empty()) {
        auto const v = struck.back();
        struck.pop_back();
        if (is_struck[v]) {
            continue;
        }
        is_struck[v] = true;
        for (auto const& e : w.owned_by(v)) {
            if (e.lower > 0.0 && std::binary_search(found.begin(), found.end(), e.vertex)) {
                struck.push_back(e.vertex);
            }
        }
    }
    std::erase_if(found, [&](std::uint32_t v) { return is_struck[v]; });
    found.insert(found.end(), w.overfull().begin(), w.overfull().end());
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

} // namespace capgraph::inline v0::detail

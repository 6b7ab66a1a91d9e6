// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace capgraph::inline v0::detail {

/// With how few letters changed, left out, put in, or swapped with the next one `a` becomes `b`;
/// 3 for more than 2.
///
/// A band of the usual table, as what lies further off its diagonal costs more than 2.
/// Complexity: linear. Reference: Ukkonen, "Algorithms for approximate string matching", 1985.
[[nodiscard]] inline std::size_t edits_up_to_two(std::u32string_view a, std::u32string_view b)
{
    constexpr std::size_t most = 2;
    constexpr std::size_t width = 2 * most + 1;
    constexpr std::size_t beyond = most + 1;
    if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > most) {
        return beyond;
    }
    using row = std::array<std::size_t, width + 2>; // a wall on either side
    row last_but_one{};
    row last{};
    last_but_one.fill(beyond);
    last.fill(beyond);
    // Row i holds in slot k + 1 the cost of a's first i letters becoming b's first i + k - most.
    for (std::size_t i = 0; i <= a.size(); ++i) {
        row now{};
        now.fill(beyond);
        for (std::size_t k = 0; k < width; ++k) {
            if (i + k < most || i + k - most > b.size()) {
                continue;
            }
            auto const j = i + k - most;
            auto& cost = now[k + 1];
            cost = i == 0 ? j : std::min({cost, last[k + 2] + 1, now[k] + 1});
            if (i > 0 && j > 0) {
                cost = std::min(cost, last[k + 1] + (a[i - 1] == b[j - 1] ? 0U : 1U));
            }
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                cost = std::min(cost, last_but_one[k + 1] + 1);
            }
        }
        if (std::ranges::min(now) >= beyond) {
            return beyond;
        }
        last_but_one = last;
        last = now;
    }
    return std::min(last[b.size() + most - a.size() + 1], beyond);
}

} // namespace capgraph::inline v0::detail

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "support/catch2.hpp"
#include "support/effort.hpp"
#include "support/stakes.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace capgraph::test {

/// Calls `law(teller)` with a teller for each seed, which is shown.
template <class Law>
void for_each_stakes(Law law)
{
    for (std::uint64_t seed = 0; seed < law_cases(); ++seed) {
        CAPTURE(seed);
        stake_teller teller{seed};
        law(teller);
    }
}

/// Whether no figure is above the one in its place, but for rounding.
inline bool nowhere_above(std::span<double const> low, std::span<double const> high)
{
    for (std::size_t v = 0; v < low.size(); ++v) {
        if (!(low[v] <= high[v] + 1e-9)) {
            return false;
        }
    }
    return low.size() == high.size();
}

/// The greatest difference between the first figures of both.
inline double distance(std::span<double const> a, std::span<double const> b, std::size_t n)
{
    auto far = 0.0;
    for (std::size_t v = 0; v < n; ++v) {
        auto const d = a[v] < b[v] ? b[v] - a[v] : a[v] - b[v];
        far = d <= far ? far : d; // NaN counts
    }
    return far;
}

inline constexpr double close_enough = 1e-9;

} // namespace capgraph::test

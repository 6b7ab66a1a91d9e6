// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <compare>
#include <cstdint>

namespace capgraph::inline v0 {

/// The two ends of an edge: what a graph is built from.
struct edge_ends {
    std::uint32_t source = 0;
    std::uint32_t target = 0;

    friend constexpr auto operator<=>(edge_ends const&, edge_ends const&) = default;
};

} // namespace capgraph::inline v0

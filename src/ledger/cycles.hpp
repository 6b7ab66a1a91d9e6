// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace capgraph::inline v0::detail {

/// A step from one to another; both are any numbers.
struct arc {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
};

/// The arcs that lie on cycles or on ways from one cycle to another, as positions in `arcs`: those
/// that hang together make one group.
///
/// Complexity: O(n log n).
[[nodiscard]] std::vector<std::vector<std::size_t>> cycles_among(std::span<arc const> arcs);

} // namespace capgraph::inline v0::detail

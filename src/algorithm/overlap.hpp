// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/algorithm/neighbourhood_overlap.hpp>

#include <algorithm>
#include <cstdint>

namespace capgraph::inline v0::detail {

// What the number of shared neighbours is divided by, of two vertices of `a` and `b` neighbours.
[[nodiscard]] inline std::uint64_t overlap_divisor(std::uint64_t shared, std::uint64_t a,
                                                   std::uint64_t b, overlap_coefficient coefficient)
{
    switch (coefficient) {
    case overlap_coefficient::min:
        return std::min(a, b);
    case overlap_coefficient::max:
        return std::max(a, b);
    case overlap_coefficient::dot:
        break;
    }
    return a + b - shared;
}

} // namespace capgraph::inline v0::detail

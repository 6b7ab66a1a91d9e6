// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>

namespace capgraph::inline v0::detail {

// A double for each of eight searches: one register with AVX-512, two with AVX2, four without. Each
// lane sums in the order it would alone: the figures are the same to the last bit everywhere.
// Aligned by word, as without AVX-512 the compiler would align less than it takes for granted where
// it has that.
using double_lanes [[gnu::vector_size(64), gnu::aligned(8)]] = double;
using mask_lanes [[gnu::vector_size(64), gnu::aligned(8)]] = std::int64_t;

inline constexpr std::uint32_t lane_count = 8;
inline constexpr unsigned all_lanes = 255;

// Lanes are told by the bits of a byte. All is inlined into callers compiled for a processor.

[[gnu::always_inline]] inline void set_lanes(mask_lanes& mask, unsigned bits)
{
    mask_lanes const bit_of_lane{1, 2, 4, 8, 16, 32, 64, 128};
    auto const wanted = mask_lanes{} + static_cast<std::int64_t>(bits);
    mask = (wanted & bit_of_lane) != 0;
}

// x where the bits say so, else 0.
[[gnu::always_inline]] inline void keep_lanes(double_lanes& x, unsigned bits)
{
    mask_lanes mask;
    set_lanes(mask, bits);
    x = (double_lanes)((mask_lanes)x & mask);
}

[[nodiscard, gnu::always_inline]] inline unsigned positive_lanes(double_lanes const& x)
{
    mask_lanes const bit_of_lane{1, 2, 4, 8, 16, 32, 64, 128};
    mask_lanes bits = (x > 0.0) & bit_of_lane;
    bits |= __builtin_shufflevector(bits, bits, 4, 5, 6, 7, 0, 1, 2, 3);
    bits |= __builtin_shufflevector(bits, bits, 2, 3, 0, 1, 6, 7, 4, 5);
    return static_cast<unsigned>(bits[0] | bits[1]);
}

[[nodiscard, gnu::always_inline]] inline double sum_of_lanes(double_lanes const& x)
{
    double_lanes const half = x + __builtin_shufflevector(x, x, 4, 5, 6, 7, 0, 1, 2, 3);
    double_lanes const quarter = half + __builtin_shufflevector(half, half, 2, 3, 0, 1, 6, 7, 4, 5);
    return quarter[0] + quarter[1];
}

} // namespace capgraph::inline v0::detail

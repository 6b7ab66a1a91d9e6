// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>

namespace bench {

/// The same numbers everywhere, from one seed.
class random_numbers {
public:
    explicit random_numbers(std::uint64_t seed) noexcept : state_{seed * 0x9E3779B97F4A7C15U + 1} {}

    std::uint64_t bits() noexcept
    {
        auto z = state_ += 0x9E3779B97F4A7C15U;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31U);
    }
    /// In [0, 1).
    double unit() noexcept { return static_cast<double>(bits() >> 11U) * 0x1.0p-53; }
    /// In [0, n). Precondition: 0 < n < 2^32.
    std::uint32_t below(std::size_t n) noexcept
    {
        return static_cast<std::uint32_t>(((bits() >> 32U) * n) >> 32U);
    }

private:
    std::uint64_t state_;
};

} // namespace bench

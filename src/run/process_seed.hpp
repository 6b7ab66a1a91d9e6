// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <random>

namespace capgraph::inline v0::detail {

/// What keys the hash tables that live no longer than a call: random, one for the whole process.
/// Drawing one for each table would take longer than small questions do.
[[nodiscard]] inline std::uint64_t process_seed()
{
    static std::uint64_t const seed = [] {
        std::random_device device;
        return (std::uint64_t{device()} << 32U) | device();
    }();
    return seed;
}

} // namespace capgraph::inline v0::detail

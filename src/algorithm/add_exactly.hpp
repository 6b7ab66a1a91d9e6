// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/error.hpp>

#include <cstdint>
#include <limits>

namespace capgraph::inline v0::detail {

// Adds to a count. Throws: `error` with `overflow` when it does not fit.
inline void add_exactly(std::uint64_t& count, std::uint64_t more)
{
    if (more > std::numeric_limits<std::uint64_t>::max() - count) {
        throw error{error_code::overflow, "a count beyond 2^64 - 1", "one that fits 64 bits"};
    }
    count += more;
}

} // namespace capgraph::inline v0::detail

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/error.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>

namespace capgraph::inline v0::detail {

/// The number of the next of `n` things.
/// Throws: `error` with `limit_exceeded` where 32 bits don't tell them apart.
inline std::uint32_t narrow(std::size_t n)
{
    if (n >= std::numeric_limits<std::uint32_t>::max()) {
        throw error{error_code::limit_exceeded, "more than 4294967294 records or statements",
                    "a ledger that fits 32-bit ids"};
    }
    return static_cast<std::uint32_t>(n);
}

} // namespace capgraph::inline v0::detail

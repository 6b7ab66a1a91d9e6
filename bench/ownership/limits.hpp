// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

// What the machine must do at least.

#include "ownership/peers.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace bench {

/// One value for each stake, from anywhere: each company's owners' in turn.
inline double gather_owners(owner_rows const& rows, std::vector<double> const& x)
{
    auto sum = 0.0;
    for (auto const v : rows.owners) {
        sum += x[v];
    }
    return sum;
}

/// All bytes of the rows, one after another.
inline double stream_rows(owner_rows const& rows)
{
    auto sum = 0.0;
    for (auto const part : rows.parts) {
        sum += part;
    }
    std::uint64_t bits = 0;
    for (auto const v : rows.owners) {
        bits += v;
    }
    for (auto const o : rows.offsets) {
        bits += o;
    }
    return sum + static_cast<double>(bits);
}

} // namespace bench

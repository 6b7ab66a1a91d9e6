// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/graph/stake_matrix.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace capgraph::inline v0::detail {

/// Asks early for what `x` says of the first owners of a company that soon follows the i-th of
/// `order`. Any of them may be anywhere in memory.
inline void look_ahead_at(stake_matrix const& w, std::span<std::uint32_t const> order,
                          std::size_t i, std::vector<double> const& x)
{
    constexpr std::size_t values_ahead = 12;
    constexpr std::size_t most_owners = 4;
    if (i + values_ahead < order.size()) {
        auto const owners = w.owners_of(order[i + values_ahead]);
        for (std::size_t k = 0; k < owners.size() && k < most_owners; ++k) {
            __builtin_prefetch(&x[owners[k].vertex]);
        }
        __builtin_prefetch(&x[order[i + values_ahead]], 1);
    }
}

/// Before that, asks for the place of its column, and for the column.
inline void look_ahead(stake_matrix const& w, std::span<std::uint32_t const> order, std::size_t i,
                       std::vector<double> const& x)
{
    constexpr std::size_t offsets_ahead = 48;
    constexpr std::size_t columns_ahead = 24;
    if (i + offsets_ahead < order.size()) {
        __builtin_prefetch(&w.owner_offsets()[order[i + offsets_ahead]]);
        __builtin_prefetch(w.owners_of(order[i + columns_ahead]).data());
        if (!w.is_exact(order[i + columns_ahead])) {
            __builtin_prefetch(w.uppers_of(order[i + columns_ahead]).data());
        }
        look_ahead_at(w, order, i, x);
    }
}

} // namespace capgraph::inline v0::detail

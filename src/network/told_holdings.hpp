// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "slug_order.hpp"

#include <capgraph/core/id.hpp>
#include <capgraph/ledger/view.hpp>
#include <capgraph/network/stake.hpp>

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace capgraph::inline v0::detail {

/// A holding that is known.
struct told_holding {
    stake what; ///< With the ranks of those that stand for its ends.
    std::string_view share_class;
    std::uint32_t owner = 0; ///< The ranks of its ends as they are named.
    std::uint32_t owned = 0;
};

/// The direct ones of the holdings `ids`; the ends of all that are known are added to `entities`.
[[nodiscard]] std::vector<told_holding> direct_holdings(view const& facts, slug_order const& order,
                                                        std::span<record_id const> ids,
                                                        slug_set& entities);

/// By owner and owned, then by basis, class, and the ends as they are named.
[[nodiscard]] std::vector<stake> sorted_stakes(std::span<told_holding const> found,
                                               slug_order const& order);

} // namespace capgraph::inline v0::detail

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/network/network.hpp>
#include <capgraph/query/co_investment_unit.hpp>

#include <cstdint>
#include <vector>

namespace capgraph::inline v0::detail {

/// Groups of investors, as rows of numbers: who backs one company, or sits in one round.
struct syndicates {
    std::vector<std::uint64_t> offsets{0};
    std::vector<std::uint32_t> members; ///< Of each group, ascending, each once.
    std::vector<std::uint32_t> company; ///< Of each group.
    std::vector<record_id> round;       ///< Of each group; empty when groups are companies.

    [[nodiscard]] std::size_t size() const noexcept { return company.size(); }
};

/// The groups of `n`, by company, then round.
[[nodiscard]] syndicates syndicates_of(network const& n, co_investment_unit unit);

} // namespace capgraph::inline v0::detail

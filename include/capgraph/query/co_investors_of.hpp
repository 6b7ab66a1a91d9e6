// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/export.hpp>
#include <capgraph/core/id.hpp>
#include <capgraph/network/network.hpp>
#include <capgraph/query/co_investment_unit.hpp>

#include <cstdint>
#include <vector>

namespace capgraph::inline v0 {

/// One who backs the same companies as another.
struct co_investor {
    entity_id investor{};
    /// How many companies, or rounds, the two share.
    std::uint64_t shared = 0;
    /// The companies that say so, by slug: where `same_round` is asked, those of the shared rounds.
    std::vector<entity_id> companies;
    /// The rounds that say so, by slug; empty unless `same_round` is asked.
    std::vector<record_id> rounds;

    friend bool operator==(co_investor const&, co_investor const&) = default;
};

struct co_investors_options {
    co_investment_unit unit = co_investment_unit::same_company;
};

/// Who co-invests with `investor`, those who share most first, ties by slug.
///
/// Empty for who backs no company in this network, or alone. Builds no projection.
///
/// Complexity: O(k log k) in the investments of all who back what `investor` backs.
[[nodiscard]] CAPGRAPH_EXPORT std::vector<co_investor>
co_investors_of(network const& n, entity_id investor, co_investors_options const& options = {});

} // namespace capgraph::inline v0

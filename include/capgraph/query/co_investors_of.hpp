// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/export.hpp>
#include <capgraph/core/id.hpp>
#include <capgraph/network/network.hpp>
#include <capgraph/query/co_investment_options.hpp>
#include <capgraph/query/co_investment_scope.hpp>
#include <capgraph/run/run_options.hpp>

#include <cstdint>
#include <vector>

namespace capgraph::inline v0 {

/// One who backs the same companies as another.
struct co_investor {
    entity_id investor{};
    /// How many companies, or rounds, the two share.
    std::uint64_t shared = 0;
    /// How strongly they are tied, as asked for.
    double weight = 0.0;
    /// The companies that say so, by slug: where `same_round` is asked, those of the shared rounds.
    std::vector<entity_id> companies;
    /// The rounds that say so, by slug; empty unless `same_round` is asked.
    std::vector<record_id> rounds;

    friend bool operator==(co_investor const&, co_investor const&) = default;
};

/// Who co-invests with `investor`, the heaviest ties first, equal ones by slug.
///
/// Empty for who backs no company in this scope, or alone. Builds no projection. The scope's side
/// is that of the investors, whatever it says.
///
/// Complexity: one pass over the investments to find the groups, then as `co_investment_ties_of`;
///   and for each that is kept, the groups of either.
/// Throws: as `co_investment_ties_of`.
[[nodiscard]] CAPGRAPH_EXPORT std::vector<co_investor>
co_investors_of(network const& n, entity_id investor, co_investment_scope scope = {},
                co_investment_options const& options = {}, run_options const& run = {});

/// What the two share and how they weigh; nothing shared where either backs nobody.
///
/// Complexity: one pass over the investments. Throws: as `co_investors_of`.
[[nodiscard]] CAPGRAPH_EXPORT co_investor shared_with(
    network const& n, entity_id investor, entity_id co_investor_asked,
    co_investment_scope scope = {}, co_investment_weight weight = co_investment_weight::shared);

/// A company that shares investors with another.
struct co_invested_company {
    entity_id company{};
    std::uint64_t shared = 0; ///< How many investors back both.
    double weight = 0.0;      ///< How strongly they are tied, as asked for.
    /// Who backs both, by slug.
    std::vector<entity_id> investors;

    friend bool operator==(co_invested_company const&, co_invested_company const&) = default;
};

/// The companies that share investors with `company`, as `co_investors_of` the other way round.
/// The scope's side is that of the companies, and its unit the company, whatever it says.
[[nodiscard]] CAPGRAPH_EXPORT std::vector<co_invested_company>
co_invested_companies_of(network const& n, entity_id company, co_investment_scope scope = {},
                         co_investment_options const& options = {}, run_options const& run = {});

/// Who backs both companies, by slug. Complexity: one pass over the investments.
[[nodiscard]] CAPGRAPH_EXPORT std::vector<entity_id> shared_backers(network const& n,
                                                                    entity_id company,
                                                                    entity_id other,
                                                                    co_investment_scope scope = {});

} // namespace capgraph::inline v0

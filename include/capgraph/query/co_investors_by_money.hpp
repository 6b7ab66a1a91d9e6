// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/export.hpp>
#include <capgraph/core/id.hpp>
#include <capgraph/network/network.hpp>
#include <capgraph/query/co_investment_money_options.hpp>
#include <capgraph/query/co_investment_scope.hpp>
#include <capgraph/run/run_options.hpp>

#include <vector>

namespace capgraph::inline v0 {

/// One who puts in money beside another.
struct money_co_investor {
    entity_id investor{};
    side_by_side_money sum{0.0, 0.0, 0.0};
    /// What of the sum was asked for.
    double weight = 0.0;
    /// The rounds that both are in and that count, by slug.
    std::vector<record_id> rounds;
    /// The rounds that both are in and that lack a rate, by slug: among `rounds`, unless they are
    /// left out.
    std::vector<record_id> without_rate;

    friend bool operator==(money_co_investor const&, money_co_investor const&) = default;
};

/// All who put in money beside another.
struct money_co_investors {
    /// The heaviest first; of equal weight those of the higher `lower`, then of the higher `upper`,
    /// then by slug.
    std::vector<money_co_investor> ties;
    /// The rounds of the one asked about that lack a rate, by slug, whoever else is in them.
    std::vector<record_id> without_rate;

    friend bool operator==(money_co_investors const&, money_co_investors const&) = default;
};

/// Who puts in money beside `investor`.
///
/// Empty for who is in no round of this scope in which money came in for new shares, or alone. A
/// tie is what its edge in `project_co_investment_money` would be, to the last bit, but no network
/// is built, and only the rounds of `investor` are read and may lack a rate.
///
/// Complexity: one pass over the investments; O(sum of k over the rounds of k that it is in, +
///   t log t in the ties), in space linear in the participations.
/// Throws: `std::invalid_argument` for a `min_weight` that is no number; `error` with
///   `missing_rate`, `overflow`, `cancelled`.
[[nodiscard]] CAPGRAPH_EXPORT money_co_investors
co_investors_by_money(network const& n, entity_id investor, co_investment_scope scope = {},
                      co_investment_money_options const& options = {}, run_options const& run = {});

/// What the two put in side by side, whatever ties the options would keep; nothing where they share
/// no round that counts.
///
/// Complexity, errors: as above.
[[nodiscard]] CAPGRAPH_EXPORT money_co_investor
money_shared_with(network const& n, entity_id investor, entity_id co_investor_asked,
                  co_investment_scope scope = {}, co_investment_money_options const& options = {},
                  run_options const& run = {});

} // namespace capgraph::inline v0

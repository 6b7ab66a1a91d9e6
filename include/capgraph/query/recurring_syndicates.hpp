// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/export.hpp>
#include <capgraph/core/id.hpp>
#include <capgraph/network/network.hpp>
#include <capgraph/query/co_investment_scope.hpp>
#include <capgraph/run/run_options.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace capgraph::inline v0 {

/// Investors who invest together, again and again, and whom nobody else always joins.
struct recurring_syndicate {
    std::vector<entity_id> investors; ///< By slug.
    std::uint64_t times = 0;          ///< In how many rounds, or companies.
    std::vector<entity_id> companies; ///< Of these, by slug, each once.
    std::vector<record_id> rounds;    ///< Those, by company; empty unless rounds are asked for.

    friend bool operator==(recurring_syndicate const&, recurring_syndicate const&) = default;
};

struct recurring_syndicates_options {
    std::uint64_t min_times = 2;   ///< 1 or more.
    std::size_t min_investors = 2; ///< 1 or more.
    /// How many are kept: the first of the order. There may be as many as 2^n for n rounds.
    std::size_t at_most = 10'000;
};

struct recurring_syndicates {
    /// Who meets most often first, then the largest, then by slugs.
    std::vector<recurring_syndicate> syndicates;
    bool is_cut = false; ///< There are more than `at_most`.

    friend bool operator==(recurring_syndicates const&, recurring_syndicates const&) = default;
};

/// The sets of investors that sit together in so many rounds (of the scope: companies), and that
/// nobody can join without being there less often: closed frequent sets. Any set that recurs is
/// part of one of them with the same rounds.
///
/// Complexity, errors: as `closed_sets`. The scope's side is that of the investors.
/// Reference: Uno, Asai, Uchida & Arimura, "An efficient algorithm for enumerating closed patterns
///   in transaction databases", Discovery Science 2004.
[[nodiscard]] CAPGRAPH_EXPORT recurring_syndicates find_recurring_syndicates(
    network const& n, co_investment_scope scope = {.unit = co_investment_unit::same_round},
    recurring_syndicates_options const& options = {}, run_options const& run = {});

} // namespace capgraph::inline v0

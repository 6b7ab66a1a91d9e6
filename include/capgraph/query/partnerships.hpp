// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/date.hpp>
#include <capgraph/core/export.hpp>
#include <capgraph/core/id.hpp>
#include <capgraph/network/network.hpp>
#include <capgraph/query/co_investment_scope.hpp>
#include <capgraph/run/run_options.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace capgraph::inline v0 {

/// Two investors who sat in the same rounds, and when.
struct partnership {
    entity_id first{}; ///< The lesser slug.
    entity_id second{};
    std::uint64_t times = 0; ///< The rounds that they share.
    /// Those, by their dates (`ends_before`), then by company and slug.
    std::vector<record_id> rounds;
    std::vector<date> dates; ///< Beside the rounds; open at both ends where nothing is known.

    friend bool operator==(partnership const&, partnership const&) = default;
};

struct partnership_options {
    std::uint64_t min_times = 2; ///< How many rounds they share, at the least.
    std::size_t at_most = std::numeric_limits<std::size_t>::max();
};

/// Partners over time: the pairs of investors who met again, those who met most often first, ties
/// by slugs.
///
/// Complexity: as `project_co_investment` by round. The scope's unit is the round and its side the
///   investors', whatever it says.
/// Throws: `error` with `cancelled`, `over_budget`.
[[nodiscard]] CAPGRAPH_EXPORT std::vector<partnership>
repeat_partnerships(network const& n, co_investment_scope scope = {},
                    partnership_options const& options = {}, run_options const& run = {});

/// How many, at the least and at the most: what partial dates leave open.
struct count_bounds {
    std::uint64_t lower = 0;
    std::uint64_t upper = 0;

    friend bool operator==(count_bounds const&, count_bounds const&) = default;
};

/// The pairs of investors that sat in one round in a year.
struct partnership_year {
    std::int32_t year = 0;
    count_bounds pairs;      ///< Who met in this year.
    count_bounds first_time; ///< Who met for the first time, as far as is known.

    friend bool operator==(partnership_year const&, partnership_year const&) = default;
};

/// First-time and repeat pairs, year by year: from the first year that a round of the scope lies in
/// to the last one, without gaps. A round of which no day is known counts in `upper` of every year.
///
/// Complexity: as `repeat_partnerships`, and the years that dates leave open. Throws: as that.
[[nodiscard]] CAPGRAPH_EXPORT std::vector<partnership_year>
partnerships_by_year(network const& n, co_investment_scope scope = {}, run_options const& run = {});

} // namespace capgraph::inline v0

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "pair_chance.hpp"

#include <capgraph/run/checkpoint.hpp>

#include <cstdint>
#include <vector>

namespace capgraph::inline v0::detail {

/// As many groups of each year as a member is in, any of that year: what is shared is a sum of
/// hypergeometric figures, one a year.
class chance_by_year final : public pair_chance {
public:
    /// Throws: `std::invalid_argument` unless there is a year for each group.
    /// Asks `stop` as it goes. Throws: `error` with `cancelled` when asked about a pair.
    chance_by_year(co_investment_groups const& all,
                   co_investment_significance_options const& options, run_options const& run);

    chance of(std::uint32_t a, std::uint32_t b, std::uint64_t shared) override;

private:
    /// How many groups of a year a member is in.
    struct year_count {
        std::uint32_t year = 0; ///< Numbered from 0.
        std::uint32_t count = 0;
    };

    significance_tail tail_;
    run_options quiet_; ///< To stop by alone.
    checkpoint check_;
    std::vector<std::uint64_t> groups_of_year_;
    std::vector<std::size_t> offsets_; ///< Of each member, in `counts_`.
    std::vector<year_count> counts_;   ///< By year.
    std::vector<double> log_sum_;      ///< Of what is shared in the years so far.
    std::vector<double> next_;
};

} // namespace capgraph::inline v0::detail

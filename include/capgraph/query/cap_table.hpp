// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/algorithm/ultimate_parts.hpp>
#include <capgraph/core/amount.hpp>
#include <capgraph/core/export.hpp>
#include <capgraph/core/id.hpp>
#include <capgraph/network/network.hpp>
#include <capgraph/query/state_backing.hpp>

#include <cstdint>
#include <vector>

namespace capgraph::inline v0 {

/// One investor's part of a company, as its cheques and later rounds make it.
struct cap_table_row {
    entity_id investor{};
    part_bounds part;

    friend bool operator==(cap_table_row const&, cap_table_row const&) = default;
};

/// Who holds what of a company after its last round.
struct cap_table {
    entity_id company{};
    /// The rounds that were taken, the earliest first.
    std::vector<record_id> rounds;
    /// By the largest at the least, then at the most, then by slug.
    std::vector<cap_table_row> rows;
    /// Founders, employees, and who came in on no round that is known.
    part_bounds others;
    /// Whether the days of the rounds leave their order open. The parts allow for any order.
    bool is_order_open = false;
    /// What sums were converted by: round by round, each once.
    std::vector<used_rate> rates;
};

/// The stakes that the money of the rounds bought, diluted by later rounds.
///
/// In a round each investor buys its cheque's part of what the company is worth after it (a `post`
/// valuation of the round, or a `pre` one and its money), and all who held shares before keep what
/// the round's money leaves. A round whose worth nobody tells leaves each part anything from
/// nothing up. Rounds of debt and secondary sales make no new shares. Sums in several currencies
/// are brought into one as by `state_backing_of` of the worth after the round; a round in which no
/// rendering and no rate of the view does that counts as one of untold sums.
///
/// An enclosure of what is possible, not its sharp bounds: a round's money is bounded in each row
/// by itself.
///
/// Complexity: O(r log r + p) in rounds and participations of the company.
/// Throws: `error` with `not_known_at` for a company without a round that counts.
[[nodiscard]] CAPGRAPH_EXPORT cap_table cap_table_of(network const& n, entity_id company,
                                                     tolerance const& soft = {});

} // namespace capgraph::inline v0

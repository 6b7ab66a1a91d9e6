// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/algorithm/ultimate_parts.hpp>
#include <capgraph/core/interval.hpp>
#include <capgraph/core/money.hpp>
#include <capgraph/core/share.hpp>

#include <optional>
#include <span>
#include <vector>

namespace capgraph::inline v0::detail {

/// One cheque in a round, as far as it is known.
struct bounded_cheque {
    interval<money> paid{};
    part_bounds state{}; ///< Which part of it is the state's.
    bool is_internal = false;
};

/// The money of one round, all in one currency.
struct round_money {
    currency unit{};
    interval<money> total{};
    /// What a source says of the external part; absent where nothing is said in this currency.
    std::optional<interval<money>> external{};
    std::vector<bounded_cheque> cheques;
    /// Whether others than the named may have paid.
    bool others_may_pay = false;
};

/// All that the money of a round can be: cheques within their own bounds, those of founders and
/// parents together within theirs, so the external ones, and all within the total.
struct capital_region {
    currency unit{};
    std::vector<bounded_cheque> cheques;
    interval<money> internal;
    interval<money> external;
    interval<money> total;
    /// Whether others than the named pay, from without: whose money, nobody says.
    bool others_pay = false;
    /// Whether the part is of the external money alone.
    bool external_only = false;
    /// Money whose payer and size are known or follow from the rest; of the whole that is counted.
    money determined{};
    /// The whole at most; absent where nothing limits it.
    std::optional<money> most{};
    bool hedged = false;
};

/// Throws: `error` with `overflow`.
[[nodiscard]] capital_region capital_region_of(round_money const& round, bool external_only);

/// Whether the cheques at their least come to more than the total that is told.
[[nodiscard]] bool cheques_pass_total(round_money const& round);

/// Whether there is no money in any of the rounds, whatever is open.
[[nodiscard]] bool is_without_money(std::span<capital_region const> rounds);

/// The part of the whole that is determined; 0 where nothing limits the whole.
[[nodiscard]] share coverage_of(std::span<capital_region const> rounds);

} // namespace capgraph::inline v0::detail

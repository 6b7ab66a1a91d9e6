// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

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
    bool is_state = false;
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

/// As much money of one kind as there can be, beside as little of the other. Where `most` has no
/// limit, the other kind's part tends to nothing.
struct extreme {
    std::optional<money> most{};
    money least{};
};

/// What the state's part of a round can be.
struct capital_region {
    extreme lowest;  ///< Other money at its most, the state's at its least.
    extreme highest; ///< The state's money at its most, other money at its least.
    /// Money whose payer and size are known or follow from the rest; of the whole that is counted.
    money determined{};
    /// The whole at most; absent where nothing limits it.
    std::optional<money> most{};
    bool hedged = false;
};

/// The extremes of the state's part of the whole, or of its external part.
///
/// Each cheque lies within its own bounds, the external ones together within what is said of the
/// external part, and all together within the total. Such bounds nest, so state money can be at its
/// most and other money at its least at once; and s / (s + p) grows with s and falls with p: a
/// linear-fractional programme in closed form. Throws: `error` with `overflow`.
[[nodiscard]] capital_region capital_region_of(round_money const& round, bool external_only);

/// The parts of several rounds together, as one ratio of sums: [0, 1] where there is no money at
/// all.
[[nodiscard]] interval<share> combined(std::span<capital_region const> rounds);

/// The part of the whole that is determined; 0 where nothing limits the whole.
[[nodiscard]] share coverage_of(std::span<capital_region const> rounds);

} // namespace capgraph::inline v0::detail

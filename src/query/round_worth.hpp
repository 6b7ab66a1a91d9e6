// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "capital_ratio.hpp"
#include "round_money.hpp"

#include <capgraph/core/amount.hpp>
#include <capgraph/core/money.hpp>
#include <capgraph/network/network.hpp>
#include <capgraph/query/state_backing.hpp>

#include <optional>
#include <vector>

namespace capgraph::inline v0::detail {

/// What a company is said to be worth after a round, or before it.
struct told_worth {
    amount sum;
    bool is_before = false;
};

/// What the valuations of the round say: of after it, or else of before it; first what is told in a
/// currency that the round's money is told in. Null where none says a sum.
[[nodiscard]] std::optional<told_worth> worth_told(network const& n, syndicate const& s);

/// That in one currency.
struct read_worth {
    given_whole worth;
    std::vector<used_rate> rates; ///< None, or one.
};

/// Nothing bounds a worth that is not told. Throws: `error` with `missing_rate`.
[[nodiscard]] read_worth worth_in(network const& n, syndicate const& s,
                                  std::optional<told_worth> const& told, currency unit,
                                  state_backing_options const& options);

} // namespace capgraph::inline v0::detail

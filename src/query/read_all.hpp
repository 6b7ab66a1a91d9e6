// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "part_reader.hpp"
#include "round_money.hpp"

#include <optional>
#include <vector>

namespace capgraph::inline v0::detail {

/// The money of several rounds, in one currency.
struct read_rounds {
    std::optional<currency> unit; ///< None where no sum is said.
    std::vector<round_money> sums;
    std::vector<used_rate> rates; ///< In the order of their use, each once a round.
};

/// In the currency in which all of `rounds` are told, or else in that of the first of them; of
/// several in one that `beside` is told in too, where that is given.
/// Throws: `error` with `missing_rate`, naming all that the rounds lack.
[[nodiscard]] read_rounds read_all(network const& n, std::vector<syndicate> const& rounds,
                                   part_reader const& parts, state_backing_options const& options,
                                   amount const* beside = nullptr);

} // namespace capgraph::inline v0::detail

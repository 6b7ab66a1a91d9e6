// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "capital_bounds.hpp"

#include <capgraph/core/share.hpp>

#include <optional>
#include <span>
#include <vector>

namespace capgraph::inline v0::detail {

/// What each cheque of the round is in minor units where the remainder is spread equally over them,
/// none filled beyond its own bounds; null unless the total is one figure that they can
/// have paid, so that what is said of the external part holds too.
[[nodiscard]] std::optional<std::vector<double>> equal_cheques(round_money const& round);

/// The state's part of the money of `rounds` together, where in each the remainder is spread
/// equally over the cheques, none filled beyond its own bounds.
///
/// Null unless each total is one figure that the named investors can have paid, so that what is
/// said of the external part holds too.
[[nodiscard]] std::optional<share> equal_split(std::span<round_money const> rounds,
                                               bool external_only);

} // namespace capgraph::inline v0::detail

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/network/network.hpp>
#include <capgraph/query/co_investment_scope.hpp>

#include <vector>

namespace capgraph::inline v0::detail {

/// The investments of `n` that the scope takes, in their order: by investor, then company, then
/// round.
[[nodiscard]] std::vector<investment> deals_in(network const& n, co_investment_scope const& scope);

} // namespace capgraph::inline v0::detail

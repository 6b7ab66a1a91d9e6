// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/export.hpp>
#include <capgraph/core/id.hpp>
#include <capgraph/model/valuation.hpp>
#include <capgraph/network/network.hpp>

#include <vector>

namespace capgraph::inline v0 {

/// What `company` is said to be worth, one valuation a round and basis: each the latest word.
///
/// By the moment spoken of, the latest first; ties by round, then basis. A valuation that belongs
/// to a round counts when the round does, by its own status. Valuations of unlike bases are never
/// merged. Empty where nothing is said.
///
/// Complexity: O(k^2) in the valuations of the company, and O(log n) in those of all.
[[nodiscard]] CAPGRAPH_EXPORT std::vector<valuation> valuations_of(network const& n,
                                                                   entity_id company);

} // namespace capgraph::inline v0

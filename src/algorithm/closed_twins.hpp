// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "algorithm/node_rows.hpp"

#include <capgraph/run/checkpoint.hpp>

#include <cstdint>
#include <vector>

namespace capgraph::inline v0::detail {

// For each node the least of those that have the same neighbours and are each other's, which may be
// itself.
//
// Complexity: O(V + E).
[[nodiscard]] std::vector<std::uint32_t> closed_twins(node_rows const& rows,
                                                      checkpoint const& check);

} // namespace capgraph::inline v0::detail

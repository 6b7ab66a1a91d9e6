// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace capgraph::inline v0::detail {

// The entries [first, last) of `told`, one a vertex of `n`, so that they sum to 1, and 0 elsewhere;
// all alike when `told` is empty.
//
// Throws: std::invalid_argument, in the name of `caller`, unless there are `n` or no entries, and
// those of [first, last) are finite, not negative, and not all 0.
[[nodiscard]] std::vector<double> proportions(std::vector<double> const& told, std::size_t n,
                                              std::size_t first, std::size_t last,
                                              std::string_view caller);

} // namespace capgraph::inline v0::detail

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/algorithm/chain_sums.hpp>
#include <capgraph/core/export.hpp>
#include <capgraph/graph/stake_matrix.hpp>
#include <capgraph/run/run_options.hpp>

#include <cstdint>

namespace capgraph::inline v0 {

/// The sum, over chains that pass no vertex twice, of the smallest stake in each: the part of the
/// control rights over each vertex that `from` has or, by `direction`, that each has over `from`.
///
/// No part of a whole: chains that share their last stake count it more than once. Companies over
/// the whole are as in `simple_path`. Where it is truncated an upper end is infinite.
///
/// Complexity and throws: as `simple_path`.
/// Reference: Claessens, Djankov & Lang, "The separation of ownership and control in East Asian
///   corporations", Journal of Financial Economics 58, 2000.
[[nodiscard]] CAPGRAPH_EXPORT chain_sums weakest_link(stake_matrix const& w, std::uint32_t from,
                                                      chain_options const& options = {},
                                                      run_options const& run = {});

} // namespace capgraph::inline v0

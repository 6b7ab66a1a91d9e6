// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/algorithm/chain_sums.hpp>
#include <capgraph/core/export.hpp>
#include <capgraph/graph/stake_matrix.hpp>
#include <capgraph/run/run_options.hpp>

#include <cstdint>

namespace capgraph::inline v0 {

/// The sum, over chains that pass no vertex twice, of the product of their stakes: what `from`
/// holds of each vertex or, by `direction`, what each holds of `from`. 0 of itself.
///
/// Never above `first_passage` nor above 1. A company of which more than the whole is held has no
/// part that is known: any owner's stake in it is [0, 1]. Where it is truncated an upper end is 1.
///
/// Complexity: O(chains * stakes of a vertex), of which there may be exponentially many: hence the
///   limit. Memory: 17 bytes a vertex, and 32 for each of the longest chain.
/// Throws: `std::out_of_range` for a vertex that is none; `error` with `inconsistent_record` for a
///   company over the whole when `strict`; `cancelled`; `over_budget`.
/// Reference: close links as the European Central Bank defines them, Guideline (EU) 2015/510,
///   article 138.
[[nodiscard]] CAPGRAPH_EXPORT chain_sums simple_path(stake_matrix const& w, std::uint32_t from,
                                                     chain_options const& options = {},
                                                     run_options const& run = {});

} // namespace capgraph::inline v0

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/export.hpp>
#include <capgraph/core/id.hpp>
#include <capgraph/network/network.hpp>
#include <capgraph/query/co_investment_scope.hpp>
#include <capgraph/run/run_options.hpp>

#include <cstddef>
#include <vector>

namespace capgraph::inline v0 {

/// Who might join: a candidate by how the network hangs together, not a forecast, and nothing that
/// any source has said.
struct round_candidate {
    entity_id investor{};
    /// Sum, over the backers of the company, of the Adamic-Adar weight of the tie to each.
    double score = 0.0;
    /// The backers that it is tied to, by slug.
    std::vector<entity_id> through;

    friend bool operator==(round_candidate const&, round_candidate const&) = default;
};

/// Candidates for the next round of `company`: those who co-invest with its backers but don't back
/// it, the highest score first, ties by slug; `top_k` at most. Empty for what nobody backs.
///
/// A tie to a backer counts by the other companies (of the scope: rounds) that they share, those
/// with few investors more: 1 / ln n of n. The scope's side is that of the investors.
///
/// Complexity: one pass over the investments; for each candidate that is kept, the size of its
///   groups. Throws: `error` with `cancelled`.
/// Reference: Adamic & Adar, "Friends and neighbors on the Web", Social Networks 25(3), 2003;
///   Liben-Nowell & Kleinberg, "The link-prediction problem for social networks", JASIST 58, 2007.
[[nodiscard]] CAPGRAPH_EXPORT std::vector<round_candidate>
next_round_candidates(network const& n, entity_id company, co_investment_scope scope = {},
                      std::size_t top_k = 20, run_options const& run = {});

} // namespace capgraph::inline v0

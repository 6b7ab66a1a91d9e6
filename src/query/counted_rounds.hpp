// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "round_money.hpp"

#include <capgraph/core/id.hpp>
#include <capgraph/network/network.hpp>

#include <span>
#include <vector>

namespace capgraph::inline v0::detail {

/// Whether `r`, the round `id`, is a total over rounds of its company that are counted themselves.
[[nodiscard]] bool is_total_of_others(network const& n, record_id id, funding_round const& r);

/// Whether money came into the company for new shares in a round that counts, and is not counted in
/// other rounds already.
[[nodiscard]] bool brings_money_for_shares(network const& n, record_id id);

/// The rounds of companies in which money came in for shares, by slug.
[[nodiscard]] std::vector<syndicate> rounds_of(network const& n,
                                               std::span<entity_id const> companies);

/// Throws: `error` with `not_known_at` where the view has neither the round, as far as it must have
/// come, nor anybody in it.
void require_counted(network const& n, record_id round);
/// Throws: `error` with `not_known_at` where the network has neither a round nor a backer of it.
void require_backed(network const& n, entity_id company);

} // namespace capgraph::inline v0::detail

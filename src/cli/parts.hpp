// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "json.hpp"
#include "subject.hpp"

#include <capgraph/algorithm/ultimate_parts.hpp>
#include <capgraph/core/id.hpp>
#include <capgraph/network/ownership_network.hpp>
#include <capgraph/query/state_chain.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace capgraph::cli {

/// `14.3 %`, `0–100 %`; `at least 250 %`, or `any part`, where nothing bounds it. Sums of chains
/// can be more than all.
[[nodiscard]] std::string part_text(part_bounds part);

/// Appends PREFIX_lower and PREFIX_upper; the upper end is null where nothing bounds it.
void add_part(json_object& to, std::string_view prefix, part_bounds part);

/// `Ministry of Finance — 17.4 % → Big Fund III — control → DeepSeek`.
[[nodiscard]] std::string chain_text(subject const& s, state_chain const& chain);

/// `Ministry of Finance — 17.4 % → Big Fund III, which invests in DeepSeek`.
[[nodiscard]] std::string chain_text(subject const& s, state_chain const& to_investor,
                                     entity_id company);

/// Who is told to hold a stake in `company` for which what others hold leaves no room, by slug.
[[nodiscard]] std::vector<entity_id> without_room_in(ownership_network const& n, entity_id company);

/// Sentences that name these clashes, with the days of both sides; empty where there is none.
[[nodiscard]] std::string clash_text(subject const& s, std::vector<entity_id> const& without_room,
                                     entity_id company);

} // namespace capgraph::cli

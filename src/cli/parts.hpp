// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "json.hpp"
#include "subject.hpp"

#include <capgraph/algorithm/ultimate_parts.hpp>
#include <capgraph/query/state_chain.hpp>

#include <string>
#include <string_view>

namespace capgraph::cli {

/// `14.3 %`, `0–100 %`; `at least 250 %`, or `any part`, where nothing bounds it. Sums of chains
/// can be more than all.
[[nodiscard]] std::string part_text(part_bounds part);

/// Appends PREFIX_lower and PREFIX_upper; the upper end is null where nothing bounds it.
void add_part(json_object& to, std::string_view prefix, part_bounds part);

/// `Ministry of Finance — 17.4 % → Big Fund III — control → DeepSeek`.
[[nodiscard]] std::string chain_text(subject const& s, state_chain const& chain);

} // namespace capgraph::cli

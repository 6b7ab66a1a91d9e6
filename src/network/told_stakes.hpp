// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/graph/stake_matrix.hpp>
#include <capgraph/graph/voting_power.hpp>
#include <capgraph/network/ownership_network.hpp>

#include <vector>

namespace capgraph::inline v0::detail {

/// What holdings and relations say, as stakes and as declarations.
struct told_stakes {
    std::vector<bounded_stake> capital;
    std::vector<bounded_stake> votes;
    std::vector<declared_control> declared;
};

[[nodiscard]] told_stakes told_in(network const& n, ownership_options const& options);

} // namespace capgraph::inline v0::detail

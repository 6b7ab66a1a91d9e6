// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/graph/stake_matrix.hpp>
#include <capgraph/graph/voting_power.hpp>
#include <capgraph/network/ownership_network.hpp>

#include <cstdint>
#include <vector>

namespace capgraph::inline v0::detail {

/// What holdings and relations say, as stakes and as declarations.
struct told_stakes {
    std::vector<bounded_stake> capital;
    std::vector<bounded_stake> votes;
    std::vector<declared_control> declared;
    /// Of which several owners' parts are told of classes alone, ascending.
    std::vector<std::uint32_t> by_class;
    /// Whose size no holding tells, and which more than control is told of; by owned, then owner.
    std::vector<untold_stake> untold;
};

/// Without what is told of owning or controlling those for whom `is_end` has true, by vertex.
[[nodiscard]] told_stakes told_in(network const& n, ownership_options const& options,
                                  std::vector<bool> const& is_end);

} // namespace capgraph::inline v0::detail

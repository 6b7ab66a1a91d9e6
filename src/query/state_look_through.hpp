// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "state_ties.hpp"

#include <capgraph/algorithm/look_through.hpp>
#include <capgraph/graph/stake_matrix.hpp>
#include <capgraph/network/ownership_network.hpp>
#include <capgraph/run/run_options.hpp>

#include <cstdint>
#include <vector>

namespace capgraph::inline v0::detail {

/// Who is tied to the state, as vertices of the network.
struct tied_vertices {
    std::vector<std::uint32_t> organs;          ///< For certain.
    std::vector<std::uint32_t> possible_organs; ///< Those, and whose level is unknown.
    std::vector<std::uint32_t> controlled;      ///< No organ, but called state-controlled.
    std::vector<std::uint32_t> backed;          ///< Called state-backed and no more.
};

[[nodiscard]] tied_vertices tied_in(ownership_network const& o, asked_state const& asked);

/// The part of each vertex, and of one vertex more, that the organs own in the end, `capital` being
/// the stakes. The one more stands for organs that nobody names: they may hold what is labelled
/// while no stake behind that is told.
[[nodiscard]] held_parts state_look_through(ownership_network const& o, stake_matrix const& capital,
                                            tied_vertices const& tied, unknown_owners unknown,
                                            run_options const& run);

} // namespace capgraph::inline v0::detail

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/id.hpp>
#include <capgraph/core/interval.hpp>
#include <capgraph/core/share.hpp>
#include <capgraph/model/holding.hpp>

#include <cstdint>

namespace capgraph::inline v0 {

/// What one entity holds of another: the figures of an edge of the ownership graph.
struct stake {
    std::uint32_t owner = 0; ///< In `network::entities()`.
    std::uint32_t owned = 0;
    record_id holding{};
    holding_basis basis = holding_basis::equity;
    /// What the stake can be; all of [0, 1] where no source says.
    interval<share> part{};
    /// That a source says the owner controls the owned.
    bool is_control = false;

    friend bool operator==(stake const&, stake const&) = default;
};

} // namespace capgraph::inline v0

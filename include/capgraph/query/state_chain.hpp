// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/algorithm/ultimate_parts.hpp>
#include <capgraph/core/export.hpp>
#include <capgraph/core/id.hpp>
#include <capgraph/network/ownership_network.hpp>
#include <capgraph/query/state_parts.hpp>

#include <optional>
#include <vector>

namespace capgraph::inline v0 {

/// One stake of a chain, or one declaration of control.
struct chain_link {
    entity_id owner{};
    entity_id owned{};
    /// What the stake can be; [0, 1] where none is told and control is declared.
    part_bounds part;
    bool is_declared = false;

    friend bool operator==(chain_link const&, chain_link const&) = default;
};

/// How an entity hangs on the state.
struct state_chain {
    /// An organ of the state or, where no chain leads to one, who is labelled.
    entity_id from{};
    bool is_organ = false;
    /// From there down to the entity; empty where it is that one itself.
    std::vector<chain_link> links;
    /// The product of the stakes.
    part_bounds part;

    friend bool operator==(state_chain const&, state_chain const&) = default;
};

/// The shortest chain of stakes and declared control from an organ of the state to `entity`: the
/// witness, as readers want it told. How many links it has is the entity's distance from the state.
///
/// No chain passes through an ultimate owner; it ends there. Of chains of one length that with the
/// largest product of stakes at their most; ties by slug, from the state down. Null where neither
/// an organ nor anybody labelled stands above it.
///
/// Complexity: O(s) in the stakes of those above it, no further than the chain is long.
/// Throws: `error` with `not_known_at`.
[[nodiscard]] CAPGRAPH_EXPORT std::optional<state_chain>
state_chain_to(ownership_network const& n, entity_id entity, state_scope const& scope = {});

} // namespace capgraph::inline v0

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/export.hpp>
#include <capgraph/core/id.hpp>
#include <capgraph/ledger/view.hpp>
#include <capgraph/network/network.hpp>
#include <capgraph/network/ownership_network.hpp>
#include <capgraph/query/control_over.hpp>
#include <capgraph/run/run_options.hpp>

#include <optional>
#include <vector>

namespace capgraph::inline v0 {

/// Who controls each entity of the network in the end, for certain: by vertex of `n`; null where
/// nobody is known to, and of who is in control itself.
///
/// That is who controls it and is controlled by nobody; of several, who hold it jointly, the first
/// by slug. Companies that control each other and nobody else does are the first's among them.
///
/// Complexity: the control of all who own something and of whom nobody before was found to be in
///   control: O(m log m) together where companies don't own each other.
/// Throws: as `controlled_by`.
[[nodiscard]] CAPGRAPH_EXPORT std::vector<std::optional<entity_id>>
ultimate_controllers(ownership_network const& n, control_rule const& rule = {},
                     run_options const& run = {});

/// The network of `facts` in which investments are put down to who controls the investor in the
/// end: `roll_up::controller`. Persons, governments and state bodies are nobody's.
/// Throws: as `ultimate_controllers`.
[[nodiscard]] CAPGRAPH_EXPORT network network_by_controllers(view const& facts,
                                                             control_rule const& rule = {},
                                                             run_options const& run = {});

} // namespace capgraph::inline v0

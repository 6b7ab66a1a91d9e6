// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/ledger/view.hpp>
#include <capgraph/model/field.hpp>
#include <capgraph/model/state_link.hpp>
#include <capgraph/network/network.hpp>
#include <capgraph/query/state_parts.hpp>

#include <optional>
#include <string_view>

namespace capgraph::inline v0::detail {

/// Which state is asked about.
struct asked_state {
    std::string_view country{};         ///< Empty: any.
    std::optional<state_level> level{}; ///< Absent: any.
};

/// The strongest tie to a state.
struct told_tie {
    field<state_tie> certain{};  ///< As far as its level is told to be the one asked for.
    field<state_tie> possible{}; ///< That, or one whose level nobody tells.
};

/// The tie of `id`, and of all that are the same, by its kind and by its `state_link`.
[[nodiscard]] told_tie tie_of(view const& facts, entity_id id, asked_state const& asked);

/// Whether `id` is tied, and how certainly: by that, or as an organ is declared to control it.
struct told_label {
    bool is_certain = false;
    bool is_possible = false;
};
[[nodiscard]] told_label label_of(network const& n, entity_id id, asked_state const& asked);

/// All or nothing of `id`, by a measure that looks at its ties alone: `organs` or `labelled`.
[[nodiscard]] part_bounds part_by_ties(network const& n, entity_id id, state_scope const& scope);

} // namespace capgraph::inline v0::detail

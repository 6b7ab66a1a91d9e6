// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "invocation.hpp"
#include "subject.hpp"

#include <capgraph/core/error.hpp>
#include <capgraph/query/state_backing.hpp>
#include <capgraph/query/state_chain.hpp>
#include <capgraph/query/state_parts.hpp>

#include <optional>
#include <string>
#include <vector>

namespace capgraph::cli {

/// The state's part in one company or round, of one denominator; or why there is no answer.
struct backing_answer {
    backing_denominator denominator{};
    std::optional<capgraph::state_backing> part{};
    error reason{}; ///< Of its absence.
    /// What there is without the money, where that lacks a rate.
    std::optional<capgraph::state_backing> heads{};

    /// Who invests, and by headcount; null where there is no answer at all.
    [[nodiscard]] capgraph::state_backing const* investors() const noexcept
    {
        return part ? &*part : heads ? &*heads : nullptr;
    }
};

/// One company, one round of it, or several companies together.
struct backing_row {
    entity_id company{};
    std::optional<record_id> round{};
    std::string group{}; ///< What the companies are, where there are several.
    /// One for each denominator asked for.
    std::vector<backing_answer> answers{};
    /// Of a company: the state's part of its equity.
    std::optional<bounded<share>> equity{};
    /// Of a company: how it hangs on the state, by stakes and control.
    std::optional<state_chain> chain{};
    /// How those of its investors hang on the state who count as it and are no organs themselves;
    /// of what was asked for by name.
    std::vector<state_chain> investor_chains{};
    /// Of a company: who is told to hold a stake of it for which what others hold leaves no room.
    std::vector<entity_id> without_room{};
};

/// What is asked, as the library takes it; of the first denominator.
[[nodiscard]] state_backing_options backing_options(backing_choice const& asked);
[[nodiscard]] state_scope scope_of(backing_choice const& asked);

/// What is asked for: one round; or companies, by slug, each followed by its rounds, and of these
/// only the ones or the others where `--unit` says so; or one row of several companies together.
///
/// Throws: `bad_usage` for who or what is not there; for one company or round asked for by name
///   what `state_backing_of` throws, but for `missing_rate`, which stands in its row.
[[nodiscard]] std::vector<backing_row> backing_rows(subject const& s, invocation const& what);

/// Whether it was asked for one company, round or group, which lacks an answer.
[[nodiscard]] bool lacks_answer(backing_choice const& asked, std::vector<backing_row> const& rows);

} // namespace capgraph::cli

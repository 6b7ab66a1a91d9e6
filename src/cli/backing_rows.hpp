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
};

/// What is asked, as the library takes it; of the first denominator.
[[nodiscard]] state_backing_options backing_options(backing_choice const& asked);
[[nodiscard]] state_scope scope_of(backing_choice const& asked);

/// What is asked for: one round; or companies, by slug, each followed by its rounds, and of these
/// only the ones or the others where `--unit` says so; or one row of several companies together.
///
/// Throws: `bad_usage` for who or what is not there; for one company or round asked for by name
///   what `state_backing_of` throws.
[[nodiscard]] std::vector<backing_row> backing_rows(subject const& s, invocation const& what);

} // namespace capgraph::cli

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "invocation.hpp"
#include "json.hpp"
#include "subject.hpp"

#include <capgraph/core/error.hpp>
#include <capgraph/query/state_backing.hpp>

#include <optional>
#include <vector>

namespace capgraph::cli {

/// The state's part in one company or round, of one denominator; or why there is no answer.
struct backing_answer {
    backing_denominator denominator{};
    std::optional<capgraph::state_backing> part{};
    error reason{}; ///< Of its absence.
};

/// One company, or one round of it.
struct backing_row {
    entity_id company{};
    std::optional<record_id> round{};
    /// One for each denominator asked for.
    std::vector<backing_answer> answers{};
};

/// What is asked for: one round; or companies, by slug, each followed by its rounds, and of these
/// only the ones or the others where `--unit` says so.
///
/// Throws: `bad_usage` for who or what is not there; for one company or round asked for by name
///   what `state_backing_of` throws.
[[nodiscard]] std::vector<backing_row> backing_rows(subject const& s, invocation const& what);

/// The row as `state-backing` has it for one of its denominators.
[[nodiscard]] json_object to_json(subject const& s, state_measure measure, backing_row const& row,
                                  backing_answer const& answer);

} // namespace capgraph::cli

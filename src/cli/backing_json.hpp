// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "backing_rows.hpp"
#include "invocation.hpp"
#include "json.hpp"
#include "subject.hpp"

namespace capgraph::cli {

/// The options of `state-backing`, as they were taken.
[[nodiscard]] json_object options_of(backing_choice const& asked);

/// The row as `state-backing` has it for one of its denominators.
[[nodiscard]] json_object to_json(subject const& s, state_measure measure, backing_row const& row,
                                  backing_answer const& answer);

} // namespace capgraph::cli

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "backing_rows.hpp"
#include "exit_code.hpp"
#include "invocation.hpp"
#include "subject.hpp"
#include "table.hpp"

#include <iosfwd>
#include <string>
#include <vector>

namespace capgraph::cli {

/// Who counts as the state, and what else is taken to be so; to be told above any figure.
[[nodiscard]] std::string measure_text(backing_choice const& asked);

/// What the rows are about: companies stand before their rounds where there are both.
struct row_kinds {
    bool companies = false;
    bool rounds = false;
};

[[nodiscard]] row_kinds kinds_of(std::vector<backing_row> const& rows);

/// The columns of a table of such rows.
[[nodiscard]] std::vector<column> columns_for(backing_choice const& asked, row_kinds kinds);

/// The row in those columns.
[[nodiscard]] std::vector<std::string> cells_of(subject const& s, backing_row const& row,
                                                row_kinds kinds);

// What stands below the table. Each is empty where there is nothing to tell.

/// Who counts as the state in which company, or in which round where rounds stand alone.
/// Precondition: there is a row.
[[nodiscard]] std::string state_investors_text(subject const& s,
                                               std::vector<backing_row> const& rows);

/// How companies hang on the state, and how much of their equity it has.
[[nodiscard]] std::string stakes_text(subject const& s, backing_choice const& asked,
                                      std::vector<backing_row> const& rows);

/// Why rows have no answer.
[[nodiscard]] std::string reasons_text(subject const& s, std::vector<backing_row> const& rows);

/// How the answer ends: where it lacks a part that was asked for, with a word of why.
[[nodiscard]] exit_code ended(backing_choice const& asked, std::vector<backing_row> const& rows,
                              std::ostream& err);

/// Where cheques come to more than the total that is told, what was made of that; empty for none.
[[nodiscard]] std::string over_total_text(subject const& s, std::vector<backing_row> const& rows);

} // namespace capgraph::cli

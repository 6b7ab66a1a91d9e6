// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <limits>
#include <string>
#include <vector>

namespace capgraph::cli {

enum class alignment { left, right };

inline constexpr std::size_t any_width = std::numeric_limits<std::size_t>::max();

struct column {
    std::string header;
    alignment side = alignment::left;
    /// What is wider is shortened with an ellipsis.
    std::size_t max_width = any_width;
};

/// Rows of text under headers, drawn for a terminal or a pipe.
///
/// Cells are cleaned of control characters as they are added. Columns are as wide as their widest
/// cell, by the widths that a terminal gives to letters, and two spaces apart; no line ends in a
/// space.
class table {
public:
    explicit table(std::vector<column> columns);

    /// Adds a row; cells that are missing are empty. Throws: `std::invalid_argument` for too many.
    void add(std::vector<std::string> cells);

    [[nodiscard]] bool empty() const noexcept { return rows_.empty(); }

    /// The lines: headers and a rule (unless no column has a header), then the rows.
    [[nodiscard]] friend std::string to_string(table const& t) { return t.drawn(); }

private:
    [[nodiscard]] std::string drawn() const;

    std::vector<column> columns_;
    std::vector<std::vector<std::string>> rows_;
};

} // namespace capgraph::cli

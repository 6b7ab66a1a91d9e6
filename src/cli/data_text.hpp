// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <string>

namespace capgraph::cli {

/// A data set as it is written: a file by its path, all else whole.
struct data_text {
    std::optional<std::string> path{};
    std::string text{};
    char const* name = ""; ///< How errors call what has no path.
};

} // namespace capgraph::cli

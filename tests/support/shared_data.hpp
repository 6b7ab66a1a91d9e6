// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

namespace capgraph::test {

/// The file or folder `name` of the optional folder CAPGRAPH_SHARED_DATA_DIR, if it is there.
///
/// A test that needs it says so and returns, which CTest reports as skipped:
///     auto const file = shared_data("oracles/oracles.json");
///     if (!file) { WARN("skipped: no shared data"); return; }
inline std::optional<std::filesystem::path> shared_data(std::string_view name)
{
    auto const path = std::filesystem::path{CAPGRAPH_SHARED_DATA_DIR} / name;
    return std::filesystem::exists(path) ? std::optional{path} : std::nullopt;
}

} // namespace capgraph::test

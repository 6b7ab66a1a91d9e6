// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>

namespace capgraph::cli {

/// The bytes of data/chinese_ai_labs.json as they were when the command was built.
[[nodiscard]] std::string_view embedded_data();

} // namespace capgraph::cli

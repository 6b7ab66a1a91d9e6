// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/export.hpp>

#include <string_view>

/// The version of these headers, as major.minor.patch. The build reads it from here.
#define CAPGRAPH_VERSION "0.1.0"

namespace capgraph::inline v0 {

/// The version of the library linked to, which may be newer than that of the headers.
[[nodiscard]] CAPGRAPH_EXPORT std::string_view version() noexcept;

} // namespace capgraph::inline v0

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/date.hpp>

#include <optional>
#include <string_view>

namespace capgraph::inline v0::detail {

/// A year, a month or a day, as `try_parse_date` reads it; null for anything else.
[[nodiscard]] std::optional<date> plain_date(std::string_view text);

} // namespace capgraph::inline v0::detail

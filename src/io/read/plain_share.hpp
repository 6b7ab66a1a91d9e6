// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/share.hpp>

#include <optional>
#include <string_view>

namespace capgraph::inline v0::detail {

/// The share where the text is a few digits, a point among them or not, and maybe a sign of
/// percent: most are. Both parts of the quotient are doubles, so that only the division rounds.
[[nodiscard]] std::optional<share> plain_share(std::string_view text) noexcept;

} // namespace capgraph::inline v0::detail

// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "view_state.hpp"

#include <memory>

namespace capgraph::inline v0::detail {

/// What a view holds: conflicts, diagnostics and evidence weigh single statements, which a view
/// does not hand out.
[[nodiscard]] inline std::shared_ptr<view_state const> const& state_of(view const& seen) noexcept
{
    return seen.state_;
}

} // namespace capgraph::inline v0::detail

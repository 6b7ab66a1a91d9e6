// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "view_state.hpp"

#include <string>

namespace capgraph::inline v0::detail {

/// What names a record, whatever the order of the statements: its slug, or all of its key, or what
/// it joins or takes back.
[[nodiscard]] std::string record_name(view_state const& state, record_id id);

} // namespace capgraph::inline v0::detail

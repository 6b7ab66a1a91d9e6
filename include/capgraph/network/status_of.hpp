// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/export.hpp>
#include <capgraph/ledger/view.hpp>
#include <capgraph/model/deal_status.hpp>
#include <capgraph/model/field.hpp>
#include <capgraph/model/participation.hpp>

namespace capgraph::inline v0 {

/// How far a participation has come: its own status or, where none is said, its round's.
[[nodiscard]] CAPGRAPH_EXPORT field<deal_status> status_of(view const& facts,
                                                           participation const& p);

/// Whether a deal of that status counts under the view's `min_status`; one of which no status is
/// known counts only where rumours do.
[[nodiscard]] CAPGRAPH_EXPORT bool counts(view const& facts, field<deal_status> const& status);

} // namespace capgraph::inline v0

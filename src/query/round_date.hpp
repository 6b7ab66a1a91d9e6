// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/date.hpp>
#include <capgraph/model/funding_round.hpp>

namespace capgraph::inline v0::detail {

/// When a deal was done: the round's closing or, where that is not known, its announcement.
[[nodiscard]] inline date date_of(funding_round const& r)
{
    return r.closed ? *r.closed : r.announced.value_or({});
}

} // namespace capgraph::inline v0::detail

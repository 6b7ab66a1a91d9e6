// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/algorithm/control.hpp>
#include <capgraph/network/ownership_network.hpp>
#include <capgraph/query/control_over.hpp>

namespace capgraph::inline v0::detail {

/// The rule as the kernel takes it: nobody controls ultimate owners.
[[nodiscard]] inline control_options control_options_of(ownership_network const& n,
                                                        control_rule const& rule)
{
    control_options out;
    out.threshold = rule.threshold;
    out.is_strict = rule.is_strict;
    out.takes_declared = rule.takes_declared;
    out.ultimate = n.ultimate();
    return out;
}

} // namespace capgraph::inline v0::detail

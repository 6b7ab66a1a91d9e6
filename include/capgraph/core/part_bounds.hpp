// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

namespace capgraph::inline v0 {

/// Between what and what a part lies.
struct part_bounds {
    double lower = 0.0;
    double upper = 0.0;

    friend bool operator==(part_bounds const&, part_bounds const&) = default;
};

} // namespace capgraph::inline v0
